import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import VisitModel

/// Which posts a change needs that reviews a visit, sees to a matter, or concerns a month: by the fields
/// that it writes, so that no right hangs on a field that can be left out. A change of one field alone may
/// take over what somebody else wrote: so conflicts are settled.
enum FieldRights {
  /// - Parameter author: who signs the change. What says who decided has to be them.
  /// - Returns: sets of posts, of each of which the author has, or had, one; nothing for what nobody but
  ///   the office may write.
  static func needed(for change: Change, by author: AccountID) -> [Set<Role>]? {
    let fields = Set(change.fields.map(\.number))
    switch change.type {
    case .review: return review(change, fields, author)
    case .recontact:
      if fields.count == 1 { return [reviewers] }
      return isAuthor(change, RecontactField.account, author) ? [] : nil
    case .summary: return summary(change, fields, author)
    case .letter: return letter(change, fields, author)
    case .letterMatter: return [[.siteManager]]
    case .handling:
      let decided: Set<UInt32> = [
        HandlingField.decision, HandlingField.measure, HandlingField.decidedBy,
        HandlingField.decidedAt,
      ]
      guard fields.count == 1 || isAuthor(change, HandlingField.decidedBy, author) else {
        return nil
      }
      return fields.isDisjoint(with: decided) ? [] : [SummaryRules.approvers]
    default: return []
    }
  }

  /// R1-54. Without a state a value is taken that others wrote: a conflict is settled.
  private static func review(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    guard let state = change[ReviewField.state] else { return [reviewers] }
    guard isAuthor(change, ReviewField.account, author), change[ReviewField.account] != nil else {
      return change.fields.count == 1 ? [reviewers] : nil
    }
    let decision: Set<UInt32> = [
      ReviewField.assignee, ReviewField.part, ReviewField.comment,
    ]
    let isAnswer = state == .code(ReviewState.answered) && fields.isDisjoint(with: decision)
    return isAnswer ? [] : [reviewers]
  }

  /// R1-56 and R1-57.
  private static func summary(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    guard let state = change[SummaryField.state] else {
      return [SummaryRules.authors.union(SummaryRules.approvers)]
    }
    let isSubmission = state == .code(SummaryState.submitted)
    let names = [SummaryField.account] + (isSubmission ? [SummaryField.author] : [])
    if fields.count > 1, !names.allSatisfy({ isAuthor(change, $0, author) }) { return nil }
    return [isSubmission ? SummaryRules.authors : SummaryRules.approvers]
  }

  /// R1-59: the site writes, head office answers, and the office numbers.
  private static func letter(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    if fields.contains(LetterField.number) { return nil }
    let answer: Set<UInt32> = [
      LetterField.isAccepted, LetterField.reply, LetterField.repliedBy, LetterField.repliedAt,
    ]
    guard
      fields.count == 1
        || [LetterField.account, LetterField.repliedBy].allSatisfy({
          isAuthor(change, $0, author)
        })
    else { return nil }
    var needed: [Set<Role>] = []
    if !fields.isDisjoint(with: answer) { needed.append(AuthorityRules.repliers) }
    if !fields.isSubset(of: answer) { needed.append([.siteManager]) }
    return needed
  }

  /// A field that names who did it names the author, or is not there.
  private static func isAuthor(_ change: Change, _ field: UInt32, _ author: AccountID) -> Bool {
    guard let value = change[field] else { return true }
    if case .reference(let key) = value { return key.id == author.named() }
    return false
  }

  private static let reviewers = Organiser.allCases.reduce(into: Set<Role>()) {
    $0.formUnion(ReviewRules.reviewers(of: $1))
  }
}
