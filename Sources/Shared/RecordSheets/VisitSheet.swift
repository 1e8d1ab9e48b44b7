import CommunicationPolicy
package import ConflictFreeRecords
import Console
package import PrintedForms
import RecordCatalogue
package import RecordStore
import VisitModel
import Wording

/// 業戶訪問記錄: a sheet for each visit (R1-51), with a row to sign (R1-52).
package struct VisitSheet {
  private let words: FormWords

  package init(_ words: FormWords) { self.words = words }

  private typealias Field = PrintedForm.Field

  /// How many lines a blank sheet has for what is said.
  private static let blankItems = 5

  package func blank(issuer: String) -> PrintedForm {
    form(
      of: nil, issuer: issuer, signedAt: "",
      [
        [Field(words(.labelUnit)), Field(words(.labelMet)), Field(words(.labelTelephone))],
        [Field(words(.labelDate)), Field(words(.labelStart)), Field(words(.labelEnd))],
        [Field(words(.labelPlace)), Field(words(.labelAppointment))],
        [Field(words(.labelInterviewers)), Field(words(.labelEarlier))],
        [Field(words(.labelReasonsGiven)), Field(words(.printedDrawn))],
      ])
  }

  /// - Returns: nothing for what is no visit, or is not here whole.
  package func form(of key: RecordKey, _ reader: RecordReader) throws -> PrintedForm? {
    let replica = reader.replica
    let view = SiteView(replica, key.scope)
    guard let site = try view.facts(), let card = try reader.visit(key) else { return nil }
    let (visit, zone) = (card.summary, card.summary.zone)
    let booked = try replica.records.state(of: key)?.reference(VisitField.appointment)
    let appointment = try booked.flatMap { key in
      try replica.records.state(of: key).flatMap { Appointment(key, $0) }
    }
    var form = form(
      of: card, issuer: site.name,
      signedAt: card.signature?.takenAt?.wallText(in: site.zone) ?? "",
      [
        [
          Field(words(.labelUnit), card.unitCode),
          Field(words(.labelMet), words.opened(VisitField.metName, of: card)),
          Field(
            words(.labelTelephone),
            MaskedTelephone.of(card.texts[VisitField.telephone])
              ?? words.opened(VisitField.telephone, of: card)),
        ],
        [
          Field(
            words(.labelDate),
            "\(LocalTime(visit.start, in: zone).date) (UTC\(zone.minutes < 0 ? "−" : "+")"
              + "\(abs(zone.minutes) / 60):\(abs(zone.minutes) % 60 < 10 ? "0" : "")"
              + "\(abs(zone.minutes) % 60))"),
          Field(words(.labelStart), clock(visit.start, zone)),
          Field(words(.labelEnd), clock(visit.end, zone)),
        ],
        [
          Field(words(.labelPlace), words.opened(VisitField.place, of: card)),
          Field(words(.labelAppointment), appointment.map { window($0, zone) } ?? ""),
        ],
        [
          Field(
            words(.labelInterviewers),
            words.list(card.interviewers.map { "\($0.name) (\(words($0.post.phrase)))" })),
          Field(words(.labelEarlier), card.earlier.map { short($0.id) } ?? ""),
        ],
        [
          Field(
            words(.labelReasonsGiven),
            card.reasons.map { "\($0.rule): \($0.text ?? "•••")" }.joined(separator: "\n")),
          Field(
            words(.printedDrawn), try selected(visit, view)),
        ],
        try handled(card, reader, view),
      ])
    form.number = visit.key.id.description
    form.blocks.append(try routing(of: key, reader, view))
    let warnings: [(Bool, Phrase)] = [
      (visit.isVoided, .printedVoided), (!card.conflicts.isEmpty, .printedConflict),
      (card.hasMissingHistory, .historyMissing),
      (card.signature.map { !$0.coversContent } ?? false, .signatureStale),
    ]
    for (holds, warning) in warnings where holds {
      form.blocks.insert(.note(words(warning)), at: 0)
    }
    return form
  }

  /// What became of each thing that was said.
  private func routing(
    of visit: RecordKey, _ reader: RecordReader, _ view: SiteView
  ) throws -> PrintedForm.Block {
    let rows = try view.matters(of: visit).map { matter -> [String] in
      let handling = matter.handling
      let procedure = handling?.department.map { words($0.phrase) }
      return [
        "\(matter.order)", words(handling?.state.phrase ?? MatterRow.untouched(matter.kind)),
        words.list([procedure, handling?.reference].compactMap { $0 }),
        handling?.status.map { words($0.phrase) } ?? "", words(matter.feedback.stage.phrase),
        try told(matter.feedback, reader, view),
      ]
    }
    return .table(
      caption: words(.printedRouting),
      columns: words.columns(
        [
          .labelOrder, .labelState, .labelReference, .labelStatusThere, .labelFeedback,
          .printedTold,
        ], tiny: [.labelOrder], medium: [.labelState, .labelStatusThere, .labelFeedback],
        wide: [.labelReference, .printedTold]), rows: rows, blankRows: 0)
  }

  /// When a household was told, and by whom; or who is to, and until when.
  private func told(
    _ feedback: Feedback, _ reader: RecordReader, _ view: SiteView
  ) throws -> String {
    switch feedback {
    case .notAsked: return ""
    case .owed(let account, let until):
      return "\(try reader.name(of: account)) ≤ \(until)"
    case .given(let given):
      let giver = try view.recorder(of: given.visit)
        .map { try reader.name(of: $0) }
      let zone = try view.facts()?.zone ?? .china
      return words.list([given.at.wallText(in: zone), giver].compactMap { $0 })
    }
  }

  /// The record's own way: made, reviewed, and what the reviewer remarked.
  private func handled(
    _ card: VisitCard, _ reader: RecordReader, _ view: SiteView
  ) throws -> [PrintedForm.Field] {
    let visit = card.summary
    let review = try view.review(of: visit.key)
    let reviewed = try review?.review.map {
      "\(try reader.name(of: $0.account)) \($0.at.wallText(in: visit.zone))"
    }
    return [
      Field(words(.labelRecordedOn), visit.recordedAt.wallText(in: visit.zone)),
      Field(words(.labelComment), try remark(of: visit.key, reader, view)),
      Field(
        words(.labelReview),
        [review.map { words($0.stage.phrase) }, reviewed].compactMap { $0 }
          .joined(separator: " ")),
    ]
  }

  /// What the reviewer remarked.
  private func remark(
    of visit: RecordKey, _ reader: RecordReader, _ view: SiteView
  ) throws -> String {
    let key = view.reviewKey(of: visit.id)
    guard let state = try view.replica.records.state(of: key) else { return "" }
    let texts = try reader.texts(key, state, [ReviewField.comment])
    return texts.opened[ReviewField.comment]
      ?? (texts.unopened.isEmpty ? "" : FormWords.sealed)
  }

  /// By which draw, or by hand.
  private func selected(_ visit: VisitSummary, _ view: SiteView) throws -> String {
    guard let entry = visit.drawEntry,
      let state = try view.replica.records.state(of: entry),
      let draw = state.reference(DrawEntryField.draw)
    else { return words(.printedByHand) }
    let order = state.integer(DrawEntryField.order).map { " #\($0)" } ?? ""
    return "\(words(.printedByDraw)) \(short(draw.id))\(order)"
  }

  private func window(_ appointment: Appointment, _ zone: ZoneOffset) -> String {
    "\(appointment.start.wallText(in: zone)) – \(clock(appointment.end, zone))"
  }

  /// `HH:MM`; the day stands beside it.
  private func clock(_ moment: Instant, _ zone: ZoneOffset) -> String {
    String(decoding: moment.wallText(in: zone).utf8.suffix(5), as: UTF8.self)
  }

  private func form(
    of card: VisitCard?, issuer: String, signedAt: String, _ fields: [[PrintedForm.Field]]
  ) -> PrintedForm {
    let columns = words.columns(
      [
        .labelOrder, .labelTopic, .labelKind, .labelText, .labelFeedback, .printedProposes,
        .labelUrgency,
      ], tiny: [.labelOrder], wide: [.labelText])
    return PrintedForm(
      words(.printedVisit), issuer: issuer,
      [
        .fields(Array(fields.prefix(3))),
        .ticks(words(.labelKind), words.ticks(card?.summary.kind) { $0.phrase }),
        .ticks(words(.labelOrganiser), words.ticks(card?.summary.organiser) { $0.phrase }),
        .ticks(
          words(.labelMode),
          words.ticks(card?.summary.mode) { $0.phrase } + [
            PrintedForm.Tick(words(.printedTelephone), card?.byTelephone == true)
          ]),
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
          label: words(.labelRemark), card.map { words.opened(VisitField.remark, of: $0) } ?? "",
          lines: card == nil ? 1 : 0),
        .ticks(words(.labelSignature), words.ticks(card?.signature?.state) { $0.phrase }),
        .fields([
          [
            Field(words(.labelReason), card?.signature?.reason ?? ""),
            Field(words(.labelWhen), signedAt),
          ]
        ]),
        .signatures([
          words(.printedHousehold), words(.printedInterviewer), words(.printedSupervisor),
        ]),
        .note(words(.printedNotPressed)),
      ])
  }

  private func topics(_ card: VisitCard?, _ answer: TopicAnswer) -> String {
    words.list(card?.topics.topics(answer).map { words($0.phrase) } ?? [])
  }

  private func row(_ opinion: OpinionCard) -> [String] {
    [
      "\(opinion.order)", words(opinion.topic.phrase), words(opinion.kind.phrase),
      opinion.text ?? "•••",
      words(opinion.wantsFeedback ? .labelYes : .labelNo),
      words(opinion.proposesFeedback ? .labelYes : .labelNo),
      words(opinion.urgency == .urgent ? .codeUrgent : .codeOrdinary),
    ]
  }
}
