import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

/// Messages of the exchange with something in every field.
enum MessageSamples {
  static let epoch = Epoch(high: 0xE0, low: 1)
  static let otherSite = ScopeID(high: 0x51, low: 2)
  static let challenge = [UInt8](repeating: 0xCC, count: 40)

  static let digestOfTwo = SetDigest([digest(1), digest(2)])

  static let syncRequest = SyncRequest(
    scopes: [
      ScopeCursor(scope: site, epoch: epoch, position: .max, digest: digestOfTwo),
      .start(of: otherSite),
    ],
    bundles: [
      PushedBundle(
        envelope: [1, 2, 3],
        keys: [
          WrappedKey(
            id: DataKeyID(high: 1, low: 2),
            household: RecordKey(scope: site, type: RecordType(4), id: recordID(7)), year: 2026,
            retentionClass: 2, sealed: Array(repeating: 5, count: 80))
        ]),
      PushedBundle(envelope: [], keys: []),
    ],
    program: "rounds/1.0", pageBytesMax: Bounds.pageBytesMax, language: "zh-Hant",
    receipted: digest(8))

  static let syncResponse = SyncResponse(
    epoch: epoch,
    results: BundleOutcome.allCases.map { outcome in
      BundleResult(
        bundle: digest(UInt8(outcome.rawValue)), outcome: outcome, reason: .siteNotAssigned,
        sentence: "為甚麼", receipt: [9, 8, 7])
    },
    pages: Standing.allCases.map { standing in
      ScopePage(
        scope: site, epoch: epoch, standing: standing,
        items: [FeedItem(position: 1, envelope: [1]), FeedItem(position: 2, envelope: [2, 2])],
        next: 2, more: standing == .inStep, digest: digestOfTwo, keyHead: 17)
    },
    serverTime: Instant(millisecondsSince1970: -1), lowestProgram: "0.9",
    follow: [site, otherSite], challenge: challenge, again: true)

  static let haveRequest = HaveRequest(
    scope: site, low: .zero, high: digest(9), ids: [digest(1), digest(2), digest(3)])

  static let haveResponse = HaveResponse(
    wanted: [digest(4)], lacking: [digest(5), digest(6)], challenge: challenge, again: true,
    refused: true)

  static let keyCursors = [
    KeyCursor(scope: site, after: 0), KeyCursor(scope: otherSite, after: .max),
  ]

  static let keysResponse = KeysResponse(
    pages: [
      KeyPage(scope: site, sealed: [1, 2], next: 5, more: true, refused: false),
      KeyPage(scope: otherSite, sealed: [], next: 0, more: false, refused: true),
    ], challenge: challenge, again: true)

  static func keyList() throws -> [HouseholdKey] {
    try (1...3).map { number in
      HouseholdKey(
        id: DataKeyID(high: 0, low: UInt64(number)), household: recordID(UInt64(number)),
        year: 2026, retentionClass: 1,
        key: try #require(DataKey(bytes: Array(repeating: UInt8(number), count: 32))))
    }
  }

  static func sealingKey(_ number: UInt8) throws -> SealingPublicKey {
    try #require(SealingKey(seed: Array(repeating: number, count: 32))).publicKey
  }

  static func enrolSecret() throws -> EnrolSecret {
    EnrolSecret(
      secret: Array(repeating: 1, count: 16), device: try signingKey(1).verifyingKey,
      sealingKey: try sealingKey(2), possession: Array(repeating: 3, count: 64),
      laptop: "前台 2", program: "rounds/1.0")
  }

  static func enrolResponse(
    _ outcome: EnrolResponse.Outcome, account: AccountID? = nil
  ) throws -> EnrolResponse {
    EnrolResponse(
      office: OfficeIdentity(
        signingKey: try signingKey(8).verifyingKey, sealingKey: try sealingKey(9), company: site,
        name: "公司"),
      outcome: outcome, refusal: .expired, enrolment: [1, 2, 3], account: account,
      follow: [site, otherSite], challenge: challenge)
  }

  static let receipt = Receipt(
    bundle: digest(1), scope: site, epoch: epoch,
    receivedAt: Instant(millisecondsSince1970: 1_790_000_000_123), outcome: .held,
    reason: .roleMayNotWrite)
}
