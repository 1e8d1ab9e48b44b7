// What the commands of petitions say of themselves.

extension Phrase {
  package static let helpConflictsReader = Phrase(
    "help.conflictsReader",
    hans: "谁来看：也列出此人可看的提议、申诉中的冲突",
    hant: "誰來看：也列出此人可看的提議、申訴中的衝突",
    en: "Who looks: conflicts in petitions that this person may read are listed too")

  package static let helpPetition = Phrase(
    "help.petition",
    hans: "职员提议、申诉：填写、受理、回复、上交、处理",
    hant: "職員提議、申訴：填寫、受理、回覆、上交、處理",
    en: "Staff suggestions and appeals: file, accept, reply, escalate, decide")

  package static let helpPetitionFile = Phrase(
    "help.petitionFile",
    hans: "填写《职员提议、申诉表》，交直接上级",
    hant: "填寫《職員提議、申訴表》，交直接上級",
    en: "File a suggestion or an appeal with the direct superior")

  package static let helpPetitionList = Phrase(
    "help.petitionList",
    hans: "列出与本人有关的提议、申诉",
    hant: "列出與本人有關的提議、申訴",
    en: "List those that are yours to see")

  package static let helpPetitionShow = Phrase(
    "help.petitionShow",
    hans: "一件提议、申诉的全部",
    hant: "一件提議、申訴的全部",
    en: "Everything about one petition")

  package static let helpPetitionAccept = Phrase(
    "help.petitionAccept",
    hans: "直接上级受理",
    hant: "直接上級受理",
    en: "The superior accepts it")

  package static let helpPetitionReply = Phrase(
    "help.petitionReply",
    hans: "直接上级回复",
    hant: "直接上級回覆",
    en: "The superior replies")

  package static let helpPetitionAnswer = Phrase(
    "help.petitionAnswer",
    hans: "当事人同意或不同意回复",
    hant: "當事人同意或不同意回覆",
    en: "The employee agrees or disagrees")

  package static let helpPetitionEscalate = Phrase(
    "help.petitionEscalate",
    hans: "当事人直接提交综合事务部",
    hant: "當事人直接提交綜合事務部",
    en: "The employee hands it to general affairs")

  package static let helpPetitionTake = Phrase(
    "help.petitionTake",
    hans: "综合事务部受理",
    hant: "綜合事務部受理",
    en: "General affairs takes it up")

  package static let helpPetitionDecide = Phrase(
    "help.petitionDecide",
    hans: "综合事务部处理",
    hant: "綜合事務部處理",
    en: "General affairs decides")

  package static let helpPetitionWithdraw = Phrase(
    "help.petitionWithdraw",
    hans: "当事人撤回",
    hant: "當事人撤回",
    en: "The employee withdraws it")

  package static let helpPetitionArgument = Phrase(
    "help.petitionArgument",
    hans: "编号（前 6 位即可）",
    hant: "編號（前 6 位即可）",
    en: "Its id, or the first 6 digits.")

  package static let helpPetitionKind = Phrase(
    "help.petitionKind",
    hans: "类别：suggestion、appeal",
    hant: "類別：suggestion、appeal",
    en: "Kind: suggestion, appeal.")

  package static let helpPetitionTo = Phrase(
    "help.petitionTo",
    hans: "直接上级",
    hant: "直接上級",
    en: "The direct superior.")

  package static let helpPetitionMatter = Phrase(
    "help.petitionMatter",
    hans: "事项",
    hant: "事項",
    en: "What it is about.")

  package static let helpPetitionFacts = Phrase(
    "help.petitionFacts",
    hans: "事实",
    hant: "事實",
    en: "What happened.")

  package static let helpPetitionEvidence = Phrase(
    "help.petitionEvidence",
    hans: "证据",
    hant: "證據",
    en: "List of evidence.")

  package static let helpPetitionWish = Phrase(
    "help.petitionWish",
    hans: "希望怎样解决",
    hant: "希望怎樣解決",
    en: "What is wished for.")

  package static let helpPetitionText = Phrase(
    "help.petitionText",
    hans: "内容",
    hant: "內容",
    en: "What is said.")

  package static let helpPetitionAnswerOption = Phrase(
    "help.petitionAnswerOption",
    hans: "agrees 或 disagrees",
    hant: "agrees 或 disagrees",
    en: "agrees or disagrees.")

  package static let helpPetitionFinding = Phrase(
    "help.petitionFinding",
    hans: "查明的情况",
    hant: "查明的情況",
    en: "What was found.")
}
