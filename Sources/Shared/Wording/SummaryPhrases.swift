// The monthly summary and contact letters, in words.

extension Phrase {
  package static let summaryStale = Phrase(
    "summary.stale",
    hans: "数字已经和您看到的不一样了。",
    hant: "數字已經和您看到的不一樣了。",
    en: "The figures are no longer what you were shown.")

  package static let matterOfAnotherSite = Phrase(
    "summary.otherSite",
    hans: "有一件事属于别的小区。",
    hant: "有一件事屬於別的小區。",
    en: "One of the matters is of another site.")

  package static let noSuchLetter = Phrase(
    "summary.noLetter",
    hans: "没有这封工作联系函。",
    hant: "沒有這封工作聯繫函。",
    en: "There is no such letter.")

  package static let summaryTitle = Phrase(
    "summary.title",
    hans: "{0} {1} 月度客户访问工作总结",
    hant: "{0} {1} 月度客戶訪問工作總結",
    en: "{0} {1}: monthly summary")

  package static let summarySubmitted = Phrase(
    "summary.submitted",
    hans: "{0} 的总结已提交审批。",
    hant: "{0} 的總結已提交審批。",
    en: "The summary of {0} is submitted.")

  package static let summaryApproved = Phrase(
    "summary.approved",
    hans: "{0} 的总结已批准，数字已固定。",
    hant: "{0} 的總結已批准，數字已固定。",
    en: "The summary of {0} is approved, its figures are frozen.")

  package static let summaryReturned = Phrase(
    "summary.returned",
    hans: "{0} 的总结已退回。",
    hant: "{0} 的總結已退回。",
    en: "The summary of {0} is sent back.")

  package static let summaryOvertaken = Phrase(
    "summary.overtaken",
    hans: "批准以后又有记录到达，现在的数字与批准的不同；公司的服务器将写出补充说明。",
    hant: "批准以後又有記錄到達，現在的數字與批准的不同；公司的伺服器將寫出補充說明。",
    en: "Records came after the approval, and the figures differ from those "
      + "approved; the office will write an amendment.")

  package static let summaryAmendmentLine = Phrase(
    "summary.amendment",
    hans: "补充说明第 {0} 号，{1}",
    hant: "補充說明第 {0} 號，{1}",
    en: "Amendment {0}, {1}")

  package static let decisionSaved = Phrase(
    "summary.decisionSaved",
    hans: "{0}：已决定。",
    hant: "{0}：已決定。",
    en: "{0}: decided.")

  package static let letterSaved = Phrase(
    "summary.letterSaved",
    hans: "工作联系函已保存：{0}",
    hant: "工作聯繫函已保存：{0}",
    en: "Contact letter saved: {0}")

  package static let letterReplied = Phrase(
    "summary.letterReplied",
    hans: "工作联系函 {0} 已答复。",
    hant: "工作聯繫函 {0} 已答覆。",
    en: "Contact letter {0} is answered.")

  package static let lettersTitle = Phrase(
    "summary.letters",
    hans: "工作联系函",
    hant: "工作聯繫函",
    en: "Contact letters")

  package static let letterTitle = Phrase(
    "summary.letter",
    hans: "工作联系函 {0}",
    hant: "工作聯繫函 {0}",
    en: "Contact letter {0}")

  package static let letterUnnumbered = Phrase(
    "summary.unnumbered",
    hans: "（待编号）",
    hant: "（待編號）",
    en: "(no number yet)")

  package static let codeSummaryDraft = Phrase(
    "code.summaryDraft",
    hans: "草稿",
    hant: "草稿",
    en: "draft")

  package static let codeSummarySubmitted = Phrase(
    "code.summarySubmitted",
    hans: "待审批",
    hant: "待審批",
    en: "submitted")

  package static let codeSummaryReturned = Phrase(
    "code.summaryReturned",
    hans: "已退回",
    hant: "已退回",
    en: "sent back")

  package static let codeSummaryApproved = Phrase(
    "code.summaryApproved",
    hans: "已批准",
    hant: "已批准",
    en: "approved")

  package static let codeDecisionMeasure = Phrase(
    "code.decisionMeasure",
    hans: "采取措施",
    hant: "採取措施",
    en: "measure")

  package static let codeDecisionNone = Phrase(
    "code.decisionNone",
    hans: "不采取措施",
    hant: "不採取措施",
    en: "no measure")

  package static let codeDecisionBeyond = Phrase(
    "code.decisionBeyond",
    hans: "超出权限，上报公司",
    hant: "超出權限，上報公司",
    en: "beyond authority")

  package static let labelLateRecords = Phrase(
    "label.lateRecords",
    hans: "迟交的记录",
    hant: "遲交的記錄",
    en: "Late records")

  package static let labelComplaints = Phrase(
    "label.complaints",
    hans: "投诉",
    hant: "投訴",
    en: "Complaints")

  package static let labelHardships = Phrase(
    "label.hardships",
    hans: "特殊困难",
    hant: "特殊困難",
    en: "Hardships")

  package static let labelPraise = Phrase(
    "label.praise",
    hans: "表扬",
    hant: "表揚",
    en: "Praise")

  package static let labelUndecided = Phrase(
    "label.undecided",
    hans: "待决定",
    hant: "待決定",
    en: "To be decided")

  package static let labelDigest2 = Phrase(
    "label.figuresDigest",
    hans: "数字摘要",
    hant: "數字摘要",
    en: "Digest of the figures")

  package static let labelAuthor = Phrase(
    "label.author",
    hans: "编写人",
    hant: "編寫人",
    en: "Author")

  package static let labelSubmittedAt = Phrase(
    "label.submittedAt",
    hans: "提交时间",
    hant: "提交時間",
    en: "Submitted")

  package static let labelDueDay = Phrase(
    "label.dueDay",
    hans: "期限",
    hant: "期限",
    en: "Due")

  package static let labelDecidedAt = Phrase(
    "label.decidedAt",
    hans: "审批时间",
    hant: "審批時間",
    en: "Decided")

  package static let labelMeasure = Phrase(
    "label.measure",
    hans: "措施",
    hant: "措施",
    en: "Measure")

  package static let labelSubject = Phrase(
    "label.subject",
    hans: "主题",
    hant: "主題",
    en: "Subject")

  package static let labelBackground = Phrase(
    "label.background",
    hans: "情况",
    hant: "情況",
    en: "Background")

  package static let labelProposal = Phrase(
    "label.proposal",
    hans: "建议",
    hant: "建議",
    en: "Proposal")

  package static let labelReplyBy = Phrase(
    "label.replyBy",
    hans: "答复期限",
    hant: "答覆期限",
    en: "Reply by")

  package static let labelReplyText = Phrase(
    "label.replyText",
    hans: "公司答复",
    hant: "公司答覆",
    en: "Answer")

  package static let labelAccepted = Phrase(
    "label.accepted",
    hans: "采纳",
    hant: "採納",
    en: "Accepted")

  package static let labelNumber = Phrase(
    "label.number",
    hans: "函号",
    hant: "函號",
    en: "Number")

  package static let labelWords = Phrase(
    "label.words",
    hans: "说明",
    hant: "說明",
    en: "In words")

  package static let labelByMode = Phrase(
    "label.byMode",
    hans: "按方式",
    hant: "按方式",
    en: "By mode")

  package static let labelSignatures = Phrase(
    "label.signatures",
    hans: "签名",
    hant: "簽名",
    en: "Signatures")

  package static let labelReasonsGiven = Phrase(
    "label.reasonsGiven",
    hans: "有理由的例外",
    hant: "有理由的例外",
    en: "Rules set aside, with reasons")

  package static let labelChannels = Phrase(
    "label.channels",
    hans: "其他渠道",
    hant: "其他渠道",
    en: "Other channels")

  package static let labelLettersOf = Phrase(
    "label.lettersOf",
    hans: "工作联系函",
    hant: "工作聯繫函",
    en: "Contact letters")

  package static let summaryApprovedFigures = Phrase(
    "summary.approvedFigures",
    hans: "批准的数字与现在的数字",
    hant: "批准的數字與現在的數字",
    en: "What was approved, and what the records give now")

  package static let labelFigure = Phrase(
    "label.figure",
    hans: "项目",
    hant: "項目",
    en: "Figure")

  package static let labelNow = Phrase(
    "label.now",
    hans: "现在",
    hant: "現在",
    en: "Now")

  package static let pageSubmitSummary = Phrase(
    "summary.pageSubmit",
    hans: "提交",
    hant: "提交",
    en: "Submit")

  package static let pageApproveSummary = Phrase(
    "summary.pageApprove",
    hans: "批准",
    hant: "批准",
    en: "Approve")

  package static let pageDecideMatter = Phrase(
    "summary.pageDecide",
    hans: "决定",
    hant: "決定",
    en: "Decide")

  package static let pageWriteLetter = Phrase(
    "summary.pageLetter",
    hans: "签发",
    hant: "簽發",
    en: "Sign")

  package static let pageReplyLetter = Phrase(
    "summary.pageReply",
    hans: "答复",
    hant: "答覆",
    en: "Answer")

  package static let pageMonthSummary = Phrase(
    "summary.pageMonth",
    hans: "{0} 的月度总结",
    hant: "{0} 的月度總結",
    en: "Summary of {0}")

  package static let pageUndecidedNote = Phrase(
    "summary.pageUndecided",
    hans: "下面的意见、建议和需求要先逐条决定，再批准。",
    hant: "下面的意見、建議和需求要先逐條決定，再批准。",
    en: "Decide about each of these before the summary is approved.")
}
