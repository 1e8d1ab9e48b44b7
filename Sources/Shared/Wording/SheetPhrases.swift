// Head office's sheet of all sites, the months compared, the draws of all sites.

extension Phrase {
  package static let sheetTitle = Phrase(
    "sheet.title",
    hans: "全部小区",
    hant: "全部小區",
    en: "All sites")

  package static let sheetOfMonth = Phrase(
    "sheet.ofMonth",
    hans: "{0} 全部小区的指标",
    hant: "{0} 全部小區的指標",
    en: "All sites in {0}")

  package static let sheetTotals = Phrase(
    "sheet.totals",
    hans: "{0} 合计",
    hant: "{0} 合計",
    en: "Totals of {0}")

  package static let sheetSites = Phrase(
    "sheet.sites",
    hans: "小区数",
    hant: "小區數",
    en: "Sites")

  package static let sheetOfQuota = Phrase(
    "sheet.ofQuota",
    hans: "完成率",
    hant: "完成率",
    en: "Of the quota")

  package static let sheetIsMet = Phrase(
    "sheet.isMet",
    hans: "已达标",
    hant: "已達標",
    en: "Quota met")

  package static let sheetReached = Phrase(
    "sheet.reached",
    hans: "走访户占入住户比例",
    hant: "走訪戶佔入住戶比例",
    en: "Of occupied homes")

  package static let sheetTimeliness = Phrase(
    "sheet.timeliness",
    hans: "按时率",
    hant: "按時率",
    en: "In time")

  package static let sheetOverdue = Phrase(
    "sheet.overdue",
    hans: "逾期事项",
    hant: "逾期事項",
    en: "Overdue")

  package static let sheetOpenCases = Phrase(
    "sheet.openCases",
    hans: "未处理的重复抽样",
    hant: "未處理的重複抽樣",
    en: "Open duplicate cases")

  package static let sheetSiteReviews = Phrase(
    "sheet.siteReviews",
    hans: "小区待审核",
    hant: "小區待審核",
    en: "Reviews waiting at the site")

  package static let sheetCompanyReviews = Phrase(
    "sheet.companyReviews",
    hans: "公司待审核",
    hant: "公司待審核",
    en: "Reviews waiting at head office")

  package static let sheetAsOf = Phrase(
    "sheet.asOf",
    hans: "统计于",
    hant: "統計於",
    en: "Counted at")

  package static let sheetNote = Phrase(
    "sheet.note",
    hans: "指标、已计走访和完成率是该月的；其余各栏是现在的，按时率按最近几个月的事项计算。员工建议和申诉不计入。"
      + "“统计于”有时间的行，之后有新记录，正在重新统计。",
    hant: "指標、已計走訪和完成率是該月的；其餘各欄是現在的，按時率按最近幾個月的事項計算。員工建議和申訴不計入。"
      + "「統計於」有時間的行，之後有新記錄，正在重新統計。",
    en:
      "Quota, counted and their share are of the month; all other columns are of now, and timeliness is "
      + "that of the last months. Suggestions and appeals of employees are in no figure. Where a row says "
      + "when it was counted, records came since, and it is being counted again.")

  package static let sheetNotYet = Phrase(
    "sheet.notYet",
    hans: "还没有统计完。过一分钟再看。",
    hant: "還沒有統計完。過一分鐘再看。",
    en: "This is not counted yet. Look again in a minute.")

  package static let sheetNotKept = Phrase(
    "sheet.notKept",
    hans: "这里只有最近十二个月。更早的月份见各小区的页面。",
    hant: "這裡只有最近十二個月。更早的月份見各小區的頁面。",
    en: "Only the last twelve months are here. The page of each site has earlier ones.")

  package static let sheetDamaged = Phrase(
    "sheet.damaged",
    hans: "这个小区的记录读不出来（{0}）。请在服务器上运行 rounds-server doctor。",
    hant: "這個小區的記錄讀不出來（{0}）。請在伺服器上執行 rounds-server doctor。",
    en: "The records of this site cannot be read ({0}). Run rounds-server doctor on the server.")

  package static let sheetSitesMissing = Phrase(
    "sheet.sitesMissing",
    hans: "有 {0} 个小区还没有统计，或者记录读不出来。",
    hant: "有 {0} 個小區還沒有統計，或者記錄讀不出來。",
    en: "{0} {0?site is|sites are} not counted yet, or cannot be read.")

  package static let sheetSitesStale = Phrase(
    "sheet.sitesStale",
    hans: "有 {0} 个小区的抽样是较早时统计的，正在重新统计。",
    hant: "有 {0} 個小區的抽樣是較早時統計的，正在重新統計。",
    en: "The draws of {0} {0?site|sites} are as of earlier and are being counted again.")

  package static let monthsTitle = Phrase(
    "sheet.monthsTitle",
    hans: "各月对比",
    hant: "各月對比",
    en: "Months compared")

  package static let monthsNote = Phrase(
    "sheet.monthsNote",
    hans: "最近十二个月，按您负责的全部小区合计。暂定指标的小区没有当月 1 日的入住数，按现在的入住数计算。",
    hant: "最近十二個月，按您負責的全部小區合計。暫定指標的小區沒有當月 1 日的入住數，按現在的入住數計算。",
    en:
      "The last twelve months over all sites that you see. Sites whose quota is provisional have no count of "
      + "occupied homes of the 1st of the month; those of now are taken.")

  package static let monthsVisits = Phrase(
    "sheet.monthsVisits",
    hans: "走访记录",
    hant: "走訪記錄",
    en: "Visits on record")

  package static let monthsWaiting = Phrase(
    "sheet.monthsWaiting",
    hans: "待审核",
    hant: "待審核",
    en: "Waiting for review")

  package static let monthsMatters = Phrase(
    "sheet.monthsMatters",
    hans: "意见与需求",
    hant: "意見與需求",
    en: "Matters")

  package static let monthsOpenMatters = Phrase(
    "sheet.monthsOpenMatters",
    hans: "未办结",
    hant: "未辦結",
    en: "Open matters")

  package static let monthsProvisional = Phrase(
    "sheet.monthsProvisional",
    hans: "指标暂定的小区",
    hant: "指標暫定的小區",
    en: "Sites with a provisional quota")

  package static let drawsTitle = Phrase(
    "sheet.drawsTitle",
    hans: "全部小区的抽样",
    hant: "全部小區的抽樣",
    en: "Draws at all sites")

  package static let drawsOfMonth = Phrase(
    "sheet.drawsOfMonth",
    hans: "{0} 的抽样",
    hant: "{0} 的抽樣",
    en: "Draws of {0}")
}
