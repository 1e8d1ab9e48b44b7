// What the office's pages of notices say, and the board that everybody may read.

extension Phrase {
  package static let noticesOfCompany = Phrase(
    "noticePage.ofCompany",
    hans: "公司自己的通知",
    hant: "公司自己的通知",
    en: "The company's own notices")

  package static let noticesOpenOf = Phrase(
    "noticePage.open",
    hans: "{0}：还要做事的通知",
    hant: "{0}：還要做事的通知",
    en: "{0}: notices that still ask for something")

  package static let noticesRecentOf = Phrase(
    "noticePage.recent",
    hans: "{0}：最近 {1} 天办结的通知",
    hant: "{0}：最近 {1} 天辦結的通知",
    en: "{0}: notices of the last {1} days that are done with")

  package static let pageNoticeNumber = Phrase(
    "noticePage.number",
    hans: "通知号",
    hant: "通知號",
    en: "Number")

  package static let pageWriteNotice = Phrase(
    "noticePage.write",
    hans: "发布",
    hant: "發布",
    en: "Issue")

  package static let pageSealNotice = Phrase(
    "noticePage.seal",
    hans: "登记盖章",
    hant: "登記蓋章",
    en: "Record the seal")

  package static let pagePostNotice = Phrase(
    "noticePage.post",
    hans: "登记张贴",
    hant: "登記張貼",
    en: "Record the posting")

  package static let pageTakeDownNotice = Phrase(
    "noticePage.takeDown",
    hans: "登记全部撤下",
    hant: "登記全部撤下",
    en: "All are taken down")

  package static let pageCheckNotice = Phrase(
    "noticePage.check",
    hans: "登记检查",
    hant: "登記檢查",
    en: "Record the check")

  package static let pageArchiveNotice = Phrase(
    "noticePage.archive",
    hans: "登记存档",
    hant: "登記存檔",
    en: "Record the archive")

  package static let pageWithdrawNotice = Phrase(
    "noticePage.withdraw",
    hans: "撤回",
    hant: "撤回",
    en: "Withdraw")

  package static let pageAmendNotice = Phrase(
    "noticePage.amend",
    hans: "更改",
    hant: "更改",
    en: "Change")

  package static let pageUsualForm = Phrase(
    "noticePage.usualForm",
    hans: "按类别的惯例",
    hant: "按類別的慣例",
    en: "as usual for the kind")

  package static let pageHolidayReason = Phrase(
    "noticePage.holidayReason",
    hans: "消杀安排在法定休息日的原因（如有）",
    hant: "消殺安排在法定休息日的原因（如有）",
    en: "Why pest control falls on a statutory day off, if it does")

  package static let pageNoticePlaces = Phrase(
    "noticePage.places",
    hans: "楼栋、单元或房号，用逗号或空格分开；空着就是全小区",
    hant: "樓棟、單元或房號，用逗號或空格分開；空著就是全小區",
    en: "Buildings, entrances or units, separated by commas or spaces; empty for the whole "
      + "compound")

  package static let pageNoticeTime = Phrase(
    "noticePage.time",
    hans: "{0}（如 2026-12-03 09:00）",
    hant: "{0}（如 2026-12-03 09:00）",
    en: "{0} (such as 2026-12-03 09:00)")

  package static let pageNoticeDay = Phrase(
    "noticePage.day",
    hans: "{0}（如 2026-12-31）",
    hant: "{0}（如 2026-12-31）",
    en: "{0} (such as 2026-12-31)")

  package static let pageNoticeAt = Phrase(
    "noticePage.at",
    hans: "什么时候做的（如 2026-12-03 09:00；空着就是现在）",
    hant: "什麼時候做的（如 2026-12-03 09:00；空著就是現在）",
    en: "When it was done (such as 2026-12-03 09:00; empty for now)")

  package static let pageEmergencyReason = Phrase(
    "noticePage.emergency",
    hans: "紧急原因（只有来不及提前告知的紧急作业才填）",
    hant: "緊急原因（只有來不及提前告知的緊急作業才填）",
    en: "Reason of an emergency (only for urgent work without its lead time)")

  package static let pageApproverName = Phrase(
    "noticePage.approver",
    hans: "紧急作业的批准人姓名（经理或公司负责人）",
    hant: "緊急作業的批准人姓名（經理或公司負責人）",
    en: "Name of who allowed the emergency (the manager, or head office)")

  package static let pageBoardOnly = Phrase(
    "noticePage.boardOnly",
    hans: "只贴在下面写的宣传栏",
    hant: "只貼在下面寫的宣傳欄",
    en: "only on the board named below")

  package static let pageBoardName = Phrase(
    "noticePage.boardName",
    hans: "宣传栏、公告栏的名称",
    hant: "宣傳欄、公告欄的名稱",
    en: "Name of a board")

  package static let pageNewPlace = Phrase(
    "noticePage.newPlace",
    hans: "是新的地方",
    hant: "是新的地方",
    en: "It is a new place")

  package static let pageTakeBackNotice = Phrase(
    "noticePage.takeBack",
    hans: "更正误记的张贴：那里从来没有贴过",
    hant: "更正誤記的張貼：那裡從來沒有貼過",
    en: "A posting was recorded by mistake: it never hung there")

  package static let pageTakeBack = Phrase(
    "noticePage.takeBackButton",
    hans: "更正",
    hant: "更正",
    en: "Put it right")

  package static let noticesCompanyOf = Phrase(
    "noticePage.fromCompany",
    hans: "{0}：公司发布的通知（只能看）",
    hant: "{0}：公司發布的通知（只能看）",
    en: "{0}: from the company, to be read")

  package static let pageCompanySeal = Phrase(
    "noticePage.companySeal",
    hans: "公司章由公司加盖，小区不能登记。",
    hant: "公司章由公司加蓋，小區不能登記。",
    en: "The company's seal is put by head office; nobody at a site records it.")

  package static let pageCompanySealCure = Phrase(
    "noticePage.companySealCure",
    hans: "请公司审核人员或管理员登记盖章。",
    hant: "請公司審核人員或管理員登記蓋章。",
    en: "Leave it to a reviewer of the company or an administrator.")

  package static let pageNoticeStale = Phrase(
    "noticePage.stale",
    hans: "您看过之后，通知的内容改了。",
    hant: "您看過之後，通知的內容改了。",
    en: "The notice says something else than when it was shown to you.")

  package static let noticePlacesMixed = Phrase(
    "noticePage.placesMixed",
    hans: "楼栋和房屋不能写在同一份通知里，请分开发布。房屋：{0}",
    hant: "樓棟和房屋不能寫在同一份通知裡，請分開發布。房屋：{0}",
    en: "Buildings and units do not go into one notice; write two. Units: {0}")

  package static let pageBoardLink = Phrase(
    "noticePage.boardLink",
    hans: "给业户看的公告栏（不用登录）",
    hant: "給業戶看的公告欄（不用登入）",
    en: "Notice board for households (no login)")

  package static let boardTitle = Phrase(
    "noticePage.board",
    hans: "{0} 公告栏",
    hant: "{0} 公告欄",
    en: "Notice board: {0}")

  package static let boardEmpty = Phrase(
    "noticePage.boardEmpty",
    hans: "现在没有张贴的通知。",
    hant: "現在沒有張貼的通知。",
    en: "No notice hangs now.")
}
