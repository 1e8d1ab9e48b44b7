import Foundation
import Testing

@Suite("What a household says in confidence")
struct SecrecyTests {
  /// Every place of a visit where a person's words or name can stand.
  private static let personal = [
    "place": "P-MARKER-place", "met": "P-MARKER-met", "telephone": "P-MARKER-139",
    "remark": "P-MARKER-remark", "agreedWith": "P-MARKER-agreed",
  ]

  @Test(
    "is in clear in no file, log or output: the note nowhere at the office, the rest nowhere at rest"
  )
  func markers() throws {
    let company = try Company()
    let laptop = try company.laptop("supervisor", "serviceSupervisor")
    try expectDone(company.office("custodian", "add", "supervisor", "--site", "S1"))
    try company.serve()
    try expectDone(laptop.rounds("sync"))
    var visit = ordinaryVisit()
    for (name, text) in Self.personal { visit[name] = text }
    visit["opinions"] = [["topic": "hardship", "kind": "need", "text": "P-MARKER-opinion"]]
    visit["signature"] = ["state": "refused", "reason": "P-MARKER-signature"]
    visit["confidentialNote"] = "N-MARKER-note"
    let saved = try expectDone(laptop.record(visit))
    let id = try saved.json["visit"] as? String ?? ""
    try expectDone(laptop.rounds("sync"))
    // It is there for who may read it.
    let shown = try expectDone(laptop.rounds("visits", "show", id, "--json")).text
    for marker in ["place", "met", "remark", "opinion", "signature"] {
      #expect(shown.contains("P-MARKER-" + marker))
    }
    #expect(try laptop.rounds("note", "show", id, "--json").text.contains("N-MARKER-note"))
    // The roster's names are personal text as well.
    #expect(try laptop.rounds("household", "list", "--json").text.contains("住户1-101"))
    // Amended, voided and attempted texts take the same way.
    try expectDone(
      laptop.rounds("attempt", "1-102", "--outcome", "nobodyHome", "--remark", "P-MARKER-attempt"))
    let saw =
      try JSONSerialization.jsonObject(
        with: Data(laptop.rounds("visits", "show", id, "--json").output)) as? [String: Any]
    try expectDone(
      laptop.rounds(
        "visits", "void", id, "--reason", "P-MARKER-void", "--saw", saw?["saw"] as? String ?? ""))
    try expectDone(laptop.rounds("sync"))
    company.stop()
    var outputs: [String] = []
    for words in [
      ["state", "--scope", "S1", "--json"], ["state", "--scope", "company", "--json"],
      ["quota", "--json"], ["duplicates", "--json"], ["held", "list", "--json"], ["verify"],
      ["device", "list", "--json"],
    ] { outputs.append(try expectDone(company.run(words)).text) }
    for text in outputs {
      #expect(!text.contains("MARKER"))
      #expect(!text.contains("住户1-101"))
    }
    let office = try company.folder.files(below: "office") + [company.folder.file("server.log")]
    let machine = try company.folder.files(below: "laptop-supervisor")
    #expect(office.count >= 4 && machine.count >= 4)
    for file in office + machine {
      let bytes = Data(try company.folder.read(file))
      for marker in ["P-MARKER", "N-MARKER", "住户1-101"] {
        #expect(bytes.range(of: Data(marker.utf8)) == nil, "\(marker) in \(file)")
      }
    }
  }

  @Test("goes into no core file, not even where a program collects them")
  func coreFiles() throws {
    let company = try Company()
    try company.serve()
    let process = "/proc/\(company.server ?? 0)"
    let filter = try String(contentsOfFile: process + "/coredump_filter", encoding: .utf8)
    #expect(UInt64(filter.trimmingCharacters(in: .whitespacesAndNewlines), radix: 16) == 0)
    let limits = try String(contentsOfFile: process + "/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").contains("0") ?? false, "\(limits)")
  }
}
