package import VisitModel
import Wording

/// Until when a household is to be told (A29 to A31): so many working days after the day on which it was
/// found, or the firm came to know of it.
package enum IncidentClock {
  package static func rule(of kind: IncidentKind) -> RuleID {
    switch kind {
    case .contractQuery: .r1_31
    case .contractChange: .r1_33
    case .propertyLost, .propertyDamaged, .propertyUnfit: .r1_34
    }
  }

  package static func due(
    _ kind: IncidentKind, foundAt: Instant, _ zone: ZoneOffset, _ calendar: WorkingCalendar,
    _ settings: PolicySettings
  ) -> WorkingCalendar.DueDate {
    let days =
      switch kind {
      case .contractQuery: settings.contractQueryWorkingDays
      case .contractChange: settings.contractChangeWorkingDays
      case .propertyLost, .propertyDamaged, .propertyUnfit: settings.propertyReportWorkingDays
      }
    return calendar.due(after: LocalTime(foundAt, in: zone).date, workingDays: days)
  }
}

/// Everything the rules ask about something that somebody is about to do with an incident.
package struct IncidentFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case record, tell, confirm, close }

  package var act: Act
  package var kind: IncidentKind
  package var at: Instant
  package var recordedAt: Instant
  package var zone: ZoneOffset = .china
  package var hasText = true
  package var hasReference = true
  package var isTold = false
  package var isFirmConfirmed = false
  package var isHouseholdConfirmed = false
  package var isClosed = false

  package init(_ act: Act, _ kind: IncidentKind, at: Instant, recordedAt: Instant) {
    self.act = act
    self.kind = kind
    self.at = at
    self.recordedAt = recordedAt
  }
}

/// R1-31 to R1-34: facts in, findings out.
package enum IncidentRules {
  package static func findings(_ facts: IncidentFacts) -> [Finding] {
    let rule = IncidentClock.rule(of: facts.kind)
    var found: [Finding] = []
    func add(_ rule: RuleID, _ severity: Finding.Severity, _ why: Phrase, _ cure: Phrase) {
      found.append(Finding(rule, severity, Message(why), Message(cure)))
    }
    // A laptop's clock may be ten minutes slow.
    if facts.at > facts.recordedAt.advanced(byMilliseconds: 600_000) {
      add(rule, .block, .ruleHeardInFuture, .ruleHeardInFutureCure)
    }
    if facts.isClosed { add(rule, .block, .ruleIncidentClosed, .ruleIncidentClosedCure) }
    switch facts.act {
    case .record:
      if !facts.hasText { add(rule, .block, .ruleIncidentEmpty, .ruleIncidentEmptyCure) }
      if facts.kind.isContract, !facts.hasReference {
        add(rule, .block, .ruleContractNumber, .ruleContractNumberCure)
      }
      let (on, written) = (
        LocalTime(facts.at, in: facts.zone).date, LocalTime(facts.recordedAt, in: facts.zone).date
      )
      // A31: "record at once" has no number; another day is not at once.
      if !facts.kind.isContract, written > on {
        add(.r1_34, .reminder, .ruleIncidentLate, .ruleIncidentLateCure)
      }
    case .tell: break
    case .confirm:
      if !facts.isTold { add(rule, .block, .ruleNotTold, .ruleNotToldCure) }
    case .close:
      if !facts.isTold { add(rule, .block, .ruleNotTold, .ruleNotToldCure) }
      if facts.kind.isContract, !facts.isFirmConfirmed || !facts.isHouseholdConfirmed {
        add(
          facts.kind == .contractQuery ? .r1_32 : .r1_33, .block, .ruleNotConfirmed,
          .ruleNotConfirmedCure)
      }
    }
    return found
  }

  /// R1-32, A29: a contract is not ready to be signed while a query about it is open.
  /// - Parameter open: how many queries of this contract both sides have not confirmed.
  package static func readiness(openQueries open: Int) -> [Finding] {
    open == 0
      ? []
      : [
        Finding(
          .r1_32, .block, Message(.ruleQueryOpen, ["\(open)"]), Message(.ruleQueryOpenCure))
      ]
  }
}
