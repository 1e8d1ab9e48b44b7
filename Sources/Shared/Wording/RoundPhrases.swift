// Rounds that close, draws that are given up, slots, and households that are not to be visited.

extension Phrase {
  package static let roundStillOpen = Phrase(
    "office.round.open",
    hans: "第 {0} 轮还有 {1} 户没有走访，不能结束。",
    hant: "第 {0} 輪還有 {1} 戶沒有走訪，不能結束。",
    en: "Round {0} still has {1} {1?household|households} to visit; it cannot be closed.")

  package static let roundStillOpenCure = Phrase(
    "office.round.open.cure",
    hans: "请先走访这些住户，或记录拒访、多次无人在家、已搬走，或标明不宜走访。",
    hant: "請先走訪這些住戶，或記錄拒訪、多次無人在家、已搬走，或標明不宜走訪。",
    en: "Visit them first, or record that they refused, were missed often enough, moved away, "
      + "or are not to be visited.")

  package static let roundEmpty = Phrase(
    "office.round.empty",
    hans: "第 {0} 轮还没有走访过任何住户。",
    hant: "第 {0} 輪還沒有走訪過任何住戶。",
    en: "In round {0} nobody was visited yet.")

  package static let roundEmptyCure = Phrase(
    "office.round.empty.cure",
    hans: "没有住户的一轮没有什么可结束的。",
    hant: "沒有住戶的一輪沒有什麼可結束的。",
    en: "There is nothing to close.")

  package static let roundLast = Phrase(
    "office.round.last",
    hans: "轮次不能超过 {0}。",
    hant: "輪次不能超過 {0}。",
    en: "There cannot be more than {0} rounds.")

  package static let roundClosed = Phrase(
    "office.round.closed",
    hans: "第 {0} 轮已结束，第 {1} 轮开始。",
    hant: "第 {0} 輪已結束，第 {1} 輪開始。",
    en: "Round {0} is closed; round {1} has begun.")

  package static let slotsBad = Phrase(
    "office.slots.bad",
    hans: "抽样席位的名称不能为空，也不能重复。",
    hant: "抽樣席位的名稱不能為空，也不能重複。",
    en: "A slot needs a name, and no two slots may have the same.")

  package static let slotOfStranger = Phrase(
    "office.slots.stranger",
    hans: "席位 {0} 的人不在这个小区工作。",
    hant: "席位 {0} 的人不在這個小區工作。",
    en: "The person of slot {0} does not work at this site.")

  package static let slotFormat = Phrase(
    "office.slots.format",
    hans: "席位要写成 名称=人员：{0}",
    hant: "席位要寫成 名稱=人員：{0}",
    en: "A slot is written NAME=PERSON: {0}")

  package static let slotsSet = Phrase(
    "office.slots.set",
    hans: "席位表第 {0} 版已记录；电脑同步后生效。",
    hant: "席位表第 {0} 版已記錄；電腦同步後生效。",
    en: "Slot list {0} is recorded; it holds on each laptop from its next sync.")

  package static let restrictionReasonMissing = Phrase(
    "office.restrict.reason",
    hans: "请用 --reason 写明为什么不宜走访（一行以内）。",
    hant: "請用 --reason 寫明為什麼不宜走訪（一行以內）。",
    en: "Say in --reason, on one line, why the household is not to be visited.")

  package static let noHouseholdInUnit = Phrase(
    "office.restrict.nobody",
    hans: "{0} 没有登记住户。",
    hant: "{0} 沒有登記住戶。",
    en: "Nobody is recorded to live in {0}.")

  package static let restricted = Phrase(
    "office.restrict.done",
    hans: "{0} 已标明不宜走访：不再抽中，本轮也不等它。",
    hant: "{0} 已標明不宜走訪：不再抽中，本輪也不等它。",
    en: "{0} is marked not to be visited: it is drawn no more and no round waits for it.")

  package static let allowed = Phrase(
    "office.restrict.lifted",
    hans: "{0} 又可以走访了。",
    hant: "{0} 又可以走訪了。",
    en: "{0} may be visited again.")

  package static let drawStandsNoLonger = Phrase(
    "field.draw.ended",
    hans: "这次抽样已经不再有效。",
    hant: "這次抽樣已經不再有效。",
    en: "This draw stands no longer.")

  package static let drawGivenUp = Phrase(
    "field.draw.givenUp",
    hans: "抽样 {0} 已放弃；没走访的住户可以再被抽中。",
    hant: "抽樣 {0} 已放棄；沒走訪的住戶可以再被抽中。",
    en: "Draw {0} is given up; whoever was not visited may be drawn again.")

  package static let codeRestrictedStatus = Phrase(
    "code.restricted",
    hans: "不宜走访",
    hant: "不宜走訪",
    en: "not to be visited")

  package static let codeDrawStanding = Phrase(
    "code.draw.standing",
    hans: "有效",
    hant: "有效",
    en: "standing")

  package static let codeDrawReleased = Phrase(
    "code.draw.released",
    hans: "已放弃",
    hant: "已放棄",
    en: "released")

  package static let codeDrawCancelled = Phrase(
    "code.draw.cancelled",
    hans: "已作废",
    hant: "已作廢",
    en: "cancelled")

  package static let codeDrawExpired = Phrase(
    "code.draw.expired",
    hans: "已过期",
    hant: "已過期",
    en: "expired")

  package static let codeReplaced = Phrase(
    "code.entry.replaced",
    hans: "已由候补代替",
    hant: "已由候補代替",
    en: "replaced by a reserve")

  package static let codeGivenBack = Phrase(
    "code.entry.released",
    hans: "已放回",
    hant: "已放回",
    en: "given back")

  package static let codeRoundClosed = Phrase(
    "code.round.closed",
    hans: "已结束",
    hant: "已結束",
    en: "closed")

  package static let labelDone = Phrase(
    "label.done",
    hans: "已走访",
    hant: "已走訪",
    en: "Done")

  package static let labelOpenCount = Phrase(
    "label.openCount",
    hans: "待走访",
    hant: "待走訪",
    en: "Open")

  package static let labelRestrictedCount = Phrase(
    "label.restrictedCount",
    hans: "不宜走访",
    hant: "不宜走訪",
    en: "Not to visit")

  package static let labelCarriedOver = Phrase(
    "label.carriedOver",
    hans: "上轮遗留",
    hant: "上輪遺留",
    en: "Carried over")

  package static let labelClosedRounds = Phrase(
    "label.closedRounds",
    hans: "已结束的轮次",
    hant: "已結束的輪次",
    en: "Closed rounds")

  package static let labelSlot = Phrase(
    "label.slot",
    hans: "席位",
    hant: "席位",
    en: "Slot")

  package static let labelVersion = Phrase(
    "label.version",
    hans: "版本",
    hant: "版本",
    en: "Version")

  package static let labelDrawnCount = Phrase(
    "label.drawnCount",
    hans: "抽中",
    hant: "抽中",
    en: "Drawn")

  package static let labelOutcome = Phrase(
    "label.outcome",
    hans: "结果",
    hant: "結果",
    en: "Outcome")

  package static let labelReplaces = Phrase(
    "label.replaces",
    hans: "代替第",
    hant: "代替第",
    en: "Stands in for")

  package static let labelReplay = Phrase(
    "label.replay",
    hans: "可重演",
    hant: "可重演",
    en: "Replays")

  package static let labelCondition = Phrase(
    "label.condition",
    hans: "条件",
    hant: "條件",
    en: "Condition")

  package static let labelShare = Phrase(
    "label.share",
    hans: "走访比例",
    hant: "走訪比例",
    en: "Share of households")

  package static let helpDrawList = Phrase(
    "help.drawList",
    hans: "列出这个小区的抽样",
    hant: "列出這個小區的抽樣",
    en: "List the site's draws")

  package static let helpDrawShow = Phrase(
    "help.drawShow",
    hans: "一次抽样和每户的结果",
    hant: "一次抽樣和每戶的結果",
    en: "One draw and what became of each household")

  package static let helpDrawRelease = Phrase(
    "help.drawRelease",
    hans: "放弃一次抽样：没走访的住户可再被抽中",
    hant: "放棄一次抽樣：沒走訪的住戶可再被抽中",
    en: "Give a draw up: whoever was not visited may be drawn again")

  package static let helpDrawCancel = Phrase(
    "help.drawCancel",
    hans: "作废一次抽错的抽样",
    hant: "作廢一次抽錯的抽樣",
    en: "Cancel a draw that was wrong")

  package static let helpDrawArgument = Phrase(
    "help.drawArgument",
    hans: "抽样编号的开头（至少 6 位）",
    hant: "抽樣編號的開頭（至少 6 位）",
    en: "The beginning of a draw's id (6 characters or more)")

  package static let helpRoundGroup = Phrase(
    "help.roundGroup",
    hans: "走访的轮次",
    hant: "走訪的輪次",
    en: "Rounds of visits")

  package static let helpRoundList = Phrase(
    "help.roundList",
    hans: "各小区现在的一轮走到哪里",
    hant: "各小區現在的一輪走到哪裡",
    en: "How far each site's present round is")

  package static let helpRoundClose = Phrase(
    "help.roundClose",
    hans: "结束一个小区的一轮并开始下一轮",
    hant: "結束一個小區的一輪並開始下一輪",
    en: "Close a site's round and begin the next")

  package static let helpSlotGroup = Phrase(
    "help.slotGroup",
    hans: "谁的电脑可以抽样",
    hant: "誰的電腦可以抽樣",
    en: "Whose laptops may draw")

  package static let helpSlotList = Phrase(
    "help.slotList",
    hans: "列出一个小区的抽样席位",
    hant: "列出一個小區的抽樣席位",
    en: "List a site's slots")

  package static let helpSlotSet = Phrase(
    "help.slotSet",
    hans: "记录一个小区新的席位表",
    hant: "記錄一個小區新的席位表",
    en: "Record a new slot list for a site")

  package static let helpSlotArgument = Phrase(
    "help.slotArgument",
    hans: "席位和人员：名称=人员，可写多个",
    hant: "席位和人員：名稱=人員，可寫多個",
    en: "A slot and its person, NAME=PERSON; several may follow")

  package static let helpRestrict = Phrase(
    "help.restrict",
    hans: "标明一户不宜走访",
    hant: "標明一戶不宜走訪",
    en: "Mark a household not to be visited")

  package static let helpAllow = Phrase(
    "help.allow",
    hans: "取消不宜走访的标记",
    hant: "取消不宜走訪的標記",
    en: "Lift the mark that a household is not to be visited")

  package static let helpUnitArgument = Phrase(
    "help.unitArgument",
    hans: "房号",
    hant: "房號",
    en: "Unit code")

  package static let helpBy = Phrase(
    "help.by",
    hans: "由谁决定（姓名或编号）",
    hant: "由誰決定（姓名或編號）",
    en: "Who decides (name or id)")
}
