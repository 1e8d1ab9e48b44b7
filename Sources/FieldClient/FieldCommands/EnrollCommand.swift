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
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold { isInteractive ? .perStep : .whole }

  package func run(in context: FieldContext) throws -> CommandOutput {
    // The code is asked for, or read from standard input: arguments are seen by others.
    let code: String
    if let questions = context.questions {
      let prompt = Phrase.askCode.text(in: context.language)
      code = try questions.askSecret(prompt: prompt).line(stoppedBy: Message(.stopped))
    } else if let line = context.readSecretLine() {
      code = line
    } else {
      throw FieldFault.wrongUsage(Message(.codeMissing))
    }
    let enrolment = try context.holding {
      try context.environment.enrol(
        url: url, authorities: ca, code: code, laptopName: name ?? context.laptopName)
    }
    let report = Report(
      Message(.enrolled, [enrolment.office.name]),
      [
        .fact(.labelFingerprint, .text(enrolment.device.fingerprint)),
        .note(Message(.enrolledNext)),
      ])
    return .result(
      CommandResult(
        report,
        .object([
          "account": .id(enrolment.person), "office": .string(enrolment.office.name),
          "device": .id(enrolment.device), "fingerprint": .string(enrolment.device.fingerprint),
        ])))
  }
}
