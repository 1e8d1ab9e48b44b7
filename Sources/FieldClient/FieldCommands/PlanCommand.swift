package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import FieldWork
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

package struct PlanCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("plan", .helpPlan, example: "rounds plan --month 2026-09")
  }

  @Option(help: Help.text(.helpMonth)) var month: String?
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let month = try Moments.month(self.month, now: laptop.now, site.zone)
      let plan = try laptop.plan(site, month: month, replica)
      return .result(CommandResult(report(plan, site), json(plan)))
    }
  }

  private func report(_ plan: FieldPlan, _ site: SiteFacts) -> Report {
    let month = plan.report
    var report = Report(Message(.planTitle, [site.name, month.month.description]))
    report.append(contentsOf: ReviewReport.returned(plan.returned))
    report.append(.fact(.labelOccupied, .number(month.quota.occupied)))
    report.append(.fact(.labelPercent, .text("\(month.quota.percent) %")))
    if month.isProvisional { report.append(.warning(Message(.quotaProvisional))) }
    var conditions = TextTable([
      .labelCondition, .labelRule, .labelQuota, .labelCounted, .labelState,
    ])
    for (condition, phrase) in zip(
      [month.conditions.quota, month.conditions.manager, month.conditions.supervisor],
      [Phrase.labelShare, .labelManager, .labelSupervisor])
    {
      conditions.append([
        .words(phrase), .text(condition.rule.rawValue), .number(condition.required),
        .number(condition.achieved), .flag(condition.holds),
      ])
    }
    report.append(.table(conditions))
    report.append(.fact(.labelRound, .number(month.round)))
    report.append(
      .fact(.labelProgress, .text("\(month.progress.done) / \(month.progress.open)")))
    report.append(.fact(.labelCompanyVisits, .number(month.figures.byCompany)))
    report.append(.fact(.labelReturnVisits, .number(month.figures.returnVisits)))
    report.append(
      .fact(
        .labelCase,
        .words(
          Message(
            .casesOpenOf, ["\(month.cases.count(where: \.isOpen))", "\(month.cases.count)"]))))
    var people = TextTable([.labelPerson, .labelCounted])
    for (name, count) in plan.byPerson { people.append([.text(name), .number(count)]) }
    report.append(.table(people))
    report.append(.heading(Message(.planDue)))
    var due = TextTable([
      .labelUnit, .labelEntryKind, .labelOrganiser, .labelMonth, .labelPerson, .labelAppointment,
    ])
    for one in plan.due {
      due.append([
        .text(one.household.unitCode), .words(one.kind.phrase), .words(one.organiser.phrase),
        .text(one.month.description), .text(one.drawnBy),
        .moment(one.appointment?.start, site.zone),
      ])
    }
    report.append(.table(due))
    if !plan.appointments.isEmpty {
      report.append(.heading(Message(.planAppointments)))
      var agreed = TextTable([.labelUnit, .labelStart, .labelEnd, .labelChannel])
      for (one, unit) in plan.appointments {
        agreed.append([
          .text(unit), .moment(one.start, site.zone), .moment(one.end, site.zone),
          .words(one.channel.phrase),
        ])
      }
      report.append(.table(agreed))
    }
    if plan.unsent.late > 0 {
      report.append(.warning(Message(.planLate, ["\(plan.unsent.late)"])))
    }
    for owed in plan.feedback {
      report.append(
        .note(
          Message(
            .planFeedback, [owed.unitCode, short(owed.opinion), owed.by, owed.until.description])))
    }
    return report
  }

  private func json(_ plan: FieldPlan) -> JSON {
    .object([
      "returned": .array(plan.returned.map(ReviewReport.json)),
      "report": MonthJSON.object(plan.report),
      "byPerson": .array(
        plan.byPerson.map { .object(["name": .string($0.name), "count": .integer($0.count)]) }),
      "due": .array(
        plan.due.map { one in
          .object([
            "unit": .string(one.household.unitCode), "household": .id(one.household.key.id),
            "kind": .string(one.kind.name), "organiser": .string(one.organiser.name),
            "month": .id(one.month), "drawnBy": .string(one.drawnBy),
            "appointment": one.appointment.map { .id($0.key.id) },
          ])
        }),
      "appointments": .array(
        plan.appointments.map { AppointmentTable.json($0.appointment, $0.unitCode) }),
      "unsent": .object([
        "count": .integer(plan.unsent.count), "late": .integer(plan.unsent.late),
        "oldest": .instant(plan.unsent.oldest),
      ]),
      "feedback": .array(
        plan.feedback.map {
          .object([
            "opinion": .id($0.opinion), "unit": .string($0.unitCode), "by": .string($0.by),
            "until": .id($0.until),
          ])
        }),
    ])
  }
}
