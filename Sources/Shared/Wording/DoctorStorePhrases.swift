// What `rounds doctor` finds in a store that SQLite calls whole.

extension Phrase {
  package static let doctorReadOnly = Phrase(
    "doctor.readOnly",
    hans: "{0} 不能写入",
    hant: "{0} 不能寫入",
    en: "{0} cannot be written")

  package static let doctorCannotOpen = Phrase(
    "doctor.cannotOpen",
    hans: "打不开 {0}",
    hant: "打不開 {0}",
    en: "{0} cannot be opened")

  package static let doctorOpenOrSalvage = Phrase(
    "doctor.openOrSalvage",
    hans: "让磁盘可以写入，并让目录和文件归您所有；"
      + "如果本来就是，运行 rounds salvage {0}，然后 rounds sync",
    hant: "讓磁碟可以寫入，並讓目錄和檔案歸您所有；"
      + "如果本來就是，執行 rounds salvage {0}，然後 rounds sync",
    en: "Make the disk writable and the directory and the file your own; if they are, run rounds "
      + "salvage {0}, then rounds sync")

  package static let doctorOpenOrRebuild = Phrase(
    "doctor.openOrRebuild",
    hans: "让磁盘可以写入，并让目录和文件 {0} 归您所有；"
      + "如果本来就是，运行 rounds doctor --rebuild，然后 rounds sync",
    hant: "讓磁碟可以寫入，並讓目錄和檔案 {0} 歸您所有；"
      + "如果本來就是，執行 rounds doctor --rebuild，然後 rounds sync",
    en: "Make the disk writable and the directory and the file {0} your own; if they are, run "
      + "rounds doctor --rebuild, then rounds sync")

  package static let doctorSecretChanged = Phrase(
    "doctor.secretChanged",
    hans: "device.key 里有一把密钥不是登记时的那把，公司发来的密钥会打不开",
    hant: "device.key 裡有一把密鑰不是登記時的那把，公司發來的密鑰會打不開",
    en: "A key in device.key is not the one that was enrolled; what the office seals to it cannot "
      + "be opened")

  package static let doctorEnrolment = Phrase(
    "doctor.enrolment",
    hans: "登记资料缺失或有误：{0}",
    hant: "登記資料缺失或有誤：{0}",
    en: "What the laptop knows of its enrolment is missing or wrong: {0}")

  package static let doctorEnrolAgain = Phrase(
    "doctor.enrolAgain",
    hans: "运行 rounds restore 备份文件；没有备份就请管理员给新的登记码，运行 rounds enroll 网址 --again",
    hant: "執行 rounds restore 備份檔案；沒有備份就請管理員給新的登記碼，執行 rounds enroll 網址 --again",
    en: "Run rounds restore with your backup; without one ask your administrator for a new code "
      + "and run rounds enroll URL --again")

  package static let doctorKeysOnTheirWay = Phrase(
    "doctor.keysOnTheirWay",
    hans: "{0} 条未同步的记录缺少要交给公司的住户密钥",
    hant: "{0} 條未同步的記錄缺少要交給公司的住戶密鑰",
    en: "{0} unsent {0?bundle lacks|bundles lack} a household key that the office is to have")

  package static let doctorMisfiled = Phrase(
    "doctor.misfiled",
    hans: "{0} 条记录的索引栏与记录本身不符",
    hant: "{0} 條記錄的索引欄與記錄本身不符",
    en: "{0} {0?bundle is|bundles are} filed under something else than what {0?it says|they say}")

  package static let doctorFeed = Phrase(
    "doctor.feed",
    hans: "公司发来的记录有 {0} 处（站点或公司）与收到时不符，第一处：{1}",
    hant: "公司發來的記錄有 {0} 處（站點或公司）與收到時不符，第一處：{1}",
    en: "{0} {0?feed|feeds} of the office {0?is|are} not kept as {0?it|they} came, the first: {1}")

  package static let doctorReceipts = Phrase(
    "doctor.receipts",
    hans: "{0} 条记录没有有效的回执，或发送状态与回执不符",
    hant: "{0} 條記錄沒有有效的回執，或發送狀態與回執不符",
    en: "{0} {0?bundle lacks|bundles lack} a receipt that holds, or what is noted of being sent "
      + "does not fit it")
}
