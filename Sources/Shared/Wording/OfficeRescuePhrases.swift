// Backup and restore of the office, and what is said of laptops after a restore.

extension Phrase {
  package static let helpOfficeBackup = Phrase(
    "officeRescue.helpBackup",
    hans: "备份数据库和住户密钥，服务器可以照常运行",
    hant: "備份資料庫和住戶密鑰，伺服器可以照常執行",
    en: "Back up the store and the household keys, also while serving")

  package static let helpOfficeBackupFile = Phrase(
    "officeRescue.helpBackupFile",
    hans: "备份文件；密钥写入同名加 .keys 的文件",
    hant: "備份檔案；密鑰寫入同名加 .keys 的檔案",
    en: "The file to write; the keys go to the same name with .keys")

  package static let officeBackupExists = Phrase(
    "officeRescue.backupExists",
    hans: "{0} 已经存在，没有覆盖。请另选一个文件名。",
    hant: "{0} 已經存在，沒有覆蓋。請另選一個檔名。",
    en: "{0} exists and was left alone. Choose another name.")

  package static let officeBackupCopying = Phrase(
    "officeRescue.backupCopying",
    hans: "复制",
    hant: "複製",
    en: "Copying")

  package static let officeBackupChecking = Phrase(
    "officeRescue.backupChecking",
    hans: "检查副本",
    hant: "檢查副本",
    en: "Checking the copy")

  package static let officeBackupFailed = Phrase(
    "officeRescue.backupFailed",
    hans: "副本检查不通过（{0}），没有留下备份。请运行 rounds-server doctor。",
    hant: "副本檢查不通過（{0}），沒有留下備份。請執行 rounds-server doctor。",
    en: "The copy is not sound ({0}); no backup was left. Run rounds-server doctor.")

  package static let officeBackupDone = Phrase(
    "officeRescue.backupDone",
    hans: "已备份 {0} 条记录、{1} 个住户密钥，并已重新打开检查。",
    hant: "已備份 {0} 條記錄、{1} 個住戶密鑰，並已重新開啟檢查。",
    en: "{0} {0?bundle|bundles} and {1} household {1?key|keys} backed up, opened again and "
      + "checked.")

  package static let labelOfficeStoreFile = Phrase(
    "officeRescue.storeFile",
    hans: "记录（字节）",
    hant: "記錄（位元組）",
    en: "Records (bytes)")

  package static let labelOfficeKeysFile = Phrase(
    "officeRescue.keysFile",
    hans: "住户密钥（字节）",
    hant: "住戶密鑰（位元組）",
    en: "Household keys (bytes)")

  package static let officeBackupApart = Phrase(
    "officeRescue.backupApart",
    hans: "两个文件要分开存放：合在一起，再有 office.key，就能读出住户的姓名。office.key 不在备份里，恢复时必须有它；请另存一份。({0})",
    hant: "兩個檔案要分開存放：合在一起，再有 office.key，就能讀出住戶的姓名。office.key 不在備份裡，恢復時必須有它；請另存一份。({0})",
    en: "Keep the two files apart: together, and with office.key, they give away names. "
      + "office.key is in neither, and a restore needs it; keep a copy of it elsewhere. ({0})")

  package static let helpOfficeRestore = Phrase(
    "officeRescue.helpRestore",
    hans: "从备份恢复；现有数据移到一旁，不删除",
    hant: "從備份恢復；現有資料移到一旁，不刪除",
    en: "Restore from a backup; what is there is moved aside, never deleted")

  package static let helpOfficeRestoreFile = Phrase(
    "officeRescue.helpRestoreFile",
    hans: "备份文件",
    hant: "備份檔案",
    en: "The backup")

  package static let helpOfficeRestoreKeys = Phrase(
    "officeRescue.helpRestoreKeys",
    hans: "住户密钥的备份（默认为备份文件名加 .keys）",
    hant: "住戶密鑰的備份（預設為備份檔名加 .keys）",
    en: "The backup of the household keys (default: the backup's name with .keys)")

  package static let helpOfficeRestoreSecret = Phrase(
    "officeRescue.helpRestoreSecret",
    hans: "office.key 的副本（默认用数据目录里的）",
    hant: "office.key 的副本（預設用資料目錄裡的）",
    en: "A copy of office.key (default: the one in the data directory)")

  package static let helpOfficeAsOfBackup = Phrase(
    "officeRescue.helpAsOfBackup",
    hans: "不从现有数据取回备份里没有的记录",
    hant: "不從現有資料取回備份裡沒有的記錄",
    en: "Take nothing back from the present store")

  package static let officeBackupAbsent = Phrase(
    "officeRescue.backupAbsent",
    hans: "没有文件 {0}。备份由两个文件组成：F 和 F.keys，命令里写 F。什么也没有改动。",
    hant: "沒有檔案 {0}。備份由兩個檔案組成：F 和 F.keys，指令裡寫 F。什麼也沒有改動。",
    en:
      "There is no file {0}. A backup is two files, F and F.keys, and the command names F. Nothing was touched."
  )

  package static let officeBackupUnsound = Phrase(
    "officeRescue.backupUnsound",
    hans: "备份 {0} 不完好：{1}。什么也没有改动；请换一个备份。",
    hant: "備份 {0} 不完好：{1}。什麼也沒有改動；請換一個備份。",
    en: "The backup {0} is not sound: {1}. Nothing was touched; take another backup.")

  package static let officeBackupForeign = Phrase(
    "officeRescue.backupForeign",
    hans: "{0} 不是本程序的数据库。什么也没有改动。",
    hant: "{0} 不是本程式的資料庫。什麼也沒有改動。",
    en: "{0} is no database of this program. Nothing was touched.")

  package static let officeKeysDoNotOpen = Phrase(
    "officeRescue.keysDoNotOpen",
    hans: "{0} 的 {2} 个密钥中有 {1} 个打不开：不属于这个 office.key。什么也没有改动。",
    hant: "{0} 的 {2} 個密鑰中有 {1} 個打不開：不屬於這個 office.key。什麼也沒有改動。",
    en: "Of the {2} keys in {0}, {1} do not open: they do not belong to this office.key. "
      + "Nothing was touched.")

  package static let officeKeyFileAbsent = Phrase(
    "officeRescue.keyFileAbsent",
    hans: "没有 {0}。备份要配它的 office.key 才能用；请用 --office-key 给出副本。",
    hant: "沒有 {0}。備份要配它的 office.key 才能用；請用 --office-key 給出副本。",
    en: "There is no {0}. A backup needs the office.key it belongs to; name a copy with "
      + "--office-key.")

  package static let officeKeyFileBad = Phrase(
    "officeRescue.keyFileBad",
    hans: "{0} 不是 office.key。什么也没有改动。",
    hant: "{0} 不是 office.key。什麼也沒有改動。",
    en: "{0} is no office.key. Nothing was touched.")

  package static let officeRestoreNoRoom = Phrase(
    "officeRescue.noRoom",
    hans: "恢复需要 {0} MiB 空间，只剩 {1} MiB。什么也没有改动；请先腾出空间。",
    hant: "恢復需要 {0} MiB 空間，只剩 {1} MiB。什麼也沒有改動；請先騰出空間。",
    en: "The restore needs {0} MiB and {1} MiB are free. Nothing was touched; free some "
      + "space first.")

  package static let officeRestoreChecking = Phrase(
    "officeRescue.restoreChecking",
    hans: "检查备份",
    hant: "檢查備份",
    en: "Checking the backup")

  package static let officeRestoreTakingBack = Phrase(
    "officeRescue.restoreTakingBack",
    hans: "取回记录",
    hant: "取回記錄",
    en: "Taking records back")

  package static let officeRestored = Phrase(
    "officeRescue.restored",
    hans: "已恢复：{0} 条记录、{1} 个住户密钥。",
    hant: "已恢復：{0} 條記錄、{1} 個住戶密鑰。",
    en: "Restored: {0} {0?bundle|bundles}, {1} household {1?key|keys}.")

  package static let officeTakenBack = Phrase(
    "officeRescue.takenBack",
    hans: "其中从原有数据取回 {0} 条已接受的记录、{1} 条待处理的记录、{2} 个密钥。",
    hant: "其中從原有資料取回 {0} 條已接受的記錄、{1} 條待處理的記錄、{2} 個密鑰。",
    en: "Of these, {0} admitted, {1} held and {2} {2?key|keys} came from the store that was here.")

  package static let officeTakenBackDamaged = Phrase(
    "officeRescue.takenBackDamaged",
    hans: "原有数据里有 {0} 条记录读不出或签名不符，没有取回；它们仍在移到一旁的数据里。",
    hant: "原有資料裡有 {0} 條記錄讀不出或簽名不符，沒有取回；它們仍在移到一旁的資料裡。",
    en: "{0} {0?bundle|bundles} of the store that was here, unreadable or not authentic, "
      + "{0?was|were} not taken back; what was set aside keeps {0?it|them}.")

  package static let officeTakenBackTrouble = Phrase(
    "officeRescue.takenBackTrouble",
    hans: "原有数据没能读完（{0}）；它完整保留着，其余记录会由各台电脑带回。",
    hant: "原有資料沒能讀完（{0}）；它完整保留著，其餘記錄會由各台電腦帶回。",
    en: "The store that was here could not be read to its end ({0}); it is kept whole, and "
      + "laptops bring the rest back.")

  package static let officeTakenBackOther = Phrase(
    "officeRescue.takenBackOther",
    hans: "原有数据属于另一家公司，没有取回任何记录。",
    hant: "原有資料屬於另一家公司，沒有取回任何記錄。",
    en: "The store that was here is of another company; nothing was taken from it.")

  package static let officeSetAside = Phrase(
    "officeRescue.setAside",
    hans: "原有数据已移到 {0}。",
    hant: "原有資料已移到 {0}。",
    en: "What was here lies in {0}.")

  package static let officeRestoreNext = Phrase(
    "officeRescue.restoreNext",
    hans: "现在启动服务器，让每台电脑同步一次，再看 rounds-server device list 和 rounds-server held list。",
    hant: "現在啟動伺服器，讓每台電腦同步一次，再看 rounds-server device list 和 rounds-server held list。",
    en: "Now start the server, let every laptop sync once, and then look at rounds-server "
      + "device list and rounds-server held list.")

  package static let officeRestoreFinished = Phrase(
    "officeRescue.restoreFinished",
    hans: "一次中断的恢复现已完成。要恢复别的备份，请再运行一次。",
    hant: "一次中斷的恢復現已完成。要恢復別的備份，請再執行一次。",
    en: "A restore that was stopped midway is now finished. To restore another backup, run "
      + "this again.")

  package static let officeCopiedBack = Phrase(
    "officeRescue.copiedBack",
    hans: "注意：rounds.sqlite 比上次使用时旧，是从副本放回来的。服务器已开始新的时期，各台电脑会把记录重新带来；请检"
      + "查 rounds-server device list。以后请用 rounds-server restore。",
    hant: "注意：rounds.sqlite 比上次使用時舊，是從副本放回來的。伺服器已開始新的時期，各台電腦會把記錄重新帶來；請檢"
      + "查 rounds-server device list。以後請用 rounds-server restore。",
    en: "MIND: rounds.sqlite is older than when it was last used: somebody put a copy back. "
      + "The office began a new epoch, and laptops bring their records again; look at "
      + "rounds-server device list. Use rounds-server restore next time.")

  package static let officeMarkUnwritten = Phrase(
    "officeRescue.markUnwritten",
    hans: "没能写入或读取 office.mark（{0}）；记录不受影响。",
    hant: "沒能寫入或讀取 office.mark（{0}）；記錄不受影響。",
    en: "office.mark could not be written or read ({0}); no record is affected.")

  package static let labelConfirmation = Phrase(
    "officeRescue.labelConfirmation",
    hans: "恢复后确认",
    hant: "恢復後確認",
    en: "After the restore")

  package static let confirmationDone = Phrase(
    "officeRescue.confirmationDone",
    hans: "已确认",
    hant: "已確認",
    en: "confirmed")

  package static let devicesWait = Phrase(
    "officeRescue.devicesWait",
    hans: "恢复之后，有 {0} 台电脑等待确认。",
    hant: "恢復之後，有 {0} 台電腦等待確認。",
    en: "After the restore, {0} {0?laptop waits|laptops wait} to be confirmed.")

  package static let helpDeviceConfirm = Phrase(
    "officeRescue.helpDeviceConfirm",
    hans: "恢复之后确认认识这些电脑",
    hant: "恢復之後確認認識這些電腦",
    en: "Confirm after a restore that you know these laptops")

  package static let helpConfirmAll = Phrase(
    "officeRescue.helpConfirmAll",
    hans: "所有等待确认的电脑",
    hant: "所有等待確認的電腦",
    en: "All that wait")

  package static let confirmWhich = Phrase(
    "officeRescue.confirmWhich",
    hans: "请给出电脑的指纹，或用 --all，两者取一。",
    hant: "請給出電腦的指紋，或用 --all，兩者取一。",
    en: "Name laptops by their fingerprints, or give --all, not both.")

  package static let devicesConfirmed = Phrase(
    "officeRescue.devicesConfirmed",
    hans: "确认了 {0} 台电脑，还有 {1} 台等待。",
    hant: "確認了 {0} 台電腦，還有 {1} 台等待。",
    en: "{0} {0?laptop|laptops} confirmed, {1} still {1?waits|wait}.")

  package static let verifiedKeys = Phrase(
    "officeRescue.verifiedKeys",
    hans: "检查了 {0} 个住户密钥。",
    hant: "檢查了 {0} 個住戶密鑰。",
    en: "{0} household keys checked.")

  /// How a restored office came to know a laptop that waits, by `DeviceOrigin`'s number.
  package static func confirmationOf(_ origin: Int) -> Phrase {
    switch origin {
    case 1:
      Phrase(
        "officeRescue.originBackup",
        hans: "待确认；备份前已登记",
        hant: "待確認；備份前已登記",
        en: "waits; enrolled before the backup")
    case 2:
      Phrase(
        "officeRescue.originTaken",
        hans: "待确认；备份后登记，由原有数据取回",
        hant: "待確認；備份後登記，由原有資料取回",
        en: "waits; enrolled after the backup, taken back from the store that was here")
    default:
      Phrase(
        "officeRescue.originBrought",
        hans: "待确认；备份后登记，由电脑带回",
        hant: "待確認；備份後登記，由電腦帶回",
        en: "waits; enrolled after the backup, brought back by a laptop")
    }
  }
}
