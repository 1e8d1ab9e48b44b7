import CommunicationPolicy
import VisitModel

/// What every site of one reading asks again: the decisions in force, and the company's own affairs. Read
/// for each of thousands of sites, they took longer than the sites.
final class SnapshotKnowledge {
  var policy: Policy?
  var company: ScopeID?
  var meetings: CompanyMeetings?
}
