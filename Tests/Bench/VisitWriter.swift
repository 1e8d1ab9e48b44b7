import ConflictFreeRecords
import Fingerprint
import OfficeWork
import RecordCatalogue
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat

/// One visit that is to be written.
struct VisitPlan {
  var household: RecordKey
  var round: Int
  var start: Instant
  /// The month it counts for; its own where no draw asked for it.
  var month: CivilMonth
  /// From 22:00 a reason is needed (R1-47), and kept in the bundle.
  var isAtNight = false
  /// The draw's entry that it settles, with what the visitor's laptop had of it.
  var entry: (key: RecordKey, saw: [ChangeID])?
  /// What the visitor's laptop had of the household's turn.
  var turnSaw: [ChangeID] = []
}

/// A signed bundle as it travels.
struct MadeVisit: Sendable {
  let id: BundleID
  let envelope: [UInt8]
  /// The household's key of the year, new with this visit, wrapped to the office.
  let key: WrappedKey

  /// - Parameter hasKey: false as for a later visit of the year, when the office has the key.
  func pushed(hasKey: Bool) -> PushedBundle {
    PushedBundle(envelope: envelope, keys: hasKey ? [key] : [])
  }
}

/// Writes visits as `rounds record` writes them, without the reading and checking that go before,
/// so that tens of thousands are made in seconds. `BundleShape` holds the two against each other.
struct VisitWriter {
  let office: OfficeIdentity
  let randomness: Randomness
  let texts: BenchTexts
  let boot = BootID(high: 0x524F_554E_4453, low: 1)

  init(_ folder: OfficeFolder, texts: BenchTexts) {
    office = folder.identity
    randomness = folder.randomness
    self.texts = texts
  }

  /// Writes the device's next bundle.
  func write(_ plan: VisitPlan, with device: inout BenchDevice) throws -> MadeVisit {
    let key = try householdKey(of: plan)
    let recorded = plan.start.advanced(byMilliseconds: 3_600_000)
    let edits = try self.edits(plan, device, key, recorded: recorded)
    let changes = edits.map { edit in
      switch edit.type {
      case .turn: edit.change(saw: plan.turnSaw)
      case .drawEntry: edit.change(saw: plan.entry?.saw ?? [])
      default: edit.change(saw: [])
      }
    }
    let header = BundleHeader(
      scope: device.site, device: device.key.verifyingKey, writer: device.writer,
      previous: device.previous, claimedAt: recorded, zone: .china, boot: boot,
      monotonicMs: UInt64(clamping: recorded.millisecondsSince1970) % 1_000_000_000,
      lastReceipt: device.lastReceipt, program: "rounds/0.1.0", account: device.account)
    let signed = try Signing.sign(Bundle(header: header, changes: changes), with: device.key)
    device.previous = signed.link
    return MadeVisit(
      id: signed.id, envelope: signed.envelope,
      key: WrappedKey(
        id: key.id, household: plan.household, year: key.year, retentionClass: key.retentionClass,
        sealed: try office.sealingKey.seal(
          key.key.bytes, info: KeyWrap.toOffice, context: key.id.bytes)))
  }

  private func householdKey(of plan: VisitPlan) throws -> HouseholdKey {
    guard let bytes = DataKey(bytes: randomness.bytes(DataKey.byteCount)) else {
      throw SealingFailure.malformedKey
    }
    return HouseholdKey(
      id: DataKeyID(prefixOf: randomness.bytes(16)), household: plan.household.id,
      year: LocalTime(plan.start, in: .china).date.year,
      retentionClass: RetentionClass.visit.rawValue, key: bytes)
  }

  private func edits(
    _ plan: VisitPlan, _ device: BenchDevice, _ key: HouseholdKey, recorded: Instant
  ) throws -> [RecordEdit] {
    let visit = record(.visit, of: plan)
    let end = plan.start.advanced(byMilliseconds: 20 * 60_000)
    let appointment = try appointmentEdit(plan, device, key, end: end)
    let main = try visitEdit(
      plan, visit, device, appointment: appointment.id, key, end: end, recorded: recorded)
    let opinion = try opinionEdit(plan, visit, key)
    let content = SignedContent.digest(
      visit: main.alone, opinions: [(id: opinion.id, state: opinion.alone)])
    var edits = [
      appointment, main, opinion,
      RecordEdit(
        .interviewer, RecordIdentity.interviewer(visit: visit.id, account: device.account),
        [
          InterviewerField.visit: .reference(visit),
          InterviewerField.account: .reference(person(device)),
          InterviewerField.post: .code(device.role),
        ]),
      RecordEdit(
        .signature, RecordIdentity.signature(visit: visit.id),
        [
          SignatureField.visit: .reference(visit),
          SignatureField.state: .code(SignatureState.signed),
          SignatureField.content: .bytes(content.bytes), SignatureField.takenAt: .instant(recorded),
        ]),
    ]
    if let entry = plan.entry {
      edits.append(
        RecordEdit(
          .drawEntry, entry.key.id,
          [
            DrawEntryField.outcome: .code(EntryOutcome.visited),
            DrawEntryField.visit: .reference(visit),
          ]))
    }
    edits.append(
      RecordEdit(
        .turn, turn(of: plan),
        [
          TurnField.round: .integer(Int64(plan.round)),
          TurnField.household: .reference(plan.household), TurnField.visited: .integer(1),
        ]))
    if plan.isAtNight { edits.append(try reasonEdit(plan, visit, key)) }
    return edits
  }

  private func visitEdit(
    _ plan: VisitPlan, _ visit: RecordKey, _ device: BenchDevice, appointment: RecordID,
    _ key: HouseholdKey, end: Instant, recorded: Instant
  ) throws -> RecordEdit {
    var edit = RecordEdit(
      .visit, visit.id,
      [
        VisitField.household: .reference(plan.household),
        VisitField.kind: .code(VisitKind.visit),
        VisitField.organiser: .code(device.role.isCompany ? Organiser.company : Organiser.site),
        VisitField.mode: .code(VisitMode.door), VisitField.start: .instant(plan.start),
        VisitField.end: .instant(end),
        VisitField.zoneMinutes: .integer(Int64(ZoneOffset.china.minutes)),
        VisitField.month: .integer(Int64(plan.month.number)),
        VisitField.round: .integer(Int64(plan.round)),
        VisitField.relation: .code(Relation.owner), VisitField.badgeWorn: .flag(true),
        VisitField.satisfaction: .code(SatisfactionGrade.satisfied),
        VisitField.noOpinion: .flag(false), VisitField.recordedAt: .instant(recorded),
        VisitField.isCountable: .flag(true), VisitField.byTelephone: .flag(false),
        VisitField.turnKnownAtStart: .bytes(PackedChanges.pack(plan.turnSaw)),
      ])
    edit[VisitField.appointment] = .reference(
      RecordKey(scope: visit.scope, type: .appointment, id: appointment))
    if let entry = plan.entry { edit[VisitField.drawEntry] = .reference(entry.key) }
    edit[VisitField.metName] = try seal(BenchTexts.met, key, visit, VisitField.metName)
    return edit
  }

  private func opinionEdit(
    _ plan: VisitPlan, _ visit: RecordKey, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let opinion = record(.opinion, of: plan)
    let text = texts.opinion(for: plan.household.id)
    return RecordEdit(
      .opinion, opinion.id,
      [
        OpinionField.visit: .reference(visit), OpinionField.order: .integer(1),
        OpinionField.topic: .code(Topic.cleaning), OpinionField.kind: .code(OpinionKind.suggestion),
        OpinionField.text: try seal(text, key, opinion, OpinionField.text),
        OpinionField.wantsFeedback: .flag(false), OpinionField.proposesFeedback: .flag(false),
        OpinionField.urgency: .code(Urgency.ordinary), OpinionField.route: .integer(2),
      ])
  }

  private func appointmentEdit(
    _ plan: VisitPlan, _ device: BenchDevice, _ key: HouseholdKey, end: Instant
  ) throws -> RecordEdit {
    let appointment = record(.appointment, of: plan)
    return RecordEdit(
      .appointment, appointment.id,
      [
        AppointmentField.household: .reference(plan.household),
        AppointmentField.windowStart: .instant(plan.start),
        AppointmentField.windowEnd: .instant(end),
        AppointmentField.channel: .code(AppointmentChannel.onTheSpot),
        AppointmentField.agreedAt: .instant(plan.start),
        AppointmentField.state: .code(AppointmentState.agreed),
        AppointmentField.account: .reference(person(device)),
        AppointmentField.agreedWith: try seal(
          BenchTexts.met, key, appointment, AppointmentField.agreedWith),
      ])
  }

  private func reasonEdit(
    _ plan: VisitPlan, _ visit: RecordKey, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let reason = RecordKey(
      scope: visit.scope, type: .reason,
      id: RecordIdentity.reason(about: visit.id, rule: BenchTexts.nightRule))
    return RecordEdit(
      .reason, reason.id,
      [
        ReasonField.about: .reference(visit), ReasonField.rule: .text(BenchTexts.nightRule),
        ReasonField.text: try seal(BenchTexts.nightReason, key, reason, ReasonField.text),
      ])
  }

  private func seal(
    _ text: String, _ key: HouseholdKey, _ record: RecordKey, _ field: UInt32
  ) throws -> Value {
    try SealedText.seal(
      text, under: key.key, id: key.id, nonce: randomness.bytes(DataKey.nonceByteCount),
      record: record, field: field)
  }

  private func record(_ type: RecordType, of plan: VisitPlan) -> RecordKey {
    RecordKey(
      scope: plan.household.scope, type: type, id: RecordID(prefixOf: randomness.bytes(16)))
  }

  private func turn(of plan: VisitPlan) -> RecordID {
    RecordIdentity.turn(
      round: RecordIdentity.round(site: plan.household.scope, number: plan.round),
      household: plan.household.id)
  }

  private func person(_ device: BenchDevice) -> RecordKey {
    RecordKey(scope: office.company, type: .account, id: device.account.named())
  }
}

extension RecordEdit {
  /// The state a record of this edit alone has; the signature covers it before it is written.
  fileprivate var alone: RecordState {
    RecordState(of: [
      PlacedChange(
        change(saw: []), index: 0, of: .zero, claimedAt: Instant(millisecondsSince1970: 0))
    ])
  }
}
