package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Notices as JSON, the same from both programs.
package enum NoticeJSON {
  /// - Parameters:
  ///   - code: of the site; nothing for the company's own.
  ///   - limit: until when households are to be told.
  ///   - saw: the token of what was shown.
  package static func object(
    _ notice: Notice, site code: String?, limit: LeadTime.Limit?,
    requestLimit: LeadTime.Limit? = nil, keptUntil: CivilDate? = nil,
    policy: PolicyInForce? = nil, saw: String? = nil, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    let text = notice.text
    return .object([
      "notice": .string(notice.key.id.description),
      "number": notice.name(of: code).map(JSON.string), "site": code.map(JSON.string),
      "kind": .string(text.kind.name), "form": .string(text.form.name),
      "issuer": .string(text.issuer.name), "stage": .string(notice.stage.name),
      "title": .string(text.title), "body": .string(text.body),
      "reach": .string(text.reach.name),
      "places": .array(text.places.map { .string($0.text) }),
      "start": text.start.map { .string($0.utcText) },
      "end": text.end.map { .string($0.utcText) }, "cause": .string(text.cause),
      "preparation": .string(text.preparation), "supply": .string(text.supply),
      "telephone": .string(text.telephone),
      "validUntil": text.validUntil.map { .string($0.description) },
      "department": .string(notice.department.name),
      "requested": try notice.requested.map { try deed($0, name) },
      "requestBy": requestLimit.map { .string($0.moment.utcText) },
      "issued": try notice.issued.map { try deed($0, name) },
      "recordedAt": notice.recordedAt.map { .string($0.utcText) },
      "tellBy": limit.map { .string($0.moment.utcText) },
      "provisional": limit.map { .bool($0.isProvisional) },
      "toldAt": notice.toldAt.map { .string($0.utcText) },
      "missing": .array(notice.missing.map { .string($0.code.text) }),
      "outdated": .array(notice.outdated.map { .string($0.place) }),
      "emergency": try notice.emergency.map { emergency in
        .object([
          "reason": .string(emergency.reason),
          "approver": try emergency.approver.map { .string(try name($0)) },
        ])
      },
      "isSealed": .bool(notice.isSealed),
      "seals": .array(
        try notice.seals.map { seal in
          .object([
            "seal": .string(seal.seal.name), "by": .string(try name(seal.deed.account)),
            "at": .string(seal.deed.at.utcText),
            "current": .bool(notice.isCurrent(seal)),
          ])
        }),
      "postings": .array(
        try (notice.postings + notice.mistakenPostings).map { posting in
          .object([
            "kind": .string(posting.kind.name), "place": .string(posting.place),
            "by": .string(try name(posting.deed.account)),
            "at": .string(posting.deed.at.utcText),
            "recordedAt": posting.recordedAt.map { .string($0.utcText) },
            "takenDown": try posting.takenDown.map { try deed($0, name) },
            "mistaken": try posting.mistaken.map { try deed($0, name) },
          ])
        }),
      "checks": .array(
        try notice.checks.map { check in
          .object([
            "phase": .string(check.phase.name), "by": .string(try name(check.deed.account)),
            "at": .string(check.deed.at.utcText), "signs": .bool(check.hasSigns),
            "cordon": .bool(check.hasCordon), "remark": .string(check.remark),
          ])
        }),
      "archived": try notice.archived.map { archived in
        .object([
          "place": .string(notice.archivePlace), "by": .string(try name(archived.account)),
          "at": .string(archived.at.utcText),
          "keptUntil": keptUntil.map { .string($0.description) },
        ])
      },
      "withdrawn": try notice.withdrawn.map { withdrawn in
        .object([
          "reason": .string(notice.withdrawReason), "by": .string(try name(withdrawn.account)),
          "at": .string(withdrawn.at.utcText),
        ])
      },
      "digest": .string(text.digest.description), "policy": policy?.json,
      "saw": saw.map(JSON.string),
    ])
  }

  private static func deed(
    _ deed: Deed, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object(["by": .string(try name(deed.account)), "at": .string(deed.at.utcText)])
  }
}
