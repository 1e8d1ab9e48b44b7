// What is due, by whom and until when.

extension Phrase {
  package static let codeObligationOpen = Phrase(
    "code.obligationOpen",
    hans: "待办",
    hant: "待辦",
    en: "open")

  package static let codeObligationMet = Phrase(
    "code.obligationMet",
    hans: "按时",
    hant: "按時",
    en: "in time")

  package static let codeObligationLate = Phrase(
    "code.obligationLate",
    hans: "迟办",
    hant: "遲辦",
    en: "late")

  package static let codeObligationOverdue = Phrase(
    "code.obligationOverdue",
    hans: "逾期",
    hant: "逾期",
    en: "overdue")

  package static let codeObligationWaived = Phrase(
    "code.obligationWaived",
    hans: "已豁免",
    hant: "已豁免",
    en: "waived")

  package static let codeObligationPastTarget = Phrase(
    "code.obligationPastTarget",
    hans: "过目标日",
    hant: "過目標日",
    en: "past its target")

  package static let obligationRoute = Phrase(
    "obligation.route",
    hans: "转办意见",
    hant: "轉辦意見",
    en: "send it where it belongs")

  package static let obligationVisits = Phrase(
    "obligation.visits",
    hans: "当月走访",
    hant: "當月走訪",
    en: "the month's visits")

  package static let obligationFeedback = Phrase(
    "obligation.feedback",
    hans: "当面反馈",
    hant: "當面回饋",
    en: "give feedback")

  package static let obligationSubmit = Phrase(
    "obligation.submit",
    hans: "提交记录",
    hant: "提交記錄",
    en: "submit the record")

  package static let obligationReview = Phrase(
    "obligation.review",
    hans: "审核或答复",
    hant: "審核或答覆",
    en: "review or answer")

  package static let obligationSummary = Phrase(
    "obligation.summary",
    hans: "月度总结",
    hant: "月度總結",
    en: "the monthly summary")

  package static let obligationApproval = Phrase(
    "obligation.approval",
    hans: "审批总结",
    hant: "審批總結",
    en: "approve the summary")

  package static let obligationReply = Phrase(
    "obligation.reply",
    hans: "答复工作联系函",
    hant: "答覆工作聯繫函",
    en: "answer the letter")

  package static let dueTitle = Phrase(
    "obligation.title",
    hans: "期限",
    hant: "期限",
    en: "What is due")

  package static let obligationsProvisional = Phrase(
    "obligation.provisional",
    hans: "带 * 的日期涉及还没有放假通知的年份，以后可能有变。",
    hant: "帶 * 的日期涉及還沒有放假通知的年份，以後可能有變。",
    en: "Days with * reach into a year whose holiday notice is not loaded yet, and may change.")

  package static let labelObligation = Phrase(
    "obligation.labelWhat",
    hans: "要做的事",
    hant: "要做的事",
    en: "To do")

  package static let labelWho = Phrase(
    "obligation.labelWho",
    hans: "责任人",
    hant: "責任人",
    en: "By whom")

  package static let labelAbout = Phrase(
    "obligation.labelAbout",
    hans: "涉及",
    hant: "涉及",
    en: "About")

  package static let labelTarget = Phrase(
    "obligation.labelTarget",
    hans: "目标",
    hant: "目標",
    en: "Target only")

  package static let labelInTime = Phrase(
    "obligation.labelInTime",
    hans: "按时",
    hant: "按時",
    en: "In time")

  package static let labelEscalated = Phrase(
    "obligation.labelEscalated",
    hans: "已上报公司",
    hant: "已上報公司",
    en: "Before head office since")

  package static let labelTimeliness = Phrase(
    "obligation.labelTimeliness",
    hans: "{0} 按时",
    hant: "{0} 按時",
    en: "{0} in time")

  package static let pageTimeliness = Phrase(
    "obligation.pageTimeliness",
    hans: "按时率",
    hant: "按時率",
    en: "How many were met in time")

  package static let pageCalendarFeed = Phrase(
    "obligation.pageFeed",
    hans: "我的日历（可在日历程序中订阅）",
    hant: "我的行事曆（可在行事曆程式中訂閱）",
    en: "My calendar, to subscribe to")

  package static let obligationWaived = Phrase(
    "obligation.waived",
    hans: "{0}：已豁免。",
    hant: "{0}：已豁免。",
    en: "{0} is waived.")

  package static let noSuchObligation = Phrase(
    "obligation.none",
    hans: "现在没有这样的待办事项。",
    hant: "現在沒有這樣的待辦事項。",
    en: "There is no such obligation now.")

  package static let waiverRole = Phrase(
    "obligation.waiverRole",
    hans: "只有公司的审核人员或管理员可以豁免。",
    hant: "只有公司的審核人員或管理員可以豁免。",
    en: "Only the company's reviewers and administrators may waive an obligation.")

  package static let helpDue = Phrase(
    "help.due",
    hans: "有期限的事，按规则和日期",
    hant: "有期限的事，按規則和日期",
    en: "Everything with a deadline, by rule and day")

  package static let helpDueAll = Phrase(
    "help.dueAll",
    hans: "连同已办的",
    hant: "連同已辦的",
    en: "Also what is done.")

  package static let helpDueMine = Phrase(
    "help.dueMine",
    hans: "只列出本人的",
    hant: "只列出本人的",
    en: "Only what is this person's.")

  package static let helpDueWaive = Phrase(
    "help.dueWaive",
    hans: "豁免一项，写明理由",
    hant: "豁免一項，寫明理由",
    en: "Let an obligation go, with a reason")

  package static let helpDueRule = Phrase(
    "help.dueRule",
    hans: "规则，例如 R1-36",
    hant: "規則，例如 R1-36",
    en: "The rule, such as R1-36.")

  package static let helpDueAbout = Phrase(
    "help.dueAbout",
    hans: "事项编号（due --json 的 subject，前 6 位即可）",
    hant: "事項編號（due --json 的 subject，前 6 位即可）",
    en: "What it is about: the subject of due --json, or its first 6 digits.")
}
