import ConflictFreeRecords
import HTTPTypes
import OfficePages
import OfficeWork
import RecordCatalogue
import RecordStore
import TestSupport
import Testing
import VisitModel

extension AskedSite {
  /// The links that the page shows when it is asked for so many.
  fileprivate func links(_ count: Int, from first: String = "") async throws -> [String] {
    let page = try await pages.get(
      address + "?links=\(count)&from=\(first)", as: officer
    ).body
    return page.split(separator: "href=\"/survey/").dropFirst()
      .map { "/survey/" + $0.prefix { $0 != "\"" } }
  }

  fileprivate func send(
    _ link: String, _ fields: [String: String] = [:], from site: String = "same-origin"
  ) async throws -> PagesInProcess.Answer {
    let all = ["cleaning": "2", "overall": "", "room": "", "remark": ""]
    return try await pages.post(link, all.merging(fields) { _, new in new }, from: site)
  }
}

@Suite("A slip behind its link", .serialized)
struct SlipPageTests {
  @Test("is answered once, by whoever holds it, and tells nobody anything (R1-26)")
  func once() async throws {
    let site = try await AskedSite(961)
    let links = try await site.links(3)
    #expect(links.count == 3 && Set(links).count == 3)
    let page = try await site.pages.get(links[0])
    #expect(page.status == 200 && page.headers[.setCookie] == nil)
    for words in [
      "2026年满意度", "cleaning", "overall", "还想说什么？", "no answer", "1 (best)", "5 (worst)",
      "action=\"\(links[0])\"",
    ] { #expect(page.body.contains(words), "\(words)") }
    for hidden in ["陈文员", "greening", "name=\"token\"", "href=\"/surveys", "\"Pages\""] {
      #expect(!page.body.contains(hidden), "\(hidden)")
    }
    #expect(try await site.pages.get(links[0], as: site.officer).body == page.body)
    let script = "<script>alert(1)</script>"
    let done = try await site.send(links[0], ["room": script, "remark": script])
    #expect(done.status == 303 && done.location == links[0] && done.headers[.setCookie] == nil)
    let again = try await site.pages.get(links[0]).body
    #expect(again.contains("answered already") && !again.contains("<form method=\"post\" action"))
    #expect(!again.contains("script"), "nothing of what was said is shown")
    let second = try await site.send(links[0], ["cleaning": "5"])
    #expect(second.status == 409 && second.body.contains("answered already"))
    let answer = try #require(try site.answers().first)
    #expect(try site.answers().count == 1 && answer.grades == [.cleaning: 2])
    #expect(answer.way == .link && answer.account == nil)
    let state = try #require(
      try site.office.read { try $0.records.state(of: answer.key) })
    #expect(state.sealed(SurveyResponseField.room) != nil)
    #expect(state.text(SurveyResponseField.slip) == nil, "the number says who got the slip")
    #expect(try answer.key.id != site.survey.answer(of: "001", nil))
    #expect(try await site.enter("1", slip: "001").status == 409, "the same slip on paper")
    let own = try await site.pages.get(site.address, as: site.officer).body
    #expect(own.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !own.contains("<script"))
    #expect(try await site.send(links[1]).status == 303)
    #expect(try site.answers().count == 2)
  }

  @Test("cannot be made up, nor be sent by another's page")
  func forged() async throws {
    let site = try await AskedSite(962)
    let links = try await site.links(2)
    let (first, second) = (links[0], links[1])
    let (key, bare) = (String(first.suffix(16)), String(first.dropLast(16)))
    let other = try await AskedSite(963)
    let (own, foreign) = (site.id, other.id)
    var forged: [String] = ["\(bare)\(second.suffix(16))", bare + "0000000000000000"]
    forged += [String(first.dropLast(17)), first + "00", String(first.dropLast(2))]
    forged += ["004", "1", ""].map { "/survey/S1/\(own)/\($0)-\(key)" }
    forged += ["/survey/S1/\(foreign)/001-\(key)", "/survey/S9/\(own)/001-\(key)"]
    for link in forged {
      #expect(try await site.pages.get(link).status == 404, "\(link)")
      #expect(try await site.send(link).status == 404, "\(link)")
    }
    for stranger in ["cross-site", "same-site", "none"] {
      #expect(try await site.send(first, from: stranger).status == 403, "\(stranger)")
    }
    for bad in [["cleaning": "6"], ["cleaning": "x"], ["room": "a\nb"], ["remark": "a\u{7}"]] {
      #expect(try await site.send(first, bad).status == 400, "\(bad)")
    }
    let empty = try await site.send(first, ["cleaning": "", "room": "1-101"])
    #expect(empty.status == 400 && empty.body.contains("Nothing was answered"))
    #expect(empty.body.contains("action=\"\(first)\""), "it may still be answered")
    #expect(try site.answers().isEmpty)
    #expect(try await site.send(first, ["cleaning": "", "remark": "好"]).status == 303)
    let inChinese = try await site.pages.get(second + "?lang=zh-Hans").body
    #expect(inChinese.contains("保洁") && inChinese.contains("\(second)?lang=zh-Hans\""))
    let sent = try await site.send(second + "?lang=zh-Hans")
    #expect(sent.status == 303 && sent.location == second + "?lang=zh-Hans")
  }

  @Test("takes nothing after the survey's last day, its analysis or its end")
  func closed() async throws {
    let site = try await AskedSite(964)
    let links = try await site.links(4)
    site.pages.world.clock.set("2026-09-20 23:59")
    #expect(try await site.send(links[0]).status == 303)
    site.pages.world.clock.set("2026-09-21 00:00")
    let page = try await site.pages.get(links[1])
    #expect(page.status == 200 && page.body.contains("closed") && !page.body.contains("cleaning"))
    let late = try await site.send(links[1])
    #expect(late.status == 409 && late.body.contains("closed"))
    #expect(try site.answers().count == 1)
    let open = try await AskedSite(965, ["closes": ""])
    let slip = try await open.links(1)[0]
    try await open.enter("1")
    #expect(try await open.act("distribute", ["count": "3"]).status == 303)
    #expect(try await open.act("analyse", ["text": ""]).status == 303)
    #expect(try await open.send(slip).status == 409)
    #expect(try await open.links(1).isEmpty, "none are made any more")
    #expect(try open.answers().count == 1)
  }

  @Test("is shown to those who hand it out, so many at once, and showing it stores nothing")
  func handedOut() async throws {
    let site = try await AskedSite(966)
    let before = try site.survey
    #expect(try await site.links(200).count == 200)
    let some = try await site.links(2, from: "999")
    #expect(some.map { $0.contains("/999-") || $0.contains("/1000-") } == [true, true])
    for (count, first) in [(0, ""), (201, ""), (5, "0"), (5, "x"), (5, "70000")] {
      #expect(try await site.links(count, from: first).isEmpty, "\(count) \(first)")
    }
    let page = try await site.pages.get(site.address + "?links=x", as: site.officer).body
    #expect(page.contains("1 to 200 at a time"))
    let asked = try await site.pages.post(
      site.address + "/links", ["links": "2", "from": ""], as: site.officer)
    #expect(asked.status == 303 && asked.location == site.address + "?links=2&from=")
    #expect(page.contains("action=\"\(site.address)/links\""))
    #expect(try site.survey == before && site.answers().isEmpty)
  }
}
