import CommunicationPolicy
import VisitModel

extension VisitRow {
  /// Who visits whom: R1-35, R1-38 and R1-39.
  static let sampling: [VisitRow] = [
    VisitRow("R1-35 a service officer alone is who should visit") { $0.posts = [.serviceOfficer] },
    VisitRow("R1-35 the manager and the supervisor take part") {
      $0.posts = [.siteManager, .serviceSupervisor]
    },
    VisitRow("R1-35 an engineer may come along with an officer") {
      $0.posts = [.engineeringSupervisor, .serviceOfficer]
    },
    VisitRow("R1-35 an engineer alone needs a reason", ["R1-35 warning"]) {
      $0.posts = [.engineeringSupervisor]
    },
    VisitRow("R1-35 the front desk alone needs a reason", ["R1-35 warning"]) {
      $0.posts = [.frontDeskOfficer]
    },
    VisitRow("R1-35 a visit by nobody needs a reason", ["R1-35 warning"]) { $0.posts = [] },
    VisitRow("R1-35 a company visitor makes company visits") {
      $0.organiser = .company
      $0.posts = [.companyVisitor]
    },
    VisitRow("R1-35 a company visitor alone needs a reason on a site visit", ["R1-35 warning"]) {
      $0.posts = [.companyVisitor]
    },
    VisitRow("R1-38 a drawn household not yet visited is visited") { $0.isDrawn = true },
    VisitRow("R1-38 a household picked by hand and not yet visited is visited") {
      $0.isDrawn = false
    },
    VisitRow("R1-38 a repeat within the round needs a reason", ["R1-38 warning"]) {
      $0.visitedBy = [.site]
    },
    VisitRow("R1-38 a repeat by the company needs one as well", ["R1-38 warning"]) {
      $0.organiser = .company
      $0.visitedBy = [.company]
    },
    VisitRow("R1-38 a return visit to a household done in the round is no repeat") {
      $0.kind = .returnVisit
      $0.earlier = .matter
      $0.visitedBy = [.site, .company]
    },
    VisitRow("R1-38 a household that asked not to be visited is left alone", ["R1-38 block"]) {
      $0.isRestricted = true
    },
    VisitRow("R1-38 feedback owed to such a household needs a reason", ["R1-38 warning"]) {
      $0.kind = .returnVisit
      $0.earlier = .matter
      $0.isRestricted = true
    },
    VisitRow("R1-39 the site's own draw does not stand in its way") { $0.drawnBy = [.site] },
    VisitRow("R1-39 nor the company's in the company's") {
      $0.organiser = .company
      $0.drawnBy = [.company]
    },
    VisitRow("R1-39 a household the company has drawn needs a reason", ["R1-39 warning"]) {
      $0.drawnBy = [.company]
    },
    VisitRow("R1-39 as does one the company has visited", ["R1-39 warning"]) {
      $0.visitedBy = [.company]
    },
    VisitRow("R1-39 the company needs one for what the site has drawn", ["R1-39 warning"]) {
      $0.organiser = .company
      $0.drawnBy = [.site]
    },
    VisitRow("R1-39 and for what the site has visited", ["R1-39 warning"]) {
      $0.organiser = .company
      $0.visitedBy = [.site]
    },
    VisitRow("R1-39 a return visit goes to a household the company has drawn") {
      $0.kind = .returnVisit
      $0.earlier = .matter
      $0.drawnBy = [.company]
    },
    VisitRow(
      "R1-39 visited by both is a repeat and a collision", ["R1-38 warning", "R1-39 warning"]
    ) { $0.visitedBy = [.site, .company] },
  ]
}
