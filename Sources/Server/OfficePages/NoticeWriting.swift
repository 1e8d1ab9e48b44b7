import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Writes the notice that a form holds.
struct NoticeWriting {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    let word = request.segments["site"]
    guard let home = try office.read({ try NoticeHome(word, setting, on: $0) }) else {
      return nil
    }
    var text: NoticeText
    var asked: RecordKey?
    if form["answering"] == nil {
      text = NoticeText(try form.code("kind"))
    } else {
      guard let known = try answered(home) else { return nil }
      text = known.text
      asked = known.key
    }
    try fill(&text, home)
    let written = try office.writeNotice(
      text, answering: asked, of: home.scope,
      at: try form.moment("at", in: home.zone) ?? office.now,
      emergency: try EmergencyAnswer(office: office, form: form).emergency(),
      reasons: try form.holidayReason(), by: setting.reader.person.id)
    return PageLink.notice(home.word, notice: written.key.id)
  }

  /// The department's request that it answers.
  private func answered(_ home: NoticeHome) throws -> Notice? {
    guard let id = form["answering"].flatMap({ RecordID(hex: $0) }) else {
      throw PageAction.Malformed()
    }
    let key = RecordKey(scope: home.scope, type: .notice, id: id)
    return try office.read { try SiteView($0, home.scope).notice(key) }
  }

  private func fill(_ text: inout NoticeText, _ home: NoticeHome) throws {
    guard let sheet = form["form"] else { throw PageAction.Malformed() }
    if !sheet.utf8.elementsEqual(NoticeWritingForm.usual.utf8) {
      text.form = try form.code("form")
    }
    text.issuer = home.site == nil ? .company : .serviceCentre
    text.title = try form.line("title")
    text.body = try form.text("body")
    text.preparation = try form.text("preparation")
    text.supply = try form.lineIfAny("supply")
    text.telephone = try form.lineIfAny("telephone")
    text.validUntil = try form.day("validUntil", label: setting.say(.labelValidUntil))
    // What a department asked for stays as it said, unless something else is written.
    text.start = try form.moment("start", in: home.zone) ?? text.start
    text.end = try form.moment("end", in: home.zone) ?? text.end
    let cause = try form.lineIfAny("cause")
    if !cause.isBlank { text.cause = cause }
    let named = try home.site == nil ? [] : form.codes("places")
    if !named.isEmpty {
      text.places = Set(text.places + named).sorted()
      text.reach = try reach(of: text.places, in: home.scope)
    }
  }

  /// Units, where each code is one's; buildings and entrances, where none is. What is for a unit alone
  /// is never on the board for everybody, so the two are not mixed.
  private func reach(of codes: [UnitCode], in scope: ScopeID) throws -> NoticeReach {
    let units = try office.read { replica in
      try codes.filter { try SiteView(replica, scope).isUnit($0) }
    }
    if units.isEmpty { return .buildings }
    guard units.count == codes.count else {
      throw OfficeFault.wrongUsage(
        Message(.noticePlacesMixed, [units.map(\.text).joined(separator: ", ")]))
    }
    return .units
  }
}
