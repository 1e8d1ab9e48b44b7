import Foundation
import TextFormats

/// A community of the example list.
struct DemoSite {
  let city: String
  let name: String
  let households: Int
  let buildings: Int

  /// The list, in its order; rows without a number are left out, a repeated name keeps its first.
  static func list(_ csv: [UInt8]) -> [DemoSite] {
    var seen: Set<String> = []
    return CSV.rows(csv).dropFirst().compactMap { row in
      guard row.fault == nil, row.cells.count >= 4, let households = Int(row.cells[2]),
        seen.insert(row.cells[0] + "-" + row.cells[1]).inserted
      else { return nil }
      return DemoSite(
        city: row.cells[0], name: row.cells[1], households: households,
        buildings: Int(row.cells[3]) ?? max(1, households / 60))
    }
  }

  var code: String { city + "-" + name }

  /// Units made from the numbers alone, four to a floor, about 80 % of them occupied, the same at
  /// every run. Names and telephones are invented, and only where asked for.
  func roster(withNames: Bool) -> String {
    var random = DemoRandom(seed: code)
    var text = "unit,kind,occupancy,name,telephone,joined\n"
    let perBuilding = (households + max(1, buildings) - 1) / max(1, buildings)
    for index in 0..<households {
      let inBuilding = index % perBuilding
      let unit =
        "\(index / perBuilding + 1)-\(inBuilding / 4 + 1)0\(inBuilding % 4 + 1)"
      let isOccupied = random.next() % 100 < 80
      text += "\(unit),dwelling,\(isOccupied ? "occupied" : "vacant"),"
      if withNames, isOccupied {
        let family = Self.families[Int(random.next() % UInt64(Self.families.count))]
        text += "\(family)\(random.next() % 2 == 0 ? "先生" : "女士"),139\(10_000_000 + index),"
      } else {
        text += ",,"
      }
      text += "2026-01-01\n"
    }
    return text
  }

  private static let families = ["陈", "李", "王", "张", "刘", "黄", "周", "吴", "单", "欧阳"]
}

/// SplitMix64 (Steele, Lea & Flood 2014), seeded by a text.
struct DemoRandom {
  private var state: UInt64

  init(seed: String) {
    // FNV-1a, 64 bits.
    state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
