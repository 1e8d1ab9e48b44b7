package import Listings
package import Markup
package import VisitModel
package import Wording

/// How many of each kind under each topic: the more, the darker, and every number written out.
package struct TopicHeat: Picture {
  /// One of the columns.
  package struct Kind: Hashable, Sendable {
    /// Names its column in the table; lower-case ASCII letters.
    package let key: String
    package let name: Phrase

    package init(_ key: String, _ name: Phrase) {
      self.key = key
      self.name = name
    }
  }

  package struct Row: Hashable, Sendable {
    package let topic: Phrase
    /// One for each kind; a missing one is unknown.
    package let counts: [Counted]

    package init(_ topic: Phrase, _ counts: [Counted]) {
      self.topic = topic
      self.counts = counts
    }
  }

  package let title: Message
  /// One to eight; more are left to the table.
  package let kinds: [Kind]
  package let rows: [Row]
  package let zone: ZoneOffset

  package init(_ title: Message, kinds: [Kind], rows: [Row], zone: ZoneOffset) {
    self.title = title
    self.kinds = kinds
    self.rows = rows
    self.zone = zone
  }

  package func words(in language: Language) -> String {
    if rows.isEmpty || kinds.isEmpty { return Phrase.pictureNothing.text(in: language) }
    var best: (row: Row, kind: Kind, count: Int)?
    for row in rows {
      for (place, kind) in kinds.enumerated() {
        if let count = count(row, place).drawable, count > best?.count ?? 0 {
          best = (row, kind, count)
        }
      }
    }
    guard let best else { return Phrase.pictureHeatNone.text(in: language) }
    return Phrase.pictureHeatWords.text(
      in: language,
      [
        best.row.topic.text(in: language), best.kind.name.text(in: language), String(best.count),
      ])
  }

  package var listing: Listing {
    Listing(
      "topics", title,
      [ListColumn("topic", .labelTopic, .word)]
        + kinds.map { ListColumn($0.key, $0.name, .number) },
      rows: rows.map { row in
        [.word(row.topic)]
          + kinds.indices.map { .counted(count(row, $0), in: zone) }
      })
  }

  package func svg(number: Int, in language: Language) -> SVGText {
    let shown = rows.prefix(PictureSheet.rowsMax)
    let columns = kinds.prefix(8)
    let (line, left, top) = (30, 190, 30)
    let width = min(180, (PictureSheet.width - left) / max(1, columns.count))
    let greatest =
      rows.flatMap { row in kinds.indices.compactMap { count(row, $0).drawable } }.max() ?? 0
    return drawn(number: number, height: top + max(1, shown.count) * line + 2, in: language) {
      sheet in
      for (place, kind) in columns.enumerated() {
        sheet.text(
          PictureSheet.cut(kind.name.text(in: language), columns: width / 7),
          x: left + place * width + width / 2, y: 18, size: PictureSheet.letters, anchor: .middle,
          isBold: true)
      }
      for (line, row) in shown.enumerated().map({ (top + $0.offset * line, $0.element) }) {
        sheet.text(
          PictureSheet.cut(row.topic.text(in: language), columns: 26), x: 0, y: line + 20,
          size: PictureSheet.letters)
        for place in columns.indices {
          let count = count(row, place)
          let ink = count.drawable.map { Self.ink($0, of: greatest) }
          sheet.rectangle(
            x: left + place * width, y: line, width: width, height: 30,
            fill: ink.map { Fill($0) } ?? Fill(.grey, .dotted), frame: .grey)
          if ink == nil {
            // Words on dots could not be read.
            sheet.rectangle(
              x: left + place * width + width / 2 - 32, y: line + 5, width: 64, height: 20,
              fill: Fill(.paper))
          }
          sheet.text(
            count.short(in: language), x: left + place * width + width / 2, y: line + 20,
            size: PictureSheet.letters, (ink ?? .paper).words, anchor: .middle)
        }
      }
    }
  }

  private func count(_ row: Row, _ place: Int) -> Counted {
    row.counts.indices.contains(place)
      ? row.counts[place] : .unknown(why: Message(.listUnknown))
  }

  /// Paper for none; else one of five steps, the last for more than four fifths of the greatest.
  package static func ink(_ count: Int, of greatest: Int) -> Ink {
    let steps: [Ink] = [.heat1, .heat2, .heat3, .heat4, .heat5]
    if count <= 0 { return .paper }
    return steps[min(4, PictureSheet.length(count, of: greatest, 5))]
  }
}
