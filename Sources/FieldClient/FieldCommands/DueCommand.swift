package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Everything with a deadline, by rule and day.
package struct DueCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("due", .helpDue, example: "rounds due --mine")
  }

  @Flag(help: Help.text(.helpDueAll)) var all = false
  @Flag(help: Help.text(.helpDueMine)) var mine = false
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let view = SiteView(replica, site.scope)
      let every = try laptop.obligations(of: site, replica)
      let shown = try every.filter { one in
        let isDue = one.obligation.state == .open || one.obligation.state == .overdue
        return try (all || isDue) && (!mine || laptop.isMine(one, replica))
      }
      var rows: [ObligationRow] = []
      var objects: [JSON] = []
      for one in shown {
        let unit = try one.household.flatMap { try view.household($0)?.unitCode }
        rows.append(
          try ObligationRow(
            one.obligation, site: site.name, about: try view.about(one, unit: unit)
          ) { try laptop.personName($0, replica) })
        objects.append(
          try ObligationJSON.object(one, site: site, unit: unit) {
            try laptop.personName($0, replica)
          })
      }
      var report = Report(Message(.dueTitle), [.table(ObligationRow.table(rows))])
      if rows.contains(where: \.isProvisional) {
        report.append(.note(Message(.obligationsProvisional)))
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
