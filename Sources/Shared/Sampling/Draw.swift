package import Fingerprint
package import VisitModel

/// What a sample is drawn from, and how large it is to be.
package struct DrawRequest: Hashable, Sendable {
  package var organiser: Organiser
  package var slot: String
  package var slots: SlotList
  package var primaryCount: Int
  package var reserveCount: Int
  /// Ascending, no duplicates.
  package var eligible: [RecordID]

  package init(
    organiser: Organiser, slot: String = SlotList.standard.names[0],
    slots: SlotList = .standard, primaryCount: Int, reserveCount: Int,
    eligible: some Sequence<RecordID>
  ) {
    self.organiser = organiser
    self.slot = slot
    self.slots = slots
    self.primaryCount = max(0, primaryCount)
    self.reserveCount = max(0, reserveCount)
    self.eligible = Set(eligible).sorted()
  }
}

/// A sample: who is to be visited, in the order of the numbers, and who replaces them.
package struct Draw: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let number: PermanentRandomNumber
    package let kind: EntryKind
    package var household: RecordID { number.household }
  }

  /// The version of the rule below, stored with each draw.
  package static let ruleVersion = 1

  package let entries: [Entry]
  /// Of the eligible list: changes with any household in it.
  package let eligibleDigest: Digest

  /// Draws a sample. The site takes the smallest numbers among the households its slot owns, the
  /// company the largest of all; so two who have not met for weeks draw apart until their ends meet.
  ///
  /// By value, never by rank: a household that moves in shifts nobody else.
  package init(_ request: DrawRequest, _ round: RoundSeed) {
    var numbers = request.eligible.map(round.number(of:))
    switch request.organiser {
    case .site:
      numbers = numbers.filter {
        // Swift's string equality is canonical equivalence; a slot's name is its bytes.
        request.slots.owner(of: $0.household, in: round).utf8.elementsEqual(request.slot.utf8)
      }.sorted()
    case .company: numbers.sort(by: >)
    }
    let wanted = request.primaryCount.addingReportingOverflow(request.reserveCount)
    let taken = numbers.prefix(wanted.overflow ? .max : wanted.partialValue)
    entries = taken.enumerated().map { index, number in
      Entry(number: number, kind: index < request.primaryCount ? .primary : .reserve)
    }
    eligibleDigest = Digest(
      domain: "rounds eligible v1", request.eligible.flatMap(\.bytes))
  }

  /// Whether recorded entries are what the request yields: anyone can check a draw.
  package static func isReplay(
    _ recorded: [(household: RecordID, kind: EntryKind)], of request: DrawRequest,
    _ round: RoundSeed
  ) -> Bool {
    let again = Draw(request, round).entries
    return again.count == recorded.count
      && zip(again, recorded).allSatisfy { $0.household == $1.household && $0.kind == $1.kind }
  }
}

/// How far the two ends have come towards each other in a round.
package struct DrawExtent: Hashable, Sendable {
  package private(set) var highestOfSite: PermanentRandomNumber?
  package private(set) var lowestOfCompany: PermanentRandomNumber?

  package init() {}

  package mutating func insert(_ number: PermanentRandomNumber, by organiser: Organiser) {
    switch organiser {
    case .site: highestOfSite = highestOfSite.map { max($0, number) } ?? number
    case .company: lowestOfCompany = lowestOfCompany.map { min($0, number) } ?? number
    }
  }

  /// From here on an overlap is possible, and reported where it happens.
  package var endsHaveMet: Bool {
    guard let site = highestOfSite, let company = lowestOfCompany else { return false }
    return site >= company
  }
}
