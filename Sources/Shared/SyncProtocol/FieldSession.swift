package import ConflictFreeRecords
import Fingerprint
package import VisitModel

/// The laptop's half of the exchange: facts in, orders out. It holds no bytes of the log, does no
/// I/O and can be thrown away at any step; whatever the store holds then is enough to start again.
///
/// The caller performs an order and reports what came of it. Storing a page and moving its cursor is
/// one transaction of the caller's, done before the page is reported here.
package struct FieldSession: Sendable {
  package enum Order: Hashable, Sendable {
    /// Post the next page: cursors of `scopes`, and pending bundles from the store, oldest first.
    case exchange(scopes: [ScopeID])
    /// Offer every id held of the scope, page by page from `from`.
    case offer(scope: ScopeID, from: BundleID)
    /// Send these bundles again although they have receipts.
    case resend([BundleID])
    /// Take the scope's feed from 0 again: everything the office wanted of it was answered. `epoch` is
    /// that of the page which asked for the offer; the cursor keeps it, so that an office restored
    /// before the next page is noticed.
    case restart(scope: ScopeID, epoch: Epoch)
    case finish(Outcome)
  }

  package struct Outcome: Hashable, Sendable {
    /// Every followed scope: digest equal at the cursor, nothing more to take, nothing to send.
    package let isInSync: Bool
    /// Scopes the office no longer lets this device follow.
    package let lost: [ScopeID]
    package let exchanges: Int
  }

  /// What the store says after the last order was performed.
  package struct Facts: Hashable, Sendable {
    package var followed: [ScopeID]
    /// Own bundles without a receipt.
    package var pending: Int
    /// Scopes whose digest at the cursor equals the office's for that position.
    package var equal: Set<ScopeID>
    /// Scopes with own bundles that have a receipt and were not met in the feed: once the feed is
    /// taken to its end, the office has lost them.
    package var unconfirmed: Set<ScopeID>

    package init(
      followed: [ScopeID], pending: Int, equal: Set<ScopeID>, unconfirmed: Set<ScopeID> = []
    ) {
      self.followed = followed
      self.pending = pending
      self.equal = equal
      self.unconfirmed = unconfirmed
    }
  }

  private var exchanges = 0
  private var again = 0
  private var unfinished: Set<ScopeID> = []
  private var answered: Set<ScopeID> = []
  private var lost: Set<ScopeID> = []
  /// Scopes whose bundles must be offered, the first being worked on.
  private var repairs: [Repair] = []
  private var repaired: [ScopeID: Int] = [:]
  private var wanted: [BundleID] = []
  private var lastPending = Int.max

  private struct Repair {
    let scope: ScopeID
    /// Of the last page that the office answered for the scope.
    let epoch: Epoch
  }

  /// Of the newest page of each scope.
  private var epochs: [ScopeID: Epoch] = [:]

  package init() {}

  package mutating func begin(_ facts: Facts) -> Order {
    lastPending = facts.pending
    return .exchange(scopes: facts.followed)
  }

  /// An answer arrived, and its results and pages are stored.
  package mutating func answered(_ response: SyncResponse, _ facts: Facts) -> Order {
    exchanges += 1
    if response.again {
      again += 1
      // A challenge refused again and again is a server that does not know its own word.
      if again > 3 { return finish(facts) }
      return .exchange(scopes: facts.followed)
    }
    again = 0
    for page in response.pages {
      answered.insert(page.scope)
      epochs[page.scope] = page.epoch
      switch page.standing {
      case .inStep:
        lost.remove(page.scope)
        if page.more { unfinished.insert(page.scope) } else { unfinished.remove(page.scope) }
      case .offerAll:
        lost.remove(page.scope)
        unfinished.insert(page.scope)
        if !repairs.contains(where: { $0.scope == page.scope }) {
          repairs.append(Repair(scope: page.scope, epoch: page.epoch))
        }
      case .notYours:
        unfinished.remove(page.scope)
        lost.insert(page.scope)
      }
    }
    return next(facts)
  }

  /// One page of an offer was answered; `following` is the first id of the next page, if any.
  ///
  /// What the office wants is sent before the cursor is touched: a sync that ends in between finds
  /// the same mismatch again, and offers again.
  package mutating func offered(
    _ scope: ScopeID, wanted ids: [BundleID], following: BundleID?, _ facts: Facts
  ) -> Order {
    wanted.append(contentsOf: ids)
    if let following { return .offer(scope: scope, from: following) }
    return wanted.isEmpty ? restart(facts) : .resend(wanted)
  }

  /// The office does not take the offer, because the scope is not this device's any more: what was offered before
  /// this one can have told a restored office so. The caller gives the cursor an epoch that no office has, by which a
  /// scope that was left shows that the office lacks something of it; the next page says that it is left.
  package mutating func refused(_ scope: ScopeID, _ facts: Facts) -> Order {
    wanted = []
    repairs.removeAll { $0.scope == scope }
    repaired[scope, default: 0] += 1
    unfinished.insert(scope)
    return next(facts)
  }

  /// Wanted bundles were sent again and answered.
  package mutating func resent(_ facts: Facts) -> Order {
    wanted = []
    return restart(facts)
  }

  private mutating func restart(_ facts: Facts) -> Order {
    guard let repair = repairs.first else { return next(facts) }
    return .restart(scope: repair.scope, epoch: repair.epoch)
  }

  /// A restart was stored.
  package mutating func restarted(_ scope: ScopeID, _ facts: Facts) -> Order {
    repairs.removeAll { $0.scope == scope }
    repaired[scope, default: 0] += 1
    unfinished.insert(scope)
    return next(facts)
  }

  private mutating func next(_ facts: Facts) -> Order {
    // A digest that still differs after two full offers is a fault to report, not to chase.
    for repair in repairs where repaired[repair.scope, default: 0] >= 2 {
      unfinished.remove(repair.scope)
    }
    repairs.removeAll { repaired[$0.scope, default: 0] >= 2 }
    if let repair = repairs.first { return .offer(scope: repair.scope, from: .zero) }
    let unasked = facts.followed.filter { !answered.contains($0) && !lost.contains($0) }
    let open = facts.followed.filter { unfinished.contains($0) }
    let isSending = facts.pending > 0 && facts.pending < lastPending
    lastPending = facts.pending
    if !unasked.isEmpty || !open.isEmpty || isSending {
      return .exchange(scopes: facts.followed)
    }
    repairs = facts.followed.filter {
      facts.unconfirmed.contains($0) && !lost.contains($0) && repaired[$0] == nil
    }.compactMap { scope in epochs[scope].map { Repair(scope: scope, epoch: $0) } }
    if let repair = repairs.first { return .offer(scope: repair.scope, from: .zero) }
    return finish(facts)
  }

  private func finish(_ facts: Facts) -> Order {
    let followed = facts.followed.filter { !lost.contains($0) }
    let isInSync =
      facts.pending == 0 && unfinished.isEmpty && !followed.isEmpty
      && followed.allSatisfy {
        answered.contains($0) && facts.equal.contains($0) && !facts.unconfirmed.contains($0)
      }
    return .finish(
      Outcome(isInSync: isInSync, lost: lost.sorted(), exchanges: exchanges))
  }
}
