import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A matter as a row, a report and JSON.
enum MatterReport {
  static func row(_ card: MatterCard) -> MatterRow {
    let matter = card.matter
    return MatterRow(
      id: short(matter.key.id), unit: card.unitCode,
      saidAt: matter.source.at.wallText(in: matter.source.zone), topic: matter.topic,
      kind: matter.kind, isUrgent: matter.urgency == .urgent, state: matter.handling?.state,
      department: matter.handling?.department, feedback: matter.feedback.stage.phrase,
      owing: card.owing, until: matter.feedback.until?.description)
  }

  static func report(_ card: MatterCard) -> Report {
    let (matter, handling) = (card.matter, card.matter.handling)
    var report = Report(
      nil,
      [
        .fact(.labelId, .text(matter.key.id.description)),
        .fact(.labelUnit, card.unitCode.map { .text($0) } ?? .words(.labelNobody)),
        .fact(.labelSaidAt, .moment(matter.source.at, matter.source.zone)),
        .fact(.labelChannel, .words(matter.source.channel?.phrase ?? .codeVisit)),
        .fact(.labelMethod, .words(matter.source.method.phrase)),
        .fact(.labelPerson, .text(card.recorder)),
        .fact(.labelTopic, .words(matter.topic.phrase)),
        .fact(.labelKind, .words(matter.kind.phrase)),
        .fact(
          .labelUrgency, .words(matter.urgency == .urgent ? .codeUrgent : .codeOrdinary)),
        .fact(.labelState, .words(handling?.state.phrase ?? MatterRow.untouched(matter.kind))),
        .fact(.labelFeedback, .words(matter.feedback.stage.phrase)),
      ])
    if let department = handling?.department {
      report.append(.fact(.labelDepartment, .words(department.phrase)))
    }
    if let handler = card.handler { report.append(.fact(.labelHandler, .text(handler))) }
    if let reference = handling?.reference {
      report.append(.fact(.labelReference, .text(reference)))
    }
    if let status = handling?.status {
      report.append(.fact(.labelStatusThere, .words(status.phrase)))
    }
    if let owing = card.owing { report.append(.fact(.labelOwing, .text(owing))) }
    if let until = matter.feedback.until {
      report.append(.fact(.labelUntil, .text(until.description)))
    }
    report.append(.quotation(card.text ?? "•••"))
    if let decision = handling?.decision {
      report.append(.fact(.labelDecision, .words(decision.phrase)))
      if let measure = card.measure { report.append(.fact(.labelMeasure, .text(measure))) }
    }
    if let outcome = card.outcome {
      report.append(.heading(Message(.labelOutcome)))
      report.append(.quotation(outcome))
    }
    if let history = card.history, !history.isEmpty {
      var steps = TextTable(MatterSteps.headings.map { TextTable.Column(Message($0)) })
      for (step, person) in history {
        steps.append(MatterSteps.cells(step, person, matter.source.zone))
      }
      report.append(.table(steps))
    }
    if let policy = card.policy { report.append(.fact(.labelPolicy, .text(policy.text))) }
    report.append(.fact(.labelSaw, .text(SawToken.text(card.frontier))))
    return report
  }

  static func json(_ card: MatterCard) -> JSON {
    MatterJSON.object(
      card.matter, unit: card.unitCode, text: card.text, outcome: card.outcome,
      recorder: card.recorder, handler: card.handler, owing: card.owing,
      measure: card.measure, history: card.history, policy: card.policy,
      saw: SawToken.text(card.frontier))
  }

  static func done(_ card: MatterCard, _ context: FieldContext) -> CommandOutput {
    let state = card.matter.handling?.state.phrase ?? MatterRow.untouched(card.matter.kind)
    return .result(
      CommandResult(
        Report(
          nil,
          [
            .note(
              Message(
                .matterSaved, [short(card.matter.key.id), state.text(in: context.language)]))
          ]), .object(["matter": json(card)])))
  }
}

/// What was done with a matter, step by step.
private enum MatterSteps {
  static let headings: [Phrase] = [
    .labelWhen, .labelPerson, .labelState, .labelDepartment, .labelStatusThere, .labelDecision,
  ]

  static func cells(_ step: MatterStep, _ person: String, _ zone: ZoneOffset) -> [Cell] {
    [.moment(step.at, zone), .text(person)]
      + [
        step.state?.phrase, step.department?.phrase, step.status?.phrase, step.decision?.phrase,
      ].map { $0.map { .words($0) } ?? .text("") }
  }
}
