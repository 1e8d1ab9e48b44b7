/// Every limit of the system, in one place, with its reason.
package enum Bounds {
  /// A bundle is one action; larger ones do not fit a page of the exchange.
  package static let bundleBytesMax = 256 * 1024
  /// Raw bundles in one request, and in one page of an answer.
  package static let pageBytesMax = 1024 * 1024
  /// A request as sent, after inflating; a page and its household keys and header.
  package static let requestBytesMax = 2 * 1024 * 1024
  /// Free text a person types (one remark, one opinion), in bytes of UTF-8; a bundle holds several.
  package static let textBytesMax = 16 * 1024
  /// A line such as a name, a place or a reason, in bytes of UTF-8.
  package static let lineBytesMax = 1024
  /// A unit code after normalisation, in bytes of UTF-8.
  package static let unitCodeBytesMax = 120
  /// Changes in one bundle; a draw of 500 entries writes about a thousand.
  package static let bundleChangesMax = 4096
  package static let changeFieldsMax = 256
  /// Frontier entries one change may name; more mean a broken writer.
  package static let sawMax = 1024
  /// Wrapped household keys that travel with one bundle.
  package static let bundleKeysMax = 256
  /// Identifiers offered in one `/v1/have` page.
  package static let haveIdentifiersMax = 16_384
  /// Bundles in one request; a laptop sends at most 2,000.
  package static let requestBundlesMax = 4096
  /// Rounds of a site; a round takes a year or more.
  package static let roundMax = 1_000_000
  /// Primary and reserve entries of one draw.
  package static let drawEntriesMax = 500
  /// A roster file; a thousand times the largest site known.
  package static let importBytesMax = 64 * 1024 * 1024
  /// A file that is handed in on a page; it is kept in memory until it is confirmed, and a site's roster has
  /// some hundred KiB.
  package static let uploadBytesMax = 8 * 1024 * 1024
  /// `visit.json`; far above any real visit, far below what would slow the laptop.
  package static let visitFileBytesMax = 1024 * 1024
  /// Opinions in one visit.
  package static let opinionsMax = 100
}
