import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// The questionnaires and reports of the reader's sites, the newest first, and the form to begin another.
struct SurveysPage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.surveysTitle))
    page.keeping = ["site"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites { page.blocks += try blocks(of: site, on: replica) }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }

  private func blocks(of site: SiteFacts, on replica: Replica) throws -> [Page.Block] {
    let surveys = try setting.office.surveys(of: site.scope, on: replica)
    var blocks: [Page.Block] = [.heading(site.name)]
    if surveys.isEmpty {
      blocks.append(.note(say(.pageNothing)))
    } else {
      let listing = Listing(
        "surveys", Message(.surveysOf, [site.name]), Self.columns,
        rows: surveys.reversed().map { cells($0, at: site) })
      blocks.append(.listing(PageListing(listing)))
    }
    if surveys.contains(where: { $0.due?.isProvisional ?? false }) {
      blocks.append(.note(say(.obligationsProvisional)))
    }
    blocks.append(.form(SurveyCreation(setting: setting, site: site).form()))
    return blocks
  }

  private static let columns = [
    ListColumn("id", .labelId, .code), ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("title", .labelSurveyTitle, .text),
    ListColumn("distributed", .labelDistributed, .number),
    ListColumn("returned", .labelReturned, .number), ListColumn("rate", .labelReturnRate, .text),
    ListColumn("publishBy", .labelPublishBy, .date),
    ListColumn("state", .labelState, .word, isFilter: true),
  ]

  private func cells(_ one: OfficeSurvey, at site: SiteFacts) -> [ListCell] {
    let id = one.survey.key.id
    return [
      .code(String(id.description.prefix(8)), address: PageLink.survey(site.code, survey: id)),
      .word(one.survey.kind.phrase), .text(one.survey.title),
      .number(one.figures.distributed), .number(one.figures.returned),
      one.figures.returnPerMille.map { .text(SurveyLineRow.percent($0)) } ?? .empty,
      .due(one.due?.date, isProvisional: one.due?.isProvisional ?? false),
      .word(one.stage.phrase),
    ]
  }
}

extension OfficeSurvey {
  /// The last day of the publication, with a mark where a year's working days are not known.
  var dueText: String? { due.map { $0.date.description + ($0.isProvisional ? " *" : "") } }
}

/// The survey that an address names.
struct SurveyPath {
  let site: SiteFacts
  let shown: OfficeSurvey

  /// - Returns: nothing for a site that the reader may not see.
  init?(_ request: PageRequest, _ setting: PageSetting, on replica: Replica) throws {
    guard let site = try setting.site(request.segments["site"], on: replica),
      let id = request.segments["survey"].flatMap({ RecordID(hex: $0) }),
      let shown = try setting.office.survey(
        RecordKey(scope: site.scope, type: .survey, id: id), on: replica)
    else { return nil }
    self.site = site
    self.shown = shown
  }
}
