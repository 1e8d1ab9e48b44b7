import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What is done with a notice once it is written.

struct OfficeNoticeAmendCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "amend", .helpNoticeAmend,
      example: "rounds-server notice amend 3f2a91 --start '2026-12-04 09:00' --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(name: .customLong("reason"), help: OfficeHelp.text(.helpReasons))
  var reasons: [String] = []
  @Option(help: OfficeHelp.text(.helpSaw)) var saw: String?
  @OptionGroup var plan: OfficeNoticePlan
  @OptionGroup var words: OfficeNoticeWording
  @OptionGroup var emergency: OfficeEmergencyOptions
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    if plan.reach != nil { throw OfficeFault.wrongUsage(Message(.noticePlacesStay)) }
    var changes = try words.changes()
    (changes.start, changes.end) = try plan.moments(office)
    changes.addedPlaces = try plan.codes()
    changes.cause = plan.cause
    // Only what is new is looked at.
    try NoticeAnswers.require(NoticeText(.other).taking(changes))
    let known = try office.noticeCard(named: notice)
    let made = try office.amendNotice(
      known.notice.key, changes, at: try who.moment(office),
      emergency: try emergency.input(office), reasons: try NoticeAnswers.reasons(reasons),
      saw: try saw.map { try NoticeAnswers.shown($0) } ?? known.frontier,
      by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { Message(.noticeAmended, [$0.id]) }
  }
}

struct OfficeNoticeSealCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "seal", .helpNoticeSeal, example: "rounds-server notice seal 3f2a91 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpNoticeSealKind)) var seal: String?
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let seal = try self.seal.map {
      try NoticeAnswers.code($0, as: SealKind.self, option: "--seal")
    }
    let made = try office.sealNotice(
      try office.noticeCard(named: notice).notice.key, with: seal,
      at: try who.moment(office), by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { card in
      let put = (seal ?? card.notice.text.issuer.seal).phrase
      return Message(.noticeSealed, [put.text(in: context.language)])
    }
  }
}

struct OfficeNoticePostCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "post", .helpNoticePost,
      example: "rounds-server notice post 3f2a91 --lobby 3-1 --lobby 3-2 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpNoticeLobby)) var lobby: [String] = []
  @Option(help: OfficeHelp.text(.helpNoticeBoard)) var board: [String] = []
  @Option(help: OfficeHelp.text(.helpNoticeDoor)) var door: [String] = []
  @Flag(help: OfficeHelp.text(.helpNoticeEverywhere)) var everywhere = false
  @Flag(name: .customLong("new-place"), help: OfficeHelp.text(.helpNoticeNewPlace))
  var newPlace = false
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    var input = PostingInput()
    input.lobbies = lobby
    input.boards = board
    input.doors = door
    input.isEverywhere = everywhere
    input.isNewPlace = newPlace
    for name in board { try NoticeAnswers.require(line: name, "board") }
    let made = try office.postNotice(
      try office.noticeCard(named: notice).notice.key, input, at: try who.moment(office),
      by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { hangs($0.notice) }
  }

  /// Where it is still missing, since when every place has it, or else where it hangs.
  private func hangs(_ notice: Notice) -> Message {
    if !notice.missing.isEmpty {
      return Message(
        .noticePostedMissing, [notice.missing.map(\.code.text).joined(separator: ", ")])
    }
    if let told = notice.toldAt {
      return Message(.noticeToldAt, [told.wallText(in: notice.zone)])
    }
    return Message(
      .noticePosted, [Set(notice.current.map(\.place)).sorted().joined(separator: ", ")])
  }
}

struct OfficeNoticeTakeDownCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "take-down", .helpNoticeTakeDown, example: "rounds-server notice take-down 3f2a91 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpNoticeLobby)) var lobby: [String] = []
  @Option(help: OfficeHelp.text(.helpNoticeBoard)) var board: [String] = []
  @Option(help: OfficeHelp.text(.helpNoticeDoor)) var door: [String] = []
  @Flag(help: OfficeHelp.text(.helpNoticeMistake)) var mistake = false
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let at = try who.moment(office)
    let places = lobby + board + door
    let key = try office.noticeCard(named: notice).notice.key
    if mistake {
      let made = try office.takeBackPostings(
        of: key, at: places, at: at, by: try account(who.by, office))
      return try OfficeNoticeReport.done(made, office) { _ in
        Message(.noticeTakenBack, [Set(places).sorted().joined(separator: ", ")])
      }
    }
    let made = try office.takeDownNotice(
      key, from: places, at: at, by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { card in
      let down = card.notice.postings.filter { $0.takenDown?.at == at }.map(\.place)
      return Message(.noticeTakenDown, [Set(down).sorted().joined(separator: ", ")])
    }
  }
}

struct OfficeNoticeCheckCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "check", .helpNoticeCheck,
      example: "rounds-server notice check 3f2a91 --phase during --signs --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpNoticePhase)) var phase: String
  @Flag(help: OfficeHelp.text(.helpNoticeSigns)) var signs = false
  @Flag(help: OfficeHelp.text(.helpNoticeCordon)) var cordon = false
  @Option(help: OfficeHelp.text(.helpRemark)) var remark: String = ""
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let phase = try NoticeAnswers.code(self.phase, as: SignPhase.self, option: "--phase")
    try NoticeAnswers.require(text: remark, "remark")
    let made = try office.checkSigns(
      of: try office.noticeCard(named: notice).notice.key, phase, hasSigns: signs,
      hasCordon: cordon, remark: remark, at: try who.moment(office),
      by: try account(who.by, office))
    // What is wrong is recorded, and is to be put right at once (R1-16, R1-27).
    return try OfficeNoticeReport.done(made, office) { card in
      if !signs { return Message(.noticeSignsMissing) }
      let lacksCordon = !cordon && card.notice.text.kind == .repairDisturbance
      return Message(lacksCordon ? .noticeCordonMissing : .noticeChecked)
    }
  }
}

struct OfficeNoticeArchiveCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "archive", .helpNoticeArchive,
      example: "rounds-server notice archive 3f2a91 --place 档案柜3 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpNoticeArchivePlace)) var place: String
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(line: place, "place")
    let made = try office.archiveNotice(
      try office.noticeCard(named: notice).notice.key, at: place,
      since: try who.moment(office), by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { card in
      Message(.noticeArchived, [place, card.keptUntil?.description ?? ""])
    }
  }
}

struct OfficeNoticeWithdrawCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "withdraw", .helpNoticeWithdraw,
      example: "rounds-server notice withdraw 3f2a91 --reason 改期 --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @Option(help: OfficeHelp.text(.helpReason)) var reason: String
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    try NoticeAnswers.require(line: reason, "reason")
    let made = try office.withdrawNotice(
      try office.noticeCard(named: notice).notice.key, reason: reason,
      by: try account(by, office))
    return try OfficeNoticeReport.done(made, office) { Message(.noticeWithdrawn, [$0.id]) }
  }
}

/// What people give to the options of notices, read and looked at.
enum NoticeAnswers {
  static func moment(_ text: String, _ office: Office) throws -> Instant {
    guard let instant = Instant(text, defaultZone: office.environment.zone) else {
      throw OfficeFault.wrongUsage(Message(.notATime, [text]))
    }
    return instant
  }

  /// A member of a code set by its name.
  static func code<Code: CodeSet>(
    _ text: String, as _: Code.Type, option: String
  ) throws -> Code {
    guard let member = Code(name: text) else {
      throw OfficeFault.wrongUsage(
        Message(
          .notOneOf, [option, text, Code.allCases.map(\.name).joined(separator: ", ")]))
    }
    return member
  }

  /// `R1-17=TEXT`, or with a colon: no rule's number has either.
  static func reasons(_ options: [String]) throws -> [RuleID: String] {
    var reasons: [RuleID: String] = [:]
    for option in options {
      let parts = WordParts.of(option, at: ["=", ":"], most: 2)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw OfficeFault.wrongUsage(Message(.reasonForm, [option]))
      }
      guard let rule = RuleID(rawValue: parts[0]) else {
        throw OfficeFault.wrongUsage(Message(.unknownRule, [parts[0]]))
      }
      try require(line: parts[1], "reason")
      reasons[rule] = parts[1]
    }
    return reasons
  }

  static func shown(_ token: String) throws -> [ChangeID] {
    guard let changes = SawToken.changes(token) else {
      throw OfficeFault.wrongUsage(Message(.sawMalformed))
    }
    return changes
  }

  /// - Throws: `OfficeFault.failed` for a text that is too long, or holds what cannot be printed.
  static func require(_ text: NoticeText) throws {
    for (place, line) in text.lines { try require(line: line, place) }
    for (place, long) in text.longTexts { try require(text: long, place) }
  }

  static func require(line: String, _ place: String) throws {
    try require(line, place, bytesMax: Bounds.lineBytesMax, breaks: [])
  }

  static func require(text: String, _ place: String) throws {
    try require(text, place, bytesMax: Bounds.textBytesMax, breaks: [0x09, 0x0A, 0x0D])
  }

  private static func require(
    _ text: String, _ place: String, bytesMax: Int, breaks: Set<UInt32>
  ) throws {
    let count = text.utf8.count
    guard count <= bytesMax else {
      throw OfficeFault.failed(Message(.textTooLong, [place, "\(count)", "\(bytesMax)"]))
    }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      guard isControl, !breaks.contains(scalar.value) else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      throw OfficeFault.failed(Message(.textHasControl, [place, "\(index + 1)", code]))
    }
  }
}
