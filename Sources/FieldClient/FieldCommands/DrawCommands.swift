package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// `rounds draw --month …` draws; its verbs look after what was drawn.
package struct DrawCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draw", abstract: Phrase.helpDraw.text(in: Help.languageInUse),
      discussion: Phrase.helpExample.text(
        in: Help.languageInUse, ["rounds draw --month 2026-09 --count 12 --reserve 4"]),
      subcommands: [
        DrawSampleCommand.self, DrawListCommand.self, DrawShowCommand.self,
        DrawReleaseCommand.self, DrawCancelCommand.self,
      ], defaultSubcommand: DrawSampleCommand.self)
  }

  package init() {}
}

struct DrawSampleCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "sample", .helpDraw, example: "rounds draw --month 2026-09 --count 12 --reserve 4")
  }

  @Option(help: Help.text(.helpMonth), transform: { try Moments.month(ofOption: $0) })
  var month: CivilMonth?
  @Option(parsing: .unconditional, help: Help.text(.helpCount)) var count: Int
  @Option(parsing: .unconditional, help: Help.text(.helpReserve)) var reserve: Int = 0
  @Option(help: Help.text(.helpOrganiser)) var organiser: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let drawn = try laptop.drawSample(
      month: try month ?? Moments.month(nil, now: laptop.now, context.environment.zone),
      count: count, reserves: reserve,
      organiser: try organiser.map {
        try Moments.code($0, as: Organiser.self, option: "--organiser")
      }, at: site.site)
    var table = TextTable([.labelOrder, .labelUnit, .labelEntryKind])
    for (index, entry) in drawn.entries.enumerated() {
      table.append([
        .number(index + 1), .text(entry.household.unitCode), .words(entry.kind.phrase),
      ])
    }
    var report = Report(
      Message(
        .drawnTitle, [drawn.month.description, "\(drawn.entries.count)", "\(drawn.eligibleCount)"]),
      [.table(table)])
    if drawn.fellShort { report.append(.warning(Message(.drawShort))) }
    if drawn.endsHaveMet { report.append(.warning(Message(.drawEndsMet))) }
    return .result(
      CommandResult(
        report,
        .object([
          "draw": .id(drawn.key.id), "month": .id(drawn.month), "round": .integer(drawn.round),
          "organiser": .string(drawn.organiser.name), "eligible": .integer(drawn.eligibleCount),
          "fellShort": .bool(drawn.fellShort), "endsHaveMet": .bool(drawn.endsHaveMet),
          "entries": .array(
            drawn.entries.map {
              .object([
                "household": .id($0.household.key.id), "unit": .string($0.household.unitCode),
                "kind": .string($0.kind.name),
              ])
            }),
        ])))
  }
}

struct DrawListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpDrawList, example: "rounds draw list --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let draws = try laptop.draws(of: site, replica)
      var table = TextTable([
        .labelId, .labelMonth, .labelRound, .labelOrganiser, .labelPerson, .labelState,
        .labelDrawnCount, .labelOpenCount,
      ])
      for one in draws {
        table.append([
          .text(short(one.draw.key.id)), .text(one.draw.month.description),
          .number(one.draw.round), .words(one.draw.organiser.phrase), .text(one.drawnBy),
          .words(one.draw.state.phrase), .number(one.entries.count),
          .number(one.entries.count { $0.outcome == .open }),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object(["site": .string(site.code), "draws": .array(draws.map { DrawJSON.object($0) })]))
      )
    }
  }
}

struct DrawShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpDrawShow, example: "rounds draw show 3f2a91")
  }

  @Argument(help: Help.text(.helpDrawArgument)) var draw: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let one = try laptop.draw(named: draw, of: site, replica)
      var table = TextTable([
        .labelOrder, .labelUnit, .labelEntryKind, .labelOutcome, .labelReplaces,
      ])
      let orders = Dictionary(
        one.entries.map { ($0.entry.key.id, $0.entry.order) }
      ) { a, _ in a }
      for (entry, unit, outcome) in one.entries {
        table.append([
          .number(entry.order), .text(unit), .words(entry.kind.phrase), .words(outcome.phrase),
          .text(entry.replaces.flatMap { orders[$0] }.map { "\($0)" } ?? "-"),
        ])
      }
      var report = Report(
        nil,
        [
          .fact(.labelId, .text(short(one.draw.key.id))),
          .fact(.labelMonth, .text(one.draw.month.description)),
          .fact(.labelRound, .number(one.draw.round)),
          .fact(.labelOrganiser, .words(one.draw.organiser.phrase)),
          .fact(.labelPerson, .text(one.drawnBy)),
          .fact(.labelState, .words(one.draw.state.phrase)),
          .fact(.labelReplay, one.isReplay.map(Cell.flag) ?? .text("-")), .table(table),
        ])
      let day = one.draw.drawnAt.map { LocalTime($0, in: site.zone).date }
      let policy = PolicyInForce(
        try replica.policy(), for: .draw, on: day ?? one.draw.month.firstDay)
      report.append(.fact(.labelPolicy, .text(policy.text)))
      if let reason = one.draw.stateReason {
        report.append(.fact(.labelReason, .text(reason)))
      }
      return .result(CommandResult(report, DrawJSON.object(one, policy)))
    }
  }
}

struct DrawReleaseCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "release", .helpDrawRelease, example: "rounds draw release 3f2a91 --reason 本月人手不足")
  }

  @Argument(help: Help.text(.helpDrawArgument)) var draw: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try DrawEnding.run(draw, .released, reason, site.site, context)
  }
}

struct DrawCancelCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "cancel", .helpDrawCancel, example: "rounds draw cancel 3f2a91 --reason 月份填错")
  }

  @Argument(help: Help.text(.helpDrawArgument)) var draw: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    try DrawEnding.run(draw, .cancelled, reason, site.site, context)
  }
}

private enum DrawEnding {
  static func run(
    _ draw: String, _ state: DrawState, _ reason: String, _ site: String?, _ context: FieldContext
  ) throws -> CommandOutput {
    let laptop = try context.laptop()
    let ended = try laptop.endDraw(named: draw, as: state, reason: reason, at: site)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.drawGivenUp, [short(ended.key.id)]))]),
        .object(["draw": .id(ended.key.id), "state": .string(state.name)])))
  }
}

enum DrawJSON {
  /// - Parameter policy: by which it was drawn; nothing in lists.
  static func object(_ one: DrawOverview, _ policy: PolicyInForce? = nil) -> JSON {
    .object([
      "draw": .id(one.draw.key.id), "month": .id(one.draw.month),
      "round": .integer(one.draw.round), "organiser": .string(one.draw.organiser.name),
      "slot": .string(one.draw.slot), "drawnBy": .string(one.drawnBy),
      "drawnAt": .instant(one.draw.drawnAt), "state": .string(one.draw.state.name),
      "stateReason": .optional(one.draw.stateReason), "stateAt": .instant(one.draw.stateAt),
      "eligible": .integer(one.draw.eligible.count), "replays": one.isReplay.map(JSON.bool),
      "policy": policy?.json,
      "entries": .array(
        one.entries.map { entry, unit, outcome in
          .object([
            "entry": .id(entry.key.id), "household": .id(entry.household), "unit": .string(unit),
            "kind": .string(entry.kind.name), "order": .integer(entry.order),
            "outcome": .string(outcome.name), "replaces": entry.replaces.map(JSON.id),
          ])
        }),
    ])
  }
}
