// What the office's pages and commands say of surveys, and what households read where a link leads them.

extension Phrase {
  package static let helpSurveyBy = Phrase(
    "help.surveyBy",
    hans: "由谁查看（姓名或编号）；不写就不显示开放问题的回答",
    hant: "由誰查看（姓名或編號）；不寫就不顯示開放問題的回答",
    en: "Who looks (name or id); without it no answers to the open question are shown.")

  package static let surveyFiguresStale = Phrase(
    "surveyPage.stale",
    hans: "您看过之后，又有答卷登记，份数变了。",
    hant: "您看過之後，又有答卷登記，份數變了。",
    en: "Answers came since this was shown to you: more slips are counted.")

  package static let surveysOf = Phrase(
    "surveyPage.of",
    hans: "{0}：调查与报告",
    hant: "{0}：調查與報告",
    en: "{0}: surveys and reports")

  package static let surveyTitleOne = Phrase(
    "surveyPage.title",
    hans: "{0}：{1}",
    hant: "{0}：{1}",
    en: "{1} ({0})")

  package static let surveyFigures = Phrase(
    "surveyPage.figures",
    hans: "数字",
    hant: "數字",
    en: "Figures")

  package static let surveyRemarks = Phrase(
    "surveyPage.remarks",
    hans: "开放问题的回答",
    hant: "開放問題的回答",
    en: "Answers to the open question")

  package static let pageCreateSurvey = Phrase(
    "surveyPage.create",
    hans: "建立",
    hant: "建立",
    en: "Begin it")

  package static let pageAsked = Phrase(
    "surveyPage.asked",
    hans: "问“{0}”",
    hant: "問“{0}”",
    en: "Ask about {0}")

  package static let pageDistributeSurvey = Phrase(
    "surveyPage.distribute",
    hans: "登记份数",
    hant: "登記份數",
    en: "Record the number")

  package static let pageAnswerSurvey = Phrase(
    "surveyPage.answer",
    hans: "登记答卷",
    hant: "登記答卷",
    en: "Enter the answer")

  package static let pageAnalyseSurvey = Phrase(
    "surveyPage.analyse",
    hans: "登记统计完成",
    hant: "登記統計完成",
    en: "The analysis is done")

  package static let pagePublishSurvey = Phrase(
    "surveyPage.publish",
    hans: "由这份通知公布",
    hant: "由這份通知公布",
    en: "Publish it by this notice")

  package static let pageNoReportNotice = Phrase(
    "surveyPage.noNotice",
    hans: "要公布，请先发布一份“报告”类通知。",
    hant: "要公布，請先發布一份“報告”類通知。",
    en: "To publish it, first issue a notice of the kind report.")

  package static let pageWithdrawSurvey = Phrase(
    "surveyPage.withdraw",
    hans: "撤回",
    hant: "撤回",
    en: "Withdraw it")

  package static let pageWithdrawSurveySure = Phrase(
    "surveyPage.sure",
    hans: "我确定：撤回之后不再统计、不公布",
    hant: "我確定：撤回之後不再統計、不公布",
    en: "I am sure: withdrawn, it is neither analysed nor published")

  package static let pageGradeBest = Phrase(
    "surveyPage.best",
    hans: "{0}（最好）",
    hant: "{0}（最好）",
    en: "{0} (best)")

  package static let pageGradeWorst = Phrase(
    "surveyPage.worst",
    hans: "{0}（最差）",
    hant: "{0}（最差）",
    en: "{0} (worst)")

  package static let pageNotAnswered = Phrase(
    "surveyPage.notAnswered",
    hans: "不回答",
    hant: "不回答",
    en: "no answer")

  package static let pageSlipNumber = Phrase(
    "surveyPage.slip",
    hans: "问卷号（空着就是没有编号）",
    hant: "問卷號（空著就是沒有編號）",
    en: "Number of the slip (empty where it has none)")

  package static let pageMakeLinks = Phrase(
    "surveyPage.links",
    hans: "显示链接",
    hant: "顯示連結",
    en: "Show links")

  package static let surveyLinks = Phrase(
    "surveyPage.linksTitle",
    hans: "网上答卷的链接",
    hant: "網上答卷的連結",
    en: "Links to answer by")

  package static let surveyLinksNote = Phrase(
    "surveyPage.linksNote",
    hans: "每个链接只能答一次，谁拿到都能答。发出之后请登记发出的份数。",
    hant: "每個連結只能答一次，誰拿到都能答。發出之後請登記發出的份數。",
    en: "Each link takes one answer, from whoever holds it. Record how many were handed out.")

  package static let pageLinkCount = Phrase(
    "surveyPage.linkCount",
    hans: "几个（最多 {0}）",
    hant: "幾個（最多 {0}）",
    en: "How many (at most {0})")

  package static let pageLinkFrom = Phrase(
    "surveyPage.linkFrom",
    hans: "从第几号起",
    hant: "從第幾號起",
    en: "From which number on")

  package static let pageLinksBad = Phrase(
    "surveyPage.linksBad",
    hans: "一次 1 到 {0} 个，号码从 1 起。",
    hant: "一次 1 到 {0} 個，號碼從 1 起。",
    en: "1 to {0} at a time, with numbers from 1 on.")

  package static let labelLink = Phrase(
    "label.link",
    hans: "链接",
    hant: "連結",
    en: "Link")

  package static let slipHow = Phrase(
    "slip.how",
    hans: "1 最好，{0} 最差；不想回答的可以不答。不用写姓名，每张问卷只能答一次。",
    hant: "1 最好，{0} 最差；不想回答的可以不答。不用寫姓名，每張問卷只能答一次。",
    en: "1 is the best, {0} the worst. Leave out what you do not want to answer. No name is "
      + "needed, and each slip is answered once.")

  package static let slipRoom = Phrase(
    "slip.room",
    hans: "姓名、房号（可以不写）",
    hant: "姓名、房號（可以不寫）",
    en: "Name or room (may stay empty)")

  package static let slipRemark = Phrase(
    "slip.remark",
    hans: "您的意见、建议",
    hant: "您的意見、建議",
    en: "What else you want to say")

  package static let slipSend = Phrase(
    "slip.send",
    hans: "提交",
    hant: "提交",
    en: "Send")

  package static let slipNothing = Phrase(
    "slip.nothing",
    hans: "什么都没有填，没有提交。",
    hant: "什麼都沒有填，沒有提交。",
    en: "Nothing was answered, so nothing was sent.")

  package static let slipUsed = Phrase(
    "slip.used",
    hans: "这张问卷已经答过，每张只算一次。谢谢。",
    hant: "這張問卷已經答過，每張只算一次。謝謝。",
    en: "This slip is answered already; each counts once. Thank you.")

  package static let slipClosed = Phrase(
    "slip.closed",
    hans: "这次调查已经截止。谢谢。",
    hant: "這次調查已經截止。謝謝。",
    en: "This survey is closed. Thank you.")
}
