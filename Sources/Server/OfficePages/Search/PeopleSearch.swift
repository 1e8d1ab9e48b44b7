import Console
import Listings
import OfficeWork
import Readings
import RecordStore
import VisitModel
import Wording

/// The firm's own people by name: everybody for head office, and for others who works at a site of theirs.
struct PeopleSearch {
  let setting: PageSetting
  let terms: SearchTerms
  /// Whose people are meant; nothing for all that the reader may see.
  let chosen: SiteFacts?

  /// - Parameter sites: those that the reader sees, by code.
  func listing(_ sites: [SiteFacts], on replica: Replica) throws -> Listing {
    let hits = Hits(try found(on: replica))
    var listing = Listing(
      "people", Message(.searchPeople),
      [
        ListColumn("name", .labelName, .text), ListColumn("role", .labelRole, .word),
        ListColumn("sites", .labelSites, .text), ListColumn("disabled", .searchDisabled, .yesNo),
      ])
    listing.faults = hits.faults
    for person in hits.rows {
      let theirs = sites.filter { person.sites.contains($0.scope) }
      listing.append([
        .text(
          person.name, address: theirs.first.map { PageLink.visits($0.code, visitor: person.id) }),
        .word(person.role.phrase),
        theirs.isEmpty ? .empty : .text(theirs.map(\.name).joined(separator: ", ")),
        .yesNo(person.disabledAt != nil),
      ])
    }
    return listing
  }

  /// Asks more than the name only of as many as are shown.
  private func found(on replica: Replica) throws -> [Person] {
    let office = setting.office
    let named = try office.names(on: replica).compactMap { one in
      terms.match(one.name).map { (match: $0, person: one) }
    }.sorted { a, b in
      if a.match != b.match { return a.match < b.match }
      let (first, second) = (a.person.name, b.person.name)
      return first.utf8.elementsEqual(second.utf8)
        ? a.person.account < b.person.account : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    var found: [Person] = []
    for one in named where found.count <= SearchTerms.rowsMax {
      guard let person = try office.person(one.person.account, on: replica), isTheirs(person)
      else { continue }
      found.append(person)
    }
    return found
  }

  private func isTheirs(_ person: Person) -> Bool {
    if let chosen { return person.sites.contains(chosen.scope) }
    return setting.reader.seesEverySite
      || !Set(person.sites).isDisjoint(with: setting.reader.person.sites)
  }
}
