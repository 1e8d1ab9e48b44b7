import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
import Sampling
package import VisitModel
import Wording

/// A site's round as the office shows it.
package struct RoundStanding: Sendable {
  package let site: SiteFacts
  package let number: Int
  package let done: Int
  package let open: Int
  package let restricted: Int
  /// Open households that the round before left behind.
  package let carriedOver: Int
  /// Rounds that have a record, ascending.
  package let recorded: [RoundFacts]
}

extension Office {
  /// The present round of a site.
  package func roundStanding(of site: SiteFacts, on replica: Replica) throws -> RoundStanding {
    let view = SiteView(replica, site.scope)
    let number = try view.currentRound()
    let round = try view.round(number, at: now)
    return RoundStanding(
      site: site, number: number, done: round.counts.done, open: round.counts.open,
      restricted: try view.households().count { round.status(of: $0.key.id) == .restricted },
      carriedOver: try view.carriedOver(into: number, at: now).count,
      recorded: try view.rounds())
  }

  /// Closes the present round of a site and opens the next at once (A10). A closed round never
  /// reopens: who turns up later is visited in the next.
  ///
  /// - Returns: the number of the round that was closed.
  /// - Throws: `OfficeFault.refused` (R1-38) while somebody is still to be visited, or while nobody was.
  @discardableResult
  package func closeRound(of site: ScopeID, by account: AccountID = Office.account) throws -> Int {
    try write { replica in
      let view = SiteView(replica, site)
      let number = try view.currentRound()
      let counts = try view.round(number, at: now).counts
      guard counts.open == 0 else {
        throw OfficeFault.refused(
          rule: "R1-38", why: Message(.roundStillOpen, ["\(number)", "\(counts.open)"]),
          cure: Message(.roundStillOpenCure))
      }
      guard counts.done > 0 else {
        throw OfficeFault.refused(
          rule: "R1-38", why: Message(.roundEmpty, ["\(number)"]), cure: Message(.roundEmptyCure))
      }
      guard number < Bounds.roundMax else {
        throw OfficeFault.failed(Message(.roundLast, ["\(Bounds.roundMax)"]))
      }
      try publish(
        try closing(number, of: site, view), in: site, by: account, on: replica)
      return number
    }
  }

  /// Closes every round in which nobody is left to visit.
  ///
  /// Sites are looked at one by one, each in its own reading; only what is complete takes the writer.
  /// - Returns: how many rounds were closed.
  @discardableResult
  package func closeCompleteRounds() throws -> Int {
    var closed = 0
    for site in try read({ try SiteView.all(in: $0) }) {
      let counts = try read { replica in
        let view = SiteView(replica, site.scope)
        return try view.round(view.currentRound(), at: now).counts
      }
      guard counts.open == 0, counts.done > 0 else { continue }
      // Between the look and the act a visit may have been voided.
      do {
        try closeRound(of: site.scope)
        closed += 1
      } catch OfficeFault.refused { continue }
    }
    return closed
  }

  private func closing(
    _ number: Int, of site: ScopeID, _ view: SiteView
  ) throws -> [RecordEdit] {
    func round(_ number: Int, _ fields: [UInt32: Value?]) -> RecordEdit {
      var edit = RecordEdit(.round, RecordIdentity.round(site: site, number: number), fields)
      edit[RoundField.number] = .integer(Int64(number))
      return edit
    }
    var edits = [
      round(
        number,
        [RoundField.state: .code(RoundState.closed), RoundField.closedAt: .instant(now)]),
      round(
        number + 1,
        [RoundField.state: .code(RoundState.open), RoundField.openedAt: .instant(now)]),
    ]
    // What was drawn in the round and not visited can no longer be: everybody is done.
    for draw in try openDraws(view) where draw.round <= number {
      edits.append(ended(draw, .expired))
    }
    return edits
  }

  /// Lets draws expire whose time is over, at every site (A11), and those of closed rounds, which
  /// may arrive after the closing.
  /// - Returns: how many expired.
  @discardableResult
  package func expireDraws() throws -> Int {
    var expired = 0
    let policy = try policy()
    for site in try read({ try SiteView.all(in: $0) }) {
      let today = LocalTime(now, in: site.zone).date
      let present = try read { try SiteView($0, site.scope).currentRound() }
      func isOver(_ draw: DrawFacts) -> Bool {
        if draw.round < present { return true }
        let next = draw.month.next.firstDay
        let last = next.advanced(byDays: policy.settings(on: next).drawStandsThroughDay - 1)
        return last < today
      }
      let over = try read { try openDraws(SiteView($0, site.scope)).contains(where: isOver) }
      guard over else { continue }
      try write { replica in
        let edits = try openDraws(SiteView(replica, site.scope)).filter(isOver)
          .map { ended($0, .expired) }
        if !edits.isEmpty { try publish(edits, in: site.scope, on: replica) }
        expired += edits.count
      }
    }
    return expired
  }

  /// Standing draws in which somebody has not been visited yet.
  private func openDraws(_ view: SiteView) throws -> [DrawFacts] {
    let open = Set(try view.drawEntries().filter { $0.outcome == .open }.map(\.draw))
    return try view.draws().filter { $0.state == .standing && open.contains($0.key) }
  }

  private func ended(_ draw: DrawFacts, _ state: DrawState) -> RecordEdit {
    RecordEdit(
      .draw, draw.key.id,
      [DrawField.state: .code(state), DrawField.stateAt: .instant(now)])
  }
}
