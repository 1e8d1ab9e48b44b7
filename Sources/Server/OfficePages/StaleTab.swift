import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

/// What came to a record since the page was made whose form was refused: who changed what, when, from what to
/// what. Nothing was written over; whoever sent the form decides again with this before them.
struct StaleTab {
  /// The hidden field in which a form says up to where of its scope's feed its page showed everything, beside a
  /// digest of what was shown, from which alone nobody could tell what changed.
  static let since = "since"
  /// More is counted and not shown.
  private static let shownMax = 30

  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var say: Words { setting.say }

  static func hidden(
    _ scope: ScopeID, on replica: Replica
  ) throws -> (name: String, value: String) {
    (name: since, value: "\(try replica.position(of: scope))")
  }

  /// - Returns: nothing where nothing came, where the form does not say what was shown, and for what the reader
  ///   may not see.
  func blocks() throws -> [Page.Block] {
    try setting.office.read { replica in
      guard let form = try StaleForm(request, setting, form, on: replica) else { return [] }
      let zone = try ConflictTable.zone(of: form.scope, setting, on: replica)
      let words = ValueWords(setting: setting, zone: zone)
      var blocks: [Page.Block] = []
      for change in try replica.changes(of: form.records, in: form.scope, after: form.shown)
      where try setting.office.mayRead(change.record, setting.reader.person, on: replica) {
        blocks += try self.blocks(change, words, on: replica)
      }
      if blocks.isEmpty { return [] }
      let rest = blocks.count - Self.shownMax
      if rest > 0 {
        blocks = Array(blocks.prefix(Self.shownMax)) + [.note(say(.staleMore, "\(rest)"))]
      }
      return [.heading(say(.staleTitle)), .note(say(.staleNote))] + blocks
    }
  }

  /// A difference for each field that has a word; what has none is said to have changed.
  private func blocks(
    _ change: LaterChange, _ words: ValueWords, on replica: Replica
  ) throws -> [Page.Block] {
    let kind = words.kind(change.record.type)
    let who = try self.who(change, words.zone, on: replica)
    var blocks: [Page.Block] = []
    for field in change.fields {
      guard let phrase = RecordWords.field(field.number, of: change.record.type),
        // Who and when is said of every change.
        ![.labelWhen, .labelPerson, .labelReviewer].contains(phrase)
      else { continue }
      let parts = try words.difference(
        from: change.before[field.number], to: field.value, of: change.record,
        field: field.number, on: replica)
      if Self.isSame(parts) { continue }
      blocks.append(.difference(label: say(.staleField, kind, say(phrase), who), parts))
    }
    return blocks.isEmpty ? [.note(say(.staleChanged, kind, who))] : blocks
  }

  /// Two texts that may not be read look alike, and yet one took the other's place.
  private static func isSame(_ parts: [TextPart]) -> Bool {
    parts.allSatisfy { part in
      if case .same(let text) = part { text != ValueWords.hidden } else { false }
    }
  }

  private func who(
    _ change: LaterChange, _ zone: ZoneOffset, on replica: Replica
  ) throws -> String {
    let person = try setting.person(change.account, on: replica)
    let claimed = change.claimedAt.wallText(in: zone)
    let stored = change.storedAt.wallText(in: zone)
    return claimed.utf8.elementsEqual(stored.utf8)
      ? say(.staleBy, person, claimed) : say(.staleByLater, person, claimed, stored)
  }

  /// The texts of a form that is offered no more, so that they are not lost with it.
  func typed() -> [Page.Block] {
    let texts = Self.texts.compactMap { form[$0] }.filter { !$0.isBlank }
    if texts.isEmpty { return [] }
    return [.facts([(label: say(.staleTyped), value: PageCell(texts.joined(separator: "\n")))])]
  }

  /// Names of inputs in which people write.
  private static let texts = [
    "text", "comment", "reason", "finding", "reference", "outcome", "remark", "place", "subject",
    "background", "proposal",
  ]
}

/// What a refused form was about, and what its page showed of it.
struct StaleForm {
  let scope: ScopeID
  let records: [RecordKey]
  let shown: ShownUpTo

  /// - Returns: nothing for a form without a token, or about what is not there or not for this reader.
  init?(
    _ request: PageRequest, _ setting: PageSetting, _ form: FormFields, on replica: Replica
  ) throws {
    let saw = form["saw"].flatMap { SawToken.changes($0) }.map { ShownUpTo.changes($0) }
    let since = form[StaleTab.since].flatMap { UInt64($0) }.map { ShownUpTo.position($0) }
    let found: (records: [RecordKey], shown: ShownUpTo?)?
    switch request.route {
    case .settle:
      found = ConflictPath.record(request).flatMap { record, _ in
        setting.reader.sees(record.scope) ? ([record], saw) : nil
      }
    case .undoSettlement:
      found = try SettledPath(request, setting, on: replica).map { ([$0.view.settled.about], saw) }
    case .decide, .reopen:
      found = try CasePath(request, setting, on: replica).map {
        (try Self.records(of: $0, form, setting, on: replica), since)
      }
    case .acceptVisit, .returnVisit, .recontact:
      found = try VisitPath(request, setting, on: replica).map {
        (try Self.records(ofVisit: $0.visit, on: replica), since)
      }
    case .route, .handOver, .report, .closeMatter:
      found = try MatterPath(request, setting, on: replica).map { path in
        ([SiteView(replica, path.site.scope).handlingKey(of: path.matter.id)], saw)
      }
    case .submitSummary, .approveSummary, .returnSummary:
      found = try MonthPath(request, setting, on: replica).map { path in
        (try Self.records(of: path, since, on: replica), since)
      }
    case .decideMatter:
      found = try MonthPath(request, setting, on: replica).flatMap { path in
        form["matter"].flatMap { RecordID(hex: $0) }.map {
          ([SiteView(replica, path.site.scope).handlingKey(of: $0)], saw)
        }
      }
    case .replyLetter:
      found = try LetterPath(request, setting, on: replica).map { ([$0.letter.key], since) }
    case .amendNotice:
      found = try NoticePath(request, setting, on: replica).map { ([$0.notice.key], saw) }
    case .sealNotice, .postNotice, .takeDownNotice, .checkNotice, .archiveNotice, .withdrawNotice:
      found = try NoticePath(request, setting, on: replica).map {
        (try Self.records(of: $0.notice, on: replica), since)
      }
    case .confirmMeeting:
      found = try MeetingPath(request, setting, on: replica).map { ([$0.meeting.key], saw) }
    case .tellIncident, .confirmIncident, .closeIncident, .voidIncident:
      found = try IncidentPath(request, setting, on: replica).map {
        ([$0.opened.incident.key], saw)
      }
    case .distributeSurvey, .answerSurvey, .analyseSurvey, .publishSurvey, .withdrawSurvey:
      found = try SurveyPath(request, setting, on: replica).map { ([$0.shown.survey.key], saw) }
    case .acceptPetition, .replyPetition, .answerPetition, .escalatePetition, .takePetition,
      .decidePetition, .withdrawPetition:
      found = try PetitionPath(request, setting, on: replica).map { ([$0.petition.key], saw) }
    default: found = nil
    }
    guard let found, let shown = found.shown, let scope = found.records.first?.scope else {
      return nil
    }
    self.scope = scope
    records = found.records
    self.shown = shown
  }

  /// The visits of a case and what was decided about each.
  private static func records(
    of path: CasePath, _ form: FormFields, _ setting: PageSetting, on replica: Replica
  ) throws -> [RecordKey] {
    let site = SiteView(replica, path.site.scope)
    // The case may be gone by now, because a visit of it was voided: the form still names its visits.
    let named =
      ((form["shown"] ?? "").utf8.split(separator: 0x20)
      .map { String(decoding: Array($0), as: UTF8.self) } + [form["visit"] ?? ""])
      .compactMap { RecordID(hex: $0) }
    let members = try path.view(setting, on: replica)?.duplicate.members.map(\.id) ?? []
    return Set(named + members).sorted().flatMap { id in
      [
        RecordKey(scope: path.site.scope, type: .visit, id: id), site.settlementKey(of: id),
      ]
    }
  }

  /// A visit's record as its review shows it.
  private static func records(
    ofVisit visit: RecordKey, on replica: Replica
  ) throws -> [RecordKey] {
    let site = SiteView(replica, visit.scope)
    let signature = RecordKey(
      scope: visit.scope, type: .signature, id: RecordIdentity.signature(visit: visit.id))
    let members = try [Belonging.opinionOfVisit, .interviewerOfVisit, .reasonAbout].flatMap {
      try replica.records.members($0, of: visit).map(\.key)
    }
    return [
      visit, signature, site.reviewKey(of: visit.id), site.recontactKey(of: visit.id),
    ] + members
  }

  /// The summary, and whatever its figures are made of that came since.
  private static func records(
    of path: MonthPath, _ since: ShownUpTo?, on replica: Replica
  ) throws -> [RecordKey] {
    let summary = SiteView(replica, path.site.scope).summaryKey(of: path.month)
    guard case .position(let position)? = since else { return [summary] }
    return try [summary]
      + replica.records(touchedIn: path.site.scope, after: position, of: Self.figured)
  }

  private static let figured: Set<RecordType> = [
    .visit, .opinion, .signature, .review, .recontact, .contact, .handling, .settlement, .letter,
  ]

  private static func records(of notice: Notice, on replica: Replica) throws -> [RecordKey] {
    let members = try [Belonging.sealOfNotice, .postingOfNotice, .checkOfNotice].flatMap {
      try replica.records.members($0, of: notice.key).map(\.key)
    }
    return [notice.key] + members
  }
}
