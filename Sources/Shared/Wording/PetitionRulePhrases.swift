// What the rules say of petitions (R2-13 to R2-16).

extension Phrase {
  package static let rulePetitionEmpty = Phrase(
    "rule.R2-13",
    hans: "没有写事项和事实。",
    hant: "沒有寫事項和事實。",
    en: "It is not said what it is about, or what happened.")

  package static let rulePetitionEmptyCure = Phrase(
    "rule.R2-13.cure",
    hans: "请用 --matter 和 --facts 写明。",
    hant: "請用 --matter 和 --facts 寫明。",
    en: "Say it with --matter and --facts.")

  package static let rulePetitionSuperior = Phrase(
    "rule.R2-13.superior",
    hans: "没有写直接上级，或者写的是本人。",
    hant: "沒有寫直接上級，或者寫的是本人。",
    en: "No direct superior is named, or it is yourself.")

  package static let rulePetitionSuperiorCure = Phrase(
    "rule.R2-13.superior.cure",
    hans: "请用 --to 写明直接上级。",
    hant: "請用 --to 寫明直接上級。",
    en: "Name the direct superior with --to.")

  package static let rulePetitionNotSuperior = Phrase(
    "rule.R2-14",
    hans: "只有直接上级能受理和回复。",
    hant: "只有直接上級能受理和回覆。",
    en: "Only the direct superior accepts it and replies.")

  package static let rulePetitionNotSuperiorCure = Phrase(
    "rule.R2-14.cure",
    hans: "请由提交给的那位直接上级来做。",
    hant: "請由提交給的那位直接上級來做。",
    en: "Let the superior do it to whom it was handed.")

  package static let rulePetitionReply = Phrase(
    "rule.R2-14.reply",
    hans: "没有写明确的回复。",
    hant: "沒有寫明確的回覆。",
    en: "There is no definite reply.")

  package static let rulePetitionReplyCure = Phrase(
    "rule.R2-14.reply.cure",
    hans: "请用 --text 写明。",
    hant: "請用 --text 寫明。",
    en: "Give it with --text.")

  package static let rulePetitionClosed = Phrase(
    "rule.R2-15.closed",
    hans: "这件提议、申诉已经结束。",
    hant: "這件提議、申訴已經結束。",
    en: "The petition has ended.")

  package static let rulePetitionClosedCure = Phrase(
    "rule.R2-15.closed.cure",
    hans: "如有新的事实，请重新填写一份（petition file）。",
    hant: "如有新的事實，請重新填寫一份（petition file）。",
    en: "If there are new facts, file another (petition file).")

  package static let rulePetitionNotEmployee = Phrase(
    "rule.R2-15.employee",
    hans: "只有当事人能这样做。",
    hant: "只有當事人能這樣做。",
    en: "Only the employee concerned can do that.")

  package static let rulePetitionNotEmployeeCure = Phrase(
    "rule.R2-15.employee.cure",
    hans: "请当事人自己来做。",
    hant: "請當事人自己來做。",
    en: "Let them do it.")

  package static let rulePetitionNoReply = Phrase(
    "rule.R2-15.noReply",
    hans: "还没有回复。",
    hant: "還沒有回覆。",
    en: "There is no reply yet.")

  package static let rulePetitionNoReplyCure = Phrase(
    "rule.R2-15.noReply.cure",
    hans: "一周后仍没有回复，可直接提交综合事务部（petition escalate）。",
    hant: "一週後仍沒有回覆，可直接提交綜合事務部（petition escalate）。",
    en: "After a week without one, hand it to the general affairs department (petition escalate).")

  package static let rulePetitionTooEarly = Phrase(
    "rule.R2-15",
    hans: "上级回复的一周还没有过。",
    hant: "上級回覆的一週還沒有過。",
    en: "The superior's week is not over.")

  package static let rulePetitionTooEarlyCure = Phrase(
    "rule.R2-15.cure",
    hans: "请等一周期满，或者等到回复后再提异议。",
    hant: "請等一週期滿，或者等到回覆後再提異議。",
    en: "Wait for the end of the week, or for the reply.")

  package static let rulePetitionObjection = Phrase(
    "rule.R2-15.objection",
    hans: "没有写对回复有什么异议。",
    hant: "沒有寫對回覆有什麼異議。",
    en: "It is not said what is wrong with the reply.")

  package static let rulePetitionObjectionCure = Phrase(
    "rule.R2-15.objection.cure",
    hans: "请用 --text 写明。",
    hant: "請用 --text 寫明。",
    en: "Say it with --text.")

  package static let rulePetitionNotDecider = Phrase(
    "rule.R2-16",
    hans: "由综合事务部受理和处理，当事人和上级除外。",
    hant: "由綜合事務部受理和處理，當事人和上級除外。",
    en: "The general affairs department takes it up and decides, and neither of the parties.")

  package static let rulePetitionNotDeciderCure = Phrase(
    "rule.R2-16.cure",
    hans: "请由综合事务部的人来做。",
    hant: "請由綜合事務部的人來做。",
    en: "Let somebody of the general affairs department do it.")

  package static let rulePetitionConflict = Phrase(
    "rule.R2-16.conflict",
    hans: "事关综合事务部，由总经理处理。",
    hant: "事關綜合事務部，由總經理處理。",
    en: "It concerns the general affairs department itself: the general manager decides.")

  package static let rulePetitionConflictCure = Phrase(
    "rule.R2-16.conflict.cure",
    hans: "请由总经理来做。",
    hant: "請由總經理來做。",
    en: "Let the general manager do it.")

  package static let rulePetitionNotEscalated = Phrase(
    "rule.R2-16.stage",
    hans: "还没有提交到综合事务部，或者已经处理。",
    hant: "還沒有提交到綜合事務部，或者已經處理。",
    en: "It has not come to the general affairs department, or is decided already.")

  package static let rulePetitionNotEscalatedCure = Phrase(
    "rule.R2-16.stage.cure",
    hans: "请看当前状态（petition show）。",
    hant: "請看當前狀態（petition show）。",
    en: "See where it is (petition show).")

  package static let rulePetitionDecision = Phrase(
    "rule.R2-16.text",
    hans: "没有写处理决定。",
    hant: "沒有寫處理決定。",
    en: "There is no decision.")

  package static let rulePetitionDecisionCure = Phrase(
    "rule.R2-16.text.cure",
    hans: "请用 --text 写明。",
    hant: "請用 --text 寫明。",
    en: "Give it with --text.")

  package static let rulePetitionDone = Phrase(
    "rule.R2-14.done",
    hans: "这一步已经做过了。",
    hant: "這一步已經做過了。",
    en: "That was done before.")

  package static let rulePetitionDoneCure = Phrase(
    "rule.R2-14.done.cure",
    hans: "请看当前状态（petition show）；期限从第一次算起。",
    hant: "請看當前狀態（petition show）；期限從第一次算起。",
    en: "See where it is (petition show); its clock runs from the first time.")

  package static let rulePetitionWaiver = Phrase(
    "rule.R2-14.waiver",
    hans: "提议、申诉的期限不能豁免：否则就没有人回复或处理。",
    hant: "提議、申訴的期限不能豁免：否則就沒有人回覆或處理。",
    en: "What a petition asks is not waived: nobody would reply to it, or decide it.")

  package static let rulePetitionWaiverCure = Phrase(
    "rule.R2-14.waiver.cure",
    hans: "当事人可以同意回复，或撤回（petition answer、petition withdraw）。",
    hant: "當事人可以同意回覆，或撤回（petition answer、petition withdraw）。",
    en: "Its employee may agree to the reply, or take it back "
      + "(petition answer, petition withdraw).")
}
