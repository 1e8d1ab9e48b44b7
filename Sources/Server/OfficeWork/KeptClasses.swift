import CommunicationPolicy
import ConflictFreeRecords
package import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// What is kept of one class, in numbers.
package struct KeptClass: Hashable, Sendable {
  /// Nothing for the originals of notices, which lie on paper (R2-12).
  package let retentionClass: RetentionClass?
  /// Keys; of the originals, how many there are.
  package let count: Int
  /// Nothing where nothing has a period.
  package let earliestEnd: CivilDate?
  /// Whose period is over today, held back or not.
  package let over: Int
  package let heldBack: Int

  /// As it is called in JSON.
  package var name: String { retentionClass?.name ?? "originals" }
}

extension Office {
  /// What is kept, by class: the roster, which has no period, visits, minutes, petitions that have ended,
  /// and originals on paper.
  /// - Parameter texts: where the caller has them (`keptTexts`).
  package func keptClasses(
    _ texts: [KeptTexts]? = nil, on replica: Replica
  ) throws -> [KeptClass] {
    let today = LocalTime(now, in: environment.zone).date
    let kept = try texts ?? keptTexts(on: replica)
    let keys = try environment.keyDatabase.read { try KeyTable.entries($0) }
    var classes = [
      KeptClass(
        retentionClass: .roster,
        count: keys.count { $0.retentionClass == RetentionClass.roster.rawValue },
        earliestEnd: nil, over: 0, heldBack: 0)
    ]
    for one in [RetentionClass.visit, .minutes, .petition] {
      let own = kept.filter { $0.retentionClass == one }
      classes.append(
        KeptClass(
          retentionClass: one, count: own.count, earliestEnd: own.map(\.keptUntil).min(),
          over: own.count { RetentionRules.isOver($0.keptUntil, on: today) },
          heldBack: own.count { $0.isHeld }))
    }
    let originals = try originalEnds(on: replica)
    classes.append(
      KeptClass(
        retentionClass: nil, count: originals.count, earliestEnd: originals.min(),
        over: originals.count { RetentionRules.isOver($0, on: today) }, heldBack: 0))
    return classes
  }

  /// Through which day each original of a notice is kept.
  private func originalEnds(on replica: Replica) throws -> [CivilDate] {
    let policy = try replica.policy()
    var ends: [CivilDate] = []
    for scope in try replica.records.scopes(holding: .notice) {
      for notice in try notices(of: scope, on: replica) where notice.text.form.isWritten {
        guard let issued = notice.issued else { continue }
        let settings = policy.settings(on: LocalTime(notice.madeAt, in: notice.zone).date)
        let day = LocalTime(issued.at, in: notice.zone).date
        ends.append(RetentionRules.original(issuedOn: day, settings))
      }
    }
    return ends
  }

  /// The texts of the meeting or household that an id, or its first 6 or more digits, names.
  /// - Throws: `OfficeFault.failed` where nothing of it is kept, `.wrongUsage` where it fits several.
  package func keptTexts(named text: String, on replica: Replica) throws -> KeptTexts {
    let wanted = Array(text.lowercased().utf8)
    let found = try keptTexts(on: replica).filter {
      wanted.count >= 6 && $0.owner.description.utf8.starts(with: wanted)
    }
    guard let first = found.first else {
      throw OfficeFault.failed(Message(.retentionNothingKept))
    }
    guard found.allSatisfy({ $0.owner == first.owner && $0.scope == first.scope }) else {
      throw OfficeFault.wrongUsage(Message(.idNotUnique, [text]))
    }
    return first
  }
}
