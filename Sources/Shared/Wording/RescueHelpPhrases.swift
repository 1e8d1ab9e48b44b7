// What `--help` says of the commands that look after the store.

extension Phrase {
  package static let helpExport = Phrase(
    "help.helpExport",
    hans: "把记录写进一个文件，用U盘带走",
    hant: "把記錄寫進一個檔案，用隨身碟帶走",
    en: "Write bundles to a file for a USB stick")

  package static let helpExportFile = Phrase(
    "help.helpExportFile",
    hans: "要写的文件",
    hant: "要寫的檔案",
    en: "The file to write.")

  package static let helpExportPending = Phrase(
    "help.helpExportPending",
    hans: "只导出公司还没有回执的",
    hant: "只匯出公司還沒有回執的",
    en: "Only what the office has not answered yet.")

  package static let helpForce = Phrase(
    "help.helpForce",
    hans: "覆盖已有的文件",
    hant: "覆蓋已有的檔案",
    en: "Overwrite a file that exists.")

  package static let helpImport = Phrase(
    "help.helpImport",
    hans: "导入 rounds export 写的文件；重复导入没有影响",
    hant: "匯入 rounds export 寫的檔案；重複匯入沒有影響",
    en: "Take in a file of rounds export; twice changes nothing")

  package static let helpImportFile = Phrase(
    "help.helpImportFile",
    hans: "rounds export 写的文件",
    hant: "rounds export 寫的檔案",
    en: "A file of rounds export.")

  package static let helpBackup = Phrase(
    "help.helpBackup",
    hans: "备份这台电脑的数据，并检查备份",
    hant: "備份這台電腦的資料，並檢查備份",
    en: "Back up this laptop's store, and check the backup")

  package static let helpBackupFile = Phrase(
    "help.helpBackupFile",
    hans: "要写的文件；住户密钥写到同名加 .keys",
    hant: "要寫的檔案；住戶密鑰寫到同名加 .keys",
    en: "The file to write; household keys go to the same name with .keys.")

  package static let helpRestore = Phrase(
    "help.helpRestore",
    hans: "恢复备份；原来的数据移到一旁，较新的记录取回",
    hant: "恢復備份；原來的資料移到一旁，較新的記錄取回",
    en: "Put a backup in place; what was here is moved aside, newer records are taken back")

  package static let helpRestoreFile = Phrase(
    "help.helpRestoreFile",
    hans: "rounds backup 写的文件；不给则完成中断的恢复",
    hant: "rounds backup 寫的檔案；不給則完成中斷的恢復",
    en: "A file of rounds backup; without one, a restore that stopped is finished.")

  package static let helpRestoreKeys = Phrase(
    "help.helpRestoreKeys",
    hans: "住户密钥的备份，若不在 F.keys",
    hant: "住戶密鑰的備份，若不在 F.keys",
    en: "The backup of household keys, if not F.keys.")

  package static let helpAsOfBackup = Phrase(
    "help.helpAsOfBackup",
    hans: "不取回比备份新的记录",
    hant: "不取回比備份新的記錄",
    en: "Do not take back what is newer than the backup.")

  package static let helpSalvage = Phrase(
    "help.helpSalvage",
    hans: "从损坏的数据、备份或任何文件里取回完好的记录",
    hant: "從損壞的資料、備份或任何檔案裡取回完好的記錄",
    en: "Take whole records out of a damaged store, a backup or any file")

  package static let helpSalvagePath = Phrase(
    "help.helpSalvagePath",
    hans: "文件或目录",
    hant: "檔案或目錄",
    en: "A file or a directory.")

  package static let helpDoctor = Phrase(
    "help.helpDoctor",
    hans: "检查这台电脑上记录所依赖的一切",
    hant: "檢查這台電腦上記錄所依賴的一切",
    en: "Check everything the records on this laptop depend on")

  package static let helpDoctorRebuild = Phrase(
    "help.helpDoctorRebuild",
    hans: "先重新计算能够计算的",
    hant: "先重新計算能夠計算的",
    en: "First compute anew what can be computed.")
}
