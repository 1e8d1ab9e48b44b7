package import TextFormats

/// What a setting holds, as a policy file writes it.
package enum PolicyValue: Hashable, Sendable {
  case none
  case truth(Bool)
  case integer(Int)
  case integers([Int])
  /// A reading's name, or a time of day `HH:MM`.
  case text(String)

  /// - Returns: nothing for what no setting holds.
  package init?(_ json: JSON) {
    switch json {
    case .null: self = .none
    case .bool(let flag): self = .truth(flag)
    case .integer(let number):
      guard let value = Int(exactly: number) else { return nil }
      self = .integer(value)
    case .string(let text): self = .text(text)
    case .array(let items):
      let numbers = items.compactMap { item -> Int? in
        guard case .integer(let number) = item else { return nil }
        return Int(exactly: number)
      }
      guard numbers.count == items.count else { return nil }
      self = .integers(numbers)
    case .decimal, .object: return nil
    }
  }

  package var json: JSON {
    switch self {
    case .none: .null
    case .truth(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .integers(let numbers): .array(numbers.map { .integer($0) })
    case .text(let text): .string(text)
    }
  }

  /// As people read it: the same, without quotation marks.
  package var text: String {
    switch self {
    case .none: "–"
    case .truth(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .integers(let numbers): numbers.map(String.init).joined(separator: "/")
    case .text(let text): text
    }
  }

  /// A time of day, `00:00` to `23:59`, as its minute.
  var minuteOfDay: Int? {
    guard case .text(let text) = self else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 0x3A,
      [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
    else { return nil }
    let digits = bytes.map { Int($0) - 0x30 }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }

  static func time(_ minute: Int) -> PolicyValue {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return .text(padded(minute / 60) + ":" + padded(minute % 60))
  }
}
