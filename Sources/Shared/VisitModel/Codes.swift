// Closed lists of the trade (glossary and forms). The number is what the log stores and never
// changes its meaning; the name is what JSON and the command line use.

/// A closed list whose members are stored by number and spoken by name.
package protocol CodeSet: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == Int {}

extension CodeSet {
  /// The name used in JSON and on the command line.
  package var name: String { String(describing: self) }

  package init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// Who organises a visit or a draw (公司組織的訪問).
package enum Organiser: Int, CodeSet { case site = 1, company }

/// How a visit takes place (R1-43).
package enum VisitMode: Int, CodeSet { case door = 1, office, outdoors, other }

/// A visit that is sampled and counted, or a return visit that feeds back (A12).
package enum VisitKind: Int, CodeSet { case visit = 1, returnVisit }

/// The eleven topics of R1-09.
package enum Topic: Int, CodeSet {
  case order = 1, cleaning, greening, repair, facilities, staffCapability, convenience, culture
  case responsiveness, hardship, other
}

/// What kind of thing a household said.
package enum OpinionKind: Int, CodeSet {
  case opinion = 1, suggestion, need, request, complaint, praise
}

/// What became of one of the eleven topics at a visit: exactly one of these, for every topic; computed,
/// never stored.
package enum TopicAnswer: Int, CodeSet { case answered = 1, noOpinion, notAsked }

package enum Urgency: Int, CodeSet { case ordinary = 1, urgent }

/// The person met, as related to the unit.
package enum Relation: Int, CodeSet { case owner = 1, family, tenant, staff, other }

/// Satisfaction in three steps, as the register prints them.
package enum SatisfactionGrade: Int, CodeSet { case satisfied = 1, fairlySatisfied, notSatisfied }

/// R1-52, A43: exactly one holds for every visit.
package enum SignatureState: Int, CodeSet { case signed = 1, refused, notAsked, notApplicable }

package enum AttemptOutcome: Int, CodeSet { case nobodyHome = 1, refused, moved }

package enum AppointmentChannel: Int, CodeSet { case telephone = 1, message, inPerson, onTheSpot }

package enum AppointmentState: Int, CodeSet { case agreed = 1, cancelled }

package enum UnitKind: Int, CodeSet { case dwelling = 1, shop, office, dormitory, carPark }

package enum Occupancy: Int, CodeSet {
  case occupied = 1, vacant, `let`, renovating, undelivered

  /// R1-06 and the code sets in forms.md: somebody lives or works there.
  package var isOccupied: Bool { self == .occupied || self == .let }
}

/// Who speaks with households for the firm: the people of one site's office, and head office (R1-01).
package enum Role: Int, CodeSet {
  case siteManager = 1, serviceSupervisor, serviceOfficer, frontDeskOfficer, engineeringSupervisor
  case companyVisitor, companyReviewer, administrator
  /// 總經理 and 綜合事務部: text 2, on the firm's own affairs.
  case generalManager, generalAffairs

  /// Works for head office rather than for one site.
  package var isCompany: Bool {
    switch self {
    case .companyVisitor, .companyReviewer, .administrator, .generalManager, .generalAffairs: true
    case .siteManager, .serviceSupervisor, .serviceOfficer, .frontDeskOfficer,
      .engineeringSupervisor:
      false
    }
  }

  /// Has to do with single households; the firm's own affairs go without their names.
  package var meetsHouseholds: Bool { self != .generalManager && self != .generalAffairs }
}

package enum EntryKind: Int, CodeSet { case primary = 1, reserve }

/// What became of a drawn household (sampling.md).
package enum EntryOutcome: Int, CodeSet {
  case open = 1, visited, refused, unreachable, departed, replaced, released
}

package enum DrawState: Int, CodeSet { case standing = 1, released, cancelled, expired }

package enum RoundState: Int, CodeSet { case open = 1, closed }

/// How head office settles one visit of a duplicate case (sampling.md §Ledger): it becomes a return
/// visit, it is excused, it stands as a repeat, or it is the same visit recorded twice.
package enum SettlementKind: Int, CodeSet {
  case returnVisit = 1, excused, standsAsRepeat, sameVisit

  /// The visit is none of its own any more: no second visit in the round.
  package var isMerging: Bool { self == .returnVisit || self == .sameVisit }
}

/// Why a repeat may not be held against anybody, or may (sampling.md §Ledger).
package enum DuplicateCause: Int, CodeSet, Comparable {
  case unavoidable = 1, learntLate, avoidable

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
