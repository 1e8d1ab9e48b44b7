import ConflictFreeRecords
import Console
import FieldWork
import Fingerprint
import RecordStore
import TextFormats
import VisitModel
import Wording

/// The review of a visit as a report, a row and JSON.
enum ReviewReport {
  static func row(_ card: ReviewCard) -> ReviewRow {
    let (item, zone) = (card.item, card.item.visit.zone)
    return ReviewRow(
      id: short(item.visit.key.id), unit: card.unitCode, start: item.visit.start.wallText(in: zone),
      recordedAt: item.visit.recordedAt.wallText(in: zone), isLate: item.isLate,
      visitors: card.visitors.joined(separator: ", "), stage: item.stage, owing: card.owing,
      awaitsRecontact: item.awaitsRecontact)
  }

  static func report(_ card: ReviewCard) -> Report {
    let (item, zone) = (card.item, card.item.visit.zone)
    var report = Report(
      nil,
      [
        .fact(.labelReview, .words(item.stage.phrase)),
        .fact(.labelRecordedOn, .moment(item.visit.recordedAt, zone)),
        .fact(.labelLate, .flag(item.isLate)),
      ])
    if let reviewer = card.reviewer {
      report.append(.fact(.labelReviewer, .text(reviewer)))
      report.append(.fact(.labelWhen, .moment(item.review?.at, zone)))
    }
    if let owing = card.owing { report.append(.fact(.labelOwing, .text(owing))) }
    if let comment = card.comment {
      report.append(.fact(.labelPart, .words((item.review?.part ?? .whole).phrase)))
      report.append(.fact(.labelComment, .text(comment)))
    }
    if let reply = card.reply, !reply.utf8.isEmpty {
      report.append(.fact(.labelReply, .text(reply)))
    }
    if item.isSampled {
      report.append(
        .fact(
          .labelSampled, item.recontact.map { .words($0.outcome.phrase) } ?? .words(.labelYes)))
    }
    report.append(.fact(.labelOwnVisit, .flag(card.isOwn)))
    report.append(.fact(.labelShown, .text(item.shown.description)))
    return report
  }

  static func json(_ card: ReviewCard) -> JSON {
    ReviewJSON.object(
      card.item, unit: card.unitCode, visitors: card.visitors, reviewer: card.reviewer,
      owing: card.owing, comment: card.comment, reply: card.reply)
  }

  static func done(_ card: ReviewCard, _ message: Message) -> CommandOutput {
    .result(CommandResult(Report(nil, [.note(message)]), .object(["review": json(card)])))
  }

  /// What waits for this person is the first thing that they see.
  static func returned(_ cards: [ReviewCard]) -> Report {
    guard !cards.isEmpty else { return Report() }
    var report = Report(nil, [.warning(Message(.reviewReturnedToYou, ["\(cards.count)"]))])
    for card in cards {
      report.append(
        .note(
          Message(
            .reviewReturnedLine,
            [card.unitCode, short(card.item.visit.key.id), card.comment ?? "•••"])))
    }
    return report
  }

  /// The content token that `review show` printed.
  static func shown(_ text: String) throws -> Digest {
    guard let bytes = Hexadecimal.bytes(text), let digest = Digest(bytes: bytes) else {
      throw FieldFault.wrongUsage(Message(.shownMalformed))
    }
    return digest
  }
}
