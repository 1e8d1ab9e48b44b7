package import VisitModel
package import Wording

/// Why nobody can say that a notice hangs there.
package enum PostingFault: Error, Hashable, Sendable {
  case noPlaceNamed
  /// No unit of the site is entered through it; with those there are.
  case noSuchLobby(String, known: [UnitCode])
  case noSuchUnit(String)
  /// "Everywhere" means nothing, because no lobby is known, or the board has to be named.
  case noLobbies
  /// It hangs there already.
  case nothingLeft
  case nothingHangs

  package var message: Message {
    switch self {
    case .noPlaceNamed: Message(.noticeNoPlaceNamed)
    case .noSuchLobby(let text, let known):
      Message(.noticeNoSuchPlace, [text, known.map(\.text).joined(separator: ", ")])
    case .noSuchUnit(let text): Message(.noticeNoSuchUnit, [text])
    case .noLobbies: Message(.noticeNoLobbies)
    case .nothingLeft: Message(.noticeUnchanged)
    case .nothingHangs: Message(.noticeNothingHangs)
    }
  }
}
