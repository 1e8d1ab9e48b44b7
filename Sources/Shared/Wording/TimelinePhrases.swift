// The time line of a household, the list of visits, and a visit by itself.

extension Phrase {
  package static let timelineWhat = Phrase(
    "timeline.what",
    hans: "事项",
    hant: "事項",
    en: "What")

  package static let timelineWho = Phrase(
    "timeline.who",
    hans: "人员",
    hant: "人員",
    en: "Who")

  package static let timelineUnread = Phrase(
    "timeline.unread",
    hans: "记录还不完整，时间不详",
    hant: "記錄還不完整，時間不詳",
    en: "parts of the record have not arrived; its time is not known")

  package static let timelineAllowed = Phrase(
    "timeline.allowed",
    hans: "恢复走访",
    hant: "恢復走訪",
    en: "may be visited again")

  package static let timelineMatter = Phrase(
    "timeline.matter",
    hans: "意见提出",
    hant: "意見提出",
    en: "said something")

  package static let timelineMatterStep = Phrase(
    "timeline.matterStep",
    hans: "意见处理",
    hant: "意見處理",
    en: "matter handled")

  package static let timelineContact = Phrase(
    "timeline.contact",
    hans: "日常接触",
    hant: "日常接觸",
    en: "everyday contact")

  package static let timelineSettlement = Phrase(
    "timeline.settlement",
    hans: "重复裁定",
    hant: "重複裁定",
    en: "duplicate settled")

  package static let timelineOfVisit = Phrase(
    "timeline.ofVisit",
    hans: "{0} 的走访",
    hant: "{0} 的走訪",
    en: "visit of {0}")

  package static let timelineNotShown = Phrase(
    "timeline.notShown",
    hans: "您的岗位看不到的事项（如业户意见、合同与财产）不在表中。",
    hant: "您的崗位看不到的事項（如業戶意見、合同與財產）不在表中。",
    en: "What your role may not open, such as what the household said, is not in the table.")

  package static let timelineSince = Phrase(
    "timeline.since",
    hans: "入住日期",
    hant: "入住日期",
    en: "Lives here since")

  package static let timelineUntil = Phrase(
    "timeline.until",
    hans: "迁出日期",
    hant: "遷出日期",
    en: "Left on")

  package static let timelineRoundState = Phrase(
    "timeline.roundState",
    hans: "第 {0} 轮：{1}",
    hant: "第 {0} 輪：{1}",
    en: "Round {0}: {1}")

  package static let timelineDrawnBy = Phrase(
    "timeline.drawnBy",
    hans: "已抽中待访",
    hant: "已抽中待訪",
    en: "Drawn and still open, for")

  package static let timelineLastVisit = Phrase(
    "timeline.lastVisit",
    hans: "上次走访",
    hant: "上次走訪",
    en: "Last visit")

  package static let timelineOpenMatters = Phrase(
    "timeline.openMatters",
    hans: "未办结的意见",
    hant: "未辦結的意見",
    en: "Open matters")

  package static let visitsTitle = Phrase(
    "visits.title",
    hans: "走访记录",
    hant: "走訪記錄",
    en: "Visits")

  package static let visitsOf = Phrase(
    "visits.of",
    hans: "{0} 的走访",
    hant: "{0} 的走訪",
    en: "Visits of {0}")

  package static let visitsNarrow = Phrase(
    "visits.narrow",
    hans: "选择月份和访问人",
    hant: "選擇月份和訪問人",
    en: "Choose month and visitor")

  package static let visitsShow = Phrase(
    "visits.show",
    hans: "显示",
    hant: "顯示",
    en: "Show")

  package static let visitsVisitor = Phrase(
    "visits.visitor",
    hans: "访问人",
    hant: "訪問人",
    en: "Visitor")

  package static let visitTitleOne = Phrase(
    "visits.one",
    hans: "走访 {0}",
    hant: "走訪 {0}",
    en: "Visit to {0}")

  package static let visitWordsClosed = Phrase(
    "visits.wordsClosed",
    hans: "业户说的话只给负责处理的岗位看，这里共 {0} 条。",
    hant: "業戶說的話只給負責處理的崗位看，這裡共 {0} 條。",
    en:
      "What the household said is open to those who see to it; there {0?is|are} {0} {0?matter|matters}."
  )

  package static let visitGoesBackTo = Phrase(
    "visits.goesBackTo",
    hans: "回访对象",
    hant: "回訪對象",
    en: "Goes back to")

  package static let visitReturns = Phrase(
    "visits.returns",
    hans: "对它的回访",
    hant: "對它的回訪",
    en: "Return visits to it")

  package static let visitReviewSteps = Phrase(
    "visits.reviewSteps",
    hans: "审核经过",
    hant: "審核經過",
    en: "Review, step by step")

  package static let visitVoidedAt = Phrase(
    "visits.voidedAt",
    hans: "作废时间",
    hant: "作廢時間",
    en: "Voided at")
}
