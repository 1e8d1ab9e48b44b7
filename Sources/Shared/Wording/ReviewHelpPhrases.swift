// What the commands of the review say of themselves.

extension Phrase {
  package static let helpReview = Phrase(
    "help.review",
    hans: "审核走访记录",
    hant: "審核走訪記錄",
    en: "The review of visits")

  package static let helpReviewList = Phrase(
    "help.reviewList",
    hans: "待审核和已退回的走访记录",
    hant: "待審核和已退回的走訪記錄",
    en: "Visits that wait for a reviewer or for an answer")

  package static let helpReviewAll = Phrase(
    "help.reviewAll",
    hans: "连同已通过的",
    hant: "連同已通過的",
    en: "Also those that are accepted.")

  package static let helpReviewMine = Phrase(
    "help.reviewMine",
    hans: "只列出退回给本人的",
    hant: "只列出退回給本人的",
    en: "Only those sent back to this person.")

  package static let helpReviewShow = Phrase(
    "help.reviewShow",
    hans: "走访记录及其审核经过",
    hant: "走訪記錄及其審核經過",
    en: "A visit with its review")

  package static let helpReviewAccept = Phrase(
    "help.reviewAccept",
    hans: "通过",
    hant: "通過",
    en: "Accept a visit's record")

  package static let helpReviewReturn = Phrase(
    "help.reviewReturn",
    hans: "退回，写明改什么",
    hant: "退回，寫明改什麼",
    en: "Send a visit's record back, with what to put right")

  package static let helpReviewAnswer = Phrase(
    "help.reviewAnswer",
    hans: "答复退回的记录，重新提交",
    hant: "答覆退回的記錄，重新提交",
    en: "Answer a record that was sent back")

  package static let helpReviewRecontact = Phrase(
    "help.reviewRecontact",
    hans: "记下住户是否证实这次走访",
    hant: "記下住戶是否證實這次走訪",
    en: "Record whether the household confirms the visit")

  package static let helpReviewPart = Phrase(
    "help.reviewPart",
    hans: "意见涉及的部分：whole、times、mode、place、personMet、opinions、interviewers、signature、remark",
    hant: "意見涉及的部分：whole、times、mode、place、personMet、opinions、interviewers、signature、remark",
    en: "What the comment is about: whole, times, mode, place, personMet, "
      + "opinions, interviewers, signature or remark.")

  package static let helpReviewComment = Phrase(
    "help.reviewComment",
    hans: "要改什么",
    hant: "要改什麼",
    en: "What is to be put right.")

  package static let helpReviewTo = Phrase(
    "help.reviewTo",
    hans: "由谁答复（姓名）；默认是记录人",
    hant: "由誰答覆（姓名）；預設是記錄人",
    en: "Who is to answer, by name; whoever recorded it unless given.")

  package static let helpReviewShown = Phrase(
    "help.reviewShown",
    hans: "review show 显示的内容校验值；不符则拒绝",
    hant: "review show 顯示的內容校驗值；不符則拒絕",
    en: "The content token that review show printed; refused if the record has changed since.")

  package static let helpReviewReply = Phrase(
    "help.reviewReply",
    hans: "改了什么，或者为什么不改",
    hant: "改了什麼，或者為什麼不改",
    en: "What was changed, or why it is right as it is.")

  package static let helpRecontactOutcome = Phrase(
    "help.recontactOutcome",
    hans: "confirmed、notConfirmed 或 notReached",
    hant: "confirmed、notConfirmed 或 notReached",
    en: "confirmed, notConfirmed or notReached")
}
