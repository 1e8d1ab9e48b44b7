import ConflictFreeRecords
import Fingerprint
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// One field that two people changed without knowing of each other: every value, by whom and when,
/// and the form to take one of them.
struct ConflictPage {
  let setting: PageSetting
  let one: OpenConflict

  private var say: Words { setting.say }
  private var table: ConflictTable { ConflictTable(setting: setting) }

  func page(on replica: Replica) throws -> Page {
    let zone =
      try SiteView(replica, one.record.scope).facts()?.zone ?? setting.office.environment.zone
    let values = Listing(
      "values", Message(.pageValues),
      [
        ListColumn("number", .pageNumber, .number), ListColumn("value", .labelValue, .text),
        ListColumn("person", .labelPerson, .text),
        ListColumn("recorded", .pageRecordedAt, .moment),
        ListColumn("received", .pageReceivedAt, .moment),
      ],
      rows: try one.sides.enumerated().map { index, side in
        [
          .number(index + 1), .text(table.value(of: side, in: one)),
          .text(try setting.person(side.account, on: replica)),
          .moment(side.claimedAt, in: zone), .moment(side.storedAt, in: zone),
        ]
      })
    var page = Page(say(.pageConflictTitle, one.siteName))
    page.blocks = [
      .facts([
        (say(.labelSite), PageCell(one.siteName)),
        (say(.labelRecord), PageCell(table.kind(of: one.record.type))),
        (say(.labelField), PageCell(table.field(of: one))),
      ]), .listing(PageListing(values)),
    ]
    let person = setting.reader.person
    if PageRoute.settle.admits(person.role) {
      page.blocks.append(
        Office.maySettle(one.record, person) ? .form(form()) : .note(say(.onlyAdministrators)))
    }
    return page
  }

  private func form() -> PageForm {
    let options = one.sides.enumerated().map { index, side in
      (
        value: side.head.change.description,
        label: "\(index + 1): \(table.value(of: side, in: one))"
      )
    }
    return PageForm(
      ConflictTable.url(of: one), legend: say(.pageSettleLegend),
      hidden: [("saw", SawToken.text(one.saw))],
      [.choice(name: "head", label: say(.pageSettleChoice), options: options)],
      button: say(.pageSettle))
  }

  /// A change as `ChangeID.description` writes it.
  static func change(_ text: String?) -> ChangeID? {
    let parts = (text ?? "").utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 2,
      let bytes = Hexadecimal.bytes(String(decoding: Array(parts[0]), as: UTF8.self)),
      let bundle = BundleID(bytes: bytes),
      let index = UInt32(String(decoding: Array(parts[1]), as: UTF8.self))
    else { return nil }
    return ChangeID(bundle: bundle, index: index)
  }
}
