package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct ConflictsCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "conflicts", .helpConflicts, example: "rounds conflicts list",
      subcommands: [
        ConflictsListCommand.self, ConflictsShowCommand.self, ConflictsSettleCommand.self,
      ])
  }

  package init() {}
}

struct ConflictsListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpConflictsList, example: "rounds conflicts list --json")
  }

  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let conflicts = try laptop.conflicts(replica)
      let notices = try laptop.notices(replica)
      var table = TextTable([.labelRecord, .labelKind, .labelField, .labelPerson])
      for conflict in conflicts {
        table.append([
          .text(short(conflict.record.id)), conflict.kindCell, conflict.fieldCell,
          .text(conflict.sides.map(\.person).joined(separator: " / ")),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)] + ConflictReport.parts(notices, context.environment.zone)),
          .object([
            "conflicts": .array(conflicts.map(ConflictReport.json)),
            "settled": .array(notices.map(ConflictReport.json)),
          ])))
    }
  }
}

struct ConflictsShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpConflictsShow, example: "rounds conflicts show 3f2a91")
  }

  @Argument(help: Help.text(.helpConflictArgument)) var record: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let wanted = Array(record.lowercased().utf8)
      let found = try laptop.conflicts(replica).filter {
        wanted.count >= 6 && $0.record.id.description.utf8.starts(with: wanted)
      }
      guard !found.isEmpty else { throw FieldFault.failed(Message(.noSuchRecord, [record])) }
      var report = Report()
      for conflict in found { report.append(contentsOf: ConflictReport.report(conflict)) }
      return .result(
        CommandResult(
          report, .object(["conflicts": .array(found.map(ConflictReport.json))])))
    }
  }
}

/// All values of a conflict: who, when, and which is shown first.
enum ConflictReport {
  static func report(_ conflict: Conflict) -> Report {
    var table = TextTable([.labelChoice, .labelWinner, .labelPerson, .labelWhen, .labelValue])
    for (index, side) in conflict.sides.enumerated() {
      table.append([
        .number(index + 1), .flag(index == 0), .text(side.person),
        .moment(side.head.claimedAt, conflict.zone),
        conflict.cell(of: side),
      ])
    }
    return Report(
      Message(.conflictTitle),
      [
        .fact(.labelRecord, .text(short(conflict.record.id))),
        .fact(.labelKind, conflict.kindCell), .fact(.labelField, conflict.fieldCell),
        .table(table), .fact(.labelSaw, .text(SawToken.text(conflict.saw))),
      ])
  }

  /// What others settled of this person's own values.
  static func parts(_ notices: [ConflictNotice], _ zone: ZoneOffset) -> [Report.Part] {
    if notices.isEmpty { return [] }
    var table = TextTable([.labelRecord, .labelKind, .labelPerson, .labelWhen])
    for one in notices {
      table.append([
        .text(short(one.settled.about.id)), .text(one.settled.about.type.name),
        .text(one.settledBy), .moment(one.settled.decidedAt, zone),
      ])
    }
    return [.heading(Message(.conflictsSettledTitle)), .table(table)]
  }

  static func json(_ notice: ConflictNotice) -> JSON {
    .object([
      "record": .id(notice.settled.about.id), "type": .string(notice.settled.about.type.name),
      "field": .integer(Int(notice.settled.field)), "by": .string(notice.settledBy),
      "decidedAt": .instant(notice.settled.decidedAt),
      "chosen": notice.settled.chosen.map(JSON.id),
    ])
  }

  static func json(_ conflict: Conflict) -> JSON {
    .object([
      "scope": .id(conflict.record.scope), "type": .string(conflict.record.type.name),
      "record": .id(conflict.record.id), "field": .integer(Int(conflict.field)),
      "values": .array(
        conflict.sides.enumerated().map { index, side in
          .object([
            "winner": .bool(index == 0), "person": .string(side.person),
            "account": .id(side.account), "claimedAt": .instant(side.head.claimedAt),
            "storedAt": .instant(side.storedAt), "change": .id(side.head.change),
            "text": .string(conflict.text(of: side)),
          ])
        }), "saw": .string(SawToken.text(conflict.saw)),
    ])
  }
}
