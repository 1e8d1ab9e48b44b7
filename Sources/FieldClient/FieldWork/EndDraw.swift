import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel
import Wording

/// A draw with what became of each of its entries.
package struct DrawOverview: Sendable {
  package let draw: DrawFacts
  package let drawnBy: String
  package let entries: [(entry: DrawEntryFacts, unitCode: String, outcome: EntryOutcome)]
  /// Drawing again from the same households gives the same list; nothing where that cannot be told.
  package let isReplay: Bool?
}

extension Laptop {
  /// Every draw of a site, the newest first.
  package func draws(of site: SiteFacts, _ replica: Replica) throws -> [DrawOverview] {
    let view = SiteView(replica, site.scope)
    let units = Dictionary(try view.households().map { ($0.key.id, $0.unitCode) }) { a, _ in a }
    let entries = Dictionary(grouping: try view.drawEntries(), by: \.draw)
    return try view.draws().reversed().map { draw in
      DrawOverview(
        draw: draw, drawnBy: try draw.account.map { try personName($0, replica) } ?? "",
        entries: (entries[draw.key] ?? []).map { entry in
          // Nobody waits any longer for what a draw that was given up left open.
          let isGivenBack = entry.outcome == .open && draw.state != .standing
          return (entry, units[entry.household] ?? "", isGivenBack ? .released : entry.outcome)
        }, isReplay: try view.isReplay(draw))
    }
  }

  /// The draw that the beginning of an id means.
  /// - Throws: `FieldFault.failed` when there is none, `.wrongUsage` when it fits several.
  package func draw(
    named text: String, of site: SiteFacts, _ replica: Replica
  ) throws -> DrawOverview {
    let wanted = Array(text.lowercased().utf8)
    let found = try draws(of: site, replica).filter {
      wanted.count >= 6 && $0.draw.key.id.description.utf8.starts(with: wanted)
    }
    if found.count > 1 { throw FieldFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let draw = found.first else { throw FieldFault.failed(Message(.noSuchRecord, [text])) }
    return draw
  }

  /// Gives a draw up: released when it is no longer wanted, cancelled when it was wrong. Visits made
  /// under it stay as they are; whoever was not visited may be drawn again.
  ///
  /// - Throws: `FieldFault.refused` for somebody who may not draw for its organiser, `.failed` for a
  ///   draw that no longer stands.
  package func endDraw(
    named text: String, as state: DrawState, reason: String, at siteCode: String?
  ) throws -> DrawFacts {
    if let flaw = TypedText.flaw(inLine: reason, place: "reason") { throw FieldFault.failed(flaw) }
    guard !reason.isBlank else { throw FieldFault.wrongUsage(Message(.reasonEmpty)) }
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let draw = try self.draw(named: text, of: site, replica).draw
      _ = try drawingSlot(draw.organiser, try visitor(replica), at: site, replica)
      guard draw.state == .standing else { throw FieldFault.failed(Message(.drawStandsNoLonger)) }
      try write(
        [
          RecordEdit(
            .draw, draw.key.id,
            [
              DrawField.state: .code(state), DrawField.stateReason: .text(reason),
              DrawField.stateAt: .instant(now), DrawField.stateBy: .reference(person(account)),
            ])
        ], in: site.scope, on: replica)
      return draw
    }
  }
}
