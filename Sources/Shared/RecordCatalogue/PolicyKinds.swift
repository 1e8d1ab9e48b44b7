/// What the firm decided about one decision, from a day on, in the company's scope. What no record says
/// is as it ships. Its id is computed from the day and the decision.
package enum PolicySettingField {
  /// `A01` to `A51`, `P01`.
  package static let decision: UInt32 = 1
  package static let from: UInt32 = 2
  /// A JSON object: every setting of the decision, by name.
  package static let values: UInt32 = 3
  package static let edition: UInt32 = 4
  package static let source: UInt32 = 5
  /// 1: nobody has confirmed it.
  package static let isAssumed: UInt32 = 6
  package static let decidedAt: UInt32 = 7
}
