// The methods of R1-07 by which the firm learns what households need, and topics without an opinion.

extension Phrase {
  package static let codeMethodWalk = Phrase(
    "code.method.walkRound",
    hans: "定期走访",
    hant: "定期走訪",
    en: "regular walk-round")

  package static let codeMethodEveryday = Phrase(
    "code.method.everydayContact",
    hans: "日常接触",
    hant: "日常接觸",
    en: "everyday contact")

  package static let codeMethodManagement = Phrase(
    "code.method.dailyManagement",
    hans: "日常管理工作",
    hant: "日常管理工作",
    en: "daily management")

  package static let codeMethodVisit = Phrase(
    "code.method.visit",
    hans: "访问住户（征询意见）",
    hant: "訪問住戶（徵詢意見）",
    en: "household visit")

  package static let codeMethodReturn = Phrase(
    "code.method.returnVisit",
    hans: "回访",
    hant: "回訪",
    en: "return visit")

  package static let codeMethodQuestionnaire = Phrase(
    "code.method.questionnaire",
    hans: "满意度调查",
    hant: "滿意度調查",
    en: "satisfaction questionnaire")

  package static let codeMethodReport = Phrase(
    "code.method.report",
    hans: "管理服务报告",
    hant: "管理服務報告",
    en: "management-service report")

  package static let codeMethodOther = Phrase(
    "code.method.other",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let labelMethod = Phrase(
    "label.method",
    hans: "方法",
    hant: "方法",
    en: "method")

  package static let helpMethod = Phrase(
    "help.method",
    hans: "沟通方法：walkRound、everydayContact、dailyManagement、questionnaire、report、other；默认由渠道决定",
    hant: "溝通方法：walkRound、everydayContact、dailyManagement、questionnaire、report、other；預設由渠道決定",
    en: "By which method: walkRound, everydayContact, dailyManagement, questionnaire, report "
      + "or other; unless said, the channel tells.")

  package static let ruleMethodVisit = Phrase(
    "rule.R1-07",
    hans: "访问和回访不是接触，有各自的记录。",
    hant: "訪問和回訪不是接觸，有各自的記錄。",
    en: "Visits and return visits are no contacts: they have records of their own.")

  package static let ruleMethodVisitCure = Phrase(
    "rule.R1-07.cure",
    hans: "请用 rounds record 或 rounds return-visit 记录。",
    hant: "請用 rounds record 或 rounds return-visit 記錄。",
    en: "Record it with rounds record, or rounds return-visit.")

  package static let labelNoOpinionOn = Phrase(
    "label.noOpinionOn",
    hans: "无意见的主题",
    hant: "無意見的主題",
    en: "no opinion on")

  package static let labelNotAsked = Phrase(
    "label.notAsked",
    hans: "未问的主题",
    hant: "未問的主題",
    en: "not asked about")

  package static let helpNoOpinionOn = Phrase(
    "help.noOpinionOn",
    hans: "问过而无意见的主题（可重复）；其余为未问",
    hant: "問過而無意見的主題（可重複）；其餘為未問",
    en: "A topic that was asked about and on which there was no opinion; repeatable.")
}
