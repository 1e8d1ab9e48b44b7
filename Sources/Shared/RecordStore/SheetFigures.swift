package import ConflictFreeRecords
package import VisitModel

/// A site's month on head office's sheet: `MonthReport` in figures, with what became of its visits.
package struct SheetMonth: Hashable, Sendable {
  package let month: CivilMonth
  package let totalUnits: Int
  package let occupied: Int
  package let percent: Int
  package let quota: Int
  /// The quota is today's, because no frame was taken (A05).
  package let isProvisional: Bool
  package let counted: Int
  package let byManager: Int
  package let requiredOfManager: Int
  package let bySupervisor: Int
  package let requiredOfSupervisor: Int
  package let byCompany: Int
  package let tally: MonthTally
}

/// What became of a month's visits.
package struct MonthTally: Hashable, Sendable {
  /// Visits that stand, by site and company, return visits too.
  package var visits = 0
  /// Those of them that wait in the reviewers' queue, or for an answer, or for the household to be asked.
  package var waiting = 0
  /// What was said at visits and in other contacts of the month.
  package var matters = 0
  package var openMatters = 0

  package init() {}
}

/// How a site stands now, whatever the month.
package struct SheetStanding: Hashable, Sendable {
  package let round: Int
  /// Households done and open in the present round.
  package let done: Int
  package let open: Int
  package let openCases: Int
  /// Questions that two values of a field ask; those about petitions are for few eyes and in no figure (A39).
  package let conflicts: Int
  /// In the queue of the site's own reviewers, and in head office's.
  package let siteReviews: Int
  package let companyReviews: Int
  /// Obligations of the last months, without petitions: overdue now, met in time, met late.
  package let overdue: Int
  package let inTime: Int
  package let late: Int

  /// Those of which it can be said whether they were in time.
  package var judged: Int { overdue + inTime + late }
}

/// A draw on the sheet.
package struct SheetDraw: Hashable, Sendable {
  package let key: RecordKey
  package let round: Int
  package let month: CivilMonth
  package let organiser: Organiser
  package let at: Instant?
  package let primary: Int
  package let reserve: Int
  /// Entries that nobody has visited or given up.
  package let open: Int
  package let state: DrawState
}

/// Figures that are kept, and what is known of them.
package enum Kept<Figures: Hashable & Sendable>: Hashable, Sendable {
  case current(Figures)
  /// Right at that moment; something came since, or a day passed.
  case asOf(Figures, Instant)
  /// Not counted yet.
  case notYet
  /// The sheet keeps no such month.
  case notKept
  /// The site's records cannot be read, and why.
  case damaged(String)

  package var figures: Figures? {
    switch self {
    case .current(let figures), .asOf(let figures, _): figures
    case .notYet, .notKept, .damaged: nil
    }
  }

  package var isCurrent: Bool {
    if case .current = self { true } else { false }
  }
}

/// One site on the sheet.
package struct SheetRow: Hashable, Sendable {
  package let site: SiteFacts
  package let month: Kept<SheetMonth>
  package let standing: Kept<SheetStanding>

  package init(site: SiteFacts, month: Kept<SheetMonth>, standing: Kept<SheetStanding>) {
    self.site = site
    self.month = month
    self.standing = standing
  }
}

/// A month of many sites.
package struct SheetTotal: Hashable, Sendable {
  package let month: CivilMonth
  /// Sites whose figures are in the sums.
  package var sites = 0
  /// Those of them whose quota is provisional.
  package var provisional = 0
  /// When the oldest of them was counted that is not of now; nothing where all are.
  package var since: Instant?
  package var quota = 0
  package var occupied = 0
  package var counted = 0
  package var byCompany = 0
  package var tally = MonthTally()

  package init(_ month: CivilMonth) { self.month = month }

  package mutating func add(_ one: SheetMonth) {
    sites += 1
    provisional += one.isProvisional ? 1 : 0
    quota += one.quota
    occupied += one.occupied
    counted += one.counted
    byCompany += one.byCompany
    tally.visits += one.tally.visits
    tally.waiting += one.tally.waiting
    tally.matters += one.tally.matters
    tally.openMatters += one.tally.openMatters
  }

  /// The same month of other sites.
  mutating func add(_ other: SheetTotal) {
    sites += other.sites
    provisional += other.provisional
    since = [since, other.since].compactMap(\.self).min()
    quota += other.quota
    occupied += other.occupied
    counted += other.counted
    byCompany += other.byCompany
    tally.visits += other.tally.visits
    tally.waiting += other.tally.waiting
    tally.matters += other.tally.matters
    tally.openMatters += other.tally.openMatters
  }
}

extension CivilMonth {
  /// The months that the sheet keeps: this one and the eleven before it, the latest first.
  package var keptMonths: [CivilMonth] {
    (1...11).reduce(into: [self]) { months, _ in months.append((months.last ?? self).previous) }
  }
}
