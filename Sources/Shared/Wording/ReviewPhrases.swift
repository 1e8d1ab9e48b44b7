// The supervisor's review of visits (R1-53 to R1-55), in words.

extension Phrase {
  package static let ruleReviewRole = Phrase(
    "rule.R1-54.role",
    hans: "小区组织的走访由客服主管或经理审核。",
    hant: "小區組織的走訪由客服主管或經理審核。",
    en: "A site's visits are reviewed by its customer-service supervisor or its manager.")

  package static let ruleReviewRoleCure = Phrase(
    "rule.R1-54.role.cure",
    hans: "请交给本小区的客服主管或经理。",
    hant: "請交給本小區的客服主管或經理。",
    en: "Leave it to the site's supervisor or manager.")

  package static let ruleReviewCompanyRole = Phrase(
    "rule.R1-54.company",
    hans: "公司组织的走访由公司的审核人员审核。",
    hant: "公司組織的走訪由公司的審核人員審核。",
    en: "Visits run by the company are reviewed by the company's reviewers.")

  package static let ruleReviewCompanyRoleCure = Phrase(
    "rule.R1-54.company.cure",
    hans: "请交给公司的审核人员。",
    hant: "請交給公司的審核人員。",
    en: "Leave it to a reviewer of the company.")

  package static let ruleReviewOwn = Phrase(
    "rule.R1-54.own",
    hans: "您参加或记录了这次走访，不能由您审核。",
    hant: "您參加或記錄了這次走訪，不能由您審核。",
    en: "You were at this visit or recorded it; nobody reviews their own.")

  package static let ruleReviewOwnCure = Phrase(
    "rule.R1-54.own.cure",
    hans: "请由没有参加这次走访的主管或经理审核。",
    hant: "請由沒有參加這次走訪的主管或經理審核。",
    en: "Let a supervisor or manager who was not there do it.")

  package static let ruleReviewConflict = Phrase(
    "rule.R1-54.conflict",
    hans: "这条记录有两个互相冲突的值，还没有人决定取哪一个。",
    hant: "這條記錄有兩個互相衝突的值，還沒有人決定取哪一個。",
    en: "A field of this record holds two values, and nobody has decided between them.")

  package static let ruleReviewConflictCure = Phrase(
    "rule.R1-54.conflict.cure",
    hans: "请先解决冲突（conflicts settle），或者退回。",
    hant: "請先解決衝突（conflicts settle），或者退回。",
    en: "Settle the conflict first (conflicts settle), or send the record back.")

  package static let ruleReviewComment = Phrase(
    "rule.R1-54.comment",
    hans: "退回时要写明改什么。",
    hant: "退回時要寫明改什麼。",
    en: "What is sent back needs a word on what to put right.")

  package static let ruleReviewCommentCure = Phrase(
    "rule.R1-54.comment.cure",
    hans: "请写一句意见（--comment）。",
    hant: "請寫一句意見（--comment）。",
    en: "Give a comment (--comment).")

  package static let reviewNotReturned = Phrase(
    "review.notReturned",
    hans: "这条记录没有退回给您。",
    hant: "這條記錄沒有退回給您。",
    en: "This record was not sent back to you.")

  package static let reviewStale = Phrase(
    "review.stale",
    hans: "这条记录已经和您看到的不一样了。",
    hant: "這條記錄已經和您看到的不一樣了。",
    en: "The record is no longer what you were shown.")

  package static let reviewStaleCure = Phrase(
    "review.stale.cure",
    hans: "请重新查看后再决定。",
    hant: "請重新查看後再決定。",
    en: "Look at it again, then decide.")

  package static let notOfTheSite = Phrase(
    "review.notOfTheSite",
    hans: "{0}现在不在这个小区工作。",
    hant: "{0}現在不在這個小區工作。",
    en: "{0} does not work at this site now.")

  package static let reviewAccepted = Phrase(
    "review.accepted",
    hans: "{0} 的走访记录已通过。",
    hant: "{0} 的走訪記錄已通過。",
    en: "The visit to {0} is accepted.")

  package static let reviewReturned = Phrase(
    "review.returned",
    hans: "{0} 的走访记录已退回给{1}。",
    hant: "{0} 的走訪記錄已退回給{1}。",
    en: "The visit to {0} is sent back to {1}.")

  package static let reviewAnswered = Phrase(
    "review.answered",
    hans: "{0} 的走访记录已重新提交审核。",
    hant: "{0} 的走訪記錄已重新提交審核。",
    en: "The visit to {0} waits for the reviewer again.")

  package static let recontactSaved = Phrase(
    "review.recontactSaved",
    hans: "{0} 的抽查核实结果已保存。",
    hant: "{0} 的抽查核實結果已保存。",
    en: "What the household of {0} said of the visit is saved.")

  package static let reviewReturnedToYou = Phrase(
    "review.returnedToYou",
    hans: "有 {0} 条走访记录退回给您，请先处理（rounds review list --mine）：",
    hant: "有 {0} 條走訪記錄退回給您，請先處理（rounds review list --mine）：",
    en: "{0} {0?record was|records were} sent back to you; see to {0?it|them} "
      + "first (rounds review list --mine):")

  package static let reviewReturnedCount = Phrase(
    "review.returnedCount",
    hans: "有 {0} 条走访记录退回给您，请先处理：rounds review list --mine",
    hant: "有 {0} 條走訪記錄退回給您，請先處理：rounds review list --mine",
    en: "{0} {0?record was|records were} sent back to you; see to that first: "
      + "rounds review list --mine")

  package static let reviewReturnedLine = Phrase(
    "review.returnedLine",
    hans: "{0}（{1}）：{2}",
    hant: "{0}（{1}）：{2}",
    en: "{0} ({1}): {2}")

  package static let codeReviewWaiting = Phrase(
    "code.reviewWaiting",
    hans: "待审核",
    hant: "待審核",
    en: "waiting")

  package static let codeReviewAnswered = Phrase(
    "code.reviewAnswered",
    hans: "已答复，待再审",
    hant: "已答覆，待再審",
    en: "answered, waiting again")

  package static let codeReviewChanged = Phrase(
    "code.reviewChanged",
    hans: "审核后有改动，待再审",
    hant: "審核後有改動，待再審",
    en: "changed since, waiting again")

  package static let codeReviewOwn = Phrase(
    "code.reviewOwn",
    hans: "审核人参加了走访，待他人审核",
    hant: "審核人參加了走訪，待他人審核",
    en: "reviewed by somebody who took part, waiting again")

  package static let codeReviewReturned = Phrase(
    "code.reviewReturned",
    hans: "已退回",
    hant: "已退回",
    en: "sent back")

  package static let codeReviewAccepted = Phrase(
    "code.reviewAccepted",
    hans: "已通过",
    hant: "已通過",
    en: "accepted")

  package static let codePartWhole = Phrase(
    "code.partWhole",
    hans: "整条记录",
    hant: "整條記錄",
    en: "the whole record")

  package static let codePartTimes = Phrase(
    "code.partTimes",
    hans: "时间",
    hant: "時間",
    en: "times")

  package static let codePartMode = Phrase(
    "code.partMode",
    hans: "方式",
    hant: "方式",
    en: "mode")

  package static let codePartPlace = Phrase(
    "code.partPlace",
    hans: "地点",
    hant: "地點",
    en: "place")

  package static let codePartPerson = Phrase(
    "code.partPerson",
    hans: "会见人",
    hant: "會見人",
    en: "person met")

  package static let codePartOpinions = Phrase(
    "code.partOpinions",
    hans: "意见建议",
    hant: "意見建議",
    en: "what was said")

  package static let codePartInterviewers = Phrase(
    "code.partInterviewers",
    hans: "访问人",
    hant: "訪問人",
    en: "interviewers")

  package static let codePartSignature = Phrase(
    "code.partSignature",
    hans: "签名",
    hant: "簽名",
    en: "signature")

  package static let codePartRemark = Phrase(
    "code.partRemark",
    hans: "备注",
    hant: "備註",
    en: "remark")

  package static let codeRecontactConfirmed = Phrase(
    "code.recontactConfirmed",
    hans: "属实",
    hant: "屬實",
    en: "confirmed")

  package static let codeRecontactNot = Phrase(
    "code.recontactNot",
    hans: "不属实",
    hant: "不屬實",
    en: "not confirmed")

  package static let codeRecontactNotReached = Phrase(
    "code.recontactNotReached",
    hans: "未联系上",
    hant: "未聯繫上",
    en: "not reached")

  package static let labelReview = Phrase(
    "label.review",
    hans: "审核",
    hant: "審核",
    en: "Review")

  package static let labelReviewer = Phrase(
    "label.reviewer",
    hans: "审核人",
    hant: "審核人",
    en: "Reviewer")

  package static let labelOwing = Phrase(
    "label.owing",
    hans: "待其答复",
    hant: "待其答覆",
    en: "To be answered by")

  package static let labelPart = Phrase(
    "label.part",
    hans: "涉及",
    hant: "涉及",
    en: "About")

  package static let labelComment = Phrase(
    "label.comment",
    hans: "审核意见",
    hant: "審核意見",
    en: "Comment")

  package static let labelReply = Phrase(
    "label.reply",
    hans: "答复",
    hant: "答覆",
    en: "Reply")

  package static let labelRecordedOn = Phrase(
    "label.recordedOn",
    hans: "提交于",
    hant: "提交於",
    en: "Submitted")

  package static let labelLate = Phrase(
    "label.late",
    hans: "迟交",
    hant: "遲交",
    en: "Late")

  package static let labelSampled = Phrase(
    "label.sampled",
    hans: "抽中核实",
    hant: "抽中核實",
    en: "To be confirmed")

  package static let labelRecontact = Phrase(
    "label.recontact",
    hans: "核实结果",
    hant: "核實結果",
    en: "Household says")

  package static let labelShown = Phrase(
    "label.shown",
    hans: "内容校验值",
    hant: "內容校驗值",
    en: "Content token")

  package static let labelOwnVisit = Phrase(
    "label.ownVisit",
    hans: "本人参加",
    hant: "本人參加",
    en: "Own")

  package static let reviewsTitle = Phrase(
    "review.title",
    hans: "走访记录审核",
    hant: "走訪記錄審核",
    en: "Review of visits")

  package static let shownMalformed = Phrase(
    "review.shownMalformed",
    hans: "校验值不对，请从 review show 或 summary show 复制。",
    hant: "校驗值不對，請從 review show 或 summary show 複製。",
    en: "That is no token; copy it from review show or summary show.")

  package static let reviewTitle = Phrase(
    "review.one",
    hans: "审核 {0} 的走访记录",
    hant: "審核 {0} 的走訪記錄",
    en: "Review of the visit to {0}")

  package static let pageAcceptVisit = Phrase(
    "review.pageAccept",
    hans: "通过",
    hant: "通過",
    en: "Accept")

  package static let pageReturnVisit = Phrase(
    "review.pageReturn",
    hans: "退回",
    hant: "退回",
    en: "Send back")

  package static let pageRecordRecontact = Phrase(
    "review.pageRecontact",
    hans: "记下",
    hant: "記下",
    en: "Record")

  package static let pageNoOpinion = Phrase(
    "review.noOpinion",
    hans: "住户没有意见。",
    hant: "住戶沒有意見。",
    en: "The household had nothing to say.")
}
