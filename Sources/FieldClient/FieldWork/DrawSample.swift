import CommunicationPolicy
package import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel
import Wording

/// A sample that is on disk.
package struct DrawnSample: Sendable {
  package let key: RecordKey
  package let month: CivilMonth
  package let round: Int
  package let organiser: Organiser
  package let entries: [(household: HouseholdFacts, kind: EntryKind)]
  package let eligibleCount: Int
  /// Fewer were open than asked for.
  package let fellShort: Bool
  /// The site's and the company's ends have met: an overlap is possible from here on.
  package let endsHaveMet: Bool
}

extension Laptop {
  /// Draws a sample offline and writes it as one bundle: the draw, its entries, and the turn of each
  /// household in it.
  /// - Throws: `FieldFault.refused` (R1-38) where this person's laptop is not the site's drawing slot, or
  ///   nobody is left to draw.
  package func drawSample(
    month: CivilMonth, count: Int, reserves: Int, organiser wanted: Organiser?,
    at siteCode: String?
  ) throws -> DrawnSample {
    // Each by itself first: the sum of two large numbers would overflow.
    guard (1...Bounds.drawEntriesMax).contains(count),
      (0...Bounds.drawEntriesMax).contains(reserves),
      count + reserves <= Bounds.drawEntriesMax
    else {
      throw FieldFault.wrongUsage(Message(.drawCount, ["\(Bounds.drawEntriesMax)"]))
    }
    return try write { replica in
      let site = try self.site(named: siteCode, mustBeAssigned: true, replica)
      let visitor = try self.visitor(replica)
      let organiser = wanted ?? (visitor.role.isCompany ? .company : .site)
      let (slot, slots) = try drawingSlot(organiser, visitor, at: site, replica)
      guard let seed = SiteSeed(site.seed) else { throw FieldFault.failed(Message(.syncFirst)) }
      let view = SiteView(replica, site.scope)
      let number = try view.currentRound()
      let round = try view.round(number, at: now)
      let request = DrawRequest(
        organiser: organiser, slot: slot, slots: slots, primaryCount: count,
        reserveCount: reserves, eligible: round.eligible)
      let draw = Draw(request, seed.round(number))
      guard !draw.entries.isEmpty else {
        throw FieldFault.refused(
          Refusal(rule: "R1-38", why: Message(.nobodyOpen), cure: Message(.nobodyOpenCure)))
      }
      let key = RecordKey(
        scope: site.scope, type: .draw, id: RecordID(prefixOf: environment.randomness.bytes(16)))
      try write(
        drawEdits(draw, request, key, month: month, round: number), in: site.scope, on: replica)
      return try drawn(draw, key, month, number, request, seed, view)
    }
  }

  /// Under which slot this person draws. By default there is one, the supervisor's, because two laptops
  /// under one slot would draw the same households; where a site has no supervisor its manager draws.
  /// The office may record a list of slots instead. The company's visitors draw for the company.
  /// - Throws: `FieldFault.refused` (R1-38, R1-39) for somebody who may not draw.
  func drawingSlot(
    _ organiser: Organiser, _ visitor: Visitor, at site: SiteFacts, _ replica: Replica
  ) throws -> (slot: String, slots: SlotList) {
    if organiser == .company {
      guard visitor.role.isCompany else {
        throw FieldFault.refused(
          Refusal(
            rule: "R1-39", why: Message(.notCompanyDrawer), cure: Message(.notCompanyDrawerCure)))
      }
      return (SlotList.standard.names[0], .standard)
    }
    let refused = FieldFault.refused(
      Refusal(rule: "R1-38", why: Message(.notDrawingSlot), cure: Message(.notDrawingSlotCure)))
    guard !visitor.role.isCompany else { throw refused }
    let recorded = try SiteView(replica, site.scope).currentSlots()
    if let version = recorded.first?.listVersion,
      let list = SlotList(version: version, slots: recorded.map(\.name))
    {
      guard let own = recorded.first(where: { $0.account == account }) else { throw refused }
      return (own.name, list)
    }
    let isManager = visitor.role == .siteManager
    guard visitor.role == .serviceSupervisor || isManager,
      try !isManager || !hasPerson(with: .serviceSupervisor, at: site.scope, replica)
    else { throw refused }
    return (SlotList.standard.names[0], .standard)
  }

  private func drawEdits(
    _ draw: Draw, _ request: DrawRequest, _ key: RecordKey, month: CivilMonth, round: Int
  ) -> [RecordEdit] {
    var edits = [
      RecordEdit(
        .draw, key.id,
        [
          DrawField.round: .integer(Int64(round)),
          DrawField.month: .integer(Int64(month.number)),
          DrawField.organiser: .code(request.organiser), DrawField.slot: .text(request.slot),
          DrawField.slotListVersion: .integer(Int64(request.slots.version)),
          DrawField.ruleVersion: .integer(Int64(Draw.ruleVersion)),
          DrawField.eligible: .bytes(PackedRecords.pack(request.eligible)),
          DrawField.primaryCount: .integer(Int64(request.primaryCount)),
          DrawField.reserveCount: .integer(Int64(request.reserveCount)),
          DrawField.state: .code(DrawState.standing),
          DrawField.account: .reference(person(account)), DrawField.drawnAt: .instant(now),
        ])
    ]
    let act = request.organiser == .site ? TurnField.drawnBySite : TurnField.drawnByCompany
    for (index, entry) in draw.entries.enumerated() {
      let household = RecordKey(scope: key.scope, type: .household, id: entry.household)
      edits.append(
        RecordEdit(
          .drawEntry, RecordIdentity.drawEntry(draw: key.id, household: entry.household),
          [
            DrawEntryField.draw: .reference(key), DrawEntryField.household: .reference(household),
            DrawEntryField.kind: .code(entry.kind),
            DrawEntryField.order: .integer(Int64(index + 1)),
            DrawEntryField.outcome: .code(EntryOutcome.open),
          ]))
      edits.append(turnEdit(household, round: round, act))
    }
    return edits
  }

  private func drawn(
    _ draw: Draw, _ key: RecordKey, _ month: CivilMonth, _ number: Int, _ request: DrawRequest,
    _ seed: SiteSeed, _ view: SiteView
  ) throws -> DrawnSample {
    var extent = DrawExtent()
    let round = seed.round(number)
    for draw in try view.draws() where draw.round == number {
      for entry in try view.drawEntries(of: draw.key) {
        extent.insert(round.number(of: entry.household), by: draw.organiser)
      }
    }
    return DrawnSample(
      key: key, month: month, round: number, organiser: request.organiser,
      entries: try draw.entries.compactMap { entry in
        try view.household(entry.household).map { ($0, entry.kind) }
      }, eligibleCount: request.eligible.count,
      fellShort: draw.entries.count < request.primaryCount + request.reserveCount,
      endsHaveMet: extent.endsHaveMet)
  }
}
