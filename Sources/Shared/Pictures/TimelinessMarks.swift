package import Listings
package import Markup
package import VisitModel
package import Wording

/// What was done in time, late, or not at all yet, rule by rule: a bar in three parts, and the share in time.
package struct TimelinessMarks: Picture {
  package struct Row: Hashable, Sendable {
    /// The rule or the site.
    package let name: String
    package let inTime: Counted
    package let late: Counted
    package let overdue: Counted

    package init(_ name: String, inTime: Counted, late: Counted, overdue: Counted) {
      self.name = name
      self.inTime = inTime
      self.late = late
      self.overdue = overdue
    }

    /// In whole hundredths, rounded down, so that 100 means every one; nothing where a part is unknown, or
    /// nothing was due.
    package var percent: Int? {
      guard inTime.isWhole, late.isWhole, overdue.isWhole, let good = inTime.drawable,
        let all = Counted.sum([inTime, late, overdue]).drawable, all > 0
      else { return nil }
      return PictureSheet.length(good, of: all, 100)
    }

    var parts: [Counted] { [inTime, late, overdue] }
  }

  package let title: Message
  /// What a row is: `labelRule`, `labelSite`.
  package let heading: Phrase
  /// From top to bottom; of more than 200 only the first are drawn.
  package let rows: [Row]
  package let zone: ZoneOffset

  package init(_ title: Message, heading: Phrase, rows: [Row], zone: ZoneOffset) {
    self.title = title
    self.heading = heading
    self.rows = rows
    self.zone = zone
  }

  package func words(in language: Language) -> String {
    if rows.isEmpty { return Phrase.pictureNothing.text(in: language) }
    return Phrase.pictureTimeWords.text(
      in: language,
      (0..<3).map { part in
        Counted.sum(rows.map { $0.parts[part] }).short(in: language)
      })
  }

  package var listing: Listing {
    Listing(
      "timeliness", title,
      [
        ListColumn("name", heading, .text), ListColumn("inTime", .labelInTime, .number),
        ListColumn("late", .codeObligationLate, .number),
        ListColumn("overdue", .codeObligationOverdue, .number),
        ListColumn("percent", .labelPercent, .percent),
      ],
      rows: rows.map { row in
        [.text(row.name)] + row.parts.map { .counted($0, in: zone) } + [share(of: row)]
      })
  }

  /// Empty where nothing was due, unknown where a part is.
  private func share(of row: Row) -> ListCell {
    if let percent = row.percent { return .percent(percent) }
    for part in row.parts {
      switch part {
      case .unknown(let why), .atLeast(_, let why): return .unknown(why)
      case .known, .asOf: continue
      }
    }
    return .empty
  }

  package func svg(number: Int, in language: Language) -> SVGText {
    let shown = rows.prefix(PictureSheet.rowsMax)
    let (line, left, room, top) = (26, 190, 440, PictureSheet.legendHeight(4))
    return drawn(number: number, height: top + max(1, shown.count) * line, in: language) { sheet in
      PictureSheet.legend(
        zip(Self.fills, [Phrase.labelInTime, .codeObligationLate, .codeObligationOverdue])
          .map { ($0, $1.text(in: language)) }
          + [(Fill(.grey, .dotted), Phrase.listUnknown.text(in: language))],
        y: 0, in: &sheet)
      for (place, row) in shown.enumerated() {
        let y = top + place * line
        sheet.text(
          PictureSheet.cut(row.name, columns: 24), x: 0, y: y + 16, size: PictureSheet.letters)
        if row.parts.allSatisfy(\.isWhole) {
          bar(of: row, x: left, y: y + 4, room: room, &sheet)
        } else {
          sheet.rectangle(
            x: left, y: y + 4, width: room, height: 16, fill: Fill(.grey, .dotted), frame: .grey)
        }
        sheet.text(
          share(of: row).value.text(in: language), x: 720, y: y + 16, size: PictureSheet.letters,
          anchor: .end)
      }
    }
  }

  /// Each part begins where the one before it ends, so that rounding leaves no gap.
  private func bar(of row: Row, x: Int, y: Int, room: Int, _ sheet: inout SVGDrawing) {
    let all = Counted.sum(row.parts).drawable ?? 0
    var (sum, from) = (Counted.known(0), 0)
    for (part, fill) in zip(row.parts, Self.fills) {
      sum = .sum([sum, part])
      let to = PictureSheet.length(sum.drawable ?? 0, of: all, room)
      if to > from {
        sheet.rectangle(
          x: x + from, y: y, width: to - from, height: 16, fill: fill, frame: .black)
      }
      from = to
    }
  }

  private static let fills = [Fill(.blue), Fill(.amber, .rising), Fill(.red, .crossed)]
}
