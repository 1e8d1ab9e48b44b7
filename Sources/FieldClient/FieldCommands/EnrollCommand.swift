package import ArgumentParser
package import Console
import FieldWork
import Fingerprint
import SyncProtocol
import TextFormats
import Wording

package struct EnrollCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "enroll", .helpEnroll, example: "rounds enroll https://rounds.example.cn")
  }

  @Argument(help: Help.text(.helpURL)) var url: String
  @Option(help: Help.text(.helpCA)) var ca: String?
  @Option(help: Help.text(.helpLaptopName)) var name: String?
  @Flag(help: Help.text(.helpAgain)) var again = false
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold { isInteractive ? .perStep : .whole }
  package var keepsOut: KeptOut { again ? .everyoneAndSyncs : .everyone }
  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let code = try askedCode(context)
    let questions = PassphraseQuestions(context: context)
    let passphrase = try questions.new(mayBeEmpty: true)
    let (enrolment, isKept) = try context.holding { () throws -> (Enrolment, Bool) in
      let enrolment = try context.environment.enrol(
        url: url, authorities: ca, code: code, laptopName: name ?? context.laptopName,
        passphrase: passphrase, again: again)
      if again { try setDraftAside(context) }
      guard let passphrase else { return (enrolment, true) }
      // Left open, so that the first sync brings the household keys.
      return (
        enrolment,
        try context.environment.unlock(with: passphrase, minutes: Vault.minutesStandard)
      )
    }
    var report = Report(
      Message(.enrolled, [enrolment.office.name]),
      [.fact(.labelFingerprint, .text(enrolment.device.fingerprint))])
    if passphrase == nil { report.append(.warning(Message(.enrolledWithoutPassphrase))) }
    if !isKept { report.append(.warning(Message(.vaultNotKept))) }
    report.append(.note(Message(.enrolledNext)))
    let state = try context.environment.vault.state() ?? .open
    return .result(
      CommandResult(
        report,
        .object([
          "account": .id(enrolment.person), "office": .string(enrolment.office.name),
          "device": .id(enrolment.device), "fingerprint": .string(enrolment.device.fingerprint),
          "vault": .string(state.rawValue),
        ])))
  }

  /// The code is asked for, or read from standard input: arguments are seen by others.
  private func askedCode(_ context: FieldContext) throws -> String {
    if let questions = context.questions {
      let prompt = Phrase.askCode.text(in: context.language)
      return try questions.askSecret(prompt: prompt).line(stoppedBy: Message(.stopped))
    }
    guard let line = context.readSecretLine() else {
      throw FieldFault.wrongUsage(Message(.codeMissing))
    }
    return line
  }

  /// A draft was sealed under the old keys: it is kept where the form keeps those it cannot open.
  private func setDraftAside(_ context: FieldContext) throws {
    guard let draft = try context.draft.load(), !draft.isEmpty else { return }
    try context.damagedDraft.save(draft)
    try context.draft.save([])
  }
}
