import CommunicationPolicy
import Console
import Hummingbird
import NIOPosix
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What hangs at a site for everybody, to be read without a login. Nobody at the firm is named here, and
/// nothing that concerns a single unit.
struct BoardPage: Sendable {
  let office: Office
  let say: Words

  /// - Returns: nothing for a site that is not there.
  func page(of code: String?, on replica: Replica) throws -> Page? {
    guard let code = code.flatMap({ UnitCode($0) }) else { return nil }
    let view = SiteView(replica, office.scope(ofSite: code))
    guard let site = try view.facts() else { return nil }
    var page = Page(say(.boardTitle, site.name))
    let now = office.now
    for notice in try view.notices().reversed() where try hangs(notice, view, at: now) {
      page.blocks.append(.heading(notice.text.title))
      page.blocks.append(.note(notice.text.body))
      page.blocks.append(.facts(facts(notice, of: site)))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.boardEmpty))] }
    return page
  }

  private func hangs(_ notice: Notice, _ view: SiteView, at now: Instant) throws -> Bool {
    guard notice.issued != nil, notice.text.form.isWritten, notice.withdrawn == nil,
      !notice.current.isEmpty
    else { return false }
    if let last = notice.text.validUntil, last < LocalTime(now, in: notice.zone).date {
      return false
    }
    switch notice.text.reach {
    case .site: return true
    // Somebody may have named a unit among buildings: what contains no lobby that is known is none.
    case .buildings:
      let lobbies = try view.lobbies()
      return notice.text.places.allSatisfy { place in lobbies.contains { place.contains($0) } }
    case .units: return false
    }
  }

  private func facts(
    _ notice: Notice, of site: SiteFacts
  ) -> [(label: String, value: PageCell)] {
    let (text, zone) = (notice.text, notice.zone)
    let reach =
      text.reach == .site
      ? say(.codeReachSite) : text.places.map(\.text).joined(separator: ", ")
    let all: [(Phrase, String?)] = [
      (.labelKind, say(text.kind.phrase)), (.labelForm, say(text.form.phrase)),
      (.labelIssuer, say(text.issuer.phrase)), (.labelReach, reach),
      (.labelStart, text.start?.wallText(in: zone)), (.labelEnd, text.end?.wallText(in: zone)),
      (.labelPreparation, text.preparation), (.labelSupply, text.supply),
      (.labelOfficeTelephone, text.telephone),
      (.labelValidUntil, text.validUntil?.description),
      (.pageNoticeNumber, notice.name(of: site.code)),
    ]
    var facts: [(label: String, value: PageCell)] = []
    for (label, value) in all {
      guard let value, !value.isBlank else { continue }
      facts.append((label: say(label), value: PageCell(value)))
    }
    return facts
  }
}

extension PageRoutes {
  /// Nobody is asked who they are: a cookie changes nothing, and no link leads into the office.
  func board(_ asked: PageRequest) async throws -> Response {
    let board = BoardPage(office: office, say: Words(asked.language(nil)))
    let code = asked.segments["site"]
    let page = try await NIOThreadPool.singleton.runIfActive { () throws -> Page? in
      try board.office.read { try board.page(of: code, on: $0) }
    }
    guard let page else { return trouble(.pageNotFound, 404, asked, nil) }
    return render(page, asked, nil)
  }
}
