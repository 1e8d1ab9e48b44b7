// What is said about workbooks and text tables: why one was not read or written, and what is odd in its
// cells. Rows and columns are named as the spreadsheet names them.

extension Phrase {
  package static let bookEmpty = Phrase(
    "book.empty",
    hans: "文件是空的。请检查是否选对了文件。",
    hant: "檔案是空的。請檢查是否選對了檔案。",
    en: "The file is empty. See whether it is the right one.")

  package static let bookTooLarge = Phrase(
    "book.tooLarge",
    hans: "文件超过 {0} MiB，未读取。请按小区或楼栋分成几个文件。",
    hant: "檔案超過 {0} MiB，未讀取。請按屋苑或樓棟分成幾個檔案。",
    en: "The file is larger than {0} MiB and was not read. Divide it, for instance by building.")

  package static let bookOldExcel = Phrase(
    "book.oldExcel",
    hans: "这是旧版 Excel（.xls）文件，或设了密码的工作簿。请去掉密码，另存为“Excel 工作簿 (.xlsx)”后再试。",
    hant: "這是舊版 Excel（.xls）檔案，或設了密碼的活頁簿。請移除密碼，另存為「Excel 活頁簿 (.xlsx)」後再試。",
    en: "This is a file of an old Excel (.xls), or a workbook with a password. Take the password "
      + "off, save it as “Excel Workbook (.xlsx)”, and try again.")

  package static let bookBinary = Phrase(
    "book.binary",
    hans: "这是二进制工作簿（.xlsb）。请另存为“Excel 工作簿 (.xlsx)”后再试。",
    hant: "這是二進位活頁簿（.xlsb）。請另存為「Excel 活頁簿 (.xlsx)」後再試。",
    en: "This is a binary workbook (.xlsb). Save it as “Excel Workbook (.xlsx)”, and try again.")

  package static let bookOpenDocument = Phrase(
    "book.openDocument",
    hans: "这是 OpenDocument 文件。请另存为 .xlsx 后再试。",
    hant: "這是 OpenDocument 檔案。請另存為 .xlsx 後再試。",
    en: "This is an OpenDocument file. Save it as .xlsx, and try again.")

  package static let bookUnknown = Phrase(
    "book.unknown",
    hans: "文件不是 .xlsx 工作簿，也不是 CSV 文本。请另存为其中一种后再试。",
    hant: "檔案不是 .xlsx 活頁簿，也不是 CSV 文字檔。請另存為其中一種後再試。",
    en: "The file is neither an .xlsx workbook nor CSV text. Save it as one of these, and try "
      + "again.")

  package static let bookEncrypted = Phrase(
    "book.encrypted",
    hans: "工作簿设了密码。请去掉密码后再试。",
    hant: "活頁簿設了密碼。請移除密碼後再試。",
    en: "The workbook has a password. Take it off, and try again.")

  package static let bookDamaged = Phrase(
    "book.damaged",
    hans: "工作簿已损坏（{0}）：可能没有传完。请重新取得文件，或在 Excel 中打开后另存。",
    hant: "活頁簿已損壞（{0}）：可能沒有傳完。請重新取得檔案，或在 Excel 中開啟後另存。",
    en: "The workbook is damaged ({0}); perhaps it was cut off on its way. Get it again, or open "
      + "it in Excel and save it anew.")

  package static let bookMissing = Phrase(
    "book.missing",
    hans: "工作簿缺少一部分（{0}）。请在 Excel 中打开后另存，再试。",
    hant: "活頁簿缺少一部分（{0}）。請在 Excel 中開啟後另存，再試。",
    en: "A part of the workbook is missing ({0}). Open it in Excel, save it anew, and try again.")

  package static let bookBadXML = Phrase(
    "book.badXML",
    hans: "工作簿的一部分（{0}）无法读取：XML 第 {1} 行第 {2} 列有错。请在 Excel 中打开后另存，再试。",
    hant: "活頁簿的一部分（{0}）無法讀取：XML 第 {1} 行第 {2} 列有錯。請在 Excel 中開啟後另存，再試。",
    en: "A part of the workbook ({0}) cannot be read: its XML is wrong in line {1}, column {2}. "
      + "Open it in Excel, save it anew, and try again.")

  package static let bookForbidden = Phrase(
    "book.forbidden",
    hans: "工作簿的一部分（{0}）含有表格不应有的内容（文档类型声明或 UTF-8 以外的编码），未读取。请确认文件来源可靠。",
    hant: "活頁簿的一部分（{0}）含有試算表不應有的內容（文件類型宣告或 UTF-8 以外的編碼），未讀取。請確認檔案來源可靠。",
    en: "A part of the workbook ({0}) holds what no spreadsheet writes (a document type, or an "
      + "encoding other than UTF-8) and was not read. Make sure where the file comes from.")

  package static let bookTooManyParts = Phrase(
    "book.tooManyParts",
    hans: "工作簿的组成部分或工作表多于 {0} 个，未读取。请只留需要的工作表，另存后再试。",
    hant: "活頁簿的組成部分或工作表多於 {0} 個，未讀取。請只留需要的工作表，另存後再試。",
    en: "The workbook has more than {0} parts or sheets and was not read. Keep only the sheets "
      + "that are needed, save it anew, and try again.")

  package static let bookPartTooLarge = Phrase(
    "book.partTooLarge",
    hans: "工作簿的一部分（{0}）展开后过大，未读取。请只留需要的行列，另存后再试。",
    hant: "活頁簿的一部分（{0}）展開後過大，未讀取。請只留需要的列欄，另存後再試。",
    en: "A part of the workbook ({0}) unpacks to too much and was not read. Keep only the rows "
      + "and columns that are needed, save it anew, and try again.")

  package static let bookTooManyCells = Phrase(
    "book.tooManyCells",
    hans: "表格的单元格多于 {0} 个，未读取。请分成几个文件。",
    hant: "表格的儲存格多於 {0} 個，未讀取。請分成幾個檔案。",
    en: "The table has more than {0} cells and was not read. Divide it into several files.")

  package static let bookNoText = Phrase(
    "book.noText",
    hans: "第 {0} 行不是 UTF-8、GB18030 或 Big5 文本。请另存为“CSV UTF-8”或 .xlsx 后再试。",
    hant: "第 {0} 行不是 UTF-8、GB18030 或 Big5 文字。請另存為「CSV UTF-8」或 .xlsx 後再試。",
    en: "Line {0} is no text in UTF-8, GB18030 or Big5. Save the file as “CSV UTF-8” or .xlsx, "
      + "and try again.")

  package static let bookNoTextIn = Phrase(
    "book.noTextIn",
    hans: "按 {0} 读取时第 {1} 行出错。请选择另一种编码，或另存为“CSV UTF-8”。",
    hant: "按 {0} 讀取時第 {1} 行出錯。請選擇另一種編碼，或另存為「CSV UTF-8」。",
    en: "Line {1} is no text in {0}. Choose another encoding, or save the file as “CSV UTF-8”.")
}

extension Phrase {
  package static let sheetZerosFilled = Phrase(
    "sheet.zerosFilled",
    hans: "第 {0} 行 {1} 列是数字，按显示补足前面的零，读作“{2}”。",
    hant: "第 {0} 列 {1} 欄是數字，按顯示補足前面的零，讀作「{2}」。",
    en: "Row {0}, column {1} is a number; it was filled up with zeros as it is shown and read as "
      + "“{2}”.")

  package static let sheetZerosLost = Phrase(
    "sheet.zerosLost",
    hans: "{1} 列有的单元格以零开头，第 {0} 行的“{2}”却是数字，前面的零可能丢了。请把整列设为文本并检查。",
    hant: "{1} 欄有的儲存格以零開頭，第 {0} 列的「{2}」卻是數字，前面的零可能丟了。請把整欄設為文字並檢查。",
    en: "Column {1} has texts that begin with zeros, but “{2}” in row {0} is a number; zeros may "
      + "be lost. Make the whole column text and look it through.")

  package static let sheetDigitsLost = Phrase(
    "sheet.digitsLost",
    hans: "第 {0} 行 {1} 列的“{2}”位数过多，可能已被表格软件改动。请按原件核对，并把该列设为文本。",
    hant: "第 {0} 列 {1} 欄的「{2}」位數過多，可能已被試算表軟體改動。請按原件核對，並把該欄設為文字。",
    en: "“{2}” in row {0}, column {1} has more digits than spreadsheets keep; some may be lost. "
      + "Compare it with the original, and make the column text.")

  package static let sheetFormulaEmpty = Phrase(
    "sheet.formulaEmpty",
    hans: "第 {0} 行 {1} 列是公式，没有结果，当作空白。请在 Excel 中打开并保存一次。",
    hant: "第 {0} 列 {1} 欄是公式，沒有結果，當作空白。請在 Excel 中開啟並儲存一次。",
    en: "Row {0}, column {1} is a formula without a result and counts as empty. Open the file in "
      + "Excel and save it once.")

  package static let sheetMerged = Phrase(
    "sheet.merged",
    hans: "{0} 是合并的单元格，只有第一格有值，其余当作空白。",
    hant: "{0} 是合併的儲存格，只有第一格有值，其餘當作空白。",
    en: "{0} is merged: only its first cell has a value, the others count as empty.")

  package static let sheetHidden = Phrase(
    "sheet.hidden",
    hans: "这个工作表是隐藏的。",
    hant: "這個工作表是隱藏的。",
    en: "This sheet is hidden.")

  package static let sheetRowHidden = Phrase(
    "sheet.rowHidden",
    hans: "第 {0} 行是隐藏的，也读取了。",
    hant: "第 {0} 列是隱藏的，也讀取了。",
    en: "Row {0} is hidden; it was read all the same.")

  package static let sheetColumnHidden = Phrase(
    "sheet.columnHidden",
    hans: "{0} 列是隐藏的，也读取了。",
    hant: "{0} 欄是隱藏的，也讀取了。",
    en: "Column {0} is hidden; it was read all the same.")

  package static let sheetTotalRow = Phrase(
    "sheet.totalRow",
    hans: "第 {0} 行（“{1}”）像是合计行。若不是数据，请删去。",
    hant: "第 {0} 列（「{1}」）像是合計列。若不是資料，請刪去。",
    en: "Row {0} (“{1}”) looks like a total. Delete it unless it is data.")

  package static let sheetNoDate = Phrase(
    "sheet.noDate",
    hans: "第 {0} 行 {1} 列的 {2} 不是任何日期。请改正。",
    hant: "第 {0} 列 {1} 欄的 {2} 不是任何日期。請改正。",
    en: "{2} in row {0}, column {1} is no day. Correct it.")

  package static let sheetErrorValue = Phrase(
    "sheet.errorValue",
    hans: "第 {0} 行 {1} 列是错误值 {2}。请改正公式，或填入值。",
    hant: "第 {0} 列 {1} 欄是錯誤值 {2}。請改正公式，或填入值。",
    en: "Row {0}, column {1} holds the error {2}. Correct the formula, or put in the value.")

  package static let sheetUnreadable = Phrase(
    "sheet.unreadable",
    hans: "第 {0} 行 {1} 列无法读取（“{2}”）。请在 Excel 中打开后另存，再试。",
    hant: "第 {0} 列 {1} 欄無法讀取（「{2}」）。請在 Excel 中開啟後另存，再試。",
    en: "Row {0}, column {1} cannot be read (“{2}”). Open the file in Excel, save it anew, and "
      + "try again.")

  package static let sheetControl = Phrase(
    "sheet.control",
    hans: "第 {0} 行 {1} 列含有控制字符。请重新输入。",
    hant: "第 {0} 列 {1} 欄含有控制字元。請重新輸入。",
    en: "Row {0}, column {1} holds a control character. Type it anew.")

  package static let sheetCellTwice = Phrase(
    "sheet.cellTwice",
    hans: "第 {0} 行 {1} 列在文件中出现两次，取了前一个。请在 Excel 中打开后另存，再试。",
    hant: "第 {0} 列 {1} 欄在檔案中出現兩次，取了前一個。請在 Excel 中開啟後另存，再試。",
    en: "Row {0}, column {1} comes twice in the file; the first was taken. Open it in Excel, "
      + "save it anew, and try again.")

  package static let sheetQuotes = Phrase(
    "sheet.quotes",
    hans: "第 {0} 行 {1} 列的引号不成对，整行未读取。请改正。",
    hant: "第 {0} 列 {1} 欄的引號不成對，整列未讀取。請改正。",
    en: "The quotes in row {0}, column {1} do not match; the row was not read. Correct it.")

  package static let sheetNotUTF8 = Phrase(
    "sheet.notUTF8",
    hans: "第 {0} 行 {1} 列不是文本，整行未读取。",
    hant: "第 {0} 列 {1} 欄不是文字，整列未讀取。",
    en: "Row {0}, column {1} is no text; the row was not read.")

  package static let sheetMoreNotes = Phrase(
    "sheet.moreNotes",
    hans: "还有 {0} 条提示没有列出。",
    hant: "還有 {0} 條提示沒有列出。",
    en: "{0} more {0?note is|notes are} not listed.")
}

extension Phrase {
  package static let bookNotes = Phrase(
    "book.notes", hans: "说明", hant: "說明", en: "Notes")

  package static let bookNoteTable = Phrase(
    "book.noteTable", hans: "表格", hant: "表格", en: "Table")

  package static let bookNoteWhat = Phrase(
    "book.noteWhat", hans: "项目", hant: "項目", en: "What")

  package static let bookNoteValue = Phrase(
    "book.noteValue", hans: "内容", hant: "內容", en: "Value")

  package static let bookMoreRemarks = Phrase(
    "book.moreRemarks",
    hans: "还有 {0} 个单元格的说明没有列出。",
    hant: "還有 {0} 個儲存格的說明沒有列出。",
    en: "Remarks on {0} more {0?cell|cells} are not listed.")

  package static let bookCutTexts = Phrase(
    "book.cutTexts",
    hans: "有 {0} 段文字超过一个单元格能容纳的 32,767 个字符，已在末尾标明 …[cut]。",
    hant: "有 {0} 段文字超過一個儲存格能容納的 32,767 個字元，已在末尾標明 …[cut]。",
    en: "{0} {0?text is|texts are} longer than the 32,767 characters of a cell and {0?ends|end} "
      + "in …[cut].")

  package static let bookFile = Phrase(
    "book.file",
    hans: "工作簿 {0} 无法写入：{1}。",
    hant: "活頁簿 {0} 無法寫入：{1}。",
    en: "The workbook {0} could not be written: {1}.")

  package static let bookLibrary = Phrase(
    "book.library",
    hans: "工作簿无法写入：{0}。若磁盘已满，请先腾出空间，再导出一次。",
    hant: "活頁簿無法寫入：{0}。若磁碟已滿，請先騰出空間，再匯出一次。",
    en: "The workbook could not be written: {0}. If the disk is full, make room and export again.")

  package static let bookTooManyRows = Phrase(
    "book.tooManyRows",
    hans: "一个工作表最多 {0} 行。请用条件缩小范围，或导出为 CSV。",
    hant: "一個工作表最多 {0} 列。請用條件縮小範圍，或匯出為 CSV。",
    en: "A sheet holds at most {0} rows. Narrow the table by a filter, or export it as CSV.")

  package static let bookIncomplete = Phrase(
    "book.incomplete",
    hans: "第 {0} 个工作表没有全部写到磁盘，文件已删除。请先腾出磁盘空间，再导出一次。",
    hant: "第 {0} 個工作表沒有全部寫到磁碟，檔案已刪除。請先騰出磁碟空間，再匯出一次。",
    en: "Sheet {0} did not get to the disk as a whole; the file was removed. Make room on the "
      + "disk and export again.")
}
