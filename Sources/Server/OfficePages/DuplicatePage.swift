import ConflictFreeRecords
import Console
import OfficeWork
import Pictures
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel
import Wording

/// One duplicate case: its visits side by side, what each visitor could know of the others, what was
/// decided, and the forms to decide.
struct DuplicatePage {
  let setting: PageSetting
  let view: CaseView

  private var say: Words { setting.say }
  private var one: DuplicateCase { view.duplicate }
  /// The visit that stands for the household in this round.
  private var credited: RecordID? { one.standing.first?.id }
  private var zone: ZoneOffset { view.site.zone }
  private var url: String {
    PageLink.duplicate(view.site.code, round: one.round, household: one.household)
  }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.pageCaseTitle, view.unitCode, view.site.name))
    page.blocks = [
      .facts([
        (say(.labelSite), PageCell(view.site.name, url: PageLink.site(view.site.code))),
        (say(.labelUnit), PageCell(view.unitCode, url: PageLink.household(one.household))),
        (say(.labelRound), PageCell("\(one.round)")),
        (say(.labelCause), PageCell(say(one.cause.phrase))),
        (say(.labelState), PageCell(say(CaseTable.state(of: one)))),
      ])
    ]
    if one.isReopened { page.blocks.append(.alert(say(.pageCaseReopened))) }
    page.blocks.append(.heading(say(.labelMembers)))
    page.blocks.append(.table(try members(on: replica)))
    let sides = CaseSides(setting: setting, view: view)
    page.blocks += try sides.differences(on: replica) + sides.history(on: replica)
    try addMap(to: &page, on: replica)
    if PageRoute.decide.admits(setting.reader.person.role) {
      page.blocks.append(.heading(say(.labelDecision)))
      page.blocks.append(.note(say(.pageDecideNote)))
      page.blocks.append(contentsOf: try forms(on: replica))
    }
    return page
  }

  /// Where the household stands among its neighbours in the round.
  private func addMap(to page: inout Page, on replica: Replica) throws {
    let site = SiteView(replica, view.site.scope)
    page.blocks.append(.heading(say(.roundMapLink, "\(one.round)")))
    guard let unit = UnitCode(view.unitCode),
      let map = try RoundMaps(site, round: one.round, at: setting.office.now)
        .piece(showing: unit)
    else {
      page.blocks.append(.note(say(.roundMapUnplaced, "1")))
      return
    }
    page.append(map, say)
    if try site.currentRound() == one.round {
      let whole = PageLink.round(
        view.site.code, building: map.building, part: map.part?.number ?? 1)
      page.blocks.append(.links([PageCell(say.message(map.title), url: whole)]))
    }
  }

  private func title(_ index: Int) -> String { say(.pageVisitNumber, "\(index + 1)") }

  /// A row for each question, a column for each visit.
  private func members(on replica: Replica) throws -> PageTable {
    let columns = try one.members.enumerated().map { index, member in
      try column(index, member, on: replica)
    }
    let titles = one.members.enumerated().map { index, member -> String in
      member.id == credited ? title(index) + " " + say(.pageCredited) : title(index)
    }
    var table = PageTable(say(.labelMembers), [say(.pageQuestion)] + titles)
    let questions: [Phrase] = [
      .labelOrganiser, .labelInterviewers, .labelDevice, .pageOrigin, .sidesDrawnAt,
      .sidesKnewAtDraw, .labelStart, .labelEnd, .pageKnewAtStart, .pageRecordedAt,
      .pageKnewAtEntry, .sidesHeard, .pageReceivedAt, .sidesThere, .labelReason, .labelDecision,
    ]
    for (row, question) in questions.enumerated() {
      table.append([PageCell(say(question))] + columns.map { PageCell($0[row]) })
    }
    return table
  }

  /// Of each question the answer of one visit, in their order.
  private func column(
    _ index: Int, _ member: LedgerVisit, on replica: Replica
  ) throws -> [String] {
    let key = RecordKey(scope: view.site.scope, type: .visit, id: member.id)
    let state = try replica.records.state(of: key) ?? .empty
    let visit = VisitSummary(key, state)
    let sides = CaseSides(setting: setting, view: view)
    let from = try sides.from(state, on: replica)
    let knowledge = CaseKnowledge(member, try turn(on: replica))
    return [
      say(member.organiser.phrase),
      try setting.people(member.interviewers.map(\.account), on: replica),
      from.map { SidesTable.laptop($0, say) } ?? "–",
      say(member.draw == nil ? .pageByHand : .pageFromDraw),
      try sides.drawnAt(member, on: replica),
      member.drawTurnChange == nil
        ? "–" : known(index) { knowledge.atDraw(of: $0) ?? .nothing },
      member.start.wallText(in: zone), visit?.end.wallText(in: zone) ?? "–",
      known(index) { knowledge.atStart(of: $0) },
      visit?.recordedAt.wallText(in: zone) ?? "–",
      known(index) { knowledge.atEntry(of: $0) },
      from.map { SidesTable.heard($0, zone, say) } ?? "–",
      from?.storedAt.wallText(in: zone) ?? "–",
      try sides.there(index, member, on: replica),
      try reasons(of: key, on: replica), try decision(on: member.id, on: replica),
    ]
  }

  private func turn(on replica: Replica) throws -> Ancestry {
    let state = try SiteView(replica, view.site.scope)
      .turnState(round: one.round, household: one.household)
    return Ancestry(try state.map { try replica.records.changes(of: $0) } ?? [])
  }

  /// In words what of the other visits was known, each by its number.
  private func known(_ own: Int, _ look: (LedgerVisit) -> Known) -> String {
    let words = one.members.enumerated().compactMap { index, other -> String? in
      if index == own { return nil }
      switch look(other) {
      case .visit: return say(.pageKnewVisit, "\(index + 1)")
      case .draw: return say(.pageKnewDraw, "\(index + 1)")
      case .nothing: return nil
      }
    }
    return words.isEmpty ? say(.pageKnewNothing) : words.joined(separator: "\n")
  }

  private func reasons(of visit: RecordKey, on replica: Replica) throws -> String {
    try replica.records.members(.reasonAbout, of: visit).map { key, state in
      let text =
        setting.opensVisits
        ? try setting.opened(state, key, field: ReasonField.text) ?? "" : ValueWords.hidden
      return "\(state.text(ReasonField.rule) ?? ""): \(text)"
    }.joined(separator: "\n")
  }

  private func decision(on visit: RecordID, on replica: Replica) throws -> String {
    guard let made = view.settlements[visit] else { return "–" }
    let isInForce = one.decisions[visit] != nil
    let other = one.members.firstIndex { $0.id == made.decision.against }.map { title($0) }
    let lines: [String?] = [
      say(made.decision.kind.phrase), other.map { say(.pageDecidedAgainst, $0) }, made.reason,
      try setting.person(made.account, on: replica), made.decidedAt.wallText(in: zone),
      isInForce ? nil : say(.pageDecisionWithoutEffect),
    ]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// One form for each visit but the credited one, and one for each decision to take it back.
  private func forms(on replica: Replica) throws -> [Page.Block] {
    let site = SiteView(replica, view.site.scope)
    let since = String(try replica.position(of: view.site.scope))
    return try one.members.enumerated().flatMap { index, member -> [Page.Block] in
      let saw = try replica.frontier(of: site.settlementKey(of: member.id))
      let hidden = [
        (name: "visit", value: member.id.description),
        (name: "saw", value: SawToken.text(saw)), (name: StaleTab.since, value: since),
      ]
      var blocks: [Page.Block] = []
      if let credited, member.id != credited {
        blocks.append(.form(decideForm(against: credited, title(index), hidden)))
      }
      if view.settlements[member.id] != nil {
        blocks.append(
          .form(
            PageForm(
              url + "/reopen", legend: title(index), hidden: hidden, [],
              button: say(.pageReopen))))
      }
      return blocks
    }
  }

  private func decideForm(
    against: RecordID, _ title: String, _ hidden: [(name: String, value: String)]
  ) -> PageForm {
    let shown = one.members.map(\.id.description).joined(separator: " ")
    let kinds = SettlementKind.allCases.map { (value: $0.name, label: say($0.phrase)) }
    return PageForm(
      url + "/decide", legend: title,
      hidden: hidden + [("against", against.description), ("shown", shown)],
      [
        .choice(name: "kind", label: say(.labelDecision), options: kinds),
        .line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax),
      ], button: say(.pageDecide))
  }
}
