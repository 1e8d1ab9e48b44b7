/// Swift text as words, marks and string literals, comments left out, so that a rule about code is
/// not broken by what a comment or a literal says.
///
/// Small on purpose: it knows nested comments, raw and multi-line literals and interpolation, and
/// not regular expression literals, which this code does not use.
struct SwiftTokens {
  struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case word(String)
      case mark(UInt8)
      /// The content of a literal as written, without what is interpolated.
      case text(String)
    }

    let kind: Kind
    /// Counted from 1.
    let line: Int
    /// Whether nothing stands between it and the token before it.
    let isAttached: Bool

    var word: String? { if case .word(let word) = kind { word } else { nil } }
    var text: String? { if case .text(let text) = kind { text } else { nil } }
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var isAttached = false
  private var tokens: [Token] = []

  static func of(_ text: String) -> [Token] {
    var reader = SwiftTokens(bytes: Array(text.utf8))
    reader.readCode(isInterpolation: false)
    return reader.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private func begins(with text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      place + wanted.count <= bytes.count
        && wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
    }
  }

  private mutating func skip(_ count: Int = 1) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
  }

  private mutating func add(_ kind: Token.Kind, line: Int) {
    tokens.append(Token(kind: kind, line: line, isAttached: isAttached))
    isAttached = true
  }

  /// Reads to the end, or through the bracket that ends an interpolation.
  private mutating func readCode(isInterpolation: Bool) {
    var depth = 0
    while let next = byte() {
      if next <= 0x20 {
        isAttached = false
        skip()
      } else if begins(with: "//") {
        isAttached = false
        while let rest = byte(), rest != 0x0A { skip() }
      } else if begins(with: "/*") {
        isAttached = false
        skipComment()
      } else if let hashes = literalHashes() {
        readLiteral(hashes: hashes)
      } else if Self.isWordByte(next) {
        readWord()
      } else {
        if isInterpolation, next == 0x28 { depth += 1 }
        if isInterpolation, next == 0x29 {
          if depth == 0 {
            skip()
            return
          }
          depth -= 1
        }
        add(.mark(next), line: line)
        skip()
      }
    }
  }

  private mutating func readWord() {
    let start = place
    let startLine = line
    while let next = byte(), Self.isWordByte(next) { skip() }
    add(.word(String(decoding: bytes[start..<place], as: UTF8.self)), line: startLine)
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if begins(with: "/*") {
        depth += 1
        skip(2)
      } else if begins(with: "*/") {
        depth -= 1
        skip(2)
      } else {
        skip()
      }
    } while depth > 0 && place < bytes.count
  }

  /// How many `#` stand before the quotation mark that begins here, if one does.
  private func literalHashes() -> Int? {
    var count = 0
    while byte(count) == 0x23 { count += 1 }
    return byte(count) == 0x22 ? count : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let startLine = line
    skip(hashes)
    let isLong = begins(with: "\"\"\"")
    skip(isLong ? 3 : 1)
    var content: [UInt8] = []
    while let next = byte() {
      if next == 0x22, endsLiteral(hashes: hashes, isLong: isLong) {
        skip((isLong ? 3 : 1) + hashes)
        break
      }
      if next == 0x0A, !isLong { break }
      if next == 0x5C, (0..<hashes).allSatisfy({ byte(1 + $0) == 0x23 }) {
        if byte(1 + hashes) == 0x28 {
          skip(2 + hashes)
          readCode(isInterpolation: true)
          continue
        }
        for offset in 0..<2 + hashes { if let part = byte(offset) { content.append(part) } }
        skip(2 + hashes)
        continue
      }
      content.append(next)
      skip()
    }
    add(.text(String(decoding: content, as: UTF8.self)), line: startLine)
  }

  private func endsLiteral(hashes: Int, isLong: Bool) -> Bool {
    let quotes = isLong ? 3 : 1
    return (0..<quotes).allSatisfy { byte($0) == 0x22 }
      && (0..<hashes).allSatisfy { byte(quotes + $0) == 0x23 }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }
}

/// A piece of Swift to look for: the same tokens in the same order, and, where the piece has no space,
/// without one.
struct Snippet: Sendable {
  let text: String
  private let tokens: [SwiftTokens.Token]

  init(_ text: String) {
    self.text = text
    tokens = SwiftTokens.of(text)
  }

  /// The lines on which it begins.
  func lines(in code: [SwiftTokens.Token]) -> [Int] {
    guard !tokens.isEmpty, code.count >= tokens.count else { return [] }
    var lines: [Int] = []
    for start in 0...code.count - tokens.count where code[start].kind == tokens[0].kind {
      let stands = tokens.indices.dropFirst().allSatisfy { index in
        let (wanted, found) = (tokens[index], code[start + index])
        return wanted.kind == found.kind && (found.isAttached || !wanted.isAttached)
      }
      if stands { lines.append(code[start].line) }
    }
    return lines
  }
}
