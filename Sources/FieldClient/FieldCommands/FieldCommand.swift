package import ArgumentParser
package import Console
package import FieldWork
import FoundationEssentials
import VisitModel
package import Wording

/// One command of `rounds`: its words are parsed first, then it runs in a world that is handed to it
/// and returns what it has to say.
package protocol FieldCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// For how long it keeps other programs out of the store.
  func hold(isInteractive: Bool) -> StoreHold
  /// Which other programs.
  var keepsOut: KeptOut { get }
  /// Whether it reads or writes what only an open vault gives: a person at a terminal is then asked
  /// for the passphrase before anything else. What returns false takes `enrolledLaptop()`.
  var opensVault: Bool { get }
  func run(in context: FieldContext) throws -> CommandOutput
}

extension FieldCommand {
  package func hold(isInteractive: Bool) -> StoreHold { .whole }
  package var keepsOut: KeptOut { .everyone }
  package var opensVault: Bool { true }
}

/// A command that works through keeps the store to itself; one that waits for a person or for time to
/// pass leaves it to others meanwhile. Each of its steps is a transaction that looks again.
package enum StoreHold { case whole, perStep }

/// Two syncs at once would send everything twice. Whoever records must not wait for a slow network:
/// the database keeps their transactions apart. Whoever changes the laptop's keys waits for syncs too.
package enum KeptOut { case everyone, otherSyncs, everyoneAndSyncs }

/// The world of a command.
package struct FieldContext {
  package let environment: FieldEnvironment
  /// Nothing where nobody can be asked: `--no-input`, or standard input is no terminal.
  package let questions: (any QuestionLine)?
  /// One line from standard input where it is a pipe: a one-time code.
  package let readSecretLine: () -> String?
  package let readFile: (_ path: String, _ limit: Int) throws -> [UInt8]
  package let writeFile: (_ path: String, _ bytes: [UInt8]) throws -> Void
  /// Whether something stands at a path already.
  package let hasFile: (_ path: String) -> Bool
  package let language: Language
  package let laptopName: String
  package let showProgress: (Progress) -> Void
  /// Talk to the person, on standard error.
  package let say: (String) -> Void
  /// Where a half-filled form is kept, sealed, until it is saved.
  package let draft: any SecretFile
  /// Where a draft goes that cannot be opened.
  package let damagedDraft: any SecretFile
  /// Keeps other programs out of the store for one step of a command that does not hold it whole.
  package let holdingStore: (_ step: () throws -> Void) throws -> Void

  package init(
    environment: FieldEnvironment, questions: (any QuestionLine)?,
    readSecretLine: @escaping () -> String?,
    readFile: @escaping (_ path: String, _ limit: Int) throws -> [UInt8],
    writeFile: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void,
    hasFile: @escaping (_ path: String) -> Bool, language: Language,
    laptopName: String, showProgress: @escaping (Progress) -> Void,
    say: @escaping (String) -> Void, draft: any SecretFile, damagedDraft: any SecretFile,
    holdingStore: @escaping (_ step: () throws -> Void) throws -> Void
  ) {
    self.environment = environment
    self.questions = questions
    self.readSecretLine = readSecretLine
    self.readFile = readFile
    self.writeFile = writeFile
    self.hasFile = hasFile
    self.language = language
    self.laptopName = laptopName
    self.showProgress = showProgress
    self.say = say
    self.draft = draft
    self.damagedDraft = damagedDraft
    self.holdingStore = holdingStore
  }

  /// The laptop with its vault open.
  package func laptop() throws -> Laptop { try Laptop(environment) }

  /// The laptop as it is, for what works while its vault is locked.
  package func enrolledLaptop() throws -> any EnrolledLaptop { try environment.enrolledLaptop() }

  /// One step with the store to itself, and what it comes to.
  func holding<Result>(_ step: () throws -> Result) throws -> Result {
    var result: Result?
    try holdingStore { result = try step() }
    guard let result else { throw FieldFault.failed(Message(.stopped)) }
    return result
  }
}

extension TypedAnswer {
  /// What was typed.
  /// - Throws: `FieldFault.interrupted` for Ctrl-C, `.failed` at the end of input and for a line that
  ///   cannot be read.
  func line(stoppedBy message: Message) throws -> String {
    switch self {
    case .line(let typed): return typed
    case .interrupted: throw FieldFault.interrupted(message)
    case .endOfInput, .unreadable: throw FieldFault.failed(message)
    }
  }
}

/// Options that mean the same everywhere.
package struct CommonOptions: ParsableArguments {
  @Flag(help: Help.json) package var json = false
  @Option(help: Help.language) package var lang: String?
  @Option(help: Help.colour) package var color: String = "auto"
  @Flag(help: Help.noInput) package var noInput = false

  package init() {}

  package func validate() throws {
    if let flaw = OutputOptions.flaw(lang: lang, color: color) {
      throw ValidationError(flaw.text(in: Help.languageInUse))
    }
  }
}

/// The site a command is about, where a visitor works at several.
package struct SiteOption: ParsableArguments {
  @Option(help: Help.site) package var site: String?

  package init() {}
}

/// Help texts in the language of the environment; options are described before they are parsed, so
/// `--lang` is looked for by hand.
enum Help {
  static let languageInUse = OutputOptions.language(
    of: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func text(_ phrase: Phrase) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: phrase.text(in: languageInUse))
  }

  static let json = text(.helpJSON)
  static let language = text(.helpLanguage)
  static let colour = text(.helpColour)
  static let noInput = text(.helpNoInput)
  static let site = text(.helpSite)

  static func configuration(
    _ name: String, _ abstract: Phrase, example: String,
    subcommands: [any ParsableCommand.Type] = []
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract.text(in: languageInUse),
      discussion: Phrase.helpExample.text(in: languageInUse, [example]), subcommands: subcommands)
  }
}

extension Message {
  init(_ phrase: Phrase, _ arguments: String...) {
    self.init(phrase, arguments)
  }
}
