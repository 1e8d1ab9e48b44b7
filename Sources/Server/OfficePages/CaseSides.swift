import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import Sampling
import VisitModel
import Wording

/// The visits of a duplicate case against each other: what differs, whether the others lay at the office when
/// each was entered, and everything that was decided.
struct CaseSides {
  let setting: PageSetting
  let view: CaseView

  private var say: Words { setting.say }
  private var one: DuplicateCase { view.duplicate }
  private var zone: ZoneOffset { view.site.zone }
  private var words: ValueWords { ValueWords(setting: setting, zone: zone) }

  /// What the two say of the same thing, in the order in which a visit is looked at.
  private static let fields: [UInt32] = [
    VisitField.mode, VisitField.start, VisitField.end, VisitField.place, VisitField.metName,
    VisitField.relation, VisitField.satisfaction, VisitField.topicsWithoutOpinion,
    VisitField.remark,
  ]

  /// Who entered a visit, on what.
  func from(_ state: RecordState, on replica: Replica) throws -> Provenance? {
    guard let written = state.heads[VisitField.household]?.last?.change.bundle else { return nil }
    return try setting.office.provenance(of: written, on: replica)
  }

  func drawnAt(_ member: LedgerVisit, on replica: Replica) throws -> String {
    guard let draw = member.draw else { return "–" }
    let key = RecordKey(scope: view.site.scope, type: .draw, id: draw)
    return try SiteView(replica, view.site.scope).draw(key)?.drawnAt?.wallText(in: zone)
      ?? say(.listUnknown)
  }

  /// Of each other visit and its draw, whether the office had them when this one was entered, so that a sync
  /// would have brought them.
  func there(_ own: Int, _ member: LedgerVisit, on replica: Replica) throws -> String {
    let state = try state(of: member, on: replica)
    guard let entered = try from(state, on: replica)?.claimedAt else { return "–" }
    var lines: [String] = []
    for (index, other) in one.members.enumerated() where index != own {
      let title = say(.pageVisitNumber, "\(index + 1)")
      if let draw = other.drawTurnChange, let stored = try stored(draw, on: replica) {
        lines.append(line(say(.sidesDrawOf, title), stored, entered))
      }
      if let visit = other.turnChange, let stored = try stored(visit, on: replica) {
        lines.append(line(title, stored, entered))
      }
    }
    return lines.isEmpty ? "–" : lines.joined(separator: "\n")
  }

  private func line(_ what: String, _ stored: Instant, _ entered: Instant) -> String {
    let reached = stored.wallText(in: zone)
    return stored > entered
      ? say(.sidesReachedLater, what, reached) : say(.sidesReachedBefore, what, reached)
  }

  private func stored(_ change: ChangeID, on replica: Replica) throws -> Instant? {
    try replica.log.bundle(change.bundle)?.storedAt
  }

  private func state(of member: LedgerVisit, on replica: Replica) throws -> RecordState {
    try replica.records.state(of: key(member)) ?? .empty
  }

  private func key(_ member: LedgerVisit) -> RecordKey {
    RecordKey(scope: view.site.scope, type: .visit, id: member.id)
  }

  /// From the first visit to each other, field by field; what is equal is not repeated. What somebody said is
  /// compared for those who may read it.
  func differences(on replica: Replica) throws -> [Page.Block] {
    guard let first = one.members.first else { return [] }
    let earlier = try state(of: first, on: replica)
    var blocks: [Page.Block] = [.heading(say(.sidesDifferences))]
    var isHidden = false
    for (index, member) in one.members.enumerated().dropFirst() {
      let later = try state(of: member, on: replica)
      let between = say(
        .sidesFromTo, say(.pageVisitNumber, "1"), say(.pageVisitNumber, "\(index + 1)"))
      for field in Self.fields {
        let (old, new) = (earlier.winner(field), later.winner(field))
        if old == nil, new == nil { continue }
        if Self.isSealed(old) || Self.isSealed(new), !words.mayRead(key(member)) {
          isHidden = true
          continue
        }
        // The two are sealed under keys of their own: only their words can be compared.
        let before = try words.text(old, of: key(first), field: field, on: replica)
        let after = try words.text(new, of: key(member), field: field, on: replica)
        if before.utf8.elementsEqual(after.utf8) { continue }
        let isText = Self.isSealed(old) || Self.isSealed(new)
        blocks.append(
          .difference(
            label: words.field(field, of: .visit) + " · " + between,
            isText
              ? TextDifference.parts(from: before, to: after)
              : TextDifference.exchange(of: before, for: after)))
      }
    }
    if blocks.count == 1 { blocks.append(.note(say(.sidesNoDifference))) }
    if isHidden { blocks.append(.note(say(.sidesHidden))) }
    return blocks
  }

  private static func isSealed(_ value: Value?) -> Bool {
    if case .sealed? = value { true } else { false }
  }

  /// Every decision about every visit, the oldest first; also those that were replaced or taken back.
  func history(on replica: Replica) throws -> [Page.Block] {
    let site = SiteView(replica, view.site.scope)
    var steps: [(index: Int, step: SettlementStep)] = []
    for (index, member) in one.members.enumerated() {
      steps += try site.settlementHistory(of: member.id).map { (index, $0) }
    }
    var blocks: [Page.Block] = [.heading(say(.sidesHistory))]
    if steps.isEmpty { return blocks + [.note(say(.pageNothing))] }
    steps.sort { ($0.step.at, $0.index) < ($1.step.at, $1.index) }
    var table = PageTable(
      say(.sidesHistory),
      say.all([.labelWhen, .labelPerson, .sidesAbout, .labelDecision, .labelReason]))
    for (index, step) in steps {
      table.append([
        PageCell(step.at.wallText(in: zone)),
        PageCell(try setting.person(step.account, on: replica)),
        PageCell(say(.pageVisitNumber, "\(index + 1)")), PageCell(kind(of: step)),
        PageCell(reason(of: step)),
      ])
    }
    blocks.append(.table(table))
    return blocks
  }

  private func kind(of step: SettlementStep) -> String {
    guard case .decided(let decision, _) = step.act else { return say(.sidesTakenBack) }
    let other = one.members.firstIndex { $0.id == decision.against }
      .map { say(.pageDecidedAgainst, say(.pageVisitNumber, "\($0 + 1)")) }
    return [say(decision.kind.phrase), other].compactMap { $0 }.joined(separator: " ")
  }

  private func reason(of step: SettlementStep) -> String {
    if case .decided(_, let reason) = step.act { reason } else { "–" }
  }
}
