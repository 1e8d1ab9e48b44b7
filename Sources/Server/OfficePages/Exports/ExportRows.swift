import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The rows of one site in an export, as the lists of the pages show them: no text that is sealed in the records,
/// no name or telephone of a household. Those are opened on its own page, one at a time.
struct ExportRows {
  let setting: PageSetting
  let site: SiteFacts
  let order: ExportOrder

  private static let ofSite = [
    ListColumn("site", .labelSite, .text), ListColumn("siteCode", .labelCode, .code),
  ]

  static func columns(of set: ExportSet) -> [ListColumn] {
    switch set {
    case .visits: ofSite + visitColumns
    case .households: ofSite + householdColumns
    case .matters: ofSite + MatterWords.columns
    case .duplicates: ofSite + CaseTable.columns.dropFirst()
    case .obligations: ofSite + ObligationTable.columns
    }
  }

  func rows(on replica: Replica) throws -> [[ListCell]] {
    let view = SiteView(replica, site.scope)
    let rows =
      switch order.set {
      case .visits: try visits(view, on: replica)
      case .households: try households(view)
      case .matters: try matters(view, on: replica)
      case .duplicates: try duplicates(on: replica)
      case .obligations: try obligations(on: replica)
      }
    return rows.map { [.text(site.name), .code(site.code)] + $0 }
  }

  // MARK: Visits

  private static let visitColumns = [
    ListColumn("unit", .labelUnit, .code), ListColumn("start", .labelStart, .moment),
    ListColumn("end", .labelEnd, .moment), ListColumn("recorded", .pageRecordedAt, .moment),
    ListColumn("month", .labelMonth, .month), ListColumn("organiser", .labelOrganiser, .word),
    ListColumn("kind", .labelKind, .word), ListColumn("mode", .labelMode, .word),
    ListColumn("interviewers", .labelInterviewers, .text),
    ListColumn("round", .labelRound, .number), ListColumn("counts", .exportCounts, .yesNo),
    ListColumn("voided", .labelVoided, .yesNo),
  ]

  private func visits(_ view: SiteView, on replica: Replica) throws -> [[ListCell]] {
    var found: [VisitSummary] = []
    var month = order.months.lowerBound
    while month <= order.months.upperBound {
      found += try view.visits(of: month).map(\.summary)
      month = month.next
    }
    found.sort { ($0.start, $0.key) < ($1.start, $1.key) }
    var names: [AccountID: String] = [:]
    return try found.map { visit in
      let people = try setting.interviewers(of: visit.key, on: replica).map { account in
        if let name = names[account] { return name }
        let name = try setting.person(account, on: replica)
        names[account] = name
        return name
      }
      return [
        try view.household(visit.household).map { .code($0.unitCode) } ?? .empty,
        .moment(visit.start, in: visit.zone), .moment(visit.end, in: visit.zone),
        .moment(visit.recordedAt, in: visit.zone), .month(visit.month),
        .word(visit.organiser.phrase), .word(visit.kind.phrase), .word(visit.mode.phrase),
        .text(people.joined(separator: ", ")), .number(visit.round), .yesNo(visit.counts),
        .yesNo(visit.isVoided),
      ]
    }
  }

  // MARK: Households

  private static let householdColumns = [
    ListColumn("unit", .labelUnit, .code), ListColumn("occupancy", .labelOccupancy, .word),
    ListColumn("joined", .pageMovedIn, .date), ListColumn("departed", .pageMovedOut, .date),
    ListColumn("restricted", .codeRestrictedStatus, .yesNo),
  ]

  private func households(_ view: SiteView) throws -> [[ListCell]] {
    try view.households().map { one in
      [
        .code(one.unitCode), .word(one.occupancy.phrase), .date(one.joinedOn),
        .date(one.departedOn), .yesNo(one.isRestricted),
      ]
    }
  }

  // MARK: What follows from them

  private func matters(_ view: SiteView, on replica: Replica) throws -> [[ListCell]] {
    let words = MatterWords(setting: setting, site: site)
    return try view.matters().filter { order.months.contains($0.source.month) }
      .map { try words.cells($0, isLink: false, on: replica) }
  }

  private func duplicates(on replica: Replica) throws -> [[ListCell]] {
    let cases = try setting.deciding.cases(of: site.scope, on: replica)
    return CaseTable.listing(cases, setting.say).rows.map { Array($0.dropFirst()) }
  }

  private func obligations(on replica: Replica) throws -> [[ListCell]] {
    let table = ObligationTable(
      setting: setting, name: site.name, scope: site.scope, zone: site.zone)
    let all = try setting.office.obligations(of: site.scope, on: replica)
      .filter { order.months.contains($0.obligation.due.civilMonth) }
    return try table.rows(try table.shown(all, on: replica), on: replica)
  }
}
