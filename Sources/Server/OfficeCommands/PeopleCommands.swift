package import ArgumentParser
import Console
import Fingerprint
import OfficeWork
import RecordStore
import SyncProtocol
import TextFormats
import VisitModel
import Wording

package struct AccountCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "account", .helpAccount,
      example: "rounds-server account add --name 李敏 --role serviceSupervisor --site 绿岛",
      subcommands: [
        AccountAddCommand.self, AccountAssignCommand.self, AccountWithdrawCommand.self,
        AccountPasswordCommand.self, AccountDisableCommand.self, AccountListCommand.self,
      ])
  }

  package init() {}
}

struct AccountAddCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "add", .helpAccountAdd,
      example: "rounds-server account add --name 李敏 --role serviceSupervisor --site 绿岛")
  }

  @Option(help: OfficeHelp.text(.helpPersonName)) var name: String
  @Option(help: OfficeHelp.text(.helpRole)) var role: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    guard let role = Role(name: role) else {
      throw OfficeFault.wrongUsage(
        Message(.notOneOf, ["--role", role, Role.allCases.map(\.name).joined(separator: ", ")]))
    }
    guard !name.utf8.isEmpty, name.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.companyNameBad))
    }
    let account = try office.addAccount(
      name: name, role: role, sites: try site.map { try office.site(named: $0) })
    return .result(
      CommandResult(
        Report(
          Message(.accountAdded, [name]),
          [.fact(Message(.labelId), .text(account.description))]),
        .object(["account": .string(account.description)])))
  }
}

/// The account a command names by id or by an unmistakable name.
func account(_ text: String, _ office: Office) throws -> AccountID {
  if let id = AccountID(hex: text) { return id }
  let found = try office.read { try office.people(on: $0) }
    .filter { $0.name.utf8.elementsEqual(text.utf8) }
  guard let person = found.first, found.count == 1 else {
    throw OfficeFault.failed(Message(.accountUnknown, [text]))
  }
  return person.id
}

struct AccountAssignCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "assign", .helpAccountAssign, example: "rounds-server account assign 李敏 --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try office.assign(try account(person, office), to: try office.site(named: site))
    return .result(CommandResult(Report(nil, [.note(Message(.assignmentDone))]), .object([:])))
  }
}

struct AccountWithdrawCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "withdraw", .helpAccountWithdraw, example: "rounds-server account withdraw 李敏 --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try office.withdraw(try account(person, office), from: try office.site(named: site))
    return .result(CommandResult(Report(nil, [.note(Message(.assignmentDone))]), .object([:])))
  }
}

package struct CustodianCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "custodian", .helpCustodian, example: "rounds-server custodian add 李敏 --site 绿岛",
      subcommands: [CustodianAddCommand.self])
  }

  package init() {}
}

struct CustodianAddCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "add", .helpCustodianAdd, example: "rounds-server custodian add 李敏 --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let keys = try office.appointCustodian(
      try account(person, office), of: try office.site(named: site))
    guard keys > 0 else { throw OfficeFault.failed(Message(.custodianHasNoLaptop, [person])) }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.custodianAdded, ["\(keys)"]))]),
        .object(["keys": .integer(keys)])))
  }
}

package struct DeviceCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "device", .helpDevice, example: "rounds-server device invite 李敏",
      subcommands: [
        DeviceInviteCommand.self, DeviceListCommand.self, DeviceConfirmCommand.self,
        DeviceRevokeCommand.self,
      ])
  }

  package init() {}
}

struct DeviceInviteCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "invite", .helpDeviceInvite, example: "rounds-server device invite 李敏")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let code = try office.invite(try account(person, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.codeIssued, [code.text]))]),
        .object(["code": .string(code.text)])))
  }
}

struct DeviceListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpDeviceList, example: "rounds-server device list")
  }

  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    return try office.read { replica in
      let people = Dictionary(
        try office.people(on: replica).map { ($0.id, $0) }
      ) { a, _ in a }
      let devices = try office.devices(on: replica).sorted { $0.enrolledAt < $1.enrolledAt }
      let contacts = try office.contacts(of: devices, on: replica)
      let forks = try replica.log.forks()
      let confirmation = try DeviceConfirmation(office, replica)
      var table = TextTable([
        .init(Message(.labelFingerprint)), .init(Message(.labelPerson)),
        .init(Message(.labelDevice)), .init(Message(.labelEnrolled)),
        .init(Message(.labelRevoked)), .init(Message(.labelConfirmation)),
      ])
      for device in devices {
        table.append([
          .text(device.key.fingerprint), .text(people[device.account]?.name ?? ""),
          .text(device.name), .text(device.enrolledAt.wallText(in: office.environment.zone)),
          .text(device.revokedAt.map { $0.wallText(in: office.environment.zone) } ?? "-"),
          try confirmation.cell(device),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)] + ForkReport.notes(forks) + confirmation.notes),
          .object([
            "waiting": .integer(confirmation.waiting.count),
            "admittedBeforeRevocation": HeldTable.json(confirmation.early),
            "devices": .array(
              try devices.map {
                .object([
                  "origin": try confirmation.origin($0).map { JSON.string($0.name) },
                  "waits": .bool(confirmation.waiting.contains($0.key)),
                  "device": .string($0.key.description),
                  "fingerprint": .string($0.key.fingerprint),
                  "person": .string(people[$0.account]?.name ?? ""),
                  "enrolledAt": .string($0.enrolledAt.utcText),
                  "lastContact": contacts[$0.key]?.moment.map { .string($0.utcText) },
                  "revokedAt": $0.revokedAt.map { .string($0.utcText) },
                ])
              }), "forks": ForkReport.json(forks),
          ])))
    }
  }
}

struct DeviceRevokeCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "revoke", .helpDeviceRevoke, example: "rounds-server device revoke 3f2a-91bc-…")
  }

  @Argument(help: OfficeHelp.text(.helpFingerprint)) var device: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let found = try office.read { try office.devices(on: $0) }
      .first { $0.key.fingerprint == device || $0.key.description == device }
    guard let found else { throw OfficeFault.failed(Message(.deviceUnknown, [device])) }
    try office.revoke(found.key)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.deviceRevoked, [found.key.fingerprint]))]),
        .object(["device": .string(found.key.description)])))
  }
}
