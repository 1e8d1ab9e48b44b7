import BenchTable

/// One row of the bench: what it is called and how it is measured.
struct Row: Sendable {
  /// By which it is asked for.
  let letter: String
  let name: String
  /// May take minutes. Throws `BenchFault` where something other than what is to be measured
  /// happened.
  let measure: @Sendable (Workshop) throws -> Measured

  struct Measured {
    var figures: [Figure] = []
    var appendix: [String] = []
  }

  static let all: [Row] = [
    .ingest, .shares, .firstSync, .nothingNew, .record, .questions, .headOffice, .rebuild, .wire,
  ]

  /// How often everything is measured; the table shows the median and both ends.
  static let runCount = 3
}
