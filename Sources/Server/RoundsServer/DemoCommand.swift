import ArgumentParser
import OfficeCommands
import Wording

struct DemoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("demo", .helpDemo, example: "rounds-server demo")
  }

  @Option(help: OfficeHelp.text(.helpExamples)) var examples: String = "Examples"
  @Option(help: OfficeHelp.text(.helpRoundsBinary)) var rounds: String?
  @Flag(help: OfficeHelp.text(.helpKeepServing)) var keepServing = false
  @OptionGroup var common: OfficeOptions

  func run() async throws {}
}
