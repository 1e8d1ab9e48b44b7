import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import Sampling
package import VisitModel
import Wording

extension Office {
  /// Records which laptops of a site may draw: a new slot list, in force from where it arrives. Each
  /// household belongs to one of the slots, so that laptops which have not met draw apart.
  ///
  /// What was drawn under an older list stays drawn.
  /// - Parameter slots: a name and a person of the site for each slot.
  /// - Returns: the version of the list.
  /// - Throws: `OfficeFault` for an empty or doubled name, or a person who does not work there.
  @discardableResult
  package func setSlots(
    _ slots: [(name: String, account: AccountID)], of site: ScopeID
  ) throws -> Int {
    try write { replica in
      let version = (try SiteView(replica, site).slots().last?.listVersion ?? 0) + 1
      guard SlotList(version: version, slots: slots.map(\.name)) != nil,
        slots.allSatisfy({ !$0.name.utf8.isEmpty && $0.name.utf8.count <= Bounds.lineBytesMax })
      else { throw OfficeFault.wrongUsage(Message(.slotsBad)) }
      for slot in slots {
        guard let person = try person(slot.account, on: replica), person.sites.contains(site) else {
          throw OfficeFault.failed(Message(.slotOfStranger, [slot.name]))
        }
      }
      let edits = slots.enumerated().map { index, slot in
        RecordEdit(
          .slot, RecordIdentity.slot(site: site, listVersion: version, order: index + 1),
          [
            SlotField.listVersion: .integer(Int64(version)), SlotField.name: .text(slot.name),
            SlotField.account: .reference(accountKey(slot.account)),
            SlotField.order: .integer(Int64(index + 1)),
          ])
      }
      try publish(edits, in: site, on: replica)
      return version
    }
  }
}
