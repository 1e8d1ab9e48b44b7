// What the pages say where somebody decides: duplicate cases, conflicts, laptops, held records.

extension Phrase {
  package static let pageCaseTitle = Phrase(
    "page.pageCaseTitle",
    hans: "{1} {0} 的重复访问",
    hant: "{1} {0} 的重複訪問",
    en: "Duplicate case of {0}, {1}")

  package static let pageCaseReopened = Phrase(
    "page.pageCaseReopened",
    hans: "作出决定之后又来了一次访问，请重新查看。",
    hant: "作出決定之後又來了一次訪問，請重新查看。",
    en: "A visit came to this case after it was decided; look at it again.")

  package static let pageQuestion = Phrase(
    "page.pageQuestion",
    hans: "项目",
    hant: "項目",
    en: "Question")

  package static let pageVisitNumber = Phrase(
    "page.pageVisitNumber",
    hans: "访问 {0}",
    hant: "訪問 {0}",
    en: "Visit {0}")

  package static let pageCredited = Phrase(
    "page.pageCredited",
    hans: "（计入）",
    hant: "（計入）",
    en: "(credited)")

  package static let pageRecordedAt = Phrase(
    "page.pageRecordedAt",
    hans: "记录时间（电脑的时钟）",
    hant: "記錄時間（電腦的時鐘）",
    en: "Recorded (its clock)")

  package static let pageReceivedAt = Phrase(
    "page.pageReceivedAt",
    hans: "服务器收到",
    hant: "伺服器收到",
    en: "Received")

  package static let pageOrigin = Phrase(
    "page.pageOrigin",
    hans: "来源",
    hant: "來源",
    en: "Origin")

  package static let pageFromDraw = Phrase(
    "page.pageFromDraw",
    hans: "抽样",
    hant: "抽樣",
    en: "from a draw")

  package static let pageByHand = Phrase(
    "page.pageByHand",
    hans: "自选",
    hant: "自選",
    en: "by hand")

  package static let pageKnewAtStart = Phrase(
    "page.pageKnewAtStart",
    hans: "访问开始时电脑上已有",
    hant: "訪問開始時電腦上已有",
    en: "On the laptop when the visit began")

  package static let pageKnewAtEntry = Phrase(
    "page.pageKnewAtEntry",
    hans: "录入时电脑上已有",
    hant: "錄入時電腦上已有",
    en: "On the laptop when it was entered")

  package static let pageKnewVisit = Phrase(
    "page.pageKnewVisit",
    hans: "访问 {0}",
    hant: "訪問 {0}",
    en: "visit {0}")

  package static let pageKnewDraw = Phrase(
    "page.pageKnewDraw",
    hans: "访问 {0} 的抽样",
    hant: "訪問 {0} 的抽樣",
    en: "the draw of visit {0}")

  package static let pageKnewNothing = Phrase(
    "page.pageKnewNothing",
    hans: "没有其他访问",
    hant: "沒有其他訪問",
    en: "nothing of the others")

  package static let pageDecidedAgainst = Phrase(
    "page.pageDecidedAgainst",
    hans: "相对于{0}",
    hant: "相對於{0}",
    en: "against {0}")

  package static let pageDecisionWithoutEffect = Phrase(
    "page.pageDecisionWithoutEffect",
    hans: "（不再生效）",
    hant: "（不再生效）",
    en: "(no longer in force)")

  package static let pageDecideNote = Phrase(
    "page.pageDecideNote",
    hans: "对没有计入的每次访问作出决定，并写明理由。访问记录本身不会改动。",
    hant: "對沒有計入的每次訪問作出決定，並寫明理由。訪問記錄本身不會改動。",
    en: "Decide about each visit that is not credited, and give the reason. The visits "
      + "themselves are not changed.")

  package static let pageDecide = Phrase(
    "page.pageDecide",
    hans: "决定",
    hant: "決定",
    en: "Decide")

  package static let pageReopen = Phrase(
    "page.pageReopen",
    hans: "撤回决定",
    hant: "撤回決定",
    en: "Take the decision back")

  package static let pageConflictTitle = Phrase(
    "page.pageConflictTitle",
    hans: "{0} 的冲突",
    hant: "{0} 的衝突",
    en: "Conflict at {0}")

  package static let pageValues = Phrase(
    "page.pageValues",
    hans: "各个值",
    hant: "各個值",
    en: "All values")

  package static let pageNumber = Phrase(
    "page.pageNumber",
    hans: "编号",
    hant: "編號",
    en: "No.")

  package static let pageSettleLegend = Phrase(
    "page.pageSettleLegend",
    hans: "选定一个值",
    hant: "選定一個值",
    en: "Take one of the values")

  package static let pageSettleChoice = Phrase(
    "page.pageSettleChoice",
    hans: "要采用的值",
    hant: "要採用的值",
    en: "The value to take")

  package static let pageSettle = Phrase(
    "page.pageSettle",
    hans: "采用",
    hant: "採用",
    en: "Take it")

  package static let pageDevices = Phrase(
    "page.pageDevices",
    hans: "电脑",
    hant: "電腦",
    en: "Laptops")

  package static let pageWaiting = Phrase(
    "page.pageWaiting",
    hans: "等待确认",
    hant: "等待確認",
    en: "waits to be confirmed")

  package static let pageConfirm = Phrase(
    "page.pageConfirm",
    hans: "确认认识这台电脑",
    hant: "確認認識這台電腦",
    en: "Confirm that you know this laptop")

  package static let pageConfirmAll = Phrase(
    "page.pageConfirmAll",
    hans: "确认所有等待的电脑",
    hant: "確認所有等待的電腦",
    en: "Confirm all that wait")

  package static let pageRevoke = Phrase(
    "page.pageRevoke",
    hans: "停用这台电脑",
    hant: "停用這台電腦",
    en: "Revoke this laptop")

  package static let pageRevokeSure = Phrase(
    "page.pageRevokeSure",
    hans: "我确定：停用之后不能恢复",
    hant: "我確定：停用之後不能恢復",
    en: "I am sure: this cannot be undone")

  package static let pageHeld = Phrase(
    "page.pageHeld",
    hans: "被扣留的记录",
    hant: "被扣留的記錄",
    en: "Held records")

  package static let pageHeldTitle = Phrase(
    "page.pageHeldTitle",
    hans: "被扣留的记录 {0}",
    hant: "被扣留的記錄 {0}",
    en: "Held record {0}")

  package static let pageChanges = Phrase(
    "page.pageChanges",
    hans: "其中的改动",
    hant: "其中的改動",
    en: "Changes in it")

  package static let pageSealedTexts = Phrase(
    "page.pageSealedTexts",
    hans: "能打开的密封文字",
    hant: "能打開的密封文字",
    en: "Sealed texts that can be opened")

  package static let pageAdmitLegend = Phrase(
    "page.pageAdmitLegend",
    hans: "让这条记录生效",
    hant: "讓這條記錄生效",
    en: "Let this record take part")

  package static let pageAdmit = Phrase(
    "page.pageAdmit",
    hans: "接纳",
    hant: "接納",
    en: "Admit")
}
