import Fingerprint
import OfficeWork
import RecordStore
import Spreadsheets
import TextFormats
import VisitModel

/// Which sheet of an upload is meant and in which encoding, as the address says it.
struct ImportChoice: Hashable, Sendable {
  /// Keys of an address.
  static let keys = ["sheet", "encoding"]

  /// From 1; nothing for the likely one.
  let sheet: Int?
  /// Nothing for the likely one.
  let encoding: TextEncoding?

  /// - Returns: nothing for what no page of ours asks.
  init?(_ query: FormFields) {
    func value(_ key: String) -> String? {
      // A form sends what was not chosen as an empty text.
      query[key].flatMap { $0.utf8.isEmpty ? nil : $0 }
    }
    let sheet = value("sheet")
    let encoding = value("encoding")
    self.sheet = sheet.flatMap { $0.utf8.count <= 3 ? Int($0) : nil }
    self.encoding = encoding.flatMap { TextEncoding(rawValue: $0) }
    guard (sheet == nil) == (self.sheet == nil), (encoding == nil) == (self.encoding == nil)
    else { return nil }
  }

  /// With its question mark; empty where nothing was chosen.
  var query: String {
    let parts =
      (sheet.map { ["sheet=\($0)"] } ?? []) + (encoding.map { ["encoding=" + $0.rawValue] } ?? [])
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// The upload that an address names.
  /// - Returns: nothing for one that is not there any more, or is another session's.
  static func upload(_ request: PageRequest, _ setting: PageSetting) -> Upload? {
    guard let id = request.segments["id"], let session = request.session else { return nil }
    return setting.office.uploads.upload(id, of: session, at: setting.office.now)
  }
}

/// A list as it was handed in: what is shown before it is imported, and what is imported.
enum ImportedList {
  case sites(Roster<SiteRow>)
  case households(Roster<HouseholdRow>, of: ScopeID)

  static func columns(_ kind: Upload.Kind) -> [RosterColumn] {
    switch kind {
    case .sites: RosterColumn.ofSites
    case .households: RosterColumn.ofHouseholds
    }
  }

  init(_ sheet: SheetTable, _ kind: Upload.Kind) throws(RosterTableFault) {
    switch kind {
    case .sites: self = .sites(try Rosters.sites(sheet))
    case .households(let site): self = .households(try Rosters.households(sheet), of: site)
    }
  }

  /// What importing it would do now, row by row.
  func preview(_ office: Office, on replica: Replica) throws -> ImportPreview {
    switch self {
    case .sites(let roster): try office.preview(roster.rows.map(\.row), on: replica)
    case .households(let roster, let site):
      try office.preview(roster.rows.map(\.row), of: site, on: replica)
    }
  }

  /// - Throws: `OfficeFault.failed` where it would do something else than was shown.
  func imported(
    _ office: Office, shown: Digest, by account: AccountID
  ) throws -> ImportCounts {
    switch self {
    case .sites(let roster):
      try office.importSites(roster.rows.map(\.row), shown: shown, by: account)
    case .households(let roster, let site):
      try office.importHouseholds(roster.rows.map(\.row), of: site, shown: shown, by: account)
    }
  }

  /// The rows that can be taken: their numbers, and what each is about.
  var rows: [(number: Int, subject: String)] {
    switch self {
    case .sites(let roster): roster.rows.map { ($0.number, $0.row.code.text) }
    case .households(let roster, _): roster.rows.map { ($0.number, $0.row.unit.text) }
    }
  }

  var faults: [RosterFault] {
    switch self {
    case .sites(let roster): roster.faults
    case .households(let roster, _): roster.faults
    }
  }

  /// The file's columns in order, each with what it was taken for.
  var headings: [(place: SheetPlace, text: String, column: RosterColumn?)] {
    switch self {
    case .sites(let roster): roster.headings.map { ($0.place, $0.text, $0.column) }
    case .households(let roster, _): roster.headings.map { ($0.place, $0.text, $0.column) }
    }
  }
}
