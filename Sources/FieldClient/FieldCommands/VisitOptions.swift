import ArgumentParser
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// The flags that describe a visit; `record` and `return-visit` share them.
struct VisitOptions: ParsableArguments {
  @Option(help: Help.text(.helpFromFile)) var from: String?
  @Option(help: Help.text(.helpHouseholdArgument)) var household: String?
  @Option(help: Help.text(.helpMode)) var mode: String?
  @Option(help: Help.text(.helpStart)) var start: String?
  @Option(help: Help.text(.helpEnd)) var end: String?
  @Option(help: Help.text(.helpPlace)) var place: String?
  @Option(help: Help.text(.helpAppointmentId)) var appointment: String?
  @Option(help: Help.text(.helpOnTheSpot)) var agreedWith: String?
  @Option(help: Help.text(.helpMet)) var met: String?
  @Option(help: Help.text(.helpRelation)) var relation: String?
  @Option(help: Help.text(.helpTelephone)) var telephone: String?
  @Flag(help: Help.text(.helpByTelephone)) var byTelephone = false
  @Flag(help: Help.text(.helpNoBadge)) var noBadge = false
  @Option(help: Help.text(.helpSatisfaction)) var satisfaction: String?
  @Option(help: Help.text(.helpRemark)) var remark: String?
  @Option(help: Help.text(.helpConfidential)) var confidentialNoteFile: String?
  @Option(name: .customLong("with"), help: Help.text(.helpWith)) var colleagues: [String] = []
  @Option(help: Help.text(.helpOpinion)) var opinion: [String] = []
  @Option(help: Help.text(.helpFeedbackFor)) var feedback: [Int] = []
  @Flag(help: Help.text(.helpNoOpinion)) var noOpinion = false
  @Option(help: Help.text(.helpNoOpinionOn)) var noOpinionOn: [String] = []
  @Option(help: Help.text(.helpSignature)) var signature: String?
  @Option(help: Help.text(.helpSignatureReason)) var signatureReason: String?
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
}

extension VisitOptions {
  /// Whether the visit is described by flags at all; otherwise the form asks.
  var isGiven: Bool {
    [
      household, mode, start, end, place, appointment, agreedWith, met, relation, telephone,
      satisfaction, remark, confidentialNoteFile, signature, signatureReason,
    ].contains { $0 != nil } || byTelephone || noBadge || noOpinion || !noOpinionOn.isEmpty
      || !(colleagues.isEmpty && opinion.isEmpty && feedback.isEmpty && reasons.isEmpty)
  }

  func input(_ context: FieldContext) throws -> VisitInput {
    let now = context.environment.clock().now
    let zone = context.environment.zone
    guard let household else { throw missing("--household") }
    guard let start else { throw missing("--start") }
    guard let end else { throw missing("--end") }
    var input = VisitInput(
      household: household, start: try Moments.instant(start, now: now, zone),
      end: try Moments.instant(end, now: now, zone))
    if let mode { input.mode = try Moments.code(mode, as: VisitMode.self, option: "--mode") }
    input.place = place
    input.appointment = appointment
    input.agreedWith = agreedWith
    input.met = met
    input.relation = try relation.map {
      try Moments.code($0, as: Relation.self, option: "--relation")
    }
    input.telephone = telephone
    input.byTelephone = byTelephone
    input.badgeWorn = !noBadge
    input.satisfaction = try satisfaction.map {
      try Moments.code($0, as: SatisfactionGrade.self, option: "--satisfaction")
    }
    input.remark = remark
    input.with = colleagues
    input.items = try opinion.map(Self.item)
    for number in feedback {
      guard (1...max(1, input.items.count)).contains(number), !input.items.isEmpty else {
        throw FieldFault.wrongUsage(Message(.noSuchOpinion, ["\(number)"]))
      }
      input.items[number - 1].wantsFeedback = true
    }
    input.saysNoOpinion = noOpinion
    input.withoutOpinion = Set(
      try noOpinionOn.map { try Moments.code($0, as: Topic.self, option: "--no-opinion-on") })
    input.signature = try signature.map {
      try Moments.code($0, as: SignatureState.self, option: "--signature")
    }
    input.signatureReason = signatureReason
    input.reasons = try GivenReasons.byRule(reasons)
    if let confidentialNoteFile {
      input.confidentialNote = try GivenText.read(confidentialNoteFile, context)
    }
    return input
  }

  /// `topic:kind:text`; the text may hold colons.
  static func item(_ text: String) throws -> VisitInput.Item {
    let parts = WordParts.of(text, at: [":"], most: 3)
    guard parts.count == 3 else { throw FieldFault.wrongUsage(Message(.opinionForm, [text])) }
    return VisitInput.Item(
      topic: try Moments.code(parts[0], as: Topic.self, option: "--opinion"),
      kind: try Moments.code(parts[1], as: OpinionKind.self, option: "--opinion"),
      text: parts[2])
  }

  private func missing(_ option: String) -> FieldFault {
    .wrongUsage(Message(.optionMissing, [option]))
  }
}

/// Reasons for setting rules aside, as options give them: `R1-47=text`.
enum GivenReasons {
  static func byRule(_ options: [String]) throws -> [String: String] {
    var reasons: [String: String] = [:]
    for option in options {
      let parts = WordParts.of(option, at: ["="], most: 2)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw FieldFault.wrongUsage(Message(.reasonForm, [option]))
      }
      reasons[parts[0]] = parts[1]
    }
    return reasons
  }
}

/// A text from a file that a person named, strictly UTF-8.
enum GivenText {
  static func read(_ path: String, _ context: FieldContext) throws -> String {
    let bytes = try context.readFile(path, Bounds.visitFileBytesMax)
    guard let text = UTF8Validation.text(bytes) else {
      let offset = UTF8Validation.firstFault(in: bytes) ?? 0
      throw FieldFault.failed(Message(.notUTF8, [path, "\(offset + 1)"]))
    }
    return text.utf8.last == 0x0A ? String(text.dropLast()) : text
  }
}
