import CommunicationPolicy
import ConflictFreeRecords
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
    let own = try view.notices().filter { try hangs($0, view, at: now) }
    let company = try SiteView(replica, office.company).issued(for: site).filter {
      isStanding($0, at: now) && $0.text.reach != .units && $0.hangs(at: site)
    }
    let all = (own + company).sorted { ($0.madeAt, $0.key) > ($1.madeAt, $1.key) }
    for notice in all {
      page.blocks.append(.heading(notice.text.title))
      page.blocks.append(.note(notice.text.body))
      page.blocks.append(.facts(facts(notice, of: site)))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.boardEmpty))] }
    return page
  }

  private func isStanding(_ notice: Notice, at now: Instant) -> Bool {
    guard notice.issued != nil, notice.text.form.isWritten, notice.withdrawn == nil,
      !notice.current.isEmpty
    else { return false }
    let today = LocalTime(now, in: notice.zone).date
    return notice.text.validUntil.map { $0 >= today } ?? true
  }

  private func hangs(_ notice: Notice, _ view: SiteView, at now: Instant) throws -> Bool {
    guard isStanding(notice, at: now) else { return false }
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
    let isCompanys = notice.key.scope != site.scope
    // The company's own name sites, and households read of their own alone.
    let reach =
      text.reach == .site || isCompanys
      ? say(.codeReachSite) : text.places.map(\.text).joined(separator: ", ")
    let all: [(Phrase, String?)] = [
      (.labelKind, say(text.kind.phrase)), (.labelForm, say(text.form.phrase)),
      (.labelIssuer, say(text.issuer.phrase)), (.labelReach, reach),
      (.labelStart, text.start?.wallText(in: zone)), (.labelEnd, text.end?.wallText(in: zone)),
      (.labelPreparation, text.preparation), (.labelSupply, text.supply),
      (.labelOfficeTelephone, text.telephone),
      (.labelValidUntil, text.validUntil?.description),
      (.pageNoticeNumber, notice.name(of: isCompanys ? nil : site.code)),
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
