package import CommunicationPolicy
import TextFormats
package import VisitModel
package import Wording

// The decisions, in words: the same from both programs.

extension PolicyFile {
  /// Reads a file that somebody wrote.
  /// - Returns: what is wrong with it and where, if anything is.
  package static func reading(_ bytes: [UInt8], file: String) -> Result<PolicyFile, PolicyObjection>
  {
    do { return .success(try PolicyFile(bytes: bytes)) } catch {
      return .failure(PolicyObjection(message: message(error, file)))
    }
  }

  private static func message(_ error: any Error, _ file: String) -> Message {
    switch error {
    case let fault as JSONFault: JSONWords.message(fault, file: file)
    case let fault as JSONShapeFault: JSONWords.message(fault, file: file)
    case let fault as PolicyFault: fault.message(file)
    default: Message(.policyUnreadable, [file])
    }
  }
}

package struct PolicyObjection: Error {
  package let message: Message
}

extension PolicyFault {
  fileprivate func message(_ file: String) -> Message {
    let place = "\(file): \(path)"
    return switch kind {
    case .decision(let name): Message(.policyDecision, [place, name])
    case .setting(let name): Message(.policySetting, [place, name])
    case .value(let name, let range): Message(.policyValue, [place, name, range])
    case .fixed(let name, let only): Message(.policyFixed, [place, name, only])
    case .incomplete(let name): Message(.policyIncomplete, [place, name])
    case .member(let name): Message(.policyMember, [place, name])
    case .absent(let name): Message(.policyAbsent, [place, name])
    }
  }
}

package enum PolicyWords {
  /// Every decision, or one with all that was ever said of it.
  /// - Returns: nothing where there is no such decision.
  package static func shown(
    _ policy: Policy, on day: CivilDate, only name: String?
  ) -> CommandResult? {
    if let name {
      guard let decision = Decision.named(name) else { return nil }
      return one(decision, policy, on: day)
    }
    let entries = Decision.all.compactMap { policy.entry(of: $0.id, on: day) }
    var report = Report(Message(.policyTitle, [day.description]), [.table(table(entries))])
    if entries.contains(where: \.isAssumed) { report.append(.warning(Message(.policyAssumed))) }
    return CommandResult(
      report,
      .object([
        "on": .string(day.description), "decisions": .array(entries.map(\.json)),
      ]))
  }

  private static func one(
    _ decision: Decision, _ policy: Policy, on day: CivilDate
  ) -> CommandResult {
    let entry = policy.entry(of: decision.id, on: day)
    let history = policy.history(of: decision.id)
    var report = Report(
      Message(.policyTitle, [day.description]),
      [.fact(Message(.labelDecisionCode), .text(decision.id)), .note(Message(decision.phrase))])
    if let entry {
      report.append(.fact(Message(.labelRule), .text(entry.rules.joined(separator: ", "))))
      if entry.isAssumed { report.append(.warning(Message(.policyAssumed))) }
    }
    for setting in decision.settings {
      report.append(
        .fact(
          Message(.labelAllowed), .text("\(setting.name): \(setting.range)")))
    }
    var table = TextTable(
      [.labelInForceFrom, .labelValue, .labelEdition, .labelSource].map {
        TextTable.Column(Message($0))
      })
    for one in history {
      table.append([
        .text(one.from.description + (one == entry ? " *" : "")), .text(values(one)),
        .text(one.edition), .text(one.source),
      ])
    }
    report.append(.table(table))
    return CommandResult(
      report,
      .object([
        "on": .string(day.description), "decision": entry?.json ?? .null,
        "history": .array(history.map(\.json)),
      ]))
  }

  /// What a file would change, decision by decision; what it repeats is left out.
  package static func checked(_ file: PolicyFile, against policy: Policy) -> CommandResult {
    let changed = file.entries.filter { entry in
      policy.entry(of: entry.decision, on: entry.from)?.values != entry.values
    }
    var table = TextTable(
      [.labelDecisionCode, .labelValue, .labelBefore].map { TextTable.Column(Message($0)) })
    for entry in changed {
      let before = policy.entry(of: entry.decision, on: entry.from)
      table.append([
        .text(entry.decision), .text(values(entry)), .text(before.map(values) ?? ""),
      ])
    }
    var report = Report(
      nil,
      [
        .note(
          Message(
            .policySound, ["\(file.entries.count)", file.edition, file.from.description]))
      ])
    report.append(changed.isEmpty ? .note(Message(.policySame)) : .table(table))
    return CommandResult(
      report,
      .object([
        "edition": .string(file.edition), "from": .string(file.from.description),
        "decisions": .integer(file.entries.count),
        "changed": .array(
          changed.map { entry in
            .object([
              "decision": .string(entry.decision), "values": entry.valuesJSON,
              "before": policy.entry(of: entry.decision, on: entry.from)?.valuesJSON,
            ])
          }),
      ]))
  }

  private static func table(_ entries: [PolicyEntry]) -> TextTable {
    var table = TextTable(
      [.labelDecisionCode, .labelMeaning, .labelValue, .labelInForceFrom, .labelSource].map {
        TextTable.Column(Message($0))
      })
    for entry in entries {
      guard let decision = Decision.named(entry.decision) else { continue }
      table.append([
        .text(entry.decision + (entry.isAssumed ? " *" : "")), .words(Message(decision.phrase)),
        .text(values(entry)), .text(entry.from.description), .text(entry.source),
      ])
    }
    return table
  }

  private static func values(_ entry: PolicyEntry) -> String {
    (Decision.named(entry.decision)?.settings ?? []).compactMap { setting in
      entry.values[setting.name].map { "\(setting.name)=\($0.text)" }
    }.joined(separator: " ")
  }
}
