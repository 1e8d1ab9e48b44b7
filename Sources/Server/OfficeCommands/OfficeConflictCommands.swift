package import ArgumentParser
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct OfficeConflictCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "conflicts", .helpConflictsOffice, example: "rounds-server conflicts list",
      subcommands: [OfficeConflictsListCommand.self, OfficeConflictsSettleCommand.self])
  }

  package init() {}
}

/// Every open conflict with every value, and the token of having been shown them.
struct OfficeConflictsListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpConflictsOffice, example: "rounds-server conflicts list --json")
  }

  @Option(help: OfficeHelp.text(.helpConflictsReader)) var by: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let reader = try by.map { try account($0, office) }
    return try office.read { replica in
      let people = try office.people(on: replica)
      func name(_ account: AccountID) -> String {
        people.first { $0.id == account }?.name ?? office.name
      }
      let conflicts = try office.openConflicts(
        for: try reader.map { try office.petitionReader($0, on: replica) }, on: replica)
      var report = Report()
      if conflicts.isEmpty { report.append(.note(Message(.noOpenConflict))) }
      for one in conflicts {
        var table = TextTable([
          .init(Message(.labelChoice), .right), .init(Message(.labelPerson)),
          .init(Message(.labelWhen)), .init(Message(.labelValue)),
        ])
        for (index, side) in one.sides.enumerated() {
          table.append([
            .text("\(index + 1)"), .text(name(side.account)),
            .text(side.claimedAt.wallText(in: office.environment.zone)), .text(side.words),
          ])
        }
        report.append(
          contentsOf: Report(
            nil,
            [
              .fact(Message(.labelSite), .text(one.siteName)),
              .fact(
                Message(.labelRecord), .text(String(one.record.id.description.prefix(8)))),
              .fact(Message(.labelKind), .text(one.record.type.name)),
              .fact(Message(.labelField), .text("\(one.field)")), .table(table),
              .fact(Message(.labelSaw), .text(SawToken.text(one.saw))),
            ]))
      }
      return .result(
        CommandResult(
          report, .object(["conflicts": .array(conflicts.map { json($0, name) })])))
    }
  }

  private func json(_ one: OpenConflict, _ name: (AccountID) -> String) -> JSON {
    .object([
      "scope": .string(one.record.scope.description), "site": .string(one.siteName),
      "type": .string(one.record.type.name), "record": .string(one.record.id.description),
      "field": .integer(Int(one.field)),
      "values": .array(
        one.sides.enumerated().map { index, side in
          .object([
            "winner": .bool(index == 0), "person": .string(name(side.account)),
            "change": .string(side.head.change.description),
            "claimedAt": .string(side.claimedAt.utcText),
            "receivedAt": .string(side.storedAt.utcText), "text": .string(side.words),
          ])
        }), "saw": .string(SawToken.text(one.saw)),
    ])
  }
}

struct OfficeConflictsSettleCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "settle", .helpConflictsSettle,
      example: "rounds-server conflicts settle 3f2a91 --choose 2 --by 王芳 --saw …")
  }

  @Argument(help: OfficeHelp.text(.helpConflictArgument)) var record: String
  @Option(help: OfficeHelp.text(.helpConflictField)) var field: UInt32?
  @Option(parsing: .unconditional, help: OfficeHelp.text(.helpConflictChoice)) var choose: Int
  @Option(help: OfficeHelp.text(.helpBy)) var by: String
  @Option(help: OfficeHelp.text(.helpSaw)) var saw: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    guard let seen = SawToken.changes(saw) else {
      throw OfficeFault.wrongUsage(Message(.sawMissing, []))
    }
    let wanted = Array(record.lowercased().utf8)
    let person = try account(by, office)
    let found = try office.read { replica in
      try office.openConflicts(
        for: try office.petitionReader(person, on: replica), on: replica)
    }.filter {
      wanted.count >= 6 && $0.record.id.description.utf8.starts(with: wanted)
        && (field == nil || $0.field == field)
    }
    if found.count > 1 {
      throw OfficeFault.wrongUsage(
        Message(.severalConflicts, [found.map { "\($0.field)" }.joined(separator: ", ")]))
    }
    guard let conflict = found.first else {
      throw OfficeFault.failed(Message(.noSuchConflict, [record]))
    }
    guard conflict.sides.indices.contains(choose - 1) else {
      throw OfficeFault.wrongUsage(
        Message(.choiceOutOfRange, ["\(choose)", "\(conflict.sides.count)"]))
    }
    let chosen = conflict.sides[choose - 1]
    try office.settle(
      conflict.record, field: conflict.field, choosing: chosen.head.change, saw: seen,
      by: person)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.conflictSettled, [chosen.words]))]),
        .object([
          "record": .string(conflict.record.id.description),
          "field": .integer(Int(conflict.field)),
          "chosen": .string(chosen.head.change.description),
        ])))
  }
}
