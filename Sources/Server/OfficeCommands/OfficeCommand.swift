package import ArgumentParser
package import Console
import FoundationEssentials
package import OfficeWork
import TextFormats
import VisitModel
package import Wording

/// One command of `rounds-server` that acts on the office and is done.
package protocol OfficeCommand: ParsableCommand {
  var common: OfficeOptions { get }
  func run(in context: OfficeContext) throws -> CommandOutput
}

/// The world of a command.
package struct OfficeContext {
  package let environment: OfficeEnvironment
  /// Nothing before `init`.
  package let secrets: OfficeSecrets?
  package let saveSecrets: (OfficeSecrets) throws -> Void
  package let readFile: (_ path: String, _ limit: Int) throws -> [UInt8]
  package let language: Language
  package let showProgress: (Progress) -> Void

  package init(
    environment: OfficeEnvironment, secrets: OfficeSecrets?,
    saveSecrets: @escaping (OfficeSecrets) throws -> Void,
    readFile: @escaping (_ path: String, _ limit: Int) throws -> [UInt8], language: Language,
    showProgress: @escaping (Progress) -> Void
  ) {
    self.environment = environment
    self.secrets = secrets
    self.saveSecrets = saveSecrets
    self.readFile = readFile
    self.language = language
    self.showProgress = showProgress
  }

  package func office() throws -> Office {
    guard let secrets else { throw OfficeFault.failed(Message(.officeNotInitialised)) }
    return try Office(environment, secrets)
  }
}

/// Options that mean the same everywhere.
package struct OfficeOptions: ParsableArguments {
  @Option(help: OfficeHelp.data) package var data: String?
  @Flag(help: OfficeHelp.json) package var json = false
  @Option(help: OfficeHelp.language) package var lang: String?
  @Option(help: OfficeHelp.colour) package var color: String = "auto"

  package init() {}
}

package enum OfficeHelp {
  package static let chosen = Language(
    preference: nil, environment: ProcessInfo.processInfo.environment)

  package static func text(_ phrase: Phrase) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: phrase.text(in: chosen))
  }

  static let data = text(.helpData)
  static let json = text(.helpJSON)
  static let language = text(.helpLanguage)
  static let colour = text(.helpColour)

  package static func configuration(
    _ name: String, _ abstract: Phrase, example: String,
    subcommands: [any ParsableCommand.Type] = []
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract.text(in: chosen),
      discussion: Phrase.helpExample.text(in: chosen, [example]), subcommands: subcommands)
  }
}

/// A failure as a result.
package func presented(_ fault: OfficeFault) -> CommandResult {
  switch fault {
  case .refused(let rule, let why, let cure):
    CommandResult(
      Report(nil, [.warning(Message(.refusedByRule, [rule])), .note(why), .note(cure)]),
      .object([
        "refused": .object([
          "rule": .string(rule), "why": .string(why.text(in: .english)),
          "cure": .string(cure.text(in: .english)),
        ])
      ]), status: .refused)
  case .failed(let message):
    CommandResult(Report(nil, [.warning(message)]), errorJSON(message), status: .failed)
  case .wrongUsage(let message):
    CommandResult(Report(nil, [.warning(message)]), errorJSON(message), status: .wrongUsage)
  }
}

private func errorJSON(_ message: Message) -> JSON {
  .object([
    "error": .object([
      "key": .string(message.phrase.key), "text": .string(message.text(in: .english)),
    ])
  ])
}
