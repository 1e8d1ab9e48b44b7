import HTTPTypes
import OfficePages
import OfficeWork
import RecordStore
import TestSupport
import Testing
import TextFormats
import VisitModel

@Suite("Data for programs", .serialized)
struct DataPagesTests {
  /// 61 sites, T10 to T69 and S1, which has four households.
  private func office(_ seed: UInt64) throws -> PagesInProcess {
    let pages = try PagesInProcess(seed)
    let rows = (10..<70).compactMap { number in
      UnitCode("T\(number)").map {
        SiteRow(
          code: $0, name: "Site <\(number)>", city: number % 2 == 0 ? "O'Hara" : "",
          propertyCompany: "", totalUnits: 1000 + number)
      }
    }
    _ = try pages.world.office.importSites(rows)
    return pages
  }

  @Test("names to each role the sets that its pages would show, and refuses the others")
  func roles() async throws {
    let pages = try PagesInProcess(1040)
    for role in Role.allCases {
      let program = try DataProgram(pages, "P \(role.name)", role, at: [pages.world.site])
      let allowed = DataSet.all.filter { $0.roles.contains(role) }
      let service = try await program.json("/odata")
      #expect(service.column("name", of: "value") == allowed.map(\.entitySet), "\(role)")
      let model = try await program.get("/odata/$metadata")
      #expect(model.headers[.contentType] == "application/xml")
      for set in DataSet.all {
        let isAllowed = allowed.contains(set)
        #expect(model.body.contains("<EntitySet Name=\"\(set.entitySet)\"") == isAllowed)
        for path in ["/data/" + set.name, "/odata/" + set.entitySet] {
          #expect(try await program.get(path).status == (isAllowed ? 200 : 403), "\(role) \(path)")
        }
      }
    }
    let manager = try DataProgram(pages, "G", .generalManager)
    let refused = try await manager.json("/odata/Visits", 403)
    #expect(refused["error"]?["code"]?.words == "forbidden")
    #expect(try await manager.json("/data/visits", 403)["title"]?.words == "forbidden")
  }

  @Test("is of the sites that a person sees, and of no other")
  func sites() async throws {
    let pages = try office(1041)
    let program = try DataProgram(pages, "Officer", .serviceOfficer, at: [pages.world.site])
    for path in ["/odata/Sites", "/odata/Quota", "/odata/Households", "/odata/Obligations"] {
      let (rows, _) = try await program.rows(path)
      #expect(rows.allSatisfy { $0["site"]?.words == "S1" }, "\(path)")
    }
    #expect(try await program.rows("/odata/Households").rows.count == 4)
    #expect(try await program.rows("/odata/Households?$filter=site%20eq%20'T10'").rows.isEmpty)
    #expect(try await program.json("/data/quota?site=T10").items("rows").isEmpty)
    let all = try await DataProgram(pages, "Reviewer", .companyReviewer).rows("/odata/Sites").rows
    #expect(all.count == 61)
  }

  @Test("holds codes and times and nothing that anybody typed of a household")
  func nothingPersonal() async throws {
    let pages = try PagesInProcess(1042)
    let program = try DataProgram(pages, "Secret Name", .administrator)
    for route in DataRoute.all where route != .description {
      let body = try await program.get(route.path).body
      for word in ["N1", "N4", "Secret Name"] { #expect(!body.contains(word), "\(route.path)") }
    }
    let rows = try await program.rows("/odata/Households").rows
    let row = try #require(rows.first)
    #expect(
      row.names == ["site", "id", "unit", "occupancy", "joined", "departed", "isOccupied"])
    #expect(Set(rows.map { $0["unit"]?.words }) == ["1-101", "1-102", "1-103", "1-104"])
    #expect(row["joined"]?.words == "2026-01-01" && row["departed"] == .null)
  }

  @Test("is selected, filtered, put in order, cut and counted as OData says")
  func queries() async throws {
    let pages = try office(1043)
    let program = try DataProgram(pages, "Reviewer", .companyReviewer)
    let top = try await program.json(
      "/odata/Sites?$select=site,units&$orderby=units%20desc&$top=2&$count=true")
    #expect(top.column("site", of: "value") == ["T69", "T68"])
    #expect(top["@odata.count"]?.number == 61)
    #expect(
      top["@odata.context"]?.words
        == "http://office.test/odata/$metadata#Sites(site,units)")
    #expect(top.items("value").first?.names == ["site", "units"] && top["@odata.nextLink"] == nil)
    let skipped = try await program.json("/odata/Sites?$orderby=units%20desc&$skip=59&$top=9")
    #expect(skipped.column("site", of: "value") == ["T10", "S1"])
    let some = try await program.json(
      "/odata/Sites?$filter=city%20eq%20'O''Hara'%20and%20units%20lt%201013")
    #expect(some.column("site", of: "value") == ["T10", "T12"])
    let plain = try await program.get("/odata/%24metadata")
    #expect(plain.status == 200 && plain.headers[HTTPField.odataVersion] == "4.0")
    let none = try await program.json("/odata/Sites?$top=0&$count=true")
    #expect(none.items("value").isEmpty && none["@odata.count"]?.number == 61)
    let table = try await program.json("/data/sites?sort=-units&q=O%27Hara&page=1")
    #expect(table["total"]?.number == 30 && table["pages"]?.number == 1)
    #expect(table.column("site", of: "rows").first == "T68")
  }

  @Test("comes in pages whose links end, with every row once")
  func paging() async throws {
    let pages = try office(1044)
    let program = try DataProgram(pages, "Reviewer", .companyReviewer)
    // Two rows of each of 61 sites; a page that asks for fewer stops there.
    let (rows, count) = try await program.rows("/odata/Quota")
    #expect(rows.count == 122 && count == 1)
    let first = try await program.json("/odata/Quota?$top=3")
    #expect(first.items("value").count == 3 && first["@odata.nextLink"] == nil)
    var seen: [String] = []
    for start in ["", "5331", "543130!543130003230323600", "543639"] {
      let rest = try await program.rows("/odata/Quota?$skiptoken=" + start).rows
      seen.append("\(rest.count)")
    }
    // Behind nothing; behind all of S1; inside T10, before its first month; behind the last.
    #expect(seen == ["122", "120", "120", "0"])
    let ordered = try await program.rows("/odata/Quota?$orderby=site,month%20desc").rows
    #expect(ordered.map { $0["site"]?.words } == rows.map { $0["site"]?.words })
    #expect(ordered.first?["month"]?.words == "2026-09")
    let alone = try await program.json("/odata/Quota?$skiptoken=5331&$count=true", 400)
    #expect(alone["error"]?["target"]?.words == "$skiptoken")
  }

  struct Bad: Sendable {
    let path: String
    let status: Int
    let target: String?

    init(_ path: String, _ status: Int = 400, _ target: String? = nil) {
      self.path = path
      self.status = status
      self.target = target
    }

    static let all: [Bad] = [
      Bad("/odata/Sites?$filter=", 400, "$filter"), Bad("/odata/Sites?$filter=(", 400, "$filter"),
      Bad("/odata/Sites?$filter=site%20eq%20'a", 400, "$filter"),
      Bad("/odata/Sites?$filter=units%20eq%2099999999999999999999", 400, "$filter"),
      Bad("/odata/Sites?$filter=tolower(site)%20eq%20'a'", 501, "$filter"),
      Bad("/odata/Sites?$select=nothing", 400, "$select"),
      Bad("/odata/Sites?$select=", 400, "$select"),
      Bad("/odata/Sites?$orderby=site%20up", 400, "$orderby"),
      Bad("/odata/Sites?$top=-1", 400, "$top"), Bad("/odata/Sites?$top=1.0", 400, "$top"),
      Bad("/odata/Sites?$skip=99999999999999999999", 400, "$skip"),
      Bad("/odata/Sites?$top=1&$top=2", 400, "$top"), Bad("/odata/Sites?$count=yes", 400, "$count"),
      Bad("/odata/Sites?$skiptoken=zz", 400, "$skiptoken"),
      Bad("/odata/Sites?$expand=x", 501, "$expand"), Bad("/odata/Sites?$search=x", 501, "$search"),
      Bad("/odata/Sites?page=1", 400, "page"), Bad("/odata/Sites?$filter=%FF"),
      Bad("/odata/Sites?$filter=%Z"), Bad("/odata?x=1", 400, "x"), Bad("/odata/Nothing", 404),
      Bad("/odata/sites", 404), Bad("/odata/Sites('S1')", 404), Bad("/data/nothing", 404),
      Bad("/data", 404), Bad("/data/sites/", 404), Bad("/data/sites?sort=", 400, "sort"),
      Bad("/data/sites?sort=nothing"), Bad("/data/sites?page=0"),
      Bad("/data/sites?as=csv", 400, "as"),
      Bad("/data/sites?table=1", 400, "table"), Bad("/data/sites?lang=fr", 400, "lang"),
      Bad("/data/visits?site=" + String(repeating: "a", count: 33), 400, "site"),
      Bad("/data/sites?q=a&q=b"), Bad("/data/sites?site=S1", 400, "site"),
    ]
  }

  @Test("refuses what it does not understand, and says what", arguments: Bad.all)
  func refusals(_ bad: Bad) async throws {
    let pages = try PagesInProcess(1045)
    let program = try DataProgram(pages, "Reviewer", .companyReviewer)
    let said = try await program.json(bad.path, bad.status)
    if bad.path.hasPrefix("/odata") {
      #expect(said.names == ["error"] && said["error"]?["message"]?.words?.isEmpty == false)
      #expect(said["error"]?["target"]?.words == bad.target)
    } else {
      #expect(said["status"]?.number == Int64(bad.status))
      #expect(said["detail"]?.words?.isEmpty == false && said["target"]?.words == bad.target)
    }
  }

  @Test(
    "is read and never written",
    arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .head, .trace])
  func readOnly(_ method: HTTPRequest.Method) async throws {
    let pages = try PagesInProcess(1046)
    for path in ["/odata/Sites", "/data/sites", "/openapi.json", "/odata"] {
      let answer = try await pages.call(path, method)
      #expect(answer.status == 405 && answer.headers[.allow] == "GET", "\(method) \(path)")
    }
  }

  @Test("is not answered at all where a part of it is damaged, and the part is named")
  func damaged() async throws {
    let pages = try office(1047)
    let program = try DataProgram(pages, "Reviewer", .companyReviewer)
    #expect(try await program.rows("/odata/Households").rows.count == 4)
    try pages.world.office.write { replica in
      try replica.connection.run(
        "UPDATE unitIndex SET occupancy = 99 WHERE scope = ?", [.blob(pages.world.site.bytes)])
    }
    let odata = try await program.json("/odata/Households", 500)
    #expect(odata["error"]?["target"]?.words == "households/S1" && odata["value"] == nil)
    let plain = try await program.json("/data/households", 500)
    #expect(plain["detail"]?.words?.contains("S1") == true && plain["rows"] == nil)
    let other = "/odata/Households?$filter=site%20eq%20'T10'"
    #expect(try await program.json(other).items("value").isEmpty)
  }
}

extension HTTPField {
  fileprivate static var odataVersion: HTTPField.Name {
    HTTPField.Name("OData-Version") ?? .contentType
  }
}
