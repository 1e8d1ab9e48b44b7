// What the members of the code sets are called.

extension Phrase {
  package static let codeSite = Phrase(
    "code.codeSite",
    hans: "小区",
    hant: "小區",
    en: "site")

  package static let codeCompany = Phrase(
    "code.codeCompany",
    hans: "公司",
    hant: "公司",
    en: "company")

  package static let codeDoor = Phrase(
    "code.codeDoor",
    hans: "上门",
    hant: "上門",
    en: "at the door")

  package static let codeOfficeMode = Phrase(
    "code.codeOfficeMode",
    hans: "办公室",
    hant: "辦公室",
    en: "in the office")

  package static let codeOutdoors = Phrase(
    "code.codeOutdoors",
    hans: "户外",
    hant: "戶外",
    en: "outdoors")

  package static let codeOtherMode = Phrase(
    "code.codeOtherMode",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let codeVisit = Phrase(
    "code.codeVisit",
    hans: "走访",
    hant: "走訪",
    en: "visit")

  package static let codeReturnVisit = Phrase(
    "code.codeReturnVisit",
    hans: "回访",
    hant: "回訪",
    en: "return visit")

  package static let codeTopicOrder = Phrase(
    "code.codeTopicOrder",
    hans: "秩序",
    hant: "秩序",
    en: "order")

  package static let codeTopicCleaning = Phrase(
    "code.codeTopicCleaning",
    hans: "保洁",
    hant: "保潔",
    en: "cleaning")

  package static let codeTopicGreening = Phrase(
    "code.codeTopicGreening",
    hans: "绿化",
    hant: "綠化",
    en: "greening")

  package static let codeTopicRepair = Phrase(
    "code.codeTopicRepair",
    hans: "维修",
    hant: "維修",
    en: "repair")

  package static let codeTopicFacilities = Phrase(
    "code.codeTopicFacilities",
    hans: "设施",
    hant: "設施",
    en: "facilities")

  package static let codeTopicStaff = Phrase(
    "code.codeTopicStaff",
    hans: "人员服务能力",
    hant: "人員服務能力",
    en: "staff")

  package static let codeTopicConvenience = Phrase(
    "code.codeTopicConvenience",
    hans: "便民服务",
    hant: "便民服務",
    en: "convenience")

  package static let codeTopicCulture = Phrase(
    "code.codeTopicCulture",
    hans: "社区文化",
    hant: "社區文化",
    en: "culture")

  package static let codeTopicResponsiveness = Phrase(
    "code.codeTopicResponsiveness",
    hans: "满足需求能力",
    hant: "滿足需求能力",
    en: "responsiveness")

  package static let codeTopicHardship = Phrase(
    "code.codeTopicHardship",
    hans: "特殊困难",
    hant: "特殊困難",
    en: "hardship")

  package static let codeTopicOther = Phrase(
    "code.codeTopicOther",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let codeOpinion = Phrase(
    "code.codeOpinion",
    hans: "意见",
    hant: "意見",
    en: "opinion")

  package static let codeSuggestion = Phrase(
    "code.codeSuggestion",
    hans: "建议",
    hant: "建議",
    en: "suggestion")

  package static let codeNeed = Phrase(
    "code.codeNeed",
    hans: "需求",
    hant: "需求",
    en: "need")

  package static let codeRequest = Phrase(
    "code.codeRequest",
    hans: "请求",
    hant: "請求",
    en: "request")

  package static let codeComplaint = Phrase(
    "code.codeComplaint",
    hans: "投诉",
    hant: "投訴",
    en: "complaint")

  package static let codePraise = Phrase(
    "code.codePraise",
    hans: "表扬",
    hant: "表揚",
    en: "praise")

  package static let codeSigned = Phrase(
    "code.codeSigned",
    hans: "已签名",
    hant: "已簽名",
    en: "signed")

  package static let codeRefused = Phrase(
    "code.codeRefused",
    hans: "拒绝",
    hant: "拒絕",
    en: "refused")

  package static let codeNotAsked = Phrase(
    "code.codeNotAsked",
    hans: "未请签名",
    hant: "未請簽名",
    en: "not asked")

  package static let codeNotApplicable = Phrase(
    "code.codeNotApplicable",
    hans: "不适用",
    hant: "不適用",
    en: "not applicable")

  package static let codeNobodyHome = Phrase(
    "code.codeNobodyHome",
    hans: "无人在家",
    hant: "無人在家",
    en: "nobody home")

  package static let codeMoved = Phrase(
    "code.codeMoved",
    hans: "已搬走",
    hant: "已搬走",
    en: "moved away")

  package static let codeOpenStatus = Phrase(
    "code.codeOpenStatus",
    hans: "未访",
    hant: "未訪",
    en: "open")

  package static let codeVisitedStatus = Phrase(
    "code.codeVisitedStatus",
    hans: "已访",
    hant: "已訪",
    en: "visited")

  package static let codeUnreachable = Phrase(
    "code.codeUnreachable",
    hans: "联系不上",
    hant: "聯繫不上",
    en: "unreachable")

  package static let codeDeparted = Phrase(
    "code.codeDeparted",
    hans: "已迁出",
    hant: "已遷出",
    en: "departed")

  package static let codeOccupied = Phrase(
    "code.codeOccupied",
    hans: "已入住",
    hant: "已入住",
    en: "occupied")

  package static let codeVacant = Phrase(
    "code.codeVacant",
    hans: "空置",
    hant: "空置",
    en: "vacant")

  package static let codeLet = Phrase(
    "code.codeLet",
    hans: "出租",
    hant: "出租",
    en: "let")

  package static let codeRenovating = Phrase(
    "code.codeRenovating",
    hans: "装修中",
    hant: "裝修中",
    en: "under decoration")

  package static let codeUndelivered = Phrase(
    "code.codeUndelivered",
    hans: "未交付",
    hant: "未交付",
    en: "not handed over")

  package static let codeManagerRole = Phrase(
    "code.codeManagerRole",
    hans: "物业服务中心经理",
    hant: "物業服務中心經理",
    en: "site manager")

  package static let codeSupervisorRole = Phrase(
    "code.codeSupervisorRole",
    hans: "客服主管",
    hant: "客服主管",
    en: "customer-service supervisor")

  package static let codeOfficerRole = Phrase(
    "code.codeOfficerRole",
    hans: "客户服务人员",
    hant: "客戶服務人員",
    en: "customer-service officer")

  package static let codeFrontDesk = Phrase(
    "code.codeFrontDesk",
    hans: "前台",
    hant: "前台",
    en: "front-desk officer")

  package static let codeEngineering = Phrase(
    "code.codeEngineering",
    hans: "工程部主管",
    hant: "工程部主管",
    en: "engineering supervisor")

  package static let codeCompanyVisitor = Phrase(
    "code.codeCompanyVisitor",
    hans: "公司访问人",
    hant: "公司訪問人",
    en: "company visitor")

  package static let codeCompanyReviewer = Phrase(
    "code.codeCompanyReviewer",
    hans: "公司客服主管部门",
    hant: "公司客服主管部門",
    en: "company reviewer")

  package static let codeAdministrator = Phrase(
    "code.codeAdministrator",
    hans: "管理员",
    hant: "管理員",
    en: "administrator")

  package static let codePrimary = Phrase(
    "code.codePrimary",
    hans: "正选",
    hant: "正選",
    en: "primary")

  package static let codeReserve = Phrase(
    "code.codeReserve",
    hans: "备选",
    hant: "備選",
    en: "reserve")

  package static let codeAvoidable = Phrase(
    "code.codeAvoidable",
    hans: "本可避免",
    hant: "本可避免",
    en: "avoidable")

  package static let codeLearntLate = Phrase(
    "code.codeLearntLate",
    hans: "得知太晚",
    hant: "得知太晚",
    en: "learnt late")

  package static let codeUnavoidable = Phrase(
    "code.codeUnavoidable",
    hans: "无法避免",
    hant: "無法避免",
    en: "unavoidable")

  package static let codeOwner = Phrase(
    "code.codeOwner",
    hans: "业主",
    hant: "業主",
    en: "owner")

  package static let codeFamily = Phrase(
    "code.codeFamily",
    hans: "家属",
    hant: "家屬",
    en: "family")

  package static let codeTenant = Phrase(
    "code.codeTenant",
    hans: "租户",
    hant: "租戶",
    en: "tenant")

  package static let codeStaff = Phrase(
    "code.codeStaff",
    hans: "公司员工",
    hant: "公司員工",
    en: "company staff")

  package static let codeOtherRelation = Phrase(
    "code.codeOtherRelation",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let codeSatisfied = Phrase(
    "code.codeSatisfied",
    hans: "满意",
    hant: "滿意",
    en: "satisfied")

  package static let codeFairlySatisfied = Phrase(
    "code.codeFairlySatisfied",
    hans: "较满意",
    hant: "較滿意",
    en: "fairly satisfied")

  package static let codeNotSatisfied = Phrase(
    "code.codeNotSatisfied",
    hans: "不满意",
    hant: "不滿意",
    en: "not satisfied")

  package static let codeTelephone = Phrase(
    "code.codeTelephone",
    hans: "电话",
    hant: "電話",
    en: "telephone")

  package static let codeMessage = Phrase(
    "code.codeMessage",
    hans: "消息",
    hant: "訊息",
    en: "message")

  package static let codeInPerson = Phrase(
    "code.codeInPerson",
    hans: "当面",
    hant: "當面",
    en: "in person")

  package static let codeOnTheSpot = Phrase(
    "code.codeOnTheSpot",
    hans: "当场",
    hant: "當場",
    en: "on the spot")

  package static let codeAgreed = Phrase(
    "code.codeAgreed",
    hans: "已约",
    hant: "已約",
    en: "agreed")

  package static let codeCancelled = Phrase(
    "code.codeCancelled",
    hans: "已取消",
    hant: "已取消",
    en: "cancelled")

  package static let codePendingDelivery = Phrase(
    "code.codePendingDelivery",
    hans: "尚未同步",
    hant: "尚未同步",
    en: "only here")

  package static let codeReceivedDelivery = Phrase(
    "code.codeReceivedDelivery",
    hans: "已收到",
    hant: "已收到",
    en: "received")

  package static let codeHeldDelivery = Phrase(
    "code.codeHeldDelivery",
    hans: "待处理",
    hant: "待處理",
    en: "held")

  package static let codeUnreadableDelivery = Phrase(
    "code.codeUnreadableDelivery",
    hans: "读不了",
    hant: "讀不了",
    en: "unreadable")

  package static let codeOthersDelivery = Phrase(
    "code.codeOthersDelivery",
    hans: "他人",
    hant: "他人",
    en: "from others")

  package static let codeUrgent = Phrase(
    "code.codeUrgent",
    hans: "紧急",
    hant: "緊急",
    en: "urgent")

  package static let codeOrdinary = Phrase(
    "code.codeOrdinary",
    hans: "一般",
    hant: "一般",
    en: "ordinary")
}
