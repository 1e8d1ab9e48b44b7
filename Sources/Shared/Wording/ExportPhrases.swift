// Exports: what people take along from the pages as files made in the background, and why one was not made.

extension Phrase {
  package static let exportsTitle = Phrase(
    "export.exportsTitle",
    hans: "导出",
    hant: "匯出",
    en: "Exports")

  package static let exportsNote = Phrase(
    "export.exportsNote",
    hans: "表格较长时可在这里导出：由服务器在后台生成，您可以离开本页，稍后再来下载。只有您能下载，"
      + "只含您能查看的小区，不含加密的个人文字。文件保留 24 小时，服务器重启时也会删除。",
    hant: "表格較長時可在這裡匯出：由伺服器在背景產生，您可以離開本頁，稍後再來下載。只有您能下載，"
      + "只含您能檢視的小區，不含加密的個人文字。檔案保留 24 小時，伺服器重新啟動時也會刪除。",
    en: "Long tables are made here by the server in the background: you may leave "
      + "this page and fetch the file later. Only you can fetch it; it holds the "
      + "sites that you may see, and no sealed personal text. It is kept for 24 "
      + "hours, and deleted when the server restarts.")

  package static let exportsOwn = Phrase(
    "export.exportsOwn",
    hans: "您的导出",
    hant: "您的匯出",
    en: "Your exports")

  package static let exportAskedAt = Phrase(
    "export.exportAskedAt",
    hans: "申请时间",
    hant: "申請時間",
    en: "Asked at")

  package static let exportReadUntil = Phrase(
    "export.exportReadUntil",
    hans: "读取截至",
    hant: "讀取截至",
    en: "Read until")

  package static let exportSet = Phrase(
    "export.exportSet",
    hans: "数据",
    hant: "資料",
    en: "Data")

  package static let exportForm = Phrase(
    "export.exportForm",
    hans: "格式",
    hant: "格式",
    en: "Form")

  package static let exportHouseholds = Phrase(
    "export.exportHouseholds",
    hans: "住户",
    hant: "住戶",
    en: "Households")

  package static let exportVisits = Phrase(
    "export.exportVisits",
    hans: "走访",
    hant: "走訪",
    en: "Visits")

  package static let exportCounts = Phrase(
    "export.exportCounts",
    hans: "计入指标",
    hant: "計入指標",
    en: "Counts to the quota")

  package static let exportSites = Phrase(
    "export.exportSites",
    hans: "已读小区",
    hant: "已讀小區",
    en: "Sites read")

  package static let exportRows = Phrase(
    "export.exportRows",
    hans: "行数",
    hant: "行數",
    en: "Rows so far")

  package static let exportKeptUntil = Phrase(
    "export.exportKeptUntil",
    hans: "保留至",
    hant: "保留至",
    en: "Kept until")

  package static let exportFile = Phrase(
    "export.exportFile",
    hans: "文件",
    hant: "檔案",
    en: "File")

  package static let exportFetch = Phrase(
    "export.exportFetch",
    hans: "下载（{0} KiB）",
    hant: "下載（{0} KiB）",
    en: "Download ({0} KiB)")

  package static let exportNotBegun = Phrase(
    "export.exportNotBegun",
    hans: "还没有开始",
    hant: "還沒有開始",
    en: "it has not begun")

  package static let exportWaiting = Phrase(
    "export.exportWaiting",
    hans: "等待中",
    hant: "等待中",
    en: "waiting")

  package static let exportRunning = Phrase(
    "export.exportRunning",
    hans: "生成中",
    hant: "產生中",
    en: "being made")

  package static let exportDone = Phrase(
    "export.exportDone",
    hans: "已完成",
    hant: "已完成",
    en: "done")

  package static let exportFailed = Phrase(
    "export.exportFailed",
    hans: "未完成",
    hant: "未完成",
    en: "failed")

  package static let exportLookAgain = Phrase(
    "export.exportLookAgain",
    hans: "刷新进度",
    hant: "重新整理進度",
    en: "See how far they are now")

  package static let exportStartLegend = Phrase(
    "export.exportStartLegend",
    hans: "新建导出",
    hant: "新增匯出",
    en: "A new export")

  package static let exportFrom = Phrase(
    "export.exportFrom",
    hans: "从哪个月（住户和重复不分月份）",
    hant: "從哪個月（住戶和重複不分月份）",
    en: "From month (households and duplicates are exported whole)")

  package static let exportUntil = Phrase(
    "export.exportUntil",
    hans: "到哪个月",
    hant: "到哪個月",
    en: "To month")

  package static let exportStart = Phrase(
    "export.exportStart",
    hans: "开始导出",
    hant: "開始匯出",
    en: "Start the export")

  package static let exportDiscardLegend = Phrase(
    "export.exportDiscardLegend",
    hans: "停止导出或删除文件",
    hant: "停止匯出或刪除檔案",
    en: "Stop an export or delete its file")

  package static let exportDiscard = Phrase(
    "export.exportDiscard",
    hans: "停止并删除",
    hant: "停止並刪除",
    en: "Stop and delete")

  package static let exportTooMany = Phrase(
    "export.exportTooMany",
    hans: "您已有 {0} 个导出。请先删除一个，再开始新的导出。",
    hant: "您已有 {0} 個匯出。請先刪除一個，再開始新的匯出。",
    en: "You have {0} exports here already. Delete one, and start again.")

  package static let exportQueueFull = Phrase(
    "export.exportQueueFull",
    hans: "等待中的导出太多，或服务器正在停止，未开始导出。请过几分钟再试。",
    hant: "等待中的匯出太多，或伺服器正在停止，未開始匯出。請過幾分鐘再試。",
    en: "Too many exports wait, or the server is stopping; nothing was started. Try "
      + "again in a few minutes.")

  package static let exportMonthsWrong = Phrase(
    "export.exportMonthsWrong",
    hans: "起始月份晚于结束月份。请改正后再试。",
    hant: "起始月份晚於結束月份。請改正後再試。",
    en: "The first month is after the last one. Correct them and try again.")

  package static let exportNoRight = Phrase(
    "export.exportNoRight",
    hans: "导出期间您的权限变了，已停止，没有文件。请重新导出您现在能查看的数据。",
    hant: "匯出期間您的權限變了，已停止，沒有檔案。請重新匯出您現在能檢視的資料。",
    en: "What you may see changed while the file was made, so it was given up. Export "
      + "anew what you may see now.")

  package static let exportDisk = Phrase(
    "export.exportDisk",
    hans: "服务器上写不了文件，可能是磁盘满了。没有生成文件。请告诉管理服务器的人，然后再试。",
    hant: "伺服器上寫不了檔案，可能是磁碟滿了。沒有產生檔案。請告訴管理伺服器的人，然後再試。",
    en: "The file could not be written on the server; perhaps its disk is full. "
      + "Nothing was made. Tell whoever runs the server, and try again.")

  package static let exportFault = Phrase(
    "export.exportFault",
    hans: "服务器在读取或写入时出错，没有生成文件；原因在服务器日志里。请告诉管理服务器的人。",
    hant: "伺服器在讀取或寫入時出錯，沒有產生檔案；原因在伺服器記錄裡。請告訴管理伺服器的人。",
    en: "Something failed on the server while reading or writing, and no file was "
      + "made; its log says what. Tell whoever runs the server.")
}
