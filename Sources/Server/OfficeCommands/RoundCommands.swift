package import ArgumentParser
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct RoundCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "round", .helpRoundGroup, example: "rounds-server round close 绿岛",
      subcommands: [RoundListCommand.self, RoundCloseCommand.self])
  }

  package init() {}
}

struct RoundListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpRoundList, example: "rounds-server round list --json")
  }

  @Option(help: OfficeHelp.text(.helpSite)) var site: String?
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let only = try site.map { try office.site(named: $0) }
    return try office.read { replica in
      let rounds = try SiteView.all(in: replica)
        .filter { only == nil || $0.scope == only }
        .map { try office.roundStanding(of: $0, on: replica) }
      var table = TextTable([
        .init(Message(.labelSite)), .init(Message(.labelRound), .right),
        .init(Message(.labelDone), .right), .init(Message(.labelOpenCount), .right),
        .init(Message(.labelRestrictedCount), .right), .init(Message(.labelCarriedOver), .right),
        .init(Message(.labelClosedRounds), .right),
      ])
      for one in rounds {
        table.append([
          .text(one.site.name), .text("\(one.number)"), .text("\(one.done)"),
          .text("\(one.open)"), .text("\(one.restricted)"), .text("\(one.carriedOver)"),
          .text("\(one.recorded.count { $0.state == .closed })"),
        ])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]), .object(["sites": .array(rounds.map(json))])))
    }
  }

  private func json(_ one: RoundStanding) -> JSON {
    .object([
      "site": .string(one.site.code), "round": .integer(one.number), "done": .integer(one.done),
      "open": .integer(one.open), "restricted": .integer(one.restricted),
      "carriedOver": .integer(one.carriedOver),
      "rounds": .array(
        one.recorded.map { round in
          .object([
            "round": .integer(round.number), "state": .string(round.state.name),
            "openedAt": round.openedAt.map { .string($0.utcText) },
            "closedAt": round.closedAt.map { .string($0.utcText) },
          ])
        }),
    ])
  }
}

struct RoundCloseCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("close", .helpRoundClose, example: "rounds-server round close 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let closed = try office.closeRound(of: try office.site(named: site))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.roundClosed, ["\(closed)", "\(closed + 1)"]))]),
        .object(["closed": .integer(closed), "round": .integer(closed + 1)])))
  }
}

package struct SlotCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "slot", .helpSlotGroup, example: "rounds-server slot set 东区=李敏 西区=张伟 --site 绿岛",
      subcommands: [SlotListCommand.self, SlotSetCommand.self])
  }

  package init() {}
}

struct SlotListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("list", .helpSlotList, example: "rounds-server slot list --site 绿岛")
  }

  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let scope = try office.site(named: site)
    return try office.read { replica in
      let slots = try SiteView(replica, scope).currentSlots()
      let people = try office.people(on: replica)
      func name(_ slot: SlotFacts) -> String {
        people.first { $0.id == slot.account }?.name ?? ""
      }
      var table = TextTable([
        .init(Message(.labelVersion), .right), .init(Message(.labelSlot)),
        .init(Message(.labelPerson)),
      ])
      for slot in slots {
        table.append([.text("\(slot.listVersion)"), .text(slot.name), .text(name(slot))])
      }
      return .result(
        CommandResult(
          Report(nil, [.table(table)]),
          .object([
            "version": .integer(slots.first?.listVersion ?? 0),
            "slots": .array(
              slots.map {
                .object(["name": .string($0.name), "person": .string(name($0))])
              }),
          ])))
    }
  }
}

struct SlotSetCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "set", .helpSlotSet, example: "rounds-server slot set 东区=李敏 西区=张伟 --site 绿岛")
  }

  @Argument(help: OfficeHelp.text(.helpSlotArgument)) var slots: [String]
  @Option(help: OfficeHelp.text(.helpSite)) var site: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let named = try slots.map { text in
      let bytes = Array(text.utf8)
      guard let equals = bytes.firstIndex(of: 0x3D) else {
        throw OfficeFault.wrongUsage(Message(.slotFormat, [text]))
      }
      let person = String(decoding: bytes[(equals + 1)...], as: UTF8.self)
      return (
        name: String(decoding: bytes[..<equals], as: UTF8.self),
        account: try account(person, office)
      )
    }
    let version = try office.setSlots(named, of: try office.site(named: site))
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.slotsSet, ["\(version)"]))]),
        .object(["version": .integer(version)])))
  }
}
