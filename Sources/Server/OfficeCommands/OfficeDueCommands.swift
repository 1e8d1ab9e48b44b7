package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct OfficeDueCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due", abstract: Phrase.helpDue.text(in: OfficeHelp.chosen),
      discussion: Phrase.helpExample.text(in: OfficeHelp.chosen, ["rounds-server due --site A-01"]),
      subcommands: [OfficeDueListCommand.self, OfficeWaiveCommand.self],
      defaultSubcommand: OfficeDueListCommand.self)
  }

  package init() {}
}

package struct OfficeDueListCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpDue, example: "rounds-server due --json")
  }

  @Flag(help: OfficeHelp.text(.helpDueAll)) var all = false
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = Set(try site.map { try office.site(named: $0) })
    return try office.read { replica in
      func name(_ account: AccountID) throws -> String {
        try office.person(account, on: replica)?.name ?? ""
      }
      var rows: [ObligationRow] = []
      var objects: [JSON] = []
      var every: [SiteObligation] = []
      for (scope, site) in try office.noticeScopes(on: replica)
      where only.isEmpty || only.contains(scope) {
        let view = SiteView(replica, scope)
        let found = try office.obligations(in: scope, on: replica)
        every += found
        for one in found {
          let isDue = one.obligation.state == .open || one.obligation.state == .overdue
          guard all || isDue else { continue }
          let unit = try one.household.flatMap { try view.household($0)?.unitCode }
          rows.append(
            try ObligationRow(
              one.obligation, site: site?.name ?? office.name,
              about: try view.about(one, unit: unit), name: name))
          objects.append(try ObligationJSON.object(one, site: site, unit: unit, name))
        }
      }
      var report = Report(Message(.dueTitle, []), [.table(ObligationRow.table(rows))])
      if rows.contains(where: \.isProvisional) {
        report.append(.note(Message(.obligationsProvisional, [])))
      }
      for one in Timeliness.of(every.map(\.obligation)) {
        report.append(
          .fact(
            Message(.labelTimeliness, [one.rule.rawValue]),
            .text("\(one.inTime) / \(one.judged)")))
      }
      return .result(
        CommandResult(
          report,
          .object([
            "due": .array(objects), "timeliness": ObligationJSON.timeliness(every),
          ])))
    }
  }
}

/// Head office lets an obligation go.
package struct OfficeWaiveCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "waive", .helpDueWaive,
      example: "rounds-server due waive R1-36 --site A-01 --about 3f2a91 --reason 经理空缺 --by 孙总")
  }

  @Argument(help: OfficeHelp.text(.helpDueRule)) var rule: String
  @OptionGroup var owner: OfficeOwner
  @Option(help: OfficeHelp.text(.helpDueAbout)) var about: String
  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpBy)) var by: String
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    guard let rule = RuleID(rawValue: self.rule) else {
      throw OfficeFault.wrongUsage(Message(.unknownRule, [self.rule]))
    }
    let scope = try owner.scope(office)
    let wanted = Array(about.lowercased().utf8)
    let found = try office.read { try office.obligations(in: scope, on: $0) }.filter {
      wanted.count >= 6 && $0.obligation.rule == rule
        && $0.subject.id.description.utf8.starts(with: wanted)
    }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [about])) }
    guard let one = found.first else { throw OfficeFault.failed(Message(.noSuchObligation, [])) }
    try office.waive(
      rule, about: one.subject.id, of: scope, reason: reason, by: try account(by, office))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.obligationWaived, [rule.rawValue]))]),
        .object([
          "rule": .string(rule.rawValue), "subject": .string(one.subject.id.description),
        ])))
  }
}
