// Lists as files: what is in them, how they are read, and why nothing of one was taken.

extension Phrase {
  package static let importSiteCode = Phrase(
    "import.siteCode",
    hans: "小区代码",
    hant: "小區代碼",
    en: "Site code")

  package static let importSiteName = Phrase(
    "import.siteName",
    hans: "小区名称",
    hant: "小區名稱",
    en: "Site")

  package static let importPropertyCompany = Phrase(
    "import.propertyCompany",
    hans: "物业公司",
    hant: "物業公司",
    en: "Property company")

  package static let importTotalUnits = Phrase(
    "import.totalUnits",
    hans: "总户数",
    hant: "總戶數",
    en: "Units in all")

  package static let importZone = Phrase(
    "import.zone",
    hans: "时区（与世界时相差的分钟）",
    hant: "時區（與世界時相差的分鐘）",
    en: "Minutes before UTC")

  package static let importUnitKind = Phrase(
    "import.unitKind",
    hans: "房屋类型",
    hant: "房屋類型",
    en: "Kind of unit")

  package static let importDeparted = Phrase(
    "import.departed",
    hans: "原住户搬出",
    hant: "原住戶搬出",
    en: "Family before left")

  package static let importJoined = Phrase(
    "import.joined",
    hans: "入住日期",
    hant: "入住日期",
    en: "Moved in")

  package static let importRestricted = Phrase(
    "import.restricted",
    hans: "不走访",
    hant: "不走訪",
    en: "Do not visit")
}

extension Phrase {
  package static let rosterColumnMissing = Phrase(
    "roster.columnMissing",
    hans: "文件里没有这一列：{0}（任一写法）。请补上列名后再试。",
    hant: "檔案裡沒有這一欄：{0}（任一寫法）。請補上欄名後再試。",
    en: "The file lacks a column that is needed: {0} (any of these). Add it and try again.")

  package static let rosterFormulaEmpty = Phrase(
    "roster.formulaEmpty",
    hans: "第 {0} 行 {1} 列是公式，没有结果，不知道它写的是什么。请在 Excel 中打开并保存一次。",
    hant: "第 {0} 列 {1} 欄是公式，沒有結果，不知道它寫的是什麼。請在 Excel 中開啟並儲存一次。",
    en: "Row {0}, column {1} is a formula without a result, so that nobody knows what "
      + "it says. Open the file in Excel and save it once.")

  package static let rosterNoSuchSheet = Phrase(
    "roster.noSuchSheet",
    hans: "没有这个工作表。有：{0}",
    hant: "沒有這個工作表。有：{0}",
    en: "There is no such sheet. There are: {0}")

  package static let rosterSheetUnclear = Phrase(
    "roster.sheetUnclear",
    hans: "工作簿里有几个工作表，请选择一个（命令行用 --sheet）：{0}",
    hant: "活頁簿裡有幾個工作表，請選擇一個（命令列用 --sheet）：{0}",
    en: "The workbook has several sheets; choose one (--sheet on the command line): {0}")

  package static let rosterEncodingUnclear = Phrase(
    "roster.encodingUnclear",
    hans: "这个文件可能是 {0} 编码，读出的姓名会不同。请用 --encoding 指明（{1}），或另存为“CSV UTF-8”。",
    hant: "這個檔案可能是 {0} 編碼，讀出的姓名會不同。請用 --encoding 指明（{1}），或另存為「CSV UTF-8」。",
    en: "This file may be {0}, with different names in each. Say which with --encoding "
      + "({1}), or save it as “CSV UTF-8”.")
}

extension Phrase {
  package static let helpListFile = Phrase(
    "officeCommand.helpListFile",
    hans: ".xlsx 或 CSV 文件",
    hant: ".xlsx 或 CSV 檔案",
    en: "An .xlsx or CSV file.")

  package static let helpSheet = Phrase(
    "officeCommand.helpSheet",
    hans: "工作表的名称或序号（有几个时）",
    hant: "工作表的名稱或序號（有幾個時）",
    en: "Name or number of the sheet, where there are several.")

  package static let helpEncoding = Phrase(
    "officeCommand.helpEncoding",
    hans: "CSV 的编码：utf8、utf16le、utf16be、gb18030（GBK）、big5hkscs",
    hant: "CSV 的編碼：utf8、utf16le、utf16be、gb18030（GBK）、big5hkscs",
    en: "Encoding of a CSV file: utf8, utf16le, utf16be, gb18030 (GBK), big5hkscs.")
}

// Kinds of units.

extension Phrase {
  package static let codeDwelling = Phrase(
    "code.codeDwelling",
    hans: "住宅",
    hant: "住宅",
    en: "dwelling")

  package static let codeShop = Phrase(
    "code.codeShop",
    hans: "商铺",
    hant: "商舖",
    en: "shop")

  package static let codeOfficeUnit = Phrase(
    "code.codeOfficeUnit",
    hans: "办公",
    hant: "辦公",
    en: "office")

  package static let codeDormitory = Phrase(
    "code.codeDormitory",
    hans: "宿舍",
    hant: "宿舍",
    en: "dormitory")

  package static let codeCarPark = Phrase(
    "code.codeCarPark",
    hans: "车库",
    hant: "停車場",
    en: "car park")
}
