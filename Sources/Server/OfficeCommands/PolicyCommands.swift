package import ArgumentParser
import CommunicationPolicy
import Console
import OfficeWork
import VisitModel
import Wording

package struct OfficePolicyCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "policy", .helpPolicy, example: "rounds-server policy show A14",
      subcommands: [
        OfficePolicyShowCommand.self, OfficePolicyCheckCommand.self,
        OfficePolicyImportCommand.self,
      ])
  }

  package init() {}
}

struct OfficePolicyShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpPolicyShow, example: "rounds-server policy show A14 --on 2026-12-01")
  }

  @Argument(help: OfficeHelp.text(.helpDecision)) var decision: String?
  @Option(help: OfficeHelp.text(.helpPolicyOn)) var on: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let zone = office.environment.zone
    guard let day = on.map(CivilDate.init) ?? LocalTime(office.now, in: zone).date else {
      throw OfficeFault.wrongUsage(Message(.notADate, ["--on", on ?? ""]))
    }
    guard let result = PolicyWords.shown(try office.policy(), on: day, only: decision) else {
      throw OfficeFault.failed(Message(.policyNoDecision, [decision ?? ""]))
    }
    return .result(result)
  }
}

struct OfficePolicyCheckCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "check", .helpPolicyCheck, example: "rounds-server policy check policy-2027.json")
  }

  @Argument(help: OfficeHelp.text(.helpPolicyFile)) var file: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let found = try policyFile(file, in: context)
    return .result(PolicyWords.checked(found, against: try context.office().policy()))
  }
}

struct OfficePolicyImportCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "import", .helpPolicyImport, example: "rounds-server policy import policy-2027.json")
  }

  @Argument(help: OfficeHelp.text(.helpPolicyFile)) var file: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let found = try policyFile(file, in: context)
    return .result(ImportReport.result(try context.office().importPolicy(found), []))
  }
}

private func policyFile(_ file: String, in context: OfficeContext) throws -> PolicyFile {
  switch PolicyFile.reading(try context.readFile(file, PolicyFile.bytesMax), file: file) {
  case .success(let found): return found
  case .failure(let objection): throw OfficeFault.failed(objection.message)
  }
}
