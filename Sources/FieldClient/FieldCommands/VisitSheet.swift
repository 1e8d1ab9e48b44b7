import CommunicationPolicy
import ConflictFreeRecords
import Console
import FieldWork
import PrintedForms
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// 業戶訪問記錄: a sheet for each visit (R1-51), with a row to sign (R1-52).
struct VisitSheet {
  let words: FormWords

  private typealias Field = PrintedForm.Field

  /// How many lines a blank sheet has for what is said.
  private static let blankItems = 6

  func blank(at site: SiteFacts) -> PrintedForm {
    form(
      of: nil, at: site,
      [
        [Field(words(.labelUnit)), Field(words(.labelMet)), Field(words(.labelTelephone))],
        [Field(words(.labelDate)), Field(words(.labelStart)), Field(words(.labelEnd))],
        [Field(words(.labelPlace)), Field(words(.labelAppointment))],
        [Field(words(.labelInterviewers)), Field(words(.labelEarlier))],
      ])
  }

  /// - Returns: the sheet, and the visit's short identifier.
  func form(
    named text: String, _ laptop: Laptop, _ replica: Replica
  ) throws -> (form: PrintedForm, id: String) {
    let (key, state) = try laptop.record(.visit, named: text, replica)
    let view = SiteView(replica, key.scope)
    guard let site = try view.facts() else {
      throw FieldFault.failed(Message(.noSuchRecord, [text]))
    }
    let card = try laptop.visitCard(key, replica)
    let (visit, zone) = (card.summary, card.summary.zone)
    let appointment = try state.reference(VisitField.appointment).flatMap { key in
      try replica.records.state(of: key).flatMap { Appointment(key, $0) }
    }
    var form = form(
      of: card, at: site,
      [
        [
          Field(words(.labelUnit), card.unitCode),
          Field(words(.labelMet), card.texts[VisitField.metName] ?? ""),
          Field(
            words(.labelTelephone),
            HouseholdTable.masked(card.texts[VisitField.telephone]) ?? ""),
        ],
        [
          Field(words(.labelDate), LocalTime(visit.start, in: zone).date.description),
          Field(words(.labelStart), clock(visit.start, zone)),
          Field(words(.labelEnd), clock(visit.end, zone)),
        ],
        [
          Field(words(.labelPlace), card.texts[VisitField.place] ?? ""),
          Field(words(.labelAppointment), appointment.map { window($0, zone) } ?? ""),
        ],
        [
          Field(
            words(.labelInterviewers),
            card.interviewers.map { "\($0.name)（\(words($0.post.phrase))）" }
              .joined(separator: "、")),
          Field(words(.labelEarlier), card.earlier.map { short($0.id) } ?? ""),
        ],
        [
          Field(
            words(.labelReasonsGiven),
            card.reasons.map { "\($0.rule): \($0.text ?? "•••")" }.joined(separator: "\n")),
          Field(
            words(.printedDrawn), words(visit.drawEntry == nil ? .printedByHand : .printedByDraw)),
        ],
        try handled(card, laptop, view),
      ])
    form.number = visit.key.id.description
    if visit.isVoided {
      form.blocks.insert(.note(words(.printedVoided)), at: 0)
    }
    return (form, short(key.id))
  }

  /// The record's own way: made, reviewed, and what the reviewer remarked.
  private func handled(
    _ card: VisitCard, _ laptop: Laptop, _ view: SiteView
  ) throws -> [PrintedForm.Field] {
    let visit = card.summary
    let review = try view.review(of: visit.key)
    let reviewed = try review?.review.map {
      "\(try laptop.personName($0.account, view.replica)) \($0.at.wallText(in: visit.zone))"
    }
    return [
      Field(words(.labelRecordedOn), visit.recordedAt.wallText(in: visit.zone)),
      Field(
        words(.labelReview),
        [review.map { words($0.stage.phrase) }, reviewed].compactMap { $0 }
          .joined(separator: " ")),
    ]
  }

  private func window(_ appointment: Appointment, _ zone: ZoneOffset) -> String {
    "\(appointment.start.wallText(in: zone)) – \(clock(appointment.end, zone))"
  }

  /// `HH:MM`; the day stands beside it.
  private func clock(_ moment: Instant, _ zone: ZoneOffset) -> String {
    String(decoding: moment.wallText(in: zone).utf8.suffix(5), as: UTF8.self)
  }

  private func form(
    of card: VisitCard?, at site: SiteFacts, _ fields: [[PrintedForm.Field]]
  ) -> PrintedForm {
    let columns = words.columns(
      [.labelOrder, .labelTopic, .labelKind, .labelText, .labelFeedback, .labelUrgency],
      wide: [.labelText])
    return PrintedForm(
      words(.printedVisit), issuer: site.name,
      [
        .fields(Array(fields.prefix(3))),
        .ticks(words(.labelKind), words.ticks(card?.summary.kind) { $0.phrase }),
        .ticks(words(.labelOrganiser), words.ticks(card?.summary.organiser) { $0.phrase }),
        .ticks(words(.labelMode), words.ticks(card?.summary.mode) { $0.phrase }),
        .ticks(words(.labelRelation), words.ticks(card?.relation) { $0.phrase }),
        .fields(Array(fields.dropFirst(3))),
        .ticks(
          words(.printedBadge),
          [
            PrintedForm.Tick(words(.labelYes), card?.badgeWorn == true),
            PrintedForm.Tick(words(.labelNo), card?.badgeWorn == false),
          ]),
        .table(
          caption: words(.printedItems), columns: columns,
          rows: card?.opinions.map(row) ?? [], blankRows: card == nil ? Self.blankItems : 0),
        .fields([
          [Field(words(.labelNoOpinionOn), topics(card, .noOpinion))],
          [Field(words(.labelNotAsked), topics(card, .notAsked))],
        ]),
        .ticks(words(.labelSatisfaction), words.ticks(card?.satisfaction) { $0.phrase }),
        .text(
          label: words(.labelRemark), card?.texts[VisitField.remark] ?? "",
          lines: card == nil ? 2 : 0),
        .ticks(words(.labelSignature), words.ticks(card?.signature?.state) { $0.phrase }),
        .signatures([
          words(.printedHousehold), words(.printedInterviewer), words(.printedSupervisor),
        ]),
        .note(words(.printedNotPressed)),
      ])
  }

  private func topics(_ card: VisitCard?, _ answer: TopicAnswer) -> String {
    card?.topics.topics(answer).map { words($0.phrase) }.joined(separator: "、") ?? ""
  }

  private func row(_ opinion: OpinionCard) -> [String] {
    [
      "\(opinion.order)", words(opinion.topic.phrase), words(opinion.kind.phrase),
      opinion.text ?? "•••",
      words(opinion.wantsFeedback || opinion.proposesFeedback ? .labelYes : .labelNo),
      words(opinion.urgency == .urgent ? .codeUrgent : .codeOrdinary),
    ]
  }
}
