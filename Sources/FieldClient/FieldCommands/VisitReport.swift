import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A visit as a report, and as JSON.
enum VisitReport {
  static func report(
    _ card: VisitCard, _ conflicts: [Conflict], _ language: Language
  ) -> Report {
    let zone = card.summary.zone
    var report = Report(
      nil,
      [
        .fact(.labelId, .text(card.summary.key.id.description)),
        .fact(.labelUnit, .text(card.unitCode)),
        .fact(.labelKind, .words(card.summary.kind.phrase)),
        .fact(.labelOrganiser, .words(card.summary.organiser.phrase)),
        .fact(.labelMode, .words(card.summary.mode.phrase)),
        .fact(.labelStart, .moment(card.summary.start, zone)),
        .fact(.labelEnd, .moment(card.summary.end, zone)),
        .fact(.labelMonth, .text(card.summary.month.description)),
        .fact(.labelRound, .number(card.summary.round)),
        .fact(
          .labelInterviewers, .text(card.interviewers.map(\.name).joined(separator: ", "))),
        .fact(.labelDelivery, .words(card.delivery.phrase)),
      ])
    let texts: [(UInt32, Phrase)] = [
      (VisitField.metName, .labelMet), (VisitField.telephone, .labelTelephone),
      (VisitField.place, .labelPlace), (VisitField.remark, .labelRemark),
    ]
    for (field, label) in texts {
      let text =
        field == VisitField.telephone
        ? MaskedTelephone.of(card.texts[field]) : card.texts[field]
      if let text = text ?? (card.unopened.contains(field) ? "•••" : nil) {
        report.append(.fact(label, .text(text)))
      }
    }
    if let relation = card.relation {
      report.append(.fact(.labelRelation, .words(relation.phrase)))
    }
    if let grade = card.satisfaction {
      report.append(.fact(.labelSatisfaction, .words(grade.phrase)))
    }
    if card.summary.isVoided {
      report.append(.fact(.labelVoided, .text(card.texts[VisitField.voidReason] ?? "•••")))
    }
    if let signature = card.signature {
      report.append(.fact(.labelSignature, .words(signature.state.phrase)))
      if let reason = signature.reason { report.append(.fact(.labelReason, .text(reason))) }
      if !signature.coversContent { report.append(.warning(Message(.signatureStale))) }
    }
    report.append(.fact(.labelPolicy, .text(card.policy.text)))
    for reason in card.reasons {
      report.append(.fact(.labelReason, .text("\(reason.rule): \(reason.text ?? "•••")")))
    }
    var table = TextTable([.labelOrder, .labelTopic, .labelKind, .labelFeedback, .labelText])
    for opinion in card.opinions {
      table.append([
        .number(opinion.order), .words(opinion.topic.phrase), .words(opinion.kind.phrase),
        .flag(opinion.wantsFeedback), .text(opinion.text ?? "•••"),
      ])
    }
    report.append(.table(table))
    for (label, answer) in [
      (Phrase.labelNoOpinionOn, TopicAnswer.noOpinion), (.labelNotAsked, .notAsked),
    ] {
      report.append(
        .fact(
          label,
          .text(
            card.topics.topics(answer).map { $0.phrase.text(in: language) }.joined(separator: ", "))
        ))
    }
    for conflict in conflicts { report.append(contentsOf: ConflictReport.report(conflict)) }
    if card.hasMissingHistory { report.append(.warning(Message(.historyMissing))) }
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    for opinion in card.opinions {
      report.append(
        .fact(
          Message(.labelSawOpinion, ["\(opinion.order)"]),
          .text(SawToken.text(opinion.frontier))))
    }
    return report
  }

  static func changes(_ token: String) throws -> [ChangeID] {
    guard let changes = SawToken.changes(token) else {
      throw FieldFault.wrongUsage(Message(.sawMalformed))
    }
    return changes
  }
}

enum VisitJSON {
  static func summary(_ visit: VisitSummary, _ zone: ZoneOffset) -> JSON {
    .object([
      "id": .id(visit.key.id), "household": .id(visit.household),
      "kind": .string(visit.kind.name), "organiser": .string(visit.organiser.name),
      "mode": .string(visit.mode.name), "start": .instant(visit.start),
      "end": .instant(visit.end), "month": .id(visit.month), "round": .integer(visit.round),
      "recordedAt": .instant(visit.recordedAt), "voided": .bool(visit.isVoided),
      "counts": .bool(visit.counts),
    ])
  }

  static func card(_ card: VisitCard, _ conflicts: [Conflict]) -> JSON {
    .object([
      "visit": summary(card.summary, card.summary.zone), "unit": .string(card.unitCode),
      "met": .optional(card.texts[VisitField.metName]),
      "place": .optional(card.texts[VisitField.place]),
      "telephone": .optional(MaskedTelephone.of(card.texts[VisitField.telephone])),
      "remark": .optional(card.texts[VisitField.remark]),
      "voidReason": .optional(card.texts[VisitField.voidReason]),
      "relation": .optional(card.relation?.name),
      "satisfaction": .optional(card.satisfaction?.name), "badgeWorn": .bool(card.badgeWorn),
      "noOpinion": .bool(card.saysNoOpinion),
      "topics": .object(
        Topic.allCases.map { JSON.Member($0.name, .string(card.topics.answer($0).name)) }),
      "opinions": .array(card.opinions.map(opinion)),
      "interviewers": .array(
        card.interviewers.map {
          .object([
            "account": .id($0.account), "name": .string($0.name), "post": .string($0.post.name),
          ])
        }),
      "signature": card.signature.map {
        .object([
          "state": .string($0.state.name), "reason": .optional($0.reason),
          "coversContent": .bool($0.coversContent),
        ])
      },
      "reasons": .object(
        card.reasons.map { JSON.Member($0.rule, .string($0.text ?? "")) }),
      "conflicts": .array(conflicts.map(ConflictReport.json)),
      "missingHistory": .bool(card.hasMissingHistory),
      "delivery": .string("\(card.delivery)"), "earlier": card.earlier.map { .id($0.id) },
      "policy": card.policy.json, "saw": .string(SawToken.text(card.frontier)),
    ])
  }

  private static func opinion(_ opinion: OpinionCard) -> JSON {
    .object([
      "id": .id(opinion.key.id), "order": .integer(opinion.order),
      "topic": .string(opinion.topic.name), "kind": .string(opinion.kind.name),
      "text": .optional(opinion.text), "wantsFeedback": .bool(opinion.wantsFeedback),
      "proposesFeedback": .bool(opinion.proposesFeedback),
      "urgency": .string(opinion.urgency.name),
      "route": .string(opinion.isComplaint ? "complaintProcedure" : "department"),
      "saw": .string(SawToken.text(opinion.frontier)),
    ])
  }
}
