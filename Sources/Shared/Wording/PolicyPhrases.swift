// What the rules of the procedures say to people: why, and what to do.

extension Phrase {
  package static let ruleMainlyService = Phrase(
    "rule.R1-35",
    hans: "这次走访没有客服人员、客服主管或经理参加。走访应以客服中心人员为主。",
    hant: "這次走訪沒有客服人員、客服主管或經理參加。走訪應以客服中心人員為主。",
    en: "No customer-service officer, supervisor or manager took part; visits are mainly theirs.")

  package static let ruleGiveReason = Phrase(
    "rule.giveReason",
    hans: "若确需如此，请写明原因：--reason {0}=原因",
    hant: "若確需如此，請寫明原因：--reason {0}=原因",
    en: "If it must be so, give the reason: --reason {0}=TEXT")

  package static let ruleRestricted = Phrase(
    "rule.R1-38.restricted",
    hans: "这户已登记为“不走访”。",
    hant: "這戶已登記為「不走訪」。",
    en: "This household is marked “do not visit”.")

  package static let ruleRestrictedCure = Phrase(
    "rule.R1-38.restricted.cure",
    hans: "请改访另一户；要取消标记请找公司。",
    hant: "請改訪另一戶；要取消標記請找公司。",
    en: "Visit another household; only the office lifts the mark.")

  package static let ruleRestrictedReturn = Phrase(
    "rule.R1-38.restricted.return",
    hans: "这户已登记为“不走访”；回访也可能打扰。",
    hant: "這戶已登記為「不走訪」；回訪也可能打擾。",
    en: "This household is marked “do not visit”; a return visit may disturb it too.")

  package static let ruleRepeat = Phrase(
    "rule.R1-38",
    hans: "这户在本轮已经走访过；全部走访完之前原则上不重复。",
    hant: "這戶在本輪已經走訪過；全部走訪完之前原則上不重複。",
    en: "This household was visited in this round already; in principle nobody is visited "
      + "twice before all have been.")

  package static let ruleRepeatCure = Phrase(
    "rule.R1-38.cure",
    hans: "请从抽样名单中另选一户；确需重复时写明原因：--reason {0}=原因。若是反馈，请用 rounds return-visit。",
    hant: "請從抽樣名單中另選一戶；確需重複時寫明原因：--reason {0}=原因。若是回饋，請用 rounds return-visit。",
    en: "Choose another household from the draw; for a repeat give the reason: --reason "
      + "{0}=TEXT. To give feedback, use rounds return-visit.")

  package static let ruleCompanyCollision = Phrase(
    "rule.R1-39",
    hans: "公司组织的走访已抽取或走访过这户。",
    hant: "公司組織的走訪已抽取或走訪過這戶。",
    en: "A company-run visit has drawn or visited this household.")

  package static let ruleSiteCollision = Phrase(
    "rule.R1-39.site",
    hans: "小区已抽取或走访过这户。",
    hant: "小區已抽取或走訪過這戶。",
    en: "The site has drawn or visited this household.")

  package static let ruleNoEarlier = Phrase(
    "rule.R1-41.earlier",
    hans: "回访必须对应以前的一次走访、意见或事项。",
    hant: "回訪必須對應以前的一次走訪、意見或事項。",
    en: "A return visit must link to an earlier visit or matter.")

  package static let ruleNoEarlierCure = Phrase(
    "rule.R1-41.earlier.cure",
    hans: "请用 rounds return-visit 加走访编号；若没有，请作为走访记录。",
    hant: "請用 rounds return-visit 加走訪編號；若沒有，請作為走訪記錄。",
    en: "Name it: rounds return-visit VISIT. Without one, record a visit.")

  package static let ruleComplaintWay = Phrase(
    "rule.R1-42",
    hans: "这是投诉，须按《客户投诉处理规程》处理，不作回访。",
    hant: "這是投訴，須按《客戶投訴處理規程》處理，不作回訪。",
    en: "This is a complaint; it goes the way of the complaint procedure, not of a return visit.")

  package static let ruleComplaintWayCure = Phrase(
    "rule.R1-42.cure",
    hans: "请把反馈交给投诉处理人。",
    hant: "請把回饋交給投訴處理人。",
    en: "Hand the feedback to whoever handles the complaint.")

  package static let ruleFeedbackDue = Phrase(
    "rule.R1-41",
    hans: "住户希望得到反馈：请当面反馈。",
    hant: "住戶希望得到回饋：請當面回饋。",
    en: "The household wants feedback: give it face to face.")

  package static let ruleFeedbackDueCure = Phrase(
    "rule.R1-41.cure",
    hans: "有结果后用 rounds return-visit 记录反馈。",
    hant: "有結果後用 rounds return-visit 記錄回饋。",
    en: "Record it with rounds return-visit once there is an outcome.")

  package static let ruleComplaintRouted = Phrase(
    "rule.R1-42.routed",
    hans: "其中的投诉已转入投诉处理程序。",
    hant: "其中的投訴已轉入投訴處理程序。",
    en: "The complaint in it is routed to the complaint procedure.")

  package static let ruleComplaintRoutedCure = Phrase(
    "rule.R1-42.routed.cure",
    hans: "请把它交给客服主管。",
    hant: "請把它交給客服主管。",
    en: "Tell the supervisor about it.")

  package static let ruleTelephoneMode = Phrase(
    "rule.R1-43",
    hans: "电话不是当面访问：方式只能是“其他”。",
    hant: "電話不是當面訪問：方式只能是「其他」。",
    en: "A telephone call is not a visit at the door, in the office or outdoors.")

  package static let ruleTelephoneModeCure = Phrase(
    "rule.R1-43.cure",
    hans: "请用 --mode other。",
    hant: "請用 --mode other。",
    en: "Use --mode other.")

  package static let ruleItemEmpty = Phrase(
    "rule.R1-44",
    hans: "第 {0} 条意见没有内容。",
    hant: "第 {0} 條意見沒有內容。",
    en: "Opinion {0} says nothing.")

  package static let ruleItemEmptyCure = Phrase(
    "rule.R1-44.cure",
    hans: "请写明住户所说的内容，或去掉这一条。",
    hant: "請寫明住戶所說的內容，或去掉這一條。",
    en: "Write what the household said, or leave the opinion out.")

  package static let ruleBadge = Phrase(
    "rule.R1-45",
    hans: "走访时应按公司要求着装、佩戴工作证。",
    hant: "走訪時應按公司要求著裝、佩戴工作證。",
    en: "Visits are made in company dress and with the badge.")

  package static let ruleBadgeCure = Phrase(
    "rule.R1-45.cure",
    hans: "下次请佩戴；此项已如实记录。",
    hant: "下次請佩戴；此項已如實記錄。",
    en: "Wear them next time; it is recorded as it was.")

  package static let ruleNoAppointment = Phrase(
    "rule.R1-46",
    hans: "上门访问前必须先预约。",
    hant: "上門訪問前必須先預約。",
    en: "A visit at the door needs an appointment made beforehand.")

  package static let ruleNoAppointmentCure = Phrase(
    "rule.R1-46.cure",
    hans: "请先 rounds appointment make，再用 --appointment；住户当场邀请的，用 --agreed-with 写明谁邀请。",
    hant: "請先 rounds appointment make，再用 --appointment；住戶當場邀請的，用 --agreed-with 寫明誰邀請。",
    en: "Make one with rounds appointment make and name it with --appointment; if you were "
      + "asked in on the spot, say who did with --agreed-with.")

  package static let ruleOutsideWindow = Phrase(
    "rule.R1-46.window",
    hans: "到访时间不在约定的时间内。",
    hant: "到訪時間不在約定的時間內。",
    en: "The visit began outside the agreed window.")

  package static let ruleLateHour = Phrase(
    "rule.R1-47",
    hans: "上门访问原则上不在 {0} 以后、{1} 以前。",
    hant: "上門訪問原則上不在 {0} 以後、{1} 以前。",
    en: "In principle no visit at the door is made after {0} or before {1}.")

  package static let ruleEarlyHour = Phrase(
    "rule.R1-47.early",
    hans: "上门访问的时间过早。",
    hant: "上門訪問的時間過早。",
    en: "The visit at the door began too early in the morning.")

  package static let ruleNothingSaid = Phrase(
    "rule.R1-51",
    hans: "访问记录里没有意见，也没有注明“无意见”。",
    hant: "訪問記錄裡沒有意見，也沒有註明「無意見」。",
    en: "The record holds no opinion and does not say that there was none.")

  package static let ruleNothingSaidCure = Phrase(
    "rule.R1-51.cure",
    hans: "请用 --opinion 记下所说的，或用 --no-opinion 注明无意见。",
    hant: "請用 --opinion 記下所說的，或用 --no-opinion 註明無意見。",
    en: "Record what was said with --opinion, or say --no-opinion.")

  package static let ruleEndBeforeStart = Phrase(
    "rule.R1-51.order",
    hans: "结束时间早于开始时间。",
    hant: "結束時間早於開始時間。",
    en: "The visit ends before it begins.")

  package static let ruleInFuture = Phrase(
    "rule.R1-51.future",
    hans: "开始时间在将来。",
    hant: "開始時間在將來。",
    en: "The visit begins in the future.")

  package static let ruleEndsInFuture = Phrase(
    "rule.R1-51.futureEnd",
    hans: "结束时间在将来。",
    hant: "結束時間在將來。",
    en: "The visit ends in the future.")

  package static let ruleTooLong = Phrase(
    "rule.R1-51.long",
    hans: "访问超过 12 小时。",
    hant: "訪問超過 12 小時。",
    en: "The visit lasts longer than 12 hours.")

  package static let ruleTimesCure = Phrase(
    "rule.R1-51.times.cure",
    hans: "请核对 --start 和 --end，以及电脑的时钟。",
    hant: "請核對 --start 和 --end，以及電腦的時鐘。",
    en: "Check --start and --end, and the clock of this laptop.")

  package static let ruleSignatureMissing = Phrase(
    "rule.R1-52",
    hans: "没有注明住户是否签名。",
    hant: "沒有註明住戶是否簽名。",
    en: "It is not said whether the household signed.")

  package static let ruleSignatureMissingCure = Phrase(
    "rule.R1-52.cure",
    hans: "请用 --signature signed、refused 或 notAsked（后两者须写原因）；电话用 notApplicable。不得强求签名。",
    hant: "請用 --signature signed、refused 或 notAsked（後兩者須寫原因）；電話用 notApplicable。不得強求簽名。",
    en: "Say --signature signed, refused or notAsked (the last two with a reason); "
      + "notApplicable for a call. Never press for it.")

  package static let ruleSignatureReason = Phrase(
    "rule.R1-52.reason",
    hans: "拒绝签名或未请签名，须写原因。",
    hant: "拒絕簽名或未請簽名，須寫原因。",
    en: "A refused signature, or one not asked for, needs a reason.")

  package static let ruleSignatureReasonCure = Phrase(
    "rule.R1-52.reason.cure",
    hans: "请用 --signature-reason 写明。",
    hant: "請用 --signature-reason 寫明。",
    en: "Give it with --signature-reason.")

  package static let ruleSignatureNotApplicable = Phrase(
    "rule.R1-52.notApplicable",
    hans: "当面访问不能注明“不适用签名”。",
    hant: "當面訪問不能註明「不適用簽名」。",
    en: "A visit face to face cannot say that a signature does not apply.")

  package static let ruleSignedByTelephone = Phrase(
    "rule.R1-52.telephone",
    hans: "电话访问没有签名。",
    hant: "電話訪問沒有簽名。",
    en: "Nobody signs over the telephone.")

  package static let ruleSignedByTelephoneCure = Phrase(
    "rule.R1-52.telephone.cure",
    hans: "请注明不适用：record 用 --signature notApplicable，sign 用 --not-applicable。",
    hant: "請註明不適用：record 用 --signature notApplicable，sign 用 --not-applicable。",
    en: "Say that it does not apply: --signature notApplicable with record, --not-applicable with "
      + "sign.")

  package static let ruleLateRecord = Phrase(
    "rule.R1-53",
    hans: "记录晚于第二日，已标为迟交。",
    hant: "記錄晚於第二日，已標為遲交。",
    en: "The record comes later than the next day and is marked late.")

  package static let ruleLateRecordCure = Phrase(
    "rule.R1-53.cure",
    hans: "照常保存，请尽快同步。",
    hant: "照常保存，請儘快同步。",
    en: "It is saved all the same; sync soon.")
}
