// What the commands of incidents say of themselves.

extension Phrase {
  package static let helpIncident = Phrase(
    "help.incident",
    hans: "合同疑问、合同变更、业户财产丢失损坏",
    hant: "合同疑問、合同變更、業戶財產丟失損壞",
    en: "Contract queries and changes, property lost or damaged")

  package static let helpIncidentRecord = Phrase(
    "help.incidentRecord",
    hans: "登记一件",
    hant: "登記一件",
    en: "Record one")

  package static let helpIncidentList = Phrase(
    "help.incidentList",
    hans: "列出",
    hant: "列出",
    en: "List them")

  package static let helpIncidentShow = Phrase(
    "help.incidentShow",
    hans: "一件的全部",
    hant: "一件的全部",
    en: "Everything about one")

  package static let helpIncidentTell = Phrase(
    "help.incidentTell",
    hans: "记录已通知、已询问业户",
    hant: "記錄已通知、已詢問業戶",
    en: "Record that the household was told, or asked")

  package static let helpIncidentConfirm = Phrase(
    "help.incidentConfirm",
    hans: "记录双方确认",
    hant: "記錄雙方確認",
    en: "Record that sides confirm")

  package static let helpIncidentReady = Phrase(
    "help.incidentReady",
    hans: "查合同能不能签",
    hant: "查合同能不能籤",
    en: "Whether a contract may be signed")

  package static let helpIncidentClose = Phrase(
    "help.incidentClose",
    hans: "结束",
    hant: "結束",
    en: "Close it")

  package static let helpIncidentVoid = Phrase(
    "help.incidentVoid",
    hans: "作废，须写原因",
    hant: "作廢，須寫原因",
    en: "Void it, with a reason")

  package static let helpIncidentArgument = Phrase(
    "help.incidentArgument",
    hans: "编号（前 6 位即可）",
    hant: "編號（前 6 位即可）",
    en: "Its id, or the first 6 digits.")

  package static let helpIncidentKind = Phrase(
    "help.incidentKind",
    hans: "类别：contractQuery、contractChange、propertyLost、propertyDamaged、propertyUnfit",
    hant: "類別：contractQuery、contractChange、propertyLost、propertyDamaged、propertyUnfit",
    en: "Kind: contractQuery, contractChange, propertyLost, propertyDamaged, propertyUnfit.")

  package static let helpIncidentContract = Phrase(
    "help.incidentContract",
    hans: "合同编号",
    hant: "合同編號",
    en: "The contract's number.")

  package static let helpIncidentText = Phrase(
    "help.incidentText",
    hans: "情况；合同变更写明原因",
    hant: "情況；合同變更寫明原因",
    en: "What it is; of a change, its cause.")

  package static let helpIncidentResponse = Phrase(
    "help.incidentResponse",
    hans: "业户的话、约定",
    hant: "業戶的話、約定",
    en: "What the household said, or what was agreed.")

  package static let helpIncidentFirm = Phrase(
    "help.incidentFirm",
    hans: "本方确认",
    hant: "本方確認",
    en: "The firm confirms.")

  package static let helpIncidentHousehold = Phrase(
    "help.incidentHousehold",
    hans: "业户确认",
    hant: "業戶確認",
    en: "The household confirms.")

  package static let helpIncidentOutcome = Phrase(
    "help.incidentOutcome",
    hans: "结果",
    hant: "結果",
    en: "What came of it.")

  package static let helpIncidentOpen = Phrase(
    "help.incidentOpen",
    hans: "只列没有结束的",
    hant: "只列沒有結束的",
    en: "Only those that are open.")

  package static let helpIncidentAgreement = Phrase(
    "help.incidentAgreement",
    hans: "双方确认的约定",
    hant: "雙方確認的約定",
    en: "What both sides confirm.")
}
