import ArgumentParser
import Console
import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// What `device list` says of a restored office's laptops.
struct DeviceConfirmation {
  let waiting: Set<VerifyingKey>
  let early: [VerifyingKey: Int]
  private let office: Office
  private let replica: Replica

  init(_ office: Office, _ replica: Replica) throws {
    self.office = office
    self.replica = replica
    waiting = Set(try office.awaitingConfirmation(on: replica).map(\.key))
    early = try office.admittedBeforeRevocation(on: replica)
  }

  func origin(_ device: Device) throws -> DeviceOrigin? {
    try office.origin(of: device, on: replica)
  }

  func cell(_ device: Device) throws -> Cell {
    guard let origin = try origin(device) else { return .text("-") }
    guard waiting.contains(device.key) else { return .words(Message(.confirmationDone)) }
    return .words(Message(.confirmationOf(origin.rawValue)))
  }

  var notes: [Report.Part] {
    let wait: [Report.Part] =
      waiting.isEmpty
      ? []
      : [.warning(Message(.devicesWait, ["\(waiting.count)"])), .note(Message(.officeCureDevices))]
    return wait + HeldTable.notes(of: early)
  }
}

struct DeviceConfirmCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "confirm", .helpDeviceConfirm, example: "rounds-server device confirm 3f2a-91bc-…")
  }

  @Argument(help: OfficeHelp.text(.helpFingerprint)) var device: [String] = []
  @Flag(help: OfficeHelp.text(.helpConfirmAll)) var all = false
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    guard device.isEmpty == all else {
      throw OfficeFault.wrongUsage(Message(.confirmWhich))
    }
    let office = try context.office()
    let known = try office.read { try office.devices(on: $0) }
    let chosen = try device.map { try namedDevice($0, among: known) }
    let confirmed = try office.confirmDevices(all ? nil : chosen)
    let left = try office.read { try office.awaitingConfirmation(on: $0).count }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.devicesConfirmed, ["\(confirmed)", "\(left)"]))]),
        .object(["confirmed": .integer(confirmed), "waiting": .integer(left)])))
  }
}

/// The key of the laptop that a person names by fingerprint or by the key itself.
func namedDevice(_ text: String, among devices: [Device]) throws -> VerifyingKey {
  guard
    let found = devices.first(where: {
      $0.key.fingerprint == text || $0.key.description == text
    })
  else { throw OfficeFault.failed(Message(.deviceUnknown, [text])) }
  return found.key
}
