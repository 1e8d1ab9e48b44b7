import FieldWork
import RecordStore

/// What Tab makes of the beginning of a unit code, or of part of a name.
///
/// The roster is read at the first Tab and kept for as long as the form is asked: opening every name
/// again at each key would be felt.
final class HouseholdOffers {
  private let laptop: Laptop
  private let site: String?
  private var roster: [HouseholdCard]?

  init(_ laptop: Laptop, site: String?) {
    self.laptop = laptop
    self.site = site
  }

  /// Unit codes that begin so; where there is none, units of people whose name holds what was typed,
  /// the name after the code.
  func beginning(_ typed: String) -> [String] {
    let wanted = SearchKey.folded(typed)
    let all = cards()
    let codes = all.filter {
      SearchKey.folded($0.facts.unitCode).utf8.starts(with: wanted.utf8)
    }
    if !codes.isEmpty { return codes.map(\.facts.unitCode) }
    return all.compactMap { card in
      guard let name = card.name, SearchKey.folded(name).contains(wanted) else { return nil }
      return card.facts.unitCode + " " + name
    }
  }

  private func cards() -> [HouseholdCard] {
    if let roster { return roster }
    do {
      let read = try laptop.read { replica in
        try laptop.households(of: laptop.site(named: site, replica), replica)
      }
      roster = read
      return read
    } catch {
      // Tab offers nothing; the question itself says what is wrong once it is answered.
      return []
    }
  }
}
