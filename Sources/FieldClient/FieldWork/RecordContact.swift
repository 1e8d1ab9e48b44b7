package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// What was heard outside a visit, as it was typed.
package struct ContactInput: Sendable {
  /// A unit, or the beginning of a household's id; nothing where nobody said who they are.
  package var household: String?
  package var channel: Channel
  /// Nothing where the channel says it.
  package var method: CommunicationMethod?
  package var at: Instant
  package var items: [VisitInput.Item]
  /// The colleague who heard it, where that is not the person at the laptop.
  package var heardBy: String?
  package var met: String?
  package var relation: Relation?
  package var telephone: String?

  package init(household: String?, _ channel: Channel, at: Instant, items: [VisitInput.Item]) {
    self.household = household
    self.channel = channel
    self.at = at
    self.items = items
  }
}

/// A contact that is on disk.
package struct RecordedContact: Sendable {
  package let key: RecordKey
  package let matters: [RecordID]
  package let unitCode: String?
  package let reminders: [Finding]
}

extension Laptop {
  /// Writes what was heard in everyday contact, over the front desk or from the opinion box as one
  /// bundle: the contact and each thing that was said (R1-05, R1-10 to R1-13).
  /// - Throws: `FieldFault.refused` with R1-10, F-assigned.
  package func recordContact(
    _ input: ContactInput, at siteCode: String?
  ) throws -> RecordedContact {
    try requireTyped(input)
    let (site, household) = try read { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      return (
        site, try input.household.map { try self.household($0, of: site, on: input.at, replica) }
      )
    }
    let findings = MatterRules.findings(facts(input, in: site.zone))
    let reminders: [Finding]
    switch FindingsVerdict(findings, reasons: [:]) {
    case .refused(let blocks): throw FieldFault.refused(Refusal(blocks[0]))
    case .reasonsNeeded(let warnings):
      throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
    case .accepted(_, let said): reminders = said
    }
    let contact = RecordKey(
      scope: site.scope, type: .contact, id: RecordID(prefixOf: environment.randomness.bytes(16)))
    let (key, new) = try householdKey(
      household?.key ?? contact, year: LocalTime(input.at, in: site.zone).date.year, .visit)
    return try write { replica in
      try requireAssigned(site.scope, replica)
      let opinions = try input.items.enumerated().map { index, item in
        try opinionEdit(item, order: index + 1, visit: contact, key)
      }
      let edit = try contactEdit(input, contact, household?.key, site, key)
      try write([edit] + opinions, in: site.scope, keys: new.map { [$0] } ?? [], on: replica)
      return RecordedContact(
        key: contact, matters: opinions.map(\.id), unitCode: household?.unitCode,
        reminders: reminders)
    }
  }

  /// Voids a contact, with a reason: it and all that was said in it are kept, and in no list any more.
  /// - Throws: `FieldFault.failed` for one that is voided already, `.refused` (F-assigned).
  package func voidContact(named text: String, reason: String) throws -> RecordKey {
    if let flaw = TypedText.flaw(inText: reason, place: "reason") { throw FieldFault.failed(flaw) }
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    let key = try textKey(of: try read { try standingContact(named: text, $0) })
    return try write { replica in
      let contact = try standingContact(named: text, replica).key
      let edit = RecordEdit(
        .contact, contact.id,
        [
          ContactField.voidedAt: .instant(now),
          ContactField.voidReason: try seal(
            reason, under: key.key, in: contact, field: ContactField.voidReason),
        ])
      try requireNoConflict(in: [edit], of: contact.scope, replica)
      try write([edit], in: contact.scope, keys: key.new.map { [$0] } ?? [], on: replica)
      return contact
    }
  }

  private func standingContact(
    named text: String, _ replica: Replica
  ) throws -> MatterSource {
    let (key, _) = try record(.contact, named: text, replica)
    try requireAssigned(key.scope, replica)
    guard let source = try SiteView(replica, key.scope).source(key), !source.isVoided else {
      throw FieldFault.failed(Message(.matterIsVoided))
    }
    return source
  }

  private func requireTyped(_ input: ContactInput) throws {
    let lines = [
      ("heardBy", input.heardBy), ("met", input.met), ("telephone", input.telephone),
    ]
    for (place, text) in lines {
      if let text, let flaw = TypedText.flaw(inLine: text, place: place) {
        throw FieldFault.failed(flaw)
      }
    }
    for item in input.items {
      if let flaw = TypedText.flaw(inText: item.text, place: "opinion") {
        throw FieldFault.failed(flaw)
      }
    }
    guard input.items.count <= Bounds.opinionsMax else {
      throw FieldFault.failed(Message(.tooManyOpinions, ["\(Bounds.opinionsMax)"]))
    }
  }

  private func facts(_ input: ContactInput, in zone: ZoneOffset) -> ContactFacts {
    var facts = ContactFacts(
      input.channel, at: input.at, recordedAt: now,
      items: input.items.map {
        VisitFacts.Item(
          topic: $0.topic, kind: $0.kind, hasText: !$0.text.isBlank,
          wantsFeedback: $0.wantsFeedback, proposesFeedback: $0.proposesFeedback)
      })
    facts.zone = zone
    facts.method = input.method ?? CommunicationMethod(through: input.channel)
    facts.isUrgent = input.items.contains { $0.urgency == .urgent }
    return facts
  }

  private func contactEdit(
    _ input: ContactInput, _ contact: RecordKey, _ household: RecordKey?, _ site: SiteFacts,
    _ key: HouseholdKey
  ) throws -> RecordEdit {
    func sealed(_ text: String?, _ field: UInt32) throws -> Value? {
      guard let text, !text.isBlank else { return nil }
      return try seal(text, under: key, in: contact, field: field)
    }
    let month = LocalTime(input.at, in: site.zone).date.civilMonth
    return RecordEdit(
      .contact, contact.id,
      [
        ContactField.household: household.map { .reference($0) },
        ContactField.channel: .code(input.channel), ContactField.at: .instant(input.at),
        ContactField.zoneMinutes: .integer(Int64(site.zone.minutes)),
        ContactField.month: .integer(Int64(month.number)),
        ContactField.account: .reference(person(account)),
        ContactField.heardBy: input.heardBy.flatMap { $0.isBlank ? nil : .text($0) },
        ContactField.metName: try sealed(input.met, ContactField.metName),
        ContactField.relation: input.relation.map { .code($0) },
        ContactField.telephone: try sealed(input.telephone, ContactField.telephone),
        ContactField.recordedAt: .instant(now),
        ContactField.method: input.method.map { .code($0) },
      ])
  }
}
