package import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

extension Office {
  /// The decisions as they ship, and as the firm decided since.
  package func policy() throws -> Policy { try read { try $0.policy() } }

  /// Puts an edition of the decisions into force from its day on, for every replica. Taken in again, it
  /// changes nothing; one of the same day replaces what that one said.
  /// - Returns: decisions that are new for that day, that it changed, and that are as they were.
  /// - Throws: `OfficeFault.failed` for an edition without decisions, and for a day up to today
  ///   where anything is recorded already.
  package func importPolicy(_ file: PolicyFile) throws -> ImportCounts {
    guard !file.entries.isEmpty else {
      throw OfficeFault.failed(Message(.policyEmpty, [file.edition]))
    }
    return try write { replica in
      let policy = try replica.policy()
      var counts = ImportCounts()
      var edits: [RecordEdit] = []
      for entry in file.entries {
        let before = policy.history(of: entry.decision).last { $0.from == entry.from }
        if let before, before.isSame(as: entry) {
          counts.unchanged += 1
          continue
        }
        if before == nil { counts.added += 1 } else { counts.changed += 1 }
        edits.append(edit(entry))
      }
      guard !edits.isEmpty else { return counts }
      try mayStillCount(from: file.from, on: replica)
      try publish(edits, in: company, on: replica)
      return counts
    }
  }

  /// Once anything is recorded, an edition begins tomorrow at the earliest: what was recorded is judged by
  /// what was in force, and what is under way today by what it began with.
  private func mayStillCount(from day: CivilDate, on replica: Replica) throws {
    for site in try SiteView.all(in: replica)
    where try day <= LocalTime(now, in: site.zone).date && SiteView(replica, site.scope).hasWork() {
      throw OfficeFault.failed(Message(.policyRecorded, [day.description, site.code]))
    }
  }

  private func edit(_ entry: PolicyEntry) -> RecordEdit {
    RecordEdit(
      .policySetting,
      RecordIdentity.policySetting(company: company, from: entry.from, decision: entry.decision),
      [
        PolicySettingField.decision: .text(entry.decision),
        PolicySettingField.from: .date(entry.from),
        PolicySettingField.values: .text(String(decoding: entry.valuesJSON.text(), as: UTF8.self)),
        PolicySettingField.edition: .text(entry.edition),
        PolicySettingField.source: .text(entry.source),
        PolicySettingField.isAssumed: .flag(entry.isAssumed),
        PolicySettingField.decidedAt: .instant(now),
      ])
  }
}

extension PolicyEntry {
  /// Which rules cite the decision is the program's to know, and no part of what was decided.
  fileprivate func isSame(as other: PolicyEntry) -> Bool {
    edition == other.edition && source == other.source && isAssumed == other.isAssumed
      && values == other.values
  }
}
