package import ConflictFreeRecords

// Which conflicts ask something of somebody.

extension RecordState {
  /// The fields in conflict that somebody has to settle. Two people who did the same thing without knowing
  /// of each other agree: that each wrote their own name and time beside it is no question. Where they did
  /// different things, or one of the two was settled away, name and time are part of what is to be settled.
  package func questions(of type: RecordType) -> [UInt32] {
    let found = conflicts
    let writers = Self.writers[type] ?? []
    guard found.allSatisfy(writers.contains) else { return found }
    // What each of them did still stands, and says the same.
    let standing = Set(
      heads.filter { !writers.contains($0.key) }.flatMap { $0.value.map(\.change) })
    let agree = found.allSatisfy { field in
      (heads[field] ?? []).allSatisfy { standing.contains($0.change) }
    }
    return agree ? [] : found
  }

  /// Fields that say who wrote a record's other fields, and when.
  private static let writers: [RecordType: Set<UInt32>] = [
    .review: [ReviewField.account, ReviewField.at],
    .recontact: [RecontactField.account, RecontactField.at],
    .handling: [
      HandlingField.account, HandlingField.at, HandlingField.statusAt, HandlingField.decidedBy,
      HandlingField.decidedAt,
    ],
    .summary: [SummaryField.account, SummaryField.at],
    .surveyResponse: [SurveyResponseField.account, SurveyResponseField.at],
  ]
}
