// What households say, wherever they say it, and what becomes of it (R1-05, R1-10 to R1-14, R1-42, R1-55).

extension Phrase {
  package static let ruleChannelSpeaks = Phrase(
    "rule.R1-10.channel",
    hans: "这个渠道只对外发布，听不到意见。",
    hant: "這個渠道只對外發布，聽不到意見。",
    en: "Nothing is heard through this channel; it only speaks.")

  package static let ruleChannelSpeaksCure = Phrase(
    "rule.R1-10.channel.cure",
    hans: "请选听到意见的渠道（--channel）。",
    hant: "請選聽到意見的渠道（--channel）。",
    en: "Name the channel through which it was heard (--channel).")

  package static let ruleNothingHeard = Phrase(
    "rule.R1-10",
    hans: "没有写听到了什么。",
    hant: "沒有寫聽到了什麼。",
    en: "It is not said what was heard.")

  package static let ruleNothingHeardCure = Phrase(
    "rule.R1-10.cure",
    hans: "请至少写一条（--opinion 主题:类别:内容）。",
    hant: "請至少寫一條（--opinion 主題:類別:內容）。",
    en: "Give at least one thing (--opinion topic:kind:text).")

  package static let ruleHeardInFuture = Phrase(
    "rule.R1-10.future",
    hans: "时间在将来。",
    hant: "時間在將來。",
    en: "The time lies ahead.")

  package static let ruleHeardInFutureCure = Phrase(
    "rule.R1-10.future.cure",
    hans: "请核对 --at 和电脑的时钟。",
    hant: "請核對 --at 和電腦的時鐘。",
    en: "Check --at, and the clock of this laptop.")

  package static let ruleHandedLate = Phrase(
    "rule.R1-11",
    hans: "听到当天没有交前台登记。",
    hant: "聽到當天沒有交前台登記。",
    en: "It was not handed to the front desk on the day it was heard.")

  package static let ruleHandedLateCure = Phrase(
    "rule.R1-11.cure",
    hans: "照常保存；下次请随时交前台。",
    hant: "照常保存；下次請隨時交前台。",
    en: "It is saved all the same; hand it over at once next time.")

  package static let ruleUrgent = Phrase(
    "rule.R1-13",
    hans: "这是紧急事项。",
    hant: "這是緊急事項。",
    en: "This is urgent.")

  package static let ruleUrgentCure = Phrase(
    "rule.R1-13.cure",
    hans: "请立即转给负责处理的人（matter route）。",
    hant: "請立即轉給負責處理的人（matter route）。",
    en: "Send it to whoever can see to it now (matter route).")

  package static let ruleComplaintDepartment = Phrase(
    "rule.R1-42.department",
    hans: "这是投诉，按《客户投诉处理规程》处理，不转部门。",
    hant: "這是投訴，按《客戶投訴處理規程》處理，不轉部門。",
    en: "This is a complaint: it goes to the complaint procedure, not to a department.")

  package static let ruleComplaintHandOverCure = Phrase(
    "rule.R1-42.handOver",
    hans: "请移交投诉程序（matter hand-over），并记下其编号。",
    hant: "請移交投訴程序（matter hand-over），並記下其編號。",
    en: "Hand it over to the complaint procedure (matter hand-over), and note its number there.")

  package static let rulePraiseHandedOver = Phrase(
    "rule.R1-55.praise",
    hans: "表扬不是投诉。",
    hant: "表揚不是投訴。",
    en: "Praise is no complaint.")

  package static let rulePraiseHandedOverCure = Phrase(
    "rule.R1-55.praise.cure",
    hans: "请转给有关部门（matter route），或者不作处理。",
    hant: "請轉給有關部門（matter route），或者不作處理。",
    en: "Pass it on to the department (matter route), or leave it.")

  package static let ruleNotRouted = Phrase(
    "rule.R1-55",
    hans: "这件事还没有转给任何部门或程序。",
    hant: "這件事還沒有轉給任何部門或程序。",
    en: "This matter has not gone to any department or procedure yet.")

  package static let ruleNotRoutedCure = Phrase(
    "rule.R1-55.cure",
    hans: "请先转办（matter route）或移交（matter hand-over）。",
    hant: "請先轉辦（matter route）或移交（matter hand-over）。",
    en: "Send it there first (matter route, matter hand-over).")

  package static let ruleNoOutcome = Phrase(
    "rule.R1-12",
    hans: "没有写处理结果。",
    hant: "沒有寫處理結果。",
    en: "It is not said what came of it.")

  package static let ruleNoOutcomeCure = Phrase(
    "rule.R1-12.cure",
    hans: "请用 --outcome 写明。",
    hant: "請用 --outcome 寫明。",
    en: "Say it with --outcome.")

  package static let matterIsVoided = Phrase(
    "matter.voided",
    hans: "没有这件事，或者它所属的记录已作废。",
    hant: "沒有這件事，或者它所屬的記錄已作廢。",
    en: "There is no such matter, or what it was said in is voided.")

  package static let contactSaved = Phrase(
    "matter.contactSaved",
    hans: "已登记 {0} 条：{1}",
    hant: "已登記 {0} 條：{1}",
    en: "{0} {0?thing|things} noted: {1}")

  package static let contactVoided = Phrase(
    "matter.contactVoided",
    hans: "登记 {0} 已作废。",
    hant: "登記 {0} 已作廢。",
    en: "Contact {0} is voided.")

  package static let matterSaved = Phrase(
    "matter.saved",
    hans: "{0}：{1}",
    hant: "{0}：{1}",
    en: "{0}: {1}")

  package static let mattersTitle = Phrase(
    "matter.title",
    hans: "住户的意见与需求",
    hant: "住戶的意見與需求",
    en: "What households say")

  package static let matterTitle = Phrase(
    "matter.one",
    hans: "{0}：{1}",
    hant: "{0}：{1}",
    en: "{0}: {1}")

  package static let codeMatterOpen = Phrase(
    "code.matterOpen",
    hans: "未处理",
    hant: "未處理",
    en: "open")

  package static let codeMatterNoted = Phrase(
    "code.matterNoted",
    hans: "已记下",
    hant: "已記下",
    en: "noted")

  package static let codeMatterRouted = Phrase(
    "code.matterRouted",
    hans: "已转办",
    hant: "已轉辦",
    en: "with the department")

  package static let codeMatterHandedOver = Phrase(
    "code.matterHandedOver",
    hans: "已移交投诉程序",
    hant: "已移交投訴程序",
    en: "with the complaint procedure")

  package static let codeMatterClosed = Phrase(
    "code.matterClosed",
    hans: "已办结",
    hant: "已辦結",
    en: "closed")

  package static let codeMatterFollowedUp = Phrase(
    "code.matterFollowedUp",
    hans: "已跟进",
    hant: "已跟進",
    en: "followed up")

  package static let codeMatterEscalated = Phrase(
    "code.matterEscalated",
    hans: "已上报",
    hant: "已上報",
    en: "escalated")

  package static let codeDepartmentService = Phrase(
    "code.departmentService",
    hans: "客户服务",
    hant: "客戶服務",
    en: "customer service")

  package static let codeDepartmentOrder = Phrase(
    "code.departmentOrder",
    hans: "秩序",
    hant: "秩序",
    en: "order")

  package static let codeDepartmentEnvironment = Phrase(
    "code.departmentEnvironment",
    hans: "环境",
    hant: "環境",
    en: "environment")

  package static let codeDepartmentEngineering = Phrase(
    "code.departmentEngineering",
    hans: "工程",
    hant: "工程",
    en: "engineering")

  package static let codeDepartmentHead = Phrase(
    "code.departmentHead",
    hans: "公司",
    hant: "公司",
    en: "head office")

  package static let codeDepartmentOther = Phrase(
    "code.departmentOther",
    hans: "其他部门",
    hant: "其他部門",
    en: "another department")

  package static let codeStatusAccepted = Phrase(
    "code.statusAccepted",
    hans: "已受理",
    hant: "已受理",
    en: "accepted")

  package static let codeStatusInProgress = Phrase(
    "code.statusInProgress",
    hans: "处理中",
    hant: "處理中",
    en: "in progress")

  package static let codeStatusAnswered = Phrase(
    "code.statusAnswered",
    hans: "已答复",
    hant: "已答覆",
    en: "answered")

  package static let codeStatusClosed = Phrase(
    "code.statusClosed",
    hans: "已结案",
    hant: "已結案",
    en: "closed there")

  package static let codeStatusRejected = Phrase(
    "code.statusRejected",
    hans: "不予受理",
    hant: "不予受理",
    en: "not accepted")

  package static let codeFeedbackNone = Phrase(
    "code.feedbackNone",
    hans: "不需反馈",
    hant: "不需回饋",
    en: "not asked for")

  package static let codeFeedbackOwed = Phrase(
    "code.feedbackOwed",
    hans: "待反馈",
    hant: "待回饋",
    en: "owed")

  package static let codeFeedbackGiven = Phrase(
    "code.feedbackGiven",
    hans: "已当面反馈",
    hant: "已當面回饋",
    en: "given face to face")

  package static let codeFeedbackRemote = Phrase(
    "code.feedbackRemote",
    hans: "已反馈（非当面）",
    hant: "已回饋（非當面）",
    en: "given, not face to face")

  package static let labelMatterCount = Phrase(
    "label.matterCount",
    hans: "件数",
    hant: "件數",
    en: "Count")

  package static let labelDepartment = Phrase(
    "label.department",
    hans: "承办部门",
    hant: "承辦部門",
    en: "Department")

  package static let labelHandler = Phrase(
    "label.handler",
    hans: "承办人",
    hant: "承辦人",
    en: "Seen to by")

  package static let labelReference = Phrase(
    "label.reference",
    hans: "对方编号",
    hant: "對方編號",
    en: "Reference there")

  package static let labelStatusThere = Phrase(
    "label.statusThere",
    hans: "对方进度",
    hant: "對方進度",
    en: "Status there")

  package static let labelUrgency = Phrase(
    "label.urgency",
    hans: "缓急",
    hant: "緩急",
    en: "Urgency")

  package static let labelUntil = Phrase(
    "label.until",
    hans: "反馈目标",
    hant: "回饋目標",
    en: "Target")

  package static let labelSaidAt = Phrase(
    "label.saidAt",
    hans: "提出时间",
    hant: "提出時間",
    en: "Said")

  package static let labelNobody = Phrase(
    "label.nobody",
    hans: "（未留名）",
    hant: "（未留名）",
    en: "(not named)")

  package static let pageRoute = Phrase(
    "matter.pageRoute",
    hans: "转办",
    hant: "轉辦",
    en: "Send")

  package static let pageHandOver = Phrase(
    "matter.pageHandOver",
    hans: "移交",
    hant: "移交",
    en: "Hand over")

  package static let pageCloseMatter = Phrase(
    "matter.pageClose",
    hans: "了结",
    hant: "了結",
    en: "Bring to its end")
}
