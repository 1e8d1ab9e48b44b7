import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// The month's summaries, letters, and what rules ask of the reader until a day.

extension HomeQueue.Row {
  /// - Parameter site: nothing for the company's own.
  typealias Owed = (site: SiteFacts?, one: SiteObligation)
}

extension HomeQueue {
  /// An answer is news for so long.
  private static let newsDays = 14

  // MARK: Summaries

  mutating func standings() throws -> [(site: SiteFacts, standing: SummaryStanding)] {
    if let standingsKept { return standingsKept }
    let calendar = try replica.workingCalendar(of: setting.office.company)
    let all = try setting.sites(on: replica).flatMap { site in
      try SiteView(replica, site.scope).summaryStandings(calendar, at: now)
        .map { (site: site, standing: $0) }
    }
    standingsKept = all
    return all
  }

  mutating func submissions() throws -> Found {
    Found(
      rows: try standings().filter(\.standing.awaitsSubmission).map { site, standing in
        row(cell(standing, at: site), at: site, until: standing.due)
      })
  }

  /// Nobody approves what they submitted (R1-57).
  mutating func approvals() throws -> Found {
    if person.role.isCompany { return try companyApprovals() }
    return Found(
      rows: try submitted().filter { $0.standing.recorded?.author != person.id }
        .map { site, standing in
          row(
            cell(standing, at: site), at: site,
            who: [standing.recorded?.author].compactMap(\.self),
            until: standing.decisionDue ?? standing.due)
        })
  }

  /// Where there is no supervisor the manager writes the summary, and head office approves it (A08).
  private mutating func companyApprovals() throws -> Found {
    let reviews = try everyReview()
    let managers = try reviews.summaries.filter { _, one in
      try one.author != person.id
        && setting.office.person(one.author, on: replica)?.role == .siteManager
    }
    return Found(
      rows: managers.map { site, one in
        let title = say(.summaryTitle, site.name, one.month.description)
        let link = address(.summary, PageLink.summary(site.code, month: one.month))
        return row(
          .text(title, address: link), at: site, who: [one.author], until: one.decisionDue)
      }, lacking: reviews.lacking, since: reviews.since)
  }

  private mutating func submitted() throws -> [(site: SiteFacts, standing: SummaryStanding)] {
    try standings().filter(\.standing.awaitsDecision)
  }

  private func cell(_ standing: SummaryStanding, at site: SiteFacts) -> ListCell {
    .text(
      say(.summaryTitle, site.name, standing.month.description),
      address: address(.summary, PageLink.summary(site.code, month: standing.month)))
  }

  /// Item by item: what was said in a month that was submitted, and about which nothing is decided (R1-58).
  mutating func decisions() throws -> Found {
    let waiting = try submitted()
    return Found(
      rows: try present().compactMap { site, matter in
        let month = matter.source.month
        guard matter.needsDecision,
          let one = waiting.first(where: {
            $0.site.scope == site.scope && $0.standing.month == month
          })
        else { return nil }
        return row(
          try cell(matter, at: site, address: PageLink.summary(site.code, month: month)),
          at: site, until: one.standing.decisionDue ?? one.standing.due)
      })
  }

  /// Beyond the manager's authority, and in no letter yet (R1-59).
  mutating func beyond() throws -> Found {
    Found(
      rows: try present().compactMap { site, matter in
        guard matter.handling?.decision == .beyondAuthority,
          try replica.records.members(.letterOfMatter, of: matter.key).isEmpty
        else { return nil }
        let summary = PageLink.summary(site.code, month: matter.source.month)
        return row(
          try cell(matter, at: site, address: summary), at: site,
          since: matter.handling?.at ?? matter.source.at)
      })
  }

  // MARK: Letters

  func lettersAnswered() throws -> Found {
    let since = now.advanced(byMilliseconds: -Int64(Self.newsDays) * 86_400_000)
    var found = Found()
    for site in try setting.sites(on: replica) {
      for letter in try SiteView(replica, site.scope).letters() {
        guard let reply = letter.reply, reply.at >= since else { continue }
        found.rows.append(
          row(
            cell(letter, at: site), at: site,
            who: [reply.account], since: reply.at))
      }
    }
    return found
  }

  /// Of all sites in one look: letters are few.
  func lettersToAnswer() throws -> Found {
    let sites = Dictionary(try setting.sites(on: replica).map { ($0.scope, $0) }) { first, _ in
      first
    }
    var found = Found()
    for letter in try replica.letters() where letter.reply == nil {
      guard let site = sites[letter.key.scope] else { continue }
      found.rows.append(
        row(
          cell(letter, at: site), at: site,
          who: [letter.account], until: letter.replyBy))
    }
    return found
  }

  private func cell(_ letter: Letter, at site: SiteFacts) -> ListCell {
    .text(
      (letter.name(of: site) ?? say(.letterUnnumbered)) + " · " + letter.subject,
      address: address(.letter, PageLink.letter(site.code, letter: letter.key.id)))
  }

  // MARK: Obligations

  /// What is the reader's own or their post's. Head office owes the company's own and what petitions ask; what
  /// else sites wait for from it (letters, reviews, cases) are lines of their own.
  mutating func owed(_ isWanted: (Obligation) -> Bool) throws -> Found {
    let all: [Row.Owed]
    if let owedKept { all = owedKept } else { all = try everythingOwed() }
    owedKept = all
    return Found(
      rows: try all.filter { isWanted($0.one.obligation) }.map { site, one in
        try row(one, at: site)
      })
  }

  private func everythingOwed() throws -> [Row.Owed] {
    let office = setting.office
    let sites = try ownSites()
    var all = try sites.flatMap { site in
      try office.obligations(of: site.scope, on: replica).map { one -> Row.Owed in (site, one) }
    }
    if person.role.isCompany {
      all += try office.companyObligations(on: replica).map { one -> Row.Owed in (nil, one) }
      let petitions = Set(try replica.records.everywhere(.petition).map(\.key.scope))
      for scope in petitions.subtracting(sites.map(\.scope)).sorted() {
        guard let site = try SiteView(replica, scope).facts() else { continue }
        all += try office.petitionObligations(of: scope, on: replica)
          .map { one -> Row.Owed in (site, one) }
      }
    }
    return try all.filter { site, one in
      let isTheirs =
        switch one.obligation.who {
        case .person(let account): account == person.id
        case .post(let role):
          role == person.role && (site.map { setting.reader.sees($0.scope) } ?? true)
        }
      return try isTheirs && office.mayRead(one.subject, person, on: replica)
    }
  }

  private func row(_ one: SiteObligation, at site: SiteFacts?) throws -> Row {
    let office = setting.office
    let (scope, zone) = (site?.scope ?? office.company, site?.zone ?? office.environment.zone)
    let household = person.role.meetsHouseholds ? one.household : nil
    let unit = try household.flatMap { try SiteView(replica, scope).household($0)?.unitCode }
    let obligation = one.obligation
    let words = [
      obligation.rule.rawValue, say(obligation.rule.obligation),
      try SiteView(replica, scope).about(one, unit: unit),
    ]
    let end = obligation.due.startOfDay(in: zone)
    return Row(
      place: site?.name ?? office.name,
      about: .text(
        words.joined(separator: " · "),
        address: SubjectLink(role: person.role).address(
          of: one.subject, at: site, month: one.month, household: household)),
      when: obligation.dueAt.map { .moment($0, zone) } ?? .date(obligation.due),
      order: obligation.dueAt ?? end)
  }
}
