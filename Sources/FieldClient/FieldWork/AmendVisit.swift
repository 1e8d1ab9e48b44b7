import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

/// A correction of one field of a visit, or of what was said at it.
package enum Amendment: Hashable, Sendable {
  case place(String)
  case metName(String)
  case telephone(String)
  case remark(String)
  case relation(Relation)
  case satisfaction(SatisfactionGrade)
  case mode(VisitMode)
  case start(Instant)
  case end(Instant)
  /// The text of the opinion with this order number.
  case opinion(Int, String)

  /// The rules that look at the field. The others judged the visit when it was recorded, by what was
  /// known of the round then, and are not asked again.
  var rules: Set<RuleID> {
    switch self {
    case .mode: [.r1_43, .r1_46, .r1_47, .r1_52]
    case .start: [.r1_46, .r1_47, .r1_51]
    case .end: [.r1_47, .r1_51]
    case .opinion: [.r1_44]
    case .place, .metName, .telephone, .remark, .relation, .satisfaction: []
    }
  }
}

extension Laptop {
  /// Corrects a field on top of what the editor was shown.
  ///
  /// A start in another month moves a visit that is not from a draw into that month; a drawn one
  /// counts for the month of its draw.
  /// - Parameters:
  ///   - saw: the frontier that `visits show` printed: the visit's, or the opinion's own.
  ///   - reasons: for rules that the corrected visit sets aside, by rule; kept.
  /// - Throws: `FieldFault.refused` (F-saw) when the record has since got changes that the editor has
  ///   not seen: an edit may not overwrite a value that nobody was shown. `.refused` or
  ///   `.reasonsNeeded` naming the rule that the corrected visit breaks.
  package func amendVisit(
    named text: String, _ amendment: Amendment, saw: [ChangeID], reasons: [String: String] = [:]
  ) throws -> RecordKey {
    let given = try ruleReasons(reasons)
    let target = try read { try editableVisit(named: text, $0) }
    let (key, new) = try householdKey(target.household, year: target.year, .visit)
    return try write { replica in
      let visit = try editableVisit(named: text, replica)
      var facts = try self.facts(of: visit, replica)
      let edit = try self.edit(amendment, of: visit, under: key, &facts, replica)
      let record = RecordKey(scope: visit.key.scope, type: edit.type, id: edit.id)
      try requireShown(record, saw, replica)
      let rules = VisitRules(try SiteView(replica, visit.key.scope).settings(at: facts.start))
      let findings = rules.findings(facts).filter { amendment.rules.contains($0.rule) }
      let kept = try reasonsToKeep(for: findings, given, about: visit.key, replica)
      let reasonEdits = try self.reasonEdits(kept, about: visit.key, key)
      try requireNoConflict(in: reasonEdits, of: visit.key.scope, replica)
      try write(
        [edit] + reasonEdits, in: visit.key.scope, saw: [edit.id: saw],
        keys: new.map { [$0] } ?? [], on: replica)
      return record
    }
  }

  /// The reasons to keep: a rule that the record set aside before needs none anew.
  private func reasonsToKeep(
    for findings: [Finding], _ given: [RuleID: String], about visit: RecordKey, _ replica: Replica
  ) throws -> [RuleID: String] {
    let setAside = try rulesSetAside(visit, replica)
    let asked = findings.filter {
      $0.severity != .warning || given[$0.rule] != nil || !setAside.contains($0.rule)
    }
    switch FindingsVerdict(asked, reasons: given) {
    case .refused(let blocks): throw FieldFault.refused(Refusal(blocks[0]))
    case .reasonsNeeded(let warnings):
      throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
    case .accepted(let reasons, _): return reasons
    }
  }

  /// The change, and the facts as they would be with it.
  private func edit(
    _ amendment: Amendment, of visit: EditableVisit, under key: HouseholdKey,
    _ facts: inout VisitFacts, _ replica: Replica
  ) throws -> RecordEdit {
    switch amendment {
    case .place(let text):
      return try sealed(line: text, VisitField.place, "place", of: visit, key)
    case .metName(let text):
      return try sealed(line: text, VisitField.metName, "met", of: visit, key)
    case .telephone(let text):
      return try sealed(line: text, VisitField.telephone, "telephone", of: visit, key)
    case .remark(let text):
      if let flaw = TypedText.flaw(inText: text, place: "remark") { throw FieldFault.failed(flaw) }
      return edit(
        visit, VisitField.remark,
        try seal(text, under: key, in: visit.key, field: VisitField.remark))
    case .relation(let code): return edit(visit, VisitField.relation, .code(code))
    case .satisfaction(let code): return edit(visit, VisitField.satisfaction, .code(code))
    case .mode(let mode):
      facts.mode = mode
      var edit = self.edit(visit, VisitField.mode, .code(mode))
      if mode == .door, facts.appointment == nil, let appointment = try appointment(visit, replica)
      {
        facts.appointment = appointment.window
        edit[VisitField.appointment] = .reference(appointment.key)
      }
      return edit
    case .start(let instant):
      facts.start = instant
      var edit = self.edit(visit, VisitField.start, .instant(instant))
      let month = LocalTime(instant, in: visit.summary.zone).date.civilMonth
      if visit.summary.drawEntry == nil, month != visit.summary.month {
        edit[VisitField.month] = .integer(Int64(month.number))
      }
      return edit
    case .end(let instant):
      facts.end = instant
      return edit(visit, VisitField.end, .instant(instant))
    case .opinion(let order, let text):
      return try opinionEdit(order, text, of: visit, key, &facts, replica)
    }
  }

  private func edit(_ visit: EditableVisit, _ field: UInt32, _ value: Value) -> RecordEdit {
    RecordEdit(.visit, visit.key.id, [field: value])
  }

  private func sealed(
    line text: String, _ field: UInt32, _ place: String, of visit: EditableVisit,
    _ key: HouseholdKey
  ) throws -> RecordEdit {
    if let flaw = TypedText.flaw(inLine: text, place: place) { throw FieldFault.failed(flaw) }
    return edit(visit, field, try seal(text, under: key, in: visit.key, field: field))
  }

  private func opinionEdit(
    _ order: Int, _ text: String, of visit: EditableVisit, _ key: HouseholdKey,
    _ facts: inout VisitFacts, _ replica: Replica
  ) throws -> RecordEdit {
    if let flaw = TypedText.flaw(inText: text, place: "opinion") { throw FieldFault.failed(flaw) }
    let opinions = try self.opinions(of: visit.key, replica)
    guard
      let index = opinions.firstIndex(where: { $0.state.integer(OpinionField.order) == order })
    else { throw FieldFault.failed(Message(.noSuchOpinion, ["\(order)"])) }
    facts.items[index].hasText = !text.isBlank
    let target = opinions[index].key
    return RecordEdit(
      .opinion, target.id,
      [OpinionField.text: try seal(text, under: key, in: target, field: OpinionField.text)])
  }

  /// The household's appointment that fits a visit which turns out to have been at the door.
  private func appointment(_ visit: EditableVisit, _ replica: Replica) throws -> Appointment? {
    guard let site = try SiteView(replica, visit.key.scope).facts() else { return nil }
    return try appointment(
      of: visit.household.id, fitting: visit.summary.start, orThatDay: .included, site, replica)
  }
}
