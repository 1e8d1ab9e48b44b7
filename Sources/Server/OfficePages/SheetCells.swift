import Listings
import RecordStore
import VisitModel
import Wording

/// Figures of the sheet as cells and as counts: what is not known says why, and is never 0.
struct SheetCells {
  /// On whose clock people read when something was counted.
  let zone: ZoneOffset

  /// Why there are no figures.
  static func why<Figures>(_ kept: Kept<Figures>) -> Message {
    switch kept {
    case .current, .asOf, .notYet: Message(.sheetNotYet)
    case .notKept: Message(.sheetNotKept)
    case .damaged(let why): Message(.sheetDamaged, [why])
    }
  }

  func counted<Figures>(_ kept: Kept<Figures>, _ value: (Figures) -> Int) -> Counted {
    switch kept {
    case .current(let figures): .known(value(figures))
    case .asOf(let figures, let at): .asOf(value(figures), at)
    case .notYet, .notKept, .damaged: .unknown(why: Self.why(kept))
    }
  }

  /// Of when a figure is, is said once for its row.
  func number<Figures>(
    _ kept: Kept<Figures>, address: String? = nil, _ value: (Figures) -> Int
  ) -> ListCell {
    guard let figures = kept.figures else { return .unknown(Self.why(kept)) }
    return .number(value(figures), address: address)
  }

  /// A share in whole hundredths, rounded down: 100 % is said of the whole alone. Empty where there is nothing
  /// to share.
  func percent<Figures>(
    _ kept: Kept<Figures>, address: String? = nil, _ part: (Figures) -> Int,
    of whole: (Figures) -> Int
  ) -> ListCell {
    guard let figures = kept.figures else { return .unknown(Self.why(kept)) }
    guard let share = Self.share(part(figures), of: whole(figures)) else { return .empty }
    return ListCell(.percent(share), address: address)
  }

  static func share(_ part: Int, of whole: Int) -> Int? {
    whole > 0 ? part * 100 / whole : nil
  }

  func yesNo<Figures>(_ kept: Kept<Figures>, _ value: (Figures) -> Bool) -> ListCell {
    kept.figures.map { .yesNo(value($0)) } ?? .unknown(Self.why(kept))
  }

  /// When the older of a row's figures were counted; empty where all are of now.
  func asOf(_ row: SheetRow) -> ListCell {
    var moments: [Instant] = []
    if case .asOf(_, let at) = row.month { moments.append(at) }
    if case .asOf(_, let at) = row.standing { moments.append(at) }
    return .moment(moments.min(), in: zone)
  }
}
