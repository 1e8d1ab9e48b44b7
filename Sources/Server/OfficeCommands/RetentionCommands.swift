package import ArgumentParser
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// How long texts are kept, and how they are destroyed (A32).
package struct RetentionCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "retention", .helpRetention, example: "rounds-server retention show",
      subcommands: [
        RetentionShowCommand.self, RetentionRunCommand.self, RetentionHoldCommand.self,
        RetentionReleaseCommand.self, RetentionProofCommand.self,
      ])
  }

  package init() {}
}

struct RetentionShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpRetentionShow, example: "rounds-server retention show --json")
  }

  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let classes = try office.read { try office.keptClasses(on: $0) }
    var table = TextTable([
      .init(Message(.labelRetentionClass)), .init(Message(.labelKeys), .right),
      .init(Message(.labelEarliestEnd)), .init(Message(.labelOver), .right),
      .init(Message(.labelHeldBack), .right),
    ])
    for one in classes {
      table.append([
        .words(Message(one.retentionClass?.phrase ?? .codeRetentionOriginals)),
        .text("\(one.count)"), .text(one.earliestEnd?.description ?? "–"),
        .text("\(one.over)"), .text("\(one.heldBack)"),
      ])
    }
    let today = LocalTime(office.now, in: office.environment.zone).date
    return .result(
      CommandResult(
        Report(
          Message(.retentionTitle),
          [
            .table(table), .note(Message(.retentionRosterNote)),
            .note(Message(.retentionLedger)),
          ]),
        .object([
          "classes": .array(classes.map { Self.json($0) }),
          "today": .string(today.description),
        ])))
  }

  private static func json(_ one: KeptClass) -> JSON {
    .object([
      "class": .string(one.name), "keys": .integer(one.count),
      "earliestEnd": one.earliestEnd.map { .string($0.description) },
      "over": .integer(one.over), "heldBack": .integer(one.heldBack),
    ])
  }
}

struct RetentionRunCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "run", .helpRetentionRun, example: "rounds-server retention run --dry-run --by 吴敏")
  }

  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @Flag(name: .customLong("dry-run"), help: OfficeHelp.text(.helpRetentionDry)) var dry = false
  @Option(help: OfficeHelp.text(.helpRetentionSaw)) var saw: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let who = try account(by, office)
    let codes = try office.read { replica in
      Dictionary(try SiteView.all(in: replica).map { ($0.scope, $0.code) }) { first, _ in first }
    }
    let texts: [KeptTexts]
    if dry {
      texts = try office.read { try office.expiredTexts(on: $0) }
    } else {
      texts = try office.destroyExpired(saw ?? "", by: who)
    }
    var report = Report(nil, [.note(said(texts.count))])
    if dry, !texts.isEmpty {
      report.append(.table(table(texts, codes)))
      report.append(.note(Message(.retentionSaw, [KeptTexts.shown(texts)])))
    }
    return .result(
      CommandResult(
        report,
        .object([
          "dryRun": .bool(dry), "keys": .integer(texts.count),
          "saw": dry ? .string(KeptTexts.shown(texts)) : nil,
          "texts": .array(
            texts.map { one in
              .object([
                "class": .string(one.retentionClass.name),
                "owner": .string(one.owner.description),
                "site": codes[one.scope].map(JSON.string),
                "keptUntil": .string(one.keptUntil.description),
              ])
            }),
        ])))
  }

  private func said(_ count: Int) -> Message {
    if count == 0 { return Message(.retentionNothing) }
    return Message(dry ? .retentionDryRun : .retentionDestroyed, ["\(count)"])
  }

  private func table(_ texts: [KeptTexts], _ codes: [ScopeID: String]) -> TextTable {
    TextTable(
      [
        .init(Message(.labelRetentionClass)), .init(Message(.labelOwner)),
        .init(Message(.labelSite)), .init(Message(.labelKeptUntil)),
      ],
      rows: texts.map { one in
        [
          .words(Message(one.retentionClass.phrase)),
          .text(String(one.owner.description.prefix(8))), .text(codes[one.scope] ?? ""),
          .text(one.keptUntil.description),
        ]
      })
  }
}

struct RetentionHoldCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "hold", .helpRetentionHold,
      example: "rounds-server retention hold 3f2a91 --reason 诉讼 --by 吴敏")
  }

  @Argument(help: OfficeHelp.text(.helpRetentionSubject)) var subject: String
  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(line: reason, "reason")
    let kept = try office.read { try office.keptTexts(named: subject, on: $0) }
    try office.holdBack(
      kept.owner, in: kept.scope, reason: reason, by: try account(by, office))
    return holdResult(kept, isHeld: true)
  }
}

struct RetentionReleaseCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "release", .helpRetentionRelease, example: "rounds-server retention release 3f2a91 --by 吴敏")
  }

  @Argument(help: OfficeHelp.text(.helpRetentionSubject)) var subject: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let kept = try office.read { try office.keptTexts(named: subject, on: $0) }
    try office.holdBack(kept.owner, in: kept.scope, reason: nil, by: try account(by, office))
    return holdResult(kept, isHeld: false)
  }
}

private func holdResult(_ kept: KeptTexts, isHeld: Bool) -> CommandOutput {
  .result(
    CommandResult(
      Report(nil, [.note(Message(isHeld ? .retentionHeldDone : .retentionReleasedDone))]),
      .object(["owner": .string(kept.owner.description), "heldBack": .bool(isHeld)])))
}

/// Ends with 1 where a key is here that was to be destroyed: that would be no proof.
struct RetentionProofCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "proof", .helpRetentionProof, example: "rounds-server retention proof --json")
  }

  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let (all, names) = try office.read { replica in
      (try office.destructions(on: replica), try office.peopleNames(on: replica))
    }
    var report = Report(Message(.retentionProof))
    if all.isEmpty {
      report.append(.note(Message(.retentionNone)))
    } else {
      report.append(.table(table(all, names, office.environment.zone)))
    }
    return .result(
      CommandResult(
        report, .object(["destructions": .array(all.map { json($0, names) })]),
        status: all.contains { $0.left > 0 } ? .failed : .done))
  }

  private func table(
    _ all: [Destruction], _ names: [AccountID: String], _ zone: ZoneOffset
  ) -> TextTable {
    var table = TextTable([
      .init(Message(.labelWhen)), .init(Message(.labelRetentionClass)),
      .init(Message(.labelKeptUntil)), .init(Message(.labelKeys), .right),
      .init(Message(.labelOwners), .right), .init(Message(.labelPerson)),
      .init(Message(.labelGone)), .init(Message(.labelId)),
    ])
    for one in all {
      let gone: Message =
        one.left == 0
        ? Message(.retentionProofGone) : Message(.retentionProofLeft, ["\(one.left)"])
      table.append([
        .text(one.at.wallText(in: zone)),
        one.retentionClass.map { .words(Message($0.phrase)) } ?? .text("–"),
        .text(one.keptUntil?.description ?? "–"), .text("\(one.keys.count)"),
        .text("\(one.owners.count)"), .text(one.account.flatMap { names[$0] } ?? ""),
        .words(gone), .text(one.record.id.description),
      ])
    }
    return table
  }

  private func json(_ one: Destruction, _ names: [AccountID: String]) -> JSON {
    .object([
      "record": .string(one.record.id.description), "at": .string(one.at.utcText),
      "class": one.retentionClass.map { .string($0.name) },
      "keptUntil": one.keptUntil.map { .string($0.description) },
      "keys": .array(one.keys.map { .string($0.description) }),
      "owners": .array(one.owners.map { .string($0.description) }),
      "person": one.account.flatMap { names[$0] }.map(JSON.string),
      "left": .integer(one.left),
    ])
  }
}
