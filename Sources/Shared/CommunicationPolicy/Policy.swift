package import TextFormats
package import VisitModel

/// What one edition says of one decision, from a day on.
package struct PolicyEntry: Hashable, Sendable {
  package let decision: String
  package let edition: String
  /// The first day on which it is in force.
  package let from: CivilDate
  /// Where it was taken from: a place in the procedures, or a resolution of the firm's.
  package let source: String
  package let rules: [String]
  /// The text says nothing, and nobody has confirmed it.
  package let isAssumed: Bool
  /// Every setting of the decision, by name.
  package let values: [String: PolicyValue]

  package init(
    decision: String, edition: String, from: CivilDate, source: String, rules: [String],
    isAssumed: Bool, values: [String: PolicyValue]
  ) {
    self.decision = decision
    self.edition = edition
    self.from = from
    self.source = source
    self.rules = rules
    self.isAssumed = isAssumed
    self.values = values
  }

  /// The same with these values.
  fileprivate func holding(_ values: [String: PolicyValue]) -> PolicyEntry {
    PolicyEntry(
      decision: decision, edition: edition, from: from, source: source, rules: rules,
      isAssumed: isAssumed, values: values)
  }

  /// Members of the values, in the order of the table.
  package var valuesJSON: JSON {
    .object(
      (Decision.named(decision)?.settings ?? []).compactMap { setting in
        values[setting.name].map { JSON.Member(setting.name, $0.json) }
      })
  }
}

/// The decisions by day: a function of the day alone, so that a record of the past keeps the values that
/// were in force when it was made.
package struct Policy: Hashable, Sendable {
  /// Ascending by day; of one day the later in the list goes before.
  private let entries: [PolicyEntry]
  /// The settings from each day on which any changed.
  private let steps: [(from: CivilDate, settings: PolicySettings)]

  /// - Parameter entries: none from before what ships.
  init(_ entries: [PolicyEntry]) {
    self.entries = entries.enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }.map(\.element)
    var settings = PolicySettings()
    var steps: [(from: CivilDate, settings: PolicySettings)] = []
    for entry in self.entries {
      for setting in Decision.named(entry.decision)?.settings ?? [] {
        // What a later program wrote and this one cannot hold leaves the value as it was.
        if let value = entry.values[setting.name] { _ = setting.take(value, &settings) }
      }
      if steps.last?.from == entry.from { steps.removeLast() }
      steps.append((entry.from, settings))
    }
    self.steps = steps
  }

  /// What ships, and what the firm decided since. What claims to be older than what ships counts for
  /// nothing: no program of ours writes it.
  package func taking(_ newer: [PolicyEntry]) -> Policy {
    Policy(entries + newer.filter { $0.from >= Self.shipped.from })
  }

  /// The settings in force on a day; before the first, the first.
  package func settings(on day: CivilDate) -> PolicySettings {
    (steps.last { $0.from <= day } ?? steps.first)?.settings ?? PolicySettings()
  }

  /// What is said of a decision on a day; before the first, the first.
  package func entry(of decision: String, on day: CivilDate) -> PolicyEntry? {
    let its = entries.filter { $0.decision == decision }
    guard let index = its.lastIndex(where: { $0.from <= day }) else { return its.first }
    // A value that this program cannot hold, because a later one wrote it, leaves the older in force.
    let values = its[...index].reduce(into: [String: PolicyValue]()) { sum, entry in
      sum.merge(entry.values) { $1 }
    }
    return its[index].holding(values)
  }

  /// Whatever was said of a decision, ascending by day.
  package func history(of decision: String) -> [PolicyEntry] {
    entries.filter { $0.decision == decision }
  }

  package static func == (a: Policy, b: Policy) -> Bool { a.entries == b.entries }
  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }

  /// The file that ships, `policy.json` beside this one.
  package static let shipped: PolicyFile = {
    do { return try PolicyFile(bytes: PackageResources.policy_json, mustBeWhole: true) } catch {
      // No input of anybody's: a program built with a broken file of its own must not start.
      preconditionFailure("policy.json: \(error)")
    }
  }()

  package static let standard = Policy(shipped.entries)
}
