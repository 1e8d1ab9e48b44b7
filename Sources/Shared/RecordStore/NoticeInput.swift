import CommunicationPolicy
import ConflictFreeRecords
import TextFormats
package import VisitModel

// What people say about a notice, as laptop and office take it.

/// What is to change in a notice; nothing stays as it is.
package struct NoticeChanges: Sendable {
  package var title: String?
  package var body: String?
  package var start: Instant?
  package var end: Instant?
  package var cause: String?
  package var preparation: String?
  package var supply: String?
  package var telephone: String?
  package var validUntil: CivilDate?
  /// Buildings and units once named stay.
  package var addedPlaces: [UnitCode] = []

  package init() {}
}

extension NoticeText {
  /// The text with what is to change.
  package func taking(_ changes: NoticeChanges) -> NoticeText {
    var text = self
    text.title = changes.title ?? title
    text.body = changes.body ?? body
    text.start = changes.start ?? start
    text.end = changes.end ?? end
    text.cause = changes.cause ?? cause
    text.preparation = changes.preparation ?? preparation
    text.supply = changes.supply ?? supply
    text.telephone = changes.telephone ?? telephone
    text.validUntil = changes.validUntil ?? validUntil
    text.places = Set(places + changes.addedPlaces).sorted()
    return text
  }

  /// Its texts, with the names under which people know them: lines, and longer ones.
  package var lines: [(place: String, text: String)] {
    [("title", title), ("cause", cause), ("supply", supply), ("telephone", telephone)]
  }
  package var longTexts: [(place: String, text: String)] {
    [("body", body), ("preparation", preparation)]
  }
}

/// Where somebody says a notice hangs.
package struct PostingInput: Sendable {
  package var lobbies: [String] = []
  package var boards: [String] = []
  package var doors: [String] = []
  /// Every place where it does not hang yet.
  package var isEverywhere = false
  /// The boards, and lobbies that no unit is known of, may be new: they are no slip of the pen.
  package var isNewPlace = false

  package init() {}
}

extension NoticeDesk {
  /// The places named, each known to the site. A board goes by whatever name the people give it, and a name
  /// that is new is asked about: R1-25 would ask for that board month after month.
  /// - Throws: `PostingFault`.
  package func places(
    _ input: PostingInput, of notice: Notice
  ) throws -> [(kind: PostingPlace, place: String)] {
    var found: [(kind: PostingPlace, place: String)] = []
    let lobbies = try view.lobbies()
    for text in input.lobbies {
      guard let code = UnitCode(text),
        lobbies.isEmpty || lobbies.contains(code)
          || notice.needed.contains(where: { $0.code == code })
      else {
        throw PostingFault.noSuchLobby(text, known: lobbies)
      }
      if lobbies.isEmpty, !notice.needed.contains(where: { $0.code == code }) {
        try require(code.text, .lobby, input, or: try view.isCompany() ? siteCodes() : [])
      }
      found.append((.lobby, code.text))
    }
    guard !input.boards.contains(where: \.isBlank) else { throw PostingFault.noPlaceNamed }
    for text in input.boards {
      // `宣传栏` and `宣传栏 ` are one board.
      try require(text.trimmed, .board, input)
      found.append((.board, text.trimmed))
    }
    let units = input.doors.isEmpty ? [] : Set(try view.households().map(\.unitCode))
    for text in input.doors {
      guard let code = UnitCode(text), units.contains(code.text) else {
        throw PostingFault.noSuchUnit(text)
      }
      found.append((.door, code.text))
    }
    if input.isEverywhere {
      if notice.needed.isEmpty { throw PostingFault.noLobbies }
      // Where nothing hangs yet; and where an older text hangs, the new one.
      let outdated = notice.outdated.map { Array($0.place.utf8) }
      let places = notice.needed.filter {
        notice.missing.contains($0) || outdated.contains(Array($0.code.text.utf8))
      }
      if places.isEmpty, found.isEmpty { throw PostingFault.nothingLeft }
      found += places.map { ($0.kind, $0.code.text) }
    }
    if found.isEmpty { throw PostingFault.noPlaceNamed }
    return found
  }

  /// - Parameter others: also in order.
  /// - Throws: `PostingFault.newPlace`.
  private func require(
    _ place: String, _ kind: PostingPlace, _ input: PostingInput, or others: [String] = []
  ) throws {
    if input.isNewPlace { return }
    let known = try view.postedPlaces(kind) + others
    if known.contains(where: { $0.utf8.elementsEqual(place.utf8) }) { return }
    let near = known.map { (distance: editDistance($0, place), name: $0) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    throw PostingFault.newPlace(place, known: near.prefix(Self.namesShown).map(\.name))
  }

  /// So many are read at a glance.
  private static let namesShown = 5

  /// What was last said of each of the places named, whether it hangs there or was taken down.
  /// - Throws: `PostingFault.noMistake`.
  package func lastSaid(_ notice: Notice, of places: [String]) throws -> [Posting] {
    let found = places.compactMap { place in
      let wanted = [place, UnitCode(place)?.text ?? place].map { Array($0.utf8) }
      return notice.postings.filter { wanted.contains(Array($0.place.utf8)) }
        .max { ($0.recordedAt ?? $0.deed.at, $0.key) < ($1.recordedAt ?? $1.deed.at, $1.key) }
    }
    guard !places.isEmpty, found.count == places.count else {
      throw PostingFault.noMistake(said: Set(notice.postings.map(\.place)).sorted())
    }
    return Array(Set(found))
  }

  /// The sheets that hang at the places named, or all that hang.
  /// - Throws: `PostingFault.nothingHangs`.
  package func hanging(_ notice: Notice, at places: [String]) throws -> [Posting] {
    // A lobby by its code, a board by its name, whichever somebody means.
    let wanted = Set(places.flatMap { [Array($0.utf8), Array((UnitCode($0)?.text ?? $0).utf8)] })
    // Where the new sheet hangs beside the old, it is the old one that goes.
    let all = notice.current + notice.outdated
    let meant =
      places.isEmpty && !notice.current.isEmpty && !notice.outdated.isEmpty
      ? notice.outdated : all
    let hanging = meant.filter { places.isEmpty || wanted.contains(Array($0.place.utf8)) }
    if hanging.isEmpty { throw PostingFault.nothingHangs }
    return hanging
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    var text = UnicodeScalarView()
    text.append(contentsOf: scalars[first...last])
    return String(text)
  }
}
