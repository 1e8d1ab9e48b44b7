import OfficeWork
import RecordStore
import SQLiteDatabase
import TestSupport

/// What is fed with bytes nobody wrote on purpose, and what must hold then besides not crashing.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The bundle decoder and the rows kept of records.
  case bundle
  /// Every other message of the exchange, as office and laptop read it.
  case message
  /// `/v1/sync` and its neighbours at a real office, asked by an enrolled laptop with bad intentions.
  case sync
  /// A file that `import` reads.
  case export
  /// The CSV files of sites and households.
  case roster
  /// `visit.json`.
  case visit
  /// The words of a command line, of both programs.
  case arguments

  package func makeHarness() throws -> any Harness {
    switch self {
    case .bundle: BundleHarness()
    case .message: MessageHarness()
    case .sync: try SyncHarness()
    case .export: try ExportHarness()
    case .roster: try RosterHarness()
    case .visit: try VisitHarness()
    case .arguments: try ArgumentHarness()
    }
  }
}

/// Takes inputs one after the other; what it found wrong is thrown.
package protocol Harness {
  mutating func take(_ input: [UInt8]) throws
  /// Looks at what all inputs so far have left behind, and begins anew.
  mutating func settle() throws
}

extension Harness {
  package mutating func settle() throws {}
}

/// A promise that an input broke.
package struct Violation: Error, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}

func require(_ holds: Bool, _ claim: @autoclosure () -> String) throws {
  if !holds { throw Violation(claim()) }
}

/// Tables of the office that are not what its log computes to.
func officeDifferences(_ world: World) throws -> [String] {
  try ViewCheck.differences(
    in: world.office.environment.database,
    computedIn: try SQLiteFile(path: "", kind: .memory))
}

/// An input whose first byte chooses; nothing of an empty one.
func chosen(_ input: [UInt8], of count: Int) -> (choice: Int, rest: [UInt8])? {
  guard let first = input.first else { return nil }
  return (Int(first) % count, Array(input.dropFirst()))
}
