import CommunicationPolicy
package import VisitModel

// The company's own notices, as its sites have to do with them: read, and never written there.

extension Notice {
  /// Whether it is for a site: for all, unless it names some, or hangs at this one.
  package func concerns(_ site: SiteFacts) -> Bool {
    text.reach == .site || text.places.contains { $0.text.utf8.elementsEqual(site.place) }
      || hangs(at: site)
  }

  /// Whether the sheet as it is now hangs at a site: the company's own name sites as places.
  package func hangs(at site: SiteFacts) -> Bool {
    current.contains { $0.kind == .lobby && $0.place.utf8.elementsEqual(site.place) }
  }
}

extension SiteFacts {
  /// Its code, as it stands among the places of a notice.
  fileprivate var place: String.UTF8View { (UnitCode(code)?.text ?? code).utf8 }
}

extension SiteView {
  /// Of the company's scope: what the company has issued for a site, the oldest first. What a department has
  /// only asked for is head office's.
  package func issued(for site: SiteFacts) throws -> [Notice] {
    try notices().filter { $0.issued != nil && $0.concerns(site) }
  }

  /// Where something of the scope hangs, or hung, by the names that people gave, ascending.
  package func postedPlaces(_ kind: PostingPlace) throws -> [String] {
    Set(try notices().flatMap(\.postings).filter { $0.kind == kind }.map(\.place)).sorted()
  }

  /// Whether the scope is that of no site.
  func isCompany() throws -> Bool { try facts() == nil }
}

extension NoticeDesk {
  /// The sites there are, as places of the company's own notices.
  func siteCodes() throws -> [String] {
    try SiteView.all(in: view.replica).compactMap { UnitCode($0.code)?.text }
  }

  /// - Throws: `PostingFault.noSuchSite` where the company's own names what is no site.
  func requireSites(_ text: NoticeText) throws {
    guard !text.places.isEmpty, try view.isCompany() else { return }
    let known = try siteCodes()
    for place in text.places
    where !known.contains(where: { $0.utf8.elementsEqual(place.text.utf8) }) {
      throw PostingFault.noSuchSite(place.text, known: known)
    }
  }
}
