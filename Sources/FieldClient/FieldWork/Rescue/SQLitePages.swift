/// Reads the rows of a SQLite file without SQLite, page by page, so that one damaged page costs the rows
/// on it and no others.
///
/// Source: "Database File Format", sqlite.org/fileformat2.html, sections 1.3, 1.6 and 2.1. Every table
/// leaf is read wherever it lies, reachable or not; rows may therefore come twice, or be of the past.
/// Nothing in it traps, whatever the bytes are.
struct SQLitePages {
  enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text([UInt8])
    case blob([UInt8])

    /// Of a blob.
    var bytes: [UInt8]? {
      guard case .blob(let bytes) = self else { return nil }
      return bytes
    }

    var number: Int64? {
      guard case .integer(let number) = self else { return nil }
      return number
    }
  }

  private let size: Int
  private let read: (_ offset: Int, _ count: Int) throws -> [UInt8]
  private let pageSize: Int
  /// Bytes of a page that SQLite uses.
  private let usable: Int

  /// A row of the store is smaller than this.
  private let payloadMax = 1 << 20

  /// - Parameters:
  ///   - size: of the file, in bytes.
  ///   - read: bytes from a place in the file, fewer at its end.
  init(
    size: Int, _ read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]
  ) throws {
    self.size = size
    self.read = read
    let header = try read(0, 100)
    let isSound =
      header.count == 100 && header.starts(with: "SQLite format 3\0".utf8)
    let stated = isSound ? Int(header[16]) << 8 | Int(header[17]) : 0
    // Without a header, SQLite's own default; our programs never choose another.
    switch stated {
    case 1: pageSize = 65_536
    case 512...32_768 where stated & (stated - 1) == 0: pageSize = stated
    default: pageSize = 4096
    }
    let reserved = isSound ? Int(header[20]) : 0
    usable = pageSize - (reserved <= pageSize - 480 ? reserved : 0)
  }

  /// Hands on the values of every row that can be read.
  /// - Returns: how many rows could not be put together.
  func forEachRow(_ take: ([Value]) throws -> Void) throws -> Int {
    var unreadable = 0
    for number in 0..<((size + pageSize - 1) / pageSize) {
      let page = try read(number * pageSize, pageSize)
      // The first page begins with the header of the file.
      let start = number == 0 ? 100 : 0
      guard page.count >= start + 8, page[start] == 0x0D else { continue }
      let count = Int(page[start + 3]) << 8 | Int(page[start + 4])
      guard start + 8 + count * 2 <= page.count else { continue }
      for cell in 0..<count {
        let pointer = start + 8 + cell * 2
        let offset = Int(page[pointer]) << 8 | Int(page[pointer + 1])
        guard let payload = try payload(of: page, at: offset), let row = Self.row(payload) else {
          unreadable += 1
          continue
        }
        try take(row)
      }
    }
    return unreadable
  }

  /// A cell of a table leaf: size of the payload, row id, the payload's beginning, and where the rest
  /// goes on.
  private func payload(of page: [UInt8], at offset: Int) throws -> [UInt8]? {
    var place = offset
    guard let length = Self.variable(page, &place), Self.variable(page, &place) != nil,
      length > 0, length <= UInt64(payloadMax)
    else { return nil }
    let total = Int(length)
    let most = usable - 35
    let least = (usable - 12) * 32 / 255 - 23
    let fitting = least + (total - least) % (usable - 4)
    let local = total <= most ? total : fitting <= most ? fitting : least
    guard local >= 0, place + local <= page.count else { return nil }
    var payload = Array(page[place..<(place + local)])
    if local == total { return payload }
    guard place + local + 4 <= page.count else { return nil }
    var next = Self.number(page[(place + local)..<(place + local + 4)])
    while payload.count < total {
      // Pages are counted from 1.
      guard next > 0, next <= (size + pageSize - 1) / pageSize else { return nil }
      let overflow = try read((next - 1) * pageSize, usable)
      guard overflow.count > 4 else { return nil }
      next = Self.number(overflow[..<4])
      payload.append(contentsOf: overflow[4...].prefix(total - payload.count))
    }
    return payload
  }

  /// The record format: a header of types, then the values.
  private static func row(_ payload: [UInt8]) -> [Value]? {
    var place = 0
    guard let headerLength = variable(payload, &place), headerLength <= UInt64(payload.count)
    else { return nil }
    var body = Int(headerLength)
    var values: [Value] = []
    while place < Int(headerLength) {
      guard let type = variable(payload, &place), type <= UInt64(2 * payload.count + 13) else {
        return nil
      }
      let width = byteCount(Int(type))
      guard body + width <= payload.count else { return nil }
      let bytes = Array(payload[body..<(body + width)])
      body += width
      switch type {
      case 0: values.append(.null)
      case 1...6: values.append(.integer(signed(bytes)))
      case 8: values.append(.integer(0))
      case 9: values.append(.integer(1))
      case 12...: values.append(type % 2 == 0 ? .blob(bytes) : .text(bytes))
      default: return nil
      }
    }
    return values
  }

  private static func byteCount(_ type: Int) -> Int {
    switch type {
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    case 12...: (type - 12) / 2
    default: 0
    }
  }

  private static func signed(_ bytes: [UInt8]) -> Int64 {
    let sign: Int64 = (bytes.first ?? 0) & 0x80 == 0 ? 0 : -1
    return bytes.reduce(sign) { $0 << 8 | Int64($1) }
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// One to nine bytes, seven bits each and eight in the ninth.
  private static func variable(_ bytes: [UInt8], _ place: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for count in 1...9 {
      guard bytes.indices.contains(place) else { return nil }
      let byte = bytes[place]
      place += 1
      if count == 9 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
