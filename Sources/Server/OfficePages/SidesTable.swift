import ConflictFreeRecords
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// The values of one field beside each other: by whom, on what, when, and what each writer could have known of
/// the others.
struct SidesTable {
  let setting: PageSetting
  let record: RecordKey
  let field: UInt32
  let words: ValueWords

  private var say: Words { setting.say }

  /// The table, and what differs between the first value and each other.
  func blocks(_ sides: [OpenConflict.Side], on replica: Replica) throws -> [Page.Block] {
    let state = try replica.records.state(of: record) ?? .empty
    let graph = Ancestry(try replica.records.changes(of: state))
    var columns: [[String]] = []
    for (index, side) in sides.enumerated() {
      columns.append(
        try column(index, side, sides, graph, of: state.changes.count, on: replica))
    }
    var table = PageTable(
      say(.pageValues), [say(.pageQuestion)] + sides.indices.map { title($0) })
    let questions: [Phrase] = [
      .labelValue, .labelPerson, .labelDevice, .pageRecordedAt, .pageReceivedAt, .sidesHeard,
      .sidesSeen, .sidesKnew,
    ]
    for (row, question) in questions.enumerated() {
      table.append([PageCell(say(question))] + columns.map { PageCell($0[row]) })
    }
    var blocks: [Page.Block] = [.table(table)]
    if sides.count > 1 { blocks.append(.heading(say(.sidesDifferences))) }
    for (index, side) in sides.enumerated().dropFirst() {
      let parts = try words.difference(
        from: sides[0].head.value, to: side.head.value, of: record, field: field, on: replica)
      blocks.append(.difference(label: say(.sidesFromTo, title(0), title(index)), parts))
    }
    return blocks
  }

  func title(_ index: Int) -> String { say(.sidesNumber, "\(index + 1)") }

  func value(of side: OpenConflict.Side, on replica: Replica) throws -> String {
    try words.text(side.head.value, of: record, field: field, on: replica)
  }

  private func column(
    _ own: Int, _ side: OpenConflict.Side, _ sides: [OpenConflict.Side], _ graph: Ancestry,
    of count: Int, on replica: Replica
  ) throws -> [String] {
    guard let from = try setting.office.provenance(of: side.head.change.bundle, on: replica)
    else { throw StoreFault.damaged("a head names a bundle that the log lacks") }
    let seen = graph.ancestors(of: side.head.change)
    let knew = sides.enumerated().compactMap { index, other -> String? in
      if index == own { return nil }
      let reached = other.storedAt.wallText(in: words.zone)
      if seen.contains(other.head.change) { return say(.sidesKnewIt, title(index)) }
      return other.storedAt > side.claimedAt
        ? say(.sidesNotThere, title(index), reached)
        : say(.sidesNotFetched, title(index), reached)
    }
    return [
      try value(of: side, on: replica), try setting.person(side.account, on: replica),
      Self.laptop(from, say), side.claimedAt.wallText(in: words.zone),
      side.storedAt.wallText(in: words.zone), Self.heard(from, words.zone, say),
      say(.sidesSeenOf, "\(seen.count)", "\(max(0, count - 1))"),
      knew.isEmpty ? "–" : knew.joined(separator: "\n"),
    ]
  }

  static func laptop(_ from: Provenance, _ say: Words) -> String {
    if from.heard == .atOffice { return say(.sidesAtOffice) }
    let name = from.laptop ?? ""
    return name.utf8.isEmpty ? say(.listUnknown) : name
  }

  /// The newest word of the office that the machine named, as far as it is on record.
  static func heard(_ from: Provenance, _ zone: ZoneOffset, _ say: Words) -> String {
    switch from.heard {
    case .atOffice: say(.sidesAtOffice)
    case .never: say(.sidesHeardNever)
    case .at(let instant): instant.wallText(in: zone)
    case .unknown: say(.sidesHeardUnknown)
    }
  }
}
