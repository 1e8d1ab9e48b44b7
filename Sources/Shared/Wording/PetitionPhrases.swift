// Suggestions and appeals of employees.

extension Phrase {
  package static let obligationPetitionReply = Phrase(
    "obligation.petitionReply",
    hans: "回复提议、申诉",
    hant: "回覆提議、申訴",
    en: "reply to a petition")

  package static let obligationPetitionDecision = Phrase(
    "obligation.petitionDecision",
    hans: "处理提议、申诉",
    hant: "處理提議、申訴",
    en: "decide a petition")

  package static let obligationPublish = Phrase(
    "obligation.publish",
    hans: "公布报告、调查结果",
    hant: "公布報告、調查結果",
    en: "publish the report or the results")

  package static let obligationContract = Phrase(
    "obligation.contract",
    hans: "就合同与业户沟通",
    hant: "就合同與業戶溝通",
    en: "talk over the contract")

  package static let obligationProperty = Phrase(
    "obligation.property",
    hans: "通知业户财产情况",
    hant: "通知業戶財產情況",
    en: "tell the household of its property")

  package static let codePetition = Phrase(
    "code.petition",
    hans: "提议、申诉",
    hant: "提議、申訴",
    en: "petition")

  package static let codePetitionSuggestion = Phrase(
    "code.petitionSuggestion",
    hans: "提议",
    hant: "提議",
    en: "suggestion")

  package static let codePetitionAppeal = Phrase(
    "code.petitionAppeal",
    hans: "申诉",
    hant: "申訴",
    en: "appeal")

  package static let codePetitionAgrees = Phrase(
    "code.petitionAgrees",
    hans: "同意",
    hant: "同意",
    en: "agrees")

  package static let codePetitionDisagrees = Phrase(
    "code.petitionDisagrees",
    hans: "有异议",
    hant: "有異議",
    en: "disagrees")

  package static let codePetitionSubmitted = Phrase(
    "code.petitionSubmitted",
    hans: "待受理",
    hant: "待受理",
    en: "to be accepted")

  package static let codePetitionAccepted = Phrase(
    "code.petitionAccepted",
    hans: "已受理",
    hant: "已受理",
    en: "accepted")

  package static let codePetitionReplied = Phrase(
    "code.petitionReplied",
    hans: "已回复",
    hant: "已回覆",
    en: "replied")

  package static let codePetitionEscalated = Phrase(
    "code.petitionEscalated",
    hans: "在综合事务部",
    hant: "在綜合事務部",
    en: "with general affairs")

  package static let codePetitionDecided = Phrase(
    "code.petitionDecided",
    hans: "已处理",
    hant: "已處理",
    en: "decided")

  package static let codePetitionWithdrawn = Phrase(
    "code.petitionWithdrawn",
    hans: "已撤回",
    hant: "已撤回",
    en: "withdrawn")

  package static let codePetitionAgreed = Phrase(
    "code.petitionAgreed",
    hans: "已同意回复",
    hant: "已同意回覆",
    en: "settled by the reply")

  package static let petitionsTitle = Phrase(
    "petition.title",
    hans: "提议与申诉",
    hant: "提議與申訴",
    en: "Suggestions and appeals")

  package static let petitionFiled = Phrase(
    "petition.filed",
    hans: "{0} 已提交给直接上级 {1}；受理后一周内回复，最迟 {2}。",
    hant: "{0} 已提交給直接上級 {1}；受理後一週內回覆，最遲 {2}。",
    en: "{0} is handed to {1}, who replies within a week of accepting it; by {2} as it is now.")

  package static let petitionDone = Phrase(
    "petition.done",
    hans: "{0}：{1}。",
    hant: "{0}：{1}。",
    en: "{0}: {1}.")

  package static let noSuchPetition = Phrase(
    "petition.noSuch",
    hans: "没有这件提议、申诉，或者与本人无关。",
    hant: "沒有這件提議、申訴，或者與本人無關。",
    en: "There is no such petition, or it is not yours to see.")

  package static let petitionClosedText = Phrase(
    "petition.closedText",
    hans: "内容打不开：钥匙只给当事人、上级和处理的人，或已到期销毁。",
    hant: "內容打不開：鑰匙只給當事人、上級和處理的人，或已到期銷燬。",
    en: "It cannot be opened: the key is for the parties and who decides, or was "
      + "destroyed after its time.")

  package static let labelPetitionMatter = Phrase(
    "label.petitionMatter",
    hans: "事项",
    hant: "事項",
    en: "Matter")

  package static let labelFacts = Phrase(
    "label.facts",
    hans: "事实",
    hant: "事實",
    en: "Facts")

  package static let labelEvidence = Phrase(
    "label.evidence",
    hans: "证据",
    hant: "證據",
    en: "Evidence")

  package static let labelWish = Phrase(
    "label.wish",
    hans: "希望",
    hant: "希望",
    en: "Wish")

  package static let labelEmployee = Phrase(
    "label.employee",
    hans: "当事人",
    hant: "當事人",
    en: "Employee")

  package static let labelOwnDepartment = Phrase(
    "label.ownDepartment",
    hans: "部门",
    hant: "部門",
    en: "Department")

  package static let labelSuperior = Phrase(
    "label.superior",
    hans: "直接上级",
    hant: "直接上級",
    en: "Direct superior")

  package static let labelSubmittedOn = Phrase(
    "label.submittedOn",
    hans: "提交",
    hant: "提交",
    en: "Handed in")

  package static let labelAcceptedAt = Phrase(
    "label.acceptedAt",
    hans: "受理",
    hant: "受理",
    en: "Accepted")

  package static let labelRepliedAt = Phrase(
    "label.repliedAt",
    hans: "回复",
    hant: "回覆",
    en: "Replied")

  package static let labelPetitionReply = Phrase(
    "label.petitionReply",
    hans: "回复内容",
    hant: "回覆內容",
    en: "Reply")

  package static let labelAnswer = Phrase(
    "label.answer",
    hans: "当事人意见",
    hant: "當事人意見",
    en: "Employee's word")

  package static let labelObjection = Phrase(
    "label.objection",
    hans: "异议",
    hant: "異議",
    en: "Objection")

  package static let labelEscalatedAt = Phrase(
    "label.escalatedAt",
    hans: "提交综合事务部",
    hant: "提交綜合事務部",
    en: "With general affairs since")

  package static let labelTakenAt = Phrase(
    "label.takenAt",
    hans: "综合事务部受理",
    hant: "綜合事務部受理",
    en: "Taken up")

  package static let labelFinding = Phrase(
    "label.finding",
    hans: "查明",
    hant: "查明",
    en: "Finding")

  package static let labelPetitionDecision = Phrase(
    "label.petitionDecision",
    hans: "处理决定",
    hant: "處理決定",
    en: "Decision")

  package static let labelReplyDue = Phrase(
    "label.replyDue",
    hans: "回复期限",
    hant: "回覆期限",
    en: "Reply due")

  package static let labelDecisionDue = Phrase(
    "label.decisionDue",
    hans: "处理期限",
    hant: "處理期限",
    en: "Decision due")
}
