// What the commands of matters and contacts say of themselves.

extension Phrase {
  package static let helpContact = Phrase(
    "help.contact",
    hans: "登记日常接触、前台、意见箱中听到的话",
    hant: "登記日常接觸、前台、意見箱中聽到的話",
    en: "What was heard in everyday contact, at the front desk, from the opinion box")

  package static let helpContactAdd = Phrase(
    "help.contactAdd",
    hans: "登记听到的话",
    hant: "登記聽到的話",
    en: "Note what was heard")

  package static let helpContactVoid = Phrase(
    "help.contactVoid",
    hans: "作废一次登记，须写原因",
    hant: "作廢一次登記，須寫原因",
    en: "Void a contact, with a reason")

  package static let helpContactArgument = Phrase(
    "help.contactArgument",
    hans: "登记编号（前 6 位即可）",
    hant: "登記編號（前 6 位即可）",
    en: "The contact's id, or its first 6 digits.")

  package static let helpContactHousehold = Phrase(
    "help.contactHousehold",
    hans: "房号；未留名的不填",
    hant: "房號；未留名的不填",
    en: "The unit; nothing where nobody said who they are.")

  package static let helpChannelHeard = Phrase(
    "help.channelHeard",
    hans:
      "渠道：telephone、conversation、opinionBox、communityActivity、returnVisit、letter、questionnaire、network、everydayContact、other",
    hant:
      "渠道：telephone、conversation、opinionBox、communityActivity、returnVisit、letter、questionnaire、network、everydayContact、other",
    en: "Through which channel: telephone, conversation, opinionBox, "
      + "communityActivity, returnVisit, letter, questionnaire, network, everydayContact or other.")

  package static let helpHeardBy = Phrase(
    "help.heardBy",
    hans: "听到的同事姓名（不是本人时）",
    hant: "聽到的同事姓名（不是本人時）",
    en: "The colleague who heard it, if that is another.")

  package static let helpUrgentFor = Phrase(
    "help.urgentFor",
    hans: "第几条是紧急事项（可重复）",
    hant: "第幾條是緊急事項（可重複）",
    en: "The number of a thing that is urgent (repeatable).")

  package static let helpMatters = Phrase(
    "help.matters",
    hans: "住户的意见与需求，及其处理",
    hant: "住戶的意見與需求，及其處理",
    en: "What households say, and what becomes of it")

  package static let helpMatterList = Phrase(
    "help.matterList",
    hans: "意见、建议、需求、投诉、表扬的清单",
    hant: "意見、建議、需求、投訴、表揚的清單",
    en: "What households said, wherever they said it")

  package static let helpMatterOpen = Phrase(
    "help.matterOpen",
    hans: "只列出未办结的",
    hant: "只列出未辦結的",
    en: "Only those that have not come to an end.")

  package static let helpMatterOwed = Phrase(
    "help.matterOwed",
    hans: "只列出待反馈的",
    hant: "只列出待回饋的",
    en: "Only those whose household waits for feedback.")

  package static let helpMatterShow = Phrase(
    "help.matterShow",
    hans: "一件事及其处理经过",
    hant: "一件事及其處理經過",
    en: "One matter, and what has become of it")

  package static let helpMatterArgument = Phrase(
    "help.matterArgument",
    hans: "事项编号（前 6 位即可）",
    hant: "事項編號（前 6 位即可）",
    en: "The matter's id, or its first 6 digits.")

  package static let helpMatterRoute = Phrase(
    "help.matterRoute",
    hans: "转给承办部门",
    hant: "轉給承辦部門",
    en: "Send a matter to the department that is to see to it")

  package static let helpMatterDepartment = Phrase(
    "help.matterDepartment",
    hans: "customerService、order、environment、engineering、headOffice、other；默认按主题",
    hant: "customerService、order、environment、engineering、headOffice、other；預設按主題",
    en: "customerService, order, environment, engineering, headOffice or "
      + "other; that of its topic unless given.")

  package static let helpMatterHandler = Phrase(
    "help.matterHandler",
    hans: "承办人姓名",
    hant: "承辦人姓名",
    en: "Who sees to it, by name.")

  package static let helpMatterReference = Phrase(
    "help.matterReference",
    hans: "对方程序中的编号",
    hant: "對方程序中的編號",
    en: "Its number in the other procedure.")

  package static let helpMatterHandOver = Phrase(
    "help.matterHandOver",
    hans: "移交投诉程序",
    hant: "移交投訴程序",
    en: "Hand a matter over to the complaint procedure")

  package static let helpMatterReport = Phrase(
    "help.matterReport",
    hans: "记下对方程序的进度",
    hant: "記下對方程序的進度",
    en: "Note what the other procedure says of it")

  package static let helpMatterStatus = Phrase(
    "help.matterStatus",
    hans: "accepted、inProgress、answered、closed 或 rejected",
    hant: "accepted、inProgress、answered、closed 或 rejected",
    en: "accepted, inProgress, answered, closed or rejected")

  package static let helpMatterClose = Phrase(
    "help.matterClose",
    hans: "了结一件事，写明结果",
    hant: "了結一件事，寫明結果",
    en: "Bring a matter to its end, with what came of it")

  package static let helpMatterAs = Phrase(
    "help.matterAs",
    hans: "closed、followedUp 或 escalated；默认 closed",
    hant: "closed、followedUp 或 escalated；預設 closed",
    en: "closed, followedUp or escalated; closed unless given.")

  package static let helpMatterOutcome = Phrase(
    "help.matterOutcome",
    hans: "处理结果",
    hant: "處理結果",
    en: "What came of it.")
}
