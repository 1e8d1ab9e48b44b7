import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import Sampling
import VisitModel
import Wording

/// Sites, their quotas, and what was done at their households, in a row each. The first cell names the site.
enum SiteRows {
  static let site = ListColumn("site", .labelSite, .code)
  static let id = ListColumn("id", .labelId, .code)

  // MARK: Sites

  static let siteColumns = [
    site, ListColumn("scope", .labelScope, .code), ListColumn("name", .labelName, .text),
    ListColumn("city", .labelCity, .text), ListColumn("units", .labelTotalUnits, .number),
    ListColumn("zoneMinutes", .dataZone, .number),
  ]

  static func sites(_ reader: DataReader, _ replica: Replica) throws -> [[ListCell]] {
    try reader.setting.sites(on: replica).map {
      [
        .code($0.code), .code("\($0.scope)"), .text($0.name), .text($0.city),
        .number($0.totalUnits), .number($0.zone.minutes),
      ]
    }
  }

  static let quotaColumns =
    [site, ListColumn("month", .labelMonth, .month)] + QuotaTable.figures

  /// The present month and the one before.
  static func quota(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    let month = reader.today.civilMonth
    return try [month.previous, month].map { month in
      let report = try reader.office.report(of: month, at: site, on: replica)
      return [.code(site.code), .month(month)] + QuotaTable.cells(report)
    }
  }

  // MARK: Households and visits

  static let householdColumns = [
    site, id, ListColumn("unit", .labelUnit, .code),
    ListColumn("occupancy", .labelOccupancy, .word, isFilter: true),
    ListColumn("joined", .pageMovedIn, .date), ListColumn("departed", .pageMovedOut, .date),
    ListColumn("isOccupied", .labelOccupied, .yesNo, isFilter: true),
  ]

  static func households(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    let today = LocalTime(reader.office.now, in: site.zone).date
    return try SiteView(replica, site.scope).households().map { one in
      [
        .code(site.code), .code("\(one.key.id)"), .code(one.unitCode),
        .word(one.occupancy.phrase), .date(one.joinedOn), .date(one.departedOn),
        .yesNo(one.isOccupied(on: today)),
      ]
    }
  }

  static let visitColumns = [
    site, id, ListColumn("household", .labelHousehold, .code),
    ListColumn("month", .labelMonth, .month, isFilter: true),
    ListColumn("round", .labelRound, .number),
    ListColumn("organiser", .labelOrganiser, .word, isFilter: true),
    ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("mode", .labelMode, .word, isFilter: true),
    ListColumn("start", .labelStart, .moment), ListColumn("end", .labelEnd, .moment),
    ListColumn("recorded", .labelRecordedOn, .moment),
    ListColumn("counts", .labelCounted, .yesNo, isFilter: true),
    ListColumn("voided", .labelVoided, .yesNo, isFilter: true),
  ]

  static func visits(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try SiteView(replica, site.scope).visits().map { one in
      let visit = one.summary
      return [
        .code(site.code), .code("\(visit.key.id)"), .code("\(visit.household)"),
        .month(visit.month), .number(visit.round), .word(visit.organiser.phrase),
        .word(visit.kind.phrase), .word(visit.mode.phrase), .moment(visit.start, in: visit.zone),
        .moment(visit.end, in: visit.zone), .moment(visit.recordedAt, in: visit.zone),
        .yesNo(visit.counts), .yesNo(visit.isVoided),
      ]
    }
  }

  // MARK: Draws

  static let drawColumns =
    [site, id, ListColumn("round", .labelRound, .number)] + DrawTable.columns

  static func draws(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    let view = SiteView(replica, site.scope)
    let entries = Dictionary(grouping: try view.drawEntries(), by: \.draw)
    return try view.draws().map { draw in
      [.code(site.code), .code("\(draw.key.id)"), .number(draw.round)]
        + DrawTable.cells(draw, entries[draw.key] ?? [], in: site.zone)
    }
  }

  // MARK: Matters

  static let matterColumns = [
    site, id, ListColumn("household", .labelHousehold, .code),
    ListColumn("said", .labelSaidAt, .moment),
    ListColumn("month", .labelMonth, .month, isFilter: true),
    ListColumn("topic", .labelTopic, .word, isFilter: true),
    ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("urgent", .labelUrgency, .yesNo, isFilter: true),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("open", .dataOpen, .yesNo, isFilter: true),
    ListColumn("department", .labelDepartment, .word, isFilter: true),
    ListColumn("feedback", .labelFeedback, .word, isFilter: true),
    ListColumn("feedbackDue", .labelUntil, .date),
  ]

  static func matters(
    _ site: SiteFacts, _ reader: DataReader, _ replica: Replica
  ) throws -> [[ListCell]] {
    try SiteView(replica, site.scope).matters().map { one in
      [
        .code(site.code), .code("\(one.key.id)"),
        one.source.household.map { .code("\($0)") } ?? .empty,
        .moment(one.source.at, in: one.source.zone), .month(one.source.month),
        .word(one.topic.phrase), .word(one.kind.phrase), .yesNo(one.urgency == .urgent),
        one.handling.map { .word($0.state.phrase) } ?? .empty, .yesNo(one.isOpen),
        one.handling?.department.map { .word($0.phrase) } ?? .empty,
        .word(one.feedback.stage.phrase), .date(one.feedback.until),
      ]
    }
  }
}
