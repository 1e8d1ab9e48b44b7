import ConflictFreeRecords
import Fingerprint
import FoundationEssentials
import SwiftProtobuf
import VisitModel

// Generated messages ↔ values of the pure rooms. Nothing outside this room sees a generated type.

func bytesField(_ bytes: [UInt8]) -> Data { Data(bytes) }

extension Data {
  var array: [UInt8] { [UInt8](self) }
}

extension Rounds_V1_Header {
  init(_ header: BundleHeader) {
    self.init()
    formatVersion = header.formatVersion
    scope = bytesField(header.scope.bytes)
    device = bytesField(header.device.bytes)
    writer = header.writer.rawValue
    if let link = header.previous { previous = bytesField(link.bytes) }
    claimedAtMs = header.claimedAt.millisecondsSince1970
    zoneMinutes = Int32(header.zone.minutes)
    boot = bytesField(header.boot.bytes)
    monotonicMs = header.monotonicMs
    if let receipt = header.lastReceipt { lastReceipt = bytesField(receipt.bytes) }
    program = header.program
    account = bytesField(header.account.bytes)
    lowestReader = header.lowestReader
  }

  func value() throws(WireFault) -> BundleHeader {
    guard let scope = ScopeID(bytes: scope), let device = VerifyingKey(bytes: device),
      let boot = BootID(bytes: boot), let account = AccountID(bytes: account),
      let zone = ZoneOffset(minutes: Int(zoneMinutes)), lowestReader >= 1
    else { throw .malformed("header") }
    return BundleHeader(
      formatVersion: formatVersion, scope: scope, device: device, writer: WriterID(writer),
      previous: try optionalDigest(previous), claimedAt: try instant(claimedAtMs), zone: zone,
      boot: boot,
      monotonicMs: monotonicMs, lastReceipt: try optionalDigest(lastReceipt), program: program,
      account: account, lowestReader: lowestReader)
  }
}

func optionalDigest(_ bytes: Data) throws(WireFault) -> Digest? {
  if bytes.isEmpty { return nil }
  return try digest(bytes)
}

func instant(_ milliseconds: Int64) throws(WireFault) -> Instant {
  guard (Instant.earliestMs...Instant.latestMs).contains(milliseconds) else {
    throw .malformed("a time outside the calendar")
  }
  return Instant(millisecondsSince1970: milliseconds)
}

func digest(_ bytes: Data) throws(WireFault) -> Digest {
  guard let digest = Digest(bytes: bytes) else { throw .malformed("a digest of 32 bytes") }
  return digest
}

extension Rounds_V1_ChangeReference {
  init(_ id: ChangeID) {
    self.init()
    bundle = bytesField(id.bundle.bytes)
    index = id.index
  }

  func value() throws(WireFault) -> ChangeID {
    ChangeID(bundle: try digest(bundle), index: index)
  }
}

extension Rounds_V1_Change {
  init(_ change: Change) throws(WireFault) {
    self.init()
    type = change.type.number
    record = bytesField(change.record.bytes)
    saw = change.saw.map(Rounds_V1_ChangeReference.init)
    for field in change.fields {
      var message = Rounds_V1_Field()
      message.number = field.number
      message.value = try Rounds_V1_Value(field.value)
      fields.append(message)
    }
  }

  func value() throws(WireFault) -> Change {
    guard let record = RecordID(bytes: record) else { throw .malformed("a record id") }
    var seen: [ChangeID] = []
    for reference in saw { seen.append(try reference.value()) }
    var values: [Change.Field] = []
    for field in fields {
      values.append(.init(number: field.number, value: try field.value.contents()))
    }
    return Change(type: RecordType(type), record: record, saw: seen, fields: values)
  }
}

extension Rounds_V1_Value {
  /// - Throws: `WireFault.malformed` for an unknown value whose bytes are none.
  init(_ value: Value) throws(WireFault) {
    self.init()
    switch value {
    case .text(let text): self.text = text
    case .integer(let number): integer = number
    case .decimal(let units, let scale):
      decimal.units = units
      decimal.scale = UInt32(clamping: scale)
    case .instant(let instant): instantMs = instant.millisecondsSince1970
    case .date(let date): dateDays = Int32(clamping: date.daysSince1970)
    case .code(let set, let number):
      code.set = set
      code.number = number
    case .reference(let key):
      reference.scope = bytesField(key.scope.bytes)
      reference.type = key.type.number
      reference.record = bytesField(key.id.bytes)
    case .bytes(let bytes): self.bytes = bytesField(bytes)
    case .attachment(let file):
      attachment.hash = bytesField(file.hash.bytes)
      attachment.size = file.size
      attachment.mediaType = file.mediaType
    case .sealed(let value):
      sealed.keyID = bytesField(value.keyID.bytes)
      sealed.nonce = bytesField(value.nonce)
      sealed.ciphertext = bytesField(value.ciphertext)
      sealed.equalityTag = bytesField(value.equalityTag)
    case .confidential(let value):
      confidential.nonce = bytesField(value.nonce)
      confidential.ciphertext = bytesField(value.ciphertext)
      confidential.recipients = value.recipients.map { recipient in
        var message = Rounds_V1_Recipient()
        message.keyHash = bytesField(recipient.keyHash.bytes)
        message.wrappedKey = bytesField(recipient.wrappedKey)
        return message
      }
    case .unknown(let bytes):
      do { self = try Rounds_V1_Value(serializedBytes: bytes) } catch {
        throw .malformed("an unknown value: \(error)")
      }
    }
  }

  func contents() throws(WireFault) -> Value {
    switch kind {
    case .text(let text): return .text(text)
    case .integer(let number): return .integer(number)
    case .decimal(let decimal):
      guard decimal.scale <= 18 else { throw .malformed("a decimal's scale") }
      return .decimal(units: decimal.units, scale: Int(decimal.scale))
    case .instantMs(let ms): return .instant(try instant(ms))
    case .dateDays(let days):
      guard (CivilDate.earliest...CivilDate.latest).contains(Int(days)) else {
        throw .malformed("a date")
      }
      return .date(CivilDate(daysSince1970: Int(days)))
    case .code(let code): return .code(set: code.set, number: code.number)
    case .reference(let reference):
      guard let scope = ScopeID(bytes: reference.scope), let id = RecordID(bytes: reference.record)
      else { throw .malformed("a reference") }
      return .reference(RecordKey(scope: scope, type: RecordType(reference.type), id: id))
    case .bytes(let bytes): return .bytes(bytes.array)
    case .attachment(let file):
      guard file.size >= 0, file.mediaType.utf8.count <= 128 else {
        throw .malformed("an attachment")
      }
      return .attachment(
        Attachment(hash: try digest(file.hash), size: file.size, mediaType: file.mediaType))
    case .sealed(let value):
      guard let keyID = DataKeyID(bytes: value.keyID), value.nonce.count == DataKey.nonceByteCount,
        value.ciphertext.count >= 16, value.equalityTag.count == 16
      else { throw .malformed("a sealed value") }
      return .sealed(
        SealedValue(
          keyID: keyID, nonce: value.nonce.array, ciphertext: value.ciphertext.array,
          equalityTag: value.equalityTag.array))
    case .confidential(let value): return .confidential(try value.contents())
    case nil:
      let bytes: [UInt8]
      do { bytes = try serializedBytes() } catch { throw .malformed("a value") }
      guard !bytes.isEmpty else { throw .malformed("a field without a value") }
      return .unknown(bytes)
    }
  }
}

extension Rounds_V1_Confidential {
  func contents() throws(WireFault) -> ConfidentialValue {
    guard nonce.count == DataKey.nonceByteCount, ciphertext.count >= 16, !recipients.isEmpty,
      recipients.count <= 64
    else { throw .malformed("a confidential value") }
    var wraps: [ConfidentialValue.Recipient] = []
    for recipient in recipients {
      guard recipient.wrappedKey.count == 80 else { throw .malformed("a wrapped key") }
      wraps.append(
        .init(keyHash: try digest(recipient.keyHash), wrappedKey: recipient.wrappedKey.array))
    }
    return ConfidentialValue(
      nonce: nonce.array, ciphertext: ciphertext.array, recipients: wraps)
  }
}
