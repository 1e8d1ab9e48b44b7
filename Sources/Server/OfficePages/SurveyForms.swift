import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What may be done with a survey as it stands: only what the rules may let through is offered, and a form
/// sent all the same is refused by them.
struct SurveyForms {
  let setting: PageSetting
  let site: SiteFacts
  let shown: OfficeSurvey

  private var say: Words { setting.say }
  private var survey: Survey { shown.survey }
  private var url: String { PageLink.survey(site.code, survey: survey.key.id) }

  func blocks(on replica: Replica) throws -> [Page.Block] {
    guard shown.stage == .open || shown.stage == .analysed else { return [] }
    var blocks: [Page.Block] = []
    if survey.kind == .satisfaction { blocks += [.form(distribute()), .form(answer())] }
    let isAnswered = survey.kind == .financialReport || shown.figures.returned > 0
    if isAnswered, !shown.figures.areTooFewSince { blocks.append(.form(analyse())) }
    if shown.stage == .analysed, shown.figures.mayBePublished {
      let notices = try setting.office.reportNotices(of: site.scope, on: replica)
      blocks.append(
        notices.isEmpty ? .note(say(.pageNoReportNotice)) : .form(publish(by: notices)))
    }
    blocks.append(.form(withdraw()))
    return blocks
  }

  /// It changes nothing: it leads to this page with so many links.
  func links() -> PageForm {
    PageForm(
      url + "/links", legend: say(.surveyLinks),
      [
        .line(
          name: "links", label: say(.pageLinkCount, "\(ShownSurvey.linksMax)"), bytesMax: 3),
        .line(name: "from", label: say(.pageLinkFrom), bytesMax: 5, isRequired: false),
      ], button: say(.pageMakeLinks))
  }

  private func form(
    _ act: String, _ legend: Phrase, _ inputs: [PageForm.Input], _ button: Phrase,
    hidden: [(name: String, value: String)] = []
  ) -> PageForm {
    let saw = (name: "saw", value: SawToken.text(shown.frontier))
    return PageForm(
      url + "/" + act, legend: say(legend), hidden: [saw] + hidden, inputs, button: say(button))
  }

  private func distribute() -> PageForm {
    form(
      "distribute", .helpSurveyDistribute,
      [.line(name: "count", label: say(.helpSurveyCount), bytesMax: 5)], .pageDistributeSurvey)
  }

  private func answer() -> PageForm {
    let ways = [SurveyWay.paper, .laptop, .link].map { (value: $0.name, label: say($0.phrase)) }
    var inputs: [PageForm.Input] = [
      .choice(name: "way", label: say(.helpSurveyAnswer), options: ways, isFirstChosen: true),
      .line(
        name: "slip", label: say(.pageSlipNumber), bytesMax: Bounds.unitCodeBytesMax,
        isRequired: false),
    ]
    inputs += PageForm.Input.grades(of: survey, say)
    inputs += [
      .optionalLine(name: "room", label: say(.helpSurveyRoom)),
      .text(
        name: "remark", label: say(.helpSurveyRemark), bytesMax: Bounds.textBytesMax,
        isRequired: false),
    ]
    return form("answer", .helpSurveyAnswer, inputs, .pageAnswerSurvey)
  }

  /// Of the slips that the page counts: what is said beside the figures is said of these.
  private func analyse() -> PageForm {
    form(
      "analyse", .helpSurveyAnalyse,
      [
        .text(
          name: "text", label: say(.helpSurveyText), bytesMax: Bounds.textBytesMax,
          isRequired: survey.kind == .financialReport)
      ], .pageAnalyseSurvey,
      hidden: [(name: "shown", value: "\(shown.figures.returned)")])
  }

  private func publish(by notices: [Notice]) -> PageForm {
    let options = notices.reversed().map { notice in
      let number = notice.name(of: site.code) ?? String(notice.key.id.description.prefix(8))
      return (
        value: notice.key.id.description,
        label: [number, notice.text.title].joined(separator: " ")
      )
    }
    return form(
      "publish", .helpSurveyPublish,
      [.choice(name: "notice", label: say(.helpSurveyNotice), options: options)],
      .pagePublishSurvey)
  }

  private func withdraw() -> PageForm {
    form(
      "withdraw", .helpSurveyWithdraw,
      [
        .line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax),
        .sure(name: "sure", label: say(.pageWithdrawSurveySure)),
      ], .pageWithdrawSurvey)
  }
}
