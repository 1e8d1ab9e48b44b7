import ArgumentParser
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import TextFormats
import VisitModel
import Wording

/// Held bundles as a table and as JSON.
enum HeldTable {
  static func table(_ held: [HeldBundle], in zone: ZoneOffset) -> TextTable {
    var table = TextTable([
      .init(Message(.labelRecord)), .init(Message(.labelWhen)), .init(Message(.labelPerson)),
      .init(Message(.labelDevice)), .init(Message(.labelReason)),
    ])
    for one in held {
      table.append([
        .text(String(one.logged.id.description.prefix(16))),
        .text(one.logged.storedAt.wallText(in: zone)), .text(one.person?.name ?? "-"),
        .text(one.device?.name ?? "-"),
        .words(Message(Phrase.held(one.logged.reason.rawValue))),
      ])
    }
    return table
  }

  static func json(_ one: HeldBundle) -> JSON {
    .object([
      "bundle": .string(one.logged.id.description), "reason": .string("\(one.logged.reason)"),
      "receivedAt": .string(one.logged.storedAt.utcText),
      "scope": .string(one.logged.scope.description),
      "account": .string(one.account.description), "person": .string(one.person?.name ?? ""),
      "device": .string(one.writer.description),
      "fingerprint": .string(one.writer.fingerprint),
      "claimedAt": .string(one.claimedAt.utcText), "program": .string(one.program),
      "admissible": .bool(one.bar == nil),
    ])
  }

  static func json(_ early: [VerifyingKey: Int]) -> JSON {
    .array(
      early.sorted { $0.key < $1.key }.map { device, count in
        .object([
          "device": .string(device.description), "fingerprint": .string(device.fingerprint),
          "count": .integer(count),
        ])
      })
  }

  static func notes(of early: [VerifyingKey: Int]) -> [Report.Part] {
    early.sorted { $0.key < $1.key }.map { device, count in
      .warning(Message(.officeTroubleRevoked, [device.fingerprint, "\(count)"]))
    }
  }
}

struct HeldShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("show", .helpHeldShow, example: "rounds-server held show 3f2a91bc")
  }

  @Argument(help: OfficeHelp.text(.helpHeldID)) var id: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    return try office.read { replica in
      let one = try office.heldBundle(named: id, on: replica)
      let site = try SiteView(replica, one.logged.scope).facts()
      let zone = office.environment.zone
      var report = Report(
        nil,
        [
          .fact(Message(.labelRecord), .text(one.logged.id.description)),
          .fact(Message(.labelReason), .words(Message(Phrase.held(one.logged.reason.rawValue)))),
          .fact(Message(.labelPerson), .text(one.person?.name ?? one.account.description)),
          .fact(Message(.labelDevice), .text(one.device?.name ?? "-")),
          .fact(Message(.labelFingerprint), .text(one.writer.fingerprint)),
          .fact(Message(.labelSite), .text(site?.name ?? one.logged.scope.description)),
          .fact(Message(.labelHeldClaimed), .text(one.claimedAt.wallText(in: one.zone))),
          .fact(Message(.labelReceived), .text(one.logged.storedAt.wallText(in: zone))),
          .fact(
            Message(.labelHeldTexts),
            .words(Message(.textsOpenable, ["\(one.openable)", "\(one.texts)"]))),
        ])
      let kinds = one.changes.sorted { $0.key < $1.key }
      var table = TextTable([
        .init(Message(.labelKind)), .init(Message(.labelHeldChanges), .right),
      ])
      for (type, count) in kinds { table.append([.text(type.name), .text("\(count)")]) }
      if !kinds.isEmpty { report.append(.table(table)) }
      if let bar = one.bar {
        report.append(
          .warning(
            Message(.heldBarred(bar.rawValue), [String(one.logged.id.description.prefix(16))])))
        report.append(.note(Message(.heldBarredCure(bar.rawValue))))
      }
      return .result(
        CommandResult(
          report,
          .object([
            "held": HeldTable.json(one), "site": site.map { .string($0.code) },
            "changes": .array(
              kinds.map { .object(["type": .string($0.key.name), "count": .integer($0.value)]) }),
            "texts": .integer(one.texts), "textsOpenable": .integer(one.openable),
            "bar": one.bar.map { .string($0.name) },
          ])))
    }
  }
}

struct HeldAdmitCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "admit", .helpHeldAdmit, example: "rounds-server held admit 3f2a91bc --reason 已电话核实")
  }

  @Argument(help: OfficeHelp.text(.helpHeldID)) var id: [String] = []
  @Option(help: OfficeHelp.text(.helpHeldDevice)) var device: String?
  @Option(help: OfficeHelp.text(.helpHeldReason)) var reason: String = ""
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    guard id.isEmpty == (device != nil) else {
      throw OfficeFault.wrongUsage(Message(.admitWhich))
    }
    let office = try context.office()
    let ids = try office.read { replica in
      if let device { return try held(of: device, office, replica) }
      return try id.map { try office.bundle(named: $0, on: replica) }
    }
    let admitted = try office.admitHeld(ids, reason: reason, by: Office.account)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.heldAdmitted, ["\(admitted)", "\(ids.count - admitted)"]))]),
        .object([
          "admitted": .integer(admitted), "already": .integer(ids.count - admitted),
          "bundles": .array(ids.map { .string($0.description) }),
        ])))
  }

  private func held(
    of device: String, _ office: Office, _ replica: Replica
  ) throws -> [BundleID] {
    let all = try office.heldBundles(on: replica)
    let found = all.filter { $0.writer.fingerprint == device || $0.writer.description == device }
    // Nothing of it is held: then it must at least be a laptop, and not a slip of the pen.
    if found.isEmpty { _ = try namedDevice(device, among: office.devices(on: replica)) }
    return found.map(\.logged.id)
  }
}
