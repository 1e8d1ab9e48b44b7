import ArgumentParser
import Console
import OfficeWork
import TextFormats
import VisitModel
import Wording

struct HouseholdRestrictCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "restrict", .helpRestrict,
      example: "rounds-server household restrict 3-1201 --site 绿岛 --reason 诉讼期间")
  }

  @Argument(help: OfficeHelp.text(.helpUnitArgument)) var unit: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @Option(help: OfficeHelp.text(.helpSettleReason)) var reason: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try Restricting.run(unit, site, isRestricted: true, reason, context)
  }
}

struct HouseholdAllowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "allow", .helpAllow, example: "rounds-server household allow 3-1201 --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpUnitArgument)) var unit: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try Restricting.run(unit, site, isRestricted: false, "", context)
  }
}

private enum Restricting {
  static func run(
    _ unit: String, _ site: String, isRestricted: Bool, _ reason: String, _ context: OfficeContext
  ) throws -> CommandOutput {
    let office = try context.office()
    let household = try office.restrict(
      unit: unit, of: try office.site(named: site), isRestricted: isRestricted, reason: reason)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(isRestricted ? .restricted : .allowed, [unit]))]),
        .object([
          "household": .string(household.description), "restricted": .bool(isRestricted),
        ])))
  }
}
