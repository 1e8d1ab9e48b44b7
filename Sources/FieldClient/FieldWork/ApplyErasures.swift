import Fingerprint
import RecordStore
import VisitModel

extension EnrolledLaptop {
  /// Destroys every key that an order of the office names: what it opened is unreadable here from now on.
  /// Works while the vault is locked. Idempotent; nothing of the log changes.
  /// - Returns: how many keys went.
  @discardableResult
  func applyErasures() throws -> Int {
    let ordered = try read { replica in
      Set(
        try replica.feed.heads().flatMap { try replica.erasureOrders(in: $0.scope) }
          .flatMap(\.keys))
    }
    if ordered.isEmpty { return 0 }
    let (here, gone) = try environment.keyDatabase.read { connection in
      (
        try ordered.filter { try KeyTable.holds($0, connection) },
        Set(try KeyTable.erasedIDs(connection))
      )
    }
    let new = ordered.subtracting(gone)
    if new.isEmpty, here.isEmpty { return 0 }
    // A copy on its way to the office goes first: a crash in between leaves the key, and the next sync
    // comes back to it.
    try write { try OutgoingKeys($0.connection).drop(ordered) }
    try environment.keyDatabase.write { try KeyTable.erase(new.union(here), $0) }
    try environment.database.forget()
    try environment.keyDatabase.forget()
    return here.count
  }

  /// Drops the keys of sites that this person has left, once the office has everything that was written
  /// there: no order to destroy one of them would reach this laptop any more. Wraps stay, which only the
  /// office opens. Who comes back gets the keys that are left by then. Idempotent.
  func forgetLeftScopes() throws {
    let (left, waiting) = try read { replica in
      (
        try replica.feed.heads().filter { !$0.isFollowed }.map(\.scope),
        try replica.log.undeliveredScopes()
      )
    }
    for scope in left where !waiting.contains(scope) {
      // The cursor first: a crash in between leaves keys that the next sync drops.
      try write { replica in
        var head = try replica.feed.lock(scope)
        if head.keyCursor == 0 { return }
        head.keyCursor = 0
        try replica.feed.store(head)
      }
      if try environment.keyDatabase.write({ try KeyTable.forget(scope, $0) }) > 0 {
        try environment.keyDatabase.forget()
      }
    }
  }
}
