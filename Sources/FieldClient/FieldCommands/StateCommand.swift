package import ArgumentParser
import ConflictFreeRecords
package import Console
import FieldWork
import RecordStore
import SyncProtocol
import TextFormats
import VisitModel
import Wording

/// The same bytes on every replica that holds the same bundles.
package struct StateCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("state", .helpState, example: "rounds state --scope company --json")
  }

  @Option(help: Help.text(.helpScope)) var scope: String?
  @OptionGroup package var common: CommonOptions

  package init() {}

  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.enrolledLaptop()
    return try laptop.read { replica in
      let scope = try scopeID(laptop, replica)
      guard let head = try replica.feed.head(scope) else {
        throw FieldFault.failed(Message(.noSuchSite, [scope.description, "company"]))
      }
      if common.json { return .bytes(try CanonicalState.text(of: scope, in: replica)) }
      return .result(
        CommandResult(
          Report(
            nil,
            [
              .fact(.labelScope, .text(scope.description)),
              .fact(.labelDigest, .text(head.view.description)),
            ]), .null))
    }
  }

  private func scopeID(_ laptop: any EnrolledLaptop, _ replica: Replica) throws -> ScopeID {
    guard let scope else { return try laptop.site(named: nil, replica).scope }
    if scope == "company" { return laptop.office.company }
    if let id = ScopeID(hex: scope) { return id }
    return try laptop.site(named: scope, replica).scope
  }
}
