package import ConflictFreeRecords
package import VisitModel

/// The version of the exchange that this program speaks.
package enum ProtocolVersion {
  package static let current: UInt32 = 1
}

/// Names one life of a database; a new one is drawn after every restore.
package typealias Epoch = Identifier<EpochTag>
package enum EpochTag {}

extension Identifier where Thing == EpochTag {
  /// Names no life of any office, because epochs are random: a cursor with it fits none, so that what is held of its
  /// scope is offered, or sent, again.
  package static var ofNoOffice: Epoch { Epoch(high: 0, low: 0) }
}

/// How far a laptop has taken a scope's feed, and what it holds up to there.
package struct ScopeCursor: Hashable, Sendable {
  package var scope: ScopeID
  /// Nothing at first contact.
  package var epoch: Epoch?
  /// Position of the last row taken; 0 before the first.
  package var position: UInt64
  /// Of the feed's bundles up to `position`.
  package var digest: SetDigest

  package init(scope: ScopeID, epoch: Epoch?, position: UInt64, digest: SetDigest) {
    self.scope = scope
    self.epoch = epoch
    self.position = position
    self.digest = digest
  }

  package static func start(of scope: ScopeID) -> ScopeCursor {
    ScopeCursor(scope: scope, epoch: nil, position: 0, digest: .empty)
  }
}

/// A household key as the laptop that made it hands it to the office.
package struct WrappedKey: Hashable, Sendable {
  package let id: DataKeyID
  package let household: RecordKey
  package let year: Int
  package let retentionClass: Int
  /// HPKE to the office's sealing key.
  package let sealed: [UInt8]

  package init(
    id: DataKeyID, household: RecordKey, year: Int, retentionClass: Int, sealed: [UInt8]
  ) {
    self.id = id
    self.household = household
    self.year = year
    self.retentionClass = retentionClass
    self.sealed = sealed
  }
}

/// One bundle on its way to the office, with the keys that must be kept together with it.
package struct PushedBundle: Hashable, Sendable {
  package let envelope: [UInt8]
  package let keys: [WrappedKey]

  package init(envelope: [UInt8], keys: [WrappedKey]) {
    self.envelope = envelope
    self.keys = keys
  }
}

/// One page of the exchange, laptop to office.
package struct SyncRequest: Hashable, Sendable {
  package var version: UInt32
  package var scopes: [ScopeCursor]
  package var bundles: [PushedBundle]
  package var program: String
  package var pageBytesMax: Int
  /// In which a person reads why a bundle is held.
  package var language: String
  /// Of the newest receipt that the laptop has: an office that does not know the bundle was put back to an earlier
  /// moment, whatever came to it since.
  package var receipted: BundleID?

  package init(
    version: UInt32 = ProtocolVersion.current, scopes: [ScopeCursor], bundles: [PushedBundle],
    program: String, pageBytesMax: Int = Bounds.pageBytesMax, language: String,
    receipted: BundleID? = nil
  ) {
    self.version = version
    self.scopes = scopes
    self.bundles = bundles
    self.program = program
    self.pageBytesMax = pageBytesMax
    self.language = language
    self.receipted = receipted
  }
}

/// What became of a bundle at the office.
package enum BundleOutcome: Int, CodeSet {
  case stored = 1, alreadyKnown, held, unreadable
}

/// Why a bundle waits for an administrator, or could not be read.
package enum HoldReason: Int, CodeSet {
  case none = 0, deviceRevoked, roleMayNotWrite, siteNotAssigned, programTooOld, unknownKey
  case malformed, badSignature, tooLarge, wrongCompany, keyMissing
}

/// The office's signed word that it has a bundle on disk.
package struct Receipt: Hashable, Sendable {
  package let bundle: BundleID
  package let scope: ScopeID
  package let epoch: Epoch
  package let receivedAt: Instant
  /// As first answered: stored or held.
  package let outcome: BundleOutcome
  package let reason: HoldReason

  package init(
    bundle: BundleID, scope: ScopeID, epoch: Epoch, receivedAt: Instant, outcome: BundleOutcome,
    reason: HoldReason
  ) {
    self.bundle = bundle
    self.scope = scope
    self.epoch = epoch
    self.receivedAt = receivedAt
    self.outcome = outcome
    self.reason = reason
  }
}

package struct BundleResult: Hashable, Sendable {
  package let bundle: BundleID
  package let outcome: BundleOutcome
  package let reason: HoldReason
  package let sentence: String
  /// The signed receipt's bytes, the same at every repetition; empty when unreadable.
  package let receipt: [UInt8]

  package init(
    bundle: BundleID, outcome: BundleOutcome, reason: HoldReason, sentence: String,
    receipt: [UInt8]
  ) {
    self.bundle = bundle
    self.outcome = outcome
    self.reason = reason
    self.sentence = sentence
    self.receipt = receipt
  }
}

/// How the laptop stands to a scope's feed.
package enum Standing: Int, CodeSet {
  /// Epoch, position and digest agree; the page continues from the cursor.
  case inStep = 1
  /// They do not: offer all ids held, then start again at 0.
  case offerAll
  /// The scope is not this device's to follow.
  case notYours
}

package struct FeedItem: Hashable, Sendable {
  package let position: UInt64
  package let envelope: [UInt8]

  package init(position: UInt64, envelope: [UInt8]) {
    self.position = position
    self.envelope = envelope
  }
}

package struct ScopePage: Hashable, Sendable {
  package let scope: ScopeID
  package let epoch: Epoch
  package let standing: Standing
  /// Ascending by position, without gaps after the cursor.
  package let items: [FeedItem]
  package let next: UInt64
  package let more: Bool
  /// Of the feed up to `next`.
  package let digest: SetDigest
  /// Sequence of the scope's newest household key; a laptop asks for keys when it has another.
  package let keyHead: UInt64

  package init(
    scope: ScopeID, epoch: Epoch, standing: Standing, items: [FeedItem], next: UInt64, more: Bool,
    digest: SetDigest, keyHead: UInt64 = 0
  ) {
    self.scope = scope
    self.epoch = epoch
    self.standing = standing
    self.items = items
    self.next = next
    self.more = more
    self.digest = digest
    self.keyHead = keyHead
  }
}

/// One page of the exchange, office to laptop.
package struct SyncResponse: Hashable, Sendable {
  package var epoch: Epoch
  package var results: [BundleResult]
  package var pages: [ScopePage]
  package var serverTime: Instant
  package var lowestProgram: String
  package var follow: [ScopeID]
  package var challenge: [UInt8]
  /// Nothing was done; the request is to be repeated with the new challenge.
  package var again: Bool

  package init(
    epoch: Epoch, results: [BundleResult] = [], pages: [ScopePage] = [], serverTime: Instant,
    lowestProgram: String, follow: [ScopeID] = [], challenge: [UInt8], again: Bool = false
  ) {
    self.epoch = epoch
    self.results = results
    self.pages = pages
    self.serverTime = serverTime
    self.lowestProgram = lowestProgram
    self.follow = follow
    self.challenge = challenge
    self.again = again
  }
}
