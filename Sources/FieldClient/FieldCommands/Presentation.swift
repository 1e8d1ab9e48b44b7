import CommunicationPolicy
package import Console
package import FieldWork
import RecordStore
import Sampling
import TextFormats
import VisitModel
import Wording

// How facts look in a report and in JSON; the same thing looks the same in every command.

extension Cell {
  static func words(_ phrase: Phrase) -> Cell { .words(Message(phrase)) }
  static func number(_ number: Int) -> Cell { .text("\(number)") }

  static func moment(_ instant: Instant?, _ zone: ZoneOffset) -> Cell {
    .text(instant.map { $0.wallText(in: zone) } ?? "-")
  }

  static func flag(_ isSet: Bool) -> Cell { words(isSet ? .labelYes : .labelNo) }
}

extension TextTable {
  init(_ headings: [Phrase]) { self.init(headings.map { Column(Message($0)) }) }
}

extension Report.Part {
  static func fact(_ label: Phrase, _ cell: Cell) -> Report.Part { .fact(Message(label), cell) }
}

extension JSON {
  static func instant(_ instant: Instant?) -> JSON? { instant.map { .string($0.utcText) } }
  static func id(_ id: some CustomStringConvertible) -> JSON { .string(id.description) }
  static func optional(_ text: String?) -> JSON? { text.map(JSON.string) }
}

/// The beginning of an id that people type.
func short(_ id: RecordID) -> String { String(id.description.prefix(8)) }

extension RoundView.Status {
  var name: String {
    switch self {
    case .open: "open"
    case .visited: "visited"
    case .refused: "refused"
    case .unreachable: "unreachable"
    case .departed: "departed"
    case .restricted: "restricted"
    }
  }
}

extension VaultState {
  var phrase: Phrase {
    switch self {
    case .open: .codeVaultOpen
    case .locked: .codeVaultLocked
    case .unlocked: .codeVaultUnlocked
    }
  }
}

extension Delivery {
  var phrase: Phrase {
    switch self {
    case .none: .codeOthersDelivery
    case .pending: .codePendingDelivery
    case .received, .confirmed: .codeReceivedDelivery
    case .held: .codeHeldDelivery
    case .unreadable: .codeUnreadableDelivery
    }
  }
}

/// A failure as a result: the message on its own lines, the rule named, the exit status right.
package func presented(_ fault: FieldFault) -> CommandResult {
  switch fault {
  case .refused(let refusal):
    CommandResult(
      Report(nil, parts(refusal)), .object(["refused": json(refusal)]), status: .refused)
  case .reasonsNeeded(let refusals):
    CommandResult(
      Report(nil, refusals.flatMap(parts)),
      .object(["reasonsNeeded": .array(refusals.map(json))]), status: .refused)
  case .failed(let message):
    CommandResult(Report(nil, [.warning(message)]), error(message), status: .failed)
  case .notReached(let message):
    CommandResult(Report(nil, [.warning(message)]), error(message), status: .notReached)
  case .wrongUsage(let message):
    CommandResult(Report(nil, [.warning(message)]), error(message), status: .wrongUsage)
  case .interrupted(let message):
    CommandResult(Report(nil, [.note(message)]), error(message), status: .interrupted)
  }
}

private func parts(_ refusal: Refusal) -> [Report.Part] {
  [
    .warning(Message(.refusedByRule, [refusal.rule])), .note(refusal.why), .note(refusal.cure),
  ]
}

private func json(_ refusal: Refusal) -> JSON {
  .object([
    "rule": .string(refusal.rule), "why": .string(refusal.why.text(in: .english)),
    "cure": .string(refusal.cure.text(in: .english)),
  ])
}

private func error(_ message: Message) -> JSON {
  .object([
    "error": .object([
      "key": .string(message.phrase.key), "text": .string(message.text(in: .english)),
    ])
  ])
}
