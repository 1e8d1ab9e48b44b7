import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import VisitModel
import WireFormat

/// What a store says of whose laptop it is, held against what proves it: the enrolment that the office
/// signed, which lies in the log too, and the company's record.
struct EnrolmentFacts {
  /// Facts without which a machine is nobody's laptop, and how many bytes each has, where that is fixed.
  private static let needed: [(name: String, byteCount: Int?)] = [
    ("office.signingKey", 32), ("office.sealingKey", 32), ("office.company", 16),
    ("office.name", nil), ("account", 16), ("url", nil), ("enrolment", nil),
  ]
  /// Which device was enrolled: an earlier program did not note it.
  private static let device = "device"

  private let kept: [String: [UInt8]]
  /// What stands fixed, whatever is kept.
  private let proven: [String: [UInt8]]
  private let holdsBundles: Bool

  /// - Parameter key: the device that the key file says it is. It decides only where the enrolment itself
  ///   is gone: a foreign key file makes no other laptop of this one.
  init(_ connection: any SQLConnection, key: VerifyingKey?) throws {
    var kept: [String: [UInt8]] = [:]
    for name in Self.needed.map({ $0.name }) + [Self.device] {
      kept[name] = try Meta.bytes(name, connection)
    }
    self.kept = kept
    holdsBundles = try connection.first("SELECT 1 FROM bundle LIMIT 1") { _ in true } ?? false
    proven = try Self.proof(kept, key, connection)
  }

  /// Whether anything here tells that the machine was enrolled.
  var isEnrolled: Bool { !kept.isEmpty || holdsBundles }

  /// Names of the facts that are missing, cannot be, or contradict what is proven.
  var wrong: [String] {
    guard isEnrolled else { return [] }
    let missing = Self.needed.filter { !isRight($0.name, $0.byteCount) }.map { $0.name }
    guard let device = proven[Self.device], let noted = kept[Self.device], noted != device else {
      return missing
    }
    return missing + [Self.device]
  }

  /// Whether everything that is wrong can be set right from what is proven.
  var isMendable: Bool { wrong.allSatisfy { proven[$0] != nil } }

  /// Sets right what is proven.
  func mend(_ connection: any SQLConnection) throws {
    for name in wrong {
      if let value = proven[name] { try Meta.set(name, value, connection) }
    }
  }

  private func isRight(_ name: String, _ byteCount: Int?) -> Bool {
    guard let value = kept[name] else { return false }
    if let proven = proven[name] { return value == proven }
    switch name {
    // What is proven follows from it, so nothing vouches for this one.
    case "enrolment": return false
    case "url": return value.starts(with: "http".utf8)
    default: return byteCount.map { $0 == value.count && value.contains { $0 != 0 } } ?? true
    }
  }

  private static func proof(
    _ kept: [String: [UInt8]], _ key: VerifyingKey?, _ connection: any SQLConnection
  ) throws -> [String: [UInt8]] {
    guard let (bundle, enrolled) = try enrolment(kept, key, connection) else { return [:] }
    let header = bundle.bundle.header
    var proven: [String: [UInt8]] = [
      "enrolment": bundle.envelope, "office.signingKey": header.device.bytes,
      "office.company": header.scope.bytes, "account": enrolled.account.bytes,
      device: enrolled.device.bytes,
    ]
    let name = RecordKey(scope: header.scope, type: .company, id: header.scope.named())
    do {
      // Not there before the first sync.
      let company = try Replica(connection).records.state(of: name)
      proven["office.sealingKey"] = company?.bytes(CompanyField.sealingKey)
      proven["office.name"] = company?.text(CompanyField.name).map { Array($0.utf8) }
    } catch StoreFault.computedRow {
      // Proves nothing until it is computed anew; the look at the tables tells of it.
    }
    return proven
  }

  /// The enrolment that is kept, or, where that is no authentic one, the one in the log.
  private static func enrolment(
    _ kept: [String: [UInt8]], _ key: VerifyingKey?, _ connection: any SQLConnection
  ) throws -> (bundle: VerifiedBundle, enrolled: EnrolledDevice)? {
    if let envelope = kept["enrolment"], let bundle = authentic(envelope),
      let enrolled = EnrolledDevice.all(in: bundle).first
    {
      return (bundle, enrolled)
    }
    guard let office = kept["office.signingKey"],
      let device = kept[Self.device].flatMap(VerifyingKey.init(bytes:)) ?? key
    else { return nil }
    var found: (bundle: VerifiedBundle, enrolled: EnrolledDevice)?
    try connection.forEach(
      "SELECT envelope FROM bundle WHERE device = ? ORDER BY storedMs, id", [.blob(office)]
    ) { row in
      guard found == nil, let bundle = authentic(try row.blob(0)),
        let enrolled = EnrolledDevice.all(in: bundle).first(where: { $0.device == device })
      else { return }
      found = (bundle, enrolled)
    }
    return found
  }

  private static func authentic(_ envelope: [UInt8]) -> VerifiedBundle? {
    do { return try Verification.single(envelope) } catch { return nil }
  }
}
