// What the pages say where two sides stand beside each other, where a settlement is undone, and where a form
// comes from a page that is no longer true.

extension Phrase {
  package static let sidesNumber = Phrase(
    "sides.number",
    hans: "值 {0}",
    hant: "值 {0}",
    en: "Value {0}")

  package static let sidesFromTo = Phrase(
    "sides.fromTo",
    hans: "{0} → {1}",
    hant: "{0} → {1}",
    en: "{0} → {1}")

  package static let sidesDifferences = Phrase(
    "sides.differences",
    hans: "不同之处",
    hant: "不同之處",
    en: "What differs")

  package static let sidesNoDifference = Phrase(
    "sides.noDifference",
    hans: "可以比较的内容都相同。",
    hant: "可以比較的內容都相同。",
    en: "Nothing differs of what can be compared.")

  package static let sidesHidden = Phrase(
    "sides.hidden",
    hans: "住户说的话没有比较：这些内容不对您开放。",
    hant: "住戶說的話沒有比較：這些內容不對您開放。",
    en: "What was said is not compared: it is not open to you.")

  package static let sidesHeard = Phrase(
    "sides.heard",
    hans: "此前最后一次与服务器交换（有据可查的）",
    hant: "此前最後一次與伺服器交換（有據可查的）",
    en: "Last exchange with the office before, as far as recorded")

  package static let sidesHeardNever = Phrase(
    "sides.heardNever",
    hans: "此前没有记录",
    hant: "此前沒有記錄",
    en: "none on record")

  package static let sidesHeardUnknown = Phrase(
    "sides.heardUnknown",
    hans: "不详：所写的回执不在给这台电脑的回执之中",
    hant: "不詳：所寫的回執不在給這台電腦的回執之中",
    en: "not known: the receipt it names is not among those given to this laptop")

  package static let sidesAtOffice = Phrase(
    "sides.atOffice",
    hans: "在服务器上写的",
    hant: "在伺服器上寫的",
    en: "written at the office")

  package static let sidesSeen = Phrase(
    "sides.seen",
    hans: "写的时候看到过这条记录的其他改动",
    hant: "寫的時候看到過這條記錄的其他改動",
    en: "Other changes of the record seen before writing")

  package static let sidesSeenOf = Phrase(
    "sides.seenOf",
    hans: "{1} 个中的 {0} 个",
    hant: "{1} 個中的 {0} 個",
    en: "{0} of {1}")

  package static let sidesKnew = Phrase(
    "sides.knew",
    hans: "对其他值能知道什么",
    hant: "對其他值能知道什麼",
    en: "What could be known of the others")

  package static let sidesKnewIt = Phrase(
    "sides.knewIt",
    hans: "{0}：看到过",
    hant: "{0}：看到過",
    en: "{0}: had been seen")

  package static let sidesNotThere = Phrase(
    "sides.notThere",
    hans: "{0}：没有看到，它 {1} 才到服务器",
    hant: "{0}：沒有看到，它 {1} 才到伺服器",
    en: "{0}: had not been seen; it reached the office only at {1}")

  package static let sidesNotFetched = Phrase(
    "sides.notFetched",
    hans: "{0}：没有看到，尽管它 {1} 起就在服务器上",
    hant: "{0}：沒有看到，儘管它 {1} 起就在伺服器上",
    en: "{0}: had not been seen, although it lay at the office since {1}")

  package static let sidesDrawnAt = Phrase(
    "sides.drawnAt",
    hans: "抽样时间",
    hant: "抽樣時間",
    en: "Drawn")

  package static let sidesKnewAtDraw = Phrase(
    "sides.knewAtDraw",
    hans: "抽样时电脑上已有",
    hant: "抽樣時電腦上已有",
    en: "On the laptop when it was drawn")

  package static let sidesThere = Phrase(
    "sides.there",
    hans: "录入时其他访问在不在服务器上",
    hant: "錄入時其他訪問在不在伺服器上",
    en: "At the office when it was entered")

  package static let sidesDrawOf = Phrase(
    "sides.drawOf",
    hans: "{0}的抽样",
    hant: "{0}的抽樣",
    en: "the draw of {0}")

  package static let sidesReachedBefore = Phrase(
    "sides.reachedBefore",
    hans: "{0}：已在（{1} 收到）",
    hant: "{0}：已在（{1} 收到）",
    en: "{0}: yes, since {1}")

  package static let sidesReachedLater = Phrase(
    "sides.reachedLater",
    hans: "{0}：还没有（{1} 才收到）",
    hant: "{0}：還沒有（{1} 才收到）",
    en: "{0}: not yet, only at {1}")

  package static let sidesHistory = Phrase(
    "sides.history",
    hans: "全部裁定",
    hant: "全部裁定",
    en: "All decisions")

  package static let sidesAbout = Phrase(
    "sides.about",
    hans: "关于",
    hant: "關於",
    en: "About")

  package static let sidesTakenBack = Phrase(
    "sides.takenBack",
    hans: "撤回了裁定",
    hant: "撤回了裁定",
    en: "decision taken back")

  package static let sidesClosedAt = Phrase(
    "sides.closedAt",
    hans: "办结",
    hant: "辦結",
    en: "Closed")

  // MARK: Settled conflicts

  package static let sidesSettledTitle = Phrase(
    "sides.settledTitle",
    hans: "已解决的冲突",
    hant: "已解決的衝突",
    en: "Settled conflicts")

  package static let sidesSettledOne = Phrase(
    "sides.settledOne",
    hans: "{0} 已解决的冲突",
    hant: "{0} 已解決的衝突",
    en: "Settled conflict at {0}")

  package static let sidesChosen = Phrase(
    "sides.chosen",
    hans: "采用的值",
    hant: "採用的值",
    en: "Value taken")

  package static let sidesSettledBy = Phrase(
    "sides.settledBy",
    hans: "解决人",
    hant: "解決人",
    en: "Settled by")

  package static let sidesStands = Phrase(
    "sides.stands",
    hans: "采用的值仍然有效",
    hant: "採用的值仍然有效",
    en: "the value taken still stands")

  package static let sidesOvertaken = Phrase(
    "sides.overtaken",
    hans: "后来有人又改了这个字段",
    hant: "後來有人又改了這個欄位",
    en: "somebody has changed the field since")

  package static let sidesStateUndone = Phrase(
    "sides.undone",
    hans: "已被撤销",
    hant: "已被撤銷",
    en: "undone")

  package static let sidesStateUndoing = Phrase(
    "sides.undoing",
    hans: "撤销了另一次解决",
    hant: "撤銷了另一次解決",
    en: "undoes another")

  package static let sidesThat = Phrase(
    "sides.that",
    hans: "那一次",
    hant: "那一次",
    en: "that one")

  package static let sidesUndo = Phrase(
    "sides.undo",
    hans: "撤销",
    hant: "撤銷",
    en: "Undo it")

  package static let sidesUndoNote = Phrase(
    "sides.undoNote",
    hans: "撤销之后另一个值重新有效。什么都不会删除，撤销本身也能撤销；写过这些值的人和解决冲突的人都会收到通知。",
    hant: "撤銷之後另一個值重新有效。什麼都不會刪除，撤銷本身也能撤銷；寫過這些值的人和解決衝突的人都會收到通知。",
    en:
      "Another value stands again then. Nothing is deleted, and an undoing can be undone; whoever wrote the "
      + "values, and whoever settled the conflict, is told.")

  package static let sidesUndoLegend = Phrase(
    "sides.undoLegend",
    hans: "让另一个值重新有效",
    hant: "讓另一個值重新有效",
    en: "Let another value stand again")

  package static let sidesUndoChoice = Phrase(
    "sides.undoChoice",
    hans: "重新有效的值",
    hant: "重新有效的值",
    en: "The value to stand again")

  package static let undoNothing = Phrase(
    "undo.nothing",
    hans: "没有这样一次解决。",
    hant: "沒有這樣一次解決。",
    en: "There is no such settlement.")

  package static let undoNoSuchValue = Phrase(
    "undo.noSuchValue",
    hans: "所选的值不是当时显示的其他值之一。",
    hant: "所選的值不是當時顯示的其他值之一。",
    en: "The chosen value is none of the others that were shown then.")

  package static let undoOvertaken = Phrase(
    "undo.overtaken",
    hans: "解决之后这个字段又有了改动，或已经撤销过；撤销会盖住后来写的内容。",
    hant: "解決之後這個欄位又有了改動，或已經撤銷過；撤銷會蓋住後來寫的內容。",
    en:
      "The field was changed since it was settled, or the settlement was undone already; undoing would "
      + "overwrite what was written later.")

  package static let undoOvertakenCure = Phrase(
    "undo.overtaken.cure",
    hans: "请查看现在的值；需要时直接更正那条记录。",
    hant: "請查看現在的值；需要時直接更正那條記錄。",
    en: "Look at the present value, and correct the record itself where that is needed.")

  // MARK: A page that is no longer true

  package static let staleTitle = Phrase(
    "stale.title",
    hans: "您打开页面之后的改动",
    hant: "您打開頁面之後的改動",
    en: "What changed since you opened the page")

  package static let staleNote = Phrase(
    "stale.note",
    hans: "您填的内容没有保存，别人的改动也没有被盖住。请看过之后再决定。",
    hant: "您填的內容沒有保存，別人的改動也沒有被蓋住。請看過之後再決定。",
    en:
      "Nothing of yours was saved, and nothing of others was overwritten. Look at it, then decide again."
  )

  package static let staleField = Phrase(
    "stale.field",
    hans: "{0} · {1}：{2}",
    hant: "{0} · {1}：{2}",
    en: "{0} · {1}: {2}")

  package static let staleChanged = Phrase(
    "stale.changed",
    hans: "{0}有改动：{1}",
    hant: "{0}有改動：{1}",
    en: "{0} changed: {1}")

  package static let staleBy = Phrase(
    "stale.by",
    hans: "{0}，{1}",
    hant: "{0}，{1}",
    en: "{0}, {1}")

  package static let staleByLater = Phrase(
    "stale.byLater",
    hans: "{0}，{1}（{2} 到服务器）",
    hant: "{0}，{1}（{2} 到伺服器）",
    en: "{0}, {1} (at the office {2})")

  package static let staleMore = Phrase(
    "stale.more",
    hans: "另外还有 {0} 处改动。",
    hant: "另外還有 {0} 處改動。",
    en: "And {0} more {0?change|changes}.")

  package static let staleTyped = Phrase(
    "stale.typed",
    hans: "您填写的文字",
    hant: "您填寫的文字",
    en: "What you typed")
}
