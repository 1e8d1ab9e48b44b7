// What `rounds doctor` looks at, what it finds, and what helps.

extension Phrase {
  package static let labelCheck = Phrase(
    "label.labelCheck",
    hans: "检查",
    hant: "檢查",
    en: "Check")

  package static let labelFound = Phrase(
    "label.labelFound",
    hans: "发现",
    hant: "發現",
    en: "Found")

  package static let doctorStateOK = Phrase(
    "doctor.stateOK",
    hans: "正常",
    hant: "正常",
    en: "ok")

  package static let doctorStateHint = Phrase(
    "doctor.stateHint",
    hans: "提示",
    hant: "提示",
    en: "hint")

  package static let doctorStateTrouble = Phrase(
    "doctor.stateTrouble",
    hans: "有问题",
    hant: "有問題",
    en: "trouble")

  package static let doctorStateUnknown = Phrase(
    "doctor.stateUnknown",
    hans: "未检查",
    hant: "未檢查",
    en: "not checked")

  package static let doctorOK = Phrase(
    "doctor.ok",
    hans: "正常",
    hant: "正常",
    en: "In order")

  package static let doctorUnknown = Phrase(
    "doctor.unknown",
    hans: "目前无法检查",
    hant: "目前無法檢查",
    en: "Cannot be checked at present")

  package static let doctorAllWell = Phrase(
    "doctor.allWell",
    hans: "一切正常。",
    hant: "一切正常。",
    en: "All is well.")

  package static let doctorTroubles = Phrase(
    "doctor.troubles",
    hans: "有 {0} 个问题。",
    hant: "有 {0} 個問題。",
    en: "{0} {0?trouble|troubles}.")

  package static let doctorFault = Phrase(
    "doctor.fault",
    hans: "出错：{0}",
    hant: "出錯：{0}",
    en: "Fault: {0}")

  package static let checkRestore = Phrase(
    "doctor.checkRestore",
    hans: "未完成的恢复",
    hant: "未完成的恢復",
    en: "Unfinished restore")

  package static let checkPermissions = Phrase(
    "doctor.checkPermissions",
    hans: "文件权限",
    hant: "檔案權限",
    en: "Permissions")

  package static let checkDeviceKey = Phrase(
    "doctor.checkDeviceKey",
    hans: "私钥 device.key",
    hant: "私鑰 device.key",
    en: "Private keys, device.key")

  package static let checkDatabase = Phrase(
    "doctor.checkDatabase",
    hans: "数据库 rounds.sqlite",
    hant: "資料庫 rounds.sqlite",
    en: "Database, rounds.sqlite")

  package static let checkEnrolment = Phrase(
    "doctor.checkEnrolment",
    hans: "登记",
    hant: "登記",
    en: "Enrolment")

  package static let checkKeys = Phrase(
    "doctor.checkKeys",
    hans: "住户密钥 keys.sqlite",
    hant: "住戶密鑰 keys.sqlite",
    en: "Household keys, keys.sqlite")

  package static let checkBundles = Phrase(
    "doctor.checkBundles",
    hans: "记录的签名",
    hant: "記錄的簽名",
    en: "Signatures of bundles")

  package static let checkView = Phrase(
    "doctor.checkView",
    hans: "计算出的表",
    hant: "計算出的表",
    en: "Computed tables")

  package static let checkChain = Phrase(
    "doctor.checkChain",
    hans: "本机记录的链",
    hant: "本機記錄的鏈",
    en: "Chain of own bundles")

  package static let checkReceipts = Phrase(
    "doctor.checkReceipts",
    hans: "回执",
    hant: "回執",
    en: "Receipts")

  package static let checkFeed = Phrase(
    "doctor.checkFeed",
    hans: "公司发来的记录",
    hant: "公司發來的記錄",
    en: "Feeds of the office")

  package static let checkInstallation = Phrase(
    "doctor.checkInstallation",
    hans: "是否被复制",
    hant: "是否被複製",
    en: "Copied directory")

  package static let checkAuthorities = Phrase(
    "doctor.checkAuthorities",
    hans: "证书机构文件",
    hant: "憑證機構檔案",
    en: "File of authorities")

  package static let checkClock = Phrase(
    "doctor.checkClock",
    hans: "时钟",
    hant: "時鐘",
    en: "Clock")

  package static let checkUnsent = Phrase(
    "doctor.checkUnsent",
    hans: "尚未同步",
    hant: "尚未同步",
    en: "Unsent work")

  package static let checkHeld = Phrase(
    "doctor.checkHeld",
    hans: "待管理员处理",
    hant: "待管理員處理",
    en: "Held by the office")

  package static let checkDraft = Phrase(
    "doctor.checkDraft",
    hans: "草稿",
    hant: "草稿",
    en: "Draft")

  package static let checkSpace = Phrase(
    "doctor.checkSpace",
    hans: "磁盘空间",
    hant: "磁碟空間",
    en: "Disk space")

  package static let checkEncryption = Phrase(
    "doctor.checkEncryption",
    hans: "磁盘加密",
    hant: "磁碟加密",
    en: "Disk encryption")

  package static let doctorFinishRestore = Phrase(
    "doctor.finishRestore",
    hans: "运行 rounds restore",
    hant: "執行 rounds restore",
    en: "Run rounds restore")

  package static let doctorPermissions = Phrase(
    "doctor.permissions",
    hans: "别人可以读 {0}，或它不属于您",
    hant: "別人可以讀 {0}，或它不屬於您",
    en: "Others can read {0}, or it is not yours")

  package static let doctorChangeMode = Phrase(
    "doctor.changeMode",
    hans: "运行 chmod -R go= {0}",
    hant: "執行 chmod -R go= {0}",
    en: "Run chmod -R go= {0}")

  package static let doctorSecretMissing = Phrase(
    "doctor.secretMissing",
    hans: "没有 device.key",
    hant: "沒有 device.key",
    en: "There is no device.key")

  package static let doctorBringSecret = Phrase(
    "doctor.bringSecret",
    hans: "放回原来的 device.key；没有了就请管理员给新的登记码",
    hant: "放回原來的 device.key；沒有了就請管理員給新的登記碼",
    en: "Put the right device.key back; if it is lost, ask your administrator for a new code")

  package static let doctorDatabase = Phrase(
    "doctor.database",
    hans: "数据库已损坏：{0}",
    hant: "資料庫已損壞：{0}",
    en: "The database is damaged: {0}")

  package static let doctorDatabaseMissing = Phrase(
    "doctor.databaseMissing",
    hans: "没有数据库",
    hant: "沒有資料庫",
    en: "There is no database")

  package static let doctorSalvage = Phrase(
    "doctor.salvage",
    hans: "运行 rounds salvage {0}，然后 rounds sync",
    hant: "執行 rounds salvage {0}，然後 rounds sync",
    en: "Run rounds salvage {0}, then rounds sync")

  package static let doctorRestore = Phrase(
    "doctor.restore",
    hans: "运行 rounds restore 备份文件；从未登记过就运行 rounds enroll 网址",
    hant: "執行 rounds restore 備份檔案；從未登記過就執行 rounds enroll 網址",
    en: "Run rounds restore with your backup; if this laptop was never enrolled, rounds enroll URL")

  package static let doctorKeys = Phrase(
    "doctor.keys",
    hans: "住户密钥的数据库已损坏：{0}",
    hant: "住戶密鑰的資料庫已損壞：{0}",
    en: "The database of household keys is damaged: {0}")

  package static let doctorKeysMissing = Phrase(
    "doctor.keysMissing",
    hans: "住户密钥不见了",
    hant: "住戶密鑰不見了",
    en: "The household keys are missing")

  package static let doctorRebuild = Phrase(
    "doctor.rebuild",
    hans: "运行 rounds doctor --rebuild",
    hant: "執行 rounds doctor --rebuild",
    en: "Run rounds doctor --rebuild")

  package static let doctorRebuildAndSync = Phrase(
    "doctor.rebuildAndSync",
    hans: "运行 rounds doctor --rebuild，然后 rounds sync",
    hant: "執行 rounds doctor --rebuild，然後 rounds sync",
    en: "Run rounds doctor --rebuild, then rounds sync")

  package static let doctorBundles = Phrase(
    "doctor.bundles",
    hans: "{0} 条记录与签名不符，第一条 {1}",
    hant: "{0} 條記錄與簽名不符，第一條 {1}",
    en: "{0} {0?bundle is|bundles are} not what was signed, the first {1}")

  package static let doctorView = Phrase(
    "doctor.view",
    hans: "{0} 处与记录不符，第一处：{1}",
    hant: "{0} 處與記錄不符，第一處：{1}",
    en: "{0} {0?place differs|places differ} from the log, the first: {1}")

  package static let doctorChain = Phrase(
    "doctor.chain",
    hans: "链的末端不是最后一条本机记录",
    hant: "鏈的末端不是最後一條本機記錄",
    en: "The chain does not end with the last own bundle")

  package static let doctorClockBehind = Phrase(
    "doctor.clockBehind",
    hans: "时钟比 {0} 还早，那时已有记录",
    hant: "時鐘比 {0} 還早，那時已有記錄",
    en: "The clock is before {0}, when something was stored already")

  package static let doctorClockOff = Phrase(
    "doctor.clockOff",
    hans: "上次联网时与公司时间相差 {0} 秒",
    hant: "上次聯網時與公司時間相差 {0} 秒",
    en: "At the last contact the office's clock differed by {0} s")

  package static let doctorSetClock = Phrase(
    "doctor.setClock",
    hans: "校准这台电脑的时钟，然后 rounds sync",
    hant: "校準這台電腦的時鐘，然後 rounds sync",
    en: "Set this laptop's clock right, then rounds sync")

  package static let doctorHeld = Phrase(
    "doctor.held",
    hans: "公司暂存了 {0} 条，等管理员处理",
    hant: "公司暫存了 {0} 條，等管理員處理",
    en: "The office holds {0} {0?bundle|bundles} for an administrator")

  package static let doctorCallAdministrator = Phrase(
    "doctor.callAdministrator",
    hans: "请联系管理员",
    hant: "請聯絡管理員",
    en: "Call your administrator")

  package static let doctorUnsent = Phrase(
    "doctor.unsent",
    hans: "{0} 条尚未同步，最早的自 {1}",
    hant: "{0} 條尚未同步，最早的自 {1}",
    en: "{0} {0?bundle is|bundles are} unsent, the oldest since {1}")

  package static let doctorSync = Phrase(
    "doctor.sync",
    hans: "联网运行 rounds sync，或用 rounds export",
    hant: "聯網執行 rounds sync，或用 rounds export",
    en: "Connect and run rounds sync, or use rounds export")

  package static let doctorGoOn = Phrase(
    "doctor.goOn",
    hans: "运行 rounds status：会换新的写入编号，没有丢失",
    hant: "執行 rounds status：會換新的寫入編號，沒有丟失",
    en: "Run rounds status: a new writer id is taken, nothing is lost")

  package static let doctorAuthorities = Phrase(
    "doctor.authorities",
    hans: "读不了证书机构文件：{0}",
    hant: "讀不了憑證機構檔案：{0}",
    en: "The file of authorities cannot be read: {0}")

  package static let doctorBringAuthorities = Phrase(
    "doctor.bringAuthorities",
    hans: "放回文件 {0}",
    hant: "放回檔案 {0}",
    en: "Put the file {0} back")

  package static let doctorDraft = Phrase(
    "doctor.draft",
    hans: "草稿打不开",
    hant: "草稿打不開",
    en: "The draft cannot be opened")

  package static let doctorDraftCure = Phrase(
    "doctor.draftCure",
    hans: "运行 rounds record：草稿会移到一旁，不会删除",
    hant: "執行 rounds record：草稿會移到一旁，不會刪除",
    en: "Run rounds record: the draft is moved aside, not deleted")

  package static let doctorSpace = Phrase(
    "doctor.space",
    hans: "只剩 {0} MiB",
    hant: "只剩 {0} MiB",
    en: "Only {0} MiB are left")

  package static let doctorFreeSpace = Phrase(
    "doctor.freeSpace",
    hans: "请腾出磁盘空间",
    hant: "請騰出磁碟空間",
    en: "Free some disk space")

  package static let doctorNotEncrypted = Phrase(
    "doctor.notEncrypted",
    hans: "数据目录不在加密的磁盘上；请管理员启用全盘加密",
    hant: "資料目錄不在加密的磁碟上；請管理員啟用全碟加密",
    en: "The data directory is not on an encrypted disk; ask your administrator for disk "
      + "encryption")
}
