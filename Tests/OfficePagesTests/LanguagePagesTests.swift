import OfficePages
import OfficeWork
import TestSupport
import Testing
import VisitModel

@Suite("The language of a reader", .serialized)
struct LanguagePagesTests {
  @Test("is kept from the foot of one page to the next login, whatever the browser asks for")
  func kept() async throws {
    let pages = try PagesInProcess(1231)
    let id = try pages.world.office.addAccount(
      name: "陈文员", role: .serviceOfficer, sites: [pages.world.site])
    let first = try pages.loginAsBrowsersDo(id)
    #expect(try await pages.get("/", as: first).body.contains("<html lang=\"en\">"))
    let chosen = try await pages.post("/language", ["lang": "zh-Hant", "next": "/due"], as: first)
    #expect(chosen.status == 303 && chosen.location == "/due")
    let second = try pages.loginAsBrowsersDo(id)
    #expect(try await pages.get("/", as: second).body.contains("<html lang=\"zh-Hant-HK\">"))
    let bad = try await pages.post("/language", ["lang": "xx", "next": "/"], as: second)
    #expect(bad.status == 400)
    let third = try pages.loginAsBrowsersDo(id)
    #expect(try await pages.get("/", as: third).body.contains("<html lang=\"zh-Hant-HK\">"))
  }

  @Test("is sent along with a password only where it was chosen on the page of the login")
  func chosenBefore() async throws {
    let pages = try PagesInProcess(1232)
    let plain = try await pages.get("/login").body
    #expect(plain.contains("name=\"next\"") && !plain.contains("name=\"lang\" value="))
    let chosen = try await pages.get("/login?lang=zh-Hans").body
    #expect(chosen.contains("name=\"lang\" value=\"zh-Hans\""))
    #expect(chosen.contains("<html lang=\"zh-Hans\">"))
  }
}
