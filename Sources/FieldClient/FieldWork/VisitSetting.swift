import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import Sampling
import SyncProtocol
package import VisitModel
import Wording

/// What the store knows about a visit that is about to be recorded.
package struct VisitSetting: Sendable {
  /// By what was in force on the day of the visit.
  let rules: VisitRules
  package let site: SiteFacts
  package let household: HouseholdFacts
  package let visitor: Visitor
  package let organiser: Organiser
  package let month: CivilMonth
  package let round: Int
  /// Those present, with the post they hold.
  package let interviewers: [(account: AccountID, post: Role)]
  package let status: RoundView.Status
  package let blocking: Set<Organiser>
  /// The open entry of this organiser's standing draw that the visit settles.
  package let entry: DrawEntryFacts?
  /// The lost primary that a visited reserve stands in for.
  package let replaced: DrawEntryFacts?
  /// A conversation in person with who lives there (A13, A45).
  package let isCountable: Bool
  /// It is the household's turn in the round: a visit that counts, and no return visit.
  package let takesTurn: Bool
  package let appointment: Appointment?
  package let earlier: (key: RecordKey, isComplaint: Bool)?

  func facts(_ input: VisitInput, recordedAt: Instant) -> VisitFacts {
    var facts = VisitFacts(start: input.start, end: input.end, recordedAt: recordedAt)
    facts.kind = input.kind
    facts.organiser = organiser
    facts.mode = input.mode
    facts.byTelephone = input.byTelephone
    facts.posts = interviewers.map(\.post)
    facts.zone = site.zone
    if let appointment {
      facts.appointment = appointment.window
    } else if input.invitedBy != nil {
      // Asked in on the spot: the appointment is made by the invitation (A15).
      facts.appointment = VisitFacts.AgreedWindow(
        start: input.start, end: input.end, agreedAt: input.start)
    }
    facts.isDrawn = entry != nil
    facts.isRestricted = household.isRestricted
    facts.isOccupied = household.isOccupied(on: LocalTime(input.start, in: site.zone).date)
    if case .visited(let organisers) = status { facts.visitedBy = organisers }
    facts.drawnBy = blocking
    if let earlier { facts.earlier = earlier.isComplaint ? .complaint : .matter }
    facts.items = input.items.map { item in
      VisitFacts.Item(
        topic: item.topic, kind: item.kind, hasText: !item.text.isBlank,
        wantsFeedback: item.wantsFeedback, proposesFeedback: item.proposesFeedback)
    }
    facts.saysNoOpinion = input.saysNoOpinion
    facts.signature = input.signature
    facts.hasSignatureReason = input.signatureReason?.isBlank == false
    facts.badgeWorn = input.badgeWorn
    return facts
  }
}

extension Laptop {
  func visitSetting(
    _ input: VisitInput, at siteCode: String?, _ replica: Replica
  ) throws -> VisitSetting {
    let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
    let visitor = try self.visitor(replica)
    let household = try self.household(input.household, of: site, on: input.start, replica)
    let view = SiteView(replica, site.scope)
    let organiser: Organiser = visitor.role.isCompany ? .company : .site
    let rules = VisitRules(try view.settings(at: input.start))
    let isCountable = self.isCountable(input, household, in: site.zone, rules)
    let takesTurn = input.kind == .visit && isCountable
    // A return visit belongs to its own month and to the present round, whatever was drawn.
    let entry =
      takesTurn ? try standingEntries(household.key.id, organiser, view).first : nil
    let draw = try entry.flatMap { try view.draw($0.draw) }
    let round = try draw?.round ?? view.currentRound()
    let standing = try view.round(round, of: household, at: now)
    return VisitSetting(
      rules: rules, site: site, household: household, visitor: visitor, organiser: organiser,
      // A July draw visited on 2 August counts for July: the month is the draw's, or its own.
      month: draw?.month ?? LocalTime(input.start, in: site.zone).date.civilMonth,
      round: round, interviewers: try interviewers(input, visitor, replica),
      status: standing.status(of: household.key.id),
      blocking: standing.blocking(household.key.id), entry: entry,
      replaced: try replaced(by: entry, of: draw, view), isCountable: isCountable,
      takesTurn: takesTurn, appointment: try appointment(for: input, household, site, replica),
      earlier: try input.earlier.map { try earlier($0, of: household, input.start, replica) })
  }

  private func isCountable(
    _ input: VisitInput, _ household: HouseholdFacts, in zone: ZoneOffset, _ rules: VisitRules
  ) -> Bool {
    var facts = VisitFacts(start: input.start, end: input.end, recordedAt: now)
    facts.byTelephone = input.byTelephone
    facts.isOccupied = household.isOccupied(on: LocalTime(input.start, in: zone).date)
    return rules.isCountable(facts)
  }

  /// The first lost primary of a draw that no visited reserve stands in for yet.
  private func replaced(
    by entry: DrawEntryFacts?, of draw: DrawFacts?, _ view: SiteView
  ) throws -> DrawEntryFacts? {
    guard let draw, entry?.kind == .reserve else { return nil }
    return DueEntries(
      try view.drawEntries(of: draw.key), of: draw, in: try view.round(draw.round, at: now),
      restricted: try restricted(view)
    ).unreplaced.first
  }

  func restricted(_ view: SiteView) throws -> Set<RecordID> {
    Set(try view.households().filter(\.isRestricted).map(\.key.id))
  }

  /// The open entries that name the household in standing draws, of one organiser or of both. A
  /// closed round has none, even if a draw of it arrived after the closing.
  func standingEntries(
    _ household: RecordID, _ organiser: Organiser?, _ view: SiteView
  ) throws -> [DrawEntryFacts] {
    let present = try view.currentRound()
    return try view.drawEntries(naming: household).filter { entry in
      guard entry.outcome == .open, let draw = try view.draw(entry.draw) else { return false }
      return draw.state == .standing && draw.round >= present
        && (organiser == nil || draw.organiser == organiser)
    }
  }

  /// Those present, each once: the visitor, and colleagues by their names.
  private func interviewers(
    _ input: VisitInput, _ visitor: Visitor, _ replica: Replica
  ) throws -> [(account: AccountID, post: Role)] {
    var present = [(account: visitor.account, post: visitor.role)]
    for name in input.with {
      let colleague = try self.colleague(named: name, replica)
      if !present.contains(where: { $0.account == colleague.account }) { present.append(colleague) }
    }
    return present
  }

  /// - Throws: `FieldFault.failed` unless just one person of the company has the name.
  package func colleague(
    named name: String, _ replica: Replica
  ) throws -> (account: AccountID, post: Role) {
    let found = try replica.records.states(of: .account, in: office.company).filter {
      $0.state.text(AccountField.name)?.utf8.elementsEqual(name.utf8) == true
    }
    guard let person = found.first, found.count == 1 else {
      throw FieldFault.failed(Message(.noSuchPerson, [name]))
    }
    return (person.id.named(), person.state.code(AccountField.role) ?? .serviceOfficer)
  }

  private func appointment(
    for input: VisitInput, _ household: HouseholdFacts, _ site: SiteFacts, _ replica: Replica
  ) throws -> Appointment? {
    if let name = input.appointment {
      let (key, state) = try record(.appointment, named: name, replica)
      guard let appointment = Appointment(key, state), appointment.household == household.key.id
      else { throw FieldFault.failed(Message(.appointmentOfAnother, [name])) }
      return appointment
    }
    return try appointment(
      of: household.key.id, fitting: input.start,
      orThatDay: input.invitedBy == nil ? .included : .leftOut, site, replica)
  }
}
