import Foundation
import Testing

@Suite("The commands of notices") struct NoticeCommandTests {
  private static let kinds = [
    "pestControl", "waterOutage", "powerOutage", "repairDisturbance", "activity", "education",
    "parkingCard", "typhoonWarning", "report", "other",
  ]

  @Test("list the kinds to whoever writes a notice without one")
  func missingKind() throws {
    let company = try Company()
    let laptop = try company.laptop("officer", "serviceOfficer")
    let office = try company.office(
      "notice", "write", "--company", "--title", "x", "--body", "x", "--by", "officer", "--lang",
      "en")
    let field = try laptop.rounds("notice", "write", "--title", "x", "--body", "x", "--lang", "en")
    for ended in [office, field] {
      #expect(ended.status == 64)
      for kind in Self.kinds { #expect(ended.talk.contains(kind), "\(kind): \(ended.talk)") }
      #expect(ended.talk.contains("--answering") && !ended.talk.contains("no . "))
    }
  }

  @Test("ask about a new board, take back a mistake, and show the company's own to be read")
  func places() throws {
    let company = try Company()
    let laptop = try company.laptop("officer", "serviceOfficer")
    try expectDone(
      company.office("account", "add", "--name", "affairs", "--role", "generalAffairs"))
    let own = try expectDone(
      company.office(
        "notice", "write", "other", "--company", "--title", "公司告示", "--body", "告示内容", "--by",
        "affairs", "--json"))
    let ownID = try #require(try (own.json["notice"] as? [String: Any])?["notice"] as? String)
    try company.serve()
    try laptop.setURL(company.url)
    try expectDone(laptop.rounds("sync"))
    company.stop()
    let made = try expectDone(
      laptop.rounds("notice", "write", "education", "--title", "防火", "--body", "须知", "--json"))
    let id = try #require(try (made.json["notice"] as? [String: Any])?["notice"] as? String)
    try expectDone(laptop.rounds("notice", "seal", id))
    let asked = try laptop.rounds("notice", "post", id, "--board", "宣传栏", "--lang", "en")
    #expect(asked.status == 64 && asked.talk.contains("--new-place"), "\(asked.talk)")
    for board in ["宣传栏", "宣传拦"] {
      try expectDone(laptop.rounds("notice", "post", id, "--board", board, "--new-place"))
    }
    let right = try expectDone(
      laptop.rounds("notice", "take-down", id, "--mistake", "--board", "宣传拦", "--json"))
    let shown = try #require(try right.json["notice"] as? [String: Any])
    let postings = try #require(shown["postings"] as? [[String: Any]])
    #expect(postings.compactMap { $0["place"] as? String } == ["宣传栏", "宣传拦"])
    #expect(postings.map { $0["mistaken"] is [String: Any] } == [false, true])
    #expect(postings.allSatisfy { $0["recordedAt"] is String })
    let list = try expectDone(laptop.rounds("notice", "list", "--lang", "en"))
    #expect(list.text.contains("公司告示") && list.text.contains("head office handles them"))
    let read = try expectDone(laptop.rounds("notice", "show", ownID, "--lang", "en"))
    #expect(read.text.contains("告示内容") && read.text.contains("the company's own notice"))
    let refused = try laptop.rounds("notice", "seal", ownID, "--lang", "en")
    #expect(refused.status == 1 && refused.talk.contains("head office"), "\(refused.talk)")
  }
}
