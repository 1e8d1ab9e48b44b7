// What stands beside the facts of a notice.

extension Phrase {
  package static let labelForm = Phrase(
    "label.form",
    hans: "形式",
    hant: "形式",
    en: "Form")

  package static let labelIssuer = Phrase(
    "label.issuer",
    hans: "落款",
    hant: "落款",
    en: "Issued by")

  package static let labelReach = Phrase(
    "label.reach",
    hans: "范围",
    hant: "範圍",
    en: "For")

  package static let labelPlaces = Phrase(
    "label.places",
    hans: "楼栋、房屋",
    hant: "樓棟、房屋",
    en: "Buildings, units")

  package static let labelNoticeCause = Phrase(
    "label.noticeCause",
    hans: "原因",
    hant: "原因",
    en: "Cause")

  package static let labelPreparation = Phrase(
    "label.preparation",
    hans: "请业户准备",
    hant: "請業戶準備",
    en: "To prepare")

  package static let labelSupply = Phrase(
    "label.supply",
    hans: "临时供应",
    hant: "臨時供應",
    en: "Temporary supply")

  package static let labelOfficeTelephone = Phrase(
    "label.officeTelephone",
    hans: "联系电话",
    hant: "聯繫電話",
    en: "Telephone for questions")

  package static let labelValidUntil = Phrase(
    "label.validUntil",
    hans: "有效期至",
    hant: "有效期至",
    en: "Valid until")

  package static let labelRequestedAt = Phrase(
    "label.requestedAt",
    hans: "部门告知",
    hant: "部門告知",
    en: "Told by the department")

  package static let labelIssuedAt = Phrase(
    "label.issuedAt",
    hans: "发布",
    hant: "發布",
    en: "Issued")

  package static let labelNoticeLimit = Phrase(
    "label.noticeLimit",
    hans: "最迟告知",
    hant: "最遲告知",
    en: "To be told by")

  package static let labelRequestLimit = Phrase(
    "label.requestLimit",
    hans: "部门最迟告知",
    hant: "部門最遲告知",
    en: "Department to tell by")

  package static let labelToldAt = Phrase(
    "label.toldAt",
    hans: "贴齐",
    hant: "貼齊",
    en: "Told everywhere")

  package static let labelEmergency = Phrase(
    "label.emergency",
    hans: "紧急",
    hant: "緊急",
    en: "Emergency")

  package static let labelEmergencies = Phrase(
    "label.emergencies",
    hans: "紧急作业",
    hant: "緊急作業",
    en: "Emergencies")

  package static let labelApprover = Phrase(
    "label.approver",
    hans: "批准人",
    hant: "批准人",
    en: "Allowed by")

  package static let labelSeal = Phrase(
    "label.seal",
    hans: "印章",
    hant: "印章",
    en: "Seal")

  package static let labelPostedAt = Phrase(
    "label.postedAt",
    hans: "张贴",
    hant: "張貼",
    en: "Posted")

  package static let labelTakenDown = Phrase(
    "label.takenDown",
    hans: "撤下",
    hant: "撤下",
    en: "Taken down")

  package static let labelMistaken = Phrase(
    "label.mistaken",
    hans: "误记",
    hant: "誤記",
    en: "By mistake")

  package static let labelArchivedAt = Phrase(
    "label.archivedAt",
    hans: "存档",
    hant: "存檔",
    en: "Archived")

  package static let labelKeptUntil = Phrase(
    "label.keptUntil",
    hans: "保存到",
    hant: "保存到",
    en: "Kept until")

  package static let labelPhase = Phrase(
    "label.phase",
    hans: "时段",
    hant: "時段",
    en: "When at work")

  package static let labelSigns = Phrase(
    "label.signs",
    hans: "警示标识",
    hant: "警示標識",
    en: "Signs")

  package static let labelCordon = Phrase(
    "label.cordon",
    hans: "警示带",
    hant: "警示帶",
    en: "Cordon")

  package static let labelNoticeTitle = Phrase(
    "label.noticeTitle",
    hans: "标题",
    hant: "標題",
    en: "Title")

  package static let labelNoticeCount = Phrase(
    "label.noticeCount",
    hans: "通知数",
    hant: "通知數",
    en: "Notices")

  package static let labelOutdated = Phrase(
    "label.outdated",
    hans: "内容已旧",
    hant: "內容已舊",
    en: "Older text")

  package static let labelWithdrawn = Phrase(
    "label.withdrawn",
    hans: "撤回",
    hant: "撤回",
    en: "Withdrawn")

  package static let labelNoticeNumber = Phrase(
    "label.noticeNumber",
    hans: "号码",
    hant: "號碼",
    en: "Number")
}
