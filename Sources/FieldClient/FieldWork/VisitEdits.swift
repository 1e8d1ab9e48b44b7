import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel

extension Laptop {
  /// Every record that one visit writes, but for the reasons kept.
  func visitEdits(
    _ input: VisitInput, _ setting: VisitSetting, visit: RecordKey, _ key: HouseholdKey,
    _ replica: Replica
  ) throws -> [RecordEdit] {
    let scope = setting.site.scope
    var edits: [RecordEdit] = []
    var appointment = setting.appointment?.key
    if appointment == nil, let agreedWith = input.invitedBy {
      let made = try appointmentOnTheSpot(agreedWith, input, setting, key)
      edits.append(made)
      appointment = RecordKey(scope: scope, type: .appointment, id: made.id)
    }
    let opinions = try input.items.enumerated().map { index, item in
      try opinionEdit(item, order: index + 1, visit: visit, key)
    }
    let main = try visitEdit(input, setting, visit: visit, appointment: appointment, key, replica)
    edits.append(main)
    edits += opinions
    for (account, post) in setting.interviewers {
      edits.append(
        RecordEdit(
          .interviewer, RecordIdentity.interviewer(visit: visit.id, account: account),
          [
            InterviewerField.visit: .reference(visit),
            InterviewerField.account: .reference(person(account)),
            InterviewerField.post: .code(post),
          ]))
    }
    if let state = input.signature {
      let outcome: SignatureOutcome =
        switch state {
        case .signed: .signed
        case .refused: .refused(reason: input.signatureReason ?? "")
        case .notAsked: .notAsked(reason: input.signatureReason ?? "")
        case .notApplicable: .notApplicable
        }
      let content = SignedContent.digest(
        visit: main.asState, opinions: opinions.map { (id: $0.id, state: $0.asState) })
      edits.append(try signatureEdit(outcome, visit: visit, content: content, key))
    }
    if let note = input.confidentialNote, !note.isBlank {
      edits.append(try noteEdit(note, about: visit, key, replica))
    }
    // A return visit, or one that does not count, is not what the draw asked for.
    if let entry = setting.entry {
      edits.append(
        RecordEdit(
          .drawEntry, entry.key.id,
          [
            DrawEntryField.outcome: .code(EntryOutcome.visited),
            DrawEntryField.visit: .reference(visit),
            DrawEntryField.replaces: setting.replaced.map { .reference($0.key) },
          ]))
    }
    if setting.takesTurn {
      edits.append(turnEdit(setting.household.key, round: setting.round, TurnField.visited))
    }
    return edits
  }

  func turnEdit(_ household: RecordKey, round: Int, _ act: UInt32) -> RecordEdit {
    RecordEdit(
      .turn,
      RecordIdentity.turn(
        round: RecordIdentity.round(site: household.scope, number: round),
        household: household.id),
      [
        TurnField.round: .integer(Int64(round)), TurnField.household: .reference(household),
        act: .integer(1),
      ])
  }

  func person(_ account: AccountID) -> RecordKey {
    RecordKey(scope: office.company, type: .account, id: account.named())
  }

  private func visitEdit(
    _ input: VisitInput, _ setting: VisitSetting, visit: RecordKey, appointment: RecordKey?,
    _ key: HouseholdKey, _ replica: Replica
  ) throws -> RecordEdit {
    let turn = RecordKey(
      scope: visit.scope, type: .turn,
      id: RecordIdentity.turn(
        round: RecordIdentity.round(site: visit.scope, number: setting.round),
        household: setting.household.key.id))
    var edit = RecordEdit(
      .visit, visit.id,
      [
        VisitField.household: .reference(setting.household.key),
        VisitField.kind: .code(input.kind), VisitField.organiser: .code(setting.organiser),
        VisitField.mode: .code(input.mode), VisitField.start: .instant(input.start),
        VisitField.end: .instant(input.end),
        VisitField.zoneMinutes: .integer(Int64(setting.site.zone.minutes)),
        VisitField.month: .integer(Int64(setting.month.number)),
        VisitField.round: .integer(Int64(setting.round)),
        VisitField.appointment: appointment.map { .reference($0) },
        VisitField.drawEntry: setting.entry.map { .reference($0.key) },
        VisitField.relation: input.relation.map { .code($0) },
        VisitField.badgeWorn: .flag(input.badgeWorn),
        VisitField.satisfaction: input.satisfaction.map { .code($0) },
        VisitField.noOpinion: .flag(input.saysNoOpinion),
        VisitField.recordedAt: .instant(now), VisitField.isCountable: .flag(setting.isCountable),
        VisitField.byTelephone: .flag(input.byTelephone),
        VisitField.turnKnownAtStart: .bytes(
          PackedChanges.pack(try replica.frontier(of: turn, storedBy: input.start))),
      ])
    if !input.withoutOpinion.isEmpty {
      edit[VisitField.topicsWithoutOpinion] = .integer(
        Int64(TopicAnswers.mask(input.withoutOpinion)))
    }
    if let earlier = setting.earlier?.key {
      edit[earlier.type == .opinion ? VisitField.earlierMatter : VisitField.earlierVisit] =
        .reference(earlier)
    }
    for (field, text) in [
      (VisitField.place, input.place), (VisitField.metName, input.met),
      (VisitField.telephone, input.telephone), (VisitField.remark, input.remark),
    ] {
      guard let text, !text.isEmpty else { continue }
      edit[field] = try seal(text, under: key, in: visit, field: field)
    }
    return edit
  }

  func opinionEdit(
    _ item: VisitInput.Item, order: Int, visit: RecordKey, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let record = RecordKey(
      scope: visit.scope, type: .opinion,
      id: RecordID(prefixOf: environment.randomness.bytes(16)))
    return RecordEdit(
      .opinion, record.id,
      [
        OpinionField.visit: .reference(visit), OpinionField.order: .integer(Int64(order)),
        OpinionField.topic: .code(item.topic), OpinionField.kind: .code(item.kind),
        OpinionField.text: try seal(
          item.text, under: key, in: record, field: OpinionField.text),
        OpinionField.wantsFeedback: .flag(item.wantsFeedback),
        OpinionField.proposesFeedback: .flag(item.proposesFeedback),
        OpinionField.urgency: .code(item.urgency),
        // R1-42: complaints go to the complaint procedure; R1-55: all else to the department.
        OpinionField.route: .integer(item.kind == .complaint ? 1 : 2),
      ])
  }

  private func appointmentOnTheSpot(
    _ agreedWith: String, _ input: VisitInput, _ setting: VisitSetting, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let record = RecordKey(
      scope: setting.site.scope, type: .appointment,
      id: RecordID(prefixOf: environment.randomness.bytes(16)))
    return RecordEdit(
      .appointment, record.id,
      [
        AppointmentField.household: .reference(setting.household.key),
        AppointmentField.windowStart: .instant(input.start),
        AppointmentField.windowEnd: .instant(input.end),
        AppointmentField.channel: .code(AppointmentChannel.onTheSpot),
        AppointmentField.agreedAt: .instant(input.start),
        AppointmentField.state: .code(AppointmentState.agreed),
        AppointmentField.account: .reference(person(account)),
        AppointmentField.agreedWith: try seal(
          agreedWith, under: key, in: record, field: AppointmentField.agreedWith),
      ])
  }
}

extension RecordEdit {
  /// The state a record of this edit alone would have; for what is computed before it is written.
  var asState: RecordState {
    RecordState(of: [
      PlacedChange(
        change(saw: []), index: 0, of: .zero, claimedAt: Instant(millisecondsSince1970: 0))
    ])
  }
}
