import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
import SyncProtocol
package import VisitModel
import Wording

extension Office {
  /// Marks a household "do not visit", or lifts the mark.
  /// - Parameter reason: why; sealed under the household's roster key, because it is about somebody.
  /// - Throws: `OfficeFault.failed` for a unit in which nobody is recorded to live, `.wrongUsage` for a
  ///   mark without a reason, or one that is too long.
  package func restrict(
    unit text: String, of site: ScopeID, isRestricted: Bool, reason: String
  ) throws -> RecordID {
    guard !isRestricted || !reason.utf8.isEmpty, reason.utf8.count <= Bounds.lineBytesMax else {
      throw OfficeFault.wrongUsage(Message(.restrictionReasonMissing))
    }
    let (household, today) = try read { replica in
      let view = SiteView(replica, site)
      let today = LocalTime(now, in: try view.facts()?.zone ?? .china).date
      return (try resident(of: text, on: today, view), today)
    }
    let record = household.key
    guard let key = try rosterKeys(of: [record.id], in: site, today)[record.id] else {
      throw SealingFailure.malformedKey
    }
    let sealed = try SealedText.seal(
      reason, under: key.key, id: key.id,
      nonce: environment.randomness.bytes(DataKey.nonceByteCount), record: record,
      field: HouseholdField.restrictionReason)
    try write { replica in
      try publish(
        [
          RecordEdit(
            .household, record.id,
            [
              HouseholdField.isRestricted: .flag(isRestricted),
              HouseholdField.restrictionReason: sealed,
            ])
        ], in: site, on: replica)
    }
    return record.id
  }

  /// Who lives in a unit comes before who is announced.
  private func resident(
    of text: String, on day: CivilDate, _ view: SiteView
  ) throws -> HouseholdFacts {
    let here = try UnitCode(text).map { try view.households(ofUnit: $0) } ?? []
    let present = here.filter { !$0.hasDeparted(by: day) }
    guard let found = present.first(where: { $0.hasJoined(by: day) }) ?? present.first else {
      throw OfficeFault.failed(Message(.noHouseholdInUnit, [text]))
    }
    return found
  }
}
