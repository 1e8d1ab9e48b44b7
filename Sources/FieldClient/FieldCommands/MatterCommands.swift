package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct MatterCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "matter", .helpMatters, example: "rounds matter list --open",
      subcommands: [
        MatterListCommand.self, MatterShowCommand.self, MatterRouteCommand.self,
        MatterHandOverCommand.self, MatterReportCommand.self, MatterCloseCommand.self,
        MatterDecideCommand.self,
      ])
  }

  package init() {}
}

struct MatterListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpMatterList, example: "rounds matter list --json")
  }

  @Flag(help: Help.text(.helpMatterOpen)) var open = false
  @Flag(help: Help.text(.helpMatterOwed)) var owed = false
  @Option(help: Help.text(.helpMonth)) var month: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let month = try self.month.map { try Moments.month($0, now: laptop.now, site.zone) }
      let cards = try laptop.matters(of: site, replica).filter {
        (!open || $0.matter.isOpen) && (!owed || $0.owing != nil)
          && (month == nil || $0.matter.source.month == month)
      }
      return .result(
        CommandResult(
          Report(Message(.mattersTitle), [.table(MatterRow.table(cards.map(MatterReport.row)))]),
          .object(["matters": .array(cards.map(MatterReport.json))])))
    }
  }
}

struct MatterShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpMatterShow, example: "rounds matter show 3f2a91")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.matterCard(named: matter, $0) }
    return .result(
      CommandResult(MatterReport.report(card), .object(["matter": MatterReport.json(card)])))
  }
}

struct MatterRouteCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "route", .helpMatterRoute, example: "rounds matter route 3f2a91 --to engineering")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @Option(help: Help.text(.helpMatterDepartment)) var to: String?
  @Option(help: Help.text(.helpMatterHandler)) var handler: String?
  @Option(help: Help.text(.helpMatterReference)) var reference: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let department = try to.map { try Moments.code($0, as: Department.self, option: "--to") }
    let card = try context.laptop().handleMatter(
      named: matter, .route(to: department, handler: nil), handler: handler,
      reference: reference, saw: try saw.map { try VisitReport.changes($0) })
    return MatterReport.done(card, context)
  }
}

struct MatterHandOverCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "hand-over", .helpMatterHandOver,
      example: "rounds matter hand-over 3f2a91 --reference TS-2026-017")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @Option(help: Help.text(.helpMatterReference)) var reference: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().handleMatter(
      named: matter, .handOver, reference: reference,
      saw: try saw.map { try VisitReport.changes($0) })
    return MatterReport.done(card, context)
  }
}

struct MatterReportCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "report", .helpMatterReport, example: "rounds matter report 3f2a91 --status answered")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @Option(help: Help.text(.helpMatterStatus)) var status: String
  @Option(help: Help.text(.helpMatterReference)) var reference: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let status = try Moments.code(self.status, as: ProcedureStatus.self, option: "--status")
    let card = try context.laptop().handleMatter(
      named: matter, .report(status), reference: reference,
      saw: try saw.map { try VisitReport.changes($0) })
    return MatterReport.done(card, context)
  }
}

struct MatterCloseCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "close", .helpMatterClose, example: "rounds matter close 3f2a91 --outcome 已更换路灯")
  }

  @Argument(help: Help.text(.helpMatterArgument)) var matter: String
  @Option(help: Help.text(.helpMatterOutcome)) var outcome: String = ""
  @Option(name: .customLong("as"), help: Help.text(.helpMatterAs)) var end: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let state = try end.map { try Moments.code($0, as: MatterState.self, option: "--as") }
    guard (state ?? .closed).isFinal else {
      throw FieldFault.wrongUsage(
        Message(
          .notOneOf,
          [
            "--as", end ?? "",
            MatterState.allCases.filter(\.isFinal).map(\.name).joined(separator: ", "),
          ]))
    }
    let card = try context.laptop().handleMatter(
      named: matter, .end(as: state ?? .closed, outcome: outcome),
      saw: try saw.map { try VisitReport.changes($0) })
    return MatterReport.done(card, context)
  }
}
