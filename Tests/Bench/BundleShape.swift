import ConflictFreeRecords

/// What a bundle consists of, whatever its values: the kinds of its changes in order, and the
/// number and kind of each field.
struct BundleShape: Equatable, CustomStringConvertible {
  let description: String

  init(_ bundle: Bundle) {
    description = bundle.changes.map { change in
      let fields = change.fields.map { field in
        // The case of the value: `code(set: 4, number: 2)` is a code.
        "\(field.number) \(String(describing: field.value).prefix { $0 != "(" })"
      }
      return "\(change.type.number): \(fields.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// - Throws: `BenchFault` when the bench no longer writes what the program writes.
  static func require(_ ours: Bundle, like theirs: Bundle) throws {
    let (a, b) = (BundleShape(ours), BundleShape(theirs))
    guard a == b else {
      throw BenchFault.setting(
        "VisitWriter no longer writes what `rounds record` writes.\nbench: \(a)\nrounds: \(b)")
    }
  }
}
