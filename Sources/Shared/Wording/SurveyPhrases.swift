// Questionnaires and reports, what they are called, and what is said of them.

extension Phrase {
  package static let codeSurvey = Phrase(
    "code.survey",
    hans: "调查、报告",
    hant: "調查、報告",
    en: "survey or report")

  package static let codeSurveySatisfaction = Phrase(
    "code.surveySatisfaction",
    hans: "满意度调查",
    hant: "滿意度調查",
    en: "satisfaction survey")

  package static let codeSurveyFinancial = Phrase(
    "code.surveyFinancial",
    hans: "财务报告",
    hant: "財務報告",
    en: "financial report")

  package static let codeDimensionSecurity = Phrase(
    "code.dimensionSecurity",
    hans: "秩序",
    hant: "秩序",
    en: "security")

  package static let codeDimensionCleaning = Phrase(
    "code.dimensionCleaning",
    hans: "保洁",
    hant: "保潔",
    en: "cleaning")

  package static let codeDimensionGreening = Phrase(
    "code.dimensionGreening",
    hans: "绿化",
    hant: "綠化",
    en: "greening")

  package static let codeDimensionRepair = Phrase(
    "code.dimensionRepair",
    hans: "维修",
    hant: "維修",
    en: "repair")

  package static let codeDimensionFacilities = Phrase(
    "code.dimensionFacilities",
    hans: "设施",
    hant: "設施",
    en: "facilities")

  package static let codeDimensionService = Phrase(
    "code.dimensionService",
    hans: "客户服务",
    hant: "客戶服務",
    en: "customer service")

  package static let codeDimensionNotices = Phrase(
    "code.dimensionNotices",
    hans: "通知告知",
    hant: "通知告知",
    en: "notices")

  package static let codeDimensionActivities = Phrase(
    "code.dimensionActivities",
    hans: "社区活动",
    hant: "社區活動",
    en: "activities")

  package static let codeDimensionOverall = Phrase(
    "code.dimensionOverall",
    hans: "总体",
    hant: "總體",
    en: "overall")

  package static let codeWayLaptop = Phrase(
    "code.wayLaptop",
    hans: "当面",
    hant: "當面",
    en: "in person")

  package static let codeWayLink = Phrase(
    "code.wayLink",
    hans: "网上",
    hant: "網上",
    en: "by link")

  package static let codeWayPaper = Phrase(
    "code.wayPaper",
    hans: "纸质",
    hant: "紙質",
    en: "on paper")

  package static let codeSurveyOpen = Phrase(
    "code.surveyOpen",
    hans: "进行中",
    hant: "進行中",
    en: "open")

  package static let codeSurveyAnalysed = Phrase(
    "code.surveyAnalysed",
    hans: "待公布",
    hant: "待公布",
    en: "to be published")

  package static let codeSurveyPublished = Phrase(
    "code.surveyPublished",
    hans: "已公布",
    hant: "已公布",
    en: "published")

  package static let codeSurveyWithdrawn = Phrase(
    "code.surveyWithdrawn",
    hans: "已撤回",
    hant: "已撤回",
    en: "withdrawn")

  package static let surveysTitle = Phrase(
    "survey.title",
    hans: "调查与报告",
    hant: "調查與報告",
    en: "Surveys and reports")

  package static let surveyCreated = Phrase(
    "survey.created",
    hans: "{0} 已建立。",
    hant: "{0} 已建立。",
    en: "{0} is begun.")

  package static let surveyDistributed = Phrase(
    "survey.distributed",
    hans: "已发出 {0} 份。",
    hant: "已發出 {0} 份。",
    en: "{0} {0?slip is|slips are} handed out.")

  package static let surveyAnswered = Phrase(
    "survey.answered",
    hans: "已登记第 {0} 份答卷。",
    hant: "已登記第 {0} 份答卷。",
    en: "Answer {0} is entered.")

  package static let surveyAnalysed = Phrase(
    "survey.analysed",
    hans: "已完成统计；最迟 {0} 公布（notice write report，然后 survey publish）。",
    hant: "已完成統計；最遲 {0} 公布（notice write report，然後 survey publish）。",
    en: "It is analysed, and is to be published by {0} (notice write report, then survey publish).")

  package static let surveyPublished = Phrase(
    "survey.published",
    hans: "已由通知 {0} 公布；张贴后才算完成。",
    hant: "已由通知 {0} 公布；張貼後才算完成。",
    en: "It is published by notice {0}; what counts is when that hangs.")

  package static let surveyWithdrawn = Phrase(
    "survey.withdrawn",
    hans: "已撤回。",
    hant: "已撤回。",
    en: "It is withdrawn.")

  package static let surveySuppressed = Phrase(
    "survey.suppressed",
    hans: "少于 {0} 份，不公布",
    hant: "少於 {0} 份，不公布",
    en: "fewer than {0}, not shown")

  package static let surveyNotYetShown = Phrase(
    "survey.notYetShown",
    hans: "统计之前只显示份数：边收边看，就能看出每一份答了什么。",
    hant: "統計之前只顯示份數：邊收邊看，就能看出每一份答了什麼。",
    en: "Until it is analysed only the number of slips is shown: figures that moved with each slip "
      + "would tell what it says.")

  package static let surveySlipKeyMissing = Phrase(
    "survey.slipKeyMissing",
    hans: "这次调查的问卷号密钥还没有到这台机器，或者已按期限销毁。请先同步（sync），再登记这份问卷。",
    hant: "這次調查的問卷號密鑰還沒有到這台機器，或者已按期限銷毀。請先同步（sync），再登記這份問卷。",
    en: "The key for the numbers of this survey's slips is not on this machine yet, or was "
      + "destroyed when its time was over. Sync, and enter the slip again.")

  package static let labelSinceAnalysis = Phrase(
    "label.sinceAnalysis",
    hans: "统计之后收回",
    hant: "統計之後收回",
    en: "Came back since")

  package static let noSuchSurvey = Phrase(
    "survey.noSuch",
    hans: "没有这次调查。",
    hant: "沒有這次調查。",
    en: "There is no such survey.")

  package static let surveyGradeForm = Phrase(
    "survey.gradeForm",
    hans: "评分要写成“项目=级”，例如 cleaning=2：{0}",
    hant: "評分要寫成“項目=級”，例如 cleaning=2：{0}",
    en: "A grade is given as DIMENSION=GRADE, such as cleaning=2, not {0}")

  package static let labelSurveyTitle = Phrase(
    "label.surveyTitle",
    hans: "标题",
    hant: "標題",
    en: "Title")

  package static let labelSteps = Phrase(
    "label.steps",
    hans: "级数",
    hant: "級數",
    en: "Steps")

  package static let labelDimension = Phrase(
    "label.dimension",
    hans: "项目",
    hant: "項目",
    en: "Dimension")

  package static let labelQuestion = Phrase(
    "label.question",
    hans: "开放问题",
    hant: "開放問題",
    en: "Open question")

  package static let labelClosesOn = Phrase(
    "label.closesOn",
    hans: "截止",
    hant: "截止",
    en: "Closes on")

  package static let labelDistributed = Phrase(
    "label.distributed",
    hans: "发出",
    hant: "發出",
    en: "Handed out")

  package static let labelReturned = Phrase(
    "label.returned",
    hans: "收回",
    hant: "收回",
    en: "Came back")

  package static let labelReturnRate = Phrase(
    "label.returnRate",
    hans: "回收率",
    hant: "回收率",
    en: "Return rate")

  package static let labelValid = Phrase(
    "label.valid",
    hans: "有效答卷",
    hant: "有效答卷",
    en: "Valid answers")

  package static let labelGrades = Phrase(
    "label.grades",
    hans: "各级（从好到差）",
    hant: "各級（從好到差）",
    en: "Grades, best first")

  package static let labelSatisfied = Phrase(
    "label.satisfied",
    hans: "满意率",
    hant: "滿意率",
    en: "Satisfied")

  package static let labelMean = Phrase(
    "label.mean",
    hans: "平均级",
    hant: "平均級",
    en: "Mean grade")

  package static let labelAnalysedAt = Phrase(
    "label.analysedAt",
    hans: "统计完成",
    hant: "統計完成",
    en: "Analysed")

  package static let labelPublishBy = Phrase(
    "label.publishBy",
    hans: "最迟公布",
    hant: "最遲公布",
    en: "To be published by")

  package static let labelPublishedAt = Phrase(
    "label.publishedAt",
    hans: "公布",
    hant: "公布",
    en: "Published")

  package static let labelSlip = Phrase(
    "label.slip",
    hans: "问卷号",
    hant: "問卷號",
    en: "Slip")

  package static let surveyNotASlip = Phrase(
    "survey.notASlip",
    hans: "不是问卷号：{0}",
    hant: "不是問卷號：{0}",
    en: "{0} is no number of a slip.")
}
