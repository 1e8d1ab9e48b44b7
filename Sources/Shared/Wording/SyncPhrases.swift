// What laptop and office say about enrolment, sync and each other.

extension Phrase {
  package static let notEnrolled = Phrase(
    "laptop.notEnrolled",
    hans: "这台电脑还没有登记。请向管理员要一次性登记码，然后运行：rounds enroll 网址",
    hant: "這台電腦還沒有登記。請向管理員要一次性登記碼，然後執行：rounds enroll 網址",
    en: "This laptop is not enrolled. Ask your administrator for a one-time code, then run: "
      + "rounds enroll URL")

  package static let secretsDamaged = Phrase(
    "laptop.secretsDamaged",
    hans: "密钥文件已损坏，或不属于本程序。记录没有丢失；请向管理员要新的登记码重新登记。",
    hant: "密鑰文件已損壞，或不屬於本程式。記錄沒有丟失；請向管理員要新的登記碼重新登記。",
    en: "The key file is damaged or not ours. No record is lost; ask your administrator for a new "
      + "code and enrol again.")

  package static let alreadyEnrolled = Phrase(
    "enrol.already",
    hans: "这台电脑已经登记过了。要换人使用，请用 ROUNDS_HOME 指定另一个目录。",
    hant: "這台電腦已經登記過了。要換人使用，請用 ROUNDS_HOME 指定另一個目錄。",
    en: "This laptop is enrolled already. For another person, name another directory with "
      + "ROUNDS_HOME.")

  package static let codeMistyped = Phrase(
    "enrol.mistyped",
    hans: "登记码有误：应为 52 个字母和数字。请对照原件重新输入；大小写和短横线不限。",
    hant: "登記碼有誤：應為 52 個字母和數字。請對照原件重新輸入；大小寫和短橫線不限。",
    en: "That is not a code: it has 52 letters and digits. Compare with the original and type it "
      + "again; case and hyphens do not matter.")

  package static let codeOfAnotherOffice = Phrase(
    "enrol.anotherOffice",
    hans: "这个网址的服务器不是发出登记码的公司服务器。没有发送任何内容。请核对网址，再问管理员。",
    hant: "這個網址的伺服器不是發出登記碼的公司伺服器。沒有發送任何內容。請核對網址，再問管理員。",
    en:
      "The server at this address is not the office that issued the code. Nothing was sent. Check "
      + "the address, then ask your administrator.")

  /// - Parameter reason: the number of an `EnrolRefusal`.
  package static func codeRefused(_ reason: Int) -> Phrase {
    switch reason {
    case 2:
      Phrase(
        "enrol.expired",
        hans: "登记码已过期（有效 24 小时）。请向管理员要新的登记码。",
        hant: "登記碼已過期（有效 24 小時）。請向管理員要新的登記碼。",
        en: "The code has expired (it lives 24 hours). Ask your administrator for a new one.")
    case 3:
      Phrase(
        "enrol.used",
        hans: "登记码已经被另一台电脑用过。请立即告诉管理员，并要新的登记码。",
        hant: "登記碼已經被另一台電腦用過。請立即告訴管理員，並要新的登記碼。",
        en: "The code was used by another laptop. Tell your administrator at once, and ask for a "
          + "new one.")
    case 4:
      Phrase(
        "enrol.exhausted",
        hans: "登记码试错五次，已作废。请向管理员要新的登记码。",
        hant: "登記碼試錯五次，已作廢。請向管理員要新的登記碼。",
        en: "The code was tried wrongly five times and is void. Ask your administrator for a new "
          + "one.")
    default:
      Phrase(
        "enrol.refused",
        hans: "服务器不接受这个登记码。请核对后重新输入，或向管理员要新的登记码。",
        hant: "伺服器不接受這個登記碼。請核對後重新輸入，或向管理員要新的登記碼。",
        en: "The office does not accept this code. Check it and type it again, or ask your "
          + "administrator for a new one.")
    }
  }

  package static let answerUnreadable = Phrase(
    "sync.answerUnreadable",
    hans: "收到的回答不是公司服务器发出的（{0}）。可能是网络登录页或线路中断。什么都没有丢失；请换个网络再同步。",
    hant: "收到的回答不是公司伺服器發出的（{0}）。可能是網路登入頁或線路中斷。什麼都沒有丟失；請換個網路再同步。",
    en: "The answer did not come from the office ({0}); perhaps a network's login page, or a cut "
      + "line. Nothing is lost; sync again from another network.")

  package static let officeNotInitialised = Phrase(
    "office.notInitialised",
    hans: "这里还没有建立数据。请先运行：rounds-server init",
    hant: "這裡還沒有建立資料。請先執行：rounds-server init",
    en: "There is no office here yet. Run first: rounds-server init")

  package static let officeAlreadyInitialised = Phrase(
    "office.alreadyInitialised",
    hans: "这里已经有公司数据，没有改动。",
    hant: "這裡已經有公司資料，沒有改動。",
    en: "There is an office here already; nothing was changed.")

  package static let officeSecretsOfAnother = Phrase(
    "office.secretsOfAnother",
    hans: "密钥文件与数据库不属于同一家公司。请放回原来的 office.key。",
    hant: "密鑰文件與資料庫不屬於同一家公司。請放回原來的 office.key。",
    en: "The key file and the database are not of one office. Put the right office.key back.")

  package static let siteUnknown = Phrase(
    "office.siteUnknown",
    hans: "没有这个小区：{0}。运行 rounds-server quota 可看到全部小区。",
    hant: "沒有這個小區：{0}。執行 rounds-server quota 可看到全部小區。",
    en: "There is no such site: {0}. rounds-server quota lists all sites.")

  package static let accountUnknown = Phrase(
    "office.accountUnknown",
    hans: "没有这个人员账号：{0}。",
    hant: "沒有這個人員帳號：{0}。",
    en: "There is no such account: {0}.")

  package static let deviceUnknown = Phrase(
    "office.deviceUnknown",
    hans: "没有登记过这台电脑：{0}。运行 rounds-server device list 可看到全部。",
    hant: "沒有登記過這台電腦：{0}。執行 rounds-server device list 可看到全部。",
    en: "No laptop like this is enrolled: {0}. rounds-server device list shows all.")

  /// Why the office keeps a bundle aside, or could not read it.
  /// - Parameter reason: the number of a `HoldReason`.
  package static func held(_ reason: Int) -> Phrase {
    switch reason {
    case 1:
      Phrase(
        "held.deviceRevoked",
        hans: "这台电脑已被停用；记录已保存，等待管理员处理。",
        hant: "這台電腦已被停用；記錄已保存，等待管理員處理。",
        en: "This laptop was revoked; the record is kept and waits for an administrator.")
    case 2:
      Phrase(
        "held.roleMayNotWrite",
        hans: "您的岗位不能写这类记录；记录已保存，等待管理员处理。",
        hant: "您的崗位不能寫這類記錄；記錄已保存，等待管理員處理。",
        en: "Your role may not write this; the record is kept and waits for an administrator.")
    case 3:
      Phrase(
        "held.siteNotAssigned",
        hans: "这个小区没有分配给您；记录已保存，等待管理员处理。",
        hant: "這個小區沒有分配給您；記錄已保存，等待管理員處理。",
        en: "This site is not assigned to you; the record is kept and waits for an administrator.")
    case 4:
      Phrase(
        "held.programTooOld",
        hans: "服务器的程序版本较旧，还读不了这条记录；记录已保存。",
        hant: "伺服器的程式版本較舊，還讀不了這條記錄；記錄已保存。",
        en: "The office's program is too old to read this record; it is kept until it can.")
    case 5:
      Phrase(
        "held.unknownKey",
        hans: "服务器不认识写这条记录的电脑；记录已保存，等待管理员处理。",
        hant: "伺服器不認識寫這條記錄的電腦；記錄已保存，等待管理員處理。",
        en: "The office does not know the laptop that wrote this; the record is kept and waits for "
          + "an administrator.")
    case 9:
      Phrase(
        "held.wrongCompany",
        hans: "记录属于服务器不知道的小区；记录已保存，等待管理员处理。",
        hant: "記錄屬於伺服器不知道的小區；記錄已保存，等待管理員處理。",
        en: "The record belongs to a site the office does not know; it is kept and waits for an "
          + "administrator.")
    default:
      Phrase(
        "held.unreadable",
        hans: "服务器读不了这条记录（已损坏）；原件仍在这台电脑上，请联系管理员。",
        hant: "伺服器讀不了這條記錄（已損壞）；原件仍在這台電腦上，請聯絡管理員。",
        en: "The office cannot read this record (it is damaged); the original is still on this "
          + "laptop. Tell your administrator.")
    }
  }
}
