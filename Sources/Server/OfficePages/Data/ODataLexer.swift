import VisitModel

/// The parts of a filter's text, one after the other. White space between them means nothing.
struct ODataLexer {
  enum Operand: Hashable {
    case name(String)
    case literal(ODataValue)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipSpace()
  }

  var isAtEnd: Bool { index == bytes.count }

  /// That something else was to stand here.
  var fault: ODataFault { .syntax(at: index + 1) }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  /// A single sign.
  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    skipSpace()
    return true
  }

  /// A word of the language, and not the beginning of a longer one.
  mutating func take(word: String) -> Bool {
    let end = index + word.utf8.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(word.utf8),
      end == bytes.count || !Self.isOfName(bytes[end])
    else { return false }
    index = end
    skipSpace()
    return true
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A property's name, or a literal.
  mutating func operand() throws(ODataFault) -> Operand {
    guard index < bytes.count else { throw fault }
    let operand: Operand
    switch bytes[index] {
    case 0x27: operand = .literal(.text(try quoted()))
    case 0x2D, 0x30...0x39: operand = .literal(try number())
    case let byte where Self.isOfName(byte): operand = named()
    default: throw fault
    }
    skipSpace()
    return operand
  }

  /// Between single quotation marks, of which two stand for one.
  private mutating func quoted() throws(ODataFault) -> [UInt8] {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte != 0x27 {
        text.append(byte)
      } else if index < bytes.count, bytes[index] == 0x27 {
        text.append(byte)
        index += 1
      } else {
        return text
      }
    }
    throw fault
  }

  /// A whole number, a day or a moment.
  private mutating func number() throws(ODataFault) -> ODataValue {
    let start = index
    while index < bytes.count, Self.isOfName(bytes[index]) || Self.joins.contains(bytes[index]) {
      index += 1
    }
    let run = bytes[start..<index]
    let text = String(decoding: Array(run), as: UTF8.self)
    let digits = run.first == 0x2D ? run.dropFirst() : run
    if !digits.isEmpty, digits.allSatisfy(Self.isDigit) {
      guard let number = Int64(text) else { throw .badNumber }
      return .number(number)
    }
    if run.count == 10, let date = CivilDate(text) { return .date(date.daysSince1970) }
    if let moment = moment(run, text) { return moment }
    // What looks like a number and is none that is known here.
    guard digits.allSatisfy({ Self.isDigit($0) || $0 == 0x2E || $0 == 0x65 || $0 == 0x45 }) else {
      throw .syntax(at: start + 1)
    }
    throw .badNumber
  }

  /// `-`, `.`, `:` and `+` inside numbers, days and moments.
  private static let joins: [UInt8] = [0x2D, 0x2E, 0x3A, 0x2B]

  /// A moment names its zone; one without would mean another for each reader.
  private func moment(_ run: ArraySlice<UInt8>, _ text: String) -> ODataValue? {
    let hasZone =
      run.last == 0x5A
      || (run.count >= 22 && run.dropLast(2).last == 0x3A
        && run.dropLast(5).last.map { $0 == 0x2B || $0 == 0x2D } ?? false)
    guard hasZone, run.dropFirst(10).first == 0x54 else { return nil }
    return Instant(text, defaultZone: .utc).map { .moment($0.millisecondsSince1970) }
  }

  private mutating func named() -> Operand {
    let start = index
    while index < bytes.count, Self.isOfName(bytes[index]) { index += 1 }
    let name = String(decoding: Array(bytes[start..<index]), as: UTF8.self)
    switch name {
    case "null": return .literal(.null)
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    default: return .name(name)
    }
  }
}
