package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct NoticeCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "notice", .helpNotice, example: "rounds notice list --open",
      subcommands: [
        NoticeRequestCommand.self, NoticeWriteCommand.self, NoticeListCommand.self,
        NoticeShowCommand.self, NoticeAmendCommand.self, NoticeSealCommand.self,
        NoticePostCommand.self, NoticeTakeDownCommand.self, NoticeCheckCommand.self,
        NoticeArchiveCommand.self, NoticeWithdrawCommand.self,
      ])
  }

  package init() {}
}

/// What is planned, for whom.
struct NoticePlanOptions: ParsableArguments {
  @Option(help: Help.text(.helpNoticeStart)) var start: String?
  @Option(help: Help.text(.helpNoticeEnd)) var end: String?
  @Option(name: .customLong("for"), help: Help.text(.helpNoticeFor)) var places: [String] = []
  @Option(help: Help.text(.helpNoticeReach)) var reach: String?
  @Option(help: Help.text(.helpNoticeCause)) var cause: String?

  func moments(_ context: FieldContext) throws -> (start: Instant?, end: Instant?) {
    let (now, zone) = (context.environment.clock().now, context.environment.zone)
    return (
      try start.map { try Moments.instant($0, now: now, zone) },
      try end.map { try Moments.instant($0, now: now, zone) }
    )
  }

  func codes() throws -> [UnitCode] {
    try places.map { text in
      guard let code = UnitCode(text) else {
        throw FieldFault.wrongUsage(Message(.noticeNotACode, text))
      }
      return code
    }
  }

  /// Whoever names buildings means these, unless they say units.
  func fill(_ text: inout NoticeText, _ context: FieldContext) throws {
    let (start, end) = try moments(context)
    text.start = start ?? text.start
    text.end = end ?? text.end
    let named = try codes()
    text.places = Set(text.places + named).sorted()
    if let reach {
      text.reach = try Moments.code(reach, as: NoticeReach.self, option: "--reach")
    } else if !named.isEmpty, text.reach == .site {
      text.reach = .buildings
    }
    text.cause = cause ?? text.cause
  }
}

/// What is said, beside title and text.
struct NoticeTextOptions: ParsableArguments {
  @Option(help: Help.text(.helpNoticeTitleOption)) var title: String?
  @Option(help: Help.text(.helpNoticeBody)) var body: String?
  @Option(help: Help.text(.helpNoticePreparation)) var preparation: String?
  @Option(help: Help.text(.helpNoticeSupply)) var supply: String?
  @Option(help: Help.text(.helpNoticeTelephone)) var telephone: String?
  @Option(name: .customLong("valid-until"), help: Help.text(.helpNoticeUntil)) var until: String?

  func validUntil(_ context: FieldContext) throws -> CivilDate? {
    let today = LocalTime(context.environment.clock().now, in: context.environment.zone).date
    return try until.map { text in
      guard let day = Answers.date(text, today: today) else {
        throw FieldFault.wrongUsage(Message(.notADate, "--valid-until", text))
      }
      return day
    }
  }
}

/// Work without its lead time.
struct EmergencyOptions: ParsableArguments {
  @Option(help: Help.text(.helpNoticeEmergency)) var emergency: String?
  @Option(name: .customLong("approved-by"), help: Help.text(.helpNoticeApprovedBy))
  var approver: String?

  /// Either of the two alone says that an emergency is meant.
  var input: EmergencyInput? {
    emergency == nil && approver == nil
      ? nil : EmergencyInput(reason: emergency ?? "", approver: approver ?? "")
  }
}

/// When something was done.
struct DoneAtOption: ParsableArguments {
  @Option(help: Help.text(.helpNoticeAt)) var at: String?

  func moment(_ context: FieldContext) throws -> Instant {
    let now = context.environment.clock().now
    return try at.map { try Moments.instant($0, now: now, context.environment.zone) } ?? now
  }
}

struct NoticeRequestCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "request", .helpNoticeRequest,
      example: "rounds notice request waterOutage --start '2026-12-03 09:00' --cause 清洗水箱")
  }

  @Argument(help: Help.text(.helpNoticeKind)) var kind: String
  @Option(help: Help.text(.helpNoticeDepartment)) var department: String?
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
  @OptionGroup var plan: NoticePlanOptions
  @OptionGroup var done: DoneAtOption
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let kind = try Moments.code(self.kind, as: NoticeKind.self, option: "kind")
    var text = NoticeText(kind)
    try plan.fill(&text, context)
    let made = try context.laptop().requestNotice(
      text,
      from: try department.map {
        try Moments.code($0, as: Department.self, option: "--department")
      } ?? kind.department, at: try done.moment(context),
      reasons: try GivenReasons.byRule(reasons), site: site.site)
    return NoticeReport.done(
      made, Message(.noticeRequested, short(made.card.notice.key.id)))
  }
}

struct NoticeWriteCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "write", .helpNoticeWrite,
      example: "rounds notice write waterOutage --start '2026-12-03 09:00' --title 停水通知 --body …")
  }

  @Argument(help: Help.text(.helpNoticeKind)) var kind: String?
  @Option(help: Help.text(.helpNoticeOf)) var answering: String?
  @Option(help: Help.text(.helpNoticeForm)) var form: String?
  @Flag(help: Help.text(.helpNoticeCompany)) var company = false
  @Option(name: .customLong("reason"), help: Help.text(.helpReasons)) var reasons: [String] = []
  @OptionGroup var plan: NoticePlanOptions
  @OptionGroup var words: NoticeTextOptions
  @OptionGroup var emergency: EmergencyOptions
  @OptionGroup var done: DoneAtOption
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    var text: NoticeText
    var code = site.site
    if let answering {
      let asked = try laptop.read { try laptop.noticeCard(named: answering, $0) }
      text = asked.notice.text
      code = asked.site?.code
      if let kind, try Moments.code(kind, as: NoticeKind.self, option: "kind") != text.kind {
        throw FieldFault.wrongUsage(
          Message(.notOneOf, "kind", kind, text.kind.name))
      }
    } else {
      guard let kind else {
        throw FieldFault.wrongUsage(
          Message(.noticeWhichKind, NoticeKind.allCases.map(\.name).joined(separator: ", ")))
      }
      text = NoticeText(try Moments.code(kind, as: NoticeKind.self, option: "kind"))
    }
    if let form { text.form = try Moments.code(form, as: NoticeForm.self, option: "--form") }
    if company { text.issuer = .company }
    try plan.fill(&text, context)
    text.title = words.title ?? ""
    text.body = words.body ?? ""
    text.preparation = words.preparation ?? ""
    text.supply = words.supply ?? ""
    text.telephone = words.telephone ?? ""
    text.validUntil = try words.validUntil(context)
    let made = try laptop.writeNotice(
      text, answering: answering, at: try done.moment(context), emergency: emergency.input,
      reasons: try GivenReasons.byRule(reasons), site: code)
    return NoticeReport.done(
      made,
      Message(
        text.form.isWritten ? .noticeIssued : .noticeIssuedByTelephone,
        short(made.card.notice.key.id)))
  }
}

struct NoticeListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpNoticeList, example: "rounds notice list --open --json")
  }

  @Flag(help: Help.text(.helpNoticeOpen)) var open = false
  @Option(help: Help.text(.helpMonth)) var month: String?
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let site = try laptop.site(named: self.site.site, replica)
      let month = try self.month.map { try Moments.month($0, now: laptop.now, site.zone) }
      let cards = try laptop.notices(of: site, replica).filter { card in
        (!open || card.notice.isOpen) && (month == nil || card.notice.month == month)
      }
      var report = Report(
        Message(.noticesTitle), [.table(NoticeRow.table(cards.map(NoticeReport.row)))])
      // What the company's own still ask for, they ask of head office.
      let own =
        try open
        ? []
        : laptop.companyNotices(for: site, replica).filter { card in
          month == nil || card.notice.month == month
        }
      if !own.isEmpty {
        report.append(.note(Message(.noticesFromCompany, site.name)))
        report.append(.table(NoticeRow.table(own.map(NoticeReport.row))))
      }
      if (cards + own).contains(where: { $0.limit?.isProvisional ?? false }) {
        report.append(.note(Message(.obligationsProvisional)))
      }
      return .result(
        CommandResult(
          report, .object(["notices": .array((cards + own).map(NoticeReport.json))])))
    }
  }
}

struct NoticeShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpNoticeShow, example: "rounds notice show 3f2a91")
  }

  @Argument(help: Help.text(.helpNoticeArgument)) var notice: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    let card = try laptop.read { try laptop.noticeCard(named: notice, $0) }
    return .result(
      CommandResult(
        NoticeReport.report(card, at: laptop.now), .object(["notice": NoticeReport.json(card)])))
  }
}
