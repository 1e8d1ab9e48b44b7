// What the commands of surveys say of themselves.

extension Phrase {
  package static let helpSurvey = Phrase(
    "help.survey",
    hans: "满意度问卷、财务报告：发放、登记、统计、公布",
    hant: "滿意度問卷、財務報告：發放、登記、統計、公布",
    en: "Questionnaires and reports: hand out, enter, analyse, publish")

  package static let helpSurveyCreate = Phrase(
    "help.surveyCreate",
    hans: "建立问卷或报告",
    hant: "建立問卷或報告",
    en: "Begin a questionnaire or a report")

  package static let helpSurveyList = Phrase(
    "help.surveyList",
    hans: "列出",
    hant: "列出",
    en: "List them")

  package static let helpSurveyShow = Phrase(
    "help.surveyShow",
    hans: "一次调查的数字",
    hant: "一次調查的數字",
    en: "One survey with its figures")

  package static let helpSurveyDistribute = Phrase(
    "help.surveyDistribute",
    hans: "登记一共发出多少份",
    hant: "登記一共發出多少份",
    en: "Record how many slips were handed out in all")

  package static let helpSurveyAnswer = Phrase(
    "help.surveyAnswer",
    hans: "登记一份答卷",
    hant: "登記一份答卷",
    en: "Enter one answer")

  package static let helpSurveyAnalyse = Phrase(
    "help.surveyAnalyse",
    hans: "记录统计完成",
    hant: "記錄統計完成",
    en: "Record that the analysis is done")

  package static let helpSurveyPublish = Phrase(
    "help.surveyPublish",
    hans: "由一份“报告”通知公布",
    hant: "由一份“報告”通知公布",
    en: "Publish it by a notice of the kind report")

  package static let helpSurveyWithdraw = Phrase(
    "help.surveyWithdraw",
    hans: "撤回",
    hant: "撤回",
    en: "Withdraw it")

  package static let helpSurveyArgument = Phrase(
    "help.surveyArgument",
    hans: "编号（前 6 位即可）",
    hant: "編號（前 6 位即可）",
    en: "Its id, or the first 6 digits.")

  package static let helpSurveyKind = Phrase(
    "help.surveyKind",
    hans: "类别：satisfaction、financialReport",
    hant: "類別：satisfaction、financialReport",
    en: "Kind: satisfaction, financialReport.")

  package static let helpSurveyTitleOption = Phrase(
    "help.surveyTitleOption",
    hans: "标题",
    hant: "標題",
    en: "Title.")

  package static let helpSurveySteps = Phrase(
    "help.surveySteps",
    hans: "评分级数：3、4、5，1 最好",
    hant: "評分級數：3、4、5，1 最好",
    en: "How many grades: 3, 4 or 5; 1 is the best.")

  package static let helpSurveyDimension = Phrase(
    "help.surveyDimension",
    hans: "评分项目；可多次，不写就是全部",
    hant: "評分項目；可多次，不寫就是全部",
    en: "What is graded; may be given again, and without it all are.")

  package static let helpSurveyQuestion = Phrase(
    "help.surveyQuestion",
    hans: "开放问题",
    hant: "開放問題",
    en: "The open question.")

  package static let helpSurveyCloses = Phrase(
    "help.surveyCloses",
    hans: "截止日期",
    hant: "截止日期",
    en: "Its last day.")

  package static let helpSurveyCount = Phrase(
    "help.surveyCount",
    hans: "份数",
    hant: "份數",
    en: "How many.")

  package static let helpSurveyGrade = Phrase(
    "help.surveyGrade",
    hans: "评分 项目=级；可多次，没有回答的不写",
    hant: "評分 項目=級；可多次，沒有回答的不寫",
    en: "A grade as DIMENSION=GRADE; may be given again; leave out what was not answered.")

  package static let helpSurveyWay = Phrase(
    "help.surveyWay",
    hans: "方式：laptop、link、paper",
    hant: "方式：laptop、link、paper",
    en: "Way: laptop, link, paper.")

  package static let helpSurveySlip = Phrase(
    "help.surveySlip",
    hans: "问卷号",
    hant: "問卷號",
    en: "The slip's number.")

  package static let helpSurveyRoom = Phrase(
    "help.surveyRoom",
    hans: "自愿填写的姓名、房号",
    hant: "自願填寫的姓名、房號",
    en: "Name or room, where they gave it.")

  package static let helpSurveyRemark = Phrase(
    "help.surveyRemark",
    hans: "开放问题的回答",
    hant: "開放問題的回答",
    en: "The answer to the open question.")

  package static let helpSurveyText = Phrase(
    "help.surveyText",
    hans: "说明、措施；财务报告写内容",
    hant: "說明、措施；財務報告寫內容",
    en: "What is said beside the figures; of a report, the report.")

  package static let helpSurveyNotice = Phrase(
    "help.surveyNotice",
    hans: "公布它的通知",
    hant: "公布它的通知",
    en: "The notice that publishes it.")
}
