import SyncProtocol
import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import Sampling
package import VisitModel
import Wording

/// What the store knows about a visit that is about to be recorded.
package struct VisitSetting: Sendable {
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
  package let entry: DrawEntryFacts?
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
      facts.appointment = VisitFacts.AgreedWindow(
        start: appointment.start, end: appointment.end, agreedAt: appointment.agreedAt,
        isCancelled: appointment.state == .cancelled)
    } else if input.agreedWith != nil {
      // Asked in on the spot: the appointment is made by the invitation (A15).
      facts.appointment = VisitFacts.AgreedWindow(
        start: input.start, end: input.end, agreedAt: input.start)
    }
    facts.isDrawn = entry != nil
    facts.isRestricted = household.isRestricted
    facts.isOccupied = household.isOccupied
    if case .visited(let organisers) = status { facts.visitedBy = organisers }
    facts.drawnBy = blocking
    if let earlier { facts.earlier = earlier.isComplaint ? .complaint : .matter }
    facts.items = input.items.map { item in
      VisitFacts.Item(
        topic: item.topic, kind: item.kind, hasText: !item.text.utf8.isEmpty,
        wantsFeedback: item.wantsFeedback, proposesFeedback: item.proposesFeedback)
    }
    facts.saysNoOpinion = input.saysNoOpinion
    facts.signature = input.signature
    facts.hasSignatureReason = input.signatureReason?.utf8.isEmpty == false
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
    let household = try self.household(input.household, of: site, replica)
    let view = SiteView(replica, site.scope)
    let organiser: Organiser = visitor.role.isCompany ? .company : .site
    let entry = try standingEntry(household.key.id, organiser, view)
    let round = try entry.map { try draw($0, view)?.round ?? view.currentRound() }
      ?? view.currentRound()
    let standing = try view.round(
      round, attemptsMax: PolicySettings.standard.attemptsMax)
    // A July draw visited on 2 August counts for July: the month is the draw's, or the visit's own.
    let month =
      try entry.flatMap { try draw($0, view)?.month }
      ?? LocalTime(input.start, in: site.zone).date.civilMonth
    return VisitSetting(
      site: site, household: household, visitor: visitor, organiser: organiser, month: month,
      round: round, interviewers: try interviewers(input, visitor, replica),
      status: standing.status(of: household.key.id),
      blocking: standing.blocking(household.key.id), entry: entry,
      appointment: try appointment(for: input, household, site, replica),
      earlier: try input.earlier.map { try earlier($0, replica) })
  }

  private func draw(_ entry: DrawEntryFacts, _ view: SiteView) throws -> DrawFacts? {
    try view.draws().first { $0.key == entry.draw }
  }

  /// The open entry of a standing draw of this organiser that names the household.
  func standingEntry(
    _ household: RecordID, _ organiser: Organiser, _ view: SiteView
  ) throws -> DrawEntryFacts? {
    let standing = Set(
      try view.draws().filter { $0.state == .standing && $0.organiser == organiser }.map(\.key))
    return try view.drawEntries().first {
      $0.household == household && $0.outcome == .open && standing.contains($0.draw)
    }
  }

  private func interviewers(
    _ input: VisitInput, _ visitor: Visitor, _ replica: Replica
  ) throws -> [(account: AccountID, post: Role)] {
    var present = [(account: visitor.account, post: visitor.role)]
    let people = try replica.records.states(of: .account, in: office.company)
    for name in input.with {
      let found = people.filter { $0.state.text(AccountField.name)?.utf8.elementsEqual(name.utf8) == true }
      guard let person = found.first, found.count == 1 else {
        throw FieldFault.failed(Message(.noSuchPerson, [name]))
      }
      let account: AccountID = person.id.named()
      if account != visitor.account {
        present.append((account, person.state.code(AccountField.role) ?? .serviceOfficer))
      }
    }
    return present
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
    let own = try appointments(of: site, endingAfter: nil, replica)
      .filter { $0.household == household.key.id && $0.state == .agreed }
    return own.first { $0.start <= input.start && input.start <= $0.end }
      ?? (input.agreedWith == nil
        ? own.last {
          LocalTime($0.start, in: site.zone).date == LocalTime(input.start, in: site.zone).date
        } : nil)
  }

  private func earlier(
    _ name: String, _ replica: Replica
  ) throws -> (key: RecordKey, isComplaint: Bool) {
    do {
      let (key, state) = try record(.opinion, named: name, replica)
      return (key, state.code(OpinionField.kind) == OpinionKind.complaint)
    } catch FieldFault.failed {
      let (key, _) = try record(.visit, named: name, replica)
      return (key, false)
    }
  }
}
