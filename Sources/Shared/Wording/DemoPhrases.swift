// What the demonstration says.

extension Phrase {
  package static let demoServerSilent = Phrase(
    "demo.demoServerSilent",
    hans: "服务器没有说明地址：{0}",
    hant: "伺服器沒有說明地址：{0}",
    en: "The server did not say where it is: {0}")

  package static let demoStepFailed = Phrase(
    "demo.demoStepFailed",
    hans: "{0} 以 {1} 结束：{2}",
    hant: "{0} 以 {1} 結束：{2}",
    en: "{0} ended with {1}: {2}")

  package static let demoNotOurs = Phrase(
    "demo.demoNotOurs",
    hans: "{0} 不是演示留下的目录，不会删除。",
    hant: "{0} 不是演示留下的目錄，不會刪除。",
    en: "{0} was not made by the demonstration and is not removed.")

  package static let demoNoFakeTime = Phrase(
    "demo.demoNoFakeTime",
    hans: "没有 libfaketime；请先运行 make run 所列的安装。",
    hant: "沒有 libfaketime；請先執行 make run 所列的安裝。",
    en: "libfaketime is missing; install what make run installs.")

  package static let demoImported = Phrase(
    "demo.demoImported",
    hans: "导入 {0} 个真实小区、{1} 户，用时 {2} 秒",
    hant: "匯入 {0} 個真實小區、{1} 戶，用時 {2} 秒",
    en: "{0} real communities with {1} households imported in {2} s")

  package static let demoEnrolled = Phrase(
    "demo.demoEnrolled",
    hans: "{0} 台电脑已登记并同步",
    hant: "{0} 台電腦已登記並同步",
    en: "{0} laptops enrolled and synced")

  package static let demoDrawn = Phrase(
    "demo.demoDrawn",
    hans: "{0} 个小区和公司离线抽样",
    hant: "{0} 個小區和公司離線抽樣",
    en: "Samples drawn offline at {0} sites, and by head office")

  package static let demoVisited = Phrase(
    "demo.demoVisited",
    hans: "离线记录 {0} 次走访",
    hant: "離線記錄 {0} 次走訪",
    en: "{0} visits recorded offline")

  package static let demoDuplicates = Phrase(
    "demo.demoDuplicates",
    hans: "三户被公司和小区各走访一次",
    hant: "三戶被公司和小區各走訪一次",
    en: "Three households visited by company and site alike")

  package static let demoConflict = Phrase(
    "demo.demoConflict",
    hans: "两台电脑离线改了同一项",
    hant: "兩台電腦離線改了同一項",
    en: "One field amended on two laptops offline")

  package static let demoKilled = Phrase(
    "demo.demoKilled",
    hans: "一台电脑在同步中被强行终止 {0} 次，之后接着完成",
    hant: "一台電腦在同步中被強行終止 {0} 次，之後接著完成",
    en: "One laptop killed {0} times in the middle of a sync, and resumed")

  package static let demoPlayed = Phrase(
    "demo.demoPlayed",
    hans: "一个月演完并全部同步，用时 {0} 秒",
    hant: "一個月演完並全部同步，用時 {0} 秒",
    en: "The month played and synced in {0} s")

  package static let demoConflictsOf = Phrase(
    "demo.demoConflictsOf",
    hans: "{0} 看到的冲突",
    hant: "{0} 看到的衝突",
    en: "Conflicts as {0} sees them")

  package static let demoEqual = Phrase(
    "demo.demoEqual",
    hans: "{0}：{1} 份副本逐字节相同（{2} 字节，SHA-256 {3}…）",
    hant: "{0}：{1} 份副本逐位元組相同（{2} 位元組，SHA-256 {3}…）",
    en: "{0}: {1} replicas equal byte for byte ({2} bytes, SHA-256 {3}…)")

  package static let demoDiffers = Phrase(
    "demo.demoDiffers",
    hans: "{0}：各副本不一致！",
    hant: "{0}：各副本不一致！",
    en: "{0}: the replicas differ!")

  package static let demoDone = Phrase(
    "demo.demoDone",
    hans: "全部完成，用时 {0} 秒",
    hant: "全部完成，用時 {0} 秒",
    en: "All done in {0} s")

  package static let demoOpen = Phrase(
    "demo.demoOpen",
    hans: "页面（须登录，仅本机可见，Ctrl-C 结束）：{0}",
    hant: "頁面（須登入，僅本機可見，Ctrl-C 結束）：{0}",
    en: "Pages (with a login, this machine only, Ctrl-C ends): {0}")

  package static let demoReviewed = Phrase(
    "demo.demoReviewed",
    hans: "{0} 次走访已审核，其中一次曾退回访问人",
    hant: "{0} 次走訪已審核，其中一次曾退回訪問人",
    en: "{0} visits reviewed, one of them after it had gone back to its visitor")

  package static let demoApproved = Phrase(
    "demo.demoApproved",
    hans: "{0} 的月度总结已审批：决定 {1} 项，其中一项以联系函上报",
    hant: "{0} 的月度總結已審批：決定 {1} 項，其中一項以聯繫函上報",
    en: "The month of {0} approved: {1} {1?matter|matters} decided, one by letter to head office")

  package static let demoPrinted = Phrase(
    "demo.demoPrinted",
    hans: "登记表、总结和通知的打印页在 {0}",
    hant: "登記表、總結和通知的列印頁在 {0}",
    en: "Register, summary and a notice for the printer: {0}")
}

extension Phrase {
  package static let demoNotices = Phrase(
    "demo.notices",
    hans: "{0}：停水通知提前贴齐各大堂，迟发的停电通知被 {1} 拒绝，爆管按紧急处理，宣传栏已更新。",
    hant: "{0}：停水通知提前貼齊各大堂，遲發的停電通知被 {1} 拒絕，爆管按緊急處理，宣傳欄已更新。",
    en: "{0}: a water cut hangs in every lobby in time, a power cut told too late is refused "
      + "by {1}, a burst pipe is an emergency, and the publicity board has its entry.")

  package static let demoUnexpected = Phrase(
    "demo.unexpected",
    hans: "演示中的一步没有得到应有的回答：{0}",
    hant: "演示中的一步沒有得到應有的回答：{0}",
    en: "A step of the demonstration was not answered as it should be: {0}")
}
