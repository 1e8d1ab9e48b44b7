// Held bundles: looking at them and admitting them.

extension Phrase {
  package static let heldUnknown = Phrase(
    "heldAdmit.unknown",
    hans: "没有这条待处理的记录，或不止一条以 {0} 开头（至少 6 位）。",
    hant: "沒有這條待處理的記錄，或不止一條以 {0} 開頭（至少 6 位）。",
    en: "No held record, or more than one, begins with {0} (at least 6 digits).")

  package static let helpHeldShow = Phrase(
    "heldAdmit.helpShow",
    hans: "一条待处理记录的来历和内容概要",
    hant: "一條待處理記錄的來歷和內容概要",
    en: "Where a held record comes from and what is in it")

  package static let helpHeldID = Phrase(
    "heldAdmit.helpID",
    hans: "记录号的前 6 位或更多",
    hant: "記錄號的前 6 位或更多",
    en: "The first 6 or more digits of its id")

  package static let helpHeldAdmit = Phrase(
    "heldAdmit.helpAdmit",
    hans: "接受待处理的记录",
    hant: "接受待處理的記錄",
    en: "Let held records take part")

  package static let helpHeldDevice = Phrase(
    "heldAdmit.helpDevice",
    hans: "这台电脑的所有待处理记录",
    hant: "這台電腦的所有待處理記錄",
    en: "Everything held of this laptop")

  package static let helpHeldReason = Phrase(
    "heldAdmit.helpReason",
    hans: "为什么接受；会记录下来",
    hant: "為什麼接受；會記錄下來",
    en: "Why; it is recorded")

  package static let admitWhich = Phrase(
    "heldAdmit.which",
    hans: "请给出记录号，或用 --device，两者取一。",
    hant: "請給出記錄號，或用 --device，兩者取一。",
    en: "Name records by their ids, or give --device, not both.")

  package static let heldAdmitted = Phrase(
    "heldAdmit.admitted",
    hans: "接受了 {0} 条记录；{1} 条早已接受。",
    hant: "接受了 {0} 條記錄；{1} 條早已接受。",
    en: "{0} {0?record|records} admitted; {1} took part already.")

  package static let labelHeldClaimed = Phrase(
    "heldAdmit.labelClaimed",
    hans: "写于（电脑时钟）",
    hant: "寫於（電腦時鐘）",
    en: "Written (its clock)")

  package static let labelHeldTexts = Phrase(
    "heldAdmit.labelTexts",
    hans: "加密文字",
    hant: "加密文字",
    en: "Sealed texts")

  package static let labelHeldChanges = Phrase(
    "heldAdmit.labelChanges",
    hans: "改动",
    hant: "改動",
    en: "Changes")

  package static let textsOpenable = Phrase(
    "heldAdmit.textsOpenable",
    hans: "{1} 段，其中 {0} 段有密钥",
    hant: "{1} 段，其中 {0} 段有密鑰",
    en: "{1}, of which {0} have their key here")

  /// Why a held bundle can never take part, by `AdmissionBar`'s number.
  package static func heldBarred(_ bar: Int) -> Phrase {
    switch bar {
    case 1:
      Phrase(
        "heldAdmit.barUnreadable",
        hans: "{0} 由更新的程序写成，本程序读不出它的内容。",
        hant: "{0} 由更新的程式寫成，本程式讀不出它的內容。",
        en: "{0} was written by a later program; this one cannot read what is in it.")
    case 2:
      Phrase(
        "heldAdmit.barCompany",
        hans: "{0} 属于本公司没有的小区。",
        hant: "{0} 屬於本公司沒有的小區。",
        en: "{0} belongs to a site that this company does not have.")
    default:
      Phrase(
        "heldAdmit.barOffice",
        hans: "{0} 改动了只有服务器才能写的内容（人员、权限、公司、口径）。",
        hant: "{0} 改動了只有伺服器才能寫的內容（人員、權限、公司、口徑）。",
        en: "{0} changes what only the office may write: people, rights, the company, frames.")
    }
  }

  package static func heldBarredCure(_ bar: Int) -> Phrase {
    switch bar {
    case 1:
      Phrase(
        "heldAdmit.barUnreadableCure",
        hans: "更新 rounds-server 后再试。",
        hant: "更新 rounds-server 後再試。",
        en: "Update rounds-server and try again.")
    case 2:
      Phrase(
        "heldAdmit.barCompanyCure",
        hans: "若小区确属本公司，请先导入它，再试。",
        hant: "若小區確屬本公司，請先匯入它，再試。",
        en: "If the site is yours, import it first and try again.")
    default:
      Phrase(
        "heldAdmit.barOfficeCure",
        hans: "它留在待处理之列；这些内容请用 rounds-server 的命令来改。",
        hant: "它留在待處理之列；這些內容請用 rounds-server 的命令來改。",
        en: "It stays held; change such things with the commands of rounds-server.")
    }
  }
}
