package import VisitModel
package import Wording

/// Why nobody can say that a notice hangs there.
package enum PostingFault: Error, Hashable, Sendable {
  case noPlaceNamed
  /// No unit of the site is entered through it; with those there are.
  case noSuchLobby(String, known: [UnitCode])
  case noSuchUnit(String)
  /// The company's own are for sites.
  case noSuchSite(String, known: [String])
  /// Nothing of this home has hung there yet, and nobody said that the place is new; with those that are
  /// known, the most similar first.
  case newPlace(String, known: [String])
  /// "Everywhere" means nothing, because no lobby is known, or the board has to be named.
  case noLobbies
  /// It hangs there already.
  case nothingLeft
  case nothingHangs
  /// Nobody said that it hangs there, so nobody was mistaken; with the places of which it was said.
  case noMistake(said: [String])

  package var message: Message {
    switch self {
    case .noPlaceNamed: Message(.noticeNoPlaceNamed)
    case .noSuchLobby(let text, let known):
      Message(.noticeNoSuchPlace, [text, known.map(\.text).joined(separator: ", ")])
    case .noSuchUnit(let text): Message(.noticeNoSuchUnit, [text])
    case .noSuchSite(let text, let known):
      Message(.noticeNoSuchSite, [text, known.joined(separator: ", ")])
    case .newPlace(let text, let known):
      known.isEmpty
        ? Message(.noticeFirstPlace, [text])
        : Message(.noticeNewPlace, [text, known.joined(separator: ", ")])
    case .noLobbies: Message(.noticeNoLobbies)
    case .nothingLeft: Message(.noticeUnchanged)
    case .nothingHangs: Message(.noticeNothingHangs)
    case .noMistake(let said): Message(.noticeNoMistake, [said.joined(separator: ", ")])
    }
  }
}
