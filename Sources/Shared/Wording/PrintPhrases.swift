// Forms for the printer: their titles and what stands on them only.

extension Phrase {
  package static let helpPrint = Phrase(
    "help.print",
    hans: "把访问记录、登记表、总结、联系函、通知、会议记录、提议申诉表或调查做成可打印的页面",
    hant: "把訪問記錄、登記表、總結、聯繫函、通知、會議記錄、提議申訴表或調查做成可列印的頁面",
    en: "Lay a visit, the register, a summary, a letter, a notice, minutes, a petition or a survey "
      + "out for the printer")

  package static let helpPrintWhat = Phrase(
    "help.printWhat",
    hans: "访问编号，或 visit、register、summary、letter、notice、minutes、petition、survey",
    hant: "訪問編號，或 visit、register、summary、letter、notice、minutes、petition、survey",
    en: "A visit, or: visit, register, summary, letter, notice, minutes, petition, survey.")

  package static let helpPrintRecord = Phrase(
    "help.printRecord",
    hans: "visit、letter、notice、minutes、petition 或 survey 的编号",
    hant: "visit、letter、notice、minutes、petition 或 survey 的編號",
    en: "Which visit, letter, notice, meeting, petition or survey.")

  package static let helpPrintBlank = Phrase(
    "help.printBlank",
    hans: "空白表",
    hant: "空白表",
    en: "A blank form.")

  package static let helpPrintOutput = Phrase(
    "help.printOutput",
    hans: "写入的文件；- 为标准输出",
    hant: "寫入的檔案；- 為標準輸出",
    en: "The file to write; - for standard output.")

  package static let printed = Phrase(
    "print.done",
    hans: "已写入 {0}。用浏览器打开后打印，纸张 A4。",
    hant: "已寫入 {0}。用瀏覽器開啟後列印，紙張 A4。",
    en: "Written to {0}. Open it in a browser and print it on A4.")

  package static let printedPersonal = Phrase(
    "print.personal",
    hans: "该文件未加密，载有住户的话；打印后请删除。",
    hant: "該檔案未加密，載有住戶的話；列印後請刪除。",
    en: "The file is not sealed and holds what households said: delete it once it is printed.")

  package static let printNothingBlank = Phrase(
    "print.nothingBlank",
    hans: "没有名为 {0} 的空白表。可选 visit、register、summary、letter、notice、minutes、petition、"
      + "survey。",
    hant: "沒有名為 {0} 的空白表。可選 visit、register、summary、letter、notice、minutes、petition、"
      + "survey。",
    en: "There is no blank form {0}. There are visit, register, summary, letter, notice, minutes, "
      + "petition and survey.")

  package static let printWhich = Phrase(
    "print.which",
    hans: "请写明是哪一个：rounds print {0} 编号；空白表加 --blank。",
    hant: "請寫明是哪一個：rounds print {0} 編號；空白表加 --blank。",
    en: "Say which one: rounds print {0} ID, or --blank for a blank form.")

  package static let printedVisit = Phrase(
    "print.visit",
    hans: "业户访问记录",
    hant: "業戶訪問記錄",
    en: "Household visit record")

  package static let printedRegister = Phrase(
    "print.register",
    hans: "走/回访情况登记表",
    hant: "走/回訪情況登記表",
    en: "Register of visits and return visits")

  package static let printedRegisterNote = Phrase(
    "print.registerNote",
    hans: "每次走访或回访一行",
    hant: "每次走訪或回訪一行",
    en: "A line for each visit or return visit")

  package static let printedSummary = Phrase(
    "print.summary",
    hans: "月度客户访问工作总结",
    hant: "月度客戶訪問工作總結",
    en: "Monthly summary of visits")

  package static let printedLetter = Phrase(
    "print.letter",
    hans: "工作联系函",
    hant: "工作聯繫函",
    en: "Work contact letter")

  package static let printedMinutes = Phrase(
    "print.minutes",
    hans: "会议记录",
    hant: "會議記錄",
    en: "Minutes of a meeting")

  package static let printedPetition = Phrase(
    "print.petition",
    hans: "职员提议、申诉表",
    hant: "職員提議、申訴表",
    en: "Suggestion or appeal of an employee")

  package static let printedSlip = Phrase(
    "print.slip",
    hans: "满意度调查问卷",
    hant: "滿意度調查問卷",
    en: "Questionnaire about satisfaction")

  package static let printedSuppressed = Phrase(
    "print.suppressed",
    hans: "没有评分的不计入基数；少于 {0} 份的不公布。",
    hant: "沒有評分的不計入基數；少於 {0} 份的不公布。",
    en: "What was not graded is in no base; figures of fewer than {0} are not shown.")

  package static let printNoMeeting = Phrase(
    "print.noMeeting",
    hans: "那一周没有开例会，没有会议记录。",
    hant: "那一週沒有開例會，沒有會議記錄。",
    en: "The week had no meeting, so there are no minutes.")

  package static let printNotAnalysed = Phrase(
    "print.notAnalysed",
    hans: "还没有统计完成（survey analyse），没有可公布的结果。",
    hant: "還沒有統計完成（survey analyse），沒有可公布的結果。",
    en: "It is not analysed yet (survey analyse): there are no results to publish.")

  package static let printedSerial = Phrase(
    "print.serial",
    hans: "序号",
    hant: "序號",
    en: "No.")

  package static let printedItems = Phrase(
    "print.items",
    hans: "意见、建议、需求和投诉",
    hant: "意見、建議、需求和投訴",
    en: "Opinions, suggestions, needs and complaints")

  package static let printedSaid = Phrase(
    "print.said",
    hans: "按主题和类别统计",
    hant: "按主題和類別統計",
    en: "By topic and kind")

  package static let printedHandling = Phrase(
    "print.handling",
    hans: "处理",
    hant: "處理",
    en: "Handling")

  package static let printedDrawn = Phrase(
    "print.drawn",
    hans: "选取",
    hant: "選取",
    en: "Selected")

  package static let printedByDraw = Phrase(
    "print.byDraw",
    hans: "抽样",
    hant: "抽樣",
    en: "By draw")

  package static let printedByHand = Phrase(
    "print.byHand",
    hans: "自选",
    hant: "自選",
    en: "By hand")

  package static let printedBadge = Phrase(
    "print.badge",
    hans: "着装、工作证",
    hant: "著裝、工作證",
    en: "Dress and badge")

  package static let printedTelephone = Phrase(
    "print.telephone",
    hans: "电话",
    hant: "電話",
    en: "Telephone")

  package static let printedVoided = Phrase(
    "print.voided",
    hans: "此记录已作废。",
    hant: "此記錄已作廢。",
    en: "This record is voided.")

  package static let printedHousehold = Phrase(
    "print.household",
    hans: "被访人签名",
    hant: "被訪人簽名",
    en: "Household")

  package static let printedInterviewer = Phrase(
    "print.interviewer",
    hans: "访问人签名",
    hant: "訪問人簽名",
    en: "Interviewer")

  package static let printedSupervisor = Phrase(
    "print.supervisor",
    hans: "客服主管签名",
    hant: "客服主管簽名",
    en: "Customer-service supervisor")

  package static let printedManager = Phrase(
    "print.manager",
    hans: "物业服务中心经理签名",
    hant: "物業服務中心經理簽名",
    en: "Site manager")

  package static let printedNotPressed = Phrase(
    "print.notPressed",
    hans: "住户可以不签名，不得强求；不签不影响任何评价。",
    hant: "住戶可以不簽名，不得強求；不簽不影響任何評價。",
    en: "Households may decline to sign and are not pressed; nothing depends on it.")

  package static let printedFrom = Phrase(
    "print.from",
    hans: "发函单位",
    hant: "發函單位",
    en: "From")

  package static let printedTo = Phrase(
    "print.to",
    hans: "收函单位",
    hant: "收函單位",
    en: "To")

  package static let printedOffice = Phrase(
    "print.office",
    hans: "公司客户服务主管部门",
    hant: "公司客戶服務主管部門",
    en: "customer-service department of the company")

  package static let printedCopy = Phrase(
    "print.copy",
    hans: "抄送",
    hant: "抄送",
    en: "Copy")

  package static let printedAttachments = Phrase(
    "print.attachments",
    hans: "附件",
    hant: "附件",
    en: "Attachments")

  package static let printedDrafted = Phrase(
    "print.drafted",
    hans: "拟稿",
    hant: "擬稿",
    en: "Drafted by")

  package static let printedSigned = Phrase(
    "print.signed",
    hans: "签发",
    hant: "簽發",
    en: "Signed by")

  package static let printedSeal = Phrase(
    "print.seal",
    hans: "盖章",
    hant: "蓋章",
    en: "Seal")

  package static let printedMatters = Phrase(
    "print.matters",
    hans: "涉及事项",
    hant: "涉及事項",
    en: "Matters")

  package static let printedReply = Phrase(
    "print.reply",
    hans: "答复",
    hant: "答覆",
    en: "Reply")

  package static let printedDeclined = Phrase(
    "print.declined",
    hans: "不采纳",
    hant: "不採納",
    en: "Declined")

  package static let printedRepliedBy = Phrase(
    "print.repliedBy",
    hans: "答复人",
    hant: "答覆人",
    en: "Replied by")

  package static let printedRouting = Phrase(
    "print.routing",
    hans: "各项的去向",
    hant: "各項的去向",
    en: "What became of each")

  package static let printedTold = Phrase(
    "print.told",
    hans: "反馈",
    hant: "反饋",
    en: "Told")

  package static let printedProposes = Phrase(
    "print.proposes",
    hans: "建议回复",
    hant: "建議回覆",
    en: "Feedback proposed")

  package static let printedConflict = Phrase(
    "print.conflict",
    hans: "此记录有两种写法尚未确定，此处只印出其一。",
    hant: "此記錄有兩種寫法尚未確定，此處只印出其一。",
    en: "Two versions of this record wait to be settled; one of them is printed here.")

  package static let printedNone = Phrase(
    "print.none",
    hans: "{0} 没有走访或回访。",
    hant: "{0} 沒有走訪或回訪。",
    en: "No visit or return visit in {0}.")

  package static let printedSignedOther = Phrase(
    "print.signedOther",
    hans: "签名后内容已改",
    hant: "簽名後內容已改",
    en: "changed since it was signed")

  package static let printedMonthOf = Phrase(
    "print.monthOf",
    hans: "所属月度总结",
    hant: "所屬月度總結",
    en: "Monthly summary of")

  package static let printTooMuch = Phrase(
    "print.tooMuch",
    hans: "打印 {0} 时，多写的编号或月份不起作用，请删去。空白表不带编号和月份。",
    hant: "列印 {0} 時，多寫的編號或月份不起作用，請刪去。空白表不帶編號和月份。",
    en: "A record or a month that was said has no part in printing {0}: leave it out. Blank "
      + "forms take neither.")

  package static let printThere = Phrase(
    "print.there",
    hans: "{0} 已存在，没有覆盖。请用 --output 另选文件，或加 --force。",
    hant: "{0} 已存在，沒有覆蓋。請用 --output 另選檔案，或加 --force。",
    en: "{0} exists already and was not replaced: choose another file with --output, or add "
      + "--force.")

  package static let printNoJSON = Phrase(
    "print.noJSON",
    hans: "--output - 输出的是打印页本身，不能同时用 --json。",
    hant: "--output - 輸出的是列印頁本身，不能同時用 --json。",
    en: "--output - writes the page itself and cannot go together with --json.")

  package static let printedCode = Phrase(
    "print.code",
    hans: "本记录的二维码",
    hant: "本記錄的二維碼",
    en: "Code of this record")

  package static let printedCodeHow = Phrase(
    "print.codeHow",
    hans: "用手机扫描，登录后打开这条记录。",
    hant: "用手機掃描，登入後開啟這條記錄。",
    en: "Scan it with a telephone: it opens the record after a login.")

  package static let pagePrint = Phrase(
    "page.pagePrint",
    hans: "打印",
    hant: "列印",
    en: "Print")

  package static let pagePrintRegister = Phrase(
    "page.pagePrintRegister",
    hans: "打印 {0} 登记表",
    hant: "列印 {0} 登記表",
    en: "Print the register of {0}")

  package static let pageForms = Phrase(
    "page.pageForms",
    hans: "空白表",
    hant: "空白表",
    en: "Blank forms")

  package static let pageFormsNote = Phrase(
    "page.pageFormsNote",
    hans: "打开后用浏览器打印，纸张 A4。填好的表在各条记录的页面上打印。",
    hant: "開啟後用瀏覽器列印，紙張 A4。填好的表在各條記錄的頁面上列印。",
    en:
      "Open one and print it from the browser on A4. Filled forms are printed from the pages of their "
      + "records.")
}
