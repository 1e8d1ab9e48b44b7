// What the commands of notices say of themselves.

extension Phrase {
  package static let helpNotice = Phrase(
    "help.notice",
    hans: "通知：申请、发布、盖章、张贴、存档",
    hant: "通知：申請、發布、蓋章、張貼、存檔",
    en: "Notices: ask, write, seal, post, archive")

  package static let helpNoticeRequest = Phrase(
    "help.noticeRequest",
    hans: "部门把作业告知客服中心",
    hant: "部門把作業告知客服中心",
    en: "A department tells the service centre of work")

  package static let helpNoticeWrite = Phrase(
    "help.noticeWrite",
    hans: "发布通知",
    hant: "發布通知",
    en: "Write a notice")

  package static let helpNoticeList = Phrase(
    "help.noticeList",
    hans: "列出通知",
    hant: "列出通知",
    en: "List notices")

  package static let helpNoticeShow = Phrase(
    "help.noticeShow",
    hans: "一个通知的全部",
    hant: "一個通知的全部",
    en: "Everything about one notice")

  package static let helpNoticeAmend = Phrase(
    "help.noticeAmend",
    hans: "改内容或时间；改开始时间会重新核对",
    hant: "改內容或時間；改開始時間會重新核對",
    en: "Change text or plan; a new start is measured again")

  package static let helpNoticeSeal = Phrase(
    "help.noticeSeal",
    hans: "记录盖章",
    hant: "記錄蓋章",
    en: "Record that a seal was put to it")

  package static let helpNoticePost = Phrase(
    "help.noticePost",
    hans: "登记张贴",
    hant: "登記張貼",
    en: "Record that it hangs")

  package static let helpNoticeTakeDown = Phrase(
    "help.noticeTakeDown",
    hans: "登记撤下",
    hant: "登記撤下",
    en: "Record that it was taken down")

  package static let helpNoticeCheck = Phrase(
    "help.noticeCheck",
    hans: "记录警示标识、警示带",
    hant: "記錄警示標識、警示帶",
    en: "Record the signs and the cordon")

  package static let helpNoticeArchive = Phrase(
    "help.noticeArchive",
    hans: "记录原件存档",
    hant: "記錄原件存檔",
    en: "Record where the original lies")

  package static let helpNoticeWithdraw = Phrase(
    "help.noticeWithdraw",
    hans: "撤回通知，须写原因",
    hant: "撤回通知，須寫原因",
    en: "Withdraw a notice, with a reason")

  package static let helpNoticeArgument = Phrase(
    "help.noticeArgument",
    hans: "通知编号（前 6 位即可）或号码",
    hant: "通知編號（前 6 位即可）或號碼",
    en: "The notice's id, its first 6 digits, or its number.")

  package static let helpNoticeKind = Phrase(
    "help.noticeKind",
    hans:
      "类别：pestControl、waterOutage、powerOutage、repairDisturbance、activity、education、parkingCard、typhoonWarning、report、other",
    hant:
      "類別：pestControl、waterOutage、powerOutage、repairDisturbance、activity、education、parkingCard、typhoonWarning、report、other",
    en: "Of what: pestControl, waterOutage, powerOutage, repairDisturbance, "
      + "activity, education, parkingCard, typhoonWarning, report, other.")

  package static let helpNoticeOf = Phrase(
    "help.noticeOf",
    hans: "部门登记的作业，由它发布",
    hant: "部門登記的作業，由它發布",
    en: "The department's request that it answers.")

  package static let helpNoticeStart = Phrase(
    "help.noticeStart",
    hans: "开始时间",
    hant: "開始時間",
    en: "When it begins.")

  package static let helpNoticeEnd = Phrase(
    "help.noticeEnd",
    hans: "结束时间",
    hant: "結束時間",
    en: "When it ends.")

  package static let helpNoticeFor = Phrase(
    "help.noticeFor",
    hans: "涉及的楼栋、单元或房屋；可多次",
    hant: "涉及的樓棟、單元或房屋；可多次",
    en: "A building, entrance or unit it is for; may be given again.")

  package static let helpNoticeReach = Phrase(
    "help.noticeReach",
    hans: "范围：site、buildings、units",
    hant: "範圍：site、buildings、units",
    en: "For whom: site, buildings, units.")

  package static let helpNoticeForm = Phrase(
    "help.noticeForm",
    hans: "形式：slip、notice、announcement、proclamation、poster、telephone",
    hant: "形式：slip、notice、announcement、proclamation、poster、telephone",
    en: "Form: slip, notice, announcement, proclamation, poster, telephone.")

  package static let helpNoticeCompany = Phrase(
    "help.noticeCompany",
    hans: "以公司名义发布，盖公司章",
    hant: "以公司名義發布，蓋公司章",
    en: "Issued by the company, under its seal.")

  package static let helpNoticeTitleOption = Phrase(
    "help.noticeTitleOption",
    hans: "标题",
    hant: "標題",
    en: "Title.")

  package static let helpNoticeBody = Phrase(
    "help.noticeBody",
    hans: "内容",
    hant: "內容",
    en: "Text.")

  package static let helpNoticeCause = Phrase(
    "help.noticeCause",
    hans: "原因",
    hant: "原因",
    en: "Cause.")

  package static let helpNoticePreparation = Phrase(
    "help.noticePreparation",
    hans: "请业户准备、注意的事",
    hant: "請業戶準備、注意的事",
    en: "What households are to prepare, or beware of.")

  package static let helpNoticeSupply = Phrase(
    "help.noticeSupply",
    hans: "临时供应",
    hant: "臨時供應",
    en: "Temporary supply.")

  package static let helpNoticeTelephone = Phrase(
    "help.noticeTelephone",
    hans: "办公室电话，不写住户的",
    hant: "辦公室電話，不寫住戶的",
    en: "The office's telephone, never a household's.")

  package static let helpNoticeUntil = Phrase(
    "help.noticeUntil",
    hans: "有效期至（日期）",
    hant: "有效期至（日期）",
    en: "Valid until this day.")

  package static let helpNoticeAt = Phrase(
    "help.noticeAt",
    hans: "什么时候做的；不写就是现在",
    hant: "什麼時候做的；不寫就是現在",
    en: "When it was done; now, unless said.")

  package static let helpNoticeEmergency = Phrase(
    "help.noticeEmergency",
    hans: "紧急：写明原因，不受提前时间限制",
    hant: "緊急：寫明原因，不受提前時間限制",
    en: "An emergency, with its reason: no lead time.")

  package static let helpNoticeApprovedBy = Phrase(
    "help.noticeApprovedBy",
    hans: "批准紧急作业的经理或公司负责人",
    hant: "批准緊急作業的經理或公司負責人",
    en: "The manager, or who at head office, that allowed it.")

  package static let helpNoticeDepartment = Phrase(
    "help.noticeDepartment",
    hans: "部门：customerService、order、environment、engineering、headOffice、other",
    hant: "部門：customerService、order、environment、engineering、headOffice、other",
    en: "Department: customerService, order, environment, engineering, headOffice, other.")

  package static let helpNoticeSealKind = Phrase(
    "help.noticeSealKind",
    hans: "印章：serviceDepartment、company",
    hant: "印章：serviceDepartment、company",
    en: "Seal: serviceDepartment, company.")

  package static let helpNoticeLobby = Phrase(
    "help.noticeLobby",
    hans: "大堂；可多次",
    hant: "大堂；可多次",
    en: "A lobby; may be given again.")

  package static let helpNoticeBoard = Phrase(
    "help.noticeBoard",
    hans: "宣传栏、公告栏的名称；可多次",
    hant: "宣傳欄、公告欄的名稱；可多次",
    en: "A board by its name; may be given again.")

  package static let helpNoticeDoor = Phrase(
    "help.noticeDoor",
    hans: "房号，贴在门口；可多次",
    hant: "房號，貼在門口；可多次",
    en: "A unit at whose door it hangs; may be given again.")

  package static let helpNoticeEverywhere = Phrase(
    "help.noticeEverywhere",
    hans: "所有还没有贴的地方",
    hant: "所有還沒有貼的地方",
    en: "Every place where it does not hang yet.")

  package static let helpNoticeNewPlace = Phrase(
    "help.noticeNewPlace",
    hans: "名称没有写错，是新的地方",
    hant: "名稱沒有寫錯，是新的地方",
    en: "The name is right: it is a new place.")

  package static let helpNoticeMistake = Phrase(
    "help.noticeMistake",
    hans: "误记的：那里从来没有贴过；须写明地方",
    hant: "誤記的：那裡從來沒有貼過；須寫明地方",
    en: "By mistake: it never hung there; name the place.")

  package static let helpNoticePhase = Phrase(
    "help.noticePhase",
    hans: "时段：before、during、after",
    hant: "時段：before、during、after",
    en: "When: before, during, after.")

  package static let helpNoticeSigns = Phrase(
    "help.noticeSigns",
    hans: "有明显的警示标识",
    hant: "有明顯的警示標識",
    en: "Signs stand there and are conspicuous.")

  package static let helpNoticeCordon = Phrase(
    "help.noticeCordon",
    hans: "已用警示带围护，范围足够",
    hant: "已用警示帶圍護，範圍足夠",
    en: "The area is cordoned off and large enough.")

  package static let helpNoticeArchivePlace = Phrase(
    "help.noticeArchivePlace",
    hans: "原件放在哪里",
    hant: "原件放在哪裡",
    en: "Where the original lies.")

  package static let helpNoticeOpen = Phrase(
    "help.noticeOpen",
    hans: "只列还要做事的",
    hant: "只列還要做事的",
    en: "Only those that still ask for something.")
}
