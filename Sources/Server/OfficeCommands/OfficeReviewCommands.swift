package import ArgumentParser
import ConflictFreeRecords
package import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct OfficeReviewCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "review", .helpReview, example: "rounds-server review list",
      subcommands: [OfficeReviewListCommand.self])
  }

  package init() {}
}

/// The queue as the laptops of a site show it, and the page.
package struct OfficeReviewListCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpReviewList, example: "rounds-server review list --site A-01 --json")
  }

  @Flag(help: OfficeHelp.text(.helpReviewAll)) var all = false
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = Set(try site.map { try office.site(named: $0) })
    return try office.read { replica in
      var rows: [ReviewRow] = []
      var objects: [JSON] = []
      for site in try SiteView.all(in: replica) where only.isEmpty || only.contains(site.scope) {
        for item in try office.reviews(of: site.scope, on: replica)
        where all || item.stage != .accepted || item.awaitsRecontact {
          let named = try Named(item, site, office, on: replica)
          rows.append(named.row)
          objects.append(named.json)
        }
      }
      return .result(
        CommandResult(
          Report(Message(.reviewsTitle, []), [.table(ReviewRow.table(rows))]),
          .object(["reviews": .array(objects)])))
    }
  }
}

/// A visit in the queue with the names of its unit and its people.
private struct Named {
  let row: ReviewRow
  let json: JSON

  init(_ item: ReviewItem, _ site: SiteFacts, _ office: Office, on replica: Replica) throws {
    func name(_ account: AccountID) throws -> String {
      try office.person(account, on: replica)?.name ?? ""
    }
    let visit = item.visit
    let unit = try SiteView(replica, site.scope).household(visit.household)?.unitCode ?? ""
    let visitors = try item.participants.map(name)
    let owing = try item.owing.map(name)
    row = ReviewRow(
      id: String(visit.key.id.description.prefix(8)), unit: unit,
      start: visit.start.wallText(in: visit.zone),
      recordedAt: visit.recordedAt.wallText(in: visit.zone), isLate: item.isLate,
      visitors: visitors.joined(separator: ", "), stage: item.stage, owing: owing,
      awaitsRecontact: item.awaitsRecontact)
    json = ReviewJSON.object(
      item, unit: unit, visitors: visitors, reviewer: try item.review.map { try name($0.account) },
      owing: owing, comment: nil, reply: nil)
  }
}
