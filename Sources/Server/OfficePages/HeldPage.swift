import ConflictFreeRecords
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// What the office keeps aside for an administrator; no text of it is opened.
struct HeldPage {
  let setting: PageSetting

  private var say: Words { setting.say }
  private var zone: ZoneOffset { setting.office.environment.zone }

  func list(on replica: Replica) throws -> Page {
    let held = try setting.deciding.held(on: replica)
    let listing = Listing(
      "held", Message(.pageHeld),
      [
        ListColumn("received", .pageReceivedAt, .moment),
        ListColumn("reason", .labelReason, .word, isFilter: true),
        ListColumn("person", .labelPerson, .text), ListColumn("device", .labelDevice, .text),
        ListColumn("recorded", .pageRecordedAt, .moment), ListColumn("id", .labelId, .code),
      ],
      rows: held.map { one in
        let id = one.logged.id.description
        return [
          .moment(one.logged.storedAt, in: zone, address: "/held/\(id)"),
          .word(Phrase.held(one.logged.reason.rawValue)),
          one.person.map { .text($0.name) } ?? .empty,
          one.device.map { .text($0.name) } ?? .empty, .moment(one.claimedAt, in: zone),
          .code(String(id.prefix(16))),
        ]
      })
    return Page(
      say(.pageHeld), [held.isEmpty ? .note(say(.pageNothing)) : .listing(PageListing(listing))])
  }

  /// - Returns: nothing for a bundle that does not wait.
  func page(of id: BundleID, on replica: Replica) throws -> Page? {
    guard let one = try setting.deciding.held(on: replica).first(where: { $0.logged.id == id })
    else { return nil }
    let site = try SiteView(replica, one.logged.scope).facts()
    let changes = one.changes.sorted { $0.key < $1.key }
      .map { "\($0.key.name): \($0.value)" }
    var page = Page(say(.pageHeldTitle, String(id.description.prefix(16))))
    page.blocks = [
      .facts([
        (say(.labelReason), PageCell(say(Phrase.held(one.logged.reason.rawValue)))),
        (say(.labelSite), PageCell(site?.name ?? one.logged.scope.description)),
        (say(.labelPerson), PageCell(one.person?.name ?? one.account.description)),
        (say(.labelDevice), PageCell(one.device?.name ?? "–")),
        (say(.labelFingerprint), PageCell(one.writer.fingerprint)),
        (say(.pageRecordedAt), PageCell(one.claimedAt.wallText(in: zone))),
        (say(.pageReceivedAt), PageCell(one.logged.storedAt.wallText(in: zone))),
        (say(.pageChanges), PageCell(changes.joined(separator: "\n"))),
        (say(.pageSealedTexts), PageCell("\(one.openable) / \(one.texts)")),
        (say(.labelId), PageCell(id.description)),
      ])
    ]
    if let bar = one.bar {
      let name = String(id.description.prefix(16))
      page.blocks.append(.alert(say(Phrase.heldBarred(bar.rawValue), name)))
      page.blocks.append(.note(say(Phrase.heldBarredCure(bar.rawValue))))
    } else {
      page.blocks.append(
        .form(
          PageForm(
            "/held/\(id)", legend: say(.pageAdmitLegend),
            [.line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax)],
            button: say(.pageAdmit))))
    }
    return page
  }
}
