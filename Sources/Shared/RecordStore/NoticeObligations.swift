import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
import VisitModel

// What notices ask of somebody, and when.

extension ObligationReader {
  /// Lead times, signs, archive and the month's entry on the publicity board. What lies further back is
  /// history: the summaries tell of it.
  func notices() throws -> [SiteObligation] {
    let all = try view.notices()
    return try asked(by: all) + board(all)
  }

  /// The same of the company's own, which hang on no board of a compound.
  func ownNotices() throws -> [SiteObligation] { try asked(by: try view.notices()) }

  private func asked(by all: [Notice]) throws -> [SiteObligation] {
    let recent = all.filter { $0.withdrawn == nil && $0.month >= present.previous.previous }
    return try recent.flatMap { notice -> [SiteObligation] in
      try [request(notice), leadTime(notice), signs(notice), archive(notice)].compactMap { $0 }
    }
  }

  /// R1-18, R1-21: the department tells the customer-service centre so long before.
  private func request(_ notice: Notice) throws -> SiteObligation? {
    guard let requested = notice.requested,
      let limit = notice.requestLimit(settings(at: notice.madeAt))
    else { return nil }
    return try obligation(
      of: .person(requested.account), by: limit, about: notice.key, month: notice.month,
      metAt: requested.at)
  }

  /// R1-19, R1-22, R1-24, R1-28: households are told so long before; the last lobby decides.
  private func leadTime(_ notice: Notice) throws -> SiteObligation? {
    guard let limit = notice.limit(calendar, settings(at: notice.madeAt)) else { return nil }
    return try obligation(
      of: limit.rule == .r1_28
        ? .person(notice.made.account)
        : .post(.serviceSupervisor), by: limit, about: notice.key, month: notice.month,
      metAt: notice.toldAt)
  }

  /// R1-16: conspicuous during pest control and after it. R1-27: signs and a cordon at repairs. No number:
  /// the day on which the work ends is a target.
  private func signs(_ notice: Notice) throws -> SiteObligation? {
    guard let issued = notice.issued, let end = notice.text.end ?? notice.text.start else {
      return nil
    }
    // During and after it is not before it.
    let checks = notice.checks.filter {
      $0.hasSigns && ($0.phase == .before || $0.deed.at >= notice.text.start ?? $0.deed.at)
    }
    let rule: RuleID
    let met: Instant?
    switch notice.text.kind {
    case .pestControl:
      rule = .r1_16
      let during = checks.first { $0.phase == .during }?.deed.at
      let after = checks.first { $0.phase == .after }?.deed.at
      met = during.flatMap { during in after.map { max(during, $0) } }
    case .repairDisturbance:
      rule = .r1_27
      met = checks.first { $0.hasCordon && $0.phase != .after }?.deed.at
    case .waterOutage, .powerOutage, .activity, .education, .parkingCard, .typhoonWarning,
      .report, .other:
      return nil
    }
    return try obligation(
      rule, of: .person(issued.account), due: LocalTime(end, in: zone).date, isTarget: true,
      about: notice.key, household: nil, month: notice.month, metAt: met)
  }

  /// R2-12: the original goes to the archive; when is not said.
  private func archive(_ notice: Notice) throws -> SiteObligation? {
    guard let issued = notice.issued, notice.text.form.isWritten else { return nil }
    return try obligation(
      .r2_12, of: .person(issued.account),
      due: LocalTime(issued.at, in: zone).date.advanced(
        byDays: settings(at: issued.at).routingTargetDays),
      isTarget: true, about: notice.key, household: nil, month: notice.month,
      metAt: notice.archived?.at)
  }

  /// R1-25, A28: so many new entries a calendar month on every publicity board. Boards are those on which
  /// education hung in the year before; a site that keeps no notices here owes none.
  private func board(_ all: [Notice]) throws -> [SiteObligation] {
    guard let first = all.map(\.madeAt).min() else { return [] }
    let began = LocalTime(first, in: zone).date.civilMonth
    let entries = all.filter { $0.text.kind == .education && $0.withdrawn == nil }.flatMap {
      $0.postings.filter { $0.kind == .board }
    }
    return try [present.previous, present].filter { $0 >= began }.compactMap { month in
      let settings = policy.settings(on: month.firstDay)
      guard settings.boardEntriesPerMonth > 0 else { return nil }
      return try obligation(
        .r1_25, of: .post(.serviceSupervisor), due: month.lastDay,
        about: view.summaryKey(of: month), household: nil, month: month,
        metAt: refreshed(in: month, entries, settings.boardEntriesPerMonth))
    }
  }

  /// When the last of the boards had its entries of the month.
  private func refreshed(
    in month: CivilMonth, _ entries: [Posting], _ count: Int
  ) -> Instant? {
    let yearBefore = (1...12).reduce(month) { earlier, _ in earlier.previous }
    // A board from which everything was taken down is no board any more.
    let boards = Set(
      entries.filter {
        (yearBefore...month).contains(self.month(of: $0))
          && ($0.takenDown == nil || self.month(of: $0) == month)
      }.map(\.place))
    if boards.isEmpty { return nil }
    let moments = boards.map { board in
      entries.filter { $0.place == board && self.month(of: $0) == month }.map(\.deed.at)
        .sorted().dropFirst(count - 1).first
    }
    return moments.contains(nil) ? nil : moments.compactMap(\.self).max()
  }

  private func month(of posting: Posting) -> CivilMonth {
    LocalTime(posting.deed.at, in: zone).date.civilMonth
  }
}
