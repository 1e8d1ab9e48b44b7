import CommunicationPolicy
import ConflictFreeRecords
import Console
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
      var table = PageTable(
        say(.surveysOf, site.name),
        say.all([
          .labelId, .labelKind, .labelSurveyTitle, .labelDistributed, .labelReturned,
          .labelReturnRate, .labelPublishBy, .labelState,
        ]))
      for one in surveys.reversed() { table.append(cells(one, at: site)) }
      blocks.append(.table(table))
    }
    if surveys.contains(where: { $0.due?.isProvisional ?? false }) {
      blocks.append(.note(say(.obligationsProvisional)))
    }
    blocks.append(.form(SurveyCreation(setting: setting, site: site).form()))
    return blocks
  }

  private func cells(_ one: OfficeSurvey, at site: SiteFacts) -> [PageCell] {
    let id = one.survey.key.id
    return [
      PageCell(
        String(id.description.prefix(8)), url: PageLink.survey(site.code, survey: id)),
      PageCell(say(one.survey.kind.phrase)), PageCell(one.survey.title),
      .number("\(one.figures.distributed)"), .number("\(one.figures.returned)"),
      .number(one.figures.returnPerMille.map(SurveyLineRow.percent) ?? ""),
      PageCell(one.dueText ?? ""), PageCell(say(one.stage.phrase)),
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
