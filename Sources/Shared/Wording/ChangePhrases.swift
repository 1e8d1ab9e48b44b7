// What the laptop's program says when a record is changed, or may not be.

extension Phrase {
  package static let conflictUnseen = Phrase(
    "field.conflictUnseen",
    hans: "有两个人在互不知情时改过它（{0}，字段 {1}）。现在保存会悄悄去掉其中一个值。",
    hant: "有兩個人在互不知情時改過它（{0}，欄位 {1}）。現在保存會悄悄去掉其中一個值。",
    en: "Two people changed it without knowing of each other ({0}, field {1}). Saving now would "
      + "silently drop one of the values.")

  package static let conflictUnseenCure = Phrase(
    "field.conflictUnseen.cure",
    hans: "请先用 rounds conflicts show {0} 看过全部的值；签名可带上它的 saw 值再保存（--saw），"
      + "其他的请告诉公司。",
    hant: "請先用 rounds conflicts show {0} 看過全部的值；簽名可帶上它的 saw 值再保存（--saw），"
      + "其他的請告訴公司。",
    en:
      "Look at all values first: rounds conflicts show {0}. A signature can then be saved with its "
      + "saw token (--saw); tell the office about anything else.")

  package static let visitAlreadySaved = Phrase(
    "field.visitAlreadySaved",
    hans: "这次走访已经保存过了（{0}），没有再存一次。",
    hant: "這次走訪已經保存過了（{0}），沒有再存一次。",
    en: "This visit was saved already ({0}); it was not saved twice.")

  package static let noteEmpty = Phrase(
    "field.noteEmpty",
    hans: "保密记录没有内容，没有保存。",
    hant: "保密記錄沒有內容，沒有保存。",
    en: "The note says nothing; it was not saved.")

  package static let agreedInFuture = Phrase(
    "field.agreedInFuture",
    hans: "约定的时刻在将来，还不能算已经约好。",
    hant: "約定的時刻在將來，還不能算已經約好。",
    en: "The moment of the agreement lies ahead; nothing has been agreed yet.")

  package static let agreedInFutureCure = Phrase(
    "field.agreedInFuture.cure",
    hans: "请核对 --agreed-at 和电脑的时钟；--from 和 --to 才是约定的到访时间。",
    hant: "請核對 --agreed-at 和電腦的時鐘；--from 和 --to 才是約定的到訪時間。",
    en: "Check --agreed-at and the clock of this laptop; --from and --to are the agreed window.")

  package static let attemptInFuture = Phrase(
    "field.attemptInFuture",
    hans: "记录的时间在将来。",
    hant: "記錄的時間在將來。",
    en: "The time given lies ahead.")

  package static let attemptInFutureCure = Phrase(
    "field.attemptInFuture.cure",
    hans: "请核对 --at 和电脑的时钟。",
    hant: "請核對 --at 和電腦的時鐘。",
    en: "Check --at and the clock of this laptop.")

  package static let earlierOfAnother = Phrase(
    "field.earlierOfAnother",
    hans: "{0} 不是 {1} 的事项：回访只能对应同一户的走访或意见。",
    hant: "{0} 不是 {1} 的事項：回訪只能對應同一戶的走訪或意見。",
    en: "{0} is not about {1}: a return visit goes back to a visit or opinion of the same "
      + "household.")

  package static let earlierVoided = Phrase(
    "field.earlierVoided",
    hans: "{0} 的走访已作废，不能再对应。",
    hant: "{0} 的走訪已作廢，不能再對應。",
    en: "The visit of {0} was voided; nothing can go back to it.")

  package static let earlierIsLater = Phrase(
    "field.earlierIsLater",
    hans: "{0} 的走访开始于 {1}，晚于这次。",
    hant: "{0} 的走訪開始於 {1}，晚於這次。",
    en: "The visit of {0} began at {1}, after this one.")

  package static let askSave = Phrase(
    "command.askSave",
    hans: "保存？（是/否）",
    hant: "保存？（是/否）",
    en: "Save it? (yes/no)")

  package static let askVoid = Phrase(
    "command.askVoid",
    hans: "作废这次走访？（是/否）",
    hant: "作廢這次走訪？（是/否）",
    en: "Void this visit? (yes/no)")

  package static let askNewValue = Phrase(
    "command.askNewValue",
    hans: "新的值（{0}）：",
    hant: "新的值（{0}）：",
    en: "New value ({0}):")

  package static let askNewText = Phrase(
    "command.askNewText",
    hans: "新的内容（单独一行 . 结束）：",
    hant: "新的內容（單獨一行 . 結束）：",
    en: "New text (a line with . ends it):")

  package static let labelSawOpinion = Phrase(
    "label.labelSawOpinion",
    hans: "saw（意见 {0}）",
    hant: "saw（意見 {0}）",
    en: "Saw token, opinion {0}")

  package static let helpNotApplicable = Phrase(
    "help.helpNotApplicable",
    hans: "不适用签名：电话访问",
    hant: "不適用簽名：電話訪問",
    en: "It does not apply: a call.")

  package static let optionsWithFrom = Phrase(
    "command.optionsWithFrom",
    hans: "--from 已经描述了整次走访，不能再加别的选项。请写进文件，或去掉 --from。",
    hant: "--from 已經描述了整次走訪，不能再加別的選項。請寫進檔案，或去掉 --from。",
    en: "--from describes the whole visit; no other option goes with it. Write it into the file, "
      + "or leave --from out.")
}
