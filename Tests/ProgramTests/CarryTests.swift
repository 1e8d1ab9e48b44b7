import Foundation
import Glibc
import Testing

@Suite("A laptop that does not reach the office")
struct CarryTests {
  @Test("hands its records over on a stick, and the other laptop brings them to the office")
  func stick() throws {
    let company = try Company()
    let a = try company.laptop("officer")
    let b = try company.laptop("supervisor", "serviceSupervisor")
    company.stop()
    try expectDone(a.record(ordinaryVisit("1-101")))
    try expectDone(b.record(ordinaryVisit("1-102")))
    let (toB, toA) = (company.folder.file("a.export"), company.folder.file("b.export"))
    let written = try expectDone(a.rounds("export", toB, "--pending", "--json")).json
    #expect(written["bundles"] as? Int == 1)
    #expect(written["pending"] as? Int == 1)
    try expectDone(b.rounds("export", toA))
    let brought = try expectDone(b.rounds("import", toB, "--json")).json
    #expect(brought["new"] as? Int == 1)
    #expect(brought["whole"] as? Bool == true)
    try expectDone(a.rounds("import", toA))
    #expect(try a.state() == b.state())
    // Twice changes nothing.
    let again = try expectDone(b.rounds("import", toB, "--json")).json
    #expect(again["new"] as? Int == 0)
    #expect(again["known"] as? Int == 1)
    #expect(try b.pending() == 1)
    // A file is never overwritten by chance.
    let refused = try a.rounds("export", toB)
    #expect(refused.status == 1)
    try expectDone(a.rounds("export", toB, "--force"))
    // Any gzip reads the file as one.
    try expectDone(
      Programs.run("/bin/gzip", ["-t", "-S", ".export", toB], ["PATH": "/bin"], in: company.folder))
    try company.serve()
    let sync = try expectDone(b.rounds("sync", "--json")).json
    #expect(sync["stored"] as? Int == 2)
    try expectDone(a.rounds("sync"))
    try expectDone(b.rounds("sync"))
    #expect(try a.pending() == 0)
    company.stop()
    let office = try expectDone(company.office("state", "--scope", "S1", "--json")).output
    #expect(try a.state() == office)
    #expect(try b.state() == office)
  }

  @Test("puts nobody's words in clear into the file, nor into a backup")
  func sealed() throws {
    let company = try Company()
    let laptop = try company.laptop("officer")
    company.stop()
    var visit = ordinaryVisit()
    visit["remark"] = "P-MARKER-remark"
    visit["met"] = "P-MARKER-met"
    visit["opinions"] = [["topic": "hardship", "kind": "need", "text": "P-MARKER-opinion"]]
    try expectDone(laptop.record(visit))
    let file = company.folder.file("rounds.export")
    try expectDone(laptop.rounds("export", file))
    let plain = try expectDone(
      Programs.run(
        "/bin/gzip", ["-d", "-c"], ["PATH": "/bin"], in: company.folder,
        input: try company.folder.read(file)))
    #expect(plain.output.count > 1000)
    let backup = company.folder.file("rounds.backup")
    try expectDone(laptop.rounds("backup", backup))
    for bytes in [
      plain.output, try company.folder.read(backup), try company.folder.read(backup + ".keys"),
    ] {
      for marker in ["P-MARKER", "住户1-101"] {
        #expect(Data(bytes).range(of: Data(marker.utf8)) == nil, "\(marker)")
      }
    }
  }

  @Test("is told what is wrong with a file, and takes what it can of a damaged one")
  func damaged() throws {
    let company = try Company()
    let a = try company.laptop("officer")
    let b = try company.laptop("supervisor", "serviceSupervisor")
    company.stop()
    try expectDone(a.record(ordinaryVisit()))
    let file = company.folder.file("rounds.export")
    try expectDone(a.rounds("export", file))
    let whole = try company.folder.read(file)
    let cut = company.folder.file("cut.export")
    try company.folder.write(Array(whole.prefix(whole.count * 3 / 4)), to: cut)
    let short = try b.rounds("import", cut, "--json")
    #expect(short.status == 1)
    #expect(try short.json["whole"] as? Bool == false)
    let picture = company.folder.file("picture")
    try company.folder.write(
      Array("GIF89a".utf8) + Array(repeating: 0x2C, count: 5000), to: picture)
    #expect(try b.rounds("import", picture).status == 1)
    #expect(try b.rounds("import", company.folder.file("nothing")).status == 1)
    // What the cut file lacked comes with the whole one.
    try expectDone(b.rounds("import", file))
    #expect(try a.state() == b.state())
  }

  @Test("of another company refuses a file before anything is stored, and names whose it is")
  func foreign() throws {
    let (ours, theirs) = (try Company(), try Company())
    let laptop = try ours.laptop("officer")
    let stranger = try theirs.laptop("officer")
    ours.stop()
    theirs.stop()
    let file = theirs.folder.file("rounds.export")
    try expectDone(stranger.rounds("export", file))
    let before = try laptop.state()
    let refused = try laptop.rounds("import", file)
    #expect(refused.status == 1)
    #expect(refused.talk.contains("试验物业"))
    #expect(try laptop.state() == before)
  }
}
