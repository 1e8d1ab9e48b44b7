import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

// What is done with a notice once it is written.

struct NoticeAmendCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "amend", .helpNoticeAmend, example: "rounds notice amend 3f2a91 --start '2026-12-04 09:00'")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
  @Option(help: Help.text(.helpSaw)) var saw: String?
  @OptionGroup var plan: NoticePlanOptions
  @OptionGroup var words: NoticeTextOptions
  @OptionGroup var emergency: EmergencyOptions
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    if plan.reach != nil { throw FieldFault.wrongUsage(Message(.noticePlacesStay)) }
    var changes = NoticeChanges()
    (changes.start, changes.end) = try plan.moments(context)
    changes.addedPlaces = try plan.codes()
    changes.cause = plan.cause
    changes.title = words.title
    changes.body = words.body
    changes.preparation = words.preparation
    changes.supply = words.supply
    changes.telephone = words.telephone
    changes.validUntil = try words.validUntil(context)
    let made = try context.laptop().amendNotice(
      named: notice, changes, at: try done.moment(context), emergency: emergency.input,
      reasons: try GivenReasons.byRule(reasons), saw: try saw.map { try VisitReport.changes($0) })
    return NoticeReport.done(made, Message(.noticeAmended, short(made.card.notice.key.id)))
  }
}

struct NoticeSealCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("seal", .helpNoticeSeal, example: "rounds notice seal 3f2a91")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpNoticeSealKind)) var seal: String?
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let seal = try self.seal.map { try Moments.code($0, as: SealKind.self, option: "--seal") }
    let made = try context.laptop().sealNotice(
      named: notice, with: seal, at: try done.moment(context))
    let put = (seal ?? made.card.notice.text.issuer.seal).phrase.text(in: context.language)
    return NoticeReport.done(made, Message(.noticeSealed, put))
  }
}

struct NoticePostCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "post", .helpNoticePost, example: "rounds notice post 3f2a91 --lobby 3-1 --lobby 3-2")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpNoticeLobby)) var lobby: [String] = []
  @Option(help: Help.text(.helpNoticeBoard)) var board: [String] = []
  @Option(help: Help.text(.helpNoticeDoor)) var door: [String] = []
  @Flag(help: Help.text(.helpNoticeEverywhere)) var everywhere = false
  @Flag(name: .customLong("new-place"), help: Help.text(.helpNoticeNewPlace)) var newPlace = false
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    var input = PostingInput()
    input.lobbies = lobby
    input.boards = board
    input.doors = door
    input.isEverywhere = everywhere
    input.isNewPlace = newPlace
    let made = try context.laptop().postNotice(
      named: notice, input, at: try done.moment(context))
    let notice = made.card.notice
    var message = Message(
      .noticePosted, Set(notice.current.map(\.place)).sorted().joined(separator: ", "))
    if !notice.missing.isEmpty {
      message = Message(
        .noticePostedMissing, notice.missing.map(\.code.text).joined(separator: ", "))
    } else if let told = notice.toldAt {
      message = Message(.noticeToldAt, told.wallText(in: notice.zone))
    }
    return NoticeReport.done(made, message)
  }
}

struct NoticeTakeDownCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "take-down", .helpNoticeTakeDown, example: "rounds notice take-down 3f2a91")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpNoticeLobby)) var lobby: [String] = []
  @Option(help: Help.text(.helpNoticeBoard)) var board: [String] = []
  @Option(help: Help.text(.helpNoticeDoor)) var door: [String] = []
  @Flag(help: Help.text(.helpNoticeMistake)) var mistake = false
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let at = try done.moment(context)
    let places = lobby + board + door
    if mistake {
      let made = try context.laptop().takeBackPostings(of: notice, at: places, at: at)
      return NoticeReport.done(
        made, Message(.noticeTakenBack, Set(places).sorted().joined(separator: ", ")))
    }
    let made = try context.laptop().takeDownNotice(named: notice, from: places, at: at)
    let down = made.card.notice.postings.filter { $0.takenDown?.at == at }.map(\.place)
    return NoticeReport.done(
      made, Message(.noticeTakenDown, Set(down).sorted().joined(separator: ", ")))
  }
}

struct NoticeCheckCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "check", .helpNoticeCheck, example: "rounds notice check 3f2a91 --phase during --signs")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpNoticePhase)) var phase: String
  @Flag(help: Help.text(.helpNoticeSigns)) var signs = false
  @Flag(help: Help.text(.helpNoticeCordon)) var cordon = false
  @Option(help: Help.text(.helpRemark)) var remark: String = ""
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let made = try context.laptop().checkSigns(
      of: notice, try Moments.code(phase, as: SignPhase.self, option: "--phase"),
      hasSigns: signs, hasCordon: cordon, remark: remark, at: try done.moment(context))
    // What is wrong is recorded, and is to be put right at once (R1-16, R1-27).
    if !signs { return NoticeReport.done(made, Message(.noticeSignsMissing)) }
    if !cordon, made.card.notice.text.kind == .repairDisturbance {
      return NoticeReport.done(made, Message(.noticeCordonMissing))
    }
    return NoticeReport.done(made, Message(.noticeChecked))
  }
}

struct NoticeArchiveCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "archive", .helpNoticeArchive, example: "rounds notice archive 3f2a91 --place 档案柜3")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpNoticeArchivePlace)) var place: String
  @OptionGroup var done: DoneAtOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let made = try context.laptop().archiveNotice(
      named: notice, at: place, since: try done.moment(context))
    return NoticeReport.done(
      made,
      Message(.noticeArchived, place, made.card.keptUntil?.description ?? ""))
  }
}

struct NoticeWithdrawCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "withdraw", .helpNoticeWithdraw, example: "rounds notice withdraw 3f2a91 --reason 改期")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @Option(help: Help.text(.helpReason)) var reason: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let made = try context.laptop().withdrawNotice(named: notice, reason: reason)
    return NoticeReport.done(made, Message(.noticeWithdrawn, short(made.card.notice.key.id)))
  }
}
