import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Obligations in a row each, as the days of a site and exports list them.
struct ObligationTable {
  let setting: PageSetting
  /// What it is called that owes them, where its records are, and its wall clock.
  let name: String
  let scope: ScopeID
  let zone: ZoneOffset

  static let columns = [
    ListColumn("rule", .labelRule, .code),
    ListColumn("obligation", .labelObligation, .word, isFilter: true),
    ListColumn("who", .labelWho, .text), ListColumn("about", .labelAbout, .text),
    ListColumn("due", .labelDueDay, .date),
    ListColumn("provisional", .labelProvisional, .yesNo),
    ListColumn("target", .labelTarget, .yesNo),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("escalated", .labelEscalated, .moment),
  ]

  /// Those of them that the reader may read: what is due about a petition is shown to its readers alone (A39).
  func shown(_ all: [SiteObligation], on replica: Replica) throws -> [SiteObligation] {
    let (office, person) = (setting.office, setting.reader.person)
    return try all.filter { try office.mayRead($0.subject, person, on: replica) }
  }

  func rows(_ due: [SiteObligation], on replica: Replica) throws -> [[ListCell]] {
    let view = SiteView(replica, scope)
    let namesUnits = setting.reader.person.role.meetsHouseholds
    return try due.map { one in
      let household = namesUnits ? one.household : nil
      let unit = try household.flatMap { try view.household($0)?.unitCode }
      let row = try ObligationRow(
        one.obligation, site: name, about: try view.about(one, unit: unit)
      ) { try setting.person($0, on: replica) }
      return [
        .code(row.rule.rawValue), .word(row.rule.obligation), who(row), .text(row.about),
        limit(of: one.obligation), .yesNo(row.isProvisional), .yesNo(row.isTarget),
        .word(row.stateWords), .moment(one.escalatedAt, in: zone),
      ]
    }
  }

  private func who(_ row: ObligationRow) -> ListCell {
    if let person = row.person { return .text(person) }
    return row.post.map { ListCell.word($0.phrase) } ?? .empty
  }

  /// Its day; where seconds decide, the moment.
  private func limit(of one: Obligation) -> ListCell {
    guard let moment = one.dueAt else { return .date(one.due) }
    return ListCell(
      .moment(moment, zone), remark: Message(.dueUntil, [moment.secondText(in: zone)]))
  }
}
