/// What one measurement gave at each of its runs.
package struct Samples: Hashable, Sendable {
  /// Ascending; at least one.
  package let values: [Double]
  package let median: Double
  package let low: Double
  package let high: Double

  /// - Returns: nothing without a run, and when a value is not a number.
  package init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last, !values.contains(where: \.isNaN) else {
      return nil
    }
    self.values = sorted
    self.low = low
    self.high = high
    let middle = sorted.count / 2
    // For an even number of runs the mean of the two in the middle.
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// This median as a share of another; nothing where the other is 0.
  package func share(of other: Samples) -> Double? {
    other.median == 0 ? nil : median / other.median
  }
}
