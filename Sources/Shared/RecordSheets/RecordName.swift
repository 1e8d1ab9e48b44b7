import ConflictFreeRecords
package import PrintedForms
import QRCodes
package import VisitModel
import Wording

/// What the code on a filled form says: which record it is of, as the office's pages find it, and nothing of
/// any person.
package struct RecordName: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case record(RecordID)
    /// Of a site, by its scope.
    case month(ScopeID, CivilMonth)
  }

  package let kind: SheetKind
  package let subject: Subject

  package init(_ kind: SheetKind, _ id: RecordID) {
    self.kind = kind
    subject = .record(id)
  }

  package init(_ kind: SheetKind, of month: CivilMonth, at site: ScopeID) {
    self.kind = kind
    subject = .month(site, month)
  }

  /// As its parts stand in an address.
  /// - Returns: nothing for what no form is called.
  package init?(kind: String, id: String) {
    guard let kind = SheetKind(rawValue: kind) else { return nil }
    self.kind = kind
    guard kind.isOfMonth else {
      guard let record = RecordID(hex: id) else { return nil }
      subject = .record(record)
      return
    }
    let parts = id.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
    guard parts.count == 2, let site = ScopeID(hex: parts[0]), let month = CivilMonth(parts[1])
    else { return nil }
    subject = .month(site, month)
  }

  /// 32 digits; of a month the site's, a full stop, and the month.
  package var id: String {
    switch subject {
    case .record(let id): id.description
    case .month(let site, let month): "\(site).\(month)"
    }
  }

  /// A longer address of an office makes squares that a telephone does not read off paper.
  package static let addressBytesMax = 200

  /// What a telephone is told that scans the form.
  /// - Parameter office: under which address its pages are; nothing where that is not known.
  package func text(at office: String?) -> String {
    guard let office, !office.isEmpty, office.utf8.count <= Self.addressBytesMax else {
      return "rounds:\(kind.rawValue)/\(id)"
    }
    let bytes = Array(office.utf8)
    let end = bytes.lastIndex { $0 != 0x2F }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self) + "/find/\(kind.rawValue)/\(id)"
  }
}

extension PrintedForm {
  /// The form with the code that finds its record again.
  /// - Parameter office: under which address its pages are; nothing where that is not known.
  package func coded(
    _ name: RecordName, at office: String?, _ words: FormWords
  ) throws -> PrintedForm {
    var form = self
    form.code = try QRCode(name.text(at: office)).svg(
      title: words(.printedCode), description: words(.printedCodeHow),
      language: words.language.rawValue, number: 1)
    return form
  }
}
