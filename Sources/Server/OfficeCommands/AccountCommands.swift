import ArgumentParser
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Sets the password with which a person opens the pages. It is read from the terminal, twice, or from
/// standard input; never from the arguments, which every user of the machine can see.
struct AccountPasswordCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "password", .helpAccountPassword, example: "rounds-server account password 李敏")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let id = try account(person, office)
    let typed = try context.readSecret(Phrase.askPassword.text(in: context.language, [person]))
    guard let typed, !typed.utf8.isEmpty else {
      throw OfficeFault.wrongUsage(Message(.passwordMissing))
    }
    let again = try context.readSecret(Phrase.askPasswordAgain.text(in: context.language))
    guard again.map({ $0.utf8.elementsEqual(typed.utf8) }) ?? true else {
      throw OfficeFault.failed(Message(.passwordsDiffer))
    }
    try office.setPassword(of: id, to: typed)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.passwordSet, [person]))]),
        .object(["account": .string(id.description)])))
  }
}

struct AccountDisableCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "disable", .helpAccountDisable, example: "rounds-server account disable 李敏")
  }

  @Argument(help: OfficeHelp.text(.helpPersonName)) var person: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let id = try account(person, office)
    let laptops = try office.disable(id)
    var report = Report(nil, [.note(Message(.accountDisabled, [person]))])
    if laptops > 0 { report.append(.warning(Message(.accountHasLaptops, ["\(laptops)"]))) }
    return .result(
      CommandResult(
        report,
        .object([
          "account": .string(id.description), "laptopsNotRevoked": .integer(laptops),
        ])))
  }
}

struct AccountListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpAccountList, example: "rounds-server account list --json")
  }

  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    return try office.read { replica in
      let people = try office.people(on: replica)
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      let withPassword = try office.accountsWithPassword(on: replica)
      var table = TextTable([
        .init(Message(.labelName)), .init(Message(.labelRole)), .init(Message(.labelSites)),
        .init(Message(.labelPassword)), .init(Message(.labelDisabled)), .init(Message(.labelId)),
      ])
      var items: [JSON] = []
      for person in people {
        let sites = try person.sites.map { try SiteView(replica, $0).facts()?.code ?? "" }
        table.append([
          .text(person.name), .words(Message(person.role.phrase)),
          .text(sites.joined(separator: "; ")),
          .words(Message(withPassword.contains(person.id) ? .labelYes : .labelNo)),
          .text(person.disabledAt.map { $0.wallText(in: office.environment.zone) } ?? "-"),
          .text(person.id.description),
        ])
        items.append(
          .object([
            "account": .string(person.id.description), "name": .string(person.name),
            "role": .string(person.role.name), "sites": .array(sites.map(JSON.string)),
            "hasPassword": .bool(withPassword.contains(person.id)),
            "disabledAt": person.disabledAt.map { .string($0.utcText) },
          ]))
      }
      return .result(
        CommandResult(Report(nil, [.table(table)]), .object(["accounts": .array(items)])))
    }
  }
}
