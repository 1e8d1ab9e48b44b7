package import ArgumentParser
import CommunicationPolicy
import Console
import FieldWork
import RecordStore
import VisitModel
import Wording

package struct PolicyCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "policy", .helpPolicy, example: "rounds policy show A14",
      subcommands: [PolicyShowCommand.self, PolicyCheckCommand.self])
  }

  package init() {}
}

struct PolicyShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpPolicyShow, example: "rounds policy show A14 --on 2026-12-01")
  }

  @Argument(help: Help.text(.helpDecision)) var decision: String?
  @Option(help: Help.text(.helpPolicyOn)) var on: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let zone = laptop.environment.zone
    guard let day = on.map(CivilDate.init) ?? LocalTime(laptop.now, in: zone).date else {
      throw FieldFault.wrongUsage(Message(.notADate, ["--on", on ?? ""]))
    }
    let policy = try laptop.read { try $0.policy() }
    guard let result = PolicyWords.shown(policy, on: day, only: decision) else {
      throw FieldFault.failed(Message(.policyNoDecision, [decision ?? ""]))
    }
    return .result(result)
  }
}

struct PolicyCheckCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("check", .helpPolicyCheck, example: "rounds policy check policy-2027.json")
  }

  @Argument(help: Help.text(.helpPolicyFile)) var file: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let bytes = try context.readFile(file, PolicyFile.bytesMax)
    switch PolicyFile.reading(bytes, file: file) {
    case .failure(let objection): throw FieldFault.failed(objection.message)
    case .success(let found):
      let policy = try context.laptop().read { try $0.policy() }
      return .result(PolicyWords.checked(found, against: policy))
    }
  }
}
