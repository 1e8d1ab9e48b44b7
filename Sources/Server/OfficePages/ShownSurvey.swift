import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordSheets
import RecordStore
import TextFormats
import VisitModel
import Wording

/// One survey or report: its figures, what is said beside them, and the forms to go on. What was answered
/// to the open question is for those who see to what households say.
struct ShownSurvey {
  /// How many links are shown at once.
  static let linksMax = 200

  let setting: PageSetting
  let path: SurveyPath
  let query: FormFields

  private var say: Words { setting.say }
  private var site: SiteFacts { path.site }
  private var shown: OfficeSurvey { path.shown }
  private var survey: Survey { shown.survey }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.surveyTitleOne, say(survey.kind.phrase), survey.title))
    if SurveyFigures(frozenIn: survey) != nil {
      page.blocks = setting.printing(
        .printSurvey, .survey, site.code, "\(survey.key.id)")
    }
    page.keeping = ["links", "from"]
    page.blocks += late()
    page.blocks.append(.facts(try facts(on: replica)))
    if survey.kind == .satisfaction {
      page.blocks.append(
        shown.figures.frozen == nil
          ? .note(say(.surveyNotYetShown)) : .listing(PageListing(figures())))
    }
    if !survey.text.isBlank { page.blocks.append(.note(survey.text)) }
    page.blocks += try remarks(on: replica)
    let forms = SurveyForms(setting: setting, site: site, shown: shown)
    if try setting.office.takesLinks(survey, on: replica) {
      page.blocks += links()
      page.blocks.append(.form(forms.links()))
    }
    page.blocks += try forms.blocks(on: replica)
    return page
  }

  /// What is to be done about answers that came after the analysis.
  private func late() -> [Page.Block] {
    if survey.analysed == nil || shown.figures.isCurrent { return [] }
    guard shown.figures.areTooFewSince else {
      return [.alert(say(.ruleFiguresMoved)), .note(say(.ruleFiguresMovedCure))]
    }
    let size = "\(SurveyRules.smallestGroup)"
    return [.note(say(.ruleFiguresFew, size)), .note(say(.ruleFiguresFewCure, size))]
  }

  private func facts(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    let (zone, asks) = (survey.zone, survey.kind == .satisfaction)
    func number(_ value: Int) -> String? { asks ? "\(value)" : nil }
    let all: [(Phrase, String?)] = [
      (.labelId, survey.key.id.description), (.labelState, say(shown.stage.phrase)),
      (.labelPerson, try setting.person(survey.created.account, on: replica)),
      (.labelClosesOn, survey.closesOn?.description), (.labelQuestion, survey.question),
      (.labelSteps, number(survey.steps)),
      (.labelDistributed, number(shown.figures.distributed)),
      (.labelReturned, number(shown.figures.returned)),
      (.labelReturnRate, shown.figures.returnPerMille.map(SurveyLineRow.percent)),
      (.labelSinceAnalysis, shown.figures.since == 0 ? nil : number(shown.figures.since)),
      (.labelAnalysedAt, survey.analysed?.at.wallText(in: zone)),
      (.labelPublishBy, shown.dueText),
      (.labelPublishedAt, shown.publishedAt?.wallText(in: zone)),
      (.labelWithdrawn, survey.withdrawn?.at.wallText(in: zone)),
      (.labelReason, survey.withdrawReason),
      (.labelPolicy, shown.policy.text),
    ]
    var facts: [(label: String, value: PageCell)] = [
      (label: say(.labelSite), value: setting.link(to: site))
    ]
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    if let notice = survey.notice {
      let name = try SiteView(replica, site.scope).notice(notice)?.name(of: site.code)
      let link = PageCell(
        name ?? String(notice.id.description.prefix(8)),
        url: PageLink.notice(site.code, notice: notice.id))
      facts.append((label: say(.pageNoticeNumber), value: link))
    }
    return facts
  }

  private func figures() -> Listing {
    var listing = Listing(
      "figures", Message(.surveyFigures),
      [
        ListColumn("dimension", .labelDimension, .word),
        ListColumn("valid", .labelValid, .number),
        ListColumn("grades", .labelGrades, .text, isSortable: false),
        ListColumn("satisfied", .labelSatisfied, .text), ListColumn("mean", .labelMean, .text),
      ])
    for line in shown.figures.lines {
      let row = SurveyLineRow(
        line.dimension, valid: line.valid, counts: line.counts,
        satisfiedPerMille: line.satisfiedPerMille, meanHundredths: line.meanHundredths,
        smallestGroup: SurveyRules.smallestGroup)
      let cells = row.cells.map { say.cell($0) }
      let isShown = line.satisfiedPerMille != nil && line.meanHundredths != nil
      // Too few to show: not even how many.
      listing.append(
        [
          .word(line.dimension.phrase),
          isShown
            ? .number(line.valid)
            : .unknown(Message(.surveySuppressed, ["\(SurveyRules.smallestGroup)"])),
        ] + cells.dropFirst(2).map { $0.isEmpty ? .empty : .text($0) })
    }
    return listing
  }

  private func remarks(on replica: Replica) throws -> [Page.Block] {
    guard Office.attendants.contains(setting.reader.person.role) else { return [] }
    let remarks = try setting.office.remarks(of: survey, on: replica)
    if remarks.isEmpty { return [] }
    return [.heading(say(.surveyRemarks))] + remarks.map { .note($0 ?? "•••") }
  }

  /// What the address asks for: so many links, from a number on. Showing them stores nothing.
  private func links() -> [Page.Block] {
    guard let wanted = query["links"] else { return [] }
    let from = query["from"] ?? ""
    guard let count = Int(wanted), (1...Self.linksMax).contains(count),
      let first = from.isBlank ? 1 : Int(from), (1...Int(UInt16.max)).contains(first)
    else { return [.alert(say(.pageLinksBad, "\(Self.linksMax)"))] }
    var listing = Listing(
      "links", Message(.surveyLinks),
      [ListColumn("slip", .labelSlip, .code), ListColumn("link", .labelLink, .text)])
    for one in setting.office.slips(from: first, count: count, of: survey.key.id) {
      let address = PageLink.slip(site.code, survey: survey.key.id, slip: one.slip)
      listing.append([.code(one.number), .text(address, address: address)])
    }
    var shown = PageListing(listing)
    // They are printed as they stand here.
    shown.rowsPerPage = Self.linksMax
    return [.listing(shown), .note(say(.surveyLinksNote))]
  }
}
