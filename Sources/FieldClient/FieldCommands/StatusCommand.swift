package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
package import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct StatusCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("status", .helpStatus, example: "rounds status --json")
  }

  @OptionGroup package var common: CommonOptions

  package init() {}

  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.enrolledLaptop()
    let status = try laptop.read { try laptop.status($0) }
    let zone = context.environment.zone
    // What came back to this person is the first thing that they see.
    var report = Report()
    if status.returned > 0 {
      report.append(.warning(Message(.reviewReturnedCount, ["\(status.returned)"])))
    }
    report.append(contentsOf: facts(status, zone))
    if let off = status.clockDifferenceMs {
      report.append(.fact(.labelClockOff, .text("\(off / 1000) s")))
    }
    for one in status.quota {
      let counted = one.report.conditions.quota
      report.append(
        .fact(
          Message(.statusQuota, [one.site.name, one.report.month.description]),
          .text("\(counted.achieved) / \(counted.required)")))
    }
    var table = TextTable([.labelScope, .labelPosition, .labelEqual, .labelDigest])
    for scope in status.scopes {
      table.append([
        .text(scope.name), .text("\(scope.position)"), .flag(scope.isEqual),
        .text(String(scope.digest.description.prefix(24))),
      ])
    }
    report.append(.table(table))
    if status.forks > 0 { report.append(.warning(Message(.forksSeen, ["\(status.forks)"]))) }
    return .result(CommandResult(report, json(status)))
  }

  private func facts(_ status: FieldStatus, _ zone: ZoneOffset) -> Report {
    Report(
      nil,
      [
        .fact(.labelPerson, .text(status.person)),
        .fact(.labelRole, status.role.map { .words($0.phrase) } ?? .text("-")),
        .fact(.labelOffice, .text(status.office)), .fact(.labelServer, .text(status.url)),
        .fact(.labelPending, .number(status.pending)),
        .fact(.labelOldest, .moment(status.oldestPending, zone)),
        .fact(.labelReceived, .number(status.received)),
        .fact(.labelHeld, .number(status.held)),
        .fact(.labelUnreadable, .number(status.unreadable)),
        .fact(.labelCarried, .number(status.carried[.pending])),
        .fact(.labelLastAttempt, .moment(status.lastAttempt, zone)),
        .fact(.labelLastContact, .moment(status.lastContact, zone)),
        .fact(.labelLastInSync, .moment(status.lastInSync, zone)),
        .fact(.labelConflicts, .number(status.conflicts)),
        .fact(.labelVault, .words(status.vault.phrase)),
      ])
  }

  private func carried(_ books: DeliveryBooks) -> JSON {
    .object([
      "pending": .integer(books[.pending]), "oldestPending": .instant(books.oldestPending),
      "received": .integer(books[.received] + books[.confirmed]),
      "held": .integer(books[.held]), "unreadable": .integer(books[.unreadable]),
    ])
  }

  private func json(_ status: FieldStatus) -> JSON {
    .object([
      "person": .string(status.person), "role": .optional(status.role?.name),
      "office": .string(status.office), "url": .string(status.url),
      "pending": .integer(status.pending), "oldestPending": .instant(status.oldestPending),
      "received": .integer(status.received), "held": .integer(status.held),
      "unreadable": .integer(status.unreadable), "carried": carried(status.carried),
      "lastAttempt": .instant(status.lastAttempt),
      "lastContact": .instant(status.lastContact), "lastInSync": .instant(status.lastInSync),
      "clockDifferenceMs": status.clockDifferenceMs.map { .integer($0) },
      "quota": .array(status.quota.map { MonthJSON.object($0.report) }),
      "returned": .integer(status.returned),
      "conflicts": .integer(status.conflicts), "forks": .integer(status.forks),
      "vault": .string(status.vault.rawValue),
      "scopes": .array(
        status.scopes.map { scope in
          .object([
            "scope": .id(scope.scope), "name": .string(scope.name),
            "position": .integer(Int(clamping: scope.position)),
            "digest": .id(scope.digest), "equal": .bool(scope.isEqual),
          ])
        }),
    ])
  }
}
