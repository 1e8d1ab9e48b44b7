import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import SyncProtocol
package import VisitModel
import WireFormat

/// The office's decision about an authentic bundle: never whether to keep it, only whether it takes
/// part now.
package enum AdmissionDecision: Hashable, Sendable {
  case admit(isLate: Bool)
  case hold(HoldReason)
}

/// What the decision depends on, gathered in the transaction that stores the bundle.
package struct AdmissionFacts: Hashable, Sendable {
  /// What the writer had heard from the office, by the receipt its header names.
  package enum Heard: Hashable, Sendable {
    /// The receipt was issued at this moment.
    case by(Instant)
    /// It names none, and no bundle of its device ever did: it may never have been answered.
    case nothing
    /// It names one the office never issued, or none although its device held some before.
    case unclear
  }

  package var isOffice: Bool
  /// Nothing for a key the office never enrolled.
  package var device: Device?
  package var person: Person?
  package var company: ScopeID
  package var isKnownScope: Bool
  package var heard: Heard
  /// Posts that accounts named as interviewers have, or had, and those of whoever decides.
  package var posts: [AccountID: Set<Role>]
  /// For whom the draws were drawn that the bundle changes.
  package var drawsOf: [RecordID: Organiser]
  /// Whose the petitions are that the bundle changes, as far as they are known.
  package var partiesOf: [RecordID: PetitionParties]
}

/// The employee and the superior whom a petition names; nothing for one that it does not name yet.
package struct PetitionParties: Hashable, Sendable {
  package var employee: AccountID?
  package var superior: AccountID?
}

package enum AdmissionRules {
  /// Pure: the same facts, the same decision.
  package static func decide(_ bundle: Bundle, _ facts: AdmissionFacts) -> AdmissionDecision {
    if facts.isOffice { return .admit(isLate: false) }
    guard facts.isKnownScope else { return .hold(.wrongCompany) }
    guard let device = facts.device, let person = facts.person else { return .hold(.unknownKey) }
    if let revoked = device.revokedAt {
      // A thief can leave the receipt out, so only one that is older proves work from before.
      guard case .by(let moment) = facts.heard, moment < revoked else {
        return .hold(.deviceRevoked)
      }
    }
    guard bundle.header.account == device.account else { return .hold(.unknownKey) }
    guard bundle.isReadable else { return .hold(.programTooOld) }
    if bundle.header.scope == facts.company { return .hold(.roleMayNotWrite) }
    if !bundle.changes.allSatisfy({ mayWrite($0, person, facts) }) {
      return .hold(.roleMayNotWrite)
    }
    if person.sites.contains(bundle.header.scope) {
      return .admit(isLate: device.revokedAt != nil)
    }
    // Work done before the reassignment reached the laptop is credited, and marked late.
    if let withdrawn = person.formerSites[bundle.header.scope] {
      switch facts.heard {
      case .by(let moment) where moment < withdrawn: return .admit(isLate: true)
      case .nothing: return .admit(isLate: true)
      case .by, .unclear: break
      }
    }
    return .hold(.siteNotAssigned)
  }

  /// Which record types a person's laptop may write, and in whose name: visits and draws of the
  /// company are made by its own people, and nobody can give an interviewer a post they never had.
  private static func mayWrite(
    _ change: Change, _ person: Person, _ facts: AdmissionFacts
  ) -> Bool {
    if RecordType.writtenByOfficeOnly.contains(change.type) { return false }
    let organiser: Value?
    switch change.type {
    case .visit: organiser = change[VisitField.organiser]
    case .draw:
      // Neither side gives up the other's draw.
      organiser =
        change[DrawField.organiser] ?? facts.drawsOf[change.record].map { Value.code($0) }
    case .attempt: organiser = change[AttemptField.organiser]
    case .interviewer: return hasPost(change, facts.posts)
    case .review, .recontact, .summary, .letter, .letterMatter, .handling, .notice, .posting,
      .seal, .signCheck, .meeting, .meetingTask, .petition, .incident, .survey, .surveyResponse:
      if change.type == .notice, !isAllowed(change, facts.posts) { return false }
      if let parties = facts.partiesOf[change.record], change.type == .petition,
        !FieldRights.isTheirs(change, person.id, parties)
      {
        return false
      }
      // Those who held the post when they decided may since have got another. Whether a reviewer had part
      // in the visit is told where it is shown, because a colleague's word may come later.
      let posts = facts.posts[person.id] ?? []
      return FieldRights.needed(for: change, by: person.id)
        .map { $0.allSatisfy { !posts.isDisjoint(with: $0) } } ?? false
    case .household:
      // "Do not visit" is the office's word: no side makes its own round smaller.
      return change[HouseholdField.isRestricted] == nil
        && change[HouseholdField.restrictionReason] == nil
    default: return true
    }
    guard let organiser else { return true }
    return organiser == .code(person.role.isCompany ? Organiser.company : .site)
  }

  /// Nobody can say that an emergency was allowed by whoever never had the post to allow it.
  private static func isAllowed(_ change: Change, _ posts: [AccountID: Set<Role>]) -> Bool {
    guard case .reference(let approver)? = change[NoticeField.emergencyApprover] else {
      return true
    }
    return !(posts[approver.id.named()] ?? []).isDisjoint(with: NoticeRules.approvers)
  }

  private static func hasPost(_ change: Change, _ posts: [AccountID: Set<Role>]) -> Bool {
    guard case .reference(let account)? = change[InterviewerField.account],
      case .code(Role.setNumber, let number)? = change[InterviewerField.post],
      let post = Role(rawValue: Int(number))
    else { return false }
    return posts[account.id.named()]?.contains(post) ?? false
  }
}

/// Who wrote a request's bundles, asked once for each: within a request only the office's own bundles
/// could change the answers.
struct KnownWriters {
  fileprivate var writers: [VerifyingKey: (device: Device?, person: Person?)] = [:]
  fileprivate var scopes: [ScopeID: Bool] = [:]
  fileprivate var accounts: [AccountID: RecordState?] = [:]
}

extension Office {
  func admissionFacts(
    _ bundle: VerifiedBundle, on replica: Replica, _ known: inout KnownWriters
  ) throws -> AdmissionFacts {
    let header = bundle.bundle.header
    let (device, person) = try writer(header.device, on: replica, &known)
    let isNow = person?.sites.contains(header.scope) == true && device?.revokedAt == nil
    return AdmissionFacts(
      isOffice: header.device == secrets.signing.verifyingKey, device: device, person: person,
      company: company, isKnownScope: try isKnown(header.scope, on: replica, &known),
      heard: isNow ? .nothing : try heard(header, on: replica),
      posts: try posts(of: bundle.bundle, on: replica, &known),
      drawsOf: try drawsChanged(by: bundle.bundle, on: replica),
      partiesOf: try petitionsChanged(by: bundle.bundle, on: replica))
  }

  private func writer(
    _ key: VerifyingKey, on replica: Replica, _ known: inout KnownWriters
  ) throws -> (device: Device?, person: Person?) {
    if let writer = known.writers[key] { return writer }
    let device: Device? = try self.device(key, on: replica)
    let person: Person? = try device.flatMap { try self.person($0.account, on: replica) }
    known.writers[key] = (device, person)
    return (device, person)
  }

  private func isKnown(
    _ scope: ScopeID, on replica: Replica, _ known: inout KnownWriters
  ) throws -> Bool {
    if let answer = known.scopes[scope] { return answer }
    let answer = try scope == company || replica.records.state(of: siteKey(scope)) != nil
    known.scopes[scope] = answer
    return answer
  }

  private func drawsChanged(
    by bundle: Bundle, on replica: Replica
  ) throws -> [RecordID: Organiser] {
    var known: [RecordID: Organiser] = [:]
    for change in bundle.changes
    where change.type == .draw && change[DrawField.organiser] == nil {
      let key = RecordKey(scope: bundle.header.scope, type: .draw, id: change.record)
      known[change.record] = try replica.records.state(of: key)?.code(DrawField.organiser)
    }
    return known
  }

  private func petitionsChanged(
    by bundle: Bundle, on replica: Replica
  ) throws -> [RecordID: PetitionParties] {
    var known: [RecordID: PetitionParties] = [:]
    for change in bundle.changes where change.type == .petition {
      let key = RecordKey(scope: bundle.header.scope, type: .petition, id: change.record)
      guard let state = try replica.records.state(of: key) else { continue }
      known[change.record] = PetitionParties(
        employee: state.reference(PetitionField.employee)?.id.named(),
        superior: state.reference(PetitionField.superior)?.id.named())
    }
    return known
  }

  private func heard(
    _ header: BundleHeader, on replica: Replica
  ) throws -> AdmissionFacts.Heard {
    guard header.lastReceipt != nil else {
      return try replica.log.namesReceipts(header.device) ? .unclear : .nothing
    }
    return try receiptTime(header, on: replica).map(AdmissionFacts.Heard.by) ?? .unclear
  }

  /// Every post that the accounts named as interviewers ever had, and whoever decided something: a laptop
  /// may not have heard of the newest.
  private func posts(
    of bundle: Bundle, on replica: Replica, _ known: inout KnownWriters
  ) throws -> [AccountID: Set<Role>] {
    var posts: [AccountID: Set<Role>] = [:]
    for change in bundle.changes {
      switch change.type {
      case .interviewer:
        guard case .reference(let key)? = change[InterviewerField.account], key.scope == company
        else { continue }
        try add(
          postsOf: key.id.named(), claimed: change[InterviewerField.post], to: &posts, on: replica,
          &known)
      case .notice:
        if case .reference(let key)? = change[NoticeField.emergencyApprover],
          key.scope == company
        {
          try add(postsOf: key.id.named(), claimed: nil, to: &posts, on: replica, &known)
        }
      case .review, .summary, .letter, .letterMatter, .handling, .seal, .petition:
        try add(postsOf: bundle.header.account, claimed: nil, to: &posts, on: replica, &known)
      default: continue
      }
    }
    return posts
  }

  /// - Parameter claimed: where it is the present post, the earlier ones need not be looked up.
  private func add(
    postsOf id: AccountID, claimed: Value?, to posts: inout [AccountID: Set<Role>],
    on replica: Replica, _ known: inout KnownWriters
  ) throws {
    guard let state = try account(id, on: replica, &known) else { return }
    let present = state.code(AccountField.role, as: Role.self)
    if let present { posts[id, default: []].insert(present) }
    if present.map({ claimed == .code($0) }) ?? false { return }
    for written in try replica.records.changes(of: state) {
      for field in written.fields where field.number == AccountField.role {
        if case .code(Role.setNumber, let number) = field.value,
          let role = Role(rawValue: Int(number))
        {
          posts[id, default: []].insert(role)
        }
      }
    }
  }

  private func account(
    _ id: AccountID, on replica: Replica, _ known: inout KnownWriters
  ) throws -> RecordState? {
    if let state = known.accounts[id] { return state }
    let state = try replica.records.state(of: accountKey(id))
    known.accounts[id] = .some(state)
    return state
  }

  /// When the receipt a header names was issued. Only asked for laptops that have lost a right, and on pages that
  /// show two sides, so it looks through that device's bundles instead of keeping an index for all.
  func receiptTime(_ header: BundleHeader, on replica: Replica) throws -> Instant? {
    guard let wanted = header.lastReceipt else { return nil }
    var found: Instant?
    try replica.connection.forEach(
      "SELECT receipt FROM bundle WHERE device = ? AND receipt IS NOT NULL",
      [.blob(header.device.bytes)]
    ) { row in
      let bytes = try row.blob(0)
      if ReceiptCodec.hash(bytes) == wanted {
        found = try ReceiptCodec.open(bytes, office: secrets.signing.verifyingKey).receivedAt
      }
    }
    return found
  }
}
