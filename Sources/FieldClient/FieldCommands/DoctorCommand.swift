package import ArgumentParser
package import Console
import FieldWork
import RecordStore
import TextFormats
import Wording

package struct DoctorCommand: RescueCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("doctor", .helpDoctor, example: "rounds doctor --json")
  }

  @Flag(help: Help.text(.helpDoctorRebuild)) var rebuild = false
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func run(in context: RescueContext) throws -> CommandOutput {
    if rebuild {
      if try context.rescue.isRestoreUnfinished() {
        throw FieldFault.failed(Message(.restoreUnfinished))
      }
      try context.rescue.mend()
    }
    var findings = context.rescue.examine()
    findings.append(draft(context, findings))
    let troubles = findings.filter { $0.state == .trouble }.count
    return .result(
      CommandResult(
        report(findings, troubles),
        .object([
          "troubles": .integer(troubles), "checks": .array(findings.map(json)),
        ]), status: troubles == 0 ? .done : .failed))
  }

  /// The cures stand below the table: there a path that is to be copied has the whole line.
  private func report(_ findings: [DoctorFinding], _ troubles: Int) -> Report {
    var table = TextTable([.labelCheck, .labelState, .labelFound])
    for finding in findings {
      table.append([
        .words(finding.name.phrase), .words(finding.state.phrase), .words(finding.what),
      ])
    }
    var report = Report(
      nil,
      [
        .table(table),
        troubles == 0
          ? .note(Message(.doctorAllWell))
          : .warning(Message(.doctorTroubles, ["\(troubles)"])),
      ])
    for finding in findings {
      guard let cure = finding.cure else { continue }
      report.append(.heading(Message(finding.name.phrase)))
      report.append(.note(cure))
    }
    return report
  }

  private func json(_ finding: DoctorFinding) -> JSON {
    .object([
      "name": .string(finding.name.rawValue), "state": .string(finding.state.rawValue),
      "what": .string(finding.what.text(in: .english)),
      "cure": .optional(finding.cure?.text(in: .english)),
    ])
  }

  /// Whether a half-filled form can be opened. Only asked where all it needs is in order: opening the
  /// laptop makes what is missing.
  private func draft(_ context: RescueContext, _ findings: [DoctorFinding]) -> DoctorFinding {
    let unknown = DoctorFinding(.draft, .unknown, Message(.doctorUnknown))
    let needed: Set<DoctorFinding.Name> = [.restore, .database, .enrolment, .keys, .deviceKey]
    guard findings.filter({ needed.contains($0.name) }).allSatisfy({ $0.state == .ok }) else {
      return unknown
    }
    do {
      let laptop = try Laptop(try context.rescue.world(context.rescue.disk.home))
      let form = FormDraft(laptop, file: context.draft, aside: context.damagedDraft)
      if case .unreadable = try form.load() {
        return DoctorFinding(
          .draft, .trouble, Message(.doctorDraft), cure: Message(.doctorDraftCure))
      }
      return DoctorFinding(.draft, .ok, Message(.doctorOK))
    } catch FieldFault.failed {
      // Locked, or not enrolled: nothing can be said.
      return unknown
    } catch {
      return DoctorFinding(
        .draft, .trouble, Message(.doctorFault, ["\(error)"]),
        cure: Message(.doctorCallAdministrator))
    }
  }
}

extension DoctorFinding.State {
  fileprivate var phrase: Phrase {
    switch self {
    case .ok: .doctorStateOK
    case .hint: .doctorStateHint
    case .trouble: .doctorStateTrouble
    case .unknown: .doctorStateUnknown
    }
  }
}

extension DoctorFinding.Name {
  fileprivate var phrase: Phrase {
    switch self {
    case .restore: .checkRestore
    case .permissions: .checkPermissions
    case .deviceKey: .checkDeviceKey
    case .database: .checkDatabase
    case .enrolment: .checkEnrolment
    case .keys: .checkKeys
    case .bundles: .checkBundles
    case .receipts: .checkReceipts
    case .clock: .checkClock
    case .feed: .checkFeed
    case .view: .checkView
    case .chain: .checkChain
    case .installation: .checkInstallation
    case .authorities: .checkAuthorities
    case .unsent: .checkUnsent
    case .held: .checkHeld
    case .draft: .checkDraft
    case .space: .checkSpace
    case .encryption: .checkEncryption
    }
  }
}
