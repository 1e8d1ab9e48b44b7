import CommunicationPolicy
package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
import TextFormats
package import VisitModel

/// What a notice says, and when and where the thing is of which it tells.
package struct NoticeText: Hashable, Sendable {
  package var kind: NoticeKind
  package var form: NoticeForm
  package var issuer: NoticeIssuer = .serviceCentre
  package var title = ""
  package var body = ""
  package var reach: NoticeReach = .site
  /// Buildings, entrances or units, ascending; none for the whole compound.
  package var places: [UnitCode] = []
  package var start: Instant?
  package var end: Instant?
  package var cause = ""
  package var preparation = ""
  package var supply = ""
  package var telephone = ""
  package var validUntil: CivilDate?

  package init(_ kind: NoticeKind) {
    self.kind = kind
    form = kind.usualForm
  }

  /// SHA-256 with the tag `rounds notice v1` over the canonical text: what a seal is put to and a sheet
  /// shows. The number is not in it, because the office gives it later.
  package var digest: Digest {
    let canonical = JSON.object([
      JSON.Member("kind", .string(kind.name)), JSON.Member("form", .string(form.name)),
      JSON.Member("issuer", .string(issuer.name)), JSON.Member("title", .string(title)),
      JSON.Member("body", .string(body)), JSON.Member("reach", .string(reach.name)),
      JSON.Member("places", .array(places.sorted().map { .string($0.text) })),
      JSON.Member("start", start.map { .string($0.utcText) } ?? .null),
      JSON.Member("end", end.map { .string($0.utcText) } ?? .null),
      JSON.Member("cause", .string(cause)), JSON.Member("preparation", .string(preparation)),
      JSON.Member("supply", .string(supply)), JSON.Member("telephone", .string(telephone)),
      JSON.Member("validUntil", validUntil.map { .string($0.description) } ?? .null),
    ])
    return Digest(domain: "rounds notice v1", canonical.text())
  }
}

/// Who did something, and when they say they did.
package struct Deed: Hashable, Sendable {
  package let account: AccountID
  package let at: Instant

  /// - Returns: nothing unless the record says both.
  init?(_ record: RecordState, by account: UInt32, at moment: UInt32) {
    guard let account = record.reference(account), let at = record.instant(moment) else {
      return nil
    }
    self.account = account.id.named()
    self.at = at
  }
}

/// One sheet that hangs, or hung, somewhere.
package struct Posting: Hashable, Sendable {
  package let key: RecordKey
  package let kind: PostingPlace
  package let place: String
  package let deed: Deed
  package let content: [UInt8]
  package let start: Instant?
  package let takenDown: Deed?
  package let recordedAt: Instant?
  /// Nothing ever hung there: who said so, and when.
  package let mistaken: Deed?

  init?(_ key: RecordKey, _ record: RecordState) {
    guard let kind = record.code(PostingField.kind, as: PostingPlace.self),
      let place = record.text(PostingField.place),
      let deed = Deed(record, by: PostingField.account, at: PostingField.at)
    else { return nil }
    self.key = key
    self.kind = kind
    self.place = place
    self.deed = deed
    content = record.bytes(PostingField.content) ?? []
    start = record.instant(PostingField.start)
    takenDown = Deed(record, by: PostingField.takenDownBy, at: PostingField.takenDownAt)
    recordedAt = record.instant(PostingField.recordedAt)
    mistaken = Deed(record, by: PostingField.mistakenBy, at: PostingField.mistakenAt)
  }

  /// When it was written down, where that is not when it was done: people say minutes, and a clock may be
  /// off by as much as the rules let pass.
  package var writtenDownLater: Instant? {
    recordedAt.flatMap { recorded in
      let apart = recorded.millisecondsSince1970 - deed.at.millisecondsSince1970
      return apart.magnitude > UInt64(NoticeRules.clockAllowance) ? recorded : nil
    }
  }
}

/// A seal put to a text.
package struct SealAct: Hashable, Sendable {
  package let seal: SealKind
  package let deed: Deed
  package let content: [UInt8]

  init?(_ record: RecordState) {
    guard let seal = record.code(SealField.seal, as: SealKind.self),
      let deed = Deed(record, by: SealField.account, at: SealField.at)
    else { return nil }
    self.seal = seal
    self.deed = deed
    content = record.bytes(SealField.content) ?? []
  }
}

/// Somebody's look at the signs at a place of work.
package struct SignCheck: Hashable, Sendable {
  package let phase: SignPhase
  package let deed: Deed
  package let hasSigns: Bool
  package let hasCordon: Bool
  package let remark: String

  init?(_ record: RecordState) {
    guard let phase = record.code(SignCheckField.phase, as: SignPhase.self),
      let deed = Deed(record, by: SignCheckField.account, at: SignCheckField.at)
    else { return nil }
    self.phase = phase
    self.deed = deed
    hasSigns = record.flag(SignCheckField.hasSigns)
    hasCordon = record.flag(SignCheckField.hasCordon)
    remark = record.text(SignCheckField.remark) ?? ""
  }
}

/// A notice as its records say, with the places where it has to hang.
package struct Notice: Hashable, Sendable {
  package struct Emergency: Hashable, Sendable {
    package let reason: String
    package let approver: AccountID?
  }

  /// Something has to hang at one of these places.
  package struct Needed: Hashable, Sendable {
    package let code: UnitCode
    package let kind: PostingPlace
    /// Also in order: the lobby of a unit, for its door.
    package let instead: UnitCode?

    package init(_ kind: PostingPlace, _ code: UnitCode, instead: UnitCode? = nil) {
      self.kind = kind
      self.code = code
      self.instead = instead
    }

    func isMet(by posting: Posting) -> Bool {
      (posting.kind == kind && posting.place.utf8.elementsEqual(code.text.utf8))
        || (posting.kind == .lobby
          && instead.map { posting.place.utf8.elementsEqual($0.text.utf8) } ?? false)
    }
  }

  package let key: RecordKey
  package let text: NoticeText
  package let zone: ZoneOffset
  package let department: Department
  package let requested: Deed?
  package let issued: Deed?
  /// The later of the two that there is: who wrote it, or asked for it, and when.
  package let made: Deed
  package let recordedAt: Instant?
  package let emergency: Emergency?
  package let number: Int?
  package let year: Int
  package let withdrawn: Deed?
  package let withdrawReason: String
  package let archived: Deed?
  package let archivePlace: String
  /// Ascending by time, without those that were written by mistake.
  package let postings: [Posting]
  /// What was said of a place and taken back: nothing ever hung there, so nothing follows from it.
  package let mistakenPostings: [Posting]
  package let seals: [SealAct]
  package let checks: [SignCheck]
  package let needed: [Needed]

  init?(
    _ key: RecordKey, _ record: RecordState, places: [UnitCode], postings: [Posting],
    seals: [SealAct], checks: [SignCheck],
    needed: (_ text: NoticeText, _ named: [UnitCode]) -> [Needed]
  ) {
    guard let kind = record.code(NoticeField.kind, as: NoticeKind.self) else { return nil }
    requested = Deed(record, by: NoticeField.requestedBy, at: NoticeField.requestedAt)
    issued = Deed(record, by: NoticeField.issuedBy, at: NoticeField.issuedAt)
    guard let first = issued ?? requested else { return nil }
    made = first
    self.key = key
    var text = NoticeText(kind)
    text.form = record.code(NoticeField.form) ?? kind.usualForm
    text.issuer = record.code(NoticeField.issuer) ?? .serviceCentre
    text.title = record.text(NoticeField.title) ?? ""
    text.body = record.text(NoticeField.body) ?? ""
    text.reach = record.code(NoticeField.reach) ?? .site
    text.places = text.reach == .site ? [] : places
    text.start = record.instant(NoticeField.start)
    text.end = record.instant(NoticeField.end)
    text.cause = record.text(NoticeField.cause) ?? ""
    text.preparation = record.text(NoticeField.preparation) ?? ""
    text.supply = record.text(NoticeField.supply) ?? ""
    text.telephone = record.text(NoticeField.telephone) ?? ""
    text.validUntil = record.date(NoticeField.validUntil)
    self.text = text
    zone = record.integer(NoticeField.zoneMinutes).flatMap(ZoneOffset.init) ?? .china
    department = record.code(NoticeField.department) ?? kind.department
    recordedAt = record.instant(NoticeField.recordedAt)
    emergency =
      record.flag(NoticeField.isEmergency)
      ? Emergency(
        reason: record.text(NoticeField.emergencyReason) ?? "",
        approver: record.reference(NoticeField.emergencyApprover).map { $0.id.named() }) : nil
    number = record.integer(NoticeField.number).flatMap {
      Letter.numbers.contains($0) ? $0 : nil
    }
    year = record.integer(NoticeField.year) ?? LocalTime(first.at, in: zone).date.year
    withdrawn = Deed(record, by: NoticeField.withdrawnBy, at: NoticeField.withdrawnAt)
    withdrawReason = record.text(NoticeField.withdrawReason) ?? ""
    archived = Deed(record, by: NoticeField.archivedBy, at: NoticeField.archivedAt)
    archivePlace = record.text(NoticeField.archivePlace) ?? ""
    self.postings = postings.filter { $0.mistaken == nil }
    mistakenPostings = postings.filter { $0.mistaken != nil }
    self.seals = seals
    self.checks = checks
    self.needed = needed(text, places)
  }
}

extension Notice {
  /// When it was written, or asked for.
  package var madeAt: Instant { made.at }

  /// The month it belongs to: that of what it tells of, or else that in which it was written.
  package var month: CivilMonth {
    LocalTime(text.start ?? madeAt, in: zone).date.civilMonth
  }

  /// Whether its own seal is on the text as it is now.
  package var isSealed: Bool {
    let now = text.digest.bytes
    return seals.contains { $0.seal == text.issuer.seal && $0.content == now }
  }

  /// Sheets that hang there and do not say what the notice says now.
  package var outdated: [Posting] { hanging(isCurrent: false) }

  /// Sheets that hang there and say what the notice says now.
  package var current: [Posting] { hanging(isCurrent: true) }

  private func hanging(isCurrent: Bool) -> [Posting] {
    let now = text.digest.bytes
    return postings.filter { $0.takenDown == nil && ($0.content == now) == isCurrent }
  }

  /// Whether a seal was put to the text as it is now.
  package func isCurrent(_ seal: SealAct) -> Bool { seal.content == text.digest.bytes }

  /// Where nothing has hung yet that tells of this start, or of an earlier one (A24: the last lobby
  /// decides).
  package var missing: [Needed] {
    needed.filter { need in !telling.contains { need.isMet(by: $0) } }
  }

  private var telling: [Posting] {
    postings.filter { posting in
      guard let start = text.start else { return true }
      guard let announced = posting.start else { return false }
      // A sheet of an earlier start warns households as long as it hangs, and no longer.
      return announced == start || (announced < start && posting.takenDown == nil)
    }
  }

  /// Since when every place has told of it; nothing before.
  package var toldAt: Instant? {
    guard let issued else { return nil }
    if !text.form.isWritten { return issued.at }
    let moments = needed.map { need in
      telling.filter { need.isMet(by: $0) }.map(\.deed.at).min()
    }
    // At a site of which no lobby is known, any sheet is one.
    if moments.isEmpty { return telling.map(\.deed.at).min() }
    return moments.contains(nil) ? nil : moments.compactMap(\.self).max()
  }

  package var stage: NoticeStage {
    if withdrawn != nil { return .withdrawn }
    if issued == nil { return .requested }
    if !postings.isEmpty, postings.allSatisfy({ $0.takenDown != nil }) { return .takenDown }
    return toldAt == nil ? .issued : .posted
  }

  /// Something is still to be done: written, sealed, posted, taken down or put away.
  package var isOpen: Bool {
    let isHanging = postings.contains { $0.takenDown == nil }
    switch stage {
    case .requested, .issued: return true
    case .posted: return text.form.isWritten
    case .takenDown: return text.form.isWritten && archived == nil
    case .withdrawn: return isHanging
    }
  }

  /// `A-01-N-2026-003`; without a number as long as the office has not given it one.
  /// - Parameter code: of the site; nothing for the company's own.
  package func name(of code: String?) -> String? {
    number.map { number in
      let digits = "\(number)"
      return (code.map { $0 + "-" } ?? "") + "N-\(year)-"
        + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }
  }
}
