package import ArgumentParser
import ConflictFreeRecords
package import Console
import OfficeWork
import TextFormats
import VisitModel
import Wording

package struct BackupCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "backup", .helpOfficeBackup, example: "rounds-server backup /media/disk/office-2026-11-24")
  }

  @Argument(help: OfficeHelp.text(.helpOfficeBackupFile)) var file: String
  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let path = context.absolutePath(file)
    let backup = try office.backup(to: path, context.files) {
      context.showProgress(Progress($0, done: 0, total: nil))
    }
    var table = TextTable([.init(Message(.labelScope)), .init(Message(.labelDigest))])
    for one in backup.scopes {
      table.append([.text(one.scope.description), .text(one.digest.description)])
    }
    return .result(
      CommandResult(
        Report(
          Message(.officeBackupDone, ["\(backup.bundles)", "\(backup.keys)"]),
          [
            .fact(Message(.labelOfficeStoreFile), .text("\(path) (\(backup.storeBytes))")),
            .fact(Message(.labelOfficeKeysFile), .text("\(path).keys (\(backup.keyBytes))")),
            .table(table), .note(Message(.officeBackupApart, [path])),
          ]),
        .object([
          "store": .string(path), "keys": .string(path + ".keys"),
          "bundles": .integer(backup.bundles), "householdKeys": .integer(backup.keys),
          "storeBytes": .integer(backup.storeBytes), "keyBytes": .integer(backup.keyBytes),
          "scopes": .array(
            backup.scopes.map {
              .object([
                "scope": .string($0.scope.description),
                "position": .integer(Int64(clamping: $0.position)),
                "digest": .string($0.digest.description),
              ])
            }),
        ])))
  }
}

package struct OfficeDoctorCommand: OfficeCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration("doctor", .helpOfficeDoctor, example: "rounds-server doctor")
  }

  @OptionGroup package var common: OfficeOptions

  package init() {}

  package func run(in context: OfficeContext) throws -> CommandOutput {
    let checks = try context.office().checkup(context.folder, context.files) { done, total in
      context.showProgress(Progress(Message(.verifying), done: done, total: total))
    }
    var report = Report()
    for check in checks {
      let name = Message(.officeCheck(check.subject.rawValue))
      if check.isWell { report.append(.fact(name, .words(Message(.officeCheckWell)))) }
    }
    for check in checks where !check.isWell {
      report.append(.heading(Message(.officeCheck(check.subject.rawValue))))
      for trouble in check.troubles {
        report.append(.warning(trouble.what))
        report.append(.note(trouble.cure))
      }
    }
    return .result(
      CommandResult(
        report, .object(["checks": .array(checks.map(json))]),
        status: checks.allSatisfy(\.isWell) ? .done : .failed))
  }

  private func json(_ check: Check) -> JSON {
    .object([
      "check": .string(check.subject.rawValue), "ok": .bool(check.isWell),
      "troubles": .array(
        check.troubles.map {
          .object([
            "key": .string($0.what.phrase.key), "text": .string($0.what.text(in: .english)),
            "cure": .string($0.cure.text(in: .english)),
          ])
        }),
    ])
  }
}
