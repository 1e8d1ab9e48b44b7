package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct ContactCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "contact", abstract: Phrase.helpContact.text(in: Help.languageInUse),
      discussion: Phrase.helpExample.text(
        in: Help.languageInUse,
        ["rounds contact 3-1201 --channel telephone --opinion repair:request:路灯不亮"]),
      subcommands: [ContactAddCommand.self, ContactVoidCommand.self],
      defaultSubcommand: ContactAddCommand.self)
  }

  package init() {}
}

struct ContactAddCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "add", .helpContactAdd,
      example: "rounds contact --channel opinionBox --opinion greening:suggestion:多种树")
  }

  @Argument(help: Help.text(.helpContactHousehold)) var household: String?
  @Option(help: Help.text(.helpChannelHeard)) var channel: String
  @Option(help: Help.text(.helpMethod)) var method: String?
  @Option(help: Help.text(.helpAt)) var at: String?
  @Option(help: Help.text(.helpOpinion)) var opinion: [String] = []
  @Option(help: Help.text(.helpFeedbackFor)) var feedback: [Int] = []
  @Option(help: Help.text(.helpUrgentFor)) var urgent: [Int] = []
  @Option(help: Help.text(.helpHeardBy)) var heardBy: String?
  @Option(help: Help.text(.helpMet)) var met: String?
  @Option(help: Help.text(.helpRelation)) var relation: String?
  @Option(help: Help.text(.helpTelephone)) var telephone: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    var items = try opinion.map { try VisitOptions.item($0) }
    for number in feedback { items[try index(number, items)].wantsFeedback = true }
    for number in urgent { items[try index(number, items)].urgency = .urgent }
    var input = ContactInput(
      household: household, try Moments.code(channel, as: Channel.self, option: "--channel"),
      at: try at.map { try Moments.instant($0, now: laptop.now, context.environment.zone) }
        ?? laptop.now, items: items)
    input.method = try method.map {
      try Moments.code($0, as: CommunicationMethod.self, option: "--method")
    }
    input.heardBy = heardBy
    input.met = met
    input.relation = try relation.map {
      try Moments.code($0, as: Relation.self, option: "--relation")
    }
    input.telephone = telephone
    let saved = try laptop.recordContact(input, at: site.site)
    var report = Report(
      nil,
      [
        .note(
          Message(
            .contactSaved,
            ["\(saved.matters.count)", saved.matters.map(short).joined(separator: ", ")]))
      ])
    for reminder in saved.reminders {
      report.append(.warning(reminder.why))
      report.append(.note(reminder.cure))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "contact": .id(saved.key.id), "matters": .array(saved.matters.map { .id($0) }),
          "unit": .optional(saved.unitCode),
          "reminders": .array(saved.reminders.map { .string($0.rule.rawValue) }),
        ])))
  }

  private func index(_ number: Int, _ items: [VisitInput.Item]) throws -> Int {
    guard items.indices.contains(number - 1) else {
      throw FieldFault.wrongUsage(Message(.noSuchOpinion, ["\(number)"]))
    }
    return number - 1
  }
}

struct ContactVoidCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("void", .helpContactVoid, example: "rounds contact void 3f2a91 --reason 重复")
  }

  @Argument(help: Help.text(.helpContactArgument)) var contact: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let key = try context.laptop().voidContact(named: contact, reason: reason)
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.contactVoided, [short(key.id)]))]),
        .object(["contact": .id(key.id)])))
  }
}
