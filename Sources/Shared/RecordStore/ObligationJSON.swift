import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import TextFormats
package import VisitModel

/// Obligations as JSON, the same from both programs.
package enum ObligationJSON {
  /// - Parameter site: nothing for the company's own.
  package static func object(
    _ one: SiteObligation, site: SiteFacts?, unit: String?, _ name: (AccountID) throws -> String
  ) rethrows -> JSON {
    var person: String?
    var post: String?
    switch one.obligation.who {
    case .person(let account): person = try name(account)
    case .post(let role): post = role.name
    }
    return .object([
      "rule": .string(one.obligation.rule.rawValue), "site": site.map { .string($0.code) },
      "person": person.map(JSON.string), "post": post.map(JSON.string),
      "subjectType": .string(one.subject.type.name),
      "subject": .string(one.subject.id.description), "unit": unit.map(JSON.string),
      "month": .string(one.month.description), "due": .string(one.obligation.due.description),
      "dueAt": one.obligation.dueAt.map { .string($0.utcText) },
      "provisional": .bool(one.obligation.isProvisional),
      "target": .bool(one.obligation.isTarget), "state": .string(one.obligation.state.name),
      "escalatedAt": one.escalatedAt.map { .string($0.utcText) },
      "waiver": one.waiver.map(JSON.string),
    ])
  }

  package static func timeliness(_ all: [SiteObligation]) -> JSON {
    .array(
      Timeliness.of(all.map(\.obligation)).map {
        .object([
          "rule": .string($0.rule.rawValue), "inTime": .integer($0.inTime),
          "late": .integer($0.late), "overdue": .integer($0.overdue),
        ])
      })
  }
}
