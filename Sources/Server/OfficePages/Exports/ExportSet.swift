import Listings
package import VisitModel
import Wording

/// What can be taken along as a whole. What each holds is `ExportRows`.
package enum ExportSet: String, Hashable, Sendable, CaseIterable {
  case visits, households, matters, duplicates, obligations

  /// The page whose roles may take it.
  private var page: PageRoute {
    switch self {
    case .visits, .households: .site
    case .matters: .matters
    case .duplicates: .duplicates
    case .obligations: .due
    }
  }

  package func admits(_ role: Role) -> Bool { page.admits(role) }

  /// Whether it is of months; else it is all that there is.
  var hasMonths: Bool {
    switch self {
    case .visits, .matters, .obligations: true
    case .households, .duplicates: false
    }
  }

  var phrase: Phrase {
    switch self {
    case .visits: .exportVisits
    case .households: .exportHouseholds
    case .matters: .mattersTitle
    case .duplicates: .duplicatesTitle
    case .obligations: .dueTitle
    }
  }
}
