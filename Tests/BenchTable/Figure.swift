/// One line of the table: what was measured, what bounds it on this machine, what it should be.
package struct Figure: Sendable {
  package let name: String
  package let unit: String
  package let samples: Samples
  /// Measured in the same run, so that the ratio says more than the figures.
  package let limit: Limit?
  package let bar: Bar?

  package init(
    _ name: String, _ unit: String, _ samples: Samples, limit: Limit? = nil, bar: Bar? = nil
  ) {
    self.name = name
    self.unit = unit
    self.samples = samples
    self.limit = limit
    self.bar = bar
  }

  /// This figure as a share of its limit.
  package var ratio: Double? { limit.flatMap { samples.share(of: $0.samples) } }

  /// Whether the median keeps to the bar; nothing without one, or without the limit it refers to.
  package var holds: Bool? {
    switch bar {
    case nil: nil
    case .below(let value): samples.median < value
    case .atMost(let value): samples.median <= value
    case .atLeast(let value): samples.median >= value
    case .shareOfLimit(let share): ratio.map { $0 >= share }
    }
  }
}

/// What the machine gives at best for the same work.
package struct Limit: Sendable {
  package let name: String
  package let samples: Samples

  package init(_ name: String, _ samples: Samples) {
    self.name = name
    self.samples = samples
  }
}

/// What a figure is to keep to.
package enum Bar: Hashable, Sendable {
  case below(Double)
  case atMost(Double)
  case atLeast(Double)
  /// At least this share of the limit measured beside it.
  case shareOfLimit(Double)
}
