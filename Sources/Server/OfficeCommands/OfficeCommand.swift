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
  /// Whether a server that runs can do it in the person's stead.
  static var worksWhileServing: Bool { get }
  func run(in context: OfficeContext) throws -> CommandOutput
}

extension OfficeCommand {
  package static var worksWhileServing: Bool { true }
}

/// The world of a command.
///
/// The command may run in the process the person started, or in the server that owns the data. Files
/// and secrets are the person's in either case, and may take as long as the person does: none is asked
/// for inside a transaction.
package struct OfficeContext {
  package let environment: OfficeEnvironment
  /// Nothing before `init`.
  package let secrets: OfficeSecrets?
  package let saveSecrets: (OfficeSecrets) throws -> Void
  package let readFile: (_ path: String, _ limit: Int) throws -> [UInt8]
  /// A line that nobody sees: from a terminal without echo, otherwise the next line of standard input.
  /// Nothing at its end.
  package let readSecret: (_ prompt: String) throws -> String?
  /// Makes or replaces the file as a whole, for its owner alone. The path is one that the person gave,
  /// or such a path with more behind a point: `copy`, `copy.keys`.
  package let writeFile: (_ path: String, _ bytes: [UInt8]) throws -> Void
  /// A path that the person gave, as this process can name it too.
  package let absolutePath: (_ path: String) -> String
  package let language: Language
  package let showProgress: (Progress) -> Void
  /// The data directory.
  package let folder: OfficeFolder
  /// Files as the server's own process sees them.
  package let files: any OfficeFiles

  package init(
    environment: OfficeEnvironment, secrets: OfficeSecrets?,
    saveSecrets: @escaping (OfficeSecrets) throws -> Void,
    readFile: @escaping (_ path: String, _ limit: Int) throws -> [UInt8],
    readSecret: @escaping (_ prompt: String) throws -> String?,
    writeFile: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void,
    absolutePath: @escaping (_ path: String) -> String, language: Language,
    showProgress: @escaping (Progress) -> Void, folder: OfficeFolder, files: any OfficeFiles
  ) {
    self.environment = environment
    self.secrets = secrets
    self.saveSecrets = saveSecrets
    self.readFile = readFile
    self.readSecret = readSecret
    self.writeFile = writeFile
    self.absolutePath = absolutePath
    self.language = language
    self.showProgress = showProgress
    self.folder = folder
    self.files = files
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

  package func validate() throws {
    if let flaw = OutputOptions.flaw(lang: lang, color: color) {
      throw ValidationError(flaw.text(in: OfficeHelp.chosen))
    }
  }
}

package enum OfficeHelp {
  package static let chosen = OutputOptions.language(
    of: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

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
