import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
import RecordStore
package import VisitModel

/// One value that an import writes in the place of another.
package struct RosterChange: Hashable, Sendable {
  package enum Field: Int, Hashable, Sendable, CaseIterable {
    case siteName = 1, city, propertyCompany, totalUnits, zoneMinutes
    case kind, occupancy, departedOn, joinedOn, isRestricted, name, telephone
  }

  package enum Value: Hashable, Sendable {
    case nothing
    case text(String)
    /// Written, and its key is not here or was destroyed.
    case hidden
    case number(Int)
    case date(CivilDate)
    case flag(Bool)
    case kind(UnitKind)
    case occupancy(Occupancy)
  }

  package let field: Field
  package let before: Value
  package let after: Value

  init(_ field: Field, _ before: Value, _ after: Value) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// What became, or would become, of one row.
package struct RosterOutcome: Hashable, Sendable {
  package enum Kind: Int, Hashable, Sendable { case added = 1, changed, unchanged }

  package let kind: Kind
  package let changes: [RosterChange]
  /// The row names somebody at a unit in which nobody lives: a name is kept with a household alone.
  package var passesOverNames = false
}

/// What an import would do to each row, in order, and the token of having seen it: it is another as soon as
/// the import would do anything else.
package struct ImportPreview: Hashable, Sendable {
  package let outcomes: [RosterOutcome]
  package let digest: Digest

  package var counts: ImportCounts { ImportCounts(outcomes) }

  /// - Parameter keys: names of the units or sites, one for each outcome.
  init(_ outcomes: [RosterOutcome], keys: [String], of scope: ScopeID) {
    self.outcomes = outcomes
    var bytes = scope.bytes
    func add(_ text: String) {
      let utf8 = Array(text.utf8)
      withUnsafeBytes(of: UInt32(utf8.count).bigEndian) { bytes += $0 }
      bytes += utf8
    }
    for (key, outcome) in zip(keys, outcomes) {
      add(key)
      add("\(outcome.kind.rawValue) \(outcome.changes.count) \(outcome.passesOverNames)")
      for change in outcome.changes {
        add("\(change.field.rawValue)")
        add(change.before.token)
        add(change.after.token)
      }
    }
    digest = Digest(domain: "rounds import preview", bytes)
  }
}

extension ImportCounts {
  init(_ outcomes: [RosterOutcome]) {
    self.init()
    for outcome in outcomes {
      switch outcome.kind {
      case .added: added += 1
      case .changed: changed += 1
      case .unchanged: unchanged += 1
      }
    }
  }
}

extension RosterChange {
  /// What an edit of a site, a unit or a household changes of what people know: no references, no seed.
  static func of(_ edit: RecordEdit, from state: RecordState?) -> [RosterChange] {
    edit.fields.sorted { $0.key < $1.key }.compactMap { number, value in
      guard let field = field(edit.type, number) else { return nil }
      let before = state?.winner(number).flatMap { Value($0, field) } ?? .nothing
      guard let after = Value(value, field) else { return nil }
      // That nobody forbade to visit a new household goes without saying, and so does a city nobody named.
      if before == .nothing, after == .flag(false) || after == .text("") { return nil }
      return RosterChange(field, before, after)
    }
  }

  private static func field(_ type: RecordType, _ number: UInt32) -> Field? {
    switch (type, number) {
    case (.site, SiteField.name): .siteName
    case (.site, SiteField.city): .city
    case (.site, SiteField.propertyCompany): .propertyCompany
    case (.site, SiteField.totalUnits): .totalUnits
    case (.site, SiteField.zoneMinutes): .zoneMinutes
    case (.unit, UnitField.kind): .kind
    case (.unit, UnitField.occupancy): .occupancy
    case (.household, HouseholdField.departedOn): .departedOn
    case (.household, HouseholdField.joinedOn): .joinedOn
    case (.household, HouseholdField.isRestricted): .isRestricted
    default: nil
    }
  }
}

extension RosterChange.Value {
  /// - Returns: nothing for a value that the field cannot have.
  fileprivate init?(_ value: Value, _ field: RosterChange.Field) {
    switch (value, field) {
    case (.text(let text), _): self = .text(text)
    case (.date(let date), _): self = .date(date)
    case (.integer(let number), .isRestricted): self = .flag(number == 1)
    case (.integer(let number), _): self = .number(Int(number))
    case (.code(UnitKind.setNumber, let number), .kind):
      guard let kind = UnitKind(rawValue: Int(number)) else { return nil }
      self = .kind(kind)
    case (.code(Occupancy.setNumber, let number), .occupancy):
      guard let occupancy = Occupancy(rawValue: Int(number)) else { return nil }
      self = .occupancy(occupancy)
    default: return nil
    }
  }

  fileprivate var token: String {
    switch self {
    case .nothing: "-"
    case .hidden: "h"
    case .text(let text): "t" + text
    case .number(let number): "n\(number)"
    case .date(let date): "d\(date)"
    case .flag(let isSet): "f\(isSet)"
    case .kind(let kind): "k\(kind.rawValue)"
    case .occupancy(let occupancy): "o\(occupancy.rawValue)"
    }
  }
}
