import CommunicationPolicy
import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

// What meetings ask of somebody, and when. Whoever never wrote a meeting down here owes none: a firm that
// keeps its minutes elsewhere is not told every Monday that they are missing.

extension ObligationReader {
  /// The meetings of the scope: a site's departments', or the company's own and those of its departments.
  func meetings() throws -> [SiteObligation] {
    let all = try view.meetings()
    if all.isEmpty { return [] }
    let last = MeetingWeek.monday(of: LocalTime(now, in: zone).date)
    let earliest = last.advanced(byDays: -8 * 7)
    var found: [SiteObligation] = []
    let own = all.filter { $0.kind == .company }
    if let first = own.map(\.week).min() {
      for week in weeks(from: max(first, earliest), through: last) {
        try found.append(contentsOf: company(own, week))
      }
    }
    let departments = Dictionary(grouping: all.filter { $0.kind == .department }, by: \.department)
    for (department, meetings) in departments {
      guard let first = meetings.map(\.week).min() else { continue }
      for week in weeks(from: max(first, earliest), through: last.advanced(byDays: 7)) {
        try found.append(contentsOf: self.department(department, meetings, week))
      }
    }
    return found + (try all.filter { $0.week >= earliest }.compactMap { try minutes($0) })
  }

  /// R2-05, A35: on Monday, or the next working day of its week.
  private func company(_ meetings: [Meeting], _ week: CivilDate) throws -> [SiteObligation] {
    let (day, isProvisional) = MeetingWeek.companyDay(of: week, calendar)
    guard let day else { return [] }
    let held = meetings.filter { $0.week == week }.compactMap(\.start).min()
    return [
      try obligation(
        .r2_05, of: .post(.generalManager),
        due: WorkingCalendar.DueDate(date: day, isProvisional: isProvisional),
        about: view.meetingKey(.company, department: nil, day: week), household: nil,
        month: day.civilMonth, metAt: held)
    ]
  }

  /// R2-06, A36: before the company's meeting; where that is not written down, by the end of its day.
  private func department(
    _ department: Department?, _ meetings: [Meeting], _ week: CivilDate
  ) throws -> [SiteObligation] {
    let (day, isProvisional) = MeetingWeek.companyDay(of: week, calendar)
    guard let day else { return [] }
    let companys = try view.replica.companyMeetings().start(inWeekOf: week)
    let limit = companys ?? day.advanced(byDays: 1).startOfDay(in: zone)
    let chair = meetings.last { $0.chair != nil }?.chair
    return [
      try obligation(
        of: chair.map { .person($0) } ?? .post(.siteManager),
        by: LeadTime.Limit(
          rule: .r2_06, moment: limit.advanced(byMilliseconds: -1),
          isProvisional: isProvisional && companys == nil),
        about: view.meetingKey(.department, department: department, day: week),
        month: day.civilMonth, metAt: meetings.filter { $0.week == week }.compactMap(\.start).min())
    ]
  }

  /// R2-07, R2-08, A37: minutes are written and the chair confirms them; when is not said.
  private func minutes(_ meeting: Meeting) throws -> SiteObligation? {
    guard let start = meeting.start, let writer = meeting.minuteTaker else { return nil }
    return try obligation(
      meeting.kind == .company ? .r2_07 : .r2_08, of: .person(meeting.chair ?? writer),
      due: meeting.day.advanced(byDays: settings(at: start).reviewTargetDays), isTarget: true,
      about: meeting.key, household: nil, month: meeting.day.civilMonth,
      metAt: meeting.isConfirmed ? meeting.confirmed?.at : nil)
  }

  private func weeks(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
    stride(from: first.daysSince1970, through: last.daysSince1970, by: 7).map {
      CivilDate(daysSince1970: $0)
    }
  }
}

extension Replica {
  /// The scope of the company whose records this replica holds.
  package func company() throws -> ScopeID? {
    if let company = known?.company { return company }
    let company = try readCompany()
    known?.company = company
    return company
  }

  func companyMeetings() throws -> CompanyMeetings {
    if let meetings = known?.meetings { return meetings }
    let meetings = try CompanyMeetings(self)
    known?.meetings = meetings
    return meetings
  }

  private func readCompany() throws -> ScopeID? {
    try connection.first(
      "SELECT r.scope FROM " + RecordRows.everywhere(.company)
    ) { try $0.blob(0) }.flatMap { ScopeID(bytes: $0) }
  }
}
