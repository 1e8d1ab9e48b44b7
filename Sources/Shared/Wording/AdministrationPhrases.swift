// Pages of administrators: accounts, and what was done at the office.

extension Phrase {
  package static let accountsTitle = Phrase(
    "accounts.title",
    hans: "账户",
    hant: "帳戶",
    en: "Accounts")

  package static let accountsMayLogIn = Phrase(
    "accounts.mayLogIn",
    hans: "可以登录",
    hant: "可以登入",
    en: "May log in")

  package static let accountsDisable = Phrase(
    "accounts.disable",
    hans: "停用账户",
    hant: "停用帳戶",
    en: "Disable an account")

  package static let accountsChoose = Phrase(
    "accounts.choose",
    hans: "请选择",
    hant: "請選擇",
    en: "choose")

  package static let accountsSure = Phrase(
    "accounts.sure",
    hans: "确实停用：此人立即退出，以后不能再登录；不能撤销",
    hant: "確實停用：此人立即登出，以後不能再登入；不能撤銷",
    en: "I am sure: they are logged out at once, for good")

  package static let accountsShown = Phrase(
    "accounts.shown",
    hans: "这里只能停用表中这一页上的人；要找别人，请先搜索。",
    hant: "這裡只能停用表中這一頁上的人；要找別人，請先搜尋。",
    en: "Only people on this page of the table can be chosen here; search for others first.")

  package static let accountsNote = Phrase(
    "accounts.note",
    hans: "账户和密码在总部的命令行添加：account add、account password。停用账户不收回电脑，请在“电脑”页收回。",
    hant: "帳戶和密碼在總部的命令列新增：account add、account password。停用帳戶不收回電腦，請在「電腦」頁收回。",
    en: "Accounts and passwords are added at the office’s command line: account add, "
      + "account password. Disabling an account revokes no laptop; the page of laptops "
      + "does.")

  package static let accountsOnlyAdministrators = Phrase(
    "accounts.onlyAdministrators",
    hans: "只有管理员可以停用账户和收回电脑。",
    hant: "只有管理員可以停用帳戶和收回電腦。",
    en: "Accounts are disabled and laptops revoked by an administrator.")

  package static let auditTitle = Phrase(
    "audit.title",
    hans: "操作记录",
    hant: "操作記錄",
    en: "Audit")

  package static let auditWhat = Phrase(
    "audit.what",
    hans: "做了什么",
    hant: "做了什麼",
    en: "What was done")

  package static let auditWhere = Phrase(
    "audit.where",
    hans: "地点",
    hant: "地點",
    en: "Where")

  package static let auditNote = Phrase(
    "audit.note",
    hans: "总部自己签名的记录：网页上的决定、命令和定时任务。定时任务和导入同一天同一种合为一行。",
    hant: "總部自己簽名的記錄：網頁上的決定、命令和定時任務。定時任務和匯入同一天同一種合為一行。",
    en: "What the office signed itself: decisions on pages, commands, and what its clock does. "
      + "Of one kind and one day, what its clock or an import wrote is one row.")

  package static let auditEarlier = Phrase(
    "audit.earlier",
    hans: "更早的",
    hant: "更早的",
    en: "Earlier ones")

  package static let auditSites = Phrase(
    "audit.sites",
    hans: "{0} 处",
    hant: "{0} 處",
    en: "{0} {0?place|places}")

  package static let auditNotOnRecord = Phrase(
    "audit.notOnRecord",
    hans: "没有记录是谁",
    hant: "沒有記錄是誰",
    en: "by whom is not on record")

  package static let auditOther = Phrase(
    "audit.other",
    hans: "其他",
    hant: "其他",
    en: "Other")

  package static let auditAccount = Phrase(
    "audit.account",
    hans: "添加账户",
    hant: "新增帳戶",
    en: "Account added")

  package static let auditDisabled = Phrase(
    "audit.disabled",
    hans: "停用账户",
    hant: "停用帳戶",
    en: "Account disabled")

  package static let auditAssigned = Phrase(
    "audit.assigned",
    hans: "分配小区",
    hant: "分配小區",
    en: "Assigned to a site")

  package static let auditWithdrawn = Phrase(
    "audit.withdrawn",
    hans: "撤回小区",
    hant: "撤回小區",
    en: "Withdrawn from a site")

  package static let auditEnrolled = Phrase(
    "audit.enrolled",
    hans: "登记电脑",
    hant: "登記電腦",
    en: "Laptop enrolled")

  package static let auditRevoked = Phrase(
    "audit.revoked",
    hans: "收回电脑",
    hant: "收回電腦",
    en: "Laptop revoked")

  package static let auditConfirmed = Phrase(
    "audit.confirmed",
    hans: "恢复后确认电脑",
    hant: "恢復後確認電腦",
    en: "Laptop confirmed after a restore")

  package static let auditCustodian = Phrase(
    "audit.custodian",
    hans: "机密备注的保管人",
    hant: "機密備註的保管人",
    en: "Custodian of confidential notes")

  package static let auditAdmitted = Phrase(
    "audit.admitted",
    hans: "放行暂留的数据包",
    hant: "放行暫留的資料包",
    en: "Held bundle admitted")

  package static let auditSettled = Phrase(
    "audit.settled",
    hans: "决定重复走访",
    hant: "決定重複走訪",
    en: "Duplicate case decided")

  package static let auditReopened = Phrase(
    "audit.reopened",
    hans: "撤回重复走访的决定",
    hant: "撤回重複走訪的決定",
    en: "Decision of a duplicate case taken back")

  package static let auditConflict = Phrase(
    "audit.conflict",
    hans: "解决冲突",
    hant: "解決衝突",
    en: "Conflict settled")

  package static let auditWaived = Phrase(
    "audit.waived",
    hans: "免除一项义务",
    hant: "免除一項義務",
    en: "Obligation waived")

  package static let auditEscalated = Phrase(
    "audit.escalated",
    hans: "逾期上报总部",
    hant: "逾期上報總部",
    en: "Overdue, brought before head office")

  package static let auditPolicy = Phrase(
    "audit.policy",
    hans: "制度的数值",
    hant: "制度的數值",
    en: "Values of the rules")

  package static let auditCalendar = Phrase(
    "audit.calendar",
    hans: "工作日历",
    hant: "工作日曆",
    en: "Working calendar")

  package static let auditErased = Phrase(
    "audit.erased",
    hans: "销毁到期的文字",
    hant: "銷毀到期的文字",
    en: "Texts destroyed at their end")

  package static let auditHeldBack = Phrase(
    "audit.heldBack",
    hans: "延后销毁",
    hant: "延後銷毀",
    en: "Destruction held back")

  package static let auditReleased = Phrase(
    "audit.released",
    hans: "结束延后销毁",
    hant: "結束延後銷毀",
    en: "Hold on destruction ended")

  package static let auditFrame = Phrase(
    "audit.frame",
    hans: "月初的户数",
    hant: "月初的戶數",
    en: "Frame of the month")

  package static let auditRound = Phrase(
    "audit.round",
    hans: "轮次",
    hant: "輪次",
    en: "Round")

  package static let auditSlot = Phrase(
    "audit.slot",
    hans: "抽样的电脑",
    hant: "抽樣的電腦",
    en: "Who draws")

  package static let auditSite = Phrase(
    "audit.site",
    hans: "小区资料",
    hant: "小區資料",
    en: "Sites")

  package static let auditHouseholds = Phrase(
    "audit.households",
    hans: "房屋和住户",
    hant: "房屋和住戶",
    en: "Units and households")

  package static let auditDraw = Phrase(
    "audit.draw",
    hans: "抽样",
    hant: "抽樣",
    en: "Draw")

  package static let auditAmendment = Phrase(
    "audit.amendment",
    hans: "总结的更正",
    hant: "總結的更正",
    en: "Amendment of a summary")
}
