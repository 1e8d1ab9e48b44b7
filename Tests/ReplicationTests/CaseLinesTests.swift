import CommunicationPolicy
import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TestSupport
import Testing
import VisitModel

@Suite("The duplicate cases of all sites")
struct CaseLinesTests {
  @Test(
    "are found without their visits as they are with them", arguments: UInt64(7430)..<7438)
  func lines(_ seed: UInt64) throws {
    var history = try SiteHistory(seed: seed)
    let office = history.world.office
    let reviewer = try office.addAccount(name: "R", role: .companyReviewer, sites: [])
    for step in 0..<6 {
      try history.play(acts: 12)
      try history.settle()
      try expectSame(office)
      let open = try office.read { try office.cases(of: nil, on: $0) }.first
      if let one = open?.duplicate, one.isOpen, let last = one.members.last,
        let first = one.members.first
      {
        let visit = RecordKey(scope: history.world.site, type: .visit, id: last.id)
        try office.decide(
          CaseDecision(
            visit: visit, against: first.id, kind: .excused, reason: "r",
            shown: one.members.map(\.id)), by: reviewer)
        try expectSame(office)
        if step % 2 == 1 { try office.reopen(visit, by: reviewer) }
      }
      try expectSame(office)
    }
  }

  private func expectSame(_ office: Office) throws {
    try office.read { replica in
      let views = try office.cases(of: nil, on: replica)
      let lines = try replica.caseLines(of: nil)
      #expect(Set(lines) == Set(views.map { CaseLine($0) }) && lines.count == views.count)
      let sites = try SiteView.all(in: replica).map(\.scope)
      #expect(try replica.caseLines(of: sites) == lines)
      #expect(try replica.caseLines(of: []).isEmpty)
    }
  }
}
