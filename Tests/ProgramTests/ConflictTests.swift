import Foundation
import Testing

@Suite("One field changed on two laptops")
struct ConflictTests {
  @Test("is shown with both values in words, by whom, and goes when somebody settles it")
  func shown() throws {
    let company = try Company()
    let laptops = [
      try company.laptop("officer"), try company.laptop("supervisor", "serviceSupervisor"),
    ]
    let visit =
      try expectDone(laptops[0].record(ordinaryVisit())).json["visit"] as? String ?? ""
    try company.serve()
    func syncAll() throws {
      for laptop in laptops + laptops {
        try laptop.setURL(company.url)
        try expectDone(laptop.rounds("sync"))
      }
    }
    func amend(_ laptop: TestLaptop, _ value: String) throws {
      let saw = try expectDone(laptop.rounds("visits", "show", visit, "--json")).json["saw"]
      try expectDone(
        laptop.rounds(
          "visits", "amend", visit, "--field", "satisfaction", "--value", value, "--saw",
          saw as? String ?? ""))
    }
    try syncAll()
    try amend(laptops[0], "satisfied")
    try amend(laptops[1], "notSatisfied")
    try syncAll()
    for laptop in laptops {
      let shown = try expectDone(
        laptop.rounds("conflicts", "show", String(visit.prefix(8)), "--lang", "en"))
      for words in ["Satisfaction", "not satisfied", "officer", "supervisor"] {
        #expect(shown.text.contains(words), "\(words) in \(shown.text)")
      }
      let list = try expectDone(laptop.rounds("conflicts", "list", "--lang", "zh-Hans"))
      #expect(list.text.contains("满意"))
      #expect(try Self.open(laptop) == 1)
    }
    try amend(laptops[1], "fairlySatisfied")
    try syncAll()
    for laptop in laptops { #expect(try Self.open(laptop) == 0) }
  }

  private static func open(_ laptop: TestLaptop) throws -> Int {
    let list = try expectDone(laptop.rounds("conflicts", "list", "--json")).json["conflicts"]
    return (list as? [Any])?.count ?? -1
  }
}
