import ConflictFreeRecords
import Fingerprint
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// One field that two people changed without knowing of each other: every value, by whom and when, what
/// each could have known, and the form to take one of them.
struct ConflictPage {
  let setting: PageSetting
  let one: OpenConflict

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let zone = try ConflictTable.zone(of: one.record.scope, setting, on: replica)
    let words = ValueWords(setting: setting, zone: zone)
    let table = SidesTable(setting: setting, record: one.record, field: one.field, words: words)
    var page = Page(say(.pageConflictTitle, one.siteName))
    page.blocks = [
      .facts([
        (say(.labelSite), PageCell(one.siteName)),
        (say(.labelRecord), PageCell(words.kind(one.record.type))),
        (say(.labelField), PageCell(words.field(one.field, of: one.record.type))),
      ])
    ]
    page.blocks += try table.blocks(one.sides, on: replica)
    let person = setting.reader.person
    if PageRoute.settle.admits(person.role) {
      page.blocks.append(
        Office.maySettle(one.record, person)
          ? .form(try form(table, on: replica)) : .note(say(.onlyAdministrators)))
    }
    page.blocks.append(.links([SettledTable.link(say)]))
    return page
  }

  private func form(_ table: SidesTable, on replica: Replica) throws -> PageForm {
    let options = try one.sides.enumerated().map { index, side in
      (
        value: side.head.change.description,
        label: "\(index + 1): \(try table.value(of: side, on: replica))"
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
