import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// What became of bundles that were brought by hand.
package struct IntakeSummary: Sendable {
  /// Stored, and shown from now on.
  package var shown = 0
  /// Stored, and not shown before the office has spoken.
  package var waiting = 0
  /// Were here already.
  package var known = 0
  package var refused: [Refused] = []

  /// New here, whether shown or not.
  package var new: Int { shown + waiting }

  /// An item that was not taken, or not with all its keys, by its number in the file.
  package struct Refused: Hashable, Sendable {
    package enum Why: Hashable, Sendable {
      case damaged
      /// It stood in the file when that was made, and is not there.
      case missing
      /// Its writer was enrolled by another office, or it is another company's enrolment.
      case otherCompany
      /// A household key beside the item, which itself may have been taken.
      case key
      /// The same, in a damaged part of the file: it may be another than was written.
      case doubtfulKey
    }
    package let first: Int
    package let last: Int
    package let why: Why
    /// What was found wrong, for support.
    package let detail: String
  }
}

/// Takes bundles that were brought by hand: from a stick, a backup, a damaged store. Each is verified
/// by its own signature, stored, and left to be carried to the office, whoever wrote it.
///
/// Which ones are shown at once is a matter of trust in the writer: the office, this laptop, and laptops
/// that an office-signed record enrols, in what they may write. All others wait for the office's answer.
/// Idempotent: what is known is only counted.
struct Intake {
  private struct Item {
    let number: Int
    let bundle: VerifiedBundle
    let keys: [WrappedKey]
    let receipt: [UInt8]?
    let isAgain: Bool
  }

  private let environment: FieldEnvironment
  private let own: OwnEnrolment
  private let isFollowing: Bool
  private(set) var summary = IntakeSummary()
  private var batch: [Item] = []
  private var weight = 0
  /// By enrolments that came along and that this laptop's office signed.
  private var enrolled: [VerifyingKey: AccountID] = [:]
  /// By enrolments that another office signed.
  private var foreign: Set<VerifyingKey> = []
  private var waiting: Set<BundleID> = []

  /// - Parameter isFollowing: what comes is this laptop's own store, put together anew: the scopes of its
  ///   bundles are followed, but for sites from which the office has withdrawn the person.
  init(_ environment: FieldEnvironment, isFollowing: Bool = false) throws {
    self.environment = environment
    self.isFollowing = isFollowing
    own = try environment.database.read { try OwnEnrolment($0) }
  }

  var office: VerifyingKey { own.office.signingKey }

  /// Learns who a laptop belongs to. Stores nothing.
  mutating func learn(enrolment envelope: [UInt8], number: Int) {
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(envelope) } catch {
      return refuse(number, .damaged, "\(error)")
    }
    let header = bundle.bundle.header
    let isOurs = header.device == own.office.signingKey && header.scope == own.office.company
    for person in EnrolledDevice.all(in: bundle) {
      if isOurs { enrolled[person.device] = person.account } else { foreign.insert(person.device) }
    }
    if !isOurs { refuse(number, .otherCompany, header.device.fingerprint) }
  }

  /// Takes one envelope; what has come together is stored now and then. Keys of another scope than
  /// the bundle's, and keys that no text of it names, are left out.
  /// - Parameter isAgain: it was taken before without its keys, and is not counted once more.
  /// - Returns: whether it was taken; otherwise it is among the refused.
  /// - Throws: only for a fault of the store.
  @discardableResult
  mutating func take(
    _ envelope: [UInt8], keys: [WrappedKey] = [], receipt: [UInt8]? = nil, number: Int,
    isAgain: Bool = false
  ) throws -> Bool {
    let bundle: VerifiedBundle
    do { bundle = try Verification.single(envelope) } catch {
      refuse(number, .damaged, "\(error)")
      return false
    }
    let header = bundle.bundle.header
    if foreign.contains(header.device) {
      refuse(number, .otherCompany, header.device.fingerprint)
      return false
    }
    // Nobody signs what is wrapped, so a file could load any number of keys on somebody's bundle.
    let named = bundle.bundle.isReadable ? bundle.bundle.keysNamed : nil
    let fitting = keys.filter {
      $0.household.scope == header.scope && named?.contains($0.id) ?? true
    }
    if fitting.count < keys.count { refuse(number, .key, "\(bundle.id)") }
    batch.append(
      Item(number: number, bundle: bundle, keys: fitting, receipt: receipt, isAgain: isAgain))
    weight += envelope.count
    if batch.count >= 500 || weight >= Bounds.pageBytesMax { try store() }
    return true
  }

  mutating func refuse(
    _ number: Int, through last: Int? = nil, _ why: IntakeSummary.Refused.Why, _ detail: String
  ) {
    summary.refused.append(.init(first: number, last: last ?? number, why: why, detail: detail))
  }

  /// Stores what is left, and looks again at what waited for its writer's enrolment.
  mutating func finish() throws {
    try store()
    let database = environment.database
    let shown = try database.write { connection -> Set<BundleID> in
      let replica = Replica(connection)
      if isFollowing { try leaveWithdrawnSites(replica) }
      var shown: Set<BundleID> = []
      for logged in try replica.log.waiting() {
        let bundle = try Stored.bundle(logged.envelope)
        guard try admission(of: bundle, nil, replica).inView else { continue }
        try replica.admit(bundle, isLate: false)
        shown.insert(logged.id)
      }
      return shown
    }
    summary.shown += shown.intersection(waiting).count
    summary.waiting = waiting.subtracting(shown).count
  }

  /// One transaction for many bundles, so that one sync to disk covers them.
  private mutating func store() throws {
    if batch.isEmpty { return }
    let items = batch
    batch = []
    weight = 0
    let now = environment.clock().now
    var shown = 0
    var known = 0
    var aside: Set<BundleID> = []
    try environment.database.write { connection in
      let replica = Replica(connection)
      let keys = OutgoingKeys(connection)
      if isFollowing {
        for scope in Set(items.map(\.bundle.bundle.header.scope)) { try replica.follow(scope) }
      }
      for item in items {
        let receipt = receipt(item)
        let admission = try admission(of: item.bundle, receipt, replica)
        let isNew = try replica.store(
          item.bundle, admission, at: now, receipt: receipt == nil ? nil : item.receipt)
        let present = try keys.keys(with: item.bundle.id)
        let isBare = !item.keys.isEmpty && present.isEmpty
        let room = max(0, Bounds.bundleKeysMax - present.count)
        for key in item.keys.filter({ !present.contains($0) }).prefix(room) {
          try keys.carry(key, with: item.bundle.id)
        }
        if !isNew {
          if !item.isAgain { known += 1 }
          // It went to the office without its keys, which would never ask for them.
          if isBare { try replica.log.sendAgain(item.bundle.id) }
        } else if admission.inView {
          shown += 1
        } else {
          aside.insert(item.bundle.id)
        }
      }
    }
    summary.shown += shown
    summary.known += known
    waiting.formUnion(aside)
    summary.waiting = waiting.count
  }

  private func leaveWithdrawnSites(_ replica: Replica) throws {
    for head in try replica.feed.heads() where head.isFollowed {
      let assignment = RecordKey(
        scope: own.office.company, type: .assignment,
        id: RecordIdentity.assignment(account: own.account, site: head.scope))
      guard let state = try replica.records.state(of: assignment), !state.isStanding else {
        continue
      }
      try replica.unfollow(head.scope)
    }
  }

  /// The office's word on a bundle, if it came along and is genuine.
  private func receipt(_ item: Item) -> Receipt? {
    guard let bytes = item.receipt else { return nil }
    do {
      let receipt = try ReceiptCodec.open(bytes, office: own.office.signingKey)
      return receipt.bundle == item.bundle.id ? receipt : nil
    } catch { return nil }
  }

  private func admission(
    of bundle: VerifiedBundle, _ receipt: Receipt?, _ replica: Replica
  ) throws -> Admission {
    let header = bundle.bundle.header
    let isFollowed = try replica.feed.head(header.scope)?.isFollowed ?? false
    // Nobody gives receipts for the office's own; the feed brings them.
    if header.device == own.office.signingKey { return Admission(inView: isFollowed) }
    let isOwn = header.device == own.device
    if let receipt {
      return receipt.outcome == .held
        ? Admission(inView: false, delivery: .held, reason: receipt.reason)
        : Admission(inView: isOwn || isFollowed, delivery: .received)
    }
    if isOwn { return Admission(inView: true, delivery: .pending) }
    return Admission(
      inView: try isFollowed && isTraced(bundle.bundle, replica), delivery: .pending)
  }

  /// Whether an office-signed record enrols the writer, for this account and not for a past that ended,
  /// and the bundle holds nothing that only the office writes.
  private func isTraced(_ bundle: Bundle, _ replica: Replica) throws -> Bool {
    let header = bundle.header
    guard bundle.isReadable, header.scope != own.office.company,
      !bundle.changes.contains(where: { RecordType.writtenByOfficeOnly.contains($0.type) })
    else { return false }
    let name = RecordKey(
      scope: own.office.company, type: .device,
      id: RecordIdentity.device(header.device.bytes))
    guard let device = try replica.records.state(of: name) else {
      return enrolled[header.device] == header.account
    }
    let account: AccountID? = device.reference(DeviceField.account).map { $0.id.named() }
    return device.instant(DeviceField.revokedAt) == nil && account == header.account
  }
}
