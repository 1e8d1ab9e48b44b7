package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import FieldWork
import RecordSheets
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

package struct AttemptCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "attempt", .helpAttempt, example: "rounds attempt 3-1201 --outcome nobodyHome")
  }

  @Argument(help: Help.text(.helpHouseholdArgument)) var household: String
  @Option(help: Help.text(.helpOutcome)) var outcome: String
  @Option(help: Help.text(.helpAt)) var at: String?
  @Option(help: Help.text(.helpRemark)) var remark: String?
  @OptionGroup var site: SiteOption
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let moment =
      try at.map { try Moments.instant($0, now: laptop.now, context.environment.zone) }
      ?? laptop.now
    let recorded = try laptop.recordAttempt(
      household: household,
      outcome: try Moments.code(outcome, as: AttemptOutcome.self, option: "--outcome"),
      at: moment, remark: remark, site: site.site)
    let policy = try laptop.read {
      try $0.inForce(.attempt, at: moment, in: context.environment.zone)
    }
    return .result(
      CommandResult(
        Report(
          nil,
          [
            .note(Message(.attemptSaved, [recorded.household.unitCode])),
            .fact(.labelStatus, .words(recorded.status.phrase)),
            .fact(.labelPolicy, .text(policy.text)),
          ]),
        .object([
          "policy": policy.json,
          "attempt": .id(recorded.key.id), "unit": .string(recorded.household.unitCode),
          "status": .string(recorded.status.name),
        ])))
  }
}

package struct SignCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "sign", .helpSign, example: "rounds sign 3f2a91 --refused --reason 不愿签名")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Flag(help: Help.text(.helpSigned)) var signed = false
  @Flag(help: Help.text(.helpRefused)) var refused = false
  @Flag(help: Help.text(.helpNotAsked)) var notAsked = false
  @Flag(help: Help.text(.helpNotApplicable)) var notApplicable = false
  @Option(help: Help.text(.helpReason)) var reason: String?
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: FieldContext) throws -> CommandOutput {
    let said: [SignatureOutcome?] = [
      signed ? .signed : nil, refused ? .refused(reason: reason ?? "") : nil,
      notAsked ? .notAsked(reason: reason ?? "") : nil, notApplicable ? .notApplicable : nil,
    ]
    let outcomes = said.compactMap { $0 }
    guard let outcome = outcomes.first, outcomes.count == 1 else {
      throw FieldFault.wrongUsage(Message(.signOneOf))
    }
    let key = try context.laptop().signVisit(
      named: visit, outcome, saw: try saw.map { try VisitReport.changes($0) })
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.signatureSaved, [short(key.id)]))]),
        .object(["visit": .id(key.id), "state": .string(outcome.state.name)])))
  }
}
