import ConflictFreeRecords
import Fingerprint
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
    var table = PageTable(
      say(.pageHeld),
      say.all([
        .pageReceivedAt, .labelReason, .labelPerson, .labelDevice, .pageRecordedAt, .labelId,
      ]))
    for one in held {
      let id = one.logged.id.description
      table.append([
        PageCell(one.logged.storedAt.wallText(in: zone), url: "/held/\(id)"),
        PageCell(say(Phrase.held(one.logged.reason.rawValue))),
        PageCell(one.person?.name ?? "–"), PageCell(one.device?.name ?? "–"),
        PageCell(one.claimedAt.wallText(in: zone)), PageCell(String(id.prefix(16))),
      ])
    }
    return Page(
      say(.pageHeld), [held.isEmpty ? .note(say(.pageNothing)) : .table(table)])
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
