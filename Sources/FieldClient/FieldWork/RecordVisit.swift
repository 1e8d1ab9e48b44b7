package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
package import VisitModel
import WireFormat
import Wording

/// A visit that is on disk.
package struct RecordedVisit: Sendable {
  package let key: RecordKey
  package let bundle: BundleID
  package let reminders: [Finding]
  package let reasons: [RuleID: String]
  package let month: CivilMonth
  package let round: Int
}

extension Laptop {
  /// Checks a visit against the rules and writes it as one bundle: the visit, what was said, who was
  /// there, the signature, reasons kept, the turn.
  ///
  /// - Throws: `FieldFault.refused` or `.reasonsNeeded` naming the rule; nothing was written then.
  ///   `.failed` for an `input.id` under which a visit is here already: it was saved before.
  package func recordVisit(_ input: VisitInput, at siteCode: String?) throws -> RecordedVisit {
    for (place, text, isLine) in input.texts {
      let flaw =
        isLine
        ? TypedText.flaw(inLine: text, place: place) : TypedText.flaw(inText: text, place: place)
      if let flaw { throw FieldFault.failed(flaw) }
    }
    guard input.items.count <= Bounds.opinionsMax else {
      throw FieldFault.failed(Message(.tooManyOpinions, ["\(Bounds.opinionsMax)"]))
    }
    let setting = try read { try visitSetting(input, at: siteCode, $0) }
    let year = LocalTime(input.start, in: setting.site.zone).date.year
    let (key, new) = try householdKey(setting.household.key, year: year, .visit)
    return try write { replica in
      // Looked at again in the transaction that writes: another program may have been quicker.
      let setting = try visitSetting(input, at: siteCode, replica)
      let (reasons, reminders) = try accepted(input, setting)
      let visit = RecordKey(
        scope: setting.site.scope, type: .visit,
        id: input.id ?? RecordID(prefixOf: environment.randomness.bytes(16)))
      if input.id != nil, try replica.records.state(of: visit) != nil {
        throw FieldFault.failed(
          Message(.visitAlreadySaved, [String(visit.id.description.prefix(8))]))
      }
      let edits =
        try visitEdits(input, setting, visit: visit, key, replica)
        + reasonEdits(reasons, about: visit, key)
      let bundle = try write(
        edits, in: setting.site.scope, keys: new.map { [$0] } ?? [], on: replica)
      return RecordedVisit(
        key: visit, bundle: bundle.id, reminders: reminders, reasons: reasons,
        month: setting.month, round: setting.round)
    }
  }

  /// Applies the rules.
  /// - Returns: the reasons to keep and what to remind of.
  func accepted(
    _ input: VisitInput, _ setting: VisitSetting
  ) throws -> (reasons: [RuleID: String], reminders: [Finding]) {
    let given = try ruleReasons(input.reasons)
    let findings = setting.rules.findings(setting.facts(input, recordedAt: now))
    switch FindingsVerdict(findings, reasons: given) {
    case .refused(let blocks):
      throw FieldFault.refused(Refusal(blocks[0]))
    case .reasonsNeeded(let warnings):
      throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
    case .accepted(let reasons, let reminders): return (reasons, reminders)
    }
  }

  /// Reasons as a person gave them, by rule.
  /// - Throws: `FieldFault.wrongUsage` for a rule that does not exist, `.failed` for a text that
  ///   cannot be kept.
  func ruleReasons(_ named: [String: String]) throws -> [RuleID: String] {
    var given: [RuleID: String] = [:]
    for (name, text) in named {
      guard let rule = RuleID(rawValue: name) else {
        throw FieldFault.wrongUsage(Message(.unknownRule, [name]))
      }
      if let flaw = TypedText.flaw(inText: text, place: "reasons.\(name)") {
        throw FieldFault.failed(flaw)
      }
      given[rule] = text
    }
    return given
  }

  /// One record for each reason, in the order of the rules.
  func reasonEdits(
    _ reasons: [RuleID: String], about record: RecordKey, _ key: HouseholdKey
  ) throws -> [RecordEdit] {
    try reasons.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, text in
      let reason = RecordKey(
        scope: record.scope, type: .reason,
        id: RecordIdentity.reason(about: record.id, rule: rule.rawValue))
      return RecordEdit(
        .reason, reason.id,
        [
          ReasonField.about: .reference(record), ReasonField.rule: .text(rule.rawValue),
          ReasonField.text: try seal(text, under: key, in: reason, field: ReasonField.text),
        ])
    }
  }
}

extension Refusal {
  package init(_ finding: Finding) {
    self.init(rule: finding.rule.rawValue, why: finding.why, cure: finding.cure)
  }
}
