import ConflictFreeRecords
import RecordCatalogue
package import RecordStore
package import VisitModel
import Wording

/// A household as a visitor sees it, its personal texts opened in memory.
package struct HouseholdCard: Sendable {
  package let facts: HouseholdFacts
  package let name: String?
  package let telephone: String?
  /// Texts that are there and cannot be opened here, by their field.
  package let unopened: Set<UInt32>
  /// Counting visits, newest first.
  package let visits: [VisitSummary]
  package let daysSinceLastVisit: Int?
}

extension Laptop {
  /// The households of a site with what is known of them, by unit code.
  package func households(
    of site: SiteFacts, includingDeparted: Bool = false, _ replica: Replica
  ) throws -> [HouseholdCard] {
    let view = SiteView(replica, site.scope)
    var visits: [RecordID: [VisitSummary]] = [:]
    for (summary, _) in try view.visits() where !summary.isVoided {
      visits[summary.household, default: []].append(summary)
    }
    let today = LocalTime(now, in: site.zone).date
    return try view.households()
      .filter { includingDeparted || !$0.hasDeparted(by: today) }
      .map { facts in
        let own = (visits[facts.key.id] ?? []).sorted { $0.start > $1.start }
        let state = try replica.records.state(of: facts.key) ?? .empty
        let (texts, unopened) = try reader(replica).texts(
          facts.key, state, [HouseholdField.name, HouseholdField.telephone])
        let last = own.first { $0.counts }
        return HouseholdCard(
          facts: facts, name: texts[HouseholdField.name],
          telephone: texts[HouseholdField.telephone], unopened: unopened, visits: own,
          daysSinceLastVisit: last.map {
            today.daysSince1970 - LocalTime($0.start, in: site.zone).date.daysSince1970
          })
      }
  }

  /// Finds households as people say them: part of the unit code, or part of the name; full width,
  /// case, spaces and dashes make no difference.
  package func findHouseholds(
    _ text: String, of site: SiteFacts, _ replica: Replica
  ) throws -> [HouseholdCard] {
    let wanted = SearchKey.folded(text)
    if wanted.isEmpty { return [] }
    return try households(of: site, replica).filter { card in
      SearchKey.folded(card.facts.unitCode).contains(wanted)
        || (card.name.map { SearchKey.folded($0).contains(wanted) } ?? false)
    }
  }

  /// The one household that a unit code, or the beginning of a household's id, means.
  /// - Parameter moment: when it was met; now unless told otherwise. Who lived there then is meant,
  ///   whoever left or moved in since.
  /// - Throws: `FieldFault.failed` when there is none, `.wrongUsage` when the beginning fits several.
  package func household(
    _ text: String, of site: SiteFacts, on moment: Instant? = nil, _ replica: Replica
  ) throws -> HouseholdFacts {
    let day = LocalTime(moment ?? now, in: site.zone).date
    let view = SiteView(replica, site.scope)
    if let code = UnitCode(text) {
      let here = try view.households(ofUnit: code).filter { !$0.hasDeparted(by: day) }
      // Who lives there comes before who is announced.
      if let found = here.first(where: { $0.hasJoined(by: day) }) ?? here.first { return found }
    }
    let wanted = Array(text.lowercased().utf8)
    let found =
      wanted.count < 6
      ? []
      : try view.households().filter {
        !$0.hasDeparted(by: day) && $0.key.id.description.utf8.starts(with: wanted)
      }
    if found.count > 1 { throw FieldFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else {
      throw FieldFault.failed(Message(.noSuchHousehold, [text, site.name]))
    }
    return only
  }
}

/// Text as it is compared in a search; names themselves are never changed.
package enum SearchKey {
  package static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0x2D, 0x2010...0x2015, 0xFF0D: continue
      case 0xFF01...0xFF5E:
        scalars.append(contentsOf: lowered(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar))
      default: scalars.append(contentsOf: lowered(scalar))
      }
    }
    return String(scalars)
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    scalar.properties.lowercaseMapping.unicodeScalars
  }
}
