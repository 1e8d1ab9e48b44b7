// Bundles carried by hand, backups, and what is saved out of a damaged store.

extension Phrase {
  package static let fileExists = Phrase(
    "rescue.fileExists",
    hans: "{0} 已经存在，没有覆盖。请换个名字。",
    hant: "{0} 已經存在，沒有覆蓋。請換個名字。",
    en: "{0} exists already and was not overwritten. Choose another name.")

  package static let exporting = Phrase(
    "rescue.exporting",
    hans: "正在导出",
    hant: "正在匯出",
    en: "Exporting")

  package static let importing = Phrase(
    "rescue.importing",
    hans: "正在导入",
    hant: "正在匯入",
    en: "Importing")

  package static let salvaging = Phrase(
    "rescue.salvaging",
    hans: "正在抢救",
    hant: "正在搶救",
    en: "Salvaging")

  package static let exported = Phrase(
    "rescue.exported",
    hans: "已导出到 {0}。",
    hant: "已匯出到 {0}。",
    en: "Exported to {0}.")

  package static let exportedNext = Phrase(
    "rescue.exportedNext",
    hans: "在另一台电脑上运行 rounds import 这个文件；那台电脑同步时会一并送到公司。加密的内容仍是加密的。",
    hant: "在另一台電腦上執行 rounds import 這個檔案；那台電腦同步時會一併送到公司。加密的內容仍是加密的。",
    en: "On another laptop run rounds import with this file; its next sync takes everything "
      + "to the office. What is sealed stays sealed.")

  package static let imported = Phrase(
    "rescue.imported",
    hans: "已导入（{0}）。",
    hant: "已匯入（{0}）。",
    en: "Imported ({0}).")

  package static let importedNext = Phrase(
    "rescue.importedNext",
    hans: "联网后运行 rounds sync，把它们送到公司。",
    hant: "聯網後執行 rounds sync，把它們送到公司。",
    en: "Run rounds sync when there is a network; it takes them to the office.")

  package static let importNotWhole = Phrase(
    "rescue.importNotWhole",
    hans: "这个文件不完整：能读的都已导入。请重新导出，再导入一次。",
    hant: "這個檔案不完整：能讀的都已匯入。請重新匯出，再匯入一次。",
    en: "The file is not whole: what can be read was taken. Export it again and import that.")

  package static let notAnExport = Phrase(
    "rescue.notAnExport",
    hans: "这不是 rounds export 写的文件，没有改动。",
    hant: "這不是 rounds export 寫的檔案，沒有改動。",
    en: "That is no file of rounds export; nothing was changed.")

  package static let exportOfAnotherCompany = Phrase(
    "rescue.exportOfAnotherCompany",
    hans: "这些记录属于另一家公司（{0}，{1}），没有导入。",
    hant: "這些記錄屬於另一家公司（{0}，{1}），沒有匯入。",
    en: "These records belong to another company ({0}, {1}); they were not taken.")

  package static let itemDamaged = Phrase(
    "rescue.itemDamaged",
    hans: "第 {0} 项已损坏，没有导入。",
    hant: "第 {0} 項已損壞，沒有匯入。",
    en: "Item {0} is damaged and was not taken.")

  package static let itemDoubtful = Phrase(
    "rescue.itemDoubtful",
    hans: "第 {0} 项在文件已损坏的部分：签名正确的已导入。",
    hant: "第 {0} 項在檔案已損壞的部分：簽名正確的已匯入。",
    en: "Item {0} stands in a damaged part of the file; what holds by its signature was taken.")

  package static let itemKeyDamaged = Phrase(
    "rescue.itemKeyDamaged",
    hans: "第 {0} 项附带的住户密钥有损坏的，没有导入。",
    hant: "第 {0} 項附帶的住戶密鑰有損壞的，沒有匯入。",
    en: "A household key beside item {0} is damaged and was not taken.")

  package static let itemKeyDoubtful = Phrase(
    "rescue.itemKeyDoubtful",
    hans: "第 {0} 项附带的住户密钥在文件已损坏的部分，可能已变，没有导入。请重新导出，再导入一次。",
    hant: "第 {0} 項附帶的住戶密鑰在檔案已損壞的部分，可能已變，沒有匯入。請重新匯出，再匯入一次。",
    en: "A household key beside item {0} stands in a damaged part of the file, may have been "
      + "changed, and was not taken. Export again and import that.")

  package static let itemMissing = Phrase(
    "rescue.itemMissing",
    hans: "第 {0} 项起的内容不在文件里。",
    hant: "第 {0} 項起的內容不在檔案裡。",
    en: "Item {0} and what follows it up to the next is not in the file.")

  package static let itemOfAnotherCompany = Phrase(
    "rescue.itemOfAnotherCompany",
    hans: "第 {0} 项属于另一家公司的电脑（{1}），没有导入。",
    hant: "第 {0} 項屬於另一家公司的電腦（{1}），沒有匯入。",
    en: "Item {0} is of another company's laptop ({1}) and was not taken.")

  package static let backedUp = Phrase(
    "rescue.backedUp",
    hans: "已备份，并已检查。",
    hant: "已備份，並已檢查。",
    en: "Backed up, and checked.")

  package static let backedUpFile = Phrase(
    "rescue.backedUpFile",
    hans: "文件：{0}",
    hant: "檔案：{0}",
    en: "File: {0}")

  package static let backupHoldsSecret = Phrase(
    "rescue.backupHoldsSecret",
    hans: "私钥也在备份里，由口令保护。",
    hant: "私鑰也在備份裡，由口令保護。",
    en: "The private keys are in it, under your passphrase.")

  package static let backupLacksSecret = Phrase(
    "rescue.backupLacksSecret",
    hans: "私钥（device.key）没有口令保护，所以只留在这台电脑上。电脑丢失后，请重新登记，再导入备份里的记录。",
    hant: "私鑰（device.key）沒有口令保護，所以只留在這台電腦上。電腦遺失後，請重新登記，再匯入備份裡的記錄。",
    en: "The private keys (device.key) have no passphrase and so stay on this machine. If it "
      + "is lost, enrol again and salvage this backup.")

  package static let backupOfUnsound = Phrase(
    "rescue.backupOfUnsound",
    hans: "备份已写好，但现有数据有毛病，rounds restore 不会接受这份备份。请先按下面的办法修好，再备份一次：",
    hant: "備份已寫好，但現有資料有毛病，rounds restore 不會接受這份備份。請先按下面的辦法修好，再備份一次：",
    en:
      "The backup is written, but the store is not sound, and rounds restore would refuse it. Cure "
      + "this first, then back up again:")

  package static let backupUnsound = Phrase(
    "rescue.backupUnsound",
    hans: "{0} 不可靠（{1}）。没有留下备份，也没有改动数据。",
    hant: "{0} 不可靠（{1}）。沒有留下備份，也沒有改動資料。",
    en: "{0} is not sound ({1}). No backup was kept and nothing in place was touched.")

  package static let backupMissing = Phrase(
    "rescue.backupMissing",
    hans: "没有文件 {0}。备份由两个文件组成：F 和 F.keys。没有改动。",
    hant: "沒有檔案 {0}。備份由兩個檔案組成：F 和 F.keys。沒有改動。",
    en: "There is no file {0}. A backup is two files, F and F.keys. Nothing was changed.")

  package static let backupWithJournal = Phrase(
    "rescue.backupWithJournal",
    hans: "{0} 旁边有它的日志文件，说明它是直接复制的、写到一半的数据库，不是备份。请用 rounds salvage {0} 取出其中的记录。没有改动。",
    hant: "{0} 旁邊有它的日誌檔案，說明它是直接複製的、寫到一半的資料庫，不是備份。請用 rounds salvage {0} 取出其中的記錄。沒有改動。",
    en: "A journal lies beside {0}: it is a database copied while it was written, not a backup. "
      + "rounds salvage {0} brings out its records. Nothing was changed.")

  package static let restoreUnsound = Phrase(
    "rescue.restoreUnsound",
    hans: "{0} 不可靠（{1}）。没有改动。请换一个备份；或用 rounds salvage {2} 取出其中完好的记录。",
    hant: "{0} 不可靠（{1}）。沒有改動。請換一個備份；或用 rounds salvage {2} 取出其中完好的記錄。",
    en: "{0} is not sound ({1}). Nothing in place was touched. Restore another backup, or bring "
      + "out what is whole with rounds salvage {2}.")

  package static let restoreWhat = Phrase(
    "rescue.restoreWhat",
    hans: "请指明备份文件：rounds restore F",
    hant: "請指明備份檔案：rounds restore F",
    en: "Name the backup: rounds restore F")

  package static let restoreNeedsSecret = Phrase(
    "rescue.restoreNeedsSecret",
    hans: "没有 device.key，备份里也没有，所以打不开其中的文字。请放回 device.key；或重新登记，再运行 rounds salvage。没有改动。",
    hant: "沒有 device.key，備份裡也沒有，所以打不開其中的文字。請放回 device.key；或重新登記，再執行 rounds salvage。沒有改動。",
    en: "There is no device.key, here or in the backup, so that its texts could not be "
      + "opened. Put device.key back, or enrol again and run rounds salvage. Nothing was "
      + "changed.")

  package static let secretOfAnother = Phrase(
    "rescue.secretOfAnother",
    hans: "device.key 属于另一台电脑，与这些数据对不上。",
    hant: "device.key 屬於另一台電腦，與這些資料對不上。",
    en: "This device.key is another laptop's and does not fit the data.")

  package static let restored = Phrase(
    "rescue.restored",
    hans: "备份已恢复。这台电脑从现在起有新的写入编号。",
    hant: "備份已恢復。這台電腦從現在起有新的寫入編號。",
    en: "The backup is in place. This laptop writes under a new id from now on.")

  package static let restoreFinished = Phrase(
    "rescue.restoreFinished",
    hans: "上次中断的恢复已完成。",
    hant: "上次中斷的恢復已完成。",
    en: "The restore that had stopped is finished now.")

  package static let restoredNext = Phrase(
    "rescue.restoredNext",
    hans: "联网后运行 rounds sync。原来的文件没有删除。",
    hant: "聯網後執行 rounds sync。原來的檔案沒有刪除。",
    en: "Run rounds sync when there is a network. The files that were here before are kept.")

  package static let restoreUnfinished = Phrase(
    "rescue.restoreUnfinished",
    hans: "一次恢复在中途停止了。请运行 rounds restore 完成它；没有丢失任何记录。",
    hant: "一次恢復在中途停止了。請執行 rounds restore 完成它；沒有丟失任何記錄。",
    en: "A restore stopped in the middle. Run rounds restore to finish it; nothing is lost.")

  package static let takenBack = Phrase(
    "rescue.takenBack",
    hans: "备份之后的 {0} 条记录已从原来的数据中取回。",
    hant: "備份之後的 {0} 條記錄已從原來的資料中取回。",
    en: "{0} {0?bundle|bundles} newer than the backup {0?was|were} taken back from what was here "
      + "before.")

  package static let salvaged = Phrase(
    "rescue.salvaged",
    hans: "找到 {0} 条完好的记录。",
    hant: "找到 {0} 條完好的記錄。",
    en: "{0} {0?bundle was|bundles were} found whole.")

  package static let salvagedAside = Phrase(
    "rescue.salvagedAside",
    hans: "损坏的数据移到了 {0}，没有删除。",
    hant: "損壞的資料移到了 {0}，沒有刪除。",
    en: "The damaged store was moved to {0}; it is not deleted.")

  package static let salvagedCorrected = Phrase(
    "rescue.salvagedCorrected",
    hans: "损坏的数据里有几项（{0}）与公司签名的登记不符，已改用登记里的。",
    hant: "損壞的資料裡有幾項（{0}）與公司簽名的登記不符，已改用登記裡的。",
    en: "What the damaged store said of this laptop ({0}) did not fit the enrolment that the "
      + "office signed; the enrolment's was used.")

  package static let salvageNothing = Phrase(
    "rescue.salvageNothing",
    hans: "没有 {0}。",
    hant: "沒有 {0}。",
    en: "There is no {0}.")

  package static let salvageKnowsNoOffice = Phrase(
    "rescue.salvageKnowsNoOffice",
    hans: "损坏的数据里读不出属于哪家公司。请恢复备份；或移开 rounds.sqlite，用新的登记码重新登记，再对它运行 rounds salvage。没有改动。",
    hant: "損壞的資料裡讀不出屬於哪家公司。請恢復備份；或移開 rounds.sqlite，用新的登記碼重新登記，再對它執行 rounds salvage。沒有改動。",
    en: "The damaged store no longer says which office it belongs to. Restore a backup; or "
      + "move rounds.sqlite away, enrol with a new code, and run rounds salvage on it. "
      + "Nothing was changed.")

  package static let directoryCopied = Phrase(
    "rescue.directoryCopied",
    hans: "数据目录是从别处复制来的：从现在起以新的写入编号继续，两边的记录都会保留；请告诉管理员。",
    hant: "資料目錄是從別處複製來的：從現在起以新的寫入編號繼續，兩邊的記錄都會保留；請告訴管理員。",
    en: "This data directory was copied from elsewhere: it goes on under a new writer id, "
      + "and both sides are kept; tell your administrator.")

  package static let databaseCopied = Phrase(
    "rescue.databaseCopied",
    hans: "数据库文件是从别处放进来的：从现在起以新的写入编号继续，两边的记录都会保留；请告诉管理员。",
    hant: "資料庫檔案是從別處放進來的：從現在起以新的寫入編號繼續，兩邊的記錄都會保留；請告訴管理員。",
    en: "The database file was put here from elsewhere: it goes on under a new writer id, "
      + "and both sides are kept; tell your administrator.")

  package static let databaseOlder = Phrase(
    "rescue.databaseOlder",
    hans: "数据库比上次使用时旧，有人放回了旧文件：从现在起以新的写入编号继续，没有覆盖任何记录；请告诉管理员。",
    hant: "資料庫比上次使用時舊，有人放回了舊檔案：從現在起以新的寫入編號繼續，沒有覆蓋任何記錄；請告訴管理員。",
    en: "The database is older than when it was last used; an old file was put back. It goes "
      + "on under a new writer id and nothing is overwritten; tell your administrator.")

  package static let deviceForked = Phrase(
    "rescue.deviceForked",
    hans: "电脑 {0} 的数据曾被复制或恢复（{1} 处分叉）；各分支的记录都已收下。",
    hant: "電腦 {0} 的資料曾被複製或恢復（{1} 處分叉）；各分支的記錄都已收下。",
    en: "The data of laptop {0} was copied or restored ({1} {1?fork|forks}); the records of every "
      + "branch are kept.")

  package static let labelCarried = Phrase(
    "label.labelCarried",
    hans: "替别人带的，尚未送到",
    hant: "替別人帶的，尚未送到",
    en: "Carried for others, unsent")

  package static let labelBundles = Phrase(
    "label.labelBundles",
    hans: "记录包",
    hant: "記錄包",
    en: "Bundles")

  package static let labelBytes = Phrase(
    "label.labelBytes",
    hans: "字节",
    hant: "位元組",
    en: "Bytes")

  package static let labelNew = Phrase(
    "label.labelNew",
    hans: "新的",
    hant: "新的",
    en: "New")

  package static let labelKnown = Phrase(
    "label.labelKnown",
    hans: "已有的",
    hant: "已有的",
    en: "Known")

  package static let labelWaiting = Phrase(
    "label.labelWaiting",
    hans: "等公司确认后才显示",
    hant: "等公司確認後才顯示",
    en: "Waiting for the office")

  package static let labelRefused = Phrase(
    "label.labelRefused",
    hans: "没有导入",
    hant: "沒有匯入",
    en: "Refused")

  package static let labelAside = Phrase(
    "label.labelAside",
    hans: "原来的文件在",
    hant: "原來的檔案在",
    en: "What was here before")

  package static let labelUnreadableHere = Phrase(
    "label.labelUnreadableHere",
    hans: "读不出的",
    hant: "讀不出的",
    en: "Unreadable")
}
