// Headings, labels and the words of the code sets.

extension Phrase {
  package static let labelUnit = Phrase(
    "label.labelUnit",
    hans: "房号",
    hant: "房號",
    en: "Unit")

  package static let labelName = Phrase(
    "label.labelName",
    hans: "姓名",
    hant: "姓名",
    en: "Name")

  package static let labelTelephone = Phrase(
    "label.labelTelephone",
    hans: "电话",
    hant: "電話",
    en: "Telephone")

  package static let labelOccupancy = Phrase(
    "label.labelOccupancy",
    hans: "入住状态",
    hant: "入住狀態",
    en: "Occupancy")

  package static let labelLastVisit = Phrase(
    "label.labelLastVisit",
    hans: "上次走访（天前）",
    hant: "上次走訪（天前）",
    en: "Last visit, days ago")

  package static let labelStatus = Phrase(
    "label.labelStatus",
    hans: "本轮",
    hant: "本輪",
    en: "This round")

  package static let labelId = Phrase(
    "label.labelId",
    hans: "编号",
    hant: "編號",
    en: "Id")

  package static let labelStart = Phrase(
    "label.labelStart",
    hans: "开始",
    hant: "開始",
    en: "Start")

  package static let labelEnd = Phrase(
    "label.labelEnd",
    hans: "结束",
    hant: "結束",
    en: "End")

  package static let labelMode = Phrase(
    "label.labelMode",
    hans: "方式",
    hant: "方式",
    en: "Mode")

  package static let labelKind = Phrase(
    "label.labelKind",
    hans: "类别",
    hant: "類別",
    en: "Kind")

  package static let labelOrganiser = Phrase(
    "label.labelOrganiser",
    hans: "组织者",
    hant: "組織者",
    en: "Organiser")

  package static let labelTopic = Phrase(
    "label.labelTopic",
    hans: "主题",
    hant: "主題",
    en: "Topic")

  package static let labelText = Phrase(
    "label.labelText",
    hans: "内容",
    hant: "內容",
    en: "Text")

  package static let labelPerson = Phrase(
    "label.labelPerson",
    hans: "人员",
    hant: "人員",
    en: "Person")

  package static let labelRole = Phrase(
    "label.labelRole",
    hans: "岗位",
    hant: "崗位",
    en: "Role")

  package static let labelOffice = Phrase(
    "label.labelOffice",
    hans: "公司",
    hant: "公司",
    en: "Office")

  package static let labelServer = Phrase(
    "label.labelServer",
    hans: "服务器",
    hant: "伺服器",
    en: "Server")

  package static let labelPending = Phrase(
    "label.labelPending",
    hans: "尚未同步",
    hant: "尚未同步",
    en: "Only on this laptop")

  package static let labelOldest = Phrase(
    "label.labelOldest",
    hans: "最早一条",
    hant: "最早一條",
    en: "Oldest of them")

  package static let labelReceived = Phrase(
    "label.labelReceived",
    hans: "已收到回执",
    hant: "已收到回執",
    en: "Received by the office")

  package static let labelHeld = Phrase(
    "label.labelHeld",
    hans: "待管理员处理",
    hant: "待管理員處理",
    en: "Held by the office")

  package static let labelUnreadable = Phrase(
    "label.labelUnreadable",
    hans: "服务器读不了",
    hant: "伺服器讀不了",
    en: "Unreadable to the office")

  package static let labelLastAttempt = Phrase(
    "label.labelLastAttempt",
    hans: "上次尝试同步",
    hant: "上次嘗試同步",
    en: "Last attempt to sync")

  package static let labelLastContact = Phrase(
    "label.labelLastContact",
    hans: "上次联系上",
    hant: "上次聯繫上",
    en: "Last contact")

  package static let labelLastInSync = Phrase(
    "label.labelLastInSync",
    hans: "上次完全一致",
    hant: "上次完全一致",
    en: "Last in sync")

  package static let labelConflicts = Phrase(
    "label.labelConflicts",
    hans: "未解决的冲突",
    hant: "未解決的衝突",
    en: "Open conflicts")

  package static let labelForks = Phrase(
    "label.labelForks",
    hans: "分叉",
    hant: "分叉",
    en: "Forks")

  package static let labelScope = Phrase(
    "label.labelScope",
    hans: "范围",
    hant: "範圍",
    en: "Scope")

  package static let labelPosition = Phrase(
    "label.labelPosition",
    hans: "位置",
    hant: "位置",
    en: "Position")

  package static let labelDigest = Phrase(
    "label.labelDigest",
    hans: "摘要",
    hant: "摘要",
    en: "Digest")

  package static let labelEqual = Phrase(
    "label.labelEqual",
    hans: "一致",
    hant: "一致",
    en: "Equal")

  package static let labelSite = Phrase(
    "label.labelSite",
    hans: "小区",
    hant: "小區",
    en: "Site")

  package static let labelMonth = Phrase(
    "label.labelMonth",
    hans: "月份",
    hant: "月份",
    en: "Month")

  package static let labelRound = Phrase(
    "label.labelRound",
    hans: "轮次",
    hant: "輪次",
    en: "Round")

  package static let labelQuota = Phrase(
    "label.labelQuota",
    hans: "指标",
    hant: "指標",
    en: "Quota")

  package static let labelCounted = Phrase(
    "label.labelCounted",
    hans: "已走访",
    hant: "已走訪",
    en: "Visited")

  package static let labelManager = Phrase(
    "label.labelManager",
    hans: "经理",
    hant: "經理",
    en: "Manager")

  package static let labelSupervisor = Phrase(
    "label.labelSupervisor",
    hans: "主管",
    hant: "主管",
    en: "Supervisor")

  package static let labelCompanyVisits = Phrase(
    "label.labelCompanyVisits",
    hans: "公司走访",
    hant: "公司走訪",
    en: "Company visits")

  package static let labelReturnVisits = Phrase(
    "label.labelReturnVisits",
    hans: "回访",
    hant: "回訪",
    en: "Return visits")

  package static let labelRepeats = Phrase(
    "label.labelRepeats",
    hans: "重复",
    hant: "重複",
    en: "Repeats")

  package static let labelOvershoot = Phrase(
    "label.labelOvershoot",
    hans: "超出",
    hant: "超出",
    en: "Beyond the quota")

  package static let labelProgress = Phrase(
    "label.labelProgress",
    hans: "本轮完成/未访",
    hant: "本輪完成/未訪",
    en: "Round, done/open")

  package static let labelOccupied = Phrase(
    "label.labelOccupied",
    hans: "已入住",
    hant: "已入住",
    en: "Occupied")

  package static let labelTotalUnits = Phrase(
    "label.labelTotalUnits",
    hans: "总户数",
    hant: "總戶數",
    en: "Units")

  package static let labelPercent = Phrase(
    "label.labelPercent",
    hans: "比例",
    hant: "比例",
    en: "Percent")

  package static let labelCase = Phrase(
    "label.labelCase",
    hans: "重复走访",
    hant: "重複走訪",
    en: "Duplicate")

  package static let labelCause = Phrase(
    "label.labelCause",
    hans: "原因",
    hant: "原因",
    en: "Cause")

  package static let labelMembers = Phrase(
    "label.labelMembers",
    hans: "次数",
    hant: "次數",
    en: "Visits")

  package static let labelHousehold = Phrase(
    "label.labelHousehold",
    hans: "住户",
    hant: "住戶",
    en: "Household")

  package static let labelChannel = Phrase(
    "label.labelChannel",
    hans: "渠道",
    hant: "渠道",
    en: "Channel")

  package static let labelState = Phrase(
    "label.labelState",
    hans: "状态",
    hant: "狀態",
    en: "State")

  package static let labelField = Phrase(
    "label.labelField",
    hans: "字段",
    hant: "欄位",
    en: "Field")

  package static let labelRecord = Phrase(
    "label.labelRecord",
    hans: "记录",
    hant: "記錄",
    en: "Record")

  package static let labelValue = Phrase(
    "label.labelValue",
    hans: "值",
    hant: "值",
    en: "Value")

  package static let labelWhen = Phrase(
    "label.labelWhen",
    hans: "时间",
    hant: "時間",
    en: "When")

  package static let labelWinner = Phrase(
    "label.labelWinner",
    hans: "现用",
    hant: "現用",
    en: "Shown first")

  package static let labelSaw = Phrase(
    "label.labelSaw",
    hans: "saw 值",
    hant: "saw 值",
    en: "Saw token")

  package static let labelMet = Phrase(
    "label.labelMet",
    hans: "会见人",
    hant: "會見人",
    en: "Met")

  package static let labelRelation = Phrase(
    "label.labelRelation",
    hans: "关系",
    hant: "關係",
    en: "Relation")

  package static let labelPlace = Phrase(
    "label.labelPlace",
    hans: "地点",
    hant: "地點",
    en: "Place")

  package static let labelRemark = Phrase(
    "label.labelRemark",
    hans: "备注",
    hant: "備註",
    en: "Remark")

  package static let labelSatisfaction = Phrase(
    "label.labelSatisfaction",
    hans: "满意度",
    hant: "滿意度",
    en: "Satisfaction")

  package static let labelSignature = Phrase(
    "label.labelSignature",
    hans: "签名",
    hant: "簽名",
    en: "Signature")

  package static let labelReason = Phrase(
    "label.labelReason",
    hans: "原因",
    hant: "原因",
    en: "Reason")

  package static let labelRule = Phrase(
    "label.labelRule",
    hans: "规则",
    hant: "規則",
    en: "Rule")

  package static let labelFeedback = Phrase(
    "label.labelFeedback",
    hans: "要反馈",
    hant: "要回饋",
    en: "Feedback")

  package static let labelDelivery = Phrase(
    "label.labelDelivery",
    hans: "送达",
    hant: "送達",
    en: "Delivery")

  package static let labelInterviewers = Phrase(
    "label.labelInterviewers",
    hans: "访问人",
    hant: "訪問人",
    en: "Interviewers")

  package static let labelCount = Phrase(
    "label.labelCount",
    hans: "户数",
    hant: "戶數",
    en: "Households")

  package static let labelOrder = Phrase(
    "label.labelOrder",
    hans: "次序",
    hant: "次序",
    en: "Order")

  package static let labelEntryKind = Phrase(
    "label.labelEntryKind",
    hans: "类别",
    hant: "類別",
    en: "Kind")

  package static let labelAppointment = Phrase(
    "label.labelAppointment",
    hans: "预约",
    hant: "預約",
    en: "Appointment")

  package static let labelVoided = Phrase(
    "label.labelVoided",
    hans: "作废",
    hant: "作廢",
    en: "Voided")

  package static let labelEarlier = Phrase(
    "label.labelEarlier",
    hans: "对应事项",
    hant: "對應事項",
    en: "Earlier matter")

  package static let labelProvisional = Phrase(
    "label.labelProvisional",
    hans: "暂定",
    hant: "暫定",
    en: "Provisional")

  package static let labelCode = Phrase(
    "label.labelCode",
    hans: "代码",
    hant: "代碼",
    en: "Code")

  package static let labelCity = Phrase(
    "label.labelCity",
    hans: "城市",
    hant: "城市",
    en: "City")

  package static let labelDevice = Phrase(
    "label.labelDevice",
    hans: "电脑",
    hant: "電腦",
    en: "Laptop")

  package static let labelFingerprint = Phrase(
    "label.labelFingerprint",
    hans: "指纹",
    hant: "指紋",
    en: "Fingerprint")

  package static let labelRevoked = Phrase(
    "label.labelRevoked",
    hans: "停用",
    hant: "停用",
    en: "Revoked")

  package static let labelEnrolled = Phrase(
    "label.labelEnrolled",
    hans: "登记",
    hant: "登記",
    en: "Enrolled")

  package static let labelFile = Phrase(
    "label.labelFile",
    hans: "文件",
    hant: "檔案",
    en: "File")

  package static let labelFault = Phrase(
    "label.labelFault",
    hans: "问题",
    hant: "問題",
    en: "Fault")

  package static let labelAdded = Phrase(
    "label.labelAdded",
    hans: "新增",
    hant: "新增",
    en: "Added")

  package static let labelChanged = Phrase(
    "label.labelChanged",
    hans: "更新",
    hant: "更新",
    en: "Changed")

  package static let labelUnchanged = Phrase(
    "label.labelUnchanged",
    hans: "未变",
    hant: "未變",
    en: "Unchanged")

  package static let labelDate = Phrase(
    "label.labelDate",
    hans: "日期",
    hant: "日期",
    en: "Date")

  package static let labelYes = Phrase(
    "label.labelYes",
    hans: "是",
    hant: "是",
    en: "yes")

  package static let labelNo = Phrase(
    "label.labelNo",
    hans: "否",
    hant: "否",
    en: "no")

  package static let labelSites = Phrase(
    "label.labelSites",
    hans: "小区",
    hant: "小區",
    en: "Sites")
}
