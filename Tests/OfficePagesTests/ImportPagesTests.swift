import Foundation
import HTTPTypes
import OfficeWork
import RecordStore
import TestSupport
import Testing
import VisitModel

/// An office whose administrator hands in lists.
struct ImportDesk {
  let pages: PagesInProcess
  let administrator: PagesInProcess.Visitor

  init(_ seed: UInt64) throws {
    pages = try PagesInProcess(seed)
    administrator = try pages.visitor("管理员", .administrator, at: [])
  }

  /// How far the site has come: another as soon as anything was written.
  func log() throws -> Feed.Head? {
    try pages.world.office.read { try $0.feed.head(pages.world.site) }
  }

  func upload(
    _ bytes: [UInt8], named name: String = "名册.csv", kind: String = "households"
  ) async throws -> PagesInProcess.Answer {
    let site = kind == "households" ? ["site": "S1"] : [:]
    return try await pages.upload(
      "/imports", site.merging(["kind": kind], uniquingKeysWith: { $1 }), named: name, bytes,
      as: administrator)
  }

  /// - Returns: the address of the preview, and the preview.
  func preview(
    _ bytes: [UInt8], named name: String = "名册.csv", kind: String = "households",
    choice: String = ""
  ) async throws -> (address: String, page: PagesInProcess.Answer) {
    let answer = try await upload(bytes, named: name, kind: kind)
    try #require(answer.status == 303, "\(answer.status) \(answer.body)")
    return (answer.location, try await get(answer.location + choice))
  }

  func get(_ path: String) async throws -> PagesInProcess.Answer {
    try await pages.get(path, as: administrator)
  }

  func confirm(
    _ address: String, _ page: PagesInProcess.Answer, choice: String = ""
  ) async throws -> PagesInProcess.Answer {
    try await pages.post(
      address + "/confirm" + choice, ["shown": page.hidden("shown")], as: administrator)
  }
}

@Suite("Imports on pages", .serialized)
struct ImportPagesTests {
  private static let roster = Array(
    "房号,姓名,电话\n1-101,N1,\n1-102,新名,138\n1-201,陈女士,\n,无号,\n".utf8)

  @Test("show what would happen, write nothing before it is confirmed, and then say what was done")
  func whole() async throws {
    let desk = try ImportDesk(990)
    let before = try desk.log()
    let (address, page) = try await desk.preview(Self.roster)
    #expect(page.status == 200)
    for words in [
      "Nothing has been written yet.", "Name: N2 → 新名", "Telephone: – → 138", "Name: 陈女士",
      "A5", "房号 is missing.", "Write: 1 new, 1 changed; 1 row not taken", "UTF-8",
      "The roster of Site", "名册.csv",
    ] { #expect(page.body.contains(words), "\(words)") }
    #expect(try desk.log() == before)
    let taken = try await desk.confirm(address, page)
    #expect(taken.status == 303 && taken.location == address)
    let done = try await desk.get(address)
    #expect(done.body.contains("1 new, 1 changed, 1 the same; 1 row was not taken"))
    #expect(done.body.contains("A5") && !done.body.contains("name=\"shown\""))
    let after = try desk.log()
    #expect(after != before)
    let names = try await desk.get("/imports")
    #expect(names.body.contains("href=\"\(address)\""))
    // The same again: nothing to do, and nothing is done.
    let (_, again) = try await desk.preview(Self.roster)
    #expect(again.body.contains("0 new, 0 changed"))
    #expect(again.hidden("shown").isEmpty)
    #expect(try desk.log() == after)
    #expect(try desk.pages.world.office.verify().isSound)
  }

  @Test("show of a telephone that is kept its last digits alone, on the page and in its files")
  func telephone() async throws {
    let desk = try ImportDesk(998)
    let (address, page) = try await desk.preview(Array("房号,电话\n1-102,13800001111\n".utf8))
    #expect(try await desk.confirm(address, page).status == 303)
    let (next, preview) = try await desk.preview(Array("房号,电话\n1-102,13900002222\n".utf8))
    #expect(preview.body.contains("Telephone: ••••1111 → 13900002222"))
    let files = try await [desk.get(next + "?as=json"), desk.get(next + "?as=csv")]
    for answer in [preview] + files { #expect(!answer.body.contains("13800001111")) }
    #expect(try await desk.confirm(next, preview).status == 303)
  }

  @Test("in two tabs are done once, and a preview that was overtaken is shown again")
  func twoTabs() async throws {
    let desk = try ImportDesk(991)
    let (first, page) = try await desk.preview(Self.roster)
    let (second, other) = try await desk.preview(Self.roster)
    #expect(try await desk.confirm(first, page).status == 303)
    let after = try desk.log()
    // The button once more, as after "back".
    #expect(try await desk.confirm(first, page).status == 303)
    let late = try await desk.confirm(second, other)
    #expect(late.status == 409)
    #expect(late.body.contains("records have changed") && late.body.contains("0 new, 0 changed"))
    #expect(try desk.log() == after)
    let roster = Array("unit,name\n1-103,丙\n1-104,丁\n".utf8)
    let (third, shown) = try await desk.preview(roster)
    let overtaken = try await desk.preview(Array("unit,name\n1-103,丙\n".utf8))
    #expect(try await desk.confirm(overtaken.address, overtaken.page).status == 303)
    let again = try await desk.confirm(third, shown)
    #expect(again.status == 409 && again.body.contains("Write: 0 new, 1 changed"))
    #expect(again.hidden("shown") != shown.hidden("shown"))
    #expect(try await desk.confirm(third, again).status == 303)
    for wrong in ["", "00", String(repeating: "z", count: 64)] {
      let (address, _) = try await desk.preview(Array("unit,name\n1-103,戊\n".utf8))
      let answer = try await desk.pages.post(
        address + "/confirm", ["shown": wrong], as: desk.administrator)
      #expect(answer.status == 400, "\(wrong)")
    }
  }

  @Test("are kept for an hour, for the login that handed them in alone")
  func gone() async throws {
    let desk = try ImportDesk(992)
    let (address, page) = try await desk.preview(Self.roster)
    let other = try desk.pages.visitor("另一位", .administrator, at: [])
    let strange = try await desk.pages.get(address, as: other)
    #expect(strange.status == 404 && strange.body.contains("not here any more"))
    #expect(!strange.body.contains("新名"))
    let stolen = try await desk.pages.post(
      address + "/confirm", ["shown": page.hidden("shown")], as: other)
    #expect(stolen.status == 303 && stolen.location == address)
    let none = try await desk.pages.get("/imports", as: other)
    #expect(!none.body.contains(address))
    let before = try desk.log()
    // Whoever goes on working stays logged in.
    for _ in 0..<5 {
      desk.pages.world.clock.advance(minutes: 13)
      #expect(try await desk.get("/imports").status == 200)
    }
    let late = try await desk.get(address)
    #expect(late.status == 404 && late.body.contains("kept for an hour"))
    #expect(try await desk.confirm(address, page).status == 303)
    #expect(try desk.log() == before)
  }

  @Test("belong to administrators, and come from our own page with the session's token")
  func rights() async throws {
    let desk = try ImportDesk(993)
    let (address, page) = try await desk.preview(Self.roster)
    let before = try desk.log()
    for role in Role.allCases where role != .administrator {
      let sites = role.isCompany ? [] : [desk.pages.world.site]
      let visitor = try desk.pages.visitor(role.name, role, at: sites)
      for path in ["/imports", address] {
        #expect(try await desk.pages.get(path, as: visitor).status == 403, "\(role) at \(path)")
      }
      let sent = try await desk.pages.upload(
        "/imports", ["kind": "sites"], named: "a.csv", Self.roster, as: visitor)
      #expect(sent.status == 403, "\(role)")
      let confirmed = try await desk.pages.post(
        address + "/confirm", ["shown": page.hidden("shown")], as: visitor)
      #expect(confirmed.status == 403, "\(role)")
    }
    let stranger = try await desk.pages.upload(
      "/imports", ["kind": "sites"], named: "a.csv", Self.roster)
    #expect(stranger.status == 303 && stranger.location == "/login")
    let fields = ["kind": "households", "site": "S1"]
    let foreign = try await desk.pages.upload(
      "/imports", fields, named: "a.csv", Self.roster, as: desk.administrator, from: "cross-site")
    #expect(foreign.status == 403)
    let forged = try await desk.pages.upload(
      "/imports", fields.merging(["token": "x"], uniquingKeysWith: { $1 }), named: "a.csv",
      Self.roster, as: desk.administrator)
    #expect(forged.status == 403)
    #expect(try desk.log() == before)
  }

  @Test("take a file alone, of a bounded size, on the one address that has a form for it")
  func bounds() async throws {
    let desk = try ImportDesk(994)
    let most = Bounds.uploadBytesMax
    for size in [most + 1, most + 1_000_000] {
      let large = try await desk.upload([UInt8](repeating: 0x61, count: size))
      #expect(large.status == 413 && large.body.contains("8 MiB"), "\(size)")
    }
    // As large as it may be, and no list.
    let rows = Array("unit\n".utf8) + [UInt8](repeating: 0x61, count: most - 5)
    #expect(try await desk.upload(rows).status == 303)
    let plain = try await desk.pages.post(
      "/imports", ["kind": "sites", "file": "a"], as: desk.administrator)
    #expect(plain.status == 415)
    let elsewhere = try await desk.pages.upload(
      "/devices/confirm", ["device": "all"], named: "a.csv", [], as: desk.administrator)
    #expect(elsewhere.status == 415)
    let kind = try await desk.pages.upload(
      "/imports", ["kind": "cats"], named: "a.csv", Self.roster, as: desk.administrator)
    #expect(kind.status == 400)
    let site = try await desk.pages.upload(
      "/imports", ["kind": "households", "site": "无此处"], named: "a.csv", Self.roster,
      as: desk.administrator)
    #expect(site.status == 400 && site.body.contains("No site has the code or the name 无此处"))
    #expect(site.body.contains("value=\"无此处\""), "the form as it was typed")
  }

  @Test("refuse in words what is no list")
  func noList() async throws {
    let desk = try ImportDesk(995)
    let data = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../SpreadsheetsTests/Data")
    let bomb = Array(try Data(contentsOf: data.appending(path: "zeros.xlsx")))
    let entities = Array(try Data(contentsOf: data.appending(path: "entities.xlsx")))
    let refused: [([UInt8], String)] = [
      ([], "empty"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF], "text"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old Excel"), (bomb, "sheets/one.xml"),
      (entities, "sheets/one.xml"), (Array(bomb.prefix(100)), "damaged"),
    ]
    for (bytes, words) in refused {
      let answer = try await desk.upload(bytes, named: "名册.xlsx")
      #expect(answer.status == 400 && answer.body.contains(words), "\(words)")
      #expect(answer.body.contains("name=\"file\""), "the form again")
    }
    #expect(try await desk.get("/imports").body.contains("href=\"/imports/") == false)
    for (text, words) in [
      ("甲,乙\n1,2\n", "should name columns"), ("姓名\n甲\n", "lacks a column that is needed"),
    ] {
      let (_, page) = try await desk.preview(Array(text.utf8))
      #expect(page.status == 200 && page.body.contains(words), "\(words)")
      #expect(page.hidden("shown").isEmpty)
    }
  }

  @Test("show hostile names as names")
  func hostile() async throws {
    let desk = try ImportDesk(996)
    let evil = "\"><script>alert(1)</script>\u{0301}<img src=x onerror=alert(1)>"
    let csv =
      "unit,name,<b>x</b>\n1-101,\"\(evil.replacingOccurrences(of: "\"", with: "\"\""))\",\n"
      + "1-102,=cmd|'/c calc'!A1,\n<u>1</u>\u{0301},x,\n"
    let (address, page) = try await desk.preview(
      Array(csv.utf8), named: "../../etc/\(evil).csv")
    for body in [
      page.body, try await desk.get("/imports").body,
      try await desk.confirm(address, page).body, try await desk.get(address).body,
    ] {
      let lowered = body.lowercased()
      for mark in ["<script", "<img", "<b>", "<u>"] { #expect(!lowered.contains(mark)) }
    }
    #expect(page.body.contains("&lt;script&gt;alert(1)") && !page.body.contains("etc/"))
    let file = try await desk.get(address + "?as=csv")
    #expect(file.status == 200 && file.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(file.body.contains("A4"))
  }

  @Test("of sites add them and bring them up to date")
  func sites() async throws {
    let desk = try ImportDesk(997)
    let list = Array("小区,代码,城市,总户数\n绿岛,T1,上海,120\nSite,S1,,9\n坏,T2,,许多\n".utf8)
    let (address, page) = try await desk.preview(list, kind: "sites")
    for words in ["Units in all: 4 → 9", "City: 上海", "D4", "1 new, 1 changed"] {
      #expect(page.body.contains(words), "\(words)")
    }
    #expect(try await desk.confirm(address, page).status == 303)
    #expect(try await desk.get("/site/T1").body.contains("绿岛"))
    let (_, again) = try await desk.preview(list, kind: "sites")
    #expect(again.body.contains("0 new, 0 changed"))
    let part = try await desk.get(address + "?outcome=notTaken")
    #expect(part.body.contains("D4") && !part.body.contains(">T1<"))
  }
}
