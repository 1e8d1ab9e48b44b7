package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordCatalogue
import RecordSheets
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

package struct HouseholdCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "household", .helpHousehold, example: "rounds household find 陈",
      subcommands: [
        HouseholdListCommand.self, HouseholdShowCommand.self, HouseholdFindCommand.self,
      ])
  }

  package init() {}
}

struct HouseholdListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpHouseholdList, example: "rounds household list")
  }

  @Flag(help: Help.text(.helpDeparted)) var departed = false
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let cards = try laptop.households(of: site, includingDeparted: departed, replica)
      return .result(try HouseholdTable.result(cards, site, at: laptop.now, replica))
    }
  }
}

struct HouseholdFindCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("find", .helpHouseholdFind, example: "rounds household find 3-1201")
  }

  @Argument(help: Help.text(.helpFindText)) var text: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      return .result(
        try HouseholdTable.result(
          try laptop.findHouseholds(text, of: site, replica), site, at: laptop.now, replica)
      )
    }
  }
}

/// A list of households; telephones are shown by their last digits only.
enum HouseholdTable {
  static func result(
    _ cards: [HouseholdCard], _ site: SiteFacts, at now: Instant, _ replica: Replica
  ) throws -> CommandResult {
    let view = SiteView(replica, site.scope)
    let round = try view.round(try view.currentRound(), at: now)
    var table = TextTable([
      .labelUnit, .labelName, .labelTelephone, .labelOccupancy, .labelLastVisit, .labelStatus,
    ])
    var items: [JSON] = []
    for card in cards {
      let status = round.status(of: card.facts.key.id)
      table.append([
        .text(card.facts.unitCode), .text(shown(card.name, HouseholdField.name, card)),
        .text(shown(MaskedTelephone.of(card.telephone), HouseholdField.telephone, card)),
        .words(card.facts.occupancy.phrase),
        .text(card.daysSinceLastVisit.map { "\($0)" } ?? "-"), .words(status.phrase),
      ])
      items.append(json(card, status))
    }
    return CommandResult(
      Report(nil, [.table(table)]),
      .object(["site": .string(site.code), "households": .array(items)]))
  }

  static func json(_ card: HouseholdCard, _ status: RoundView.Status) -> JSON {
    .object([
      "id": .id(card.facts.key.id), "unit": .string(card.facts.unitCode),
      "name": .optional(card.name), "telephone": .optional(MaskedTelephone.of(card.telephone)),
      "occupancy": .string(card.facts.occupancy.name),
      "restricted": .bool(card.facts.isRestricted),
      "joinedOn": card.facts.joinedOn.map { .id($0) },
      "departedOn": card.facts.departedOn.map { .id($0) },
      "daysSinceLastVisit": card.daysSinceLastVisit.map { .integer($0) },
      "status": .string(status.name), "visits": .integer(card.visits.count),
    ])
  }

  /// A text, or that there is one which cannot be opened here.
  static func shown(_ text: String?, _ field: UInt32, _ card: HouseholdCard) -> String {
    text ?? (card.unopened.contains(field) ? "•••" : "")
  }
}

struct HouseholdShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpHouseholdShow, example: "rounds household show 3-1201")
  }

  @Argument(help: Help.text(.helpHouseholdArgument)) var household: String
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let facts = try laptop.household(household, of: site, replica)
      let cards = try laptop.households(of: site, includingDeparted: true, replica)
      guard let card = cards.first(where: { $0.facts.key == facts.key }) else {
        throw FieldFault.failed(Message(.noSuchHousehold, [household, site.name]))
      }
      let view = SiteView(replica, site.scope)
      let round = try view.round(view.currentRound(), of: facts, at: laptop.now)
      let status = round.status(of: facts.key.id)
      var table = TextTable([.labelId, .labelStart, .labelKind, .labelOrganiser, .labelMode])
      for visit in card.visits {
        table.append([
          .text(short(visit.key.id)), .moment(visit.start, site.zone),
          .words(visit.kind.phrase), .words(visit.organiser.phrase), .words(visit.mode.phrase),
        ])
      }
      return .result(
        CommandResult(
          Report(
            nil,
            [
              .fact(.labelUnit, .text(card.facts.unitCode)),
              .fact(
                .labelName,
                .text(HouseholdTable.shown(card.name, HouseholdField.name, card))),
              .fact(
                .labelTelephone,
                .text(
                  HouseholdTable.shown(
                    MaskedTelephone.of(card.telephone), HouseholdField.telephone, card))),
              .fact(.labelOccupancy, .words(card.facts.occupancy.phrase)),
              .fact(.labelStatus, .words(status.phrase)), .table(table),
            ]),
          .object([
            "household": HouseholdTable.json(card, status),
            "visits": .array(card.visits.map { VisitJSON.summary($0, site.zone) }),
          ])))
    }
  }
}
