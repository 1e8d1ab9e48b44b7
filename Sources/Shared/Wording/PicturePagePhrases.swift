// What the pages say around their pictures, and of the map of a round.

extension Phrase {
  package static let pictureDrawn = Phrase(
    "picture.drawn",
    hans: "抽中待访",
    hant: "抽中待訪",
    en: "drawn, not yet visited")

  package static let pictureMapPart = Phrase(
    "picture.map.part",
    hans: "第 {0} 轮，{1} 栋（第 {2} 部分，共 {3} 部分）",
    hant: "第 {0} 輪，{1} 棟（第 {2} 部分，共 {3} 部分）",
    en: "Round {0}, building {1} (part {2} of {3})")

  package static let pictureMapPartNoBuilding = Phrase(
    "picture.map.part.noBuilding",
    hans: "第 {0} 轮，没有楼栋的房屋（第 {1} 部分，共 {2} 部分）",
    hant: "第 {0} 輪，沒有樓棟的房屋（第 {1} 部分，共 {2} 部分）",
    en: "Round {0}, units of no building (part {1} of {2})")

  package static let pictureMapOutlined = Phrase(
    "picture.map.outlined",
    hans: "粗框的是 {0}。",
    hant: "粗框的是 {0}。",
    en: "Outlined: {0}.")

  package static let pictureNoBuilding = Phrase(
    "picture.noBuilding",
    hans: "没有楼栋",
    hant: "沒有樓棟",
    en: "no building")

  package static let pictureNoQuota = Phrase(
    "picture.noQuota",
    hans: "没有指标",
    hant: "沒有指標",
    en: "no quota")

  package static let pictureQuotaFree = Phrase(
    "picture.quota.free",
    hans: "没有指标的 {0} 条。",
    hant: "沒有指標的 {0} 條。",
    en: "Without a quota: {0}.")

  package static let pictureQuotaTitle = Phrase(
    "picture.quota.title",
    hans: "{0} 指标与计入",
    hant: "{0} 指標與計入",
    en: "Quota and visits counted, {0}")

  package static let pictureMonthsTitle = Phrase(
    "picture.months.title",
    hans: "至 {0} 的各月：计入与指标",
    hant: "至 {0} 的各月：計入與指標",
    en: "Months up to {0}: visits counted and quota")

  package static let pictureTopicsTitle = Phrase(
    "picture.topics.title",
    hans: "{0} 住户的意见与需求：主题与类别",
    hant: "{0} 住戶的意見與需求：主題與類別",
    en: "What households said, {0}: topics and kinds")

  package static let pictureNoFrame = Phrase(
    "picture.noFrame",
    hans: "那个月的户数基数没有记下",
    hant: "那個月的戶數基數沒有記下",
    en: "no count of households was taken for that month")

  package static let pictureNoRecords = Phrase(
    "picture.noRecords",
    hans: "没有那个月的记录",
    hant: "沒有那個月的記錄",
    en: "nothing of that month is on record")

  package static let roundMapTitle = Phrase(
    "picture.round.title",
    hans: "{0}：第 {1} 轮走访图",
    hant: "{0}：第 {1} 輪走訪圖",
    en: "{0}: map of round {1}")

  package static let roundMapLink = Phrase(
    "picture.round.link",
    hans: "第 {0} 轮走访图",
    hant: "第 {0} 輪走訪圖",
    en: "Map of round {0}")

  package static let roundMapBuildings = Phrase(
    "picture.round.buildings",
    hans: "第 {0} 轮：各楼栋",
    hant: "第 {0} 輪：各樓棟",
    en: "Round {0}: the buildings")

  package static let roundMapPart = Phrase(
    "picture.round.part",
    hans: "第 {0} 部分，共 {1} 部分",
    hant: "第 {0} 部分，共 {1} 部分",
    en: "Part {0} of {1}")

  package static let roundMapUnplaced = Phrase(
    "picture.round.unplaced",
    hans: "房号不详、画不到图上的住户：{0} 户。",
    hant: "房號不詳、畫不到圖上的住戶：{0} 戶。",
    en: "Households whose unit is not known, which are on no map: {0}.")
}
