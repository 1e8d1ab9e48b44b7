package import ArgumentParser
import ConflictFreeRecords
package import Console
import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Every site's monthly summary: what the laptops of a site show, and its page.
package struct OfficeReportCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "report", .helpSummaryShow, example: "rounds-server report --month 2026-09 --json")
  }

  @Option(help: OfficeHelp.text(.helpMonth)) var month: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let month =
      try self.month == nil ? givenMonth(nil, office).previous : givenMonth(self.month, office)
    let only = Set(try site.map { try office.site(named: $0) })
    return try office.read { replica in
      let summaries = try SiteView.all(in: replica)
        .filter { only.isEmpty || only.contains($0.scope) }
        .map { try office.summary(of: $0.scope, month: month, on: replica) }
      var table = TextTable([
        .init(Message(.labelSite)), .init(Message(.labelState)), .init(Message(.labelSubmittedAt)),
        .init(Message(.labelDueDay)), .init(Message(.labelLate)),
        .init(Message(.labelUndecided), .right), .init(Message(.labelLettersOf), .right),
        .init(Message(.labelDigest2)),
      ])
      for one in summaries {
        let zone = one.content.site.zone
        table.append([
          .text(one.content.site.name),
          .words(Message(one.recorded?.state.phrase ?? .codeSummaryDraft)),
          .text(one.recorded?.submittedAt.wallText(in: zone) ?? "-"),
          .text(one.due.description),
          .words(Message(one.isLate(at: office.now) ? .labelYes : .labelNo)),
          .text("\(one.undecided.count)"), .text("\(one.letters.count)"),
          .text(String(one.content.digest.description.prefix(12))),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object([
            "month": .string(month.description),
            "summaries": .array(
              try summaries.map { one in
                try SummaryJSON.object(one, at: office.now) {
                  try office.person($0, on: replica)?.name ?? ""
                }
              }),
          ])))
    }
  }
}
