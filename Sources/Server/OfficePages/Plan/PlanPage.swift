import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import Sampling
import VisitModel
import Wording

/// A month at the reader's sites as their laptops plan it: quota, who has visited how many, who is still to be
/// visited, what is agreed, and who waits to hear.
struct PlanPage {
  let setting: PageSetting
  let choice: SiteChoice
  let month: CivilMonth

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.planPageTitle))
    page.keeping = ["month", "site"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    page.blocks = [
      .links([link(.pageMonthBefore, month.previous), link(.pageMonthAfter, month.next)])
    ]
    if sites.isEmpty { page.blocks.append(.note(say(.pageNothing))) }
    for site in sites {
      page.blocks += try SitePlan(setting: setting, site: site, month: month).blocks(on: replica)
    }
    return page
  }

  private func link(_ phrase: Phrase, _ month: CivilMonth) -> PageCell {
    let url = choice.code.map { PageLink.chosen("/plan", site: $0) + "&month=\(month)" }
    return PageCell(say(phrase, month.description), url: url ?? "/plan?month=\(month)")
  }
}

/// The plan of one site; its figures are those of `rounds plan`.
private struct SitePlan {
  let setting: PageSetting
  let site: SiteFacts
  let month: CivilMonth

  private var say: Words { setting.say }

  func blocks(on replica: Replica) throws -> [Page.Block] {
    let view = SiteView(replica, site.scope)
    let report = try setting.office.report(of: month, at: site, on: replica)
    let appointments = try view.appointments(endingAfter: setting.office.now)
      .filter { $0.state == .agreed }
    var blocks: [Page.Block] = [
      .heading(say(.planTitle, site.name, month.description)), .facts(facts(report)),
    ]
    if report.isProvisional { blocks.append(.note(say(.quotaProvisional))) }
    blocks.append(.listing(PageListing(conditions(report))))
    blocks += list(try people(report, on: replica))
    blocks += list(try due(view, appointments, on: replica))
    blocks += list(try agreed(appointments, view))
    blocks += list(try feedback(view, on: replica))
    return blocks
  }

  private func list(_ listing: Listing) -> [Page.Block] { [.listing(PageListing(listing))] }

  private func facts(_ report: MonthReport) -> [(label: String, value: PageCell)] {
    [
      (say(.labelSite), setting.link(to: site, month: month)),
      (say(.labelOccupied), .number("\(report.quota.occupied)")),
      (say(.labelPercent), .number("\(report.quota.percent) %")),
      (say(.labelRound), .number("\(report.round)")),
      (say(.pageRoundDone), .number("\(report.progress.done)")),
      (say(.pageRoundOpen), .number("\(report.progress.open)")),
      (say(.labelCompanyVisits), .number("\(report.figures.byCompany)")),
      (say(.labelReturnVisits), .number("\(report.figures.returnVisits)")),
      (
        say(.labelCase),
        PageCell(
          say(.casesOpenOf, "\(report.cases.count(where: \.isOpen))", "\(report.cases.count)"))
      ),
      (
        say(.dueTitle),
        PageCell(say(.dueOf, site.name), url: PageLink.chosen("/due", site: site.code))
      ),
    ]
  }

  private func conditions(_ report: MonthReport) -> Listing {
    var listing = Listing(
      "conditions", Message(.planConditions, [site.name, month.description]),
      [
        ListColumn("condition", .labelCondition, .word), ListColumn("rule", .labelRule, .code),
        ListColumn("quota", .labelQuota, .number), ListColumn("counted", .labelCounted, .number),
        ListColumn("holds", .labelState, .yesNo),
      ])
    let named: [(QuotaConditions.Condition, Phrase)] = [
      (report.conditions.quota, .labelShare), (report.conditions.manager, .labelManager),
      (report.conditions.supervisor, .labelSupervisor),
    ]
    for (condition, phrase) in named {
      listing.append([
        .word(phrase), .code(condition.rule.rawValue), .number(condition.required),
        .number(condition.achieved), .yesNo(condition.holds),
      ])
    }
    return listing
  }

  private func people(_ report: MonthReport, on replica: Replica) throws -> Listing {
    let people = try report.figures.byInterviewer
      .map { (name: try setting.person($0.key, on: replica), count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return Listing(
      "people", Message(.planPeople, [site.name]),
      [
        ListColumn("person", .labelPerson, .text), ListColumn("counted", .labelCounted, .number),
      ], rows: people.map { [.text($0.name), .number($0.count)] })
  }

  private func due(
    _ view: SiteView, _ appointments: [Appointment], on replica: Replica
  ) throws -> Listing {
    var listing = Listing(
      "due", Message(.planDueAt, [site.name]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("kind", .labelEntryKind, .word),
        ListColumn("organiser", .labelOrganiser, .word, isFilter: true),
        ListColumn("month", .labelMonth, .month), ListColumn("drawnBy", .labelPerson, .text),
        ListColumn("appointment", .labelAppointment, .moment),
      ])
    for one in try view.dueHouseholds(through: month, at: setting.office.now) {
      let household = one.household.key.id
      let next = appointments.first { $0.household == household }
      listing.append([
        .code(one.household.unitCode, address: PageLink.household(household)),
        .word(one.kind.phrase), .word(one.organiser.phrase), .month(one.month),
        .text(try setting.person(one.drawnBy, on: replica)), .moment(next?.start, in: site.zone),
      ])
    }
    return listing
  }

  private func agreed(_ appointments: [Appointment], _ view: SiteView) throws -> Listing {
    var listing = Listing(
      "appointments", Message(.planAppointmentsAt, [site.name]), AppointmentRow.columns)
    for one in appointments {
      listing.append(try AppointmentRow.cells(one, at: site, view))
    }
    return listing
  }

  /// What a household spoke of is for whoever sees to it; others are shown what they owe themselves.
  private func feedback(_ view: SiteView, on replica: Replica) throws -> Listing {
    let person = setting.reader.person
    let seesAll = PageRoute.matter.admits(person.role)
    let owed = try view.matters().compactMap { matter -> (Matter, AccountID, CivilDate)? in
      guard case .owed(let account, let until) = matter.feedback,
        seesAll || account == person.id
      else { return nil }
      return (matter, account, until)
    }.sorted { ($0.2, $0.0.key.id) < ($1.2, $1.0.key.id) }
    var listing = Listing(
      "feedback", Message(.planFeedbackAt, [site.name]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("topic", .labelTopic, .word),
        ListColumn("person", .labelPerson, .text), ListColumn("until", .labelDueDay, .date),
      ])
    for (matter, account, until) in owed {
      let unit = try matter.source.household.flatMap { try view.household($0)?.unitCode }
      listing.append([
        .code(
          unit ?? "–",
          address: SubjectLink(role: setting.reader.person.role).address(
            of: matter.key, at: site, household: matter.source.household)),
        .word(matter.topic.phrase), .text(try setting.person(account, on: replica)),
        .date(until),
      ])
    }
    return listing
  }
}

/// An appointment in a row; whom it was agreed with is not said.
enum AppointmentRow {
  static let columns = [
    ListColumn("unit", .labelUnit, .code), ListColumn("start", .labelStart, .moment),
    ListColumn("end", .labelEnd, .moment), ListColumn("channel", .labelChannel, .word),
  ]

  static func cells(
    _ one: Appointment, at site: SiteFacts, _ view: SiteView
  ) throws -> [ListCell] {
    [
      .code(
        try view.household(one.household)?.unitCode ?? "–",
        address: PageLink.household(one.household)),
      .moment(one.start, in: site.zone), .moment(one.end, in: site.zone),
      .word(one.channel.phrase),
    ]
  }
}
