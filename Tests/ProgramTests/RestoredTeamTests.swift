import Foundation
import Testing

// Backups older than a laptop's enrolment, and older than another's loss.
extension OfficeRescueTests {
  /// Three laptops and an office over twenty moments: one laptop comes in the middle, one is lost
  /// towards the end with a visit that it never sent.
  private struct Team {
    let company: Company
    let officer: TestLaptop
    let lost: TestLaptop
    let late: TestLaptop
    let backups: [Backup]
    /// The state after the last moment.
    let whole: [UInt8]
    let records: Set<String>
  }

  static let enrolledAfter = 7
  static let lostAfter = 13

  private func team() throws -> Team {
    let company = try Company(households: 60)
    let officer = try company.laptop("officer")
    let lost = try company.laptop("supervisor", "serviceSupervisor")
    var late: TestLaptop?
    try company.serve()
    var backups: [Backup] = []
    for number in 0..<20 {
      backups.append(try backup(company, "team-\(number)"))
      if number == Self.enrolledAfter { late = try company.laptop("late") }
      let present = [officer, number < Self.lostAfter ? lost : nil, late].compactMap { $0 }
      let unit = "1-\(number / 4 + 1)0\(number % 4 + 1)"
      try expectDone(present[number % present.count].record(ordinaryVisit(unit)))
      if number == Self.lostAfter {
        try expectDone(lost.record(ordinaryVisit("1-1001")))
        try expectDone(company.office("device", "revoke", try fingerprint(of: lost, company)))
      }
      for laptop in present + [present[number % present.count]] {
        try expectDone(laptop.rounds("sync"))
      }
    }
    // Everybody that is left has seen everything.
    for laptop in [officer, late].compactMap({ $0 }) { try expectDone(laptop.rounds("sync")) }
    let whole = try state(company)
    return Team(
      company: company, officer: officer, lost: lost, late: try #require(late),
      backups: backups, whole: whole.output, records: try records(of: whole))
  }

  private func fingerprint(of laptop: TestLaptop, _ company: Company) throws -> String {
    let json = try expectDone(company.office("device", "list", "--json")).json
    let devices = json["devices"] as? [[String: Any]] ?? []
    let own = devices.first { $0["person"] as? String == laptop.name }
    return try #require(own?["fingerprint"] as? String)
  }

  private func devices(_ company: Company) throws -> [String: [String: Any]] {
    let json = try expectDone(company.office("device", "list", "--json")).json
    let devices = json["devices"] as? [[String: Any]] ?? []
    return Dictionary(devices.map { ($0["person"] as? String ?? "", $0) }) { a, _ in a }
  }

  @Test(
    "brings back a laptop enrolled since, and keeps one revoked since out, from any older moment")
  func enrolledAndRevokedSince() throws {
    let team = try team()
    let company = team.company
    for (number, one) in team.backups.enumerated() {
      company.stop()
      try expectDone(company.office("restore", one.file, "--as-of-backup"))
      #expect(try state(company).output != team.whole, "backup \(number) holds everything")
      try company.serve()
      for laptop in [team.officer, team.late] {
        let synced = try expectDone(laptop.rounds("sync", "--json")).json
        #expect(synced["inSync"] as? Bool == true, "backup \(number): \(laptop.name)")
      }
      let known = try devices(company)
      #expect(known.count == 3, "backup \(number)")
      #expect(known["late"]?["waits"] as? Bool == true, "backup \(number)")
      let revoked = known["supervisor"]?["revokedAt"] as? String
      #expect(revoked?.isEmpty == false, "backup \(number)")
      let refused = try team.lost.rounds("sync")
      #expect(refused.status == 1 || refused.status == 2, "backup \(number): \(refused.talk)")
      try admitHeld(of: team, number)
      let now = try records(of: try state(company))
      #expect(now == team.records, "backup \(number)")
      try expectSame(company, [team.officer, team.late], "backup \(number)")
    }
    try heldWork(of: team)
  }

  /// What the lost laptop wrote before it was lost is back and held, because the restored office
  /// does not know the receipts that would prove it; an administrator lets it take part again.
  private func admitHeld(of team: Team, _ number: Int) throws {
    let company = team.company
    let held = try held(company)
    // It wrote at every other moment until the third laptop came, then at every third.
    let written = (0..<Self.lostAfter).filter { moment in
      moment >= number && moment % (moment < Self.enrolledAfter ? 2 : 3) == 1
    }
    // The first of them names a receipt of before the backup, which proves it, if it had one then.
    let proven = number > 1 ? 1 : 0
    #expect(held.count == max(0, written.count - proven), "backup \(number)")
    #expect(held.allSatisfy { $0["reason"] as? String == "deviceRevoked" }, "backup \(number)")
    #expect(held.allSatisfy { $0["person"] as? String == "supervisor" }, "backup \(number)")
    if held.isEmpty { return }
    let device = try fingerprint(of: team.lost, company)
    try expectDone(
      company.office("held", "admit", "--device", device, "--reason", "its visits before 9/20"))
    for laptop in [team.officer, team.late] { try expectDone(laptop.rounds("sync")) }
  }

  /// Every record of a state but the admissions (type 27), which the restores themselves wrote.
  private func records(of state: Ended) throws -> Set<String> {
    let records = try state.json["records"] as? [[String: Any]] ?? []
    return Set(
      try records.filter { $0["type"] as? Int != 27 }.map {
        String(
          decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys),
          as: UTF8.self)
      })
  }

  private func held(_ company: Company) throws -> [[String: Any]] {
    try expectDone(company.office("held", "list", "--json")).json["held"] as? [[String: Any]] ?? []
  }

  /// What the lost laptop never sent comes on a stick to an office that lost its receipts, so that
  /// nothing proves when it was made: it is kept, held, and takes no part.
  private func heldWork(of team: Team) throws {
    let company = team.company
    company.stop()
    try expectDone(company.office("restore", team.backups[5].file, "--as-of-backup"))
    try company.serve()
    for laptop in [team.officer, team.late] { try expectDone(laptop.rounds("sync")) }
    let before = Set(try held(company).compactMap { $0["bundle"] as? String })
    let shown = try state(company).output
    let file = company.folder.file("lost.export")
    try expectDone(team.lost.rounds("export", file))
    try expectDone(team.officer.rounds("import", file))
    try expectDone(team.officer.rounds("sync"))
    let more = try held(company).filter { !before.contains($0["bundle"] as? String ?? "") }
    #expect(more.count == 1)
    #expect(more.first?["reason"] as? String == "deviceRevoked")
    #expect(more.first?["person"] as? String == "supervisor")
    #expect(try state(company).output == shown)
    try expectDone(company.office("verify"))
  }
}
