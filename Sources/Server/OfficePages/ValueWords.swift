import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// Values of records as the reader may see them, in words of their language. What has no word here, because a
/// later program wrote it, keeps its number.
struct ValueWords {
  static let hidden = "•••"

  let setting: PageSetting
  /// Of the site: its times are read on the wall clock there.
  let zone: ZoneOffset

  private var say: Words { setting.say }

  func kind(_ type: RecordType) -> String {
    RecordWords.kind(type).map { say($0) } ?? type.name
  }

  func field(_ number: UInt32, of type: RecordType) -> String {
    RecordWords.field(number, of: type).map { say($0) } ?? "\(number)"
  }

  /// - Returns: `–` for none.
  func text(
    _ value: Value?, of record: RecordKey, field: UInt32, on replica: Replica
  ) throws -> String {
    switch value {
    case nil: return "–"
    case .text(let text):
      guard !Self.confined.contains(record.type) || mayRead(record) else { return Self.hidden }
      return masked(text, record.type, field)
    case .sealed(let sealed):
      guard mayRead(record) else { return Self.hidden }
      return masked(try setting.opened(sealed, record, field: field), record.type, field)
    case .confidential: return Self.hidden
    case .code(let set, let number):
      return RecordWords.code(set, Int(number)).map { say($0) } ?? "\(number)"
    case .integer(let number): return integer(number, record.type, field)
    // 0 stands for "not": a field once written cannot be unwritten.
    case .instant(let instant):
      return instant.millisecondsSince1970 == 0 ? "–" : instant.wallText(in: zone)
    case .date(let date): return date.description
    case .reference(let key): return try reference(key, on: replica)
    case .bytes(let bytes): return Hexadecimal.text(Array(bytes.prefix(4))) + "…"
    case let other?: return ValueText.json(other)
    }
  }

  /// What changed, marked: within texts word by word, of anything else as a whole.
  func difference(
    from earlier: Value?, to later: Value?, of record: RecordKey, field: UInt32,
    on replica: Replica
  ) throws -> [TextPart] {
    let before = try text(earlier, of: record, field: field, on: replica)
    let after = try text(later, of: record, field: field, on: replica)
    return Self.isText(earlier) && Self.isText(later) && !isTelephone(field, record)
      ? TextDifference.parts(from: before, to: after)
      : TextDifference.exchange(of: before, for: after)
  }

  /// Kinds whose pages are not for everybody who sees their site: what was typed into them is read by those alone
  /// whose pages they are, sealed or not.
  private static let confined: Set<RecordType> = [
    .meeting, .meetingTask, .review, .recontact, .summary, .letter, .handling, .opinion,
    .contact, .incident, .surveyResponse,
  ]

  /// Whether somebody who may see the record may read what people said in it.
  func mayRead(_ record: RecordKey) -> Bool {
    let role = setting.reader.person.role
    switch record.type {
    case .meeting, .meetingTask: return MeetingHome.isShown(record.scope, setting)
    // Nobody else is shown anything of one (`Office.mayRead`).
    case .petition: return true
    case .review, .recontact: return PageRoute.review.admits(role)
    // Who answered a slip, and what, is shown by the survey's own page alone.
    case .surveyResponse: return false
    case .summary, .letter: return PageRoute.summary.admits(role)
    default: return PageRoute.matters.admits(role)
    }
  }

  private static func isText(_ value: Value?) -> Bool {
    switch value {
    case .text, .sealed: true
    default: false
    }
  }

  private func isTelephone(_ field: UInt32, _ record: RecordKey) -> Bool {
    RecordWords.isTelephone(field, of: record.type)
  }

  /// Of a telephone the last four digits, as everywhere.
  private func masked(_ text: String, _ type: RecordType, _ field: UInt32) -> String {
    guard RecordWords.isTelephone(field, of: type) else { return text }
    return "…" + String(String.UnicodeScalarView(text.unicodeScalars.suffix(4)))
  }

  private func integer(_ number: Int64, _ type: RecordType, _ field: UInt32) -> String {
    if RecordWords.isFlag(field, of: type) { return say(number == 1 ? .labelYes : .labelNo) }
    if RecordWords.isMonth(field, of: type),
      let month = CivilMonth(year: Int(number) / 100, month: Int(number) % 100)
    {
      return month.description
    }
    if RecordWords.isTopics(field, of: type) {
      let topics = Topic.allCases.filter { number >> Int64($0.rawValue - 1) & 1 == 1 }
      return topics.isEmpty ? "–" : topics.map { say($0.phrase) }.joined(separator: ", ")
    }
    return "\(number)"
  }

  private func reference(_ key: RecordKey, on replica: Replica) throws -> String {
    switch key.type {
    case .account: return try setting.person(key.id.named(), on: replica)
    case .site:
      return try SiteView(replica, key.id.named()).facts()?.name ?? short(key)
    case .household:
      return try SiteView(replica, key.scope).household(key.id)?.unitCode ?? short(key)
    default: return kind(key.type) + " " + short(key)
    }
  }

  private func short(_ key: RecordKey) -> String { String(key.id.description.prefix(8)) }
}
