// The working calendar, at the office.

extension Phrase {
  package static let helpCalendarShow = Phrase(
    "calendar.helpShow",
    hans: "一年里与平常星期不同的日子",
    hant: "一年裡與平常星期不同的日子",
    en: "The days of a year that differ from the weekly pattern")

  package static let helpCalendarImport = Phrase(
    "calendar.helpImport",
    hans: "导入一年的放假通知",
    hant: "匯入一年的放假通知",
    en: "Load a year's holiday notice")

  package static let helpCalendarDay = Phrase(
    "calendar.helpDay",
    hans: "设定或撤销公司自己的休息日或上班日",
    hant: "設定或撤銷公司自己的休息日或上班日",
    en: "Set or take back a day of the firm's own")

  package static let helpYear = Phrase(
    "calendar.helpYear",
    hans: "年份，例如 2026",
    hant: "年份，例如 2026",
    en: "The year, such as 2026.")

  package static let helpHolidayFile = Phrase(
    "calendar.helpFile",
    hans: "放假通知的 JSON 文件（holiday-cn 的格式）",
    hant: "放假通知的 JSON 檔案（holiday-cn 的格式）",
    en: "The notice as a JSON file, in the form of holiday-cn.")

  package static let helpDayOff = Phrase(
    "calendar.helpOff",
    hans: "这一天休息",
    hant: "這一天休息",
    en: "The day is off.")

  package static let helpDayWorking = Phrase(
    "calendar.helpWorking",
    hans: "这一天上班",
    hant: "這一天上班",
    en: "The day is a working day.")

  package static let helpDayWithdraw = Phrase(
    "calendar.helpWithdraw",
    hans: "撤销公司自己的设定",
    hant: "撤銷公司自己的設定",
    en: "Take the firm's own word back.")

  package static let helpDayName = Phrase(
    "calendar.helpName",
    hans: "这一天叫什么，例如 司庆",
    hant: "這一天叫什麼，例如 司慶",
    en: "What the day is called.")

  package static let labelDay = Phrase(
    "calendar.labelDay",
    hans: "这一天",
    hant: "這一天",
    en: "Day")

  package static let labelDayName = Phrase(
    "calendar.labelDayName",
    hans: "名称",
    hant: "名稱",
    en: "Name")

  package static let dayOff = Phrase(
    "calendar.dayOff",
    hans: "休息",
    hant: "休息",
    en: "off")

  package static let dayWorking = Phrase(
    "calendar.dayWorking",
    hans: "上班",
    hant: "上班",
    en: "working")

  package static let dayOffFirm = Phrase(
    "calendar.dayOffFirm",
    hans: "休息（公司自定）",
    hant: "休息（公司自訂）",
    en: "off, the firm's own")

  package static let dayWorkingFirm = Phrase(
    "calendar.dayWorkingFirm",
    hans: "上班（公司自定）",
    hant: "上班（公司自訂）",
    en: "working, the firm's own")

  package static let dayOneOf = Phrase(
    "calendar.dayOneOf",
    hans: "请在 --off、--working、--withdraw 中选一个。",
    hant: "請在 --off、--working、--withdraw 中選一個。",
    en: "Say one of --off, --working and --withdraw.")

  package static let yearUnknown = Phrase(
    "calendar.yearUnknown",
    hans: "{0} 年还没有放假通知：只按星期计算，到期日是暂定的。有了通知请用 rounds-server calendar import 导入。",
    hant: "{0} 年還沒有放假通知：只按星期計算，到期日是暫定的。有了通知請用 rounds-server calendar import 匯入。",
    en:
      "There is no holiday notice for {0} yet: dates go by the weekly pattern alone and are provisional. Load the notice with rounds-server calendar import when it is out."
  )

  package static let noticeSource = Phrase(
    "calendar.noticeSource",
    hans: "导入的通知：{0}",
    hant: "匯入的通知：{0}",
    en: "Loaded from the notice: {0}")

  package static let noticeEmpty = Phrase(
    "calendar.noticeEmpty",
    hans: "{0} 年的文件里一天也没有：通知还没有公布。什么也没有改动。",
    hant: "{0} 年的檔案裡一天也沒有：通知還沒有公布。什麼也沒有改動。",
    en: "The file for {0} names no day: the notice is not out yet. Nothing was changed.")

  package static let noticeNotJSON = Phrase(
    "calendar.noticeNotJSON",
    hans: "{0} 第 {1} 行第 {2} 列不是有效的 JSON。什么也没有改动。",
    hant: "{0} 第 {1} 行第 {2} 列不是有效的 JSON。什麼也沒有改動。",
    en: "{0}: not JSON at line {1}, column {2}. Nothing was changed.")

  package static let noticeMember = Phrase(
    "calendar.noticeMember",
    hans: "{0}：{1} 缺失或不对。需要 year、papers 和 days，每天有 date、isOffDay 和 name。什么也没有改动。",
    hant: "{0}：{1} 缺失或不對。需要 year、papers 和 days，每天有 date、isOffDay 和 name。什麼也沒有改動。",
    en:
      "{0}: {1} is missing or wrong. There must be year, papers and days, each day with date, isOffDay and name. Nothing was changed."
  )

  package static let noticeDays = Phrase(
    "calendar.noticeDays",
    hans: "{0}：{1} 年的日子重复，或离这一年太远。什么也没有改动。",
    hant: "{0}：{1} 年的日子重複，或離這一年太遠。什麼也沒有改動。",
    en: "{0}: a day is named twice, or lies too far from the year {1}. Nothing was changed.")
}
