import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What is done with an incident once it is recorded.

/// Which incident, and what its editor was shown.
struct OfficeIncidentChoice: ParsableArguments {
  @Argument(help: OfficeHelp.text(.helpIncidentArgument)) var incident: String
  @Option(help: OfficeHelp.text(.helpSaw)) var saw: String?

  /// - Parameters:
  ///   - said: what is typed of it.
  ///   - act: gets the incident, what was shown, and who acts.
  func act(
    by person: String, saying said: String, _ context: OfficeContext,
    _ act: (Office, RecordKey, [ChangeID]?, AccountID) throws -> Void
  ) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(text: said, "text")
    let who = try account(person, office)
    let key = try office.incidentKey(named: incident)
    try act(office, key, try saw.map { try NoticeAnswers.shown($0) }, who)
    return OfficeIncidentReport.done(try office.incidentCard(key, for: who), context)
  }
}

struct OfficeIncidentTellCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "tell", .helpIncidentTell,
      example: "rounds-server incident tell 3f2a91 --channel telephone --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpChannelHeard)) var channel: String = "telephone"
  @Option(help: OfficeHelp.text(.helpIncidentResponse)) var response: String = ""
  @OptionGroup var choice: OfficeIncidentChoice
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let channel = try NoticeAnswers.code(
      self.channel, as: Channel.self, option: "--channel")
    return try choice.act(by: who.by, saying: response, context) { office, key, saw, account in
      try office.tellOfIncident(
        key, through: channel, at: try who.moment(office), response: response, saw: saw,
        by: account)
    }
  }
}

struct OfficeIncidentConfirmCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "confirm", .helpIncidentConfirm,
      example: "rounds-server incident confirm 3f2a91 --firm --household --by 王芳")
  }

  @Flag(help: OfficeHelp.text(.helpIncidentFirm)) var firm = false
  @Flag(help: OfficeHelp.text(.helpIncidentHousehold)) var household = false
  @Option(help: OfficeHelp.text(.helpIncidentAgreement)) var agreement: String = ""
  @OptionGroup var choice: OfficeIncidentChoice
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(by: who.by, saying: agreement, context) { office, key, saw, account in
      try office.confirmIncident(
        key, byFirm: firm, byHousehold: household, at: try who.moment(office),
        agreement: agreement, saw: saw, by: account)
    }
  }
}

struct OfficeIncidentReadyCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "ready", .helpIncidentReady,
      example: "rounds-server incident ready --contract HT-2026-08 --site 绿岛")
  }

  @Option(help: OfficeHelp.text(.helpIncidentContract)) var contract: String
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let scope = try office.site(named: site)
    try office.read { try office.requireReady(contract: contract, of: scope, on: $0) }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.incidentReady, [contract]))]),
        .object(["contract": .string(contract), "ready": .bool(true)])))
  }
}

struct OfficeIncidentCloseCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "close", .helpIncidentClose,
      example: "rounds-server incident close 3f2a91 --outcome 已赔偿 --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpIncidentOutcome)) var outcome: String = ""
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var choice: OfficeIncidentChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(by: by, saying: outcome, context) { office, key, saw, account in
      try office.closeIncident(key, outcome: outcome, saw: saw, by: account)
    }
  }
}

struct OfficeIncidentVoidCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "void", .helpIncidentVoid,
      example: "rounds-server incident void 3f2a91 --reason 记错房号 --by 王芳")
  }

  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var choice: OfficeIncidentChoice
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    try choice.act(by: by, saying: reason, context) { office, key, saw, account in
      try office.voidIncident(key, reason: reason, saw: saw, by: account)
    }
  }
}
