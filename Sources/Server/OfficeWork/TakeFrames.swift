import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
import RecordStore
package import VisitModel

extension Office {
  /// Records the frame of a month for every site that has none yet: the counts on which the month's
  /// quota stands (A05). Recorded late, it still counts for 00:00 on the 1st, as far as the roster
  /// tells.
  /// - Returns: how many frames were taken.
  @discardableResult
  package func takeFrames(of month: CivilMonth) throws -> Int {
    let firstDay = month.firstDay
    return try write { replica in
      var taken = 0
      for site in try SiteView.all(in: replica) {
        let view = SiteView(replica, site.scope)
        if try view.frame(of: month) != nil { continue }
        let households = try view.households()
        // A site whose roster has not come yet has no frame to freeze.
        if households.isEmpty { continue }
        let occupied = households.filter { $0.isOccupied(on: firstDay) }
        try publish(
          [
            RecordEdit(
              .monthFrame, RecordIdentity.monthFrame(site: site.scope, month: month),
              [
                MonthFrameField.month: .integer(Int64(month.number)),
                MonthFrameField.totalUnits: .integer(Int64(site.totalUnits)),
                MonthFrameField.occupied: .integer(Int64(occupied.count)),
                MonthFrameField.takenFor: .instant(firstDay.startOfDay(in: site.zone)),
              ])
          ], in: site.scope, on: replica)
        taken += 1
      }
      return taken
    }
  }

  /// Makes every enrolled laptop of a person a reader of a site's confidential notes.
  /// - Returns: how many keys the site's scope now names for the person.
  @discardableResult
  package func appointCustodian(_ account: AccountID, of site: ScopeID) throws -> Int {
    try write { replica in
      let devices = try devices(on: replica).filter {
        $0.account == account && $0.revokedAt == nil
      }
      let edits = devices.map { device in
        RecordEdit(
          .custodianKey,
          RecordIdentity.custodianKey(site: site, key: device.sealingKey.bytes),
          [
            CustodianKeyField.sealingKey: .bytes(device.sealingKey.bytes),
            CustodianKeyField.account: .reference(accountKey(account)),
          ])
      }
      if !edits.isEmpty { try publish(edits, in: site, on: replica) }
      return edits.count
    }
  }
}
