// What the rules say of notices (R1-15 to R1-28, R2-09 to R2-12, R3-04 to R3-06).

extension Phrase {
  package static let ruleRequestLate = Phrase(
    "rule.request.late",
    hans: "告知客服中心晚了：最迟应在 {0}。",
    hant: "告知客服中心晚了：最遲應在 {0}。",
    en: "The customer-service centre is told late: the last moment was {0}.")

  package static let ruleRequestLateCure = Phrase(
    "rule.request.late.cure",
    hans: "照常登记，并记为迟报；通知业户的时限不变，必要时推迟作业。",
    hant: "照常登記，並記為遲報；通知業戶的時限不變，必要時推遲作業。",
    en: "It is recorded all the same, as late; households have their own lead time, "
      + "so put the work off if need be.")

  package static let ruleLeadTime = Phrase(
    "rule.leadTime",
    hans: "来不及了：最迟应在 {0} 之前（含）告知业户。",
    hant: "來不及了：最遲應在 {0} 之前（含）告知業戶。",
    en: "It is too late for that start: households had to be told by {0}.")

  package static let ruleLeadTimeCure = Phrase(
    "rule.leadTime.cure",
    hans: "请推迟开始时间；确属紧急的，用 --emergency 写明原因，并用 --approved-by 写明批准人。",
    hant: "請推遲開始時間；確屬緊急的，用 --emergency 寫明原因，並用 --approved-by 寫明批准人。",
    en: "Put the start off; if it is an emergency, give the reason with --emergency "
      + "and who allowed it with --approved-by.")

  package static let rulePostedLate = Phrase(
    "rule.posted.late",
    hans: "张贴晚了：最迟应在 {0}。",
    hant: "張貼晚了：最遲應在 {0}。",
    en: "It hangs late: the last moment was {0}.")

  package static let rulePostedLateCure = Phrase(
    "rule.posted.late.cure",
    hans: "照常登记，并记为迟贴；可用 notice amend 推迟开始时间。",
    hant: "照常登記，並記為遲貼；可用 notice amend 推遲開始時間。",
    en: "It is recorded all the same, as late; notice amend puts the start off.")

  package static let ruleNoStart = Phrase(
    "rule.notice.noStart",
    hans: "没有写开始时间。",
    hant: "沒有寫開始時間。",
    en: "It is not said when it begins.")

  package static let ruleNoStartCure = Phrase(
    "rule.notice.noStart.cure",
    hans: "请用 --start 写明，例如 --start '2026-12-03 09:00'。",
    hant: "請用 --start 寫明，例如 --start '2026-12-03 09:00'。",
    en: "Say it with --start, for example --start '2026-12-03 09:00'.")

  package static let ruleEndsFirst = Phrase(
    "rule.notice.endsFirst",
    hans: "结束不晚于开始。",
    hant: "結束不晚於開始。",
    en: "It ends no later than it begins.")

  package static let ruleEndsFirstCure = Phrase(
    "rule.notice.endsFirst.cure",
    hans: "请核对 --start 和 --end。",
    hant: "請核對 --start 和 --end。",
    en: "Check --start and --end.")

  package static let ruleNoPlaces = Phrase(
    "rule.notice.noPlaces",
    hans: "没有写涉及哪些楼栋或房屋。",
    hant: "沒有寫涉及哪些樓棟或房屋。",
    en: "It is not said which buildings or units it is for.")

  package static let ruleNoPlacesCure = Phrase(
    "rule.notice.noPlaces.cure",
    hans: "请用 --for 逐一写明，或改为全小区（--reach site）。",
    hant: "請用 --for 逐一寫明，或改為全小區（--reach site）。",
    en: "Name each with --for, or mean the whole compound (--reach site).")

  package static let ruleNoRequest = Phrase(
    "rule.notice.noRequest",
    hans: "这类通知不由部门申请。",
    hant: "這類通知不由部門申請。",
    en: "No department asks for a notice of this kind.")

  package static let ruleNoRequestCure = Phrase(
    "rule.notice.noRequest.cure",
    hans: "请直接发布（notice write）。",
    hant: "請直接發布（notice write）。",
    en: "Write it (notice write).")

  package static let rulePestWeekend = Phrase(
    "rule.R1-17",
    hans: "{0} 是周六或周日，不安排消杀、喷洒药物作业。",
    hant: "{0} 是週六或週日，不安排消殺、噴灑藥物作業。",
    en: "{0} is a Saturday or a Sunday: no pest control or spraying then.")

  package static let rulePestHoliday = Phrase(
    "rule.R1-17.holiday",
    hans: "{0} 是休息日。",
    hant: "{0} 是休息日。",
    en: "{0} is a day off.")

  package static let rulePestWeekendCure = Phrase(
    "rule.R1-17.cure",
    hans: "请改到工作日。",
    hant: "請改到工作日。",
    en: "Choose a working day.")

  package static let ruleNoticeEmpty = Phrase(
    "rule.notice.empty",
    hans: "通知没有标题或内容。",
    hant: "通知沒有標題或內容。",
    en: "The notice has no title or no text.")

  package static let ruleNoticeEmptyCure = Phrase(
    "rule.notice.empty.cure",
    hans: "请用 --title 和 --body 写明，内容简洁、明确。",
    hant: "請用 --title 和 --body 寫明，內容簡潔、明確。",
    en: "Give them with --title and --body, short and clear.")

  package static let ruleNoMemo = Phrase(
    "rule.R2-09.memo",
    hans: "电话通知没有原件，要记下说了什么。",
    hant: "電話通知沒有原件，要記下說了什麼。",
    en: "A notice by telephone has no original: what was said has to be noted.")

  package static let ruleNoMemoCure = Phrase(
    "rule.R2-09.memo.cure",
    hans: "请用 --title 和 --body 记下。",
    hant: "請用 --title 和 --body 記下。",
    en: "Note it with --title and --body.")

  package static let ruleHasToHang = Phrase(
    "rule.notice.hasToHang",
    hans: "这类通知只打电话不够，要书面张贴。",
    hant: "這類通知只打電話不夠，要書面張貼。",
    en: "A call is not enough for this kind: it has to be written and posted.")

  package static let ruleHasToHangCure = Phrase(
    "rule.notice.hasToHang.cure",
    hans: "请选书面形式（--form slip、notice、announcement、proclamation、poster）。",
    hant: "請選書面形式（--form slip、notice、announcement、proclamation、poster）。",
    en: "Choose a written form (--form slip, notice, announcement, proclamation, poster).")

  package static let ruleNoPoster = Phrase(
    "rule.R1-23",
    hans: "社区文化活动宜用海报宣传。",
    hant: "社區文化活動宜用海報宣傳。",
    en: "Community activities are best announced by poster.")

  package static let ruleNoPosterCure = Phrase(
    "rule.R1-23.cure",
    hans: "照常保存；形式可多样，并贴到每个大堂（--form poster）。",
    hant: "照常保存；形式可多樣，並貼到每個大堂（--form poster）。",
    en: "It is saved all the same; forms may vary, if it hangs in every lobby (--form poster).")

  package static let ruleNoEmergency = Phrase(
    "rule.emergency.none",
    hans: "这类通知没有提前时间的要求，不需要标为紧急。",
    hant: "這類通知沒有提前時間的要求，不需要標為緊急。",
    en: "This kind has no lead time, so there is no emergency to mark.")

  package static let ruleNoEmergencyCure = Phrase(
    "rule.emergency.none.cure",
    hans: "请去掉 --emergency 和 --approved-by。",
    hant: "請去掉 --emergency 和 --approved-by。",
    en: "Leave out --emergency and --approved-by.")

  package static let ruleEmergencyReason = Phrase(
    "rule.emergency.reason",
    hans: "标为紧急，却没有写原因。",
    hant: "標為緊急，卻沒有寫原因。",
    en: "It is marked as an emergency without a reason.")

  package static let ruleEmergencyReasonCure = Phrase(
    "rule.emergency.reason.cure",
    hans: "请用 --emergency 写明原因。",
    hant: "請用 --emergency 寫明原因。",
    en: "Give it with --emergency.")

  package static let ruleEmergencyApprover = Phrase(
    "rule.emergency.approver",
    hans: "标为紧急，却没有经理或公司的批准人。",
    hant: "標為緊急，卻沒有經理或公司的批准人。",
    en: "It is marked as an emergency, and neither the manager nor head office allowed it.")

  package static let ruleEmergencyApproverCure = Phrase(
    "rule.emergency.approver.cure",
    hans: "请用 --approved-by 写明批准的经理或公司负责人。",
    hant: "請用 --approved-by 寫明批准的經理或公司負責人。",
    en: "Name the manager, or who at head office allowed it, with --approved-by.")

  package static let ruleTelephoneNoPaper = Phrase(
    "rule.R2-09",
    hans: "电话通知没有纸张，不盖章，不张贴。",
    hant: "電話通知沒有紙張，不蓋章，不張貼。",
    en: "A notice by telephone has no sheet to seal or to post.")

  package static let ruleTelephoneNoPaperCure = Phrase(
    "rule.R2-09.cure",
    hans: "需要张贴的，请另发书面通知（notice write）。",
    hant: "需要張貼的，請另發書面通知（notice write）。",
    en: "If it is to hang somewhere, write another (notice write).")

  package static let ruleWrongSeal = Phrase(
    "rule.R2-10.wrong",
    hans: "落款和印章不符。",
    hant: "落款和印章不符。",
    en: "The seal is not that of whoever issues the notice.")

  package static let ruleNoSeal = Phrase(
    "rule.R2-10",
    hans: "现在的内容还没有盖章。",
    hant: "現在的內容還沒有蓋章。",
    en: "The text as it is now carries no seal.")

  package static let ruleServiceSealCure = Phrase(
    "rule.R2-10.cure",
    hans: "客户服务中心的书面通知盖客户服务部章（notice seal）。",
    hant: "客戶服務中心的書面通知蓋客戶服務部章（notice seal）。",
    en: "The centre's written notices carry the service department's seal (notice seal).")

  package static let ruleCompanySealCure = Phrase(
    "rule.R2-11.cure",
    hans: "公司的书面通知盖公司章（notice seal --seal company）。",
    hant: "公司的書面通知蓋公司章（notice seal --seal company）。",
    en: "The company's written notices carry the company's seal (notice seal --seal company).")

  package static let ruleNoOriginal = Phrase(
    "rule.R2-12",
    hans: "电话通知没有原件可存。",
    hant: "電話通知沒有原件可存。",
    en: "A notice by telephone has no original to keep.")

  package static let ruleNoOriginalCure = Phrase(
    "rule.R2-12.cure",
    hans: "记录本身就是备忘，不用另存。",
    hant: "記錄本身就是備忘，不用另存。",
    en: "The record itself is the memo; nothing else is kept.")

  package static let ruleBeforeIssue = Phrase(
    "rule.notice.beforeIssue",
    hans: "比发布的时间还早。",
    hant: "比發布的時間還早。",
    en: "That is before it was issued.")

  package static let ruleBeforeIssueCure = Phrase(
    "rule.notice.beforeIssue.cure",
    hans: "请核对 --at。",
    hant: "請核對 --at。",
    en: "Check --at.")

  package static let ruleCompanySealAway = Phrase(
    "rule.R2-11.away",
    hans: "公司章在公司，小区不能盖。",
    hant: "公司章在公司，小區不能蓋。",
    en: "The company's seal lies at head office.")

  package static let ruleCompanySealAwayCure = Phrase(
    "rule.R2-11.away.cure",
    hans: "请由公司盖章。",
    hant: "請由公司蓋章。",
    en: "Let head office seal it.")
}
