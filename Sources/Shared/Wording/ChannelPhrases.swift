// The channels of R1-08 by which firm and households speak with each other.

extension Phrase {
  package static let codeChannelBulletin = Phrase(
    "code.channel.bulletin",
    hans: "黑板报",
    hant: "黑板報",
    en: "blackboard bulletin")

  package static let codeChannelBoard = Phrase(
    "code.channel.publicityBoard",
    hans: "宣传栏",
    hant: "宣傳欄",
    en: "publicity board")

  package static let codeChannelTelephone = Phrase(
    "code.channel.telephone",
    hans: "电话",
    hant: "電話",
    en: "telephone")

  package static let codeChannelConversation = Phrase(
    "code.channel.conversation",
    hans: "面谈",
    hant: "面談",
    en: "talk face to face")

  package static let codeChannelBox = Phrase(
    "code.channel.opinionBox",
    hans: "意见箱",
    hant: "意見箱",
    en: "opinion box")

  package static let codeChannelReturn = Phrase(
    "code.channel.returnVisit",
    hans: "回访",
    hant: "回訪",
    en: "return visit")

  package static let codeChannelPeriodical = Phrase(
    "code.channel.periodical",
    hans: "刊物",
    hant: "刊物",
    en: "periodical")

  package static let codeChannelActivity = Phrase(
    "code.channel.communityActivity",
    hans: "社区活动",
    hant: "社區活動",
    en: "community activity")

  package static let codeChannelLetter = Phrase(
    "code.channel.letter",
    hans: "信函",
    hant: "信函",
    en: "letter")

  package static let codeChannelQuestionnaire = Phrase(
    "code.channel.questionnaire",
    hans: "调查问卷",
    hant: "調查問卷",
    en: "questionnaire")

  package static let codeChannelSlip = Phrase(
    "code.channel.noticeSlip",
    hans: "通知单",
    hant: "通知單",
    en: "notice slip")

  package static let codeChannelNetwork = Phrase(
    "code.channel.network",
    hans: "网络",
    hant: "網路",
    en: "network")

  package static let codeChannelSign = Phrase(
    "code.channel.sign",
    hans: "标识",
    hant: "標識",
    en: "sign")

  package static let codeChannelEveryday = Phrase(
    "code.channel.everydayContact",
    hans: "日常接触",
    hant: "日常接觸",
    en: "everyday contact")

  package static let codeChannelOther = Phrase(
    "code.channel.other",
    hans: "其他",
    hant: "其他",
    en: "other")
}
