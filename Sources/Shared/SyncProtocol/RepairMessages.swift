package import ConflictFreeRecords
package import Fingerprint
package import VisitModel

/// All ids a laptop holds of a scope between two ids, both included.
package struct HaveRequest: Hashable, Sendable {
  package let scope: ScopeID
  package let low: BundleID
  package let high: BundleID
  /// Ascending, at most `Bounds.haveIdentifiersMax`.
  package let ids: [BundleID]

  package init(scope: ScopeID, low: BundleID, high: BundleID, ids: [BundleID]) {
    self.scope = scope
    self.low = low
    self.high = high
    self.ids = ids
  }
}

package struct HaveResponse: Hashable, Sendable {
  /// Held by the laptop and not by the office, or there without a household key: to be sent again,
  /// whoever wrote them.
  package var wanted: [BundleID]
  /// Held by the office and not by the laptop: the feed brings them.
  package var lacking: [BundleID]
  package var challenge: [UInt8]
  package var again: Bool
  /// The scope is not the device's: nothing is said of what is held.
  package var refused: Bool

  package init(
    wanted: [BundleID] = [], lacking: [BundleID] = [], challenge: [UInt8], again: Bool = false,
    refused: Bool = false
  ) {
    self.wanted = wanted
    self.lacking = lacking
    self.challenge = challenge
    self.again = again
    self.refused = refused
  }
}

package struct KeyCursor: Hashable, Sendable {
  package let scope: ScopeID
  package let after: UInt64

  package init(scope: ScopeID, after: UInt64) {
    self.scope = scope
    self.after = after
  }
}

package struct KeysResponse: Hashable, Sendable {
  package var pages: [KeyPage]
  package var challenge: [UInt8]
  package var again: Bool

  package init(pages: [KeyPage] = [], challenge: [UInt8], again: Bool = false) {
    self.pages = pages
    self.challenge = challenge
    self.again = again
  }
}

package struct KeyPage: Hashable, Sendable {
  package let scope: ScopeID
  /// HPKE to the device; opens to a list of `HouseholdKey`.
  package let sealed: [UInt8]
  package let next: UInt64
  package let more: Bool
  package let refused: Bool

  package init(scope: ScopeID, sealed: [UInt8], next: UInt64, more: Bool, refused: Bool) {
    self.scope = scope
    self.sealed = sealed
    self.next = next
    self.more = more
    self.refused = refused
  }
}

/// A household's data key for one calendar year and retention class, in clear: in memory only.
package struct HouseholdKey: Hashable, Sendable {
  package let id: DataKeyID
  package let household: RecordID
  package let year: Int
  package let retentionClass: Int
  package let key: DataKey

  package init(
    id: DataKeyID, household: RecordID, year: Int, retentionClass: Int, key: DataKey
  ) {
    self.id = id
    self.household = household
    self.year = year
    self.retentionClass = retentionClass
    self.key = key
  }
}

/// Who the office is: what a one-time code's fingerprint is checked against.
package struct OfficeIdentity: Hashable, Sendable {
  package let signingKey: VerifyingKey
  package let sealingKey: SealingPublicKey
  package let company: ScopeID
  package let name: String

  package init(
    signingKey: VerifyingKey, sealingKey: SealingPublicKey, company: ScopeID, name: String
  ) {
    self.signingKey = signingKey
    self.sealingKey = sealingKey
    self.company = company
    self.name = name
  }
}

/// What a laptop shows, sealed to the office, to be enrolled.
package struct EnrolSecret: Hashable, Sendable {
  package let secret: [UInt8]
  package let device: VerifyingKey
  package let sealingKey: SealingPublicKey
  /// By the device key over the secret and both public keys.
  package let possession: [UInt8]
  package let laptop: String
  package let program: String

  package init(
    secret: [UInt8], device: VerifyingKey, sealingKey: SealingPublicKey, possession: [UInt8],
    laptop: String, program: String
  ) {
    self.secret = secret
    self.device = device
    self.sealingKey = sealingKey
    self.possession = possession
    self.laptop = laptop
    self.program = program
  }

  /// What `possession` signs.
  package static func possessionMessage(
    secret: [UInt8], device: VerifyingKey, sealingKey: SealingPublicKey
  ) -> [UInt8] {
    Digest(domain: "rounds enrolment possession v1", secret, device.bytes, sealingKey.bytes).bytes
  }
}

/// Why a code did not enrol a laptop.
package enum EnrolRefusal: Int, CodeSet {
  case none = 0, unknownCode, expired, used, triesExhausted, wrongSecret, badRequest
}

package struct EnrolResponse: Hashable, Sendable {
  package enum Outcome: Int, CodeSet { case identity = 0, enrolled, refused }

  package var office: OfficeIdentity
  package var outcome: Outcome
  package var refusal: EnrolRefusal
  /// The office-signed envelope, empty unless enrolled.
  package var enrolment: [UInt8]
  package var account: AccountID?
  package var follow: [ScopeID]
  package var challenge: [UInt8]

  package init(
    office: OfficeIdentity, outcome: Outcome, refusal: EnrolRefusal = .none,
    enrolment: [UInt8] = [], account: AccountID? = nil, follow: [ScopeID] = [],
    challenge: [UInt8] = []
  ) {
    self.office = office
    self.outcome = outcome
    self.refusal = refusal
    self.enrolment = enrolment
    self.account = account
    self.follow = follow
    self.challenge = challenge
  }
}
