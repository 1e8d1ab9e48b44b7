import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The reader's queue on the first page: what, how many, since when or until when. Each number leads to
/// exactly the rows behind it.
struct HomePage {
  let setting: PageSetting
  /// Where the page has it on it.
  let sheet: SheetAnswer?

  private var say: Words { setting.say }

  func blocks(on replica: Replica) throws -> [Page.Block] {
    var queue = HomeQueue(setting, on: replica, sheet: sheet)
    var table = PageTable(
      say(.homeTitle),
      [
        PageHeading(text: say(.homeWhat)), PageHeading(text: say(.homeHowMany), isNumber: true),
        PageHeading(text: say(.homeMostPressing)),
      ])
    for item in HomeItem.queue(of: setting.reader.person.role) {
      let found = try queue.inShort(item)
      table.append([PageCell(say(item.title)), count(found, of: item), first(found)])
    }
    return [.heading(say(.homeTitle)), .table(table)]
  }

  private func count(_ found: HomeQueue.InShort, of item: HomeItem) -> PageCell {
    let cell = ListCell.counted(found.count, in: setting.office.environment.zone)
    var shown = PageCell.number(
      cell.value.text(in: say.language), url: PageLink.queue(item.rawValue))
    shown.remark = (cell.value.fault ?? cell.remark).map { say.message($0) } ?? ""
    return shown
  }

  private func first(_ found: HomeQueue.InShort) -> PageCell {
    guard let row = found.first else { return PageCell("–") }
    return PageCell(row.when.text(in: say.language), url: row.about.address)
  }
}

/// The rows behind one line of the queue.
struct QueuePage {
  let setting: PageSetting
  let item: HomeItem

  /// - Returns: nothing for a name that is none, and for what is no matter of the reader's post.
  init?(_ setting: PageSetting, named name: String?) {
    guard let item = name.flatMap({ HomeItem(rawValue: $0) }),
      HomeItem.queue(of: setting.reader.person.role).contains(item)
    else { return nil }
    self.setting = setting
    self.item = item
  }

  func page(_ request: PageRequest, on replica: Replica) throws -> Page {
    var queue = HomeQueue(setting, on: replica)
    let found = try queue.found(item)
    var links = [PageCell(setting.say(.homeBack), url: "/")]
    if let whole = item.whole, whole.admits(setting.reader.person.role) {
      links.append(PageCell(setting.say(.homeWhole), url: whole.path))
    }
    var page = Page(setting.say(item.title), [.links(links)])
    if let since = found.since {
      let time = since.wallText(in: setting.office.environment.zone)
      page.blocks.append(.note(setting.say(.homeAsOf, time)))
    }
    page.blocks.append(.listing(try listing(found, request, on: replica)))
    return page
  }

  /// Of thousands of rows, people are looked up for those that are shown.
  private func listing(
    _ found: HomeQueue.Found, _ request: PageRequest, on replica: Replica
  ) throws -> PageListing {
    var listing = Listing(
      "queue", Message(item.title),
      [
        ListColumn("about", .labelAbout, .text), ListColumn("site", .labelSite, .text),
        ListColumn("who", .labelPerson, .text), ListColumn("when", item.moment, .moment),
      ])
    if let lacking = found.lacking { listing.faults.append(lacking) }
    return PageListing(
      answered: try request.answer(found.rows, in: listing, setting.say.language) { rows in
        try rows.map { row in
          [
            row.about, .text(row.place),
            row.who.isEmpty ? .empty : .text(try setting.people(row.who, on: replica)),
            ListCell(row.when),
          ]
        }
      })
  }
}
