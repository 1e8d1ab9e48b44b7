import CommunicationPolicy
import Console
import Listings
import OfficeWork
import Pictures
import RecordStore
import VisitModel
import Wording

extension Page {
  /// Puts a picture, and the table of its figures, behind what is there already. Its ids are those of no other
  /// picture of the page.
  mutating func append(_ picture: some Picture, _ say: Words) {
    let others = blocks.count {
      if case .picture = $0 { true } else { false }
    }
    blocks.append(
      .picture(
        picture.svg(number: others + 1, in: say.language), PageListing(picture.listing)))
  }
}

/// Figures that more than one page draws.
enum FigurePictures {
  /// - Returns: nothing where nothing was said.
  static func topics(
    _ said: [SummaryContent.Said: Int], of month: CivilMonth, zone: ZoneOffset
  ) -> TopicHeat? {
    let topics = Set(said.filter { $0.value > 0 }.keys.map(\.topic))
    if topics.isEmpty { return nil }
    let kinds = OpinionKind.allCases
    return TopicHeat(
      Message(.pictureTopicsTitle, [month.description]),
      kinds: kinds.map { TopicHeat.Kind($0.name, $0.phrase) },
      rows: Topic.allCases.filter { topics.contains($0) }.map { topic in
        TopicHeat.Row(
          topic.phrase,
          // All that was said is in the figures, so that what is not there was not said.
          kinds.map { .known(said[SummaryContent.Said(topic: topic, kind: $0)] ?? 0) })
      }, zone: zone)
  }

  /// - Returns: nothing where nothing was done yet or is overdue.
  static func timeliness(
    of obligations: [Obligation], zone: ZoneOffset, _ say: Words
  ) -> TimelinessMarks? {
    let rates = Timeliness.of(obligations)
    if rates.isEmpty { return nil }
    return TimelinessMarks(
      Message(.pageTimeliness), heading: .labelRule,
      rows: rates.map {
        TimelinessMarks.Row(
          $0.rule.rawValue + " " + say($0.rule.obligation), inTime: .known($0.inTime),
          late: .known($0.late), overdue: .known($0.overdue))
      }, zone: zone)
  }
}
