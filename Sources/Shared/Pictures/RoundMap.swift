package import Listings
package import VisitModel
package import Wording

/// One building in a round: a cell a household, floor by floor, the highest at the top.
package struct RoundMap: Picture {
  /// How it stands with a household in the round; each is drawn with a sign of its own.
  package enum Mark: CaseIterable, Hashable, Sendable {
    case open
    /// Open, and a draw that stands names it.
    case drawn
    case visited
    /// By the site and by the company, which R1-38 wants nobody to be.
    case visitedByBoth
    case refused, unreachable, departed, restricted
    /// Its records could not be read.
    case unknown

    package var phrase: Phrase {
      switch self {
      case .open: .codeOpenStatus
      case .drawn: .pictureDrawn
      case .visited: .codeVisitedStatus
      case .visitedByBoth: .pictureVisitedByBoth
      case .refused: .codeRefused
      case .unreachable: .codeUnreachable
      case .departed: .codeDeparted
      case .restricted: .codeRestrictedStatus
      case .unknown: .listUnknown
      }
    }

    /// Names its column in the table.
    package var key: String { phrase == .listUnknown ? "unknown" : "\(self)" }
  }

  package struct Household: Hashable, Sendable {
    package let unit: UnitCode
    package let mark: Mark
    /// Where its unit leads from the table, already encoded.
    package let address: String?

    package init(_ unit: UnitCode, _ mark: Mark, address: String? = nil) {
      self.unit = unit
      self.mark = mark
      self.address = address
    }
  }

  package struct Floor: Hashable, Sendable {
    /// Nothing for units whose code does not say it.
    package let number: Int?
    /// By unit.
    package let households: [Household]

    func count(_ mark: Mark) -> Int { households.count { $0.mark == mark } }
  }

  package let round: Int
  /// Nothing for units that belong to no building, such as shops on the street.
  package let building: UnitCode?
  /// From the highest down; those of no number last. Never empty, and no floor is.
  package let floors: [Floor]
  /// Which piece of its building it is; nothing for a whole one.
  package var part: Part?
  /// Drawn with a thick frame.
  package var outlined: UnitCode?

  package struct Part: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let count: Int
  }

  /// The maps of a site, by building in order of their numbers; units of no building last.
  package static func of(_ households: some Sequence<Household>, round: Int) -> [RoundMap] {
    Dictionary(grouping: households, by: \.unit.lobby)
      .map { building, households in
        RoundMap(round: round, building: building, floors: floors(of: households))
      }
      .sorted { a, b in
        guard let one = a.building, let other = b.building else { return a.building != nil }
        return UnitOrder.precedes(one, other)
      }
  }

  /// Of one drawing: a page does not grow with a building.
  package static let householdsMax = 600

  /// The map in pieces of no more households than `most`, from the highest floor down; one that fits stays
  /// whole. Only a floor that is longer by itself is divided.
  package func parts(of most: Int = RoundMap.householdsMax) -> [RoundMap] {
    var pieces: [[Floor]] = []
    var room = 0
    for floor in floors {
      var rest = floor.households[...]
      while !rest.isEmpty {
        let taken = Floor(number: floor.number, households: Array(rest.prefix(max(1, most))))
        rest = rest.dropFirst(taken.households.count)
        if let last = pieces.indices.last, taken.households.count <= room {
          pieces[last].append(taken)
        } else {
          pieces.append([taken])
          room = max(1, most)
        }
        room -= taken.households.count
      }
    }
    if pieces.count < 2 { return [self] }
    return pieces.enumerated().map { place, floors in
      RoundMap(
        round: round, building: building, floors: floors,
        part: Part(number: place + 1, count: pieces.count), outlined: outlined)
    }
  }

  package func contains(_ unit: UnitCode) -> Bool {
    floors.contains { $0.households.contains { $0.unit == unit } }
  }

  private static func floors(of households: [Household]) -> [Floor] {
    Dictionary(grouping: households) { UnitOrder.floor(of: $0.unit) }
      .map { number, households in
        Floor(
          number: number, households: households.sorted { UnitOrder.precedes($0.unit, $1.unit) })
      }
      .sorted { ($0.number ?? .min) > ($1.number ?? .min) }
  }

  package var title: Message {
    let place = part.map { [String($0.number), String($0.count)] } ?? []
    guard let building else {
      return Message(
        part == nil ? .pictureMapTitleNoBuilding : .pictureMapPartNoBuilding,
        [String(round)] + place)
    }
    return Message(
      part == nil ? .pictureMapTitle : .pictureMapPart, [String(round), building.text] + place)
  }

  package func words(in language: Language) -> String {
    let counts = present.map { "\($0.phrase.text(in: language)) \(count($0))" }
    let words = Phrase.pictureMapWords.text(
      in: language,
      [String(count), counts.joined(separator: language == .english ? ", " : "，")])
    guard let outlined, contains(outlined) else { return words }
    return words + (language == .english ? " " : "")
      + Phrase.pictureMapOutlined.text(in: language, [outlined.text])
  }

  /// Households of each state, floor by floor.
  package var listing: Listing {
    Listing(
      "floors", title,
      [ListColumn("floor", .pictureFloor, .code)]
        + Mark.allCases.map { ListColumn($0.key, $0.phrase, .number) },
      rows: floors.map { floor in
        [floorCell(floor)] + Mark.allCases.map { .number(floor.count($0)) }
      })
  }

  /// What each cell of the picture shows, for those who want to know it of one unit.
  package var unitListing: Listing {
    Listing(
      "units", Message(.pictureUnits, [building?.text ?? "–"]),
      [
        ListColumn("unit", .labelUnit, .code), ListColumn("floor", .pictureFloor, .code),
        ListColumn("state", .labelStatus, .word, isFilter: true),
      ],
      rows: floors.flatMap { floor in
        floor.households.map {
          [.code($0.unit.text, address: $0.address), floorCell(floor), .word($0.mark.phrase)]
        }
      })
  }

  private func floorCell(_ floor: Floor) -> ListCell {
    floor.number.map { .code(String($0)) } ?? .word(.pictureOtherFloor)
  }

  /// Households on it.
  package var count: Int { floors.reduce(0) { $0 + $1.households.count } }

  package func count(_ mark: Mark) -> Int { floors.reduce(0) { $0 + $1.count(mark) } }

  /// The states that occur, in their order.
  package var present: [Mark] { Mark.allCases.filter { count($0) > 0 } }
}

/// What codes of units say about where they lie.
enum UnitOrder {
  /// `3-1201` and `3-1201A` are on floor 12: the last part, without letters at its end and without its last
  /// two digits.
  /// - Returns: nothing for a last part that is no number of three or four digits.
  static func floor(of unit: UnitCode) -> Int? {
    let last = unit.text.utf8.split(separator: 0x2D).last ?? unit.text.utf8[...]
    let digits = last.prefix { (0x30...0x39).contains($0) }
    let rest = last.dropFirst(digits.count)
    guard (3...4).contains(digits.count), rest.count <= 1,
      rest.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    return digits.dropLast(2).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Part by part: numbers by their value and before words, words by their bytes; `3-2` before `12-1`.
  static func precedes(_ a: UnitCode, _ b: UnitCode) -> Bool {
    let (one, other) = (parts(of: a), parts(of: b))
    for (left, right) in zip(one, other) where left != right { return left < right }
    return one.count == other.count ? a < b : one.count < other.count
  }

  private struct Part: Comparable {
    /// 0 for a number, 1 for words.
    let rank: Int
    let length: Int
    let bytes: [UInt8]

    static func < (a: Part, b: Part) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      if a.length != b.length { return a.length < b.length }
      return a.bytes.lexicographicallyPrecedes(b.bytes)
    }
  }

  private static func parts(of unit: UnitCode) -> [Part] {
    unit.text.utf8.split(separator: 0x2D).map { part in
      // A longer run of digits is the greater number; letters behind it tell units of one number apart.
      let digits = part.prefix { (0x30...0x39).contains($0) }
      if digits.isEmpty { return Part(rank: 1, length: 0, bytes: Array(part)) }
      let value = digits.drop { $0 == 0x30 }
      return Part(rank: 0, length: value.count, bytes: Array(value) + part.dropFirst(digits.count))
    }
  }
}
