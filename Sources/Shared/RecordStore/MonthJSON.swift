import CommunicationPolicy
package import Sampling
package import TextFormats
import VisitModel

/// A month's report as JSON: the same object on laptop and server, so that two can be compared.
package enum MonthJSON {
  package static func object(_ report: MonthReport) -> JSON {
    .object([
      "site": .string(report.site.code), "name": .string(report.site.name),
      "month": .string(report.month.description), "provisional": .bool(report.isProvisional),
      "totalUnits": .integer(report.quota.totalUnits),
      "occupied": .integer(report.quota.occupied), "percent": .integer(report.quota.percent),
      "quota": condition(report.conditions.quota),
      "manager": condition(report.conditions.manager),
      "supervisor": condition(report.conditions.supervisor),
      "company": .integer(report.figures.byCompany),
      "returnVisits": .integer(report.figures.returnVisits),
      "repeats": .integer(report.figures.repeats),
      "excused": .integer(report.figures.excused),
      "recordedTwice": .integer(report.figures.recordedTwice),
      "voided": .integer(report.figures.voided),
      "overshoot": .integer(report.figures.overshoot(quota: report.quota.count)),
      "round": .integer(report.round),
      "progress": .object([
        "done": .integer(report.progress.done), "open": .integer(report.progress.open),
      ]),
      "duplicates": .array(report.cases.map(duplicate)),
    ])
  }

  package static func duplicate(_ one: DuplicateCase) -> JSON {
    .object([
      "round": .integer(one.round), "household": .string(one.household.description),
      "cause": .string(one.cause.name), "open": .bool(one.isOpen),
      "reopened": .bool(one.isReopened),
      "visits": .array(
        one.members.map { visit in
          .object([
            "id": .string(visit.id.description), "organiser": .string(visit.organiser.name),
            "start": .string(visit.start.utcText), "month": .string(visit.month.description),
            "settled": one.decisions[visit.id].map { .string($0.kind.name) },
            "against": one.decisions[visit.id].map { .string($0.against.description) },
          ])
        }),
    ])
  }

  package static func caseView(_ view: CaseView) -> JSON {
    .object([
      "site": .string(view.site.code), "unit": .string(view.unitCode),
      "case": duplicate(view.duplicate),
    ])
  }

  private static func condition(_ condition: QuotaConditions.Condition) -> JSON {
    .object([
      "rule": .string(condition.rule.rawValue), "required": .integer(condition.required),
      "achieved": .integer(condition.achieved), "holds": .bool(condition.holds),
    ])
  }
}
