import Listings
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Finds sites, households and people by what people type for them: `?q=…`, and `&site=…` for one site alone.
///
/// What was typed stands in the address, as with every search of a table; the server keeps no addresses and
/// sends them nowhere.
struct SearchPage {
  let setting: PageSetting
  let query: FormFields

  private var say: Words { setting.say }

  /// - Returns: nothing for a site that is not there or that the reader may not see.
  /// - Throws: `ListFault` for what is too long to be looked for.
  func page(on replica: Replica) throws -> Page? {
    let terms = try SearchTerms(query["q"] ?? "")
    var chosen: SiteFacts?
    if let code = query["site"], !code.utf8.isEmpty {
      guard let site = try setting.site(code, on: replica) else { return nil }
      chosen = site
    }
    let sites = try setting.sites(on: replica)
    var page = Page(say(.searchTitle))
    page.keeping = ["q", "site"]
    page.blocks = [.search(form(terms, chosen, sites))]
    if let chosen {
      page.blocks.append(.facts([(say(.labelSite), setting.link(to: chosen))]))
    }
    if terms.isEmpty {
      page.blocks.append(.note(say(.searchIntro)))
    } else {
      page.blocks += try results(terms, chosen, sites, on: replica)
    }
    return page
  }

  private func results(
    _ terms: SearchTerms, _ chosen: SiteFacts?, _ sites: [SiteFacts], on replica: Replica
  ) throws -> [Page.Block] {
    let households = HouseholdSearch(
      setting: setting, terms: terms, sites: chosen.map { [$0] } ?? sites,
      isWide: chosen == nil && setting.reader.seesEverySite)
    var blocks: [Page.Block] = []
    if chosen == nil {
      blocks += list(SiteSearch(setting: setting, terms: terms).listing(sites), .labelSites)
    }
    blocks += list(try households.listing(on: replica), .searchHouseholds)
    if !HouseholdSearch.searchesNames(setting.reader.person.role) {
      blocks.append(.note(say(.searchNoNames)))
    }
    if households.isWide { blocks.append(.note(say(.searchWide))) }
    blocks += list(
      try PeopleSearch(setting: setting, terms: terms, chosen: chosen)
        .listing(sites, on: replica), .searchPeople)
    return blocks
  }

  /// What is found stands in its best order; the page's own form is the search.
  private func list(_ listing: Listing, _ title: Phrase) -> [Page.Block] {
    var shown = PageListing(listing)
    shown.hasSearch = false
    return [.heading(say(title)), .listing(shown)]
  }

  private func form(
    _ terms: SearchTerms, _ chosen: SiteFacts?, _ sites: [SiteFacts]
  ) -> PageSearch {
    var inputs: [PageForm.Input] = [
      .line(name: "q", label: say(.searchWords), bytesMax: ListQuestion.textBytesMax)
    ]
    // Head office has thousands, and chooses one on its page.
    let isOffered = !setting.reader.seesEverySite && sites.count > 1
    if isOffered {
      inputs.append(
        .select(
          name: "site", label: say(.labelSite),
          options: [(value: "", label: say(.listAny))]
            + sites.map { (value: $0.code, label: $0.name) }))
    }
    var search = PageSearch(
      action: PageRoute.search.path, label: say(.searchTitle),
      hidden: isOffered ? [] : chosen.map { [(name: "site", value: $0.code)] } ?? [],
      inputs: inputs, button: say(.listSearch),
      typed: ["q": terms.text, "site": chosen?.code ?? ""])
    if chosen != nil {
      search.all = PageCell(
        say(.searchEverywhere),
        url: PageRoute.search.path
          + (terms.text.utf8.isEmpty ? "" : "?q=" + PercentEncoding.encode(terms.text)))
    }
    return search
  }
}
