package import Listings
package import Markup
package import VisitModel
package import Wording

/// How far each has come towards its quota: a bar, an upright line at the quota, and both numbers.
package struct QuotaBars: Picture {
  package struct Row: Hashable, Sendable {
    /// Whose: a site, a month.
    package let label: String
    package let counted: Counted
    /// Nothing for visits that no quota asks for.
    package let quota: Counted?
    /// Where the label leads from the table, already encoded.
    package let address: String?

    package init(_ label: String, counted: Counted, quota: Counted?, address: String? = nil) {
      self.label = label
      self.counted = counted
      self.quota = quota
      self.address = address
    }

    /// Nothing where that cannot be said, and where there is no quota.
    package var isReached: Bool? {
      guard let have = counted.drawable, let quota, let wanted = quota.drawable, quota.isWhole
      else { return nil }
      if have >= wanted { return true }
      return counted.isWhole ? false : nil
    }
  }

  package let title: Message
  /// What a row is: `labelSite`, `labelMonth`.
  package let heading: Phrase
  /// From top to bottom; of more than 200 only the first are drawn.
  package let rows: [Row]
  /// On whose clock the moments of older counts are read.
  package let zone: ZoneOffset

  package init(_ title: Message, heading: Phrase, rows: [Row], zone: ZoneOffset) {
    self.title = title
    self.heading = heading
    self.rows = rows
    self.zone = zone
  }

  package func words(in language: Language) -> String {
    if rows.isEmpty { return Phrase.pictureNothing.text(in: language) }
    let bound = rows.filter { $0.quota != nil }
    var words: [String] = []
    if !bound.isEmpty {
      words.append(
        Phrase.pictureQuotaWords.text(
          in: language,
          [
            bound.count, bound.count { $0.isReached == true },
            bound.count { $0.isReached == false }, bound.count { $0.isReached == nil },
          ].map { String($0) }))
    }
    if bound.count < rows.count {
      words.append(
        Phrase.pictureQuotaFree.text(in: language, [String(rows.count - bound.count)]))
    }
    return words.joined(separator: language == .english ? " " : "")
  }

  package var listing: Listing {
    Listing(
      "quota", title,
      [
        ListColumn("name", heading, .text), ListColumn("counted", .labelCounted, .number),
        ListColumn("quota", .labelQuota, .number),
      ],
      rows: rows.map {
        [
          .text($0.label, address: $0.address), .counted($0.counted, in: zone),
          $0.quota.map { .counted($0, in: zone) } ?? .empty,
        ]
      })
  }

  package func svg(number: Int, in language: Language) -> SVGText {
    let shown = rows.prefix(PictureSheet.rowsMax)
    let (line, left, room, top) = (26, 190, 390, PictureSheet.legendHeight(4))
    let greatest =
      shown.flatMap { [$0.counted.drawable, $0.quota?.drawable] }.compactMap { $0 }.max() ?? 0
    return drawn(number: number, height: top + max(1, shown.count) * line, in: language) { sheet in
      PictureSheet.legend(
        [
          (Self.reached, Phrase.pictureReached.text(in: language)),
          (Self.below, Phrase.pictureBelow.text(in: language)),
          (Self.unsure, Phrase.listUnknown.text(in: language)),
        ]
          + (rows.allSatisfy { $0.quota != nil }
            ? [] : [(Self.free, Phrase.pictureNoQuota.text(in: language))]),
        y: 0, in: &sheet)
      for (place, row) in shown.enumerated() {
        let y = top + place * line
        sheet.text(
          PictureSheet.cut(row.label, columns: 24), x: 0, y: y + 16, size: PictureSheet.letters)
        let wanted = row.quota?.drawable.map { PictureSheet.length($0, of: greatest, room) }
        if let have = row.counted.drawable {
          let fill =
            switch row.isReached {
            case true: Self.reached
            case false: Self.below
            default: row.quota == nil ? Self.free : Self.unsure
            }
          sheet.rectangle(
            x: left, y: y + 4, width: PictureSheet.length(have, of: greatest, room), height: 16,
            fill: fill, frame: .black)
        } else {
          // A field without a bar would be a bar of nothing.
          sheet.rectangle(
            x: left, y: y + 4, width: wanted ?? room, height: 16, fill: Self.unsure, frame: .grey)
        }
        if let wanted {
          sheet.line(
            x1: left + wanted, y1: y + 1, x2: left + wanted, y2: y + 23, .black, thickness: 3)
        }
        sheet.text(
          row.counted.short(in: language) + " / " + (row.quota?.short(in: language) ?? "–"),
          x: 720,
          y: y + 16, size: PictureSheet.letters, anchor: .end)
      }
    }
  }

  private static let reached = Fill(.blue)
  private static let below = Fill(.amber, .rising)
  private static let unsure = Fill(.grey, .dotted)
  private static let free = Fill(.violet, .level)
}
