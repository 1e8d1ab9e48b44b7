// What R1-26 says of surveys and reports.

extension Phrase {
  package static let ruleSurveyTitle = Phrase(
    "rule.R1-26.title",
    hans: "没有写标题。",
    hant: "沒有寫標題。",
    en: "It has no title.")

  package static let ruleSurveyTitleCure = Phrase(
    "rule.R1-26.title.cure",
    hans: "请写标题。",
    hant: "請寫標題。",
    en: "Give it one.")

  package static let ruleSurveySteps = Phrase(
    "rule.R1-26.steps",
    hans: "评分级数要是 3、4 或 5。",
    hant: "評分級數要是 3、4 或 5。",
    en: "Grades have 3, 4 or 5 steps.")

  package static let ruleSurveyStepsCure = Phrase(
    "rule.R1-26.steps.cure",
    hans: "请用 --steps 选 3、4 或 5。",
    hant: "請用 --steps 選 3、4 或 5。",
    en: "Choose 3, 4 or 5 with --steps.")

  package static let ruleSurveyNothing = Phrase(
    "rule.R1-26.nothing",
    hans: "没有要评分的项目。",
    hant: "沒有要評分的項目。",
    en: "Nothing is asked to be graded.")

  package static let ruleSurveyNothingCure = Phrase(
    "rule.R1-26.nothing.cure",
    hans: "请用 --dimension 写明至少一项。",
    hant: "請用 --dimension 寫明至少一項。",
    en: "Name at least one with --dimension.")

  package static let ruleSurveyNoAnswers = Phrase(
    "rule.R1-26.report",
    hans: "财务报告没有答卷。",
    hant: "財務報告沒有答卷。",
    en: "A report on accounts brings no answers.")

  package static let ruleSurveyNoAnswersCure = Phrase(
    "rule.R1-26.report.cure",
    hans: "请直接记录统计完成（survey analyse）。",
    hant: "請直接記錄統計完成（survey analyse）。",
    en: "Record its analysis (survey analyse).")

  package static let ruleSurveyOver = Phrase(
    "rule.R1-26.over",
    hans: "调查已经公布或撤回。",
    hant: "調查已經公布或撤回。",
    en: "It is published, or withdrawn.")

  package static let ruleSurveyOverCure = Phrase(
    "rule.R1-26.over.cure",
    hans: "请另开一次调查（survey create）。",
    hant: "請另開一次調查（survey create）。",
    en: "Begin another (survey create).")

  package static let ruleSurveyGrade = Phrase(
    "rule.R1-26.grade",
    hans: "评分超出级数，或者不是所问的项目。",
    hant: "評分超出級數，或者不是所問的項目。",
    en: "A grade is beyond the steps, or of what is not asked.")

  package static let ruleSurveyGradeCure = Phrase(
    "rule.R1-26.grade.cure",
    hans: "请核对问卷；没有回答的项目不填。",
    hant: "請核對問卷；沒有回答的項目不填。",
    en: "Check the slip; leave out what was not answered.")

  package static let ruleSurveySlip = Phrase(
    "rule.R1-26.slip",
    hans: "这张问卷已经登记过。",
    hant: "這張問卷已經登記過。",
    en: "This slip is entered already.")

  package static let ruleSurveySlipCure = Phrase(
    "rule.R1-26.slip.cure",
    hans: "一张问卷只算一次。",
    hant: "一張問卷只算一次。",
    en: "Each counts once.")

  package static let ruleSurveyBlank = Phrase(
    "rule.R1-26.blank",
    hans: "整张没有评分，按弃权处理，不计入基数。",
    hant: "整張沒有評分，按棄權處理，不計入基數。",
    en: "Nothing is graded: it counts as an abstention and is in no base.")

  package static let ruleSurveyBlankCure = Phrase(
    "rule.R1-26.blank.cure",
    hans: "照常保存。",
    hant: "照常保存。",
    en: "It is saved all the same.")

  package static let ruleSurveyNoReturns = Phrase(
    "rule.R1-26.noReturns",
    hans: "还没有收回问卷。",
    hant: "還沒有收回問卷。",
    en: "No slip has come back.")

  package static let ruleSurveyNoReturnsCure = Phrase(
    "rule.R1-26.noReturns.cure",
    hans: "请先登记答卷（survey answer）。",
    hant: "請先登記答卷（survey answer）。",
    en: "Enter the answers first (survey answer).")

  package static let ruleSurveyTooMany = Phrase(
    "rule.R1-26.tooMany",
    hans: "收回的比发出的多。",
    hant: "收回的比發出的多。",
    en: "More came back than were handed out.")

  package static let ruleSurveyTooManyCure = Phrase(
    "rule.R1-26.tooMany.cure",
    hans: "请先登记发出的份数（survey distribute）。",
    hant: "請先登記發出的份數（survey distribute）。",
    en: "Record how many were handed out (survey distribute).")

  package static let ruleReportEmpty = Phrase(
    "rule.R1-26.empty",
    hans: "报告没有内容。",
    hant: "報告沒有內容。",
    en: "The report says nothing.")

  package static let ruleReportEmptyCure = Phrase(
    "rule.R1-26.empty.cure",
    hans: "请用 --text 写明。",
    hant: "請用 --text 寫明。",
    en: "Say it with --text.")

  package static let ruleNotAnalysed = Phrase(
    "rule.R1-26",
    hans: "还没有统计分析，或者已经公布。",
    hant: "還沒有統計分析，或者已經公布。",
    en: "It is not analysed yet, or published already.")

  package static let ruleNotAnalysedCure = Phrase(
    "rule.R1-26.cure",
    hans: "请先完成统计（survey analyse）。",
    hant: "請先完成統計（survey analyse）。",
    en: "Analyse it first (survey analyse).")

  package static let ruleFiguresMoved = Phrase(
    "rule.R1-26.moved",
    hans: "统计之后答卷有变，数据不再准确。",
    hant: "統計之後答卷有變，數據不再準確。",
    en: "Answers came after the analysis: the figures are not true any more.")

  package static let ruleFiguresMovedCure = Phrase(
    "rule.R1-26.moved.cure",
    hans: "请重新统计（survey analyse）。",
    hant: "請重新統計（survey analyse）。",
    en: "Analyse it again (survey analyse).")

  package static let ruleFiguresFew = Phrase(
    "rule.R1-26.few",
    hans: "上次统计之后，新的答卷不到 {0} 份，或者有答卷改动：再统计一次，前后一比就知道这几份答了什么。",
    hant: "上次統計之後，新的答卷不到 {0} 份，或者有答卷改動：再統計一次，前後一比就知道這幾份答了什麼。",
    en: "Fewer than {0} answers came since the last analysis, or one was changed: counted again, "
      + "the figures beside the earlier ones would tell what these few answered.")

  package static let ruleFiguresFewCure = Phrase(
    "rule.R1-26.few.cure",
    hans: "请等每个已公布的项目都新增 {0} 份再统计；不等也可以按已统计的数字公布。",
    hant: "請等每個已公布的項目都新增 {0} 份再統計；不等也可以按已統計的數字公布。",
    en: "Wait until {0} more came for each dimension that they grade, or publish what was "
      + "analysed.")

  package static let ruleNoReportNotice = Phrase(
    "rule.R1-26.notice",
    hans: "这不是已发布的“报告”类通知。",
    hant: "這不是已發布的“報告”類通知。",
    en: "That is no issued notice of the kind report.")

  package static let ruleNoReportNoticeCure = Phrase(
    "rule.R1-26.notice.cure",
    hans: "请先发布（notice write report），再张贴到公告栏。",
    hant: "請先發布（notice write report），再張貼到公告欄。",
    en: "Write it (notice write report), and post it on the board.")
}
