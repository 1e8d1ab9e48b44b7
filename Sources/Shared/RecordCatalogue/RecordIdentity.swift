import Fingerprint
package import VisitModel

/// Record ids that are computed, so that two people who create a thing offline meet in one record.
///
/// Each is the first 16 bytes of SHA-256 over a domain tag and the parts named, in that order;
/// numbers as four bytes, big-endian; texts as the UTF-8 bytes of their normalised form.
package enum RecordIdentity {
  package static func site(company: ScopeID, code: UnitCode) -> ScopeID {
    id("rounds site v1", company.bytes, Array(code.text.utf8)).named()
  }

  package static func unit(company: ScopeID, site: ScopeID, code: UnitCode) -> RecordID {
    id("rounds unit v1", company.bytes, site.bytes, Array(code.text.utf8))
  }

  /// A new family is a new household: its identity continues from the one before.
  package static func household(unit: RecordID, previous: RecordID?) -> RecordID {
    id("rounds household v1", unit.bytes, previous?.bytes ?? [])
  }

  package static func round(site: ScopeID, number: Int) -> RecordID {
    id("rounds round v1", site.bytes, bigEndian(number))
  }

  package static func turn(round: RecordID, household: RecordID) -> RecordID {
    id("rounds turn v1", round.bytes, household.bytes)
  }

  package static func monthFrame(site: ScopeID, month: CivilMonth) -> RecordID {
    id("rounds month frame v1", site.bytes, bigEndian(month.number))
  }

  package static func drawEntry(draw: RecordID, household: RecordID) -> RecordID {
    id("rounds draw entry v1", draw.bytes, household.bytes)
  }

  /// One decision for each held bundle, whose id is given.
  package static func admission(of bundle: [UInt8]) -> RecordID {
    id("rounds admission v1", bundle)
  }

  package static func device(_ key: [UInt8]) -> RecordID { id("rounds device v1", key) }

  package static func assignment(account: AccountID, site: ScopeID) -> RecordID {
    id("rounds assignment v1", account.bytes, site.bytes)
  }

  package static func custodianKey(site: ScopeID, key: [UInt8]) -> RecordID {
    id("rounds custodian key v1", site.bytes, key)
  }

  package static func interviewer(visit: RecordID, account: AccountID) -> RecordID {
    id("rounds interviewer v1", visit.bytes, account.bytes)
  }

  package static func signature(visit: RecordID) -> RecordID {
    id("rounds visit signature v1", visit.bytes)
  }

  package static func reason(about: RecordID, rule: String) -> RecordID {
    id("rounds reason v1", about.bytes, Array(rule.utf8))
  }

  package static func slot(site: ScopeID, listVersion: Int, order: Int) -> RecordID {
    id("rounds slot v1", site.bytes, bigEndian(listVersion), bigEndian(order))
  }

  /// The decision about a visit: at most one is in force at a time.
  package static func settlement(visit: RecordID) -> RecordID {
    id("rounds settlement v1", visit.bytes)
  }

  package static func calendarYear(company: ScopeID, year: Int) -> RecordID {
    id("rounds calendar year v1", company.bytes, bigEndian(year))
  }

  /// - Parameter year: of the notice that names the day; nothing for the firm's own.
  package static func calendarDay(company: ScopeID, date: CivilDate, year: Int?) -> RecordID {
    id(
      "rounds calendar day v1", company.bytes, Array(date.description.utf8), bigEndian(year ?? 0))
  }

  package static func policySetting(
    company: ScopeID, from: CivilDate, decision: String
  ) -> RecordID {
    id(
      "rounds policy setting v1", company.bytes, Array(from.description.utf8),
      Array(decision.utf8))
  }

  /// Two reviewers of one visit meet here.
  package static func review(visit: RecordID) -> RecordID { id("rounds review v1", visit.bytes) }

  package static func recontact(visit: RecordID) -> RecordID {
    id("rounds recontact v1", visit.bytes)
  }

  /// What becomes of one matter.
  package static func handling(matter: RecordID) -> RecordID {
    id("rounds handling v1", matter.bytes)
  }

  package static func summary(site: ScopeID, month: CivilMonth) -> RecordID {
    id("rounds summary v1", site.bytes, bigEndian(month.number))
  }

  package static func summaryAmendment(summary: RecordID, number: Int) -> RecordID {
    id("rounds summary amendment v1", summary.bytes, bigEndian(number))
  }

  package static func letterMatter(letter: RecordID, matter: RecordID) -> RecordID {
    id("rounds letter matter v1", letter.bytes, matter.bytes)
  }

  package static func waiver(subject: RecordID, rule: String) -> RecordID {
    id("rounds waiver v1", subject.bytes, Array(rule.utf8))
  }

  package static func escalation(subject: RecordID, rule: String) -> RecordID {
    id("rounds escalation v1", subject.bytes, Array(rule.utf8))
  }

  package static func noticePlace(notice: RecordID, code: UnitCode) -> RecordID {
    id("rounds notice place v1", notice.bytes, Array(code.text.utf8))
  }

  /// - Parameters:
  ///   - department: nothing for the company's own meeting, which counts as 0.
  ///   - day: on which it was held; of one that was not, the Monday of its week.
  package static func meeting(
    scope: ScopeID, _ kind: MeetingKind, department: Department?, day: CivilDate
  ) -> RecordID {
    id(
      "rounds meeting v1", scope.bytes, bigEndian(kind.rawValue),
      bigEndian(department?.rawValue ?? 0), Array(day.description.utf8))
  }

  /// One answer for each numbered slip, in a survey without a key for its slips. There are few numbers:
  /// whoever tries them all finds whose answer is whose.
  package static func surveyResponse(survey: RecordID, slip: String) -> RecordID {
    id("rounds survey response v1", survey.bytes, Array(slip.utf8))
  }

  /// The same, for nobody to find without the key.
  /// - Parameter key: 32 bytes.
  package static func surveyResponse(survey: RecordID, slip: String, key: [UInt8]) -> RecordID {
    id("rounds survey slip v1", key, survey.bytes, Array(slip.utf8))
  }

  package static func retentionHold(subject: RecordID) -> RecordID {
    id("rounds retention hold v1", subject.bytes)
  }

  private static func id(_ domain: StaticString, _ parts: [UInt8]...) -> RecordID {
    var joined: [UInt8] = []
    for part in parts { joined.append(contentsOf: part) }
    return RecordID(prefixOf: Digest(domain: domain, joined).bytes)
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    let word = UInt32(clamping: number)
    return stride(from: UInt32(24), through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: word >> $0)
    }
  }
}

extension CivilMonth {
  /// year × 100 + month, as the log stores a month.
  package var number: Int { year * 100 + month }

  package init?(number: Int64) {
    guard number >= 0, number <= 999_912 else { return nil }
    self.init(year: Int(number / 100), month: Int(number % 100))
  }
}
