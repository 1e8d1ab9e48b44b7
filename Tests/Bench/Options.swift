import Foundation

/// How the bench was called.
struct Options {
  /// The letters of the rows wanted; empty: all.
  var rows: Set<String> = []
  /// Far longer: 200,000 visits stored, 3,829 sites.
  var isLarge = false
  /// From which all data follow, but for the ephemeral keys that HPKE draws itself.
  var seed: UInt64 = 20_260_901
  /// The page whose results are replaced; nothing: the table is only printed.
  var page: String?

  static let usage = """
    rounds-bench [--rows a,d] [--large] [--seed N] [--page docs/benchmarks.md]

    Measures the programs beside it and prints one table. `make bench` builds and calls it;
    BENCH_ROWS=a,d and BENCH_LARGE=1 do there what --rows and --large do here.
    """

  /// - Throws: `BenchFault.setting` naming the word that is not understood.
  init(_ words: [String]) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--large": isLarge = true
      case "--rows":
        rows = Set(try Self.value(of: word, &rest).split(separator: ",").map(String.init))
      case "--page": page = try Self.value(of: word, &rest)
      case "--seed":
        guard let seed = UInt64(try Self.value(of: word, &rest)) else {
          throw BenchFault.setting("--seed takes a whole number\n\n\(Self.usage)")
        }
        self.seed = seed
      default: throw BenchFault.setting("not understood: \(word)\n\n\(Self.usage)")
      }
    }
    let unknown = rows.subtracting(Row.all.map(\.letter))
    guard unknown.isEmpty else {
      throw BenchFault.setting(
        "no row \(unknown.sorted().joined(separator: ", ")); there are "
          + Row.all.map(\.letter).joined(separator: ", "))
    }
  }

  private static func value(of word: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else {
      throw BenchFault.setting("\(word) takes a value\n\n\(usage)")
    }
    return value
  }
}
