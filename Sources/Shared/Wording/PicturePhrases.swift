// Pictures: what they are called, what is to be seen in them, and the words in them.

extension Phrase {
  package static let pictureBuilding = Phrase(
    "picture.building",
    hans: "楼栋",
    hant: "樓棟",
    en: "Building")

  package static let pictureFloor = Phrase(
    "picture.floor",
    hans: "楼层",
    hant: "樓層",
    en: "Floor")

  package static let pictureOtherFloor = Phrase(
    "picture.floor.other",
    hans: "其他",
    hant: "其他",
    en: "other")

  package static let pictureVisitedByBoth = Phrase(
    "picture.visitedByBoth",
    hans: "双方都走访",
    hant: "雙方都走訪",
    en: "visited by both")

  package static let pictureMapTitle = Phrase(
    "picture.map",
    hans: "第 {0} 轮，{1} 栋",
    hant: "第 {0} 輪，{1} 棟",
    en: "Round {0}, building {1}")

  package static let pictureMapTitleNoBuilding = Phrase(
    "picture.map.noBuilding",
    hans: "第 {0} 轮，没有楼栋的房屋",
    hant: "第 {0} 輪，沒有樓棟的房屋",
    en: "Round {0}, units of no building")

  package static let pictureMapWords = Phrase(
    "picture.map.words",
    hans: "每格一户，按楼层排列，共 {0} 户：{1}。",
    hant: "每格一戶，按樓層排列，共 {0} 戶：{1}。",
    en: "One cell a household, floor by floor, {0} in all: {1}.")

  package static let pictureUnits = Phrase(
    "picture.units",
    hans: "{0}：逐户",
    hant: "{0}：逐戶",
    en: "{0}: each household")

  package static let pictureQuotaWords = Phrase(
    "picture.quota.words",
    hans: "共 {0} 条：达到指标 {1} 条，未达到 {2} 条，不详 {3} 条。竖线是指标。",
    hant: "共 {0} 條：達到指標 {1} 條，未達到 {2} 條，不詳 {3} 條。豎線是指標。",
    en: "{0} {0?bar|bars}: {1} at the quota, {2} below it, {3} unknown. The upright line is the "
      + "quota.")

  package static let pictureReached = Phrase(
    "picture.reached",
    hans: "达到指标",
    hant: "達到指標",
    en: "at the quota")

  package static let pictureBelow = Phrase(
    "picture.below",
    hans: "未达到指标",
    hant: "未達到指標",
    en: "below the quota")

  package static let pictureLineWords = Phrase(
    "picture.line.words",
    hans: "{0} 至 {1}，最低 {2}，最高 {3}，{4} 个月不详。",
    hant: "{0} 至 {1}，最低 {2}，最高 {3}，{4} 個月不詳。",
    en: "{0} to {1}; lowest {2}, highest {3}; {4} {4?month|months} unknown.")

  package static let pictureLineUnknown = Phrase(
    "picture.line.unknown",
    hans: "没有已知的数字。",
    hant: "沒有已知的數字。",
    en: "No figure is known.")

  package static let pictureHeatWords = Phrase(
    "picture.heat.words",
    hans: "颜色越深，数目越多。最多的是 {0}／{1}：{2}。",
    hant: "顏色越深，數目越多。最多的是 {0}／{1}：{2}。",
    en: "The darker, the more. The most: {0} / {1}, {2}.")

  package static let pictureHeatNone = Phrase(
    "picture.heat.none",
    hans: "没有大于零的已知数字。",
    hant: "沒有大於零的已知數字。",
    en: "No known figure is above zero.")

  package static let pictureTimeWords = Phrase(
    "picture.time.words",
    hans: "按时 {0}，迟办 {1}，逾期 {2}。",
    hant: "按時 {0}，遲辦 {1}，逾期 {2}。",
    en: "In time {0}, late {1}, overdue {2}.")

  package static let pictureNothing = Phrase(
    "picture.nothing",
    hans: "没有可画的内容。",
    hant: "沒有可畫的內容。",
    en: "There is nothing to draw.")
}
