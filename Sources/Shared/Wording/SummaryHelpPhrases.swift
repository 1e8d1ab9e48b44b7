// What the commands of the summary and of letters say of themselves.

extension Phrase {
  package static let helpSummary = Phrase(
    "help.summary",
    hans: "月度客户访问工作总结",
    hant: "月度客戶訪問工作總結",
    en: "The monthly summary")

  package static let helpSummaryShow = Phrase(
    "help.summaryShow",
    hans: "一个月的数字，从记录算出",
    hant: "一個月的數字，從記錄算出",
    en: "A month's figures, computed from the records")

  package static let helpSummarySubmit = Phrase(
    "help.summarySubmit",
    hans: "提交给经理审批",
    hant: "提交給經理審批",
    en: "Submit it to the manager")

  package static let helpSummaryText = Phrase(
    "help.summaryText",
    hans: "说明文字的文件，- 为标准输入",
    hant: "說明文字的檔案，- 為標準輸入",
    en: "A file with the author's words; - for standard input.")

  package static let helpSummaryApprove = Phrase(
    "help.summaryApprove",
    hans: "批准并固定数字",
    hant: "批准並固定數字",
    en: "Approve it and freeze its figures")

  package static let helpSummaryReturn = Phrase(
    "help.summaryReturn",
    hans: "退回，写明改什么",
    hant: "退回，寫明改什麼",
    en: "Send it back, with what to put right")

  package static let helpSummaryShown = Phrase(
    "help.summaryShown",
    hans: "summary show --json 的 shown；不符则拒绝",
    hant: "summary show --json 的 shown；不符則拒絕",
    en: "The shown token of summary show --json; refused if anything has changed since.")

  package static let helpMatterDecide = Phrase(
    "help.matterDecide",
    hans: "经理对一件事的决定",
    hant: "經理對一件事的決定",
    en: "What the manager decides about a matter")

  package static let helpDecideMeasure = Phrase(
    "help.decideMeasure",
    hans: "采取什么措施",
    hant: "採取什麼措施",
    en: "The measure that is taken.")

  package static let helpDecideNone = Phrase(
    "help.decideNone",
    hans: "为什么不采取措施",
    hant: "為什麼不採取措施",
    en: "Why no measure is taken.")

  package static let helpDecideBeyond = Phrase(
    "help.decideBeyond",
    hans: "超出权限，要写工作联系函",
    hant: "超出權限，要寫工作聯繫函",
    en: "It is beyond the manager's authority and goes into a letter.")

  package static let helpDecideOneOf = Phrase(
    "help.decideOneOf",
    hans: "请从 --measure、--none、--beyond 中选一个。",
    hant: "請從 --measure、--none、--beyond 中選一個。",
    en: "Give one of --measure, --none and --beyond.")

  package static let helpLetter = Phrase(
    "help.letter",
    hans: "工作联系函",
    hant: "工作聯繫函",
    en: "Contact letters to head office")

  package static let helpLetterList = Phrase(
    "help.letterList",
    hans: "本小区的工作联系函",
    hant: "本小區的工作聯繫函",
    en: "The letters of a site")

  package static let helpLetterShow = Phrase(
    "help.letterShow",
    hans: "一封工作联系函及其答复",
    hant: "一封工作聯繫函及其答覆",
    en: "A letter with its answer")

  package static let helpLetterArgument = Phrase(
    "help.letterArgument",
    hans: "函的编号（前 6 位即可）",
    hant: "函的編號（前 6 位即可）",
    en: "The letter's id, or its first 6 digits.")

  package static let helpLetterWrite = Phrase(
    "help.letterWrite",
    hans: "就超出权限的事写函",
    hant: "就超出權限的事寫函",
    en: "Write a letter about matters beyond the manager's authority")

  package static let helpLetterMatter = Phrase(
    "help.letterMatter",
    hans: "涉及的事项编号（可重复）",
    hant: "涉及的事項編號（可重複）",
    en: "A matter that it is about (repeatable).")

  package static let helpLetterSubject = Phrase(
    "help.letterSubject",
    hans: "主题",
    hant: "主題",
    en: "The subject, on one line.")

  package static let helpLetterBackground = Phrase(
    "help.letterBackground",
    hans: "情况",
    hant: "情況",
    en: "What the matter is.")

  package static let helpLetterProposal = Phrase(
    "help.letterProposal",
    hans: "建议",
    hant: "建議",
    en: "What the sender proposes.")

  package static let helpLetterReplyBy = Phrase(
    "help.letterReplyBy",
    hans: "请公司最迟在此日答复",
    hant: "請公司最遲在此日答覆",
    en: "By when a reply is asked for.")
}
