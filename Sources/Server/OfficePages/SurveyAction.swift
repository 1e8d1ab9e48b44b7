import CommunicationPolicy
import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form about a survey asks.
struct SurveyAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    if request.route == .createSurvey { return try create() }
    guard let path = try office.read({ try SurveyPath(request, setting, on: $0) }) else {
      return nil
    }
    if request.route == .linkSurvey { return try links(of: path) }
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else {
      throw PageAction.Malformed()
    }
    let survey = path.shown.survey
    let key = survey.key
    switch request.route {
    case .distributeSurvey:
      guard let count = UInt16(try form.line("count")) else { throw PageAction.Malformed() }
      try office.distributeSurvey(key, Int(count), saw: saw, by: account)
    case .answerSurvey: try office.answerSurvey(key, try slip(of: survey), by: account)
    case .analyseSurvey:
      try office.analyseSurvey(
        key, text: try form.text("text"), returned: try returned(), saw: saw, by: account)
    case .publishSurvey:
      guard let notice = form["notice"].flatMap({ RecordID(hex: $0) }) else {
        throw PageAction.Malformed()
      }
      try office.publishSurvey(
        key, by: RecordKey(scope: key.scope, type: .notice, id: notice), saw: saw, by: account)
    case .withdrawSurvey:
      guard form["sure"] != nil else { throw PageAction.Malformed() }
      try office.withdrawSurvey(key, reason: try form.line("reason"), saw: saw, by: account)
    default: return nil
    }
    return PageLink.survey(path.site.code, survey: key.id)
  }

  /// How many slips the page showed to have come back.
  private func returned() throws -> Int {
    guard let shown = form["shown"].flatMap({ Int($0) }) else { throw PageAction.Malformed() }
    return shown
  }

  /// The page itself says which numbers there may be.
  private func links(of path: SurveyPath) throws -> String {
    let count = PercentEncoding.encode(try form.lineIfAny("links"))
    let from = PercentEncoding.encode(try form.lineIfAny("from"))
    return PageLink.survey(path.site.code, survey: path.shown.survey.key.id)
      + "?links=\(count)&from=\(from)"
  }

  /// Many are entered from one page that was opened once: a slip is no change of the survey.
  private func slip(of survey: Survey) throws -> SurveySlip {
    var slip = SurveySlip(try form.code("way"))
    let number = try form.lineIfAny("slip")
    slip.slip = number.isBlank ? nil : number
    slip.grades = try form.grades(of: survey)
    slip.room = try form.lineIfAny("room")
    slip.remark = try form.text("remark")
    return slip
  }

  private func create() throws -> String? {
    let word = request.segments["site"]
    guard let site = try office.read({ try setting.site(word, on: $0) }) else { return nil }
    let input = try SurveyCreation(setting: setting, site: site).input(form)
    let key = try office.createSurvey(input, of: site.scope, by: account)
    return PageLink.survey(site.code, survey: key.id)
  }
}
