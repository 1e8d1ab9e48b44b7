import VisitModel
import Wording

/// Puts rows in order by one column.
enum ListOrder {
  static func sorted(
    _ rows: [[ListCell]], by order: ListQuestion.Order?, in listing: Listing, _ language: Language
  ) -> [[ListCell]] {
    guard let order, let column = listing.column(order.key) else { return rows }
    let keyed = rows.enumerated().map { (key: Key($0.element[column].value, language), row: $0) }
    return keyed.sorted { a, b in
      if a.key == b.key { return a.row.offset < b.row.offset }
      // Nothing is neither small nor great.
      if a.key.isNothing || b.key.isNothing { return !a.key.isNothing }
      return order.isDescending ? b.key < a.key : a.key < b.key
    }.map(\.row.element)
  }

  /// What a value is compared by. A column has one kind; where kinds meet nevertheless, numbers come first.
  enum Key: Comparable {
    case number(Int64)
    case code([CodePart])
    case text([UInt8])
    case nothing

    var isNothing: Bool { self == .nothing }

    init(_ value: ListValue, _ language: Language) {
      switch value {
      case .number(let number), .percent(let number), .atLeast(let number, _):
        self = .number(Int64(number))
      // Days and months begin at midnight, so that they meet moments in one column.
      case .date(let date): self = .number(Int64(date.daysSince1970) * 86_400_000)
      case .moment(let instant, _): self = .number(instant.millisecondsSince1970)
      case .month(let month): self = .number(Int64(month.firstDay.daysSince1970) * 86_400_000)
      case .yesNo(let isSo): self = .number(isSo ? 1 : 0)
      case .code(let code): self = .code(CodePart.parts(of: code))
      case .text, .word: self = .text(FoldedText(value.text(in: language)).bytes)
      case .empty, .unknown: self = .nothing
      }
    }

    static func < (a: Key, b: Key) -> Bool {
      switch (a, b) {
      case (.number(let a), .number(let b)): a < b
      case (.code(let a), .code(let b)): a.lexicographicallyPrecedes(b)
      case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
      default: a.rank < b.rank
      }
    }

    private var rank: Int {
      switch self {
      case .number: 0
      case .code: 1
      case .text: 2
      case .nothing: 3
      }
    }
  }

  /// A run of digits, in order by its value, or one other byte. `3-1201` comes before `12-301`.
  enum CodePart: Comparable {
    /// Without leading zeros; the longer run is the greater number, whatever its length.
    case digits([UInt8])
    case byte(UInt8)

    static func parts(of code: String) -> [CodePart] {
      var parts: [CodePart] = []
      var run: [UInt8] = []
      func ended(_ run: [UInt8]) -> CodePart { .digits(Array(run.drop { $0 == 0x30 })) }
      for byte in FoldedText(code).bytes {
        if (0x30...0x39).contains(byte) {
          run.append(byte)
          continue
        }
        if !run.isEmpty { parts.append(ended(run)) }
        run = []
        parts.append(.byte(byte))
      }
      return run.isEmpty ? parts : parts + [ended(run)]
    }

    static func < (a: CodePart, b: CodePart) -> Bool {
      switch (a, b) {
      case (.digits(let a), .digits(let b)):
        a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
      case (.byte(let a), .byte(let b)): a < b
      case (.digits, .byte): true
      case (.byte, .digits): false
      }
    }
  }
}

/// A text as searches and orders compare it: ASCII capitals small, full-width forms of ASCII (U+FF01 to
/// U+FF5E) half-width, the ideographic space a space. Other scripts stay as they are.
struct FoldedText {
  let bytes: [UInt8]

  init(_ text: String) {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if value == 0x3000 { value = 0x20 }
      if (0x41...0x5A).contains(value) { value += 0x20 }
      folded.append(Unicode.Scalar(value) ?? scalar)
    }
    bytes = Array(String(folded).utf8)
  }

  var isEmpty: Bool { bytes.isEmpty }

  func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    guard bytes.count >= other.bytes.count else { return false }
    for start in 0...(bytes.count - other.bytes.count) where bytes[start] == first {
      if bytes[start..<(start + other.bytes.count)].elementsEqual(other.bytes) { return true }
    }
    return false
  }
}
