import Listings
import VisitModel
import Wording

/// Something that happened at a household, or that concerned it: a row of its time line.
struct TimelineEvent: Sendable {
  enum Moment: Hashable, Sendable {
    /// Of which only the day is known.
    case day(CivilDate)
    case instant(Instant)
    /// What says it has not arrived.
    case unknown
  }

  let at: Moment
  let kind: Phrase
  /// Who did it, or wrote it down; empty for nobody.
  var who = ""
  var details: [String] = []
  /// Its own page, where the reader has one.
  var url: String?
}

/// A household's events as one table, the newest first.
struct Timeline: Sendable {
  let zone: ZoneOffset
  private(set) var events: [TimelineEvent] = []

  init(in zone: ZoneOffset) { self.zone = zone }

  mutating func append(_ events: some Sequence<TimelineEvent>) { self.events += events }

  var listing: Listing {
    var listing = Listing(
      "timeline", Message(.pageHistory),
      [
        ListColumn("when", .labelWhen, .moment),
        ListColumn("what", .timelineWhat, .word, isFilter: true),
        ListColumn("who", .timelineWho, .text), ListColumn("details", .pageDetails, .text),
      ])
    for event in newestFirst {
      listing.append([
        when(event), ListCell(.word(event.kind), address: event.url), text(event.who),
        text(event.details.filter { !$0.utf8.isEmpty }.joined(separator: ", ")),
      ])
    }
    return listing
  }

  /// Of one moment what was appended later comes first; what has no moment stands at the end.
  private var newestFirst: [TimelineEvent] {
    events.enumerated().map { (moment: moment($0.element), place: $0.offset, event: $0.element) }
      .sorted { a, b in
        guard let first = a.moment else { return b.moment == nil && a.place > b.place }
        guard let second = b.moment else { return true }
        return first == second ? a.place > b.place : first > second
      }.map(\.event)
  }

  /// A day begins at midnight.
  private func moment(_ event: TimelineEvent) -> Instant? {
    switch event.at {
    case .day(let day): day.startOfDay(in: zone)
    case .instant(let instant): instant
    case .unknown: nil
    }
  }

  private func when(_ event: TimelineEvent) -> ListCell {
    switch event.at {
    case .day(let day): .date(day)
    case .instant(let instant): .moment(instant, in: zone)
    case .unknown: .unknown(Message(.timelineUnread))
    }
  }

  private func text(_ text: String) -> ListCell { text.utf8.isEmpty ? .empty : .text(text) }
}
