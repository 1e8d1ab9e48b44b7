import CommunicationPolicy
import ConflictFreeRecords
package import RecordStore
package import VisitModel

// Head office's sheet of all sites. Figures that are kept answer at once; what does not hold any more is counted
// in the question as far as there is time for it, and the rest by the server's clock.

/// What the sheet says of a month.
package struct SheetAnswer: Sendable {
  package let rows: [SheetRow]
  /// What was counted in the question.
  fileprivate let counted: [ScopeID: Sheet.Computed]
}

/// Head office's visits that ask something of a reviewer or of the household, and months that wait for a decision.
package struct ReviewsAnswer: Sendable {
  /// In no order.
  package let reviews: [(site: SiteFacts, one: WaitingReview)]
  /// In no order, whoever decides.
  package let summaries: [(site: SiteFacts, one: WaitingSummary)]
  /// When the oldest of what they were found in was counted that is not of now; nothing where all is.
  package let since: Instant?
  /// Sites of which they are not known.
  package let missing: Int
}

/// The months that the sheet keeps, over some sites.
package struct MonthsAnswer: Sendable {
  /// The latest first.
  package let totals: [SheetTotal]
  /// How many sites were asked for.
  package let sites: Int
}

/// The draws of a month at all sites.
package struct DrawsAnswer: Sendable {
  package let draws: [(site: SiteFacts, draw: SheetDraw)]
  /// Sites whose draws are as of earlier.
  package let stale: Int
  /// Sites whose draws are not known.
  package let missing: Int
}

extension Office {
  /// A question may take this long for counting; the last site that was begun is finished.
  private static let questionMs: UInt64 = 50

  private func sheet(_ replica: Replica) throws -> Sheet {
    try Sheet(replica, of: company, in: environment.zone, at: now)
  }

  /// One row a site, in the order given.
  package func sheet(
    of month: CivilMonth, _ sites: [SiteFacts], on replica: Replica
  ) throws -> SheetAnswer {
    let sheet = try sheet(replica)
    let rows = try sheet.rows(of: month, sites)
    let stale = rows.filter { !$0.standing.isCurrent && !$0.standing.isDamaged }.map(\.site.scope)
    let counted = try counted(stale, sheet, on: replica)
    if counted.isEmpty { return SheetAnswer(rows: rows, counted: counted) }
    return SheetAnswer(
      rows: rows.map { row in
        guard let one = counted[row.site.scope] else { return row }
        let fresh = one.row(of: month, row)
        // A month that is not kept was not counted.
        return row.month == .notKept
          ? SheetRow(site: row.site, month: .notKept, standing: fresh.standing) : fresh
      }, counted: counted)
  }

  /// Head office's visits that ask something of somebody, at sites.
  /// - Parameter answer: of the same reading, where the page asked for the sheet too: then nothing is counted
  ///   twice.
  package func companyReviews(
    of sites: [SiteFacts], after answer: SheetAnswer? = nil, on replica: Replica
  ) throws -> ReviewsAnswer {
    let sheet = try sheet(replica)
    let all = try sheet.reviews()
    let facts = Dictionary(sites.map { ($0.scope, $0) }) { first, _ in first }
    let others = sites.map(\.scope).filter { all.unknown.contains($0) || all.earlier[$0] != nil }
    let counted = try answer?.counted ?? counted(others, sheet, on: replica)
    let isNew = Set(counted.filter { $0.value.sheet != nil }.keys)
    let fresh = counted.values.flatMap { $0.sheet?.reviews ?? [] }
    let now = now
    let kept = isNew.isEmpty ? all.reviews : all.reviews.filter { !isNew.contains($0.visit.scope) }
    let reviews = (kept + fresh).compactMap { one -> (site: SiteFacts, one: WaitingReview)? in
      guard let site = facts[one.visit.scope], one.asks(at: now, in: site.zone) else { return nil }
      return (site, one)
    }
    let summaries =
      all.summaries.filter { !isNew.contains($0.scope) }
      + counted.values.flatMap { $0.sheet?.summaries ?? [] }
    let left = others.filter { !isNew.contains($0) }
    return ReviewsAnswer(
      reviews: reviews,
      summaries: summaries.compactMap { one in facts[one.scope].map { ($0, one) } },
      since: left.compactMap { all.earlier[$0] }.min(),
      missing: left.count { all.unknown.contains($0) })
  }

  /// The last twelve months of sites, in sums.
  package func months(of sites: [SiteFacts], on replica: Replica) throws -> MonthsAnswer {
    let sheet = try sheet(replica)
    let scopes = sites.map(\.scope)
    let counted = try counted(
      sheet.stale(among: scopes, limit: scopes.count), sheet, on: replica)
    return MonthsAnswer(totals: try sheet.totals(scopes, counted), sites: scopes.count)
  }

  /// The draws of a month at all sites, the newest first.
  package func draws(
    of month: CivilMonth, _ sites: [SiteFacts], on replica: Replica
  ) throws -> DrawsAnswer {
    let sheet = try sheet(replica)
    let rows = try sheet.rows(of: month, sites)
    let counted = try counted(
      rows.filter { !$0.standing.isCurrent && !$0.standing.isDamaged }.map(\.site.scope), sheet,
      on: replica)
    let facts = Dictionary(sites.map { ($0.scope, $0) }) { first, _ in first }
    let kept = try sheet.draws(of: month).filter { counted[$0.key.scope] == nil }
    let fresh = counted.values.flatMap { $0.sheet?.draws ?? [] }.filter { $0.month == month }
    let all = (kept + fresh).compactMap { draw in
      facts[draw.key.scope].map { (site: $0, draw: draw) }
    }
    let after = rows.map { row in counted[row.site.scope]?.row(of: month, row) ?? row }
    return DrawsAnswer(
      draws: all.sorted { Self.precedes($0.draw, $1.draw) },
      stale: after.count { $0.standing.figures != nil && !$0.standing.isCurrent },
      missing: after.count { $0.standing.figures == nil })
  }

  private static func precedes(_ a: SheetDraw, _ b: SheetDraw) -> Bool {
    let earliest = Instant(millisecondsSince1970: .min)
    return (b.at ?? earliest, a.key) < (a.at ?? earliest, b.key)
  }

  /// Counts as many of the sites as there is time for, the first ones first.
  private func counted(
    _ sites: [ScopeID], _ sheet: Sheet, on replica: Replica
  ) throws -> [ScopeID: Sheet.Computed] {
    if sites.isEmpty { return [:] }
    let calendar = try replica.workingCalendar(of: company)
    let began = environment.clock().monotonicMs
    var counted: [ScopeID: Sheet.Computed] = [:]
    for site in sites {
      let spent = environment.clock().monotonicMs.subtractingReportingOverflow(began)
      // A clock that was set back has not gone backwards by a question's time.
      if spent.overflow || spent.partialValue >= Self.questionMs { break }
      counted[site] = try sheet.computed(site, calendar)
    }
    return counted
  }

  /// Counts sites whose figures do not hold any more, those first that were never counted, and writes them
  /// down: the act of the server's clock. They are counted in one reading; the writer is taken for the writing
  /// alone.
  /// - Returns: how many were counted; 0 where the whole sheet holds.
  @discardableResult
  package func refreshSheet(atMost count: Int = .max) throws -> Int {
    let counted = try read { replica in
      let sheet = try sheet(replica)
      let calendar = try replica.workingCalendar(of: company)
      return try sheet.stale(limit: count).map { try sheet.computed($0, calendar) }
    }
    if counted.isEmpty { return 0 }
    try write { replica in for one in counted { try one.store(replica.connection) } }
    return counted.count
  }
}

extension Kept {
  fileprivate var isDamaged: Bool {
    if case .damaged = self { true } else { false }
  }
}
