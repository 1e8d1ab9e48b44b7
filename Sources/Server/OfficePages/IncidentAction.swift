import ConflictFreeRecords
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form about an incident asks.
struct IncidentAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    if request.route == .recordIncident { return try record() }
    guard let path = try office.read({ try IncidentPath(request, setting, on: $0) }) else {
      return nil
    }
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else {
      throw PageAction.Malformed()
    }
    let incident = path.opened.incident
    let key = incident.key
    switch request.route {
    case .tellIncident:
      try office.tellOfIncident(
        key, through: try form.code("channel"), at: try moment(incident),
        response: try form.text("text"), saw: saw, by: account)
    case .confirmIncident:
      guard let side = form["side"].flatMap({ IncidentForms.Side(rawValue: $0) }) else {
        throw PageAction.Malformed()
      }
      try office.confirmIncident(
        key, byFirm: side != .household, byHousehold: side != .firm, at: try moment(incident),
        agreement: try form.text("text"), saw: saw, by: account)
    case .closeIncident:
      try office.closeIncident(key, outcome: try form.text("text"), saw: saw, by: account)
    case .voidIncident:
      try office.voidIncident(key, reason: try form.line("reason"), saw: saw, by: account)
    default: return nil
    }
    return PageLink.incident(path.site.code, incident: key.id)
  }

  /// When it was done, as stated; now, where nothing is.
  private func moment(_ incident: Incident) throws -> Instant {
    try form.moment("at", in: incident.zone) ?? office.now
  }

  private func record() throws -> String? {
    let word = request.segments["site"]
    guard let site = try office.read({ try setting.site(word, on: $0) }) else { return nil }
    var input = OfficeIncidentInput(
      try form.code("kind"), of: try form.lineIfAny("unit"),
      foundAt: try form.moment("at", in: site.zone) ?? office.now, try form.text("text"))
    input.reference = try form.lineIfAny("contract")
    guard let department = form["department"] else { throw PageAction.Malformed() }
    if !department.utf8.elementsEqual(IncidentForms.usual.utf8) {
      input.department = try form.code("department")
    }
    let (key, _) = try office.recordIncident(input, of: site.scope, by: account)
    return PageLink.incident(site.code, incident: key.id)
  }
}
