package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import VisitModel

/// The state of a scope as text that is the same, byte for byte, on every replica that holds the
/// same bundles: records by type and id, fields by number, heads with the winner first.
///
/// Shape (documented in protocol/README.md): one JSON object; sealed and confidential values stay
/// sealed, bytes are hexadecimal, instants and dates ISO 8601 in UTC.
package struct CanonicalState {
  private var bytes: [UInt8] = []

  /// - Returns: the UTF-8 text, ending with a line feed.
  package static func text(of scope: ScopeID, in replica: Replica) throws -> [UInt8] {
    let head = try replica.feed.head(scope) ?? .new(scope)
    var state = CanonicalState()
    state.add("{\"scope\":\"\(scope)\",\"digest\":\"\(head.view)\",\"records\":[")
    var isFirst = true
    try replica.records.forEach(in: scope) { key, record in
      state.add(isFirst ? "\n" : ",\n")
      isFirst = false
      state.add(key, record)
    }
    state.add("\n]}\n")
    return state.bytes
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func add(_ key: RecordKey, _ record: RecordState) {
    add("{\"type\":\(key.type.number),\"id\":\"\(key.id)\",\"frontier\":")
    add(record.frontier)
    add(",\"missing\":")
    add(record.missing)
    add(",\"parallel\":\(record.hasParallelEdits),\"fields\":{")
    let conflicts = Set(record.conflicts)
    var isFirst = true
    for field in record.heads.keys.sorted() {
      add(isFirst ? "" : ",")
      isFirst = false
      add("\"\(field)\":{\"conflict\":\(conflicts.contains(field)),\"heads\":[")
      for (index, head) in (record.heads[field] ?? []).enumerated() {
        add(index == 0 ? "" : ",")
        add("{\"change\":\"\(head.change)\",\"claimedAt\":\"\(head.claimedAt.utcText)\",\"value\":")
        add(ValueText.json(head.value))
        add("}")
      }
      add("]}")
    }
    add("}}")
  }

  private mutating func add(_ changes: [ChangeID]) {
    add("[")
    for (index, change) in changes.enumerated() {
      add(index == 0 ? "\"" : ",\"")
      add(change.description)
      add("\"")
    }
    add("]")
  }
}

/// A value as JSON: an object whose one member names the kind.
package enum ValueText {
  package static func json(_ value: Value) -> String {
    switch value {
    case .text(let text): "{\"text\":\(quoted(text))}"
    case .integer(let number): "{\"integer\":\(number)}"
    case .decimal(let units, let scale): "{\"decimal\":{\"units\":\(units),\"scale\":\(scale)}}"
    case .instant(let instant): "{\"instant\":\"\(instant.utcText)\"}"
    case .date(let date): "{\"date\":\"\(date)\"}"
    case .code(let set, let number): "{\"code\":{\"set\":\(set),\"number\":\(number)}}"
    case .reference(let key):
      "{\"reference\":{\"scope\":\"\(key.scope)\",\"type\":\(key.type.number),\"id\":\"\(key.id)\"}}"
    case .bytes(let bytes): "{\"bytes\":\"\(Hexadecimal.text(bytes))\"}"
    case .attachment(let file):
      "{\"attachment\":{\"hash\":\"\(file.hash)\",\"size\":\(file.size),\"mediaType\":"
        + "\(quoted(file.mediaType))}}"
    case .sealed(let sealed):
      "{\"sealed\":{\"key\":\"\(sealed.keyID)\",\"nonce\":\"\(Hexadecimal.text(sealed.nonce))\","
        + "\"ciphertext\":\"\(Hexadecimal.text(sealed.ciphertext))\","
        + "\"tag\":\"\(Hexadecimal.text(sealed.equalityTag))\"}}"
    case .confidential(let value):
      "{\"confidential\":{\"nonce\":\"\(Hexadecimal.text(value.nonce))\",\"ciphertext\":\""
        + "\(Hexadecimal.text(value.ciphertext))\",\"recipients\":["
        + value.recipients.map {
          "{\"key\":\"\($0.keyHash)\",\"wrapped\":\"\(Hexadecimal.text($0.wrappedKey))\"}"
        }.joined(separator: ",") + "]}}"
    case .unknown(let bytes): "{\"unknown\":\"\(Hexadecimal.text(bytes))\"}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x00..<0x20: bytes.append(contentsOf: "\\u00\(Hexadecimal.text([byte]))".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes + [0x22], as: UTF8.self)
  }
}
