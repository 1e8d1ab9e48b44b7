package import ConflictFreeRecords
import RecordCatalogue
package import Sampling
package import VisitModel

/// One step in what was decided about a visit of a duplicate case, as somebody wrote it.
package struct SettlementStep: Hashable, Sendable {
  package enum Act: Hashable, Sendable {
    case decided(MemberDecision, reason: String)
    case takenBack
  }

  package let visit: RecordID
  package let act: Act
  package let account: AccountID
  package let at: Instant
}

extension SiteView {
  /// Every decision about a visit and everything that took one back, the oldest first; also those that another
  /// replaced.
  package func settlementHistory(of visit: RecordID) throws -> [SettlementStep] {
    let record = key(.settlement, RecordIdentity.settlement(visit: visit))
    guard let state = try replica.records.state(of: record) else { return [] }
    return try replica.records.changes(of: state)
      .compactMap { change in try step(change, about: visit).map { ($0, change.id) } }
      .sorted { ($0.0.at, $0.1) < ($1.0.at, $1.1) }.map(\.0)
  }

  /// - Returns: nothing for a change of which nothing became.
  private func step(_ change: PlacedChange, about visit: RecordID) throws -> SettlementStep? {
    func value(_ field: UInt32) -> Value? { change.fields.first { $0.number == field }?.value }
    guard let logged = try replica.log.bundle(change.id.bundle) else {
      throw StoreFault.damaged("a record names a bundle that the log lacks")
    }
    var account = try Authorship.account(of: logged)
    if case .reference(let named)? = value(SettlementField.account) { account = named.id.named() }
    if case .code(SettlementKind.setNumber, let number)? = value(SettlementField.kind),
      let kind = SettlementKind(rawValue: Int(number)),
      case .reference(let against)? = value(SettlementField.against)
    {
      var (reason, at) = ("", change.claimedAt)
      if case .text(let text)? = value(SettlementField.reason) { reason = text }
      if case .instant(let instant)? = value(SettlementField.decidedAt) { at = instant }
      return SettlementStep(
        visit: visit,
        act: .decided(MemberDecision(against: against.id, kind: kind), reason: reason),
        account: account, at: at)
    }
    guard case .instant(let at)? = value(SettlementField.withdrawnAt),
      at.millisecondsSince1970 != 0
    else { return nil }
    return SettlementStep(visit: visit, act: .takenBack, account: account, at: at)
  }

  package func settlementKey(of visit: RecordID) -> RecordKey {
    key(.settlement, RecordIdentity.settlement(visit: visit))
  }
}
