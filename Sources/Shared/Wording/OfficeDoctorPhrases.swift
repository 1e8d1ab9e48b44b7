// What the office's doctor looks at, what it finds, and what cures it.

extension Phrase {
  package static let helpOfficeDoctor = Phrase(
    "officeDoctor.help",
    hans: "检查服务器的一切，说明问题和办法",
    hant: "檢查伺服器的一切，說明問題和辦法",
    en: "Check everything about the office; say what is wrong and what cures it")

  package static let officeCheckWell = Phrase(
    "officeDoctor.well",
    hans: "正常",
    hant: "正常",
    en: "ok")

  package static let officeCureDamagedLog = Phrase(
    "officeDoctor.cureDamagedLog",
    hans: "不要删除任何文件；停止服务器，用 rounds-server restore 恢复最近的备份，现有数据里完好的记录会一并取回。",
    hant: "不要刪除任何檔案；停止伺服器，用 rounds-server restore 恢復最近的備份，現有資料裡完好的記錄會一併取回。",
    en: "Delete nothing. Stop the server and restore the newest backup with rounds-server "
      + "restore; sound records of the present store are taken back too.")

  package static let officeCureRebuild = Phrase(
    "officeDoctor.cureRebuild",
    hans: "运行 rounds-server rebuild，由记录重新计算。如果 doctor 仍然报告，停止服务器，用 "
      + "rounds-server restore 恢复最近的备份。",
    hant: "執行 rounds-server rebuild，由記錄重新計算。如果 doctor 仍然報告，停止伺服器，用 "
      + "rounds-server restore 恢復最近的備份。",
    en: "Run rounds-server rebuild, which computes it anew from the records. If doctor still "
      + "finds it, stop the server and restore the newest backup with rounds-server restore.")

  package static let officeTroubleView = Phrase(
    "officeDoctor.view",
    hans: "显示的内容与记录不符：{0}",
    hant: "顯示的內容與記錄不符：{0}",
    en: "What is shown differs from the records: {0}")

  package static let officeKeysMissing = Phrase(
    "officeDoctor.keysMissing",
    hans: "{0}：缺少 {1} 个住户密钥（第一个是 {2}），用它们加密的文字打不开。",
    hant: "{0}：缺少 {1} 個住戶密鑰（第一個是 {2}），用它們加密的文字打不開。",
    en: "{0}: {1} household {1?key is|keys are} missing (the first is {2}); the texts sealed "
      + "with {1?it|them} cannot be opened.")

  package static let officeCureMissingKeys = Phrase(
    "officeDoctor.cureMissingKeys",
    hans: "停止服务器，用 rounds-server restore 恢复丢失之前的备份：备份里的密钥随之回来；再启动服务器，让每台电脑解锁后同步一次："
      + "电脑上有的密钥会一并带回。",
    hant: "停止伺服器，用 rounds-server restore 恢復丟失之前的備份：備份裡的密鑰隨之回來；再啟動伺服器，讓每台電腦解鎖後同步一次："
      + "電腦上有的密鑰會一併帶回。",
    en: "Stop the server and restore a backup from before the loss with rounds-server restore: "
      + "the keys in it come back. Then serve, and let every laptop sync once, unlocked: it brings the keys "
      + "that it holds.")

  package static let officeKeyFileDamaged = Phrase(
    "officeDoctor.keyFileDamaged",
    hans: "office.key 里的加密密钥不是本公司公布的那一个：文件损坏或被改动了，电脑送来的住户密钥会打不开。请放回原来的 office.key。",
    hant: "office.key 裡的加密密鑰不是本公司公布的那一個：檔案損壞或被改動了，電腦送來的住戶密鑰會打不開。請放回原來的 office.key。",
    en: "The sealing key in office.key is not the one that this office has published: the file "
      + "is damaged or was changed, and household keys from laptops could not be opened. Put the right "
      + "office.key back.")

  package static let officeCureKeyFile = Phrase(
    "officeDoctor.cureKeyFile",
    hans: "停止服务器，放回另存的 office.key。",
    hant: "停止伺服器，放回另存的 office.key。",
    en: "Stop the server and put back the office.key that was kept elsewhere.")

  package static let officeStoreDamaged = Phrase(
    "officeDoctor.storeDamaged",
    hans: "数据与写入时不符：{0}。不要删除任何文件。请运行 rounds-server doctor；它也打不开时，停止服务器，用 "
      + "rounds-server restore 恢复最近的备份，现有数据里完好的记录会一并取回。",
    hant: "資料與寫入時不符：{0}。不要刪除任何檔案。請執行 rounds-server doctor；它也打不開時，停止伺服器，用 "
      + "rounds-server restore 恢復最近的備份，現有資料裡完好的記錄會一併取回。",
    en: "The data is not what was written: {0}. Delete nothing. Run rounds-server doctor; where "
      + "that cannot open it either, stop the server and restore the newest backup with rounds-server "
      + "restore; sound records of the present store are taken back too.")

  package static let officeNotAStore = Phrase(
    "officeDoctor.notAStore",
    hans: "数据目录里有文件不是本程序的数据库。请检查 ROUNDS_SERVER_HOME；目录没错的话，就是文件损坏了：不要删除任何"
      + "文件，停止服务器，用 rounds-server restore 恢复最近的备份。",
    hant: "資料目錄裡有檔案不是本程式的資料庫。請檢查 ROUNDS_SERVER_HOME；目錄沒錯的話，就是檔案損壞了：不要刪除任何"
      + "檔案，停止伺服器，用 rounds-server restore 恢復最近的備份。",
    en: "A file in the data directory is no database of this program. Check ROUNDS_SERVER_HOME; if "
      + "that is right, the file is damaged: delete nothing, stop the server and restore the newest "
      + "backup with rounds-server restore.")

  package static let officeTroublePermissions = Phrase(
    "officeDoctor.permissions",
    hans: "其他用户能访问 {0}。",
    hant: "其他使用者能存取 {0}。",
    en: "Other users can get at {0}.")

  package static let officeCurePermissions = Phrase(
    "officeDoctor.curePermissions",
    hans: "运行 chmod go-rwx {0}",
    hant: "執行 chmod go-rwx {0}",
    en: "Run chmod go-rwx {0}")

  package static let officeTroubleSpace = Phrase(
    "officeDoctor.space",
    hans: "磁盘只剩 {0} MiB（共 {1} MiB）。",
    hant: "磁碟只剩 {0} MiB（共 {1} MiB）。",
    en: "{0} MiB of {1} MiB are free on the disk.")

  package static let officeCureSpace = Phrase(
    "officeDoctor.cureSpace",
    hans: "腾出空间：要留出一成，并够做一次备份和恢复。",
    hant: "騰出空間：要留出一成，並夠做一次備份和恢復。",
    en: "Free some space: a tenth of the disk, and enough for a backup and a restore.")

  package static let officeTroubleClock = Phrase(
    "officeDoctor.clock",
    hans: "时钟显示 {0}，但最新的记录收于 {1}。",
    hant: "時鐘顯示 {0}，但最新的記錄收於 {1}。",
    en: "The clock says {0}, but the newest record was received at {1}.")

  package static let officeCureClock = Phrase(
    "officeDoctor.cureClock",
    hans: "校准时钟，例如启用 systemd-timesyncd。",
    hant: "校準時鐘，例如啟用 systemd-timesyncd。",
    en: "Set the clock, for instance with systemd-timesyncd.")

  package static let officeTroubleFrames = Phrase(
    "officeDoctor.frames",
    hans: "{0} 个小区还没有 {1} 的口径。",
    hant: "{0} 個小區還沒有 {1} 的口徑。",
    en: "{0} {0?site has|sites have} no frame of {1}.")

  package static let officeCureFrames = Phrase(
    "officeDoctor.cureFrames",
    hans: "运行 rounds-server frame",
    hant: "執行 rounds-server frame",
    en: "Run rounds-server frame")

  package static let officeTroubleFork = Phrase(
    "officeDoctor.fork",
    hans: "电脑 {0} 的数据目录被复制，两份都在用。",
    hant: "電腦 {0} 的資料目錄被複製，兩份都在用。",
    en: "The data directory of laptop {0} was copied and both copies are in use.")

  package static let officeCureFork = Phrase(
    "officeDoctor.cureFork",
    hans: "停用其中一份：rounds-server device revoke，再重新登记。",
    hant: "停用其中一份：rounds-server device revoke，再重新登記。",
    en: "Retire one of them: rounds-server device revoke, then enrol it anew.")

  package static let officeTroubleContacts = Phrase(
    "officeDoctor.contacts",
    hans: "电脑最后联系时间的记录有 {0} 条在磁盘上被改动，不再采用。",
    hant: "電腦最後聯絡時間的記錄有 {0} 條在磁碟上被改動，不再採用。",
    en:
      "Changed on the disk, and not believed: notes of when laptops were last heard of ({0})."
  )

  package static let officeCureContacts = Phrase(
    "officeDoctor.cureContacts",
    hans: "不用处理记录：相关电脑下次同步时会重新开始记。请检查磁盘。",
    hant: "不用處理記錄：相關電腦下次同步時會重新開始記。請檢查磁碟。",
    en:
      "Leave the notes: they begin anew when those laptops sync. Look after the disk.")

  package static let officeCureDevices = Phrase(
    "officeDoctor.cureDevices",
    hans: "用 rounds-server device list 核对；认识的用 rounds-server device con"
      + "firm，遗失的用 rounds-server device revoke。",
    hant: "用 rounds-server device list 核對；認識的用 rounds-server device con"
      + "firm，遺失的用 rounds-server device revoke。",
    en: "Go through rounds-server device list: confirm those you know with rounds-server "
      + "device confirm, revoke lost ones with rounds-server device revoke.")

  package static let officeTroubleRevoked = Phrase(
    "officeDoctor.revoked",
    hans: "停用的电脑 {0}：停用消息带回之前，已接受了它的 {1} 条记录。",
    hant: "停用的電腦 {0}：停用消息帶回之前，已接受了它的 {1} 條記錄。",
    en: "Revoked laptop {0}: {1} of its records {1?was|were} admitted before the revocation came "
      + "back.")

  package static let officeCureRevoked = Phrase(
    "officeDoctor.cureRevoked",
    hans: "与当事人核对这些记录；不真实的，由负责人作废。",
    hant: "與當事人核對這些記錄；不真實的，由負責人作廢。",
    en: "Go through these records with the people concerned; what is not true is to be voided.")

  package static let officeTroubleHeld = Phrase(
    "officeDoctor.held",
    hans: "{0} 条记录待处理已超过 {1} 天。",
    hant: "{0} 條記錄待處理已超過 {1} 天。",
    en: "{0} {0?record has|records have} been held for more than {1} days.")

  package static let officeCureHeld = Phrase(
    "officeDoctor.cureHeld",
    hans: "查看 rounds-server held list，再用 rounds-server held admit。",
    hant: "查看 rounds-server held list，再用 rounds-server held admit。",
    en: "Look at rounds-server held list, then use rounds-server held admit.")

  /// What the doctor looked at, by the name of a `Check.Subject`.
  package static func officeCheck(_ subject: String) -> Phrase {
    switch subject {
    case "log":
      Phrase(
        "officeDoctor.check.log", hans: "记录和密钥", hant: "記錄和密鑰", en: "Records and keys")
    case "keys":
      Phrase(
        "officeDoctor.check.keys", hans: "缺少的密钥", hant: "缺少的密鑰", en: "Missing keys")
    case "keyFile":
      Phrase(
        "officeDoctor.check.keyFile", hans: "office.key", hant: "office.key", en: "office.key")
    case "view":
      Phrase(
        "officeDoctor.check.view", hans: "显示的内容", hant: "顯示的內容", en: "What is shown")
    case "database":
      Phrase(
        "officeDoctor.check.database", hans: "数据库", hant: "資料庫", en: "Databases")
    case "permissions":
      Phrase(
        "officeDoctor.check.permissions", hans: "文件权限", hant: "檔案權限", en: "Permissions of files")
    case "space":
      Phrase(
        "officeDoctor.check.space", hans: "磁盘空间", hant: "磁碟空間", en: "Disk space")
    case "clock":
      Phrase(
        "officeDoctor.check.clock", hans: "时钟", hant: "時鐘", en: "Clock")
    case "frames":
      Phrase(
        "officeDoctor.check.frames", hans: "当月口径", hant: "當月口徑", en: "Frames of the month")
    case "forks":
      Phrase(
        "officeDoctor.check.forks", hans: "被复制的电脑", hant: "被複製的電腦", en: "Copied laptops")
    case "devices":
      Phrase(
        "officeDoctor.check.devices", hans: "待确认的电脑", hant: "待確認的電腦", en: "Laptops to confirm")
    case "revoked":
      Phrase(
        "officeDoctor.check.revoked", hans: "停用的电脑", hant: "停用的電腦", en: "Revoked laptops")
    default:
      Phrase(
        "officeDoctor.check.held", hans: "待处理的记录", hant: "待處理的記錄", en: "Held records")
    }
  }
}
