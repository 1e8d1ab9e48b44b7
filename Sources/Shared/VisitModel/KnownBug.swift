/// A bug that this program, or one like it, once had and must never have again; switched on to prove
/// that the tests would notice it.
///
/// Only a test can switch one on, for the time of one call: no option, file, variable or message
/// reaches it (docs/decisions/0025-known-bugs-on-a-switch.md).
package enum KnownBug: String, CaseIterable, Sendable {
  /// The office takes two bundles of one device with the same predecessor for one and the same.
  case dedupeByNumber
  /// A change names one of the changes that its writer was shown, not all of them.
  case onePrior
  /// The office refuses what a wrong clock wrote.
  case driftRejection
  /// Positions of all feeds are drawn from one sequence, so that a feed has gaps.
  case positionsFromSequence
  /// A laptop's cursor is moved before the page is stored.
  case cursorBeforePage
  /// The database syncs less than once a commit.
  case synchronousNormal
  /// A laptop deletes what it sends before it has the receipt.
  case purgeBeforeReceipt
  /// A cursor that no page has moved names no epoch.
  case cursorWithoutEpoch
  /// The office checks the newest signature of a run and takes what it vouches for.
  case runVouches
  /// A household's key goes to the office with a bundle in which nothing is sealed under it, and is not kept there.
  case keyWithoutText
  /// A laptop takes the refusal of its offer for an answer: that nothing of it is wanted.
  case refusalForAnswer

  @TaskLocal package static var active: KnownBug?
}
