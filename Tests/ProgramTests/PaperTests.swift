import Foundation
import Testing

@Suite("Forms printed from the pages", .enabled(if: PagePython.isThere, PagePython.why))
struct PaperTests {
  @Test("are A4 in a real browser, and their codes, read off the picture, lead to their records")
  func everyForm() throws {
    let made = try PageCompany()
    let plan = try OfficePlan(made.company, made.people).write(in: made.company.folder)
    let ended = try PagePython.run(
      "papers.py", [plan, PagePython.pictures.path(percentEncoded: false)],
      in: made.company.folder)
    print(ended.text)
    #expect(ended.status == 0, "\(ended.text)\(ended.talk)")
  }
}
