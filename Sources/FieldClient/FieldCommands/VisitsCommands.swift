package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct VisitsCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "visits", .helpVisits, example: "rounds visits list --month 2026-09",
      subcommands: [
        VisitsListCommand.self, VisitsShowCommand.self, VisitsAmendCommand.self,
        VisitsVoidCommand.self,
      ])
  }

  package init() {}
}

struct VisitsListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpVisitsList, example: "rounds visits list --json")
  }

  @Option(help: Help.text(.helpMonth)) var month: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let month = try self.month.map { try Moments.month($0, now: laptop.now, site.zone) }
      let visits = try laptop.visits(of: site, month: month, replica)
      let units = Dictionary(
        try SiteView(replica, site.scope).households().map { ($0.key.id, $0.unitCode) }
      ) { a, _ in a }
      var table = TextTable([
        .labelId, .labelUnit, .labelStart, .labelKind, .labelOrganiser, .labelMode, .labelVoided,
      ])
      for visit in visits {
        table.append([
          .text(short(visit.key.id)), .text(units[visit.household] ?? ""),
          .moment(visit.start, site.zone), .words(visit.kind.phrase),
          .words(visit.organiser.phrase), .words(visit.mode.phrase), .flag(visit.isVoided),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object(["visits": .array(visits.map { VisitJSON.summary($0, site.zone) })])))
    }
  }
}

struct VisitsShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpVisitsShow, example: "rounds visits show 3f2a91 --json")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let (key, _) = try laptop.record(.visit, named: visit, replica)
      let card = try laptop.visitCard(key, replica)
      let conflicts = try laptop.conflicts(about: key, replica)
      return .result(
        CommandResult(
          VisitReport.report(card, conflicts, context.language), VisitJSON.card(card, conflicts)))
    }
  }
}
