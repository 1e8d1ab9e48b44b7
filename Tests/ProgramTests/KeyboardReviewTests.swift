import Foundation
import Testing

@Suite("The review by keyboard", .enabled(if: PagePython.isThere, PagePython.why))
struct KeyboardReviewTests {
  private static let records = 50

  @Test("takes a supervisor through fifty records with no mouse and no script, one after the other")
  func fifty() throws {
    let company = try Company(households: 52)
    let officer = try company.laptop("officer")
    for number in 0..<Self.records {
      let unit = "1-\(number / 4 + 1)0\(number % 4 + 1)"
      try expectDone(officer.record(ordinaryVisit(unit)))
    }
    try company.person("supervisor", "serviceSupervisor", sites: ["S1"])
    try company.serve()
    try officer.setURL(company.url)
    try expectDone(officer.rounds("sync"))
    let plan = try OfficePlan(company, ["serviceSupervisor": "supervisor"])
      .write(in: company.folder)
    let ended = try PagePython.run(
      "keyboard.py",
      [plan, PagePython.pictures.path(percentEncoded: false), "\(Self.records)"],
      in: company.folder)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
