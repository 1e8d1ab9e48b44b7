extension Phrase {
  package static let noSuchCommand = Phrase(
    "command.noSuch",
    hans: "{1} 没有“{0}”这个命令。{1} --help 列出所有命令。",
    hant: "{1} 沒有「{0}」這個命令。{1} --help 列出所有命令。",
    en: "There is no command “{0}” of {1}. {1} --help lists those there are.")

  package static let commandMissing = Phrase(
    "command.missing",
    hans: "“{0}”之前要先写 {1} 的命令。{1} --help 列出所有命令。",
    hant: "「{0}」之前要先寫 {1} 的命令。{1} --help 列出所有命令。",
    en: "A command of {1} stands before “{0}”. {1} --help lists those there are.")

  package static let consoleNothing = Phrase(
    "console.nothing", hans: "（无）", hant: "（無）", en: "(none)")
  /// Stands before a question with a text of several lines.
  package static let consoleLongText = Phrase(
    "console.longText",
    hans: "可输入多行；空行或单独一个“.”结束。",
    hant: "可輸入多行；空行或單獨一個「.」結束。",
    en: "Several lines are possible; an empty line or a lone “.” ends the text.")
  package static let consoleYesOrNo = Phrase(
    "console.yesOrNo", hans: "（是/否）", hant: "（是/否）", en: "(y/n)")
  package static let consoleNotYesOrNo = Phrase(
    "console.notYesOrNo",
    hans: "请回答“是”或“否”，也可以输入 y 或 n。",
    hant: "請回答「是」或「否」，也可以輸入 y 或 n。",
    en: "Please answer yes or no; y and n will do.")
  package static let consoleNotADate = Phrase(
    "console.notADate",
    hans: "看不懂这个日期。可以输入：今天、昨天、3月5日、2026-03-05。",
    hant: "看不懂這個日期。可以輸入：今天、昨天、3月5日、2026-03-05。",
    en: "This is not a date. Try: today, yesterday, 3/5, 2026-03-05.")
  package static let consoleNotATime = Phrase(
    "console.notATime",
    hans: "看不懂这个时间。可以输入：19:30、1930、晚上7点半。",
    hant: "看不懂這個時間。可以輸入：19:30、1930、晚上7點半。",
    en: "This is not a time. Try: 19:30, 1930, 7:30pm.")
  package static let consoleNotAChoice = Phrase(
    "console.notAChoice",
    hans: "请输入列表中的编号，或名称的开头几个字。",
    hant: "請輸入清單中的編號，或名稱的開頭幾個字。",
    en: "Please type a number from the list, or the beginning of one name.")
  package static let consoleUnreadable = Phrase(
    "console.unreadable",
    hans: "输入的内容不是有效的 UTF-8 文字，或一行太长。",
    hant: "輸入的內容不是有效的 UTF-8 文字，或一行太長。",
    en: "The input is not valid UTF-8 text, or a line is too long.")
}
