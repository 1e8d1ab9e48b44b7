// R1-56 to R1-59 in words: the monthly summary, the manager's decisions, contact letters.

extension Phrase {
  package static let ruleSummaryRole = Phrase(
    "rule.R1-56.role",
    hans: "月度总结由客服主管编写；没有主管时由经理编写。",
    hant: "月度總結由客服主管編寫；沒有主管時由經理編寫。",
    en: "The monthly summary is written by the customer-service supervisor, or "
      + "by the manager where there is none.")

  package static let ruleSummaryRoleCure = Phrase(
    "rule.R1-56.role.cure",
    hans: "请交给本小区的客服主管。",
    hant: "請交給本小區的客服主管。",
    en: "Leave it to the site's supervisor.")

  package static let ruleSummaryApproved = Phrase(
    "rule.R1-56.approved",
    hans: "这个月的总结已经批准，数字不再改。",
    hant: "這個月的總結已經批准，數字不再改。",
    en: "This month's summary is approved; its figures stay.")

  package static let ruleSummaryApprovedCure = Phrase(
    "rule.R1-56.approved.cure",
    hans: "晚到的记录由系统写成有编号的补充说明。",
    hant: "晚到的記錄由系統寫成有編號的補充說明。",
    en: "Records that come later become numbered amendments by themselves.")

  package static let ruleSummaryEarly = Phrase(
    "rule.R1-56.early",
    hans: "这个月还没有过完。",
    hant: "這個月還沒有過完。",
    en: "The month is not over.")

  package static let ruleSummaryEarlyCure = Phrase(
    "rule.R1-56.early.cure",
    hans: "请在下月初提交；现在可以先看草稿和期限（summary show）。",
    hant: "請在下月初提交；現在可以先看草稿和期限（summary show）。",
    en: "Submit it in the first days of the next; the draft and its deadline can be seen now "
      + "(summary show).")

  package static let ruleSummaryFrame = Phrase(
    "rule.R1-56.frame",
    hans: "这个月的户数基数还没有记下，比例没有依据。",
    hant: "這個月的戶數基數還沒有記下，比例沒有依據。",
    en: "The month's count of households is not recorded, so its share stands on nothing.")

  package static let ruleSummaryFrameCure = Phrase(
    "rule.R1-56.frame.cure",
    hans: "请先同步；仍然没有时请公司管理员补记（rounds-server frame）。",
    hant: "請先同步；仍然沒有時請公司管理員補記（rounds-server frame）。",
    en: "Sync first; if it is still missing, ask an administrator to record it "
      + "(rounds-server frame).")

  package static let ruleSummaryLate = Phrase(
    "rule.R1-56.late",
    hans: "已过期限，标为迟交。",
    hant: "已過期限，標為遲交。",
    en: "It is past its day and marked late.")

  package static let ruleSummaryLateCure = Phrase(
    "rule.R1-56.late.cure",
    hans: "照常保存。",
    hant: "照常保存。",
    en: "It is saved all the same.")

  package static let ruleApprovalRole = Phrase(
    "rule.R1-57.role",
    hans: "月度总结由经理审批；没有经理时由公司的审核人员审批。",
    hant: "月度總結由經理審批；沒有經理時由公司的審核人員審批。",
    en: "The summary is approved by the manager, or by the company's reviewer where there is none.")

  package static let ruleApprovalRoleCure = Phrase(
    "rule.R1-57.role.cure",
    hans: "请交给本小区的经理。",
    hant: "請交給本小區的經理。",
    en: "Leave it to the site's manager.")

  package static let ruleNotSubmitted = Phrase(
    "rule.R1-57",
    hans: "这个月的总结不是待审批状态。",
    hant: "這個月的總結不是待審批狀態。",
    en: "This month's summary does not wait for a decision.")

  package static let ruleNotSubmittedCure = Phrase(
    "rule.R1-57.cure",
    hans: "请等主管提交（summary submit）。",
    hant: "請等主管提交（summary submit）。",
    en: "Wait until the supervisor submits it (summary submit).")

  package static let ruleApprovalOwn = Phrase(
    "rule.R1-57.own",
    hans: "这份总结是您提交的，不能由您审批。",
    hant: "這份總結是您提交的，不能由您審批。",
    en: "You submitted this summary; nobody approves their own.")

  package static let ruleApprovalOwnCure = Phrase(
    "rule.R1-57.own.cure",
    hans: "请由另一位有权的人审批。",
    hant: "請由另一位有權的人審批。",
    en: "Let somebody else approve it who may.")

  package static let ruleApprovalLate = Phrase(
    "rule.R1-57.late",
    hans: "已过审批期限，标为迟办。",
    hant: "已過審批期限，標為遲辦。",
    en: "The days for approval are over; it is marked late.")

  package static let ruleReturnComment = Phrase(
    "rule.R1-57.comment",
    hans: "退回时要写明改什么。",
    hant: "退回時要寫明改什麼。",
    en: "What is sent back needs a word on what to put right.")

  package static let ruleUndecided = Phrase(
    "rule.R1-58",
    hans: "还有 {0} 条意见、建议或需求没有作出决定。",
    hant: "還有 {0} 條意見、建議或需求沒有作出決定。",
    en: "Nothing is decided about {0} {0?opinion or need|opinions and needs}.")

  package static let ruleUndecidedCure = Phrase(
    "rule.R1-58.cure",
    hans: "请逐条决定措施（matter decide），权限以外的写工作联系函。",
    hant: "請逐條決定措施（matter decide），權限以外的寫工作聯繫函。",
    en: "Decide about each (matter decide); what is beyond you goes into a contact letter.")

  package static let ruleDecisionRole = Phrase(
    "rule.R1-58.role",
    hans: "措施由经理决定；没有经理时由公司的审核人员决定。",
    hant: "措施由經理決定；沒有經理時由公司的審核人員決定。",
    en: "Measures are decided by the manager, or by the company's reviewer where there is none.")

  package static let ruleNoMeasure = Phrase(
    "rule.R1-58.measure",
    hans: "没有写措施，或不采取措施的理由。",
    hant: "沒有寫措施，或不採取措施的理由。",
    en: "Neither a measure nor a reason for having none is given.")

  package static let ruleNoMeasureCure = Phrase(
    "rule.R1-58.measure.cure",
    hans: "请写明（--measure 或 --none）。",
    hant: "請寫明（--measure 或 --none）。",
    en: "Give it (--measure or --none).")

  package static let ruleUnlettered = Phrase(
    "rule.R1-59",
    hans: "有 {0} 条超出权限，还没有写进工作联系函。",
    hant: "有 {0} 條超出權限，還沒有寫進工作聯繫函。",
    en: "{0} {0?matter is|matters are} beyond your authority and in no contact letter.")

  package static let ruleUnletteredCure = Phrase(
    "rule.R1-59.cure",
    hans: "请写工作联系函（letter write）。",
    hant: "請寫工作聯繫函（letter write）。",
    en: "Write the letter (letter write).")

  package static let ruleLetterRole = Phrase(
    "rule.R1-59.role",
    hans: "工作联系函由经理签发。",
    hant: "工作聯繫函由經理簽發。",
    en: "Contact letters are signed by the manager.")

  package static let ruleLetterRoleCure = Phrase(
    "rule.R1-59.role.cure",
    hans: "请交给本小区的经理。",
    hant: "請交給本小區的經理。",
    en: "Leave it to the site's manager.")

  package static let ruleLetterEmpty = Phrase(
    "rule.R1-59.matters",
    hans: "没有写明这封函涉及哪些事。",
    hant: "沒有寫明這封函涉及哪些事。",
    en: "It is not said what the letter is about.")

  package static let ruleLetterEmptyCure = Phrase(
    "rule.R1-59.matters.cure",
    hans: "请至少指定一件事（--matter）。",
    hant: "請至少指定一件事（--matter）。",
    en: "Name at least one matter (--matter).")

  package static let ruleNothingToDecide = Phrase(
    "rule.R1-58.nothing",
    hans: "这件事不用再决定：是投诉或表扬，或者已经决定、已经了结。",
    hant: "這件事不用再決定：是投訴或表揚，或者已經決定、已經了結。",
    en: "There is nothing to decide: a complaint, praise, decided already, or at its end.")

  package static let ruleNothingToDecideCure = Phrase(
    "rule.R1-58.nothing.cure",
    hans: "请先看现在的情况（matter show）。",
    hant: "請先看現在的情況（matter show）。",
    en: "Look at how it stands now (matter show).")

  package static let ruleLetterWithin = Phrase(
    "rule.R1-59.within",
    hans: "有的事没有定为超出权限。",
    hant: "有的事沒有定為超出權限。",
    en: "Some of these matters were not decided to be beyond the manager.")

  package static let ruleLetterWithinCure = Phrase(
    "rule.R1-59.within.cure",
    hans: "请先定为超出权限（matter decide --beyond）。",
    hant: "請先定為超出權限（matter decide --beyond）。",
    en: "Decide so first (matter decide --beyond).")

  package static let ruleLetterAgain = Phrase(
    "rule.R1-59.again",
    hans: "这些事都已写进另一封函。",
    hant: "這些事都已寫進另一封函。",
    en: "All of these are in another letter already.")

  package static let ruleLetterAgainCure = Phrase(
    "rule.R1-59.again.cure",
    hans: "请看 letter list。",
    hant: "請看 letter list。",
    en: "See letter list.")

  package static let ruleLetterText = Phrase(
    "rule.R1-59.text",
    hans: "缺少主题或建议。",
    hant: "缺少主題或建議。",
    en: "Its subject or its proposal is missing.")

  package static let ruleLetterTextCure = Phrase(
    "rule.R1-59.text.cure",
    hans: "请写明（--subject、--proposal）。",
    hant: "請寫明（--subject、--proposal）。",
    en: "Give both (--subject, --proposal).")

  package static let ruleReplyDay = Phrase(
    "rule.R1-59.day",
    hans: "要求答复的日期已过。",
    hant: "要求答覆的日期已過。",
    en: "The day asked for is past.")

  package static let ruleReplyDayCure = Phrase(
    "rule.R1-59.day.cure",
    hans: "请写今天或以后的日期（--reply-by）。",
    hant: "請寫今天或以後的日期（--reply-by）。",
    en: "Give today or a later day (--reply-by).")

  package static let ruleReplyRole = Phrase(
    "rule.R1-59.reply",
    hans: "工作联系函由公司答复。",
    hant: "工作聯繫函由公司答覆。",
    en: "Contact letters are answered by head office.")

  package static let ruleReplyRoleCure = Phrase(
    "rule.R1-59.reply.cure",
    hans: "请交给公司的审核人员或管理员。",
    hant: "請交給公司的審核人員或管理員。",
    en: "Leave it to a reviewer or an administrator of the company.")

  package static let ruleReplied = Phrase(
    "rule.R1-59.replied",
    hans: "这封函已经答复。",
    hant: "這封函已經答覆。",
    en: "This letter is answered already.")

  package static let ruleRepliedCure = Phrase(
    "rule.R1-59.replied.cure",
    hans: "如有补充，请另写。",
    hant: "如有補充，請另寫。",
    en: "Write anew if there is more to say.")

  package static let ruleReplyText = Phrase(
    "rule.R1-59.replyText",
    hans: "没有写答复。",
    hant: "沒有寫答覆。",
    en: "The answer says nothing.")

  package static let ruleReplyTextCure = Phrase(
    "rule.R1-59.replyText.cure",
    hans: "请写明怎样办理，或者为什么不办。",
    hant: "請寫明怎樣辦理，或者為什麼不辦。",
    en: "Say what is done, or why nothing is.")
}
