// What `--help` says.

extension Phrase {
  package static let helpRounds = Phrase(
    "help.helpRounds",
    hans: "走访：上门访问住户的记录，离线可用",
    hant: "走訪：上門訪問住戶的記錄，離線可用",
    en: "Household visits, recorded offline")

  package static let helpServer = Phrase(
    "help.helpServer",
    hans: "走访：公司服务器",
    hant: "走訪：公司伺服器",
    en: "The office of Rounds")

  package static let helpExample = Phrase(
    "help.helpExample",
    hans: "例：{0}",
    hant: "例：{0}",
    en: "Example: {0}")

  package static let helpJSON = Phrase(
    "help.helpJSON",
    hans: "以 JSON 输出",
    hant: "以 JSON 輸出",
    en: "Print JSON.")

  package static let helpLanguage = Phrase(
    "help.helpLanguage",
    hans: "语言：zh-Hans、zh-Hant、en",
    hant: "語言：zh-Hans、zh-Hant、en",
    en: "Language: zh-Hans, zh-Hant or en.")

  package static let helpColour = Phrase(
    "help.helpColour",
    hans: "颜色：auto、always、never",
    hant: "顏色：auto、always、never",
    en: "Colour: auto, always or never.")

  package static let helpNoInput = Phrase(
    "help.helpNoInput",
    hans: "不提问；缺什么就报错",
    hant: "不提問；缺什麼就報錯",
    en: "Never ask; fail naming what is missing.")

  package static let helpSite = Phrase(
    "help.helpSite",
    hans: "小区代码（负责多个小区时）",
    hant: "小區代碼（負責多個小區時）",
    en: "The site's code, if you work at several.")

  package static let helpEnroll = Phrase(
    "help.helpEnroll",
    hans: "用一次性登记码登记这台电脑",
    hant: "用一次性登記碼登記這台電腦",
    en: "Enrol this laptop with a one-time code")

  package static let helpURL = Phrase(
    "help.helpURL",
    hans: "服务器网址",
    hant: "伺服器網址",
    en: "The office's address.")

  package static let helpCA = Phrase(
    "help.helpCA",
    hans: "信任的证书文件",
    hant: "信任的證書檔案",
    en: "A file of certificate authorities to trust.")

  package static let helpLaptopName = Phrase(
    "help.helpLaptopName",
    hans: "这台电脑的名称",
    hant: "這台電腦的名稱",
    en: "A name for this laptop.")

  package static let helpStatus = Phrase(
    "help.helpStatus",
    hans: "我是谁，还有什么没同步",
    hant: "我是誰，還有什麼沒同步",
    en: "Who, where, and what is unsent")

  package static let helpSync = Phrase(
    "help.helpSync",
    hans: "与服务器同步",
    hant: "與伺服器同步",
    en: "Push and pull")

  package static let helpWatch = Phrase(
    "help.helpWatch",
    hans: "每隔几分钟同步一次，直到停止",
    hant: "每隔幾分鐘同步一次，直到停止",
    en: "Sync again every few minutes until stopped.")

  package static let helpPlan = Phrase(
    "help.helpPlan",
    hans: "本月指标、该走访谁、预约",
    hant: "本月指標、該走訪誰、預約",
    en: "Quota, who is due, appointments")

  package static let helpMonth = Phrase(
    "help.helpMonth",
    hans: "月份，如 2026-09",
    hant: "月份，如 2026-09",
    en: "Month, such as 2026-09.")

  package static let helpDraw = Phrase(
    "help.helpDraw",
    hans: "离线抽样",
    hant: "離線抽樣",
    en: "Draw a sample offline")

  package static let helpCount = Phrase(
    "help.helpCount",
    hans: "正选户数",
    hant: "正選戶數",
    en: "How many households.")

  package static let helpReserve = Phrase(
    "help.helpReserve",
    hans: "备选户数",
    hant: "備選戶數",
    en: "How many reserves.")

  package static let helpOrganiser = Phrase(
    "help.helpOrganiser",
    hans: "site 或 company",
    hant: "site 或 company",
    en: "site or company.")

  package static let helpHousehold = Phrase(
    "help.helpHousehold",
    hans: "住户",
    hant: "住戶",
    en: "Households")

  package static let helpHouseholdList = Phrase(
    "help.helpHouseholdList",
    hans: "列出住户",
    hant: "列出住戶",
    en: "List households")

  package static let helpHouseholdShow = Phrase(
    "help.helpHouseholdShow",
    hans: "一户的情况与历史",
    hant: "一戶的情況與歷史",
    en: "One household and its history")

  package static let helpHouseholdFind = Phrase(
    "help.helpHouseholdFind",
    hans: "查找住户",
    hant: "查找住戶",
    en: "Find households")

  package static let helpHouseholdArgument = Phrase(
    "help.helpHouseholdArgument",
    hans: "房号，或住户编号的开头",
    hant: "房號，或住戶編號的開頭",
    en: "Unit code, or the beginning of an id.")

  package static let helpFindText = Phrase(
    "help.helpFindText",
    hans: "房号或姓名的一部分",
    hant: "房號或姓名的一部分",
    en: "Part of a unit code or a name.")

  package static let helpDeparted = Phrase(
    "help.helpDeparted",
    hans: "包括已迁出的",
    hant: "包括已遷出的",
    en: "Those who left as well.")

  package static let helpAppointment = Phrase(
    "help.helpAppointment",
    hans: "预约",
    hant: "預約",
    en: "Appointments")

  package static let helpAppointmentMake = Phrase(
    "help.helpAppointmentMake",
    hans: "记录一次预约",
    hant: "記錄一次預約",
    en: "Record an appointment")

  package static let helpAppointmentList = Phrase(
    "help.helpAppointmentList",
    hans: "列出预约",
    hant: "列出預約",
    en: "List appointments")

  package static let helpAppointmentCancel = Phrase(
    "help.helpAppointmentCancel",
    hans: "取消预约",
    hant: "取消預約",
    en: "Cancel an appointment")

  package static let helpFrom = Phrase(
    "help.helpFrom",
    hans: "开始时间，如 2026-09-28 19:00",
    hant: "開始時間，如 2026-09-28 19:00",
    en: "Beginning, such as 2026-09-28 19:00.")

  package static let helpTo = Phrase(
    "help.helpTo",
    hans: "结束时间",
    hant: "結束時間",
    en: "End.")

  package static let helpChannel = Phrase(
    "help.helpChannel",
    hans: "telephone、message、inPerson",
    hant: "telephone、message、inPerson",
    en: "telephone, message or inPerson.")

  package static let helpAgreedWith = Phrase(
    "help.helpAgreedWith",
    hans: "与谁约定",
    hant: "與誰約定",
    en: "Who agreed.")

  package static let helpICS = Phrase(
    "help.helpICS",
    hans: "写出日历文件",
    hant: "寫出日曆檔案",
    en: "Write a calendar file.")

  package static let helpRecord = Phrase(
    "help.helpRecord",
    hans: "记录一次走访",
    hant: "記錄一次走訪",
    en: "Record a visit")

  package static let helpFromFile = Phrase(
    "help.helpFromFile",
    hans: "从 visit.json 读取；- 为标准输入",
    hant: "從 visit.json 讀取；- 為標準輸入",
    en: "Read a visit.json; - is standard input.")

  package static let helpMode = Phrase(
    "help.helpMode",
    hans: "door、office、outdoors、other",
    hant: "door、office、outdoors、other",
    en: "door, office, outdoors or other.")

  package static let helpStart = Phrase(
    "help.helpStart",
    hans: "开始时间",
    hant: "開始時間",
    en: "When it began.")

  package static let helpEnd = Phrase(
    "help.helpEnd",
    hans: "结束时间",
    hant: "結束時間",
    en: "When it ended.")

  package static let helpPlace = Phrase(
    "help.helpPlace",
    hans: "地点",
    hant: "地點",
    en: "Where.")

  package static let helpAppointmentId = Phrase(
    "help.helpAppointmentId",
    hans: "预约编号",
    hant: "預約編號",
    en: "The appointment's id.")

  package static let helpOnTheSpot = Phrase(
    "help.helpOnTheSpot",
    hans: "当场邀请的人",
    hant: "當場邀請的人",
    en: "Who asked you in on the spot.")

  package static let helpMet = Phrase(
    "help.helpMet",
    hans: "会见人姓名",
    hant: "會見人姓名",
    en: "The person met.")

  package static let helpRelation = Phrase(
    "help.helpRelation",
    hans: "owner、family、tenant、staff、other",
    hant: "owner、family、tenant、staff、other",
    en: "owner, family, tenant, staff or other.")

  package static let helpTelephone = Phrase(
    "help.helpTelephone",
    hans: "联系电话",
    hant: "聯絡電話",
    en: "Telephone.")

  package static let helpByTelephone = Phrase(
    "help.helpByTelephone",
    hans: "电话访问",
    hant: "電話訪問",
    en: "It was a call.")

  package static let helpNoBadge = Phrase(
    "help.helpNoBadge",
    hans: "没有佩戴工作证",
    hant: "沒有佩戴工作證",
    en: "The badge was not worn.")

  package static let helpSatisfaction = Phrase(
    "help.helpSatisfaction",
    hans: "satisfied、fairlySatisfied、notSatisfied",
    hant: "satisfied、fairlySatisfied、notSatisfied",
    en: "satisfied, fairlySatisfied or notSatisfied.")

  package static let helpRemark = Phrase(
    "help.helpRemark",
    hans: "备注",
    hant: "備註",
    en: "A remark.")

  package static let helpConfidential = Phrase(
    "help.helpConfidential",
    hans: "保密内容文件；- 为标准输入",
    hant: "保密內容檔案；- 為標準輸入",
    en: "A file with a confidential note.")

  package static let helpWith = Phrase(
    "help.helpWith",
    hans: "一同走访的同事",
    hant: "一同走訪的同事",
    en: "A colleague who was there too.")

  package static let helpOpinion = Phrase(
    "help.helpOpinion",
    hans: "意见，写作 主题:类别:内容",
    hant: "意見，寫作 主題:類別:內容",
    en: "An opinion, as topic:kind:text.")

  package static let helpFeedbackFor = Phrase(
    "help.helpFeedbackFor",
    hans: "要反馈的意见序号",
    hant: "要回饋的意見序號",
    en: "Number of an opinion that wants feedback.")

  package static let helpNoOpinion = Phrase(
    "help.helpNoOpinion",
    hans: "无意见",
    hant: "無意見",
    en: "There was no opinion.")

  package static let helpSignature = Phrase(
    "help.helpSignature",
    hans: "signed、refused、notAsked、notApplicable",
    hant: "signed、refused、notAsked、notApplicable",
    en: "signed, refused, notAsked or notApplicable.")

  package static let helpSignatureReason = Phrase(
    "help.helpSignatureReason",
    hans: "拒绝或未请签名的原因",
    hant: "拒絕或未請簽名的原因",
    en: "Why it was refused or not asked for.")

  package static let helpReasons = Phrase(
    "help.helpReasons",
    hans: "不照规则的原因，如 R1-47=住户要求",
    hant: "不照規則的原因，如 R1-47=住戶要求",
    en: "A reason, such as R1-47=asked to come late.")

  package static let helpAttempt = Phrase(
    "help.helpAttempt",
    hans: "没有见到：无人、拒访、已搬走",
    hant: "沒有見到：無人、拒訪、已搬走",
    en: "Nobody home, refused, moved")

  package static let helpOutcome = Phrase(
    "help.helpOutcome",
    hans: "nobodyHome、refused、moved",
    hant: "nobodyHome、refused、moved",
    en: "nobodyHome, refused or moved.")

  package static let helpAt = Phrase(
    "help.helpAt",
    hans: "时间",
    hant: "時間",
    en: "When.")

  package static let helpVisits = Phrase(
    "help.helpVisits",
    hans: "走访记录",
    hant: "走訪記錄",
    en: "Visits")

  package static let helpVisitsList = Phrase(
    "help.helpVisitsList",
    hans: "列出走访",
    hant: "列出走訪",
    en: "List visits")

  package static let helpVisitsShow = Phrase(
    "help.helpVisitsShow",
    hans: "一次走访的全部内容",
    hant: "一次走訪的全部內容",
    en: "All of one visit")

  package static let helpVisitsAmend = Phrase(
    "help.helpVisitsAmend",
    hans: "更正一项",
    hant: "更正一項",
    en: "Correct a field")

  package static let helpVisitsVoid = Phrase(
    "help.helpVisitsVoid",
    hans: "作废一次走访",
    hant: "作廢一次走訪",
    en: "Void a visit")

  package static let helpVisitArgument = Phrase(
    "help.helpVisitArgument",
    hans: "走访编号（前 6 位即可）",
    hant: "走訪編號（前 6 位即可）",
    en: "The visit's id, or its first 6 digits.")

  package static let helpField = Phrase(
    "help.helpField",
    hans: "place、met、telephone、remark、relation、satisfaction、mode、start、end、opinion",
    hant: "place、met、telephone、remark、relation、satisfaction、mode、start、end、opinion",
    en: "place, met, telephone, remark, relation, satisfaction, mode, start, end or opinion.")

  package static let helpValue = Phrase(
    "help.helpValue",
    hans: "新的值",
    hant: "新的值",
    en: "The new value.")

  package static let helpSaw = Phrase(
    "help.helpSaw",
    hans: "visits show 显示的 saw 值",
    hant: "visits show 顯示的 saw 值",
    en: "The saw token that visits show printed.")

  package static let helpOpinionNumber = Phrase(
    "help.helpOpinionNumber",
    hans: "意见序号",
    hant: "意見序號",
    en: "Which opinion.")

  package static let helpReason = Phrase(
    "help.helpReason",
    hans: "原因",
    hant: "原因",
    en: "The reason.")

  package static let helpSign = Phrase(
    "help.helpSign",
    hans: "住户签名情况",
    hant: "住戶簽名情況",
    en: "Whether the household signed")

  package static let helpSigned = Phrase(
    "help.helpSigned",
    hans: "已签名",
    hant: "已簽名",
    en: "It signed.")

  package static let helpRefused = Phrase(
    "help.helpRefused",
    hans: "拒绝签名",
    hant: "拒絕簽名",
    en: "It refused.")

  package static let helpNotAsked = Phrase(
    "help.helpNotAsked",
    hans: "未请签名",
    hant: "未請簽名",
    en: "It was not asked.")

  package static let helpNote = Phrase(
    "help.helpNote",
    hans: "保密记录",
    hant: "保密記錄",
    en: "Confidential notes")

  package static let helpNoteWrite = Phrase(
    "help.helpNoteWrite",
    hans: "写一条保密记录",
    hant: "寫一條保密記錄",
    en: "Write a note")

  package static let helpNoteShow = Phrase(
    "help.helpNoteShow",
    hans: "看保密记录",
    hant: "看保密記錄",
    en: "Read the notes")

  package static let helpNoteFile = Phrase(
    "help.helpNoteFile",
    hans: "从文件读取；- 为标准输入",
    hant: "從檔案讀取；- 為標準輸入",
    en: "Read it from a file; - is standard input.")

  package static let helpReturnVisit = Phrase(
    "help.helpReturnVisit",
    hans: "回访：对以前的事项当面反馈",
    hant: "回訪：對以前的事項當面回饋",
    en: "Feedback given, linked to a matter")

  package static let helpMatter = Phrase(
    "help.helpMatter",
    hans: "走访或意见的编号",
    hant: "走訪或意見的編號",
    en: "The id of a visit or an opinion.")

  package static let helpConflicts = Phrase(
    "help.helpConflicts",
    hans: "冲突",
    hant: "衝突",
    en: "Conflicts")

  package static let helpConflictsList = Phrase(
    "help.helpConflictsList",
    hans: "列出冲突",
    hant: "列出衝突",
    en: "List conflicts")

  package static let helpConflictsShow = Phrase(
    "help.helpConflictsShow",
    hans: "一条冲突的全部值",
    hant: "一條衝突的全部值",
    en: "All values of one conflict")

  package static let helpConflictArgument = Phrase(
    "help.helpConflictArgument",
    hans: "记录编号",
    hant: "記錄編號",
    en: "The record's id.")

  package static let helpState = Phrase(
    "help.helpState",
    hans: "一个范围的标准状态",
    hant: "一個範圍的標準狀態",
    en: "The canonical state of a scope")

  package static let helpScope = Phrase(
    "help.helpScope",
    hans: "范围：小区代码、company 或 32 位编号",
    hant: "範圍：小區代碼、company 或 32 位編號",
    en: "A site's code, company, or 32 digits.")
}
