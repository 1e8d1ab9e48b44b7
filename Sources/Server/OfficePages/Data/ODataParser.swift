package import Listings
package import Wording

/// Why a part of an OData address is not understood.
package enum ODataFault: Error, Hashable, Sendable {
  /// Something else was to stand at this byte, from 1.
  case syntax(at: Int)
  case unknownName(String)
  /// A literal of another kind than its column.
  case wrongKind(String)
  case tooLong(bytesMax: Int)
  case tooDeep(Int)
  case tooMany(Int)
  /// Beyond the whole numbers of 64 bits, or with a fraction.
  case badNumber
  case unsupported(String)

  package var message: Message {
    switch self {
    case .syntax(let at): Message(.odataSyntax, ["\(at)"])
    case .unknownName(let name): Message(.odataUnknownName, [name])
    case .wrongKind(let name): Message(.odataWrongKind, [name])
    case .tooLong(let most): Message(.odataTooLong, ["\(most)"])
    case .tooDeep(let most): Message(.odataTooDeep, ["\(most)"])
    case .tooMany(let most): Message(.odataTooMany, ["\(most)"])
    case .badNumber: Message(.odataBadNumber)
    case .unsupported(let what): Message(.odataUnsupported, [what])
    }
  }
}

/// Reads `$filter` into `ODataFilter`: comparisons of a property with a literal, `contains`, `startswith`,
/// `endswith`, properties of yes or no, `and`, `or`, `not`, parentheses. Everything is bounded, so that no
/// address takes more stack or time than the page it asks for.
package struct ODataParser {
  package static let bytesMax = 4096
  package static let depthMax = 32
  package static let termsMax = 100

  private let columns: [ListColumn]
  private var lexer: ODataLexer
  private var depth = 0
  private var terms = 0

  private init(_ text: String, _ columns: [ListColumn]) {
    lexer = ODataLexer(Array(text.utf8))
    self.columns = columns
  }

  package static func filter(
    _ text: String, _ columns: [ListColumn]
  ) throws(ODataFault) -> ODataFilter {
    guard text.utf8.count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
    var parser = ODataParser(text, columns)
    let filter = try parser.either()
    guard parser.lexer.isAtEnd else { throw parser.lexer.fault }
    return filter
  }

  private mutating func either() throws(ODataFault) -> ODataFilter {
    var left = try both()
    while lexer.take(word: "or") { left = .or(left, try both()) }
    return left
  }

  private mutating func both() throws(ODataFault) -> ODataFilter {
    var left = try term()
    while lexer.take(word: "and") { left = .and(left, try term()) }
    return left
  }

  private mutating func term() throws(ODataFault) -> ODataFilter {
    if lexer.take(word: "not") {
      try enter()
      defer { depth -= 1 }
      // `not a eq 1` would be `(not a) eq 1`: what is turned round stands in parentheses.
      return .not(try primary(comparing: false))
    }
    return try primary(comparing: true)
  }

  private mutating func enter() throws(ODataFault) {
    depth += 1
    guard depth <= Self.depthMax else { throw .tooDeep(Self.depthMax) }
  }

  private mutating func primary(comparing: Bool) throws(ODataFault) -> ODataFilter {
    if lexer.take(0x28) {
      try enter()
      defer { depth -= 1 }
      let inner = try either()
      guard lexer.take(0x29) else { throw lexer.fault }
      return inner
    }
    terms += 1
    guard terms <= Self.termsMax else { throw .tooMany(Self.termsMax) }
    let token = try lexer.operand()
    if case .name(let name) = token, lexer.take(0x28) { return try function(name) }
    if comparing, let how = try comparison() {
      return try compared(token, how, try lexer.operand())
    }
    guard case .name(let name) = token else { throw lexer.fault }
    let column = try column(name)
    guard ODataType(columns[column].kind) == .boolean else { throw .wrongKind(name) }
    return .isSo(column: column)
  }

  private static let arithmetic = ["add", "sub", "mul", "div", "mod", "has", "in", "divby"]

  private mutating func comparison() throws(ODataFault) -> ODataFilter.Comparison? {
    for one in ODataFilter.Comparison.allCases where lexer.take(word: one.rawValue) { return one }
    for one in Self.arithmetic where lexer.take(word: one) { throw .unsupported(one) }
    return nil
  }

  private func compared(
    _ left: ODataLexer.Operand, _ how: ODataFilter.Comparison, _ right: ODataLexer.Operand
  ) throws(ODataFault) -> ODataFilter {
    switch (left, right) {
    case (.name(let name), .literal(let value)): return try compared(name, how, value)
    case (.literal(let value), .name(let name)): return try compared(name, how.turned, value)
    case (.name, .name), (.literal, .literal): throw .unsupported(how.rawValue)
    }
  }

  private func compared(
    _ name: String, _ how: ODataFilter.Comparison, _ value: ODataValue
  ) throws(ODataFault) -> ODataFilter {
    let column = try column(name)
    guard ODataType(columns[column].kind).compares(with: value) else { throw .wrongKind(name) }
    return .comparison(column: column, how, value)
  }

  private mutating func function(_ name: String) throws(ODataFault) -> ODataFilter {
    guard let search = ODataFilter.Search(rawValue: name) else { throw .unsupported(name) }
    guard case .name(let property) = try lexer.operand() else { throw lexer.fault }
    let column = try column(property)
    guard ODataType(columns[column].kind) == .string else { throw .wrongKind(property) }
    guard lexer.take(0x2C), case .literal(.text(let sought)) = try lexer.operand(),
      lexer.take(0x29)
    else { throw lexer.fault }
    return .text(column: column, search, sought)
  }

  private func column(_ name: String) throws(ODataFault) -> Int {
    let found = columns.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
    guard let found else { throw .unknownName(name) }
    return found
  }
}

extension ODataFilter.Comparison {
  /// The same with its sides exchanged.
  fileprivate var turned: Self {
    switch self {
    case .eq, .ne: self
    case .gt: .lt
    case .ge: .le
    case .lt: .gt
    case .le: .ge
    }
  }
}
