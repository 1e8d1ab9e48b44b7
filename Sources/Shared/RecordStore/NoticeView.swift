package import CommunicationPolicy
package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

extension SiteView {
  /// Every lobby of the site, from the codes of its units, ascending.
  package func lobbies() throws -> [UnitCode] {
    let codes = try replica.connection.rows(
      "SELECT code FROM unitIndex WHERE scope = ?", [.blob(scope.bytes)]
    ) { String(decoding: try $0.blob(0), as: UTF8.self) }
    return Set(codes.compactMap { UnitCode($0)?.lobby }).sorted()
  }

  /// Every notice of the scope, withdrawn ones included, the oldest first.
  package func notices() throws -> [Notice] {
    let states = try replica.records.states(of: .notice, in: scope)
    if states.isEmpty { return [] }
    let lobbies = try lobbies()
    return try states.compactMap { try notice(key(.notice, $0.id), $0.state, lobbies) }
      .sorted { ($0.madeAt, $0.key) < ($1.madeAt, $1.key) }
  }

  package func notice(_ key: RecordKey) throws -> Notice? {
    try replica.records.state(of: key).flatMap { try notice(key, $0, try lobbies()) }
  }

  private func notice(
    _ key: RecordKey, _ state: RecordState, _ lobbies: [UnitCode]
  ) throws -> Notice? {
    let records = replica.records
    let postings = try records.members(.postingOfNotice, of: key)
      .compactMap { Posting($0.key, $0.state) }
      .sorted { a, b in
        if a.deed.at != b.deed.at { return a.deed.at < b.deed.at }
        if a.place.utf8.elementsEqual(b.place.utf8) { return a.key < b.key }
        return a.place.utf8.lexicographicallyPrecedes(b.place.utf8)
      }
    return Notice(
      key, state,
      places: try records.members(.placeOfNotice, of: key)
        .compactMap { $0.state.text(NoticePlaceField.code).flatMap { UnitCode($0) } }.sorted(),
      postings: postings,
      seals: try records.members(.sealOfNotice, of: key).compactMap { SealAct($0.state) }
        .sorted { $0.deed.at < $1.deed.at },
      checks: try records.members(.checkOfNotice, of: key).compactMap { SignCheck($0.state) }
        .sorted { $0.deed.at < $1.deed.at }
    ) { Notice.needed($0, $1.isEmpty ? lobbies : $1, known: lobbies) }
  }

  /// Emergencies of a month, for its summary (R1-18 to R1-22, A25).
  package func emergencies(of month: CivilMonth) throws -> [Notice] {
    try notices().filter {
      $0.emergency != nil && $0.issued != nil && $0.withdrawn == nil && $0.month == month
    }
  }
}

extension Notice {
  /// Where a notice has to hang: in every lobby it concerns (R1-15, R1-20, A47), at every door, or on the
  /// compound's own board, which has no code and stands as none here.
  /// - Parameters:
  ///   - lobbies: of a notice to the whole compound, as they were when it was issued.
  ///   - known: those of the site now.
  static func needed(
    _ text: NoticeText, _ lobbies: [UnitCode], known: [UnitCode]
  ) -> [Needed] {
    switch (text.kind, text.reach) {
    case (.education, _), (.report, _): []
    case (_, .site): lobbies.map { Needed(.lobby, $0) }
    case (_, .buildings):
      text.places.flatMap { place in
        let inside = known.filter { place.contains($0) }
        // One that no unit is known of is still to be told.
        return (inside.isEmpty ? [place] : inside).map { Needed(.lobby, $0) }
      }.uniqued()
    case (_, .units): text.places.map { Needed(.door, $0, instead: $0.lobby) }
    }
  }

  /// Until when households are to be told; nothing without a number in the procedures, for an emergency
  /// and for what is not to be any more.
  package func limit(_ calendar: WorkingCalendar, _ settings: PolicySettings) -> LeadTime.Limit? {
    guard let start = text.start, emergency == nil, withdrawn == nil else { return nil }
    return LeadTime.ofNotice(text.kind, start: start, in: zone, calendar, settings)
  }

  /// Until when the department was to say so; nothing for what it did not ask for.
  package func requestLimit(_ settings: PolicySettings) -> LeadTime.Limit? {
    guard let start = text.start, requested != nil, emergency == nil else { return nil }
    return LeadTime.ofRequest(text.kind, start: start, settings)
  }
}

extension [Notice.Needed] {
  /// The first of each, in order.
  fileprivate func uniqued() -> [Notice.Needed] {
    var seen: Set<Notice.Needed> = []
    return filter { seen.insert($0).inserted }
  }
}
