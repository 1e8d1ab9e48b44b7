import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel

/// Does what a form of a month's summary or of a letter asks.
struct SummaryAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    if request.route == .replyLetter { return try reply() }
    guard let path = try office.read({ try MonthPath(request, setting, on: $0) }) else {
      return nil
    }
    switch request.route {
    case .submitSummary: try act(.submit, path, text: try form.line("text"))
    case .approveSummary: try act(.approve, path, text: "")
    case .returnSummary: try act(.sendBack, path, text: try form.line("text"))
    case .decideMatter: try decide(path)
    case .writeLetter: try write(path)
    default: return nil
    }
    return PageLink.summary(path.site.code, month: path.month)
  }

  private func act(_ act: SummaryFacts.Act, _ path: MonthPath, text: String) throws {
    let shown = try form.digest("shown")
    try office.actOnSummary(
      act, of: path.site.scope, month: path.month, text: text, shown: shown, by: account)
  }

  private func decide(_ path: MonthPath) throws {
    guard let matter = form["matter"].flatMap({ RecordID(hex: $0) }),
      let saw = form["saw"].flatMap({ SawToken.changes($0) })
    else { throw PageAction.Malformed() }
    try office.decideMatter(
      RecordKey(scope: path.site.scope, type: .opinion, id: matter), try form.code("kind"),
      try form.line("text"), saw: saw, by: account)
  }

  private func write(_ path: MonthPath) throws {
    let matters = (form["matters"] ?? "").utf8.split(separator: 0x20)
      .map { RecordID(hex: String(decoding: Array($0), as: UTF8.self)) }
    guard matters.allSatisfy({ $0 != nil }), let day = form["replyBy"].flatMap({ CivilDate($0) })
    else { throw PageAction.Malformed() }
    let text = LetterText(
      subject: try form.line("subject"), background: try form.line("background"),
      proposal: try form.line("proposal"), replyBy: day)
    _ = try office.writeLetter(
      text, about: matters.compactMap { $0 }, of: path.site.scope, month: path.month, by: account)
  }

  private func reply() throws -> String? {
    guard let path = try office.read({ try LetterPath(request, setting, on: $0) }) else {
      return nil
    }
    guard let accepted = form["accepted"], ["yes", "no"].contains(accepted) else {
      throw PageAction.Malformed()
    }
    try office.reply(
      to: path.letter.key, isAccepted: accepted == "yes", try form.line("text"), by: account)
    return PageLink.letter(path.site.code, letter: path.letter.key.id)
  }
}
