import ConflictFreeRecords
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What conflicts are about, and their values, in words.
struct ConflictTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  /// Conflicts in a row each, with all their values.
  func table(_ conflicts: [OpenConflict], on replica: Replica) throws -> PageTable {
    var table = PageTable(
      say(.labelConflicts),
      say.all([.labelSite, .labelRecord, .labelField, .labelValue, .labelPerson]))
    var zones: [ScopeID: ZoneOffset] = [:]
    for one in conflicts {
      let scope = one.record.scope
      let zone = try zones[scope] ?? Self.zone(of: scope, setting, on: replica)
      zones[scope] = zone
      let words = ValueWords(setting: setting, zone: zone)
      let people = try one.sides.map { try setting.person($0.account, on: replica) }
      let values = try one.sides.map {
        try words.text($0.head.value, of: one.record, field: one.field, on: replica)
      }
      table.append([
        PageCell(one.siteName, url: Self.url(of: one)), PageCell(words.kind(one.record.type)),
        PageCell(words.field(one.field, of: one.record.type)),
        PageCell(values.joined(separator: "\n")), PageCell(people.joined(separator: "\n")),
      ])
    }
    return table
  }

  static func url(of one: OpenConflict) -> String { PageLink.conflict(one.record, one.field) }

  static func zone(
    of scope: ScopeID, _ setting: PageSetting, on replica: Replica
  ) throws -> ZoneOffset {
    try SiteView(replica, scope).facts()?.zone ?? setting.office.environment.zone
  }
}
