// What `rounds doctor` finds in a store that SQLite calls whole.

extension Phrase {
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
