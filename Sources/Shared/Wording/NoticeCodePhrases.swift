// Code sets of notices, and what is due, in words.

extension Phrase {
  package static let obligationRequest = Phrase(
    "obligation.request",
    hans: "提前告知客服中心",
    hant: "提前告知客服中心",
    en: "tell the service centre in time")

  package static let obligationNotice = Phrase(
    "obligation.notice",
    hans: "提前告知业户",
    hant: "提前告知業戶",
    en: "tell households in time")

  package static let obligationSigns = Phrase(
    "obligation.signs",
    hans: "警示标识",
    hant: "警示標識",
    en: "warning signs")

  package static let obligationBoard = Phrase(
    "obligation.board",
    hans: "宣传栏当月更新",
    hant: "宣傳欄當月更新",
    en: "the month's entry on the board")

  package static let obligationMeeting = Phrase(
    "obligation.meeting",
    hans: "周例会",
    hant: "周例會",
    en: "the week's meeting")

  package static let obligationMinutes = Phrase(
    "obligation.minutes",
    hans: "会议记录",
    hant: "會議記錄",
    en: "minutes")

  package static let obligationArchive = Phrase(
    "obligation.archive",
    hans: "原件存档",
    hant: "原件存檔",
    en: "archive the original")

  package static let codeNotice = Phrase(
    "code.notice",
    hans: "通知",
    hant: "通知",
    en: "notice")

  package static let codePosting = Phrase(
    "code.posting",
    hans: "张贴",
    hant: "張貼",
    en: "posting")

  package static let codeSeal = Phrase(
    "code.seal",
    hans: "盖章",
    hant: "蓋章",
    en: "seal")

  package static let codePestControl = Phrase(
    "code.pestControl",
    hans: "消杀、喷洒药物",
    hant: "消殺、噴灑藥物",
    en: "pest control")

  package static let codeWaterOutage = Phrase(
    "code.waterOutage",
    hans: "停水",
    hant: "停水",
    en: "water cut")

  package static let codePowerOutage = Phrase(
    "code.powerOutage",
    hans: "停电",
    hant: "停電",
    en: "power cut")

  package static let codeRepairDisturbance = Phrase(
    "code.repairDisturbance",
    hans: "维修影响",
    hant: "維修影響",
    en: "disturbing repairs")

  package static let codeActivity = Phrase(
    "code.activity",
    hans: "社区文化活动",
    hant: "社區文化活動",
    en: "community activity")

  package static let codeEducation = Phrase(
    "code.education",
    hans: "宣传教育",
    hant: "宣傳教育",
    en: "education")

  package static let codeParkingCard = Phrase(
    "code.parkingCard",
    hans: "停车卡",
    hant: "停車卡",
    en: "parking card")

  package static let codeTyphoonWarning = Phrase(
    "code.typhoonWarning",
    hans: "台风警报",
    hant: "台風警報",
    en: "typhoon warning")

  package static let codeNoticeReport = Phrase(
    "code.noticeReport",
    hans: "报告公布",
    hant: "報告公布",
    en: "published report")

  package static let codeNoticeOther = Phrase(
    "code.noticeOther",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let codeFormSlip = Phrase(
    "code.formSlip",
    hans: "通知单",
    hant: "通知單",
    en: "slip")

  package static let codeFormNotice = Phrase(
    "code.formNotice",
    hans: "通知",
    hant: "通知",
    en: "notice")

  package static let codeFormAnnouncement = Phrase(
    "code.formAnnouncement",
    hans: "通告",
    hant: "通告",
    en: "announcement")

  package static let codeFormProclamation = Phrase(
    "code.formProclamation",
    hans: "公告",
    hant: "公告",
    en: "proclamation")

  package static let codeFormPoster = Phrase(
    "code.formPoster",
    hans: "海报",
    hant: "海報",
    en: "poster")

  package static let codeFormTelephone = Phrase(
    "code.formTelephone",
    hans: "电话",
    hant: "電話",
    en: "by telephone")

  package static let codeIssuerService = Phrase(
    "code.issuerService",
    hans: "客户服务中心",
    hant: "客戶服務中心",
    en: "customer-service centre")

  package static let codeIssuerCompany = Phrase(
    "code.issuerCompany",
    hans: "公司",
    hant: "公司",
    en: "company")

  package static let codeSealService = Phrase(
    "code.sealService",
    hans: "客户服务部章",
    hant: "客戶服務部章",
    en: "service department's seal")

  package static let codeSealCompany = Phrase(
    "code.sealCompany",
    hans: "公司章",
    hant: "公司章",
    en: "company's seal")

  package static let codeReachSite = Phrase(
    "code.reachSite",
    hans: "全小区",
    hant: "全小區",
    en: "whole compound")

  package static let codeReachBuildings = Phrase(
    "code.reachBuildings",
    hans: "楼栋",
    hant: "樓棟",
    en: "buildings")

  package static let codeReachUnits = Phrase(
    "code.reachUnits",
    hans: "房屋",
    hant: "房屋",
    en: "units")

  package static let codePlaceLobby = Phrase(
    "code.placeLobby",
    hans: "大堂",
    hant: "大堂",
    en: "lobby")

  package static let codePlaceBoard = Phrase(
    "code.placeBoard",
    hans: "宣传栏",
    hant: "宣傳欄",
    en: "board")

  package static let codePlaceDoor = Phrase(
    "code.placeDoor",
    hans: "门口",
    hant: "門口",
    en: "door")

  package static let codeSignBefore = Phrase(
    "code.signBefore",
    hans: "作业前",
    hant: "作業前",
    en: "before")

  package static let codeSignDuring = Phrase(
    "code.signDuring",
    hans: "作业中",
    hant: "作業中",
    en: "during")

  package static let codeSignAfter = Phrase(
    "code.signAfter",
    hans: "完成后",
    hant: "完成後",
    en: "after")

  package static let codeNoticeRequested = Phrase(
    "code.noticeRequested",
    hans: "待发布",
    hant: "待發布",
    en: "asked for")

  package static let codeNoticeIssued = Phrase(
    "code.noticeIssued",
    hans: "待张贴",
    hant: "待張貼",
    en: "to be posted")

  package static let codeNoticePosted = Phrase(
    "code.noticePosted",
    hans: "已贴齐",
    hant: "已貼齊",
    en: "posted everywhere")

  package static let codeNoticeTakenDown = Phrase(
    "code.noticeTakenDown",
    hans: "已撤下",
    hant: "已撤下",
    en: "taken down")

  package static let codeNoticeWithdrawn = Phrase(
    "code.noticeWithdrawn",
    hans: "已撤回",
    hant: "已撤回",
    en: "withdrawn")
}
