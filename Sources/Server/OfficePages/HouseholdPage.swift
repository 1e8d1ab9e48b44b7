import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordSheets
import RecordStore
import Sampling
import VisitModel
import Wording

/// One household: what is known of it, where it stands in the present round, and everything that happened to
/// it or concerned it on one time line, as far as the reader may see it.
struct HouseholdPage {
  let setting: PageSetting
  let id: RecordID

  private var say: Words { setting.say }
  private var role: Role { setting.reader.person.role }

  /// - Returns: nothing for a household of a site that the reader may not see.
  func page(on replica: Replica) throws -> Page? {
    guard let (site, facts) = try found(on: replica) else { return nil }
    let concerns = ConcernEvents(
      setting: setting, site: site, household: facts, replica: replica)
    var timeline = Timeline(in: site.zone)
    timeline.append(
      try HouseholdEvents(setting: setting, site: site, household: facts, replica: replica).all())
    timeline.append(try concerns.all())
    var page = Page(say(.pageHouseholdTitle, facts.unitCode))
    page.blocks = [
      .facts(try known(facts, at: site, on: replica)),
      .facts(try standing(facts, at: site, on: replica) + matters(concerns)),
      .links(try links(facts, at: site, on: replica)), .heading(say(.pageHistory)),
    ]
    if !PageRoute.matter.admits(role) || !PageRoute.incident.admits(role) {
      page.blocks.append(.note(say(.timelineNotShown)))
    }
    page.blocks.append(.listing(PageListing(timeline.listing)))
    return page
  }

  private func found(on replica: Replica) throws -> (SiteFacts, HouseholdFacts)? {
    let scopes = try replica.records.scopes(holding: .household, id)
      .filter { setting.reader.sees($0) }
    for scope in scopes {
      let view = SiteView(replica, scope)
      if let facts = try view.household(id), let site = try view.facts() { return (site, facts) }
    }
    return nil
  }

  private func known(
    _ facts: HouseholdFacts, at site: SiteFacts, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    let state = try replica.records.state(of: facts.key) ?? .empty
    let name = try setting.opened(state, facts.key, field: HouseholdField.name)
    var known: [(label: String, value: PageCell)] = [
      (say(.labelSite), PageCell(site.name, url: PageLink.site(site.code))),
      (say(.labelUnit), PageCell(facts.unitCode)),
      (say(.labelOccupancy), PageCell(say(facts.occupancy.phrase))),
      (say(.labelName), PageCell(name ?? "–")),
    ]
    if let joined = facts.joinedOn {
      known.append((say(.timelineSince), PageCell(joined.description)))
    }
    if let departed = facts.departedOn {
      known.append((say(.timelineUntil), PageCell(departed.description)))
    }
    if facts.isRestricted {
      // Why is told to whoever sees to its matters; to others, that it is not to be visited.
      let reason =
        PageRoute.matters.admits(setting.reader.person.role)
        ? try setting.opened(state, facts.key, field: HouseholdField.restrictionReason) : nil
      known.append((say(.codeRestrictedStatus), PageCell(reason ?? "–")))
    }
    return known
  }

  /// Where it stands in the present round: whether it is done, by whom, and who is to come.
  private func standing(
    _ facts: HouseholdFacts, at site: SiteFacts, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    let view = SiteView(replica, site.scope)
    let number = try view.currentRound()
    let round = try view.round(number, of: facts, at: setting.office.now)
    let status = round.status(of: facts.key.id)
    var words = say(status.phrase)
    if case .visited(let organisers) = status { words += " (\(self.words(organisers)))" }
    let drawn = round.blocking(facts.key.id)
    let last = try replica.records.members(.visitOfHousehold, of: facts.key)
      .compactMap { VisitSummary($0.key, $0.state) }.filter(\.counts)
      .max { ($0.start, $0.key) < ($1.start, $1.key) }
    return [
      (say(.labelStatus), PageCell(say(.timelineRoundState, "\(number)", words))),
      (say(.timelineDrawnBy), PageCell(drawn.isEmpty ? say(.labelNo) : self.words(drawn))),
      (
        say(.timelineLastVisit),
        last.map {
          PageCell(
            $0.start.wallText(in: $0.zone), url: PageLink.visit(site.code, visit: $0.key.id))
        } ?? PageCell("–")
      ),
    ]
  }

  private func words(_ organisers: Set<Organiser>) -> String {
    organisers.sorted { $0.rawValue < $1.rawValue }.map { say($0.phrase) }
      .joined(separator: ", ")
  }

  private func matters(
    _ concerns: ConcernEvents
  ) throws -> [(label: String, value: PageCell)] {
    guard PageRoute.matter.admits(role) else { return [] }
    let open = try concerns.matters().count(where: \.isOpen)
    return [(label: say(.timelineOpenMatters), value: .number("\(open)"))]
  }

  private func links(
    _ facts: HouseholdFacts, at site: SiteFacts, on replica: Replica
  ) throws -> [PageCell] {
    let lists: [(PageRoute, Phrase)] = [
      (.visits, .visitsTitle), (.reviews, .reviewsTitle), (.matters, .mattersTitle),
      (.incidents, .incidentsTitle), (.search, .searchHere),
    ]
    var links = lists.filter { $0.0.admits(role) }
      .map { PageCell(say($0.1), url: PageLink.chosen($0.0.path, site: site.code)) }
    links.append(PageCell(say(.duplicatesTitle), url: PageRoute.duplicates.path))
    let state = try replica.records.state(of: facts.key) ?? .empty
    if let previous = state.reference(HouseholdField.previous) {
      links.append(
        PageCell(say(.pagePreviousHousehold), url: PageLink.household(previous.id)))
    }
    return links
  }
}
