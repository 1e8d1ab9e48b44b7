import ConflictFreeRecords
import RecordCatalogue
package import Sampling
package import VisitModel

/// A slot as it was recorded: a name, and whose laptop draws under it.
package struct SlotFacts: Hashable, Sendable {
  package let listVersion: Int
  package let order: Int
  package let name: String
  package let account: AccountID?
}

extension SiteView {
  /// Every slot of every list of the site, by list version and order.
  package func slots() throws -> [SlotFacts] {
    try replica.records.states(of: .slot, in: scope).compactMap { _, state in
      guard let version = state.integer(SlotField.listVersion), version > 0,
        let order = state.integer(SlotField.order), let name = state.text(SlotField.name)
      else { return nil }
      return SlotFacts(
        listVersion: version, order: order, name: name,
        account: state.reference(SlotField.account)?.id.named())
    }.sorted { ($0.listVersion, $0.order) < ($1.listVersion, $1.order) }
  }

  /// The slots in force: those of the newest list; nothing while the supervisor alone draws.
  package func currentSlots() throws -> [SlotFacts] {
    let all = try slots()
    return all.filter { $0.listVersion == all.last?.listVersion }
  }

  /// The slot list of a version, with which a draw can be replayed.
  /// - Returns: nothing for a version that is not here or makes no list.
  package func slotList(version: Int) throws -> SlotList? {
    if version == SlotList.standard.version { return .standard }
    return SlotList(
      version: version, slots: try slots().filter { $0.listVersion == version }.map(\.name))
  }
}

extension SiteView {
  /// Households that a closed round left open: a move-in or a voided visit that became known later.
  /// They are visited in the round after it; ascending. Whoever moved in after the closing is none of
  /// them, and whoever has left since is not waited for.
  /// - Parameter round: the number of the round into which they carry over.
  package func carriedOver(into round: Int, at now: Instant) throws -> [RecordID] {
    guard round > 1 else { return [] }
    let closedAt = try rounds().first { $0.number == round - 1 }?.closedAt ?? now
    let present = Set(try self.round(round, at: now).open)
    return try self.round(round - 1, at: min(closedAt, now)).open.filter(present.contains)
  }

  /// Whether a draw is what was drawn from its eligible households: anyone can check it.
  /// - Returns: nothing while the site's seed or the slot list is not here.
  package func isReplay(_ draw: DrawFacts) throws -> Bool? {
    guard let seed = try facts().flatMap({ SiteSeed($0.seed) }),
      let slots = try slotList(version: draw.slotListVersion)
    else { return nil }
    let request = DrawRequest(
      organiser: draw.organiser, slot: draw.slot, slots: slots, primaryCount: draw.primaryCount,
      reserveCount: draw.reserveCount, eligible: draw.eligible)
    let recorded = try drawEntries(of: draw.key)
      .map { (household: $0.household, kind: $0.kind) }
    return Draw.isReplay(recorded, of: request, seed.round(draw.round))
  }
}
