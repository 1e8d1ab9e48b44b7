package import CommunicationPolicy
import ConflictFreeRecords
import Fingerprint
package import TextFormats
package import VisitModel

/// A month's summary and letters as JSON, the same from both programs and for the page.
package enum SummaryJSON {
  package static func object(
    _ summary: MonthSummary, at now: Instant, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    let recorded = summary.recorded
    return .object([
      "figures": summary.content.json, "digest": .string(summary.content.digest.description),
      "provisional": .bool(summary.content.isProvisional),
      "state": .string(recorded?.state.name ?? "draft"),
      "author": try recorded.map { .string(try name($0.author)) },
      "submittedAt": recorded.map { .string($0.submittedAt.utcText) },
      "decidedBy": try recorded.flatMap {
        $0.state == .submitted ? nil : .string(try name($0.account))
      },
      "decidedAt": recorded.flatMap {
        $0.state == .submitted ? nil : .string($0.at.utcText)
      },
      "text": recorded.map { .string($0.text) },
      "comment": recorded?.state == .returned ? recorded?.comment.map(JSON.string) : nil,
      "approvedDigest": recorded?.state == .approved
        ? recorded.map { .string(Hexadecimal.text($0.digest)) } : nil,
      "approvedFigures": recorded?.state == .approved
        ? recorded.flatMap { parsed($0.figures) } : nil,
      "shown": .string(summary.shown.description), "due": .string(summary.due.description),
      "late": .bool(summary.isLate(at: now)),
      "decisionDue": summary.decisionDue.map { .string($0.date.description) },
      "decisionLate": .bool(summary.isDecisionLate(at: now)),
      "undecided": .array(summary.undecided.map { .string($0.key.id.description) }),
      "unlettered": .array(summary.unlettered.map { .string($0.key.id.description) }),
      "policy": summary.policy.json,
      "amendments": .array(
        summary.amendments.map {
          .object([
            "number": .integer($0.number), "digest": .string(Hexadecimal.text($0.digest)),
            "at": .string($0.at.utcText),
            "figures": parsed($0.figures),
          ])
        }), "overtaken": .bool(summary.isOvertaken),
      "emergencies": .array(
        try summary.emergencies.map { notice in
          .object([
            "notice": .string(notice.key.id.description),
            "number": notice.name(of: summary.content.site.code).map(JSON.string),
            "kind": .string(notice.text.kind.name),
            "start": notice.text.start.map { .string($0.utcText) },
            "reason": notice.emergency.map { .string($0.reason) },
            "approver": try notice.emergency?.approver.map { .string(try name($0)) },
          ])
        }),
      "letters": .array(try summary.letters.map { try letter($0, of: summary.content.site, name) }),
    ])
  }

  /// Nothing for bytes that are no JSON: whoever signed them, they are shown to nobody as figures.
  package static func parsed(_ figures: [UInt8]) -> JSON? {
    do { return try JSON.parse(figures) } catch { return nil }
  }

  package static func letter(
    _ letter: Letter, of site: SiteFacts, matters: [Matter]? = nil,
    policy: PolicyInForce? = nil,
    _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    .object([
      "letter": .string(letter.key.id.description),
      "number": letter.name(of: site).map(JSON.string),
      "subject": .string(letter.subject), "background": .string(letter.background),
      "proposal": .string(letter.proposal), "replyBy": .string(letter.replyBy.description),
      "signedBy": .string(try name(letter.account)), "signedAt": .string(letter.at.utcText),
      "policy": policy?.json,
      "matters": matters.map { .array($0.map { .string($0.key.id.description) }) },
      "reply": try letter.reply.map {
        .object([
          "accepted": .bool($0.isAccepted), "text": .string($0.text),
          "by": .string(try name($0.account)), "at": .string($0.at.utcText),
        ])
      },
    ])
  }
}
