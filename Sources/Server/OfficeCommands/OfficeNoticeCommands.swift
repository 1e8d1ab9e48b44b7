package import ArgumentParser
import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Notices as head office handles them: those of every site, and the company's own (R2-11).
package struct OfficeNoticeCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "notice", .helpNotice, example: "rounds-server notice list --open",
      subcommands: [
        OfficeNoticeRequestCommand.self, OfficeNoticeWriteCommand.self,
        OfficeNoticeListCommand.self, OfficeNoticeShowCommand.self,
        OfficeNoticeAmendCommand.self, OfficeNoticeSealCommand.self,
        OfficeNoticePostCommand.self, OfficeNoticeTakeDownCommand.self,
        OfficeNoticeCheckCommand.self, OfficeNoticeArchiveCommand.self,
        OfficeNoticeWithdrawCommand.self,
      ])
  }

  package init() {}
}

/// Whose a new notice is: a site's, or the company's own.
struct OfficeNoticeScope: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpSite)) var site: String?
  @Flag(help: OfficeHelp.text(.helpNoticeOwn)) var company = false

  /// - Parameter known: of the request that is answered, which decides.
  func scope(_ office: Office, answering known: ScopeID? = nil) throws -> ScopeID {
    let named = try site.map { try office.site(named: $0) }
    let said = [named, company ? office.company : nil, known].compactMap { $0 }
    guard let scope = said.first, Set(said).count == 1 else {
      throw OfficeFault.wrongUsage(Message(.noticeWhose))
    }
    return scope
  }
}

/// What is planned, for whom.
struct OfficeNoticePlan: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpNoticeStart)) var start: String?
  @Option(help: OfficeHelp.text(.helpNoticeEnd)) var end: String?
  @Option(name: .customLong("for"), help: OfficeHelp.text(.helpNoticeFor))
  var places: [String] = []
  @Option(help: OfficeHelp.text(.helpNoticeReach)) var reach: String?
  @Option(help: OfficeHelp.text(.helpNoticeCause)) var cause: String?

  func moments(_ office: Office) throws -> (start: Instant?, end: Instant?) {
    (
      try start.map { try NoticeAnswers.moment($0, office) },
      try end.map { try NoticeAnswers.moment($0, office) }
    )
  }

  func codes() throws -> [UnitCode] {
    try places.map { text in
      guard let code = UnitCode(text) else {
        throw OfficeFault.wrongUsage(Message(.noticeNotACode, [text]))
      }
      return code
    }
  }

  /// Whoever names buildings means these, unless they say units.
  func fill(_ text: inout NoticeText, _ office: Office) throws {
    let (start, end) = try moments(office)
    text.start = start ?? text.start
    text.end = end ?? text.end
    let named = try codes()
    text.places = Set(text.places + named).sorted()
    if let reach {
      text.reach = try NoticeAnswers.code(reach, as: NoticeReach.self, option: "--reach")
    } else if !named.isEmpty, text.reach == .site {
      text.reach = .buildings
    }
    text.cause = cause ?? text.cause
  }
}

/// What is said, beside what is planned.
struct OfficeNoticeWording: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpNoticeTitleOption)) var title: String?
  @Option(help: OfficeHelp.text(.helpNoticeBody)) var body: String?
  @Option(help: OfficeHelp.text(.helpNoticePreparation)) var preparation: String?
  @Option(help: OfficeHelp.text(.helpNoticeSupply)) var supply: String?
  @Option(help: OfficeHelp.text(.helpNoticeTelephone)) var telephone: String?
  @Option(name: .customLong("valid-until"), help: OfficeHelp.text(.helpNoticeUntil))
  var until: String?

  func changes() throws -> NoticeChanges {
    var changes = NoticeChanges()
    changes.title = title
    changes.body = body
    changes.preparation = preparation
    changes.supply = supply
    changes.telephone = telephone
    changes.validUntil = try until.map { text in
      guard let day = CivilDate(text) else {
        throw OfficeFault.wrongUsage(Message(.notADate, ["--valid-until", text]))
      }
      return day
    }
    return changes
  }
}

/// Work without its lead time.
struct OfficeEmergencyOptions: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpNoticeEmergency)) var emergency: String?
  @Option(name: .customLong("approved-by"), help: OfficeHelp.text(.helpNoticeApprovedBy))
  var approver: String?

  /// Either of the two alone says that an emergency is meant.
  func input(_ office: Office) throws -> OfficeEmergency? {
    if emergency == nil, approver == nil { return nil }
    let reason = emergency ?? ""
    try NoticeAnswers.require(line: reason, "emergency")
    return OfficeEmergency(
      reason: reason, approver: try approver.map { try account($0, office) })
  }
}

/// Who acts, and when it was done.
struct OfficeNoticeActor: ParsableArguments {
  @Option(help: OfficeHelp.text(.helpNoticeBy)) var by: String
  @Option(help: OfficeHelp.text(.helpNoticeAt)) var at: String?

  func moment(_ office: Office) throws -> Instant {
    try at.map { try NoticeAnswers.moment($0, office) } ?? office.now
  }
}

struct OfficeNoticeRequestCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "request", .helpNoticeRequest,
      example: "rounds-server notice request waterOutage --site 绿岛 --start '2026-12-03 09:00' "
        + "--by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeKind)) var kind: String
  @Option(help: OfficeHelp.text(.helpNoticeDepartment)) var department: String?
  @Option(name: .customLong("reason"), help: OfficeHelp.text(.helpReasons))
  var reasons: [String] = []
  @OptionGroup var plan: OfficeNoticePlan
  @OptionGroup var whose: OfficeNoticeScope
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let kind = try NoticeAnswers.code(self.kind, as: NoticeKind.self, option: "kind")
    let scope = try whose.scope(office)
    var text = NoticeText(kind)
    try plan.fill(&text, office)
    try NoticeAnswers.require(text)
    let department =
      try self.department.map {
        try NoticeAnswers.code($0, as: Department.self, option: "--department")
      } ?? kind.department
    let made = try office.requestNotice(
      text, from: department, of: scope, at: try who.moment(office),
      reasons: try NoticeAnswers.reasons(reasons), by: try account(who.by, office))
    return try OfficeNoticeReport.done(made, office) { Message(.noticeRequested, [$0.id]) }
  }
}

struct OfficeNoticeWriteCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "write", .helpNoticeWrite,
      example: "rounds-server notice write typhoonWarning --company --title 台风警报 --body … --by 王芳")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeKind)) var kind: String?
  @Option(help: OfficeHelp.text(.helpNoticeOf)) var answering: String?
  @Option(help: OfficeHelp.text(.helpNoticeForm)) var form: String?
  @Option(name: .customLong("reason"), help: OfficeHelp.text(.helpReasons))
  var reasons: [String] = []
  @OptionGroup var plan: OfficeNoticePlan
  @OptionGroup var words: OfficeNoticeWording
  @OptionGroup var emergency: OfficeEmergencyOptions
  @OptionGroup var whose: OfficeNoticeScope
  @OptionGroup var who: OfficeNoticeActor
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let asked = try answering.map { try office.noticeCard(named: $0) }
    let scope = try whose.scope(office, answering: asked?.notice.key.scope)
    var text: NoticeText
    if let asked {
      text = asked.notice.text
      if let kind, try NoticeAnswers.code(kind, as: NoticeKind.self, option: "kind") != text.kind {
        throw OfficeFault.wrongUsage(Message(.notOneOf, ["kind", kind, text.kind.name]))
      }
    } else {
      guard let kind else {
        throw OfficeFault.wrongUsage(
          Message(.noticeWhichKind, [NoticeKind.allCases.map(\.name).joined(separator: ", ")]))
      }
      text = NoticeText(try NoticeAnswers.code(kind, as: NoticeKind.self, option: "kind"))
    }
    if let form {
      text.form = try NoticeAnswers.code(form, as: NoticeForm.self, option: "--form")
    }
    // The company's own carries its seal, a site's that of the service department (R2-10, R2-11).
    text.issuer = scope == office.company ? .company : .serviceCentre
    try plan.fill(&text, office)
    text = text.taking(try words.changes())
    try NoticeAnswers.require(text)
    let made = try office.writeNotice(
      text, answering: asked?.notice.key, of: scope, at: try who.moment(office),
      emergency: try emergency.input(office), reasons: try NoticeAnswers.reasons(reasons),
      by: try account(who.by, office))
    let done: Phrase = text.form.isWritten ? .noticeIssued : .noticeIssuedByTelephone
    return try OfficeNoticeReport.done(made, office) { Message(done, [$0.id]) }
  }
}

struct OfficeNoticeListCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "list", .helpNoticeList, example: "rounds-server notice list --open --json")
  }

  @Flag(help: OfficeHelp.text(.helpNoticeOpen)) var open = false
  @Option(help: OfficeHelp.text(.helpMonth)) var month: String?
  @Option(help: OfficeHelp.text(.helpSite)) var site: [String] = []
  @Flag(help: OfficeHelp.text(.helpNoticeOwn)) var company = false
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let named = try site.map { try office.site(named: $0) }
    let only = Set(named + (company ? [office.company] : []))
    let month = try self.month.map { try givenMonth($0, office) }
    return try office.read { replica in
      var report = Report(Message(.noticesTitle))
      var objects: [JSON] = []
      var isProvisional = false
      for (scope, site) in try office.noticeScopes(on: replica)
      where only.isEmpty || only.contains(scope) {
        let cards = try office.noticeCards(of: scope, site, on: replica).filter { card in
          (!open || card.notice.isOpen) && (month == nil || card.notice.month == month)
        }
        if cards.isEmpty { continue }
        if let site {
          report.append(.fact(Message(.labelSite), .text(site.name)))
        } else {
          report.append(.fact(Message(.labelIssuer), .words(Message(.codeIssuerCompany))))
        }
        report.append(.table(NoticeRow.table(cards.map(\.row))))
        objects += cards.map(\.json)
        isProvisional = isProvisional || cards.contains { $0.limit?.isProvisional ?? false }
      }
      if objects.isEmpty { report.append(.table(NoticeRow.table([]))) }
      if isProvisional { report.append(.note(Message(.obligationsProvisional))) }
      return .result(CommandResult(report, .object(["notices": .array(objects)])))
    }
  }
}

struct OfficeNoticeShowCommand: OfficeCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration(
      "show", .helpNoticeShow, example: "rounds-server notice show 3f2a91")
  }

  @Argument(help: OfficeHelp.text(.helpNoticeArgument)) var notice: String
  @OptionGroup var common: OfficeOptions

  func run(in context: OfficeContext) throws -> CommandOutput {
    let office = try context.office()
    let card = try office.noticeCard(named: notice)
    return .result(
      CommandResult(
        OfficeNoticeReport.report(card, at: office.now), .object(["notice": card.json])))
  }
}
