package import ArgumentParser
package import Console
import FieldWork
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

/// Households of a site that were visited twice in a round, and what head office decided.
package struct DuplicatesCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("duplicates", .helpDuplicatesHere, example: "rounds duplicates --json")
  }

  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let cases = try SiteView(replica, site.scope).caseViews()
      return .result(
        CommandResult(
          Report(
            Message(.duplicatesTitle), [.table(CaseRow.table(cases.map(\.row), context.language))]),
          .object(["duplicates": .array(cases.map(MonthJSON.caseView))])))
    }
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
