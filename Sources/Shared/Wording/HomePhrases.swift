// The first page: what needs its reader now.

extension Phrase {
  package static let homeTitle = Phrase(
    "home.title",
    hans: "等我处理",
    hant: "等我處理",
    en: "What needs me now")

  package static let homeWhat = Phrase(
    "home.what",
    hans: "事项",
    hant: "事項",
    en: "What")

  package static let homeHowMany = Phrase(
    "home.howMany",
    hans: "数量",
    hant: "數量",
    en: "How many")

  package static let homeMostPressing = Phrase(
    "home.mostPressing",
    hans: "最久或最急",
    hant: "最久或最急",
    en: "Longest or most urgent")

  package static let homeSince = Phrase(
    "home.since",
    hans: "自何时",
    hant: "自何時",
    en: "Since")

  package static let homeBack = Phrase(
    "home.back",
    hans: "回到总览",
    hant: "回到總覽",
    en: "Back to the overview")

  package static let homeWhole = Phrase(
    "home.whole",
    hans: "全部列表",
    hant: "全部清單",
    en: "The whole list")

  package static let homeAsOf = Phrase(
    "home.asOf",
    hans: "有的小区是 {0} 统计的，之后的新记录正在统计，还没有列入。",
    hant: "有的小區是 {0} 統計的，之後的新記錄正在統計，還沒有列入。",
    en: "Some sites were counted at {0}; records that came since are being counted.")

  package static let homeReturned = Phrase(
    "home.returned",
    hans: "退回给我的走访",
    hant: "退回給我的走訪",
    en: "Visits sent back to me")

  package static let homeOverdue = Phrase(
    "home.overdue",
    hans: "我已逾期的事项",
    hant: "我已逾期的事項",
    en: "What I owe and is overdue")

  package static let homeReviews = Phrase(
    "home.reviews",
    hans: "待审核的走访",
    hant: "待審核的走訪",
    en: "Visits to review")

  package static let homeRecontacts = Phrase(
    "home.recontacts",
    hans: "待回访住户核实的走访",
    hant: "待回訪住戶核實的走訪",
    en: "Visits whose household is to be asked")

  package static let homeComplaints = Phrase(
    "home.complaints",
    hans: "已转投诉程序、尚未办结的投诉",
    hant: "已轉投訴程序、尚未辦結的投訴",
    en: "Complaints handed over and not ended")

  package static let homeMatters = Phrase(
    "home.matters",
    hans: "还没有人处理的意见",
    hant: "還沒有人處理的意見",
    en: "Matters that nobody sees to yet")

  package static let homeSubmissions = Phrase(
    "home.submissions",
    hans: "待提交的月度总结",
    hant: "待提交的月度總結",
    en: "Monthly summaries to submit")

  package static let homeApprovals = Phrase(
    "home.approvals",
    hans: "待批准的月度总结",
    hant: "待批准的月度總結",
    en: "Monthly summaries to approve")

  package static let homeDecisions = Phrase(
    "home.decisions",
    hans: "已提交的总结中待逐项决定的意见",
    hant: "已提交的總結中待逐項決定的意見",
    en: "Matters of submitted summaries to decide")

  package static let homeBeyond = Phrase(
    "home.beyond",
    hans: "超出权限、还没有写联系函的意见",
    hant: "超出權限、還沒有寫聯繫函的意見",
    en: "Matters beyond the site, in no letter yet")

  package static let homeLettersAnswered = Phrase(
    "home.lettersAnswered",
    hans: "14 天内答复的联系函",
    hant: "14 天內答覆的聯繫函",
    en: "Letters answered in the last 14 days")

  package static let homeLettersToAnswer = Phrase(
    "home.lettersToAnswer",
    hans: "待答复的联系函",
    hant: "待答覆的聯繫函",
    en: "Letters to answer")

  package static let homeConflicts = Phrase(
    "home.conflicts",
    hans: "待解决的冲突",
    hant: "待解決的衝突",
    en: "Conflicts to settle")

  package static let homeDuplicates = Phrase(
    "home.duplicates",
    hans: "未决定的重复走访",
    hant: "未決定的重複走訪",
    en: "Duplicate cases not decided")

  package static let homeAppointments = Phrase(
    "home.appointments",
    hans: "我 7 天内的预约",
    hant: "我 7 天內的預約",
    en: "My appointments of the next 7 days")

  package static let homeHouseholds = Phrase(
    "home.households",
    hans: "已抽中、待走访的住户",
    hant: "已抽中、待走訪的住戶",
    en: "Households drawn and still to be visited")

  package static let planPageTitle = Phrase(
    "home.plan",
    hans: "本月计划",
    hant: "本月計劃",
    en: "Plan of the month")

  package static let planConditions = Phrase(
    "home.plan.conditions",
    hans: "{0} {1}：指标",
    hant: "{0} {1}：指標",
    en: "{0} {1}: quota")

  package static let planPeople = Phrase(
    "home.plan.people",
    hans: "{0}：谁走访了多少",
    hant: "{0}：誰走訪了多少",
    en: "{0}: who has visited how many")

  package static let planDueAt = Phrase(
    "home.plan.due",
    hans: "{0}：待走访",
    hant: "{0}：待走訪",
    en: "{0}: still to be visited")

  package static let planAppointmentsAt = Phrase(
    "home.plan.appointments",
    hans: "{0}：预约",
    hant: "{0}：預約",
    en: "{0}: appointments")

  package static let planFeedbackAt = Phrase(
    "home.plan.feedback",
    hans: "{0}：等待答复的住户",
    hant: "{0}：等待答覆的住戶",
    en: "{0}: households that wait to hear")

  package static let mineTitle = Phrase(
    "home.mine",
    hans: "我的",
    hant: "我的",
    en: "Mine")

  package static let mineVisits = Phrase(
    "home.mine.visits",
    hans: "我 {0} 的走访",
    hant: "我 {0} 的走訪",
    en: "My visits of {0}")

  package static let mineAttempts = Phrase(
    "home.mine.attempts",
    hans: "我 {0} 上门未遇等",
    hant: "我 {0} 上門未遇等",
    en: "My attempts of {0}")

  package static let mineAppointments = Phrase(
    "home.mine.appointments",
    hans: "我的预约",
    hant: "我的預約",
    en: "My appointments to come")

  package static let mineLaptops = Phrase(
    "home.mine.laptops",
    hans: "我的电脑",
    hant: "我的電腦",
    en: "My laptops")

  package static let homeFeedback = Phrase(
    "home.feedback",
    hans: "等我答复的住户",
    hant: "等我答覆的住戶",
    en: "Households that wait to hear from me")

  package static let homeDue = Phrase(
    "home.due",
    hans: "我将到期或已过目标日的事项",
    hant: "我將到期或已過目標日的事項",
    en: "What I owe next, or is past its target")

  package static let homeEscalated = Phrase(
    "home.escalated",
    hans: "7 天内上报总部的逾期事项",
    hant: "7 天內上報總部的逾期事項",
    en: "Brought before head office in the last 7 days")

  package static let homeLaptops = Phrase(
    "home.laptops",
    hans: "三天没有联系的电脑",
    hant: "三天沒有聯絡的電腦",
    en: "Laptops not heard of for three days")

  package static let homeContactsUnknown = Phrase(
    "home.contactsUnknown",
    hans: "有 {0} 台电脑在总部开始记录联系时间以后还没有同步过",
    hant: "有 {0} 台電腦在總部開始記錄聯絡時間以後還沒有同步過",
    en: "{0} {0?laptop has|laptops have} not synced since the office began to remember contacts")

  package static let deviceNeverNoted = Phrase(
    "home.neverNoted",
    hans: "总部还没有开始记录联系时间",
    hant: "總部還沒有開始記錄聯絡時間",
    en: "the office has not begun to remember contacts")

  package static let deviceNotSince = Phrase(
    "home.notSince",
    hans: "{0} 以后没有联系",
    hant: "{0} 以後沒有聯絡",
    en: "not since {0}")

  package static let homeConfirmations = Phrase(
    "home.confirmations",
    hans: "恢复后待确认的电脑",
    hant: "恢復後待確認的電腦",
    en: "Laptops to confirm after a restore")
}
