import CommunicationPolicy
import ConflictFreeRecords
import Console
import Fingerprint
import Listings
import OfficeWork
import RecordCatalogue
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// One visit as its reviewer reads it, with what was said before, and the forms to accept it, to send it
/// back, and to record what the household says of it.
struct ReviewPage {
  let setting: PageSetting
  let site: SiteFacts
  let item: ReviewItem

  private var say: Words { setting.say }
  private var visit: VisitSummary { item.visit }
  private var url: String { PageLink.review(site.code, visit: visit.key.id) }

  func page(on replica: Replica) throws -> Page? {
    guard let state = try replica.records.state(of: visit.key) else { return nil }
    let unit = try SiteView(replica, site.scope).household(visit.household)?.unitCode ?? "–"
    var page = Page(say(.reviewTitle, unit))
    page.blocks = setting.printing(.printVisit, .visit, site.code, "\(visit.key.id)")
    page.blocks += [
      .facts(try facts(unit, state, on: replica)), .heading(say(.mattersTitle)),
      try opinions(state, on: replica), .heading(say(.labelReview)),
      .facts(try review(on: replica)),
    ]
    page.blocks += try forms(on: replica)
    return page
  }

  private func facts(
    _ unit: String, _ state: RecordState, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    var facts: [(Phrase, PageCell)] = [
      (.labelSite, PageCell(site.name, url: PageLink.site(site.code))),
      (.labelUnit, PageCell(unit, url: PageLink.household(visit.household))),
      (.labelKind, PageCell(say(visit.kind.phrase))),
      (.labelOrganiser, PageCell(say(visit.organiser.phrase))),
      (.labelMode, PageCell(say(visit.mode.phrase))),
      (.labelStart, PageCell(visit.start.wallText(in: visit.zone))),
      (.labelEnd, PageCell(visit.end.wallText(in: visit.zone))),
      (.labelInterviewers, PageCell(try setting.people(item.participants, on: replica))),
    ]
    let texts: [(Phrase, UInt32)] = [
      (.labelMet, VisitField.metName), (.labelPlace, VisitField.place),
      (.labelRemark, VisitField.remark),
    ]
    for (label, field) in texts {
      if let text = try setting.opened(state, visit.key, field: field) {
        facts.append((label, PageCell(text)))
      }
    }
    facts += try signature(on: replica)
    for (key, reason) in try replica.records.members(.reasonAbout, of: visit.key) {
      let text = try setting.opened(reason, key, field: ReasonField.text) ?? "–"
      let rule = reason.text(ReasonField.rule) ?? ""
      facts.append((.labelReason, PageCell("\(rule): \(text)")))
    }
    return facts.map { (label: say($0.0), value: $0.1) }
  }

  private func signature(on replica: Replica) throws -> [(Phrase, PageCell)] {
    let key = RecordKey(
      scope: site.scope, type: .signature,
      id: RecordIdentity.signature(visit: visit.key.id))
    guard let state = try replica.records.state(of: key),
      let signed = state.code(SignatureField.state, as: SignatureState.self)
    else { return [] }
    var facts = [(Phrase.labelSignature, PageCell(say(signed.phrase)))]
    if signed == .refused || signed == .notAsked,
      let reason = try setting.opened(state, key, field: SignatureField.reason)
    {
      facts.append((.labelReason, PageCell(reason)))
    }
    return facts
  }

  private func opinions(_ state: RecordState, on replica: Replica) throws -> Page.Block {
    let said = try replica.records.members(.opinionOfVisit, of: visit.key)
    if said.isEmpty {
      return .note(say(state.flag(VisitField.noOpinion) ? .pageNoOpinion : .pageNothing))
    }
    var listing = Listing(
      "opinions", Message(.codePartOpinions),
      [
        ListColumn("order", .labelOrder, .number), ListColumn("topic", .labelTopic, .word),
        ListColumn("kind", .labelKind, .word), ListColumn("feedback", .labelFeedback, .yesNo),
        ListColumn("text", .labelText, .text),
      ])
    for (key, opinion) in said.sorted(by: {
      ($0.state.integer(OpinionField.order) ?? 0, $0.key)
        < ($1.state.integer(OpinionField.order) ?? 0, $1.key)
    }) {
      let topic: Topic = opinion.code(OpinionField.topic) ?? .other
      let kind: OpinionKind = opinion.code(OpinionField.kind) ?? .opinion
      let text = try setting.opened(opinion, key, field: OpinionField.text)
      listing.append([
        .number(opinion.integer(OpinionField.order) ?? 0), .word(topic.phrase),
        .word(kind.phrase), .yesNo(opinion.flag(OpinionField.wantsFeedback)),
        text.map { .text($0) } ?? .empty,
      ])
    }
    return .listing(PageListing(listing))
  }

  private func review(on replica: Replica) throws -> [(label: String, value: PageCell)] {
    var facts: [(Phrase, String)] = [
      (.labelReview, say(item.stage.phrase)),
      (.pageRecordedAt, visit.recordedAt.wallText(in: visit.zone)),
      (.labelLate, say(item.isLate ? .labelYes : .labelNo)),
    ]
    if let received = try receivedAt(on: replica) {
      facts.append((.pageReceivedAt, received.wallText(in: visit.zone)))
    }
    if let review = item.review {
      facts.append((.labelReviewer, try setting.person(review.account, on: replica)))
      facts.append((.labelWhen, review.at.wallText(in: visit.zone)))
      let state = try replica.records.state(of: review.key) ?? .empty
      if let comment = try setting.opened(state, review.key, field: ReviewField.comment) {
        facts += [(.labelPart, say(review.part.phrase)), (.labelComment, comment)]
      }
      if let reply = try setting.opened(state, review.key, field: ReviewField.reply),
        !reply.utf8.isEmpty
      {
        facts.append((.labelReply, reply))
      }
    }
    if let owing = item.owing {
      facts.append((.labelOwing, try setting.person(owing, on: replica)))
    }
    if item.isSampled {
      facts.append((.labelSampled, say(item.recontact?.outcome.phrase ?? .labelYes)))
    }
    let policy = try replica.inForce(.visit, at: visit.start, in: visit.zone)
    facts.append((.labelPolicy, policy.text))
    return facts.map { (label: say($0.0), value: PageCell($0.1)) }
  }

  /// When the office stored the visit.
  private func receivedAt(on replica: Replica) throws -> Instant? {
    guard let state = try replica.records.state(of: visit.key),
      let change = state.heads[VisitField.recordedAt]?.last?.change
    else { return nil }
    return try replica.log.bundle(change.bundle)?.storedAt
  }

  private func forms(on replica: Replica) throws -> [Page.Block] {
    let person = setting.reader.person
    let view = SiteView(replica, site.scope)
    var blocks: [Page.Block] = []
    // A blank comment aside, what the rules say now is what they would say to the form.
    let refusal = try view.findings(
      .sendBack, on: item, by: person.id, person.role, comment: say(.labelComment)
    ).first
    if let refusal {
      blocks += [.alert(say.message(refusal.why)), .note(say.message(refusal.cure))]
    } else if item.stage.isWaiting {
      let blocked = try view.findings(.accept, on: item, by: person.id, person.role).first
      if let blocked {
        blocks += [.alert(say.message(blocked.why)), .note(say.message(blocked.cure))]
      } else {
        blocks.append(.form(try acceptance(on: replica)))
      }
      blocks.append(.form(try sendingBack(on: replica)))
    }
    let mayAsk = try view.findings(.recontact, on: item, by: person.id, person.role).isEmpty
    if mayAsk, item.awaitsRecontact { blocks.append(.form(try recontact(on: replica))) }
    return blocks
  }

  private func shown(on replica: Replica) throws -> [(name: String, value: String)] {
    [("shown", item.shown.description), try StaleTab.hidden(site.scope, on: replica)]
  }

  private func acceptance(on replica: Replica) throws -> PageForm {
    PageForm(
      url + "/accept", legend: say(.helpReviewAccept), hidden: try shown(on: replica), [],
      button: say(.pageAcceptVisit))
  }

  private func sendingBack(on replica: Replica) throws -> PageForm {
    let people = try setting.office.assignees(of: site.scope, on: replica)
    // The one who recorded it stands first, and is chosen unless another is.
    let recorder = item.participants.first
    let options = (people.filter { $0.id == recorder } + people.filter { $0.id != recorder })
      .map { (value: $0.id.description, label: $0.name) }
    return PageForm(
      url + "/return", legend: say(.helpReviewReturn), hidden: try shown(on: replica),
      [
        .choice(
          name: "part", label: say(.labelPart),
          options: ReviewedPart.allCases.map { (value: $0.name, label: say($0.phrase)) },
          isFirstChosen: true),
        .line(name: "comment", label: say(.labelComment), bytesMax: Bounds.lineBytesMax),
        .choice(name: "to", label: say(.labelOwing), options: options, isFirstChosen: true),
      ], button: say(.pageReturnVisit))
  }

  private func recontact(on replica: Replica) throws -> PageForm {
    PageForm(
      url + "/recontact", legend: say(.helpReviewRecontact), hidden: try shown(on: replica),
      [
        .choice(
          name: "outcome", label: say(.labelRecontact),
          options: RecontactOutcome.allCases.map { (value: $0.name, label: say($0.phrase)) })
      ], button: say(.pageRecordRecontact))
  }
}
