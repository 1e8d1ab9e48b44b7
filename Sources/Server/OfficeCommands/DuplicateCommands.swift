package import ArgumentParser
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TextFormats
import VisitModel
import WireFormat
import Wording

package struct DuplicateCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "duplicates", abstract: Phrase.helpDuplicates.text(in: OfficeHelp.chosen),
      discussion: Phrase.helpExample.text(in: OfficeHelp.chosen, ["rounds-server duplicates"]),
      subcommands: [
        DuplicatesListCommand.self, DuplicatesShowCommand.self, DuplicatesSettleCommand.self,
        DuplicatesReopenCommand.self,
      ], defaultSubcommand: DuplicatesListCommand.self)
  }

  package init() {}
}

struct DuplicatesListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpDuplicates, example: "rounds-server duplicates --json")
  }

  @Option(help: OfficeHelp.text(.helpSite)) var site: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = try site.map { try office.site(named: $0) }
    return try office.read { replica in
      let cases = try office.cases(of: only, on: replica)
      return .result(
        CommandResult(
          Report(
            Message(.duplicatesTitle),
            [.table(CaseRow.table(cases.map(\.row), context.language))]),
          .object(["duplicates": .array(cases.map(MonthJSON.caseView))])))
    }
  }
}

struct DuplicatesShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpDuplicatesShow, example: "rounds-server duplicates show 3f2a91")
  }

  @Argument(help: OfficeHelp.text(.helpSettleVisit)) var visit: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    return try office.read { replica in
      let (one, _) = try office.caseMember(named: visit, on: replica)
      let people = try office.people(on: replica)
      func name(_ account: AccountID?) -> String {
        people.first { $0.id == account }?.name ?? ""
      }
      var table = TextTable([
        .init(Message(.labelVisit)), .init(Message(.labelOrganiser)), .init(Message(.labelStart)),
        .init(Message(.labelPerson)), .init(Message(.labelDecision)), .init(Message(.labelReason)),
        .init(Message(.labelPerson)),
      ])
      for member in one.duplicate.members {
        let settlement = one.settlements[member.id]
        let decision = one.duplicate.decisions[member.id]
        table.append([
          .text(String(member.id.description.prefix(8))),
          .words(Message(member.organiser.phrase)), .text(member.start.wallText(in: one.site.zone)),
          .text(member.interviewers.map { name($0.account) }.joined(separator: ", ")),
          decision.map { .words(Message($0.kind.phrase)) } ?? .text("-"),
          .text(decision == nil ? "" : settlement?.reason ?? ""),
          .text(decision == nil ? "" : name(settlement?.account)),
        ])
      }
      let shown = CaseToken.text(one.duplicate.members.map(\.id))
      return .result(
        CommandResult(
          Report(
            Message(.duplicatesTitle),
            [
              .fact(Message(.labelSite), .text(one.site.name)),
              .fact(Message(.labelUnit), .text(one.unitCode)),
              .fact(Message(.labelRound), .text("\(one.duplicate.round)")),
              .fact(Message(.labelCause), .words(Message(one.duplicate.cause.phrase))),
              .fact(Message(.labelState), .words(Message(one.row.state))), .table(table),
              .fact(Message(.labelSaw), .text(shown)),
            ]), .object(["case": MonthJSON.caseView(one), "saw": .string(shown)])))
    }
  }
}

struct DuplicatesSettleCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "settle", .helpDuplicatesSettle,
      example: "rounds-server duplicates settle 3f2a91 --as excused --reason 同日不知情 "
        + "--by 王芳 --saw …")
  }

  @Argument(help: OfficeHelp.text(.helpSettleVisit)) var visit: String
  @Option(name: .customLong("as"), help: OfficeHelp.text(.helpSettleAs)) var kind: String
  @Option(help: OfficeHelp.text(.helpSettleAgainst)) var against: String?
  @Option(help: OfficeHelp.text(.helpSettleReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpBy)) var by: String
  @Option(help: OfficeHelp.text(.helpSettleShown)) var saw: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    guard let kind = SettlementKind(name: kind) else {
      throw OfficeFault.wrongUsage(
        Message(
          .notOneOf,
          ["--as", self.kind, SettlementKind.allCases.map(\.name).joined(separator: ", ")]))
    }
    guard let shown = CaseToken.ids(saw) else {
      throw OfficeFault.wrongUsage(Message(.sawMissing, []))
    }
    let (one, member) = try office.read { try office.caseMember(named: visit, on: $0) }
    let other =
      try against.map { text in
        let (_, found) = try office.read { try office.caseMember(named: text, on: $0) }
        return found
      } ?? one.duplicate.standing.first { $0.id != member }?.id ?? member
    let key = RecordKey(scope: one.site.scope, type: .visit, id: member)
    try office.decide(
      CaseDecision(visit: key, against: other, kind: kind, reason: reason, shown: shown),
      by: try account(by, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.settledCase, [kind.phrase.text(in: context.language)]))]),
        .object([
          "visit": .string(member.description), "against": .string(other.description),
          "settled": .string(kind.name),
        ])))
  }
}

struct DuplicatesReopenCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "reopen", .helpDuplicatesReopen, example: "rounds-server duplicates reopen 3f2a91 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpSettleVisit)) var visit: String
  @Option(help: OfficeHelp.text(.helpBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (one, member) = try office.read { try office.caseMember(named: visit, on: $0) }
    try office.reopen(
      RecordKey(scope: one.site.scope, type: .visit, id: member), by: try account(by, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.caseReopened))]),
        .object(["visit": .string(member.description)])))
  }
}

/// The visits of a case that somebody was shown, as one word for scripts.
enum CaseToken {
  static func text(_ visits: [RecordID]) -> String { Hexadecimal.text(PackedRecords.pack(visits)) }

  /// - Returns: nothing when the text is no token.
  static func ids(_ text: String) -> [RecordID]? {
    guard let bytes = Hexadecimal.bytes(text), bytes.count % 16 == 0 else { return nil }
    return PackedRecords.unpack(bytes)
  }
}

extension Office {
  /// The case with a visit that the beginning of an id means.
  /// - Throws: `OfficeFault.failed` when there is none, `.wrongUsage` when it fits several.
  fileprivate func caseMember(
    named text: String, on replica: Replica
  ) throws -> (CaseView, RecordID) {
    let wanted = Array(text.lowercased().utf8)
    let found = try cases(of: nil, on: replica).flatMap { one in
      one.duplicate.members.filter {
        wanted.count >= 6 && $0.id.description.utf8.starts(with: wanted)
      }.map { (one, $0.id) }
    }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else { throw OfficeFault.failed(Message(.noSuchCase, [text])) }
    return only
  }
}

extension CaseView {
  /// The case as a row of the list.
  var row: CaseRow {
    CaseRow(
      site: site.name, unit: unitCode, round: duplicate.round, cause: duplicate.cause,
      isOpen: duplicate.isOpen, isReopened: duplicate.isReopened,
      members: duplicate.members.map { member in
        CaseRow.Member(
          organiser: member.organiser, start: member.start.wallText(in: site.zone),
          decision: duplicate.decisions[member.id]?.kind)
      })
  }
}
