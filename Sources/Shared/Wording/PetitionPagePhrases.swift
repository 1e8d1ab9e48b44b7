// What the office's pages say of suggestions and appeals.

extension Phrase {
  package static let petitionsOf = Phrase(
    "petitionPage.of",
    hans: "{0}：与您有关的提议与申诉",
    hant: "{0}：與您有關的提議與申訴",
    en: "{0}: suggestions and appeals that are yours to see")

  package static let petitionTitleOne = Phrase(
    "petitionPage.title",
    hans: "{0} {1}",
    hant: "{0} {1}",
    en: "{0} {1}")

  package static let petitionReaders = Phrase(
    "petitionPage.readers",
    hans: "内容只有您、您写明的直接上级和之后处理的人能看到。",
    hant: "內容只有您、您寫明的直接上級和之後處理的人能看到。",
    en: "It is read by you, by the superior whom you name, and by whoever decides it in the end.")

  package static let petitionBroughtOn = Phrase(
    "petitionPage.broughtOn",
    hans: "直接上级一周内没有回复，系统已代为提交。",
    hant: "直接上級一週內沒有回覆，系統已代為提交。",
    en: "The superior's week ended without a reply: the office has handed it on.")

  package static let pageFilePetition = Phrase(
    "petitionPage.file",
    hans: "提交给直接上级",
    hant: "提交給直接上級",
    en: "Hand it to the superior")

  package static let pageAcceptPetition = Phrase(
    "petitionPage.accept",
    hans: "受理",
    hant: "受理",
    en: "Accept it")

  package static let pageReplyPetition = Phrase(
    "petitionPage.reply",
    hans: "回复",
    hant: "回覆",
    en: "Reply")

  package static let pageAnswerPetition = Phrase(
    "petitionPage.answer",
    hans: "提交意见",
    hant: "提交意見",
    en: "Say so")

  package static let pageEscalatePetition = Phrase(
    "petitionPage.escalate",
    hans: "提交综合事务部",
    hant: "提交綜合事務部",
    en: "Hand it to general affairs")

  package static let pageTakePetition = Phrase(
    "petitionPage.take",
    hans: "受理",
    hant: "受理",
    en: "Take it up")

  package static let pageDecidePetition = Phrase(
    "petitionPage.decide",
    hans: "作出处理",
    hant: "作出處理",
    en: "Decide")

  package static let pageWithdrawPetition = Phrase(
    "petitionPage.withdraw",
    hans: "撤回",
    hant: "撤回",
    en: "Withdraw it")

  package static let pageWithdrawPetitionSure = Phrase(
    "petitionPage.sure",
    hans: "我确定：撤回之后不能再继续",
    hant: "我確定：撤回之後不能再繼續",
    en: "I am sure: withdrawn, it does not go on")
}
