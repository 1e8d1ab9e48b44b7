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
    case .notice: return notice(change, fields, author)
    case .posting, .seal, .signCheck, .meeting, .meetingTask, .incident, .survey,
      .surveyResponse:
      return deed(change, fields, author)
    case .petition: return petition(change, fields, author)
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

  /// The office numbers notices; who allowed an emergency is asked where posts are known.
  private static func notice(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    if fields.contains(NoticeField.number) || fields.contains(NoticeField.year) { return nil }
    let names = [
      NoticeField.requestedBy, NoticeField.issuedBy, NoticeField.withdrawnBy,
      NoticeField.archivedBy,
    ]
    return fields.count == 1 || names.allSatisfy { isAuthor(change, $0, author) } ? [] : nil
  }

  /// Who says that they did something is the one who did; the company's seal lies at head office (R2-11).
  private static func deed(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    let names: [UInt32]
    switch change.type {
    case .posting:
      names = [PostingField.account, PostingField.takenDownBy, PostingField.mistakenBy]
    case .seal: names = [SealField.account]
    case .signCheck: names = [SignCheckField.account]
    case .meeting: names = [MeetingField.confirmedBy]
    case .incident:
      names = [
        IncidentField.account, IncidentField.toldBy, IncidentField.firmConfirmedBy,
        IncidentField.householdHeardBy, IncidentField.closedBy,
      ]
    case .survey:
      names = [
        SurveyField.account, SurveyField.analysedBy, SurveyField.publishedBy,
        SurveyField.withdrawnBy,
      ]
    case .surveyResponse: names = [SurveyResponseField.account]
    default: names = [MeetingTaskField.doneBy]
    }
    guard fields.count == 1 || names.allSatisfy({ isAuthor(change, $0, author) }) else {
      return nil
    }
    let isCompanySeal =
      change.type == .seal && change[SealField.seal] == .code(SealKind.company)
    return isCompanySeal ? [Set(Role.allCases.filter(\.isCompany))] : []
  }

  /// R2-13 to R2-16: nobody acts in another's name, a conflict settled included, and only whoever decides
  /// takes one up and decides it.
  private static func petition(
    _ change: Change, _ fields: Set<UInt32>, _ author: AccountID
  ) -> [Set<Role>]? {
    let names = [
      PetitionField.employee, PetitionField.acceptedBy, PetitionField.repliedBy,
      PetitionField.takenBy, PetitionField.decidedBy, PetitionField.answeredBy,
      PetitionField.escalatedBy, PetitionField.withdrawnBy,
    ]
    guard names.allSatisfy({ isAuthor(change, $0, author) }) else { return nil }
    return fields.isDisjoint(with: PetitionField.takenAt...PetitionField.decidedBy)
      ? [] : [[.generalAffairs, .generalManager]]
  }

  /// Whether a change leaves a petition that is known whose it is: what the employee handed in and who the
  /// two are stays, the reply is the superior's, and what the employee does about it theirs.
  static func isTheirs(
    _ change: Change, _ author: AccountID, _ known: PetitionParties
  ) -> Bool {
    func names(_ field: UInt32, _ party: AccountID?) -> Bool {
      guard let party, let value = change[field] else { return true }
      if case .reference(let key) = value { return key.id == party.named() }
      return false
    }
    guard names(PetitionField.employee, known.employee),
      names(PetitionField.superior, known.superior)
    else { return false }
    let isEmployee = known.employee.map { $0 == author } ?? true
    let isSuperior = known.superior.map { $0 == author } ?? true
    return change.fields.allSatisfy { field in
      switch field.number {
      case PetitionField.kind...PetitionField.wish: isEmployee
      case PetitionField.acceptedAt...PetitionField.repliedBy: isSuperior
      case PetitionField.answer...PetitionField.objection: isEmployee
      case PetitionField.withdrawnAt...PetitionField.withdrawnBy: isEmployee
      default: true
      }
    }
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
