import Listings
import TextFormats
import Wording

/// What the address of an entity set asks, read once, bounded, and refused as a whole when anything of it is not
/// understood: who mistypes a filter would else take every row for the filtered ones.
struct ODataQuestion: Sendable {
  struct Order: Hashable, Sendable {
    let column: Int
    let isDescending: Bool
  }

  /// Positions of columns; all where nothing is selected.
  let select: [Int]
  let isSelected: Bool
  let filter: ODataFilter?
  let order: [Order]
  let top: Int?
  let skip: Int
  let wantsCount: Bool
  let position: DataPosition?
  /// What the next page's address says again.
  let kept: [(name: String, value: String)]

  static let rowsMax = 1000
  static let numberMax = 1_000_000
  private static let ordersMax = 5
  private static let namesMax = 100

  static let names = [
    "$select", "$filter", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format",
  ]

  init(_ fields: FormFields, _ set: DataSet) throws(DataFault) {
    for name in fields.names {
      guard Self.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        if name.utf8.first == 0x24 {
          throw .unsupported(Message(.odataUnsupported, [name]), target: name)
        }
        throw .malformed(
          Message(.listUnknownKey, [name, Self.names.joined(separator: ", ")]), target: name)
      }
      guard fields.all(name).count == 1 else {
        throw .malformed(Message(.listKeyTwice, [name]), target: name)
      }
    }
    let chosen = try Self.selected(fields["$select"], set)
    isSelected = chosen != nil
    select = chosen ?? Array(set.columns.indices)
    filter = try Self.filter(fields["$filter"], set)
    order = try Self.order(fields["$orderby"], set)
    top = try Self.number(fields["$top"], "$top")
    skip = try Self.number(fields["$skip"], "$skip") ?? 0
    wantsCount = try Self.choice(fields["$count"], ["true", "false"], "$count") == "true"
    _ = try Self.choice(fields["$format"], ["json"], "$format")
    position = try Self.position(fields["$skiptoken"])
    guard position == nil || (order.isEmpty && skip == 0 && !wantsCount) else {
      throw .malformed(Message(.odataTokenAlone), target: "$skiptoken")
    }
    kept = ["$select", "$filter", "$orderby", "$count"]
      .compactMap { name in fields[name].map { (name: name, value: $0) } }
  }

  /// The code of the one site that the filter allows, wherever it says so with `and`; nothing for any.
  func site(of set: DataSet) -> String? {
    guard let column = set.column("site".utf8) else { return nil }
    return filter.flatMap { Self.site($0, column) }
  }

  private static func site(_ filter: ODataFilter, _ column: Int) -> String? {
    switch filter {
    case .and(let a, let b): site(a, column) ?? site(b, column)
    case .comparison(column, .eq, .text(let code)): String(decoding: code, as: UTF8.self)
    default: nil
    }
  }

  private static func malformed(_ fault: ODataFault, _ target: String) -> DataFault {
    if case .unsupported = fault { return .unsupported(fault.message, target: target) }
    return .malformed(fault.message, target: target)
  }

  private static func filter(_ text: String?, _ set: DataSet) throws(DataFault) -> ODataFilter? {
    guard let text else { return nil }
    do { return try ODataParser.filter(text, set.columns) } catch {
      throw malformed(error, "$filter")
    }
  }

  private static func parts(_ text: String, _ target: String) throws(DataFault) -> [[UInt8]] {
    let parts = text.utf8.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard parts.count <= namesMax else {
      throw malformed(.tooMany(namesMax), target)
    }
    return parts.map { part in
      let trimmed = part.drop { $0 == 0x20 }
      return Array(trimmed.reversed().drop { $0 == 0x20 }.reversed())
    }
  }

  private static func column(
    _ name: some Collection<UInt8>, _ set: DataSet, _ target: String
  ) throws(DataFault) -> Int {
    guard let column = set.column(name) else {
      throw malformed(.unknownName(String(decoding: Array(name), as: UTF8.self)), target)
    }
    return column
  }

  private static func selected(_ text: String?, _ set: DataSet) throws(DataFault) -> [Int]? {
    guard let text else { return nil }
    var columns: [Int] = []
    var hasAll = false
    for part in try parts(text, "$select") {
      if part == [0x2A] {
        hasAll = true
        continue
      }
      let column = try column(part, set, "$select")
      if !columns.contains(column) { columns.append(column) }
    }
    return hasAll ? nil : columns
  }

  private static func order(_ text: String?, _ set: DataSet) throws(DataFault) -> [Order] {
    guard let text else { return [] }
    let parts = try parts(text, "$orderby")
    guard parts.count <= ordersMax else { throw malformed(.tooMany(ordersMax), "$orderby") }
    var orders: [Order] = []
    for part in parts {
      let words = part.split(separator: 0x20)
      guard (1...2).contains(words.count) else { throw malformed(.syntax(at: 1), "$orderby") }
      let direction = words.count == 2 ? String(decoding: Array(words[1]), as: UTF8.self) : "asc"
      guard direction == "asc" || direction == "desc" else {
        throw malformed(.unknownName(direction), "$orderby")
      }
      orders.append(
        Order(
          column: try column(words[0], set, "$orderby"), isDescending: direction == "desc"))
    }
    return orders
  }

  private static func number(_ text: String?, _ name: String) throws(DataFault) -> Int? {
    guard let text else { return nil }
    guard (1...7).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      number <= numberMax
    else {
      throw .malformed(Message(.odataNotANumber, [name, "\(numberMax)"]), target: name)
    }
    return number
  }

  private static func choice(
    _ text: String?, _ allowed: [String], _ name: String
  ) throws(DataFault) -> String? {
    guard let text else { return nil }
    guard let found = allowed.first(where: { $0.utf8.elementsEqual(text.utf8) }) else {
      throw .malformed(
        Message(.listUnknownValue, [text, name, allowed.joined(separator: ", ")]), target: name)
    }
    return found
  }

  private static func position(_ text: String?) throws(DataFault) -> DataPosition? {
    guard let text else { return nil }
    guard let position = DataPosition(text) else { throw malformed(.syntax(at: 1), "$skiptoken") }
    return position
  }
}
