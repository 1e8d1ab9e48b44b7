import ConflictFreeRecords
import FieldWork
import Fingerprint
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel
import Wording

extension PagesInProcess {
  /// Somebody who is there already, logged in now: a session of yesterday is over today.
  func login(_ account: AccountID) throws -> Visitor { try login(account, .english) }

  /// Without a language chosen on the way.
  func loginAsBrowsersDo(_ account: AccountID) throws -> Visitor { try login(account, nil) }

  private func login(_ account: AccountID, _ language: Language?) throws -> Visitor {
    let office = world.office
    let password = "correct horse battery staple"
    if try !office.read({ try office.accountsWithPassword(on: $0) }).contains(account) {
      try office.setPassword(of: account, to: password)
    }
    let outcome = try office.logIn(
      account.description, password: password, from: "::1", language: language)
    guard case .entered(let session) = outcome else { throw StoreFault.damaged("no login") }
    let reader = try #require(try office.reader(ofSession: session))
    return Visitor(id: account, session: session, token: reader.formToken)
  }
}

/// A site on the 7th of September: an officer visited two households, of which one was visited by head office
/// too, one record was sent back, and one has two remarks; for tomorrow something is agreed.
struct HomeFirm {
  let pages: PagesInProcess
  let officer: Laptop
  let supervisor: Laptop
  let manager: Laptop
  let visitor: Laptop
  let september: CivilMonth
  /// Sent back.
  let returned: RecordKey

  /// - Parameter changing: what the office is made with.
  init(
    _ seed: UInt64, changing change: ((inout OfficeEnvironment) -> Void)? = nil
  ) throws {
    pages = try PagesInProcess(seed, changing: change)
    var world = pages.world
    let office = world.office
    september = try #require(CivilMonth("2026-09"))
    _ = try office.takeFrames(of: september)
    officer = try world.add(.serviceOfficer)
    supervisor = try world.add(.serviceSupervisor)
    manager = try world.add(.siteManager)
    visitor = try world.add(.companyVisitor)
    var first = try world.visit(1, start: "2026-09-07 09:00", end: "2026-09-07 09:20")
    first.items = [.init(topic: .repair, kind: .need, text: "灯", wantsFeedback: true)]
    let twice = try officer.recordVisit(first, at: nil).key
    returned = try officer.recordVisit(
      try world.visit(2, start: "2026-09-07 10:00", end: "2026-09-07 10:20"), at: nil
    ).key
    _ = try visitor.recordVisit(
      try world.visit(1, start: "2026-09-07 11:00", end: "2026-09-07 11:20"), at: nil)
    let household = try officer.read { replica in
      try officer.household("1-103", of: try officer.site(named: nil, replica), replica)
    }
    _ = try officer.makeAppointment(
      household: household, start: try #require(Instant("2026-09-08 19:00", defaultZone: .china)),
      end: try #require(Instant("2026-09-08 20:00", defaultZone: .china)), channel: .telephone,
      agreedWith: "N3", agreedAt: officer.now)
    try sync()
    for laptop in [officer, supervisor] {
      let saw = try laptop.read { try $0.frontier(of: twice) }
      _ = try laptop.amendVisit(
        named: twice.id.description, .remark("by \(laptop.account)"), saw: saw)
    }
    let name = returned
    let item = try #require(try office.read { try office.review(of: name, on: $0) })
    try office.review(
      name, .sendBack(part: .times, comment: "看时间"), shown: item.shown, by: supervisor.account)
    try sync()
  }

  var office: Office { pages.world.office }

  /// Everybody, twice: what one brings the others take.
  func sync() throws {
    for _ in 0..<2 {
      for laptop in [officer, supervisor, manager, visitor] { _ = try laptop.synchronise() }
    }
  }

  /// What the first page says, by the name of each line.
  func home(of visitor: PagesInProcess.Visitor) async throws -> [String: String] {
    Self.lines(try await pages.get("/", as: visitor).body)
  }

  static func lines(_ body: String) -> [String: String] {
    var lines: [String: String] = [:]
    for part in body.split(separator: "href=\"/queue/").dropFirst() {
      let name = String(part.prefix { $0 != "\"" })
      lines[name] = String(part.dropFirst(name.utf8.count + 2).prefix { $0 != "<" })
    }
    return lines
  }
}
