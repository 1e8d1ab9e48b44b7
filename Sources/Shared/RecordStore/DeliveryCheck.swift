package import Fingerprint
import SyncProtocol
import VisitModel
import WireFormat

// One number says how far a bundle has come on its way to the office. What else the store knows of it is held
// against that number here, so that one rotten bit cannot keep a visit on the laptop for ever.

/// What a laptop's row says of a bundle's way to the office.
struct DeliveryFacts {
  static let columns = "id, receipt, delivery, ordinal, device, inView"

  let id: [UInt8]
  /// As it is stored: it may be none of ours.
  private let delivery: Int64
  private let hasReceipt: Bool
  private let isReceiptGood: Bool
  /// The office is to have it from here: this device wrote it, or it was brought here to be carried.
  private let isOwed: Bool
  /// The office's feed brought it.
  private let isFed: Bool
  private let isOwn: Bool
  /// As it is stored: 1 for what takes part in the state.
  private let inView: SQLValue

  /// - Parameters:
  ///   - row: begins with `columns`.
  ///   - fed: every bundle in the feeds, by name.
  ///   - own: this laptop's device; nothing where it is not known.
  ///   - office: whose receipts they are; nothing to leave that open.
  init(
    _ row: borrowing SQLRow, fed: Set<[UInt8]>, own: VerifyingKey?, office: VerifyingKey?
  ) throws {
    let name = try row.blob(0)
    let receipt = row.isNull(1) ? nil : try row.blob(1)
    id = name
    delivery = try row.integer(2)
    hasReceipt = receipt != nil
    if let receipt, let office {
      isReceiptGood = Self.isReceipt(receipt, of: name, by: office)
    } else {
      isReceiptGood = true
    }
    isOwn = try row.blob(4) == own?.bytes
    isOwed = try row.integer(3) > 0 || isOwn
    inView = row.value(5)
    isFed = fed.contains(name)
  }

  private static func isReceipt(
    _ receipt: [UInt8], of name: [UInt8], by office: VerifyingKey
  ) -> Bool {
    do { return try ReceiptCodec.open(receipt, office: office).bundle.bytes == name } catch {
      return false
    }
  }

  /// Whether number, receipt and feed can stand together.
  var isConsistent: Bool {
    guard isReceiptGood else { return false }
    return switch Delivery(rawValue: Int(clamping: delivery)) {
    case .none?: !hasReceipt && (isFed || !isOwed)
    case .pending?: isOwed && !hasReceipt
    case .received?, .held?: hasReceipt
    case .unreadable?: isOwed || hasReceipt
    // The feed may bring a bundle whose receipt was lost on the way.
    case .confirmed?: isFed && (isOwed || hasReceipt)
    case nil: false
    }
  }

  /// Whether the bundle takes part in the state; nothing where the row's word is all there is to go by.
  private var mustBeShown: Bool? {
    // What the office admitted, and what was written here and waits for its answer.
    if isFed { return true }
    return switch Delivery(rawValue: Int(clamping: delivery)) {
    case .pending?: isOwn ? true : nil
    case .held?: false
    case .none?, .received?, .unreadable?, .confirmed?, nil: nil
    }
  }

  /// What the row should say, if it says something else.
  var viewToMend: Int64? {
    let shown: SQLValue = .integer(1)
    guard inView == shown || inView == .integer(0) else {
      let delivery = Delivery(rawValue: Int(clamping: delivery))
      return mustBeShown ?? (delivery != .pending && delivery != .unreadable) ? 1 : 0
    }
    guard let mustBeShown, mustBeShown != (inView == shown) else { return nil }
    return mustBeShown ? 1 : 0
  }

  /// Somebody else's that came from the office: nothing to deliver.
  var isOthers: Bool { isFed && !isOwed && !hasReceipt }
}

extension BundleLog {
  /// Every bundle in the feeds, by name.
  func fed() throws -> Set<[UInt8]> {
    Set(try connection.rows("SELECT bundle FROM feed") { try $0.blob(0) })
  }

  /// Makes own bundles pending that are neither answered nor in the feed, whatever their number says:
  /// what the office has already, it knows again.
  ///
  /// Quick: it looks at the rows of one device. Those that are received without a receipt are asked for
  /// by the repair, and the office said of unreadable ones what they are.
  package func sendUnanswered(of device: VerifyingKey) throws {
    let unanswered = try connection.rows(
      "SELECT id FROM bundle WHERE device = ? AND receipt IS NULL AND delivery NOT IN (1, 2, 4) "
        + "ORDER BY storedMs, id", [.blob(device.bytes)]
    ) { try $0.blob(0) }
    if unanswered.isEmpty { return }
    let fed = try fed()
    for id in unanswered where !fed.contains(id) { try sendWithoutAnswer(id) }
  }

  /// Corrects every number that does not fit, and drops receipts that do not hold: such bundles are sent
  /// again, and the office's answer settles what they are.
  package func mendDeliveries(office: VerifyingKey, own: VerifyingKey) throws {
    let fed = try fed()
    var wrong: [DeliveryFacts] = []
    try connection.forEach(
      "SELECT \(DeliveryFacts.columns) FROM bundle ORDER BY storedMs, id", []
    ) { row in
      let facts = try DeliveryFacts(row, fed: fed, own: own, office: office)
      if !facts.isConsistent { wrong.append(facts) }
    }
    for facts in wrong {
      if facts.isOthers {
        try connection.run(
          "UPDATE bundle SET delivery = 0, reason = 0 WHERE id = ?", [.blob(facts.id)])
      } else {
        try sendWithoutAnswer(facts.id)
      }
    }
  }

  private func sendWithoutAnswer(_ id: [UInt8]) throws {
    try connection.run(
      "UPDATE bundle SET delivery = 1, reason = 0, receipt = NULL, "
        + "ordinal = CASE WHEN ordinal > 0 THEN ordinal ELSE ? END WHERE id = ?",
      [.integer(try lastOrdinal() + 1), .blob(id)])
  }
}
