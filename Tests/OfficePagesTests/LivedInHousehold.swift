import ConflictFreeRecords
import FieldWork
import Foundation
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

/// A household, 1-101, to which one of everything happened that a time line can show, on Monday 2026-09-07
/// before noon; an appointment is for the next day, and what is done at the office came after noon. Its neighbour 1-102 had a visit that is voided.
struct LivedInHousehold {
  static let words = "楼道灯坏了"

  let pages: PagesInProcess
  let household: RecordID
  /// The officer's, to which the return visit goes back; of a duplicate case with the company's.
  let visit: RecordKey
  let returnVisit: RecordKey
  let companyVisit: RecordKey
  let voidedVisit: RecordKey
  let officer: Laptop

  var office: Office { pages.world.office }
  var site: ScopeID { pages.world.site }
  var address: String { "/household/\(household)" }

  init(_ seed: UInt64) async throws {
    pages = try PagesInProcess(seed)
    var world = pages.world
    let supervisor = try world.add(.serviceSupervisor)
    let officer = try world.add(.serviceOfficer)
    let company = try world.add(.companyVisitor)
    self.officer = officer
    let home = try officer.read { replica in
      try officer.household("1-101", of: try officer.site(named: nil, replica), replica)
    }
    household = home.key.id
    let month = try #require(CivilMonth("2026-09"))
    _ = try supervisor.drawSample(month: month, count: 4, reserves: 0, organiser: nil, at: nil)
    _ = try officer.recordAttempt(
      household: "1-101", outcome: .nobodyHome, at: Self.at("09:00"), remark: nil, site: nil)
    _ = try officer.makeAppointment(
      household: home, start: Self.at("09:00", "08"), end: Self.at("10:00", "08"),
      channel: .telephone,
      agreedWith: "N1", agreedAt: Self.at("09:10"))
    visit = try officer.recordVisit(Self.visit(1, "11:00", "11:20", in: world), at: nil).key
    var back = try Self.visit(1, "11:40", "11:50", in: world)
    back.kind = .returnVisit
    back.earlier = visit.id.description
    back.items = []
    returnVisit = try officer.recordVisit(back, at: nil).key
    var other = try Self.visit(1, "11:30", "11:35", in: world)
    other.items = []
    other.saysNoOpinion = true
    companyVisit = try company.recordVisit(other, at: nil).key
    voidedVisit = try officer.recordVisit(Self.visit(2, "10:00", "10:20", in: world), at: nil).key
    let saw = try officer.read { try officer.visitCard(voidedVisit, $0).frontier }
    _ = try officer.voidVisit(
      named: voidedVisit.id.description, reason: "录错了", saw: saw)
    var contact = ContactInput(
      household: "1-101", .conversation, at: try Self.at("09:30"),
      items: [.init(topic: .order, kind: .need, text: Self.words)])
    contact.method = .everydayContact
    let said = try officer.recordContact(contact, at: nil).matters
    for _ in 0..<2 {
      for laptop in [officer, company, supervisor] { _ = try laptop.synchronise() }
    }
    _ = try supervisor.handleMatter(
      named: try #require(said.first).description, .route(to: nil, handler: nil))
    _ = try supervisor.review(visit.id.description, .accept)
    _ = try supervisor.synchronise()
    try await atOffice()
  }

  /// What head office and the site's people do on the pages or from the command line.
  private func atOffice() async throws {
    _ = try office.restrict(unit: "1-101", of: site, isRestricted: true, reason: "静养")
    _ = try office.restrict(unit: "1-101", of: site, isRestricted: false, reason: "")
    let reviewer = try office.addAccount(name: "周审核", role: .companyReviewer, sites: [])
    let members = [visit.id, companyVisit.id]
    try office.decide(
      CaseDecision(
        visit: companyVisit, against: visit.id, kind: .excused, reason: "互不知情",
        shown: members),
      by: reviewer)
    let clerk = try pages.visitor("陈文员", .serviceOfficer, at: [site])
    _ = try Hanging.notice(pages, Hanging.text("全小区通知"), by: clerk.id)
    _ = try Hanging.notice(
      pages, Hanging.text("别户通知", for: ["1-102"], .units), by: clerk.id)
    let incident = try await pages.post(
      "/incidents/S1/record",
      [
        "kind": "propertyDamaged", "unit": "1-101", "contract": "", "department": "usual",
        "at": "2026-09-07 09:00", "text": "自行车被压坏",
      ], as: clerk)
    #expect(incident.status == 303, "\(incident.body)")
  }

  private static func at(_ clock: String, _ day: String = "07") throws -> Instant {
    try #require(Instant("2026-09-\(day) \(clock)", defaultZone: .china))
  }

  private static func visit(
    _ unit: Int, _ start: String, _ end: String, in world: World
  ) throws -> VisitInput {
    try world.visit(
      unit, start: "2026-09-07 " + start, end: "2026-09-07 " + end, text: words)
  }
}

extension PagesInProcess.Answer {
  /// How many rows of the JSON of a table have a value in a column.
  func rows(_ column: String, _ value: String) -> Int {
    body.components(separatedBy: "\"\(column)\":\"\(value)\"").count - 1
  }

  /// The values of a column, top down.
  func column(_ key: String) -> [String] {
    body.components(separatedBy: "\"\(key)\":\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
  }
}
