package import ArgumentParser
package import Console
import FieldWork
import Fingerprint
import RecordStore
import TextFormats
import VisitModel
import WireFormat
import Wording

package struct ExportCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "export", .helpExport, example: "rounds export /media/usb/rounds.export --pending")
  }

  @Argument(help: Help.text(.helpExportFile)) var file: String
  @Flag(help: Help.text(.helpExportPending)) var pending = false
  @Flag(help: Help.text(.helpForce)) var force = false
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    let disk = context.rescue.disk
    if !force, try disk.facts(file) != nil { throw StoreFault.fileExists(file) }
    let field = try context.openLaptop()
    var written: ExportSummary?
    try disk.write(file, replacing: force) { append in
      written = try field.exportBundles(pendingOnly: pending, to: append) { done, total in
        context.show(.exporting, done, of: total)
      }
    }
    let summary = written
    return .result(
      CommandResult(
        Report(
          Message(.exported, [file]),
          [
            .fact(.labelBundles, .number(summary?.bundles ?? 0)),
            .fact(.labelPending, .number(summary?.pending ?? 0)),
            .fact(.labelBytes, .number(summary?.bytes ?? 0)), .note(Message(.exportedNext)),
          ]),
        .object([
          "file": .string(file), "bundles": .integer(summary?.bundles ?? 0),
          "pending": .integer(summary?.pending ?? 0), "keys": .integer(summary?.keys ?? 0),
          "bytes": .integer(summary?.bytes ?? 0),
        ])))
  }
}

package struct ImportCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("import", .helpImport, example: "rounds import /media/usb/rounds.export")
  }

  @Argument(help: Help.text(.helpImportFile)) var file: String
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    let field = try context.openLaptop()
    let summary = try field.importBundles(
      from: { take in try context.rescue.disk.read(file, take) },
      progress: { context.show(.importing, $0) })
    var report = Report(Message(.imported, [summary.head?.officeName ?? "-"]))
    for part in IntakeReport.parts(summary.intake) { report.append(part) }
    for one in summary.doubtful.prefix(20) {
      let numbers = IntakeReport.numbers(one.lowerBound, one.upperBound)
      report.append(.warning(Message(.itemDoubtful, [numbers])))
    }
    if !summary.isWhole { report.append(.warning(Message(.importNotWhole))) }
    if summary.intake.new > 0 { report.append(.note(Message(.importedNext))) }
    return .result(
      CommandResult(
        report,
        .object([
          "whole": .bool(summary.isWhole), "office": .optional(summary.head?.officeName),
          "writtenAt": .instant(summary.head?.writtenAt),
          "new": .integer(summary.intake.new), "shown": .integer(summary.intake.shown),
          "waiting": .integer(summary.intake.waiting),
          "known": .integer(summary.intake.known),
          "refused": IntakeReport.json(summary.intake.refused),
          "doubtful": IntakeReport.json(doubtful: summary.doubtful),
        ]), status: summary.isWhole ? .done : .failed))
  }
}

/// What became of bundles that were brought by hand, in every command alike.
enum IntakeReport {
  static func parts(_ intake: IntakeSummary) -> [Report.Part] {
    let refused = intake.refused.reduce(0) { $0 + $1.last - $1.first + 1 }
    var parts: [Report.Part] = [
      .fact(.labelNew, .number(intake.new)), .fact(.labelKnown, .number(intake.known)),
      .fact(.labelWaiting, .number(intake.waiting)), .fact(.labelRefused, .number(refused)),
    ]
    for one in intake.refused.prefix(20) { parts.append(.warning(message(one))) }
    return parts
  }

  static func numbers(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first)–\(last)"
  }

  private static func message(_ refused: IntakeSummary.Refused) -> Message {
    let numbers = numbers(refused.first, refused.last)
    return switch refused.why {
    case .damaged: Message(.itemDamaged, [numbers])
    case .missing: Message(.itemMissing, [numbers])
    case .otherCompany: Message(.itemOfAnotherCompany, [numbers, refused.detail])
    case .key: Message(.itemKeyDamaged, [numbers])
    case .doubtfulKey: Message(.itemKeyDoubtful, [numbers])
    }
  }

  static func json(_ refused: [IntakeSummary.Refused]) -> JSON {
    .array(
      refused.map { one in
        .object([
          "first": .integer(one.first), "last": .integer(one.last), "why": .string(why(one.why)),
          "detail": one.detail.isEmpty ? nil : .string(one.detail),
        ])
      })
  }

  static func json(doubtful: [ClosedRange<Int>]) -> JSON {
    .array(
      doubtful.map { one in
        .object(["first": .integer(one.lowerBound), "last": .integer(one.upperBound)])
      })
  }

  private static func why(_ why: IntakeSummary.Refused.Why) -> String {
    switch why {
    case .damaged: "damaged"
    case .missing: "missing"
    case .otherCompany: "otherCompany"
    case .key: "key"
    case .doubtfulKey: "doubtfulKey"
    }
  }
}
