package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import Fingerprint
import OfficeWork
import RecordStore
import Sampling
import SyncProtocol
import TextFormats
import VisitModel
import WireFormat
import Wording

package struct QuotaCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("quota", .helpQuota, example: "rounds-server quota --month 2026-09")
  }

  @Option(help: OfficeHelp.text(.helpMonth)) var month: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let month = try givenMonth(month, office)
    let only = Set(try site.map { try office.site(named: $0) })
    return try office.read { replica in
      let sites = try SiteView.all(in: replica).filter { only.isEmpty || only.contains($0.scope) }
      let reports = try sites.map {
        try office.report(of: month, at: $0, on: replica)
      }
      return .result(
        CommandResult(
          Report(Message(.quotaTitle, [month.description]), [.table(QuotaTable.table(reports))]),
          .object([
            "month": .string(month.description),
            "sites": .array(reports.map(MonthJSON.object)),
          ])))
    }
  }
}

func givenMonth(_ text: String?, _ office: Office) throws -> CivilMonth {
  guard let text else {
    return LocalTime(office.now, in: office.environment.zone).date.civilMonth
  }
  guard let month = CivilMonth(text) else {
    throw OfficeFault.wrongUsage(Message(.notAMonth, [text]))
  }
  return month
}

enum QuotaTable {
  static func table(_ reports: [MonthReport]) -> TextTable {
    var table = TextTable([
      .init(Message(.labelSite)), .init(Message(.labelTotalUnits), .right),
      .init(Message(.labelOccupied), .right), .init(Message(.labelPercent), .right),
      .init(Message(.labelQuota), .right), .init(Message(.labelCounted), .right),
      .init(Message(.labelManager), .right), .init(Message(.labelSupervisor), .right),
      .init(Message(.labelCompanyVisits), .right), .init(Message(.labelCase), .right),
      .init(Message(.labelProgress), .right), .init(Message(.labelProvisional)),
    ])
    for report in reports {
      table.append([
        .text(report.site.name), .text("\(report.quota.totalUnits)"),
        .text("\(report.quota.occupied)"), .text("\(report.quota.percent)"),
        .text("\(report.quota.count)"), .text("\(report.figures.counted)"),
        .text("\(report.figures.byManager)/\(report.conditions.manager.required)"),
        .text("\(report.figures.bySupervisor)/\(report.conditions.supervisor.required)"),
        .text("\(report.figures.byCompany)"), .text("\(report.cases.count)"),
        .text("\(report.progress.done)/\(report.progress.open)"),
        .words(Message(report.isProvisional ? .labelYes : .labelNo)),
      ])
    }
    return table
  }
}

package struct HeldCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "held", .helpHeld, example: "rounds-server held list",
      subcommands: [HeldListCommand.self, HeldShowCommand.self, HeldAdmitCommand.self])
  }

  package init() {}
}

struct HeldListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpHeldList, example: "rounds-server held list --json")
  }

  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (held, early) = try office.read { replica in
      (
        try office.heldBundles(on: replica), try office.admittedBeforeRevocation(on: replica)
      )
    }
    var report = Report(nil, [.table(HeldTable.table(held, in: office.environment.zone))])
    for note in HeldTable.notes(of: early) { report.append(note) }
    return .result(
      CommandResult(
        report,
        .object([
          "held": .array(held.map(HeldTable.json)),
          "admittedBeforeRevocation": HeldTable.json(early),
        ])))
  }
}

package struct StateCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "state", .helpState, example: "rounds-server state --scope 绿岛 --json")
  }

  @Option(help: OfficeHelp.text(.helpScope)) var scope: String
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let id =
      scope == "company"
      ? office.company : try ScopeID(hex: scope) ?? office.site(named: scope)
    return try office.read { replica in
      guard let head = try replica.feed.head(id) else {
        throw OfficeFault.failed(Message(.siteUnknown, [scope]))
      }
      if common.json { return .bytes(try CanonicalState.text(of: id, in: replica)) }
      return .result(
        CommandResult(
          Report(nil, [.fact(Message(.labelDigest), .text(head.view.description))]), .null))
    }
  }
}

package struct VerifyCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("verify", .helpVerify, example: "rounds-server verify")
  }

  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let found = try office.verify { done, total in
      context.showProgress(Progress(Message(.verifying), done: done, total: total))
    }
    var report = Report(
      nil,
      [
        .note(Message(.verified, ["\(found.bundles)", "\(found.scopes)"])),
        .note(Message(.verifiedKeys, ["\(found.keys)"])),
      ])
    for fault in found.faults { report.append(.warning(Message(.verifyFault, [fault]))) }
    for missing in found.missingKeys { report.append(.warning(missing.message)) }
    if !found.missingKeys.isEmpty { report.append(.note(Message(.officeCureMissingKeys))) }
    if !found.isKeyFileSound { report.append(.warning(Message(.officeKeyFileDamaged))) }
    return .result(
      CommandResult(
        report,
        .object([
          "bundles": .integer(found.bundles), "scopes": .integer(found.scopes),
          "householdKeys": .integer(found.keys),
          "faults": .array(found.faults.map(JSON.string)),
          "missingKeys": .array(
            found.missingKeys.map { missing in
              .object([
                "scope": .string(missing.scope.description),
                "keys": .array(missing.keys.map { .string($0.description) }),
              ])
            }), "keyFile": .bool(found.isKeyFileSound),
        ]), status: found.isSound ? .done : .failed))
  }
}

package struct RebuildCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("rebuild", .helpRebuild, example: "rounds-server rebuild")
  }

  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    var bundles = 0
    try office.write { replica in
      try replica.rebuild(office.environment.database.dialect) { done, total in
        bundles = done
        context.showProgress(Progress(Message(.rebuilding), done: done, total: total))
      }
      try SiteSheetTable.clear(replica.connection)
    }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.rebuilt, ["\(bundles)"]))]),
        .object(["bundles": .integer(bundles)])))
  }
}

package struct FrameCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("frame", .helpFrame, example: "rounds-server frame --month 2026-09")
  }

  @Option(help: OfficeHelp.text(.helpMonth)) var month: String?
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let month = try givenMonth(month, office)
    let taken = try office.takeFrames(of: month)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.framesTaken, [month.description, "\(taken)"]))]),
        .object(["month": .string(month.description), "taken": .integer(taken)])))
  }
}
