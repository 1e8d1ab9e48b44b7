// Tables: what stands around them, and why the address of one is refused.

extension Phrase {
  package static let listCountedAt = Phrase(
    "list.listCountedAt",
    hans: "{0} 统计",
    hant: "{0} 統計",
    en: "counted at {0}")

  package static let listAtLeast = Phrase(
    "list.listAtLeast",
    hans: "至少 {0}",
    hant: "至少 {0}",
    en: "at least {0}")

  package static let listUnknown = Phrase(
    "list.listUnknown",
    hans: "不详",
    hant: "不詳",
    en: "unknown")

  package static let listUnknownKey = Phrase(
    "list.listUnknownKey",
    hans: "网址里的“{0}”不是这个列表的参数。可用的参数：{1}。",
    hant: "網址裡的「{0}」不是這個列表的參數。可用的參數：{1}。",
    en: "“{0}” in the address is no parameter of this list. It knows: {1}.")

  package static let listKeyTwice = Phrase(
    "list.listKeyTwice",
    hans: "网址里的“{0}”出现了两次。只留一个再试。",
    hant: "網址裡的「{0}」出現了兩次。只留一個再試。",
    en: "“{0}” is in the address twice. Leave one and try again.")

  package static let listUnknownValue = Phrase(
    "list.listUnknownValue",
    hans: "“{1}”不能是“{0}”。可用的值：{2}。",
    hant: "「{1}」不能是「{0}」。可用的值：{2}。",
    en: "“{1}” cannot be “{0}”. It can be: {2}.")

  package static let listNotANumber = Phrase(
    "list.listNotANumber",
    hans: "“{0}”要是 1 到 {1} 的数字。",
    hant: "「{0}」要是 1 到 {1} 的數字。",
    en: "“{0}” must be a number from 1 to {1}.")

  package static let listTooLong = Phrase(
    "list.listTooLong",
    hans: "“{0}”太长，最多 {1} 个字节。",
    hant: "「{0}」太長，最多 {1} 個位元組。",
    en: "“{0}” is too long; {1} bytes at most.")

  package static let listNoSuchTable = Phrase(
    "list.listNoSuchTable",
    hans: "没有第 {0} 个表格，这个页面上现有 {1} 个。",
    hant: "沒有第 {0} 個表格，這個頁面上現有 {1} 個。",
    en: "There is no table number {0}; the page has {1} now.")

  package static let listOf = Phrase(
    "list.listOf",
    hans: "{1}：{0}",
    hant: "{1}：{0}",
    en: "{1}: {0}")

  package static let listRows = Phrase(
    "list.listRows",
    hans: "共 {0} 行",
    hant: "共 {0} 行",
    en: "{0} {0?row|rows}")

  package static let listRange = Phrase(
    "list.listRange",
    hans: "第 {0} 至 {1} 行，共 {2} 行",
    hant: "第 {0} 至 {1} 行，共 {2} 行",
    en: "Rows {0} to {1} of {2}")

  package static let listPages = Phrase(
    "list.listPages",
    hans: "{0}的分页",
    hant: "{0}的分頁",
    en: "Pages of: {0}")

  package static let listPreviousPage = Phrase(
    "list.listPreviousPage",
    hans: "上一页",
    hant: "上一頁",
    en: "Previous page")

  package static let listNextPage = Phrase(
    "list.listNextPage",
    hans: "下一页",
    hant: "下一頁",
    en: "Next page")

  package static let listFirstPage = Phrase(
    "list.listFirstPage",
    hans: "第一页",
    hant: "第一頁",
    en: "First page")

  package static let listLastPage = Phrase(
    "list.listLastPage",
    hans: "最后一页",
    hant: "最後一頁",
    en: "Last page")

  package static let listPageOf = Phrase(
    "list.listPageOf",
    hans: "第 {0} 页，共 {1} 页",
    hant: "第 {0} 頁，共 {1} 頁",
    en: "Page {0} of {1}")

  package static let listFiles = Phrase(
    "list.listFiles",
    hans: "下载“{0}”",
    hant: "下載「{0}」",
    en: "Download: {0}")

  package static let listSearch = Phrase(
    "list.listSearch",
    hans: "查找",
    hant: "查找",
    en: "Search")

  package static let listSearchIn = Phrase(
    "list.listSearchIn",
    hans: "在“{0}”中查找",
    hant: "在「{0}」中查找",
    en: "Search in: {0}")

  package static let listContains = Phrase(
    "list.listContains",
    hans: "包含",
    hant: "包含",
    en: "Contains")

  package static let listAny = Phrase(
    "list.listAny",
    hans: "全部",
    hant: "全部",
    en: "Any")

  package static let listAll = Phrase(
    "list.listAll",
    hans: "显示全部",
    hant: "顯示全部",
    en: "Show all rows")

  package static let listNone = Phrase(
    "list.listNone",
    hans: "没有符合条件的行。",
    hant: "沒有符合條件的行。",
    en: "No row matches.")

  package static let listIncomplete = Phrase(
    "list.listIncomplete",
    hans: "这个表格不完整：{0}",
    hant: "這個表格不完整：{0}",
    en: "This table is not complete: {0}")

  package static let dueOf = Phrase(
    "list.dueOf",
    hans: "{0} 的期限",
    hant: "{0} 的期限",
    en: "What is due at {0}")

  package static let dueUntil = Phrase(
    "list.dueUntil",
    hans: "至 {0}",
    hant: "至 {0}",
    en: "until {0}")

  package static let dueDayProvisional = Phrase(
    "list.dueDayProvisional",
    hans: "“暂定”的日期涉及还没有放假通知的年份，以后可能有变。",
    hant: "「暫定」的日期涉及還沒有放假通知的年份，以後可能有變。",
    en:
      "Days that are provisional reach into a year whose holiday notice is not loaded yet, and may change."
  )

  package static let listAddedWords = Phrase(
    "list.listAddedWords",
    hans: "新增：",
    hant: "新增：",
    en: "added: ")

  package static let listRemovedWords = Phrase(
    "list.listRemovedWords",
    hans: "删去：",
    hant: "刪去：",
    en: "removed: ")

  package static let listRequiredManager = Phrase(
    "list.listRequiredManager",
    hans: "经理应访",
    hant: "經理應訪",
    en: "Manager's share")

  package static let listRequiredSupervisor = Phrase(
    "list.listRequiredSupervisor",
    hans: "主管应访",
    hant: "主管應訪",
    en: "Supervisor's share")
}
