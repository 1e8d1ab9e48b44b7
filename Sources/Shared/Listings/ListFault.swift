package import Wording

/// Why the address of a list is refused. Nothing is guessed: who mistypes a filter would else see every row
/// and take them for the filtered ones.
package enum ListFault: Error, Hashable, Sendable {
  case unknownKey(String, allowed: [String])
  case twice(String)
  case unknownValue(String, of: String, allowed: [String])
  case notANumber(String, upTo: Int)
  case tooLong(String, bytesMax: Int)
  /// The page has only so many tables.
  case noSuchTable(Int, of: Int)

  /// What is wrong and what may be asked.
  package var message: Message {
    switch self {
    case .unknownKey(let name, let allowed):
      Message(.listUnknownKey, [name, allowed.joined(separator: ", ")])
    case .twice(let name): Message(.listKeyTwice, [name])
    case .unknownValue(let value, let key, let allowed):
      Message(.listUnknownValue, [value, key, allowed.joined(separator: ", ")])
    case .notANumber(let key, let greatest): Message(.listNotANumber, [key, String(greatest)])
    case .tooLong(let key, let bytesMax): Message(.listTooLong, [key, String(bytesMax)])
    case .noSuchTable(let number, let count):
      Message(.listNoSuchTable, [String(number), String(count)])
    }
  }
}
