// Lists that are handed in on a page: what an import would do, and what it did.

extension Phrase {
  package static let importsTitle = Phrase(
    "import.title",
    hans: "导入名单",
    hant: "匯入名單",
    en: "Import lists")

  package static let importsNote = Phrase(
    "import.note",
    hans: "上传 .xlsx 或 CSV 文件，先看会改动什么，确认之后才写入。同一文件再导入一次，什么也不会变。",
    hant: "上傳 .xlsx 或 CSV 檔案，先看會改動什麼，確認之後才寫入。同一檔案再匯入一次，什麼也不會變。",
    en: "Hand in an .xlsx or CSV file and look at what it would change; nothing is "
      + "written before you confirm it. The same file again changes nothing.")

  package static let importSitesLegend = Phrase(
    "import.sites",
    hans: "小区清单",
    hant: "小區清單",
    en: "A list of sites")

  package static let importHouseholdsLegend = Phrase(
    "import.households",
    hans: "一个小区的住户名册",
    hant: "一個小區的住戶名冊",
    en: "The roster of a site")

  package static let importHouseholdsOf = Phrase(
    "import.householdsOf",
    hans: "{0} 的住户名册",
    hant: "{0} 的住戶名冊",
    en: "The roster of {0}")

  package static let importSite = Phrase(
    "import.site",
    hans: "小区（代码或名称）",
    hant: "小區（代碼或名稱）",
    en: "Site (code or name)")

  package static let importFile = Phrase(
    "import.file",
    hans: "文件（.xlsx 或 CSV，最多 {0} MiB）",
    hant: "檔案（.xlsx 或 CSV，最多 {0} MiB）",
    en: "File (.xlsx or CSV, at most {0} MiB)")

  package static let importLook = Phrase(
    "import.look",
    hans: "上传并查看",
    hant: "上傳並查看",
    en: "Upload and look at it")

  package static let importsWaiting = Phrase(
    "import.waiting",
    hans: "本次登录上传的文件（保留一小时）",
    hant: "本次登入上傳的檔案（保留一小時）",
    en: "Handed in during this login (kept for an hour)")

  package static let importGone = Phrase(
    "import.gone",
    hans: "这个文件已经不在了：只保留一小时，只有上传它的那次登录看得到，服务器重启后也不保留。没有确认的内容都没有写入。请重新上传。",
    hant: "這個檔案已經不在了：只保留一小時，只有上傳它的那次登入看得到，伺服器重啟後也不保留。沒有確認的內容都沒有寫入。請重新上傳。",
    en: "This file is not here any more: it is kept for an hour, for the login that "
      + "handed it in alone, and not over a restart of the server. What was not "
      + "confirmed was not written. Hand it in again.")

  package static let importAgain = Phrase(
    "import.again",
    hans: "上传另一个文件",
    hant: "上傳另一個檔案",
    en: "Hand in another file")

  package static let importSiteUnknown = Phrase(
    "import.siteUnknown",
    hans: "没有代码或名称为“{0}”的小区。请先导入小区清单，或检查写法。",
    hant: "沒有代碼或名稱為「{0}」的小區。請先匯入小區清單，或檢查寫法。",
    en: "No site has the code or the name {0}. Import the list of sites first, or see "
      + "how it is written.")

  package static let importSiteTwice = Phrase(
    "import.siteTwice",
    hans: "有几个小区都叫“{0}”。请填写代码。",
    hant: "有幾個小區都叫「{0}」。請填寫代碼。",
    en: "Several sites are called {0}. Give the code.")

  package static let importPreviewTitle = Phrase(
    "import.previewTitle",
    hans: "导入会改动什么",
    hant: "匯入會改動什麼",
    en: "What the import would change")

  package static let importDoneTitle = Phrase(
    "import.doneTitle",
    hans: "已导入",
    hant: "已匯入",
    en: "Imported")

  package static let importDone = Phrase(
    "import.done",
    hans: "{0} 已导入：新增 {1}，改动 {2}，不变 {3}；未采用 {4} 行，见下表。",
    hant: "{0} 已匯入：新增 {1}，改動 {2}，不變 {3}；未採用 {4} 列，見下表。",
    en: "Imported at {0}: {1} new, {2} changed, {3} the same; {4} {4?row was|rows "
      + "were} not taken, see below.")

  package static let importNothingYet = Phrase(
    "import.nothingYet",
    hans: "还没有写入任何内容。",
    hant: "還沒有寫入任何內容。",
    en: "Nothing has been written yet.")

  package static let importEncodingGuessed = Phrase(
    "import.encodingGuessed",
    hans: "按 {0} 读取；这个文件也可能是 {1}。请看下面的姓名是否正确，不对就另选编码。",
    hant: "按 {0} 讀取；這個檔案也可能是 {1}。請看下面的姓名是否正確，不對就另選編碼。",
    en: "It was read as {0}, and could be {1} as well. See whether the names below are "
      + "right, and choose another encoding if they are not.")

  package static let importFor = Phrase(
    "import.for",
    hans: "用于",
    hant: "用於",
    en: "For")

  package static let importKept = Phrase(
    "import.kept",
    hans: "保留至",
    hant: "保留至",
    en: "Kept until")

  package static let importEncoding = Phrase(
    "import.encoding",
    hans: "编码",
    hant: "編碼",
    en: "Encoding")

  package static let importSheet = Phrase(
    "import.sheet",
    hans: "工作表",
    hant: "工作表",
    en: "Sheet")

  package static let importChoose = Phrase(
    "import.choose",
    hans: "选择工作表或编码",
    hant: "選擇工作表或編碼",
    en: "Choice of sheet or encoding")

  package static let importChooseButton = Phrase(
    "import.chooseButton",
    hans: "这样读取",
    hant: "這樣讀取",
    en: "Read it this way")

  package static let importTotals = Phrase(
    "import.totals",
    hans: "合计",
    hant: "合計",
    en: "Totals")

  package static let importAdded = Phrase(
    "import.added",
    hans: "新增",
    hant: "新增",
    en: "new")

  package static let importChanged = Phrase(
    "import.changed",
    hans: "改动",
    hant: "改動",
    en: "changed")

  package static let importSame = Phrase(
    "import.same",
    hans: "不变",
    hant: "不變",
    en: "the same")

  package static let importNotTaken = Phrase(
    "import.notTaken",
    hans: "未采用",
    hant: "未採用",
    en: "not taken")

  package static let importBlanks = Phrase(
    "import.blanks",
    hans: "文件里没有的列、空白的单元格都不改动已有内容；只有写明“否”才会取消“不走访”。名单里没有的房号保持原样。",
    hant: "檔案裡沒有的欄、空白的儲存格都不改動已有內容；只有寫明「否」才會取消「不走訪」。名單裡沒有的房號保持原樣。",
    en: "A column that the file does not have and an empty cell change nothing; only a "
      + "plain no lifts “do not visit”. Units that the list does not name stay as they "
      + "are.")

  package static let importRows = Phrase(
    "import.rows",
    hans: "逐行结果",
    hant: "逐列結果",
    en: "Row by row")

  package static let importRow = Phrase(
    "import.row",
    hans: "行",
    hant: "列",
    en: "Row")

  package static let importSubject = Phrase(
    "import.subject",
    hans: "房号或代码",
    hant: "房號或代碼",
    en: "Unit or code")

  package static let importOutcome = Phrase(
    "import.outcome",
    hans: "结果",
    hant: "結果",
    en: "Outcome")

  package static let importCell = Phrase(
    "import.cell",
    hans: "单元格",
    hant: "儲存格",
    en: "Cell")

  package static let importDetail = Phrase(
    "import.detail",
    hans: "改动或原因",
    hant: "改動或原因",
    en: "Changes or reason")

  package static let importColumns = Phrase(
    "import.columns",
    hans: "列的用途",
    hant: "欄的用途",
    en: "Columns")

  package static let importHeading = Phrase(
    "import.heading",
    hans: "列名",
    hant: "欄名",
    en: "Heading")

  package static let importTakenFor = Phrase(
    "import.takenFor",
    hans: "读作",
    hant: "讀作",
    en: "Read as")

  package static let importPassedOver = Phrase(
    "import.passedOver",
    hans: "不认识，略过",
    hant: "不認識，略過",
    en: "not known, passed over")

  package static let importOddities = Phrase(
    "import.oddities",
    hans: "需要留意的地方",
    hant: "需要留意的地方",
    en: "What is odd in the file")

  package static let importOddity = Phrase(
    "import.oddity",
    hans: "说明",
    hant: "說明",
    en: "What it is")

  package static let importValue = Phrase(
    "import.value",
    hans: "{0}：{1}",
    hant: "{0}：{1}",
    en: "{0}: {1}")

  package static let importChange = Phrase(
    "import.change",
    hans: "{0}：{1} → {2}",
    hant: "{0}：{1} → {2}",
    en: "{0}: {1} → {2}")

  package static let importNamePassedOver = Phrase(
    "import.namePassedOver",
    hans: "这里登记为无人居住，姓名和电话没有采用。",
    hant: "這裡登記為無人居住，姓名和電話沒有採用。",
    en: "Nobody is on record as living there: name and telephone are passed over.")

  package static let importNoChange = Phrase(
    "import.noChange",
    hans: "新增 0，改动 0：没有什么要写入的。",
    hant: "新增 0，改動 0：沒有什麼要寫入的。",
    en: "0 new, 0 changed: there is nothing to write.")

  package static let importConfirmLegend = Phrase(
    "import.confirmLegend",
    hans: "写入：新增 {0}，改动 {1}；未采用的 {2} 行不写入",
    hant: "寫入：新增 {0}，改動 {1}；未採用的 {2} 列不寫入",
    en: "Write: {0} new, {1} changed; {2} {2?row|rows} not taken")

  package static let importConfirm = Phrase(
    "import.confirm",
    hans: "确认导入",
    hant: "確認匯入",
    en: "Import")

  package static let importOvertaken = Phrase(
    "import.overtaken",
    hans: "在您查看之后，记录有了变化，导入的结果会与看到的不同。什么都没有写入；现在的结果如下，请再看一遍并确认。",
    hant: "在您查看之後，記錄有了變化，匯入的結果會與看到的不同。什麼都沒有寫入；現在的結果如下，請再看一遍並確認。",
    en: "The records have changed since you looked, and the import would do something "
      + "else than you saw. Nothing was written; look at what it would do now, and "
      + "confirm that.")
}
