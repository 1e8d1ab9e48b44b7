// What the office says: commands, imports, reports.

extension Phrase {
  package static let helpData = Phrase(
    "officeCommand.helpData",
    hans: "数据目录（默认 ./var/office）",
    hant: "資料目錄（預設 ./var/office）",
    en: "Data directory (./var/office if not given).")

  package static let helpInit = Phrase(
    "officeCommand.helpInit",
    hans: "建立公司",
    hant: "建立公司",
    en: "Make a new office")

  package static let helpCompanyName = Phrase(
    "officeCommand.helpCompanyName",
    hans: "公司名称",
    hant: "公司名稱",
    en: "The company's name.")

  package static let helpServe = Phrase(
    "officeCommand.helpServe",
    hans: "启动服务器",
    hant: "啟動伺服器",
    en: "Serve laptops and pages")

  package static let helpHost = Phrase(
    "officeCommand.helpHost",
    hans: "监听地址",
    hant: "監聽地址",
    en: "Address to listen on.")

  package static let helpPort = Phrase(
    "officeCommand.helpPort",
    hans: "端口（0 为任意空闲端口）",
    hant: "連接埠（0 為任意空閒埠）",
    en: "Port (0 is any free one).")

  package static let helpTLSCertificate = Phrase(
    "officeCommand.helpTLSCertificate",
    hans: "TLS 证书文件（PEM）",
    hant: "TLS 證書檔案（PEM）",
    en: "TLS certificate file (PEM).")

  package static let helpTLSKey = Phrase(
    "officeCommand.helpTLSKey",
    hans: "TLS 私钥文件（PEM）",
    hant: "TLS 私鑰檔案（PEM）",
    en: "TLS private key file (PEM).")

  package static let helpName = Phrase(
    "officeCommand.helpName",
    hans: "别名（Host）",
    hant: "別名（Host）",
    en: "A name this server goes by.")

  package static let helpDemo = Phrase(
    "officeCommand.helpDemo",
    hans: "用真实小区演示全过程",
    hant: "用真實小區演示全過程",
    en: "The main job on real communities, end to end")

  package static let helpExamples = Phrase(
    "officeCommand.helpExamples",
    hans: "示例数据目录",
    hant: "範例資料目錄",
    en: "Directory of the example data.")

  package static let helpRoundsBinary = Phrase(
    "officeCommand.helpRoundsBinary",
    hans: "rounds 程序的位置",
    hant: "rounds 程式的位置",
    en: "Where the rounds program is.")

  package static let helpKeepServing = Phrase(
    "officeCommand.helpKeepServing",
    hans: "演示后继续开着页面",
    hant: "演示後繼續開著頁面",
    en: "Leave the pages open afterwards.")

  package static let helpSiteGroup = Phrase(
    "officeCommand.helpSiteGroup",
    hans: "小区",
    hant: "小區",
    en: "Sites")

  package static let helpSiteImport = Phrase(
    "officeCommand.helpSiteImport",
    hans: "导入小区清单",
    hant: "匯入小區清單",
    en: "Import a list of sites")

  package static let helpHouseholdImport = Phrase(
    "officeCommand.helpHouseholdImport",
    hans: "导入一个小区的住户名册",
    hant: "匯入一個小區的住戶名冊",
    en: "Import a site's roster")

  package static let helpAccount = Phrase(
    "officeCommand.helpAccount",
    hans: "人员",
    hant: "人員",
    en: "People")

  package static let helpAccountAdd = Phrase(
    "officeCommand.helpAccountAdd",
    hans: "增加人员",
    hant: "增加人員",
    en: "Add a person")

  package static let helpPersonName = Phrase(
    "officeCommand.helpPersonName",
    hans: "姓名",
    hant: "姓名",
    en: "The person's name or id.")

  package static let helpRole = Phrase(
    "officeCommand.helpRole",
    hans: "岗位",
    hant: "崗位",
    en: "The person's role.")

  package static let helpAccountAssign = Phrase(
    "officeCommand.helpAccountAssign",
    hans: "分配小区",
    hant: "分配小區",
    en: "Assign a site")

  package static let helpAccountWithdraw = Phrase(
    "officeCommand.helpAccountWithdraw",
    hans: "收回小区",
    hant: "收回小區",
    en: "Withdraw a site")

  package static let helpCustodian = Phrase(
    "officeCommand.helpCustodian",
    hans: "保密记录保管人",
    hant: "保密記錄保管人",
    en: "Custodians of confidential notes")

  package static let helpCustodianAdd = Phrase(
    "officeCommand.helpCustodianAdd",
    hans: "指定保管人",
    hant: "指定保管人",
    en: "Appoint a custodian")

  package static let helpDevice = Phrase(
    "officeCommand.helpDevice",
    hans: "电脑",
    hant: "電腦",
    en: "Laptops")

  package static let helpDeviceInvite = Phrase(
    "officeCommand.helpDeviceInvite",
    hans: "发一次性登记码",
    hant: "發一次性登記碼",
    en: "Issue a one-time code")

  package static let helpDeviceList = Phrase(
    "officeCommand.helpDeviceList",
    hans: "列出电脑",
    hant: "列出電腦",
    en: "List laptops")

  package static let helpDeviceRevoke = Phrase(
    "officeCommand.helpDeviceRevoke",
    hans: "停用电脑",
    hant: "停用電腦",
    en: "Revoke a laptop")

  package static let helpFingerprint = Phrase(
    "officeCommand.helpFingerprint",
    hans: "指纹",
    hant: "指紋",
    en: "Its fingerprint.")

  package static let helpQuota = Phrase(
    "officeCommand.helpQuota",
    hans: "各小区指标",
    hant: "各小區指標",
    en: "Quota by site")

  package static let helpDuplicates = Phrase(
    "officeCommand.helpDuplicates",
    hans: "重复走访",
    hant: "重複走訪",
    en: "Households sampled twice")

  package static let helpHeld = Phrase(
    "officeCommand.helpHeld",
    hans: "待处理的记录",
    hant: "待處理的記錄",
    en: "Held records")

  package static let helpHeldList = Phrase(
    "officeCommand.helpHeldList",
    hans: "列出待处理的记录",
    hant: "列出待處理的記錄",
    en: "List what is held and why")

  package static let helpVerify = Phrase(
    "officeCommand.helpVerify",
    hans: "检查每个散列和签名",
    hant: "檢查每個雜湊和簽名",
    en: "Check every hash and signature")

  package static let helpRebuild = Phrase(
    "officeCommand.helpRebuild",
    hans: "重新计算全部表",
    hant: "重新計算全部表",
    en: "Recompute all tables from the log")

  package static let helpFrame = Phrase(
    "officeCommand.helpFrame",
    hans: "确认一个月的统计口径",
    hant: "確認一個月的統計口徑",
    en: "Record a month's frame")

  package static let helpCalendar = Phrase(
    "officeCommand.helpCalendar",
    hans: "工作日历",
    hant: "工作日曆",
    en: "Working days")

  package static let helpCalendarDue = Phrase(
    "officeCommand.helpCalendarDue",
    hans: "计算到期日",
    hant: "計算到期日",
    en: "When a period ends")

  package static let helpDate = Phrase(
    "officeCommand.helpDate",
    hans: "日期",
    hant: "日期",
    en: "A date.")

  package static let helpWorkingDays = Phrase(
    "officeCommand.helpWorkingDays",
    hans: "工作日数",
    hant: "工作日數",
    en: "How many working days.")

  package static let companyNameBad = Phrase(
    "officeCommand.companyNameBad",
    hans: "名称不能为空，最多 1024 字节。",
    hant: "名稱不能為空，最多 1024 位元組。",
    en: "A name must not be empty, and has at most 1024 bytes.")

  package static let officeMade = Phrase(
    "officeCommand.officeMade",
    hans: "已建立 {0}。",
    hant: "已建立 {0}。",
    en: "{0} is set up.")

  package static let rowRepeated = Phrase(
    "officeCommand.rowRepeated",
    hans: "“{0}”在文件里出现两次，取第一次。",
    hant: "「{0}」在檔案裡出現兩次，取第一次。",
    en: "{0} stands twice in the file; the first is taken.")

  package static let rowsNotTaken = Phrase(
    "officeCommand.rowsNotTaken",
    hans: "{0} 行没有导入，其余已导入：",
    hant: "{0} 行沒有匯入，其餘已匯入：",
    en: "{0} {0?row was|rows were} not taken; all others were:")

  package static let cellMissing = Phrase(
    "officeCommand.cellMissing",
    hans: "缺少 {0}。",
    hant: "缺少 {0}。",
    en: "{0} is missing.")

  package static let headingMissing = Phrase(
    "officeCommand.headingMissing",
    hans: "前 20 行里应有一行列名，如：{0}",
    hant: "前 20 列裡應有一列欄名，如：{0}",
    en: "One of the first 20 rows should name columns, such as: {0}")

  package static let columnCount = Phrase(
    "officeCommand.columnCount",
    hans: "有 {0} 列，应为 {1} 列。",
    hant: "有 {0} 欄，應為 {1} 欄。",
    en: "{0} columns where {1} are expected.")

  package static let codeBad = Phrase(
    "officeCommand.codeBad",
    hans: "不能作为代码：“{0}”。",
    hant: "不能作為代碼：「{0}」。",
    en: "{0} cannot be a code.")

  package static let notANumber = Phrase(
    "officeCommand.notANumber",
    hans: "{0}：不是合适的数字：“{1}”。",
    hant: "{0}：不是合適的數字：「{1}」。",
    en: "{0}: {1} is no suitable number.")

  package static let notADate = Phrase(
    "officeCommand.notADate",
    hans: "{0}：不是日期：“{1}”。请写作 2026-09-30。",
    hant: "{0}：不是日期：「{1}」。請寫作 2026-09-30。",
    en: "{0}: {1} is no date. Write it as 2026-09-30.")

  package static let accountAdded = Phrase(
    "officeCommand.accountAdded",
    hans: "已增加 {0}。",
    hant: "已增加 {0}。",
    en: "{0} added.")

  package static let assignmentDone = Phrase(
    "officeCommand.assignmentDone",
    hans: "已记录；电脑下次同步后生效。",
    hant: "已記錄；電腦下次同步後生效。",
    en: "Recorded; the laptop learns it at its next sync.")

  package static let custodianAdded = Phrase(
    "officeCommand.custodianAdded",
    hans: "已指定（{0} 台电脑）。",
    hant: "已指定（{0} 台電腦）。",
    en: "Appointed ({0} {0?laptop|laptops}).")

  package static let custodianHasNoLaptop = Phrase(
    "officeCommand.custodianHasNoLaptop",
    hans: "{0} 还没有登记电脑。请先发登记码。",
    hant: "{0} 還沒有登記電腦。請先發登記碼。",
    en: "{0} has no enrolled laptop yet. Issue a code first.")

  package static let codeIssued = Phrase(
    "officeCommand.codeIssued",
    hans: "一次性登记码（24 小时内有效，只显示这一次）：{0}",
    hant: "一次性登記碼（24 小時內有效，只顯示這一次）：{0}",
    en: "One-time code (good for 24 hours, shown only now): {0}")

  package static let deviceRevoked = Phrase(
    "officeCommand.deviceRevoked",
    hans: "已停用 {0}。",
    hant: "已停用 {0}。",
    en: "{0} revoked.")

  package static let quotaTitle = Phrase(
    "officeCommand.quotaTitle",
    hans: "{0} 各小区走访指标",
    hant: "{0} 各小區走訪指標",
    en: "Visits by site, {0}")

  package static let duplicatesTitle = Phrase(
    "officeCommand.duplicatesTitle",
    hans: "一轮内被走访两次以上的住户",
    hant: "一輪內被走訪兩次以上的住戶",
    en: "Households visited twice or more in a round")

  package static let verifying = Phrase(
    "officeCommand.verifying",
    hans: "检查",
    hant: "檢查",
    en: "Checking")

  package static let verified = Phrase(
    "officeCommand.verified",
    hans: "检查了 {0} 条记录、{1} 个范围。",
    hant: "檢查了 {0} 條記錄、{1} 個範圍。",
    en: "{0} {0?bundle|bundles} and {1} {1?scope|scopes} checked.")

  package static let verifyFault = Phrase(
    "officeCommand.verifyFault",
    hans: "不一致：{0}",
    hant: "不一致：{0}",
    en: "Not sound: {0}")

  package static let rebuilding = Phrase(
    "officeCommand.rebuilding",
    hans: "重新计算",
    hant: "重新計算",
    en: "Rebuilding")

  package static let rebuilt = Phrase(
    "officeCommand.rebuilt",
    hans: "已由 {0} 条记录重新计算。",
    hant: "已由 {0} 條記錄重新計算。",
    en: "Rebuilt from {0} {0?bundle|bundles}.")

  package static let framesTaken = Phrase(
    "officeCommand.framesTaken",
    hans: "{0}：{1} 个小区的口径已确认。",
    hant: "{0}：{1} 個小區的口徑已確認。",
    en: "{0}: frames of {1} {1?site|sites} recorded.")

  package static let dueProvisional = Phrase(
    "officeCommand.dueProvisional",
    hans: "暂定：涉及的年份还没有放假通知。",
    hant: "暫定：涉及的年份還沒有放假通知。",
    en: "Provisional: a year it reaches into has no holiday notice yet.")

  package static let officeServing = Phrase(
    "officeCommand.officeServing",
    hans: "服务器正在运行，占用着数据。请先停止它，再运行这个命令。",
    hant: "伺服器正在執行，占用著資料。請先停止它，再執行這個命令。",
    en: "The server is running and owns the data. Stop it, then run this again.")

  package static let serving = Phrase(
    "officeCommand.serving",
    hans: "服务器已启动：{0}",
    hant: "伺服器已啟動：{0}",
    en: "Serving at {0}")

  package static let servingOpenly = Phrase(
    "officeCommand.servingOpenly",
    hans: "注意：其他机器能连接本服务器，而传输未加密。请用 --tls-certificate 和 --tls-key。",
    hant: "注意：其他機器能連接本伺服器，而傳輸未加密。請用 --tls-certificate 和 --tls-key。",
    en: "Mind: other machines can reach this server and nothing is encrypted on the way. "
      + "Give --tls-certificate and --tls-key.")

  package static let pageTitle = Phrase(
    "officeCommand.pageTitle",
    hans: "走访：指标与重复",
    hant: "走訪：指標與重複",
    en: "Rounds: quota and duplicates")

  package static let pageNothing = Phrase(
    "officeCommand.pageNothing",
    hans: "没有。",
    hant: "沒有。",
    en: "None.")

  package static let tlsBoth = Phrase(
    "officeCommand.tlsBoth",
    hans: "--tls-certificate 和 --tls-key 须同时给出。",
    hant: "--tls-certificate 和 --tls-key 須同時給出。",
    en: "Give both --tls-certificate and --tls-key.")
}
