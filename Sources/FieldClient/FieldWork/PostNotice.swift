import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

extension Laptop {
  /// Records that a seal was put to the text as it is now (R2-10, R2-11).
  /// - Parameter seal: nothing for the one that belongs to whoever issues it.
  package func sealNotice(
    named name: String, with seal: SealKind?, at: Instant
  ) throws -> NoticeDone {
    try act(on: name) { desk, notice in
      guard notice.issued != nil else { throw FieldFault.failed(Message(.noticeNotIssued)) }
      let seal = seal ?? notice.text.issuer.seal
      // The company's seal lies at head office; the office would only hold what is said of it here.
      if seal == .company, try !visitor(desk.view.replica).role.isCompany {
        throw FieldFault.refused(
          Refusal(
            rule: RuleID.r2_11.rawValue, why: Message(.ruleCompanySealAway),
            cure: Message(.ruleCompanySealAwayCure)))
      }
      return try desk.seal(notice, with: seal, as: freshID(), at: at)
    }
  }

  /// Records that it hangs (R1-15, R1-20): late or not.
  /// - Throws: `FieldFault.refused` (R2-10, R2-11) without a seal, `.wrongUsage` for a place there is not.
  package func postNotice(
    named name: String, _ input: PostingInput, at: Instant
  ) throws -> NoticeDone {
    for board in input.boards {
      if let flaw = TypedText.flaw(inLine: board, place: "board") { throw FieldFault.failed(flaw) }
    }
    return try act(on: name) { desk, notice in
      guard notice.issued != nil else { throw FieldFault.failed(Message(.noticeNotIssued)) }
      let places = try desk.places(input, of: notice)
      return try desk.post(notice, at: places.map { ($0.kind, $0.place, freshID()) }, since: at)
    }
  }

  /// Records that sheets were taken down: those at the places named, or all that hang.
  package func takeDownNotice(
    named name: String, from places: [String], at: Instant
  ) throws -> NoticeDone {
    try act(on: name, allowsWithdrawn: true) { desk, notice in
      try desk.takeDown(try desk.hanging(notice, at: places), of: notice, at: at)
    }
  }

  /// Takes back what was recorded by mistake: it never hung at the places named.
  package func takeBackPostings(
    of name: String, at places: [String], at: Instant
  ) throws -> NoticeDone {
    try act(on: name, allowsWithdrawn: true) { desk, notice in
      try desk.takeBack(try desk.lastSaid(notice, of: places), of: notice, at: at)
    }
  }

  /// Records a look at the signs and the cordon at a place of work (R1-16, R1-27).
  package func checkSigns(
    of name: String, _ phase: SignPhase, hasSigns: Bool, hasCordon: Bool, remark: String,
    at: Instant
  ) throws -> NoticeDone {
    if let flaw = TypedText.flaw(inText: remark, place: "remark") { throw FieldFault.failed(flaw) }
    return try act(on: name) { desk, notice in
      try desk.check(
        notice, phase, hasSigns: hasSigns, hasCordon: hasCordon, remark: remark, as: freshID(),
        at: at)
    }
  }

  /// Records where the original lies (R2-12).
  /// - Throws: `FieldFault.failed` where that is recorded already: who did it first is not overwritten.
  package func archiveNotice(
    named name: String, at place: String, since at: Instant
  ) throws -> NoticeDone {
    if let flaw = TypedText.flaw(inLine: place, place: "place") { throw FieldFault.failed(flaw) }
    guard !place.isBlank else { throw FieldFault.wrongUsage(Message(.noticeNoPlaceNamed)) }
    return try act(on: name, allowsWithdrawn: true) { desk, notice in
      guard notice.issued != nil else { throw FieldFault.failed(Message(.noticeNotIssued)) }
      if let archived = notice.archived {
        throw FieldFault.failed(
          Message(
            .noticeAlreadyArchived,
            [
              notice.archivePlace, archived.at.wallText(in: notice.zone),
              try personName(archived.account, desk.view.replica),
            ]))
      }
      return try desk.archive(notice, at: place, since: at)
    }
  }
}
