import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// One visit to be read: what it was, what was said, whether it was signed, what came after it, and its review
/// step by step. Voided visits have theirs too.
///
/// Words of the household are opened for whoever sees to them or reviews visits; everybody else at the site
/// reads that there are some. A confidential note is on no page.
struct VisitPage {
  let setting: PageSetting
  let site: SiteFacts
  let visit: RecordKey

  private var say: Words { setting.say }
  private var role: Role { setting.reader.person.role }
  private var opensWords: Bool { setting.opensVisits }

  /// - Returns: nothing for what is no visit here.
  func page(on replica: Replica) throws -> Page? {
    let view = SiteView(replica, site.scope)
    guard let state = try replica.records.state(of: visit),
      let summary = VisitSummary(visit, state)
    else { return nil }
    let unit = try view.household(summary.household)?.unitCode ?? "–"
    let review = try view.review(of: visit)
    var page = Page(say(.visitTitleOne, unit))
    if review != nil {
      page.blocks = setting.printing(.printVisit, .visit, site.code, "\(visit.id)")
    }
    page.blocks.append(.facts(try facts(unit, summary, state, on: replica)))
    if opensWords { page.blocks += try words(state) }
    page.blocks += try said(summary, state, on: replica)
    page.blocks += try returns(summary, on: replica)
    page.blocks.append(.heading(say(.visitReviewSteps)))
    if let review { page.blocks.append(.facts(try self.review(review, on: replica))) }
    page.blocks.append(.listing(PageListing(try steps(summary, on: replica))))
    if review != nil, PageRoute.review.admits(role) {
      page.blocks.append(
        .links([PageCell(say(.reviewTitle, unit), url: PageLink.review(site.code, visit: visit.id))]
        ))
    }
    return page
  }

  private func facts(
    _ unit: String, _ summary: VisitSummary, _ state: RecordState, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    let people = try setting.interviewers(of: visit, on: replica)
    var facts: [(Phrase, PageCell)] = [
      (.labelSite, PageCell(site.name, url: PageLink.site(site.code))),
      (.labelUnit, PageCell(unit, url: PageLink.household(summary.household))),
      (.labelKind, PageCell(say(summary.kind.phrase))),
      (.labelOrganiser, PageCell(say(summary.organiser.phrase))),
      (.labelMode, PageCell(say(summary.mode.phrase))),
      (.labelStart, PageCell(summary.start.wallText(in: summary.zone))),
      (.labelEnd, PageCell(summary.end.wallText(in: summary.zone))),
      (.pageRecordedAt, PageCell(summary.recordedAt.wallText(in: summary.zone))),
      (.labelInterviewers, PageCell(try setting.people(people, on: replica))),
      (
        .labelMonth,
        PageCell(
          summary.month.description, url: PageLink.site(site.code, month: summary.month))
      ),
      (.labelRound, .number("\(summary.round)")),
    ]
    if let voided = state.instant(VisitField.voidedAt) {
      facts.append((.visitVoidedAt, PageCell(voided.wallText(in: summary.zone))))
    }
    if let earlier = try goesBackTo(state, on: replica) {
      facts.append((.visitGoesBackTo, earlier))
    }
    if let signed = try signature(on: replica) {
      facts.append((.labelSignature, PageCell(signed)))
    }
    for (key, reason) in try replica.records.members(.reasonAbout, of: visit) {
      // Why a household was not called on as the rules ask may be the household's own word.
      let text =
        opensWords
        ? try setting.opened(reason, key, field: ReasonField.text) ?? "–" : ValueWords.hidden
      facts.append((.labelReason, PageCell((reason.text(ReasonField.rule) ?? "") + ": " + text)))
    }
    return facts.map { (label: say($0.0), value: $0.1) }
  }

  /// The visit to which it goes back, or at which the matter was said to which it does.
  private func goesBackTo(_ state: RecordState, on replica: Replica) throws -> PageCell? {
    let matter = try state.reference(VisitField.earlierMatter)
      .flatMap { try replica.records.state(of: $0)?.reference(OpinionField.visit) }
    guard let earlier = state.reference(VisitField.earlierVisit) ?? matter,
      let source = try SiteView(replica, site.scope).source(earlier)
    else { return nil }
    let isVisit = earlier.type == .visit && earlier.scope == site.scope
    return PageCell(
      source.at.wallText(in: source.zone),
      url: isVisit ? PageLink.visit(site.code, visit: earlier.id) : nil)
  }

  private func signature(on replica: Replica) throws -> String? {
    let key = RecordKey(
      scope: site.scope, type: .signature, id: RecordIdentity.signature(visit: visit.id))
    guard let state = try replica.records.state(of: key),
      let signed = state.code(SignatureField.state, as: SignatureState.self)
    else { return nil }
    var words = say(signed.phrase)
    // A reason may be the household's own word; one that an earlier refusal left is none of a signature's.
    if opensWords, signed == .refused || signed == .notAsked,
      let reason = try setting.opened(state, key, field: SignatureField.reason),
      !reason.utf8.isEmpty
    {
      words += ": " + reason
    }
    return words
  }

  private func words(_ state: RecordState) throws -> [Page.Block] {
    let texts: [(Phrase, UInt32)] = [
      (.labelMet, VisitField.metName), (.labelPlace, VisitField.place),
      (.labelRemark, VisitField.remark), (.labelReason, VisitField.voidReason),
    ]
    let opened = try texts.compactMap { label, field in
      try setting.opened(state, visit, field: field)
        .map { (label: say(label), value: PageCell($0)) }
    }
    return opened.isEmpty ? [] : [.facts(opened)]
  }

  private func said(
    _ summary: VisitSummary, _ state: RecordState, on replica: Replica
  ) throws -> [Page.Block] {
    let heading = Page.Block.heading(say(.mattersTitle))
    let opinions = try replica.records.members(.opinionOfVisit, of: visit)
    if opinions.isEmpty {
      return [
        heading, .note(say(state.flag(VisitField.noOpinion) ? .pageNoOpinion : .pageNothing)),
      ]
    }
    guard opensWords else { return [heading, .note(say(.visitWordsClosed, "\(opinions.count)"))] }
    let matters = Dictionary(
      uniqueKeysWithValues: try SiteView(replica, site.scope).matters(of: visit)
        .map { ($0.key, $0) })
    var listing = Listing(
      "matters", Message(.mattersTitle),
      [
        ListColumn("order", .labelOrder, .number), ListColumn("topic", .labelTopic, .word),
        ListColumn("kind", .labelKind, .word), ListColumn("feedback", .labelFeedback, .word),
        ListColumn("state", .labelState, .word), ListColumn("text", .labelText, .text),
      ])
    let ordered = opinions.sorted {
      ($0.state.integer(OpinionField.order) ?? 0, $0.key)
        < ($1.state.integer(OpinionField.order) ?? 0, $1.key)
    }
    for (key, opinion) in ordered {
      let matter = matters[key]
      let topic: Topic = opinion.code(OpinionField.topic) ?? .other
      let kind: OpinionKind = opinion.code(OpinionField.kind) ?? .opinion
      let text = try setting.opened(opinion, key, field: OpinionField.text)
      // What was said at a voided visit is no matter any more, and has no page.
      let url =
        matter != nil && PageRoute.matter.admits(role)
        ? PageLink.matter(site.code, matter: key.id) : nil
      listing.append([
        .number(opinion.integer(OpinionField.order) ?? 0, address: url), .word(topic.phrase),
        .word(kind.phrase), .word(matter?.feedback.stage.phrase ?? .codeFeedbackNone),
        .word(
          matter.map { $0.handling?.state.phrase ?? MatterRow.untouched($0.kind) }
            ?? .labelVoided),
        text.map { .text($0) } ?? .empty,
      ])
    }
    return [heading, .listing(PageListing(listing))]
  }

  /// Visits of the household that go back to this one, or to what was said at it.
  private func returns(_ summary: VisitSummary, on replica: Replica) throws -> [Page.Block] {
    let household = RecordKey(scope: site.scope, type: .household, id: summary.household)
    let opinions = Set(try replica.records.members(.opinionOfVisit, of: visit).map(\.key))
    let later = try replica.records.members(.visitOfHousehold, of: household)
      .filter { _, state in
        state.reference(VisitField.earlierVisit) == visit
          || state.reference(VisitField.earlierMatter).map { opinions.contains($0) } ?? false
      }
      .compactMap { VisitSummary($0.key, $0.state) }
      .sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    if later.isEmpty { return [] }
    var listing = Listing(
      "returns", Message(.visitReturns),
      [
        ListColumn("start", .labelStart, .moment), ListColumn("mode", .labelMode, .word),
        ListColumn("visitors", .visitsVisitor, .text),
        ListColumn("voided", .labelVoided, .yesNo),
      ])
    for one in later {
      listing.append([
        .moment(
          one.start, in: one.zone, address: PageLink.visit(site.code, visit: one.key.id)),
        .word(one.mode.phrase),
        .text(
          try setting.people(
            try setting.interviewers(of: one.key, on: replica), on: replica)),
        .yesNo(one.isVoided),
      ])
    }
    return [.heading(say(.visitReturns)), .listing(PageListing(listing))]
  }

  private func review(
    _ item: ReviewItem, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    var facts: [(Phrase, String)] = [
      (.labelReview, say(item.stage.phrase)), (.labelLate, say(item.isLate ? .labelYes : .labelNo)),
    ]
    if let owing = item.owing {
      facts.append((.labelOwing, try setting.person(owing, on: replica)))
    }
    if item.isSampled {
      facts.append((.labelSampled, say(item.recontact?.outcome.phrase ?? .labelYes)))
    }
    return facts.map { (label: say($0.0), value: PageCell($0.1)) }
  }

  private func steps(_ summary: VisitSummary, on replica: Replica) throws -> Listing {
    var listing = Listing(
      "review", Message(.visitReviewSteps),
      [
        ListColumn("when", .labelWhen, .moment), ListColumn("state", .labelState, .word),
        ListColumn("part", .labelPart, .word), ListColumn("who", .timelineWho, .text),
      ])
    for step in try SiteView(replica, site.scope).reviewSteps(of: visit.id) {
      listing.append([
        .moment(step.at, in: summary.zone), .word(step.state.phrase),
        step.part.map { .word($0.phrase) } ?? .empty,
        .text(try setting.person(step.account, on: replica)),
      ])
    }
    return listing
  }
}
