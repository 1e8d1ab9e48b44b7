import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// What conflicts are about, and their values, in words; what has no word here, because a later
/// program wrote it, keeps its number.
struct ConflictTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  /// Conflicts in a row each, with all their values.
  func table(_ conflicts: [OpenConflict], on replica: Replica) throws -> PageTable {
    var table = PageTable(
      say(.labelConflicts),
      say.all([.labelSite, .labelRecord, .labelField, .labelValue, .labelPerson]))
    for one in conflicts {
      let people = try one.sides.map { try setting.person($0.account, on: replica) }
      table.append([
        PageCell(one.siteName, url: Self.url(of: one)), PageCell(kind(of: one.record.type)),
        PageCell(field(of: one)),
        PageCell(one.sides.map { value(of: $0, in: one) }.joined(separator: "\n")),
        PageCell(people.joined(separator: "\n")),
      ])
    }
    return table
  }

  static func url(of one: OpenConflict) -> String {
    "/conflicts/\(one.record.scope)/\(one.record.type.number)/\(one.record.id)/\(one.field)"
  }

  func kind(of type: RecordType) -> String {
    RecordWords.kind(type).map { say($0) } ?? type.name
  }

  func field(of one: OpenConflict) -> String {
    RecordWords.field(one.field, of: one.record.type).map { say($0) } ?? "\(one.field)"
  }

  /// A code in words; of a telephone the last four digits, as everywhere.
  func value(of side: OpenConflict.Side, in one: OpenConflict) -> String {
    if case .code(set: let set, number: let number) = side.head.value,
      let phrase = RecordWords.code(set, Int(number))
    {
      return say(phrase)
    }
    if case .sealed = side.head.value, !mayRead(one.record) { return "•••" }
    guard RecordWords.isTelephone(one.field, of: one.record.type) else { return side.words }
    return "…" + String(String.UnicodeScalarView(side.words.unicodeScalars.suffix(4)))
  }

  /// Who may not read what households say, or what was minuted, does not read it here.
  private func mayRead(_ record: RecordKey) -> Bool {
    switch record.type {
    case .meeting, .meetingTask: MeetingHome.isShown(record.scope, setting)
    // Nobody else is shown a conflict of one at all.
    case .petition: true
    default: PageRoute.matters.admits(setting.reader.person.role)
    }
  }
}
