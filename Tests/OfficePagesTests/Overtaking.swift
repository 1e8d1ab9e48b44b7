import ConflictFreeRecords
import FieldWork
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

/// One site on Wednesday at noon: an officer's visit of 10 o'clock is at the office, with a wish in it.
struct SharedDesk {
  let pages: PagesInProcess
  let officer: Laptop
  /// Head office's visitor, in step as far as before the visit.
  let company: Laptop
  let visit: RecordKey
  private(set) var world: World

  var office: Office { world.office }
  var site: ScopeID { world.site }

  init(_ seed: UInt64) throws {
    pages = try PagesInProcess(seed)
    var world = pages.world
    world.clock.set("2026-09-02 12:00")
    officer = try world.add(.serviceOfficer)
    company = try world.add(.companyVisitor)
    var input = try world.visit(1)
    input.items = [.init(topic: .repair, kind: .request, text: "灯坏了")]
    input.remark = "下午再来"
    visit = try officer.recordVisit(input, at: nil).key
    _ = try officer.synchronise()
    self.world = world
  }

  /// Another laptop at the site, in step.
  mutating func laptop(_ role: Role) throws -> Laptop { try world.add(role) }

  /// Two laptops that have not met write different things into one field of the visit, and sync.
  mutating func conflict(_ edits: [Amendment]) throws {
    let laptops = [officer, try laptop(.serviceSupervisor)]
    for (laptop, edit) in zip(laptops, edits) {
      let saw = try laptop.read { try $0.frontier(of: visit) }
      _ = try laptop.amendVisit(named: visit.id.description, edit, saw: saw)
    }
    for laptop in laptops + laptops { _ = try laptop.synchronise() }
  }

  /// Head office's own visit to the same household, of which the officer did not know.
  func duplicate() throws -> CaseView {
    var input = try world.visit(1, start: "2026-09-02 11:00", end: "2026-09-02 11:20")
    input.remark = "上午再来"
    _ = try company.recordVisit(input, at: nil)
    _ = try company.synchronise()
    return try #require(try office.read { try office.cases(of: site, on: $0) }.first)
  }

  func open() throws -> OpenConflict {
    try #require(try office.read { try office.openConflicts(on: $0) }.first)
  }

  func matter() throws -> RecordID {
    try #require(try office.read { try SiteView($0, site).matters(of: visit) }.first).key.id
  }
}

extension PagesInProcess.Answer {
  /// What its forms say that was shown, and about what they are.
  var tokens: [String: String] {
    var found: [String: String] = [:]
    for name in ["saw", "shown", "since", "visit", "against", "matter"] {
      if body.contains("name=\"\(name)\"") { found[name] = hidden(name) }
    }
    return found
  }

  /// A field that changed, by whom, from what to what, as the page marks it.
  func tells(_ change: Overtaken.Change, by person: String) -> Bool {
    let title = "· \(change.field): \(person), 2026-"
    return body.contains(title) && body.contains("</span>\(change.before)</del>")
      && body.contains("</span>\(change.after)</ins>")
  }
}

/// A page that two people have open, what each sends, and what the second is told of the first.
struct Overtaken {
  struct Act {
    let by: PagesInProcess.Visitor
    /// Behind the page's address.
    let path: String
    let fields: [String: String]
  }

  struct Change {
    let field: String
    let before: String
    let after: String
  }

  let page: String
  let first: Act
  /// Who the first is.
  let name: String
  let second: Act
  let told: [Change]
  /// What the second typed.
  var typed: [String] = []

  func sent(_ act: Act, from shown: PagesInProcess.Answer) -> [String: String] {
    act.fields.merging(shown.tokens) { own, _ in own }
  }
}
