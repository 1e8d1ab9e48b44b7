import OfficeWork
import VisitModel

extension Office {
  /// Looks at what is over, and destroys just that.
  @discardableResult
  func destroyExpired(by account: AccountID) throws -> [KeptTexts] {
    let shown = try read { KeptTexts.shown(try expiredTexts(on: $0)) }
    return try destroyExpired(shown, by: account)
  }
}
