import CommunicationPolicy
import VisitModel

/// What one reading asks again for each of thousands of sites, and then takes longer than the sites: which there
/// are, the decisions in force, and the company's own affairs.
final class SnapshotKnowledge {
  var policy: Policy?
  var company: ScopeID?
  var meetings: CompanyMeetings?
  /// What earlier snapshots were found to say.
  var shelf: SiteShelf?
  /// By code.
  var sites: [SiteFacts]?
}
