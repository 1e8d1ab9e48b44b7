import WireFormat
package import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import Sampling
import SyncProtocol
package import VisitModel
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
        id: RecordID(prefixOf: environment.randomness.bytes(16)))
      var edits = try visitEdits(input, setting, visit: visit, key, replica)
      for rule in reasons.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        edits.append(try reasonEdit(rule.rawValue, reasons[rule] ?? "", about: visit, key))
      }
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
    var given: [RuleID: String] = [:]
    for (name, text) in input.reasons {
      guard let rule = RuleID(rawValue: name) else {
        throw FieldFault.wrongUsage(Message(.unknownRule, [name]))
      }
      given[rule] = text
    }
    let findings = VisitRules().findings(setting.facts(input, recordedAt: now))
    switch FindingsVerdict(findings, reasons: given) {
    case .refused(let blocks):
      throw FieldFault.refused(Refusal(blocks[0]))
    case .reasonsNeeded(let warnings):
      throw FieldFault.reasonsNeeded(warnings.map(Refusal.init))
    case .accepted(let reasons, let reminders): return (reasons, reminders)
    }
  }

  func reasonEdit(
    _ rule: String, _ text: String, about record: RecordKey, _ key: HouseholdKey
  ) throws -> RecordEdit {
    let reason = RecordKey(
      scope: record.scope, type: .reason,
      id: RecordIdentity.reason(about: record.id, rule: rule))
    return RecordEdit(
      .reason, reason.id,
      [
        ReasonField.about: .reference(record), ReasonField.rule: .text(rule),
        ReasonField.text: try seal(text, under: key, in: reason, field: ReasonField.text),
      ])
  }
}

extension Refusal {
  package init(_ finding: Finding) {
    self.init(rule: finding.rule.rawValue, why: finding.why, cure: finding.cure)
  }
}
