package import Listings
package import Markup
package import VisitModel
package import Wording

/// Figures over months, as lines that are broken where a month is unknown.
package struct MonthLine: Picture {
  package struct Series: Hashable, Sendable {
    /// Names its column in the table; lower-case ASCII letters.
    package let key: String
    package let heading: Phrase
    /// One for each month.
    package let values: [Counted]

    package init(_ key: String, _ heading: Phrase, _ values: [Counted]) {
      self.key = key
      self.heading = heading
      self.values = values
    }
  }

  package let title: Message
  /// In order of time.
  package let months: [CivilMonth]
  /// One to three; each drawn with its own colour, dashes and marks. A missing value is unknown.
  package let series: [Series]
  package let zone: ZoneOffset

  /// Of more than 24 months only the last 24 are kept, so that their names have room.
  package init(_ title: Message, months: [CivilMonth], series: [Series], zone: ZoneOffset) {
    let surplus = max(0, months.count - 24)
    self.title = title
    self.months = Array(months.dropFirst(surplus))
    self.series = series.prefix(3).map {
      Series($0.key, $0.heading, Array($0.values.dropFirst(surplus)))
    }
    self.zone = zone
  }

  package func words(in language: Language) -> String {
    guard let first = months.first, let last = months.last, let leading = series.first else {
      return Phrase.pictureNothing.text(in: language)
    }
    let known = months.indices.compactMap { value(leading, $0).drawable }
    guard let lowest = known.min(), let highest = known.max() else {
      return Phrase.pictureLineUnknown.text(in: language)
    }
    return Phrase.pictureLineWords.text(
      in: language,
      [
        first.description, last.description, String(lowest), String(highest),
        String(months.count - known.count),
      ])
  }

  package var listing: Listing {
    Listing(
      "months", title,
      [ListColumn("month", .labelMonth, .month)]
        + series.map { ListColumn($0.key, $0.heading, .number) },
      rows: months.indices.map { place in
        [.month(months[place])] + series.map { .counted(value($0, place), in: zone) }
      })
  }

  package func svg(number: Int, in language: Language) -> SVGText {
    let top = PictureSheet.legendLine + 16
    let plot = Plot(
      left: 50, right: 700, top: top, bottom: top + 180,
      greatest: series.flatMap { one in months.indices.compactMap { value(one, $0).drawable } }
        .max() ?? 0,
      count: months.count)
    return drawn(number: number, height: plot.bottom + 50, in: language) { sheet in
      for (place, one) in series.enumerated() {
        let (x, ink) = (place * 240, Self.inks[place])
        sheet.line(
          x1: x, y1: 8, x2: x + 30, y2: 8, ink, thickness: 3, dash: Self.dashes[place])
        Self.mark(place, x: x + 15, y: 8, in: &sheet)
        sheet.text(
          PictureSheet.cut(one.heading.text(in: language), columns: 28), x: x + 38, y: 12,
          size: PictureSheet.letters)
      }
      for step in plot.steps {
        let y = plot.y(step)
        sheet.line(
          x1: plot.left, y1: y, x2: plot.right, y2: y, step == 0 ? .black : .grey,
          dash: step == 0 ? 0 : 2)
        sheet.text(
          String(step), x: plot.left - 8, y: y + 4, size: PictureSheet.smallLetters, anchor: .end)
      }
      // Names of every month, or of as many as have room.
      let every = months.count > 12 ? 2 : 1
      for (place, month) in months.enumerated() where (months.count - 1 - place) % every == 0 {
        sheet.text(
          month.description, x: plot.x(place), y: plot.bottom + 18,
          size: PictureSheet.smallLetters, anchor: .middle)
      }
      for (place, one) in series.enumerated().reversed() {
        draw(one, place, plot, in: language, &sheet)
      }
    }
  }

  private func value(_ series: Series, _ place: Int) -> Counted {
    series.values.indices.contains(place)
      ? series.values[place] : .unknown(why: Message(.listUnknown))
  }

  private func draw(
    _ one: Series, _ place: Int, _ plot: Plot, in language: Language, _ sheet: inout SVGDrawing
  ) {
    let ink = Self.inks[place]
    var previous: (x: Int, y: Int)?
    for month in months.indices {
      guard let number = value(one, month).drawable else {
        if place == 0 {
          sheet.text(
            "?", x: plot.x(month), y: plot.bottom - 6, size: PictureSheet.letters, .red,
            anchor: .middle, isBold: true)
        }
        previous = nil
        continue
      }
      let point = (x: plot.x(month), y: plot.y(number))
      if let previous {
        sheet.line(
          x1: previous.x, y1: previous.y, x2: point.x, y2: point.y, ink, thickness: 3,
          dash: Self.dashes[place])
      }
      Self.mark(place, x: point.x, y: point.y, in: &sheet)
      if place == 0 {
        let figure = value(one, month).short(in: language)
        // A number on a line of another series could not be read.
        let room = figure.unicodeScalars.count * 7
        sheet.rectangle(
          x: max(0, point.x - room / 2), y: point.y - 19, width: room, height: 12,
          fill: Fill(.paper))
        sheet.text(
          figure, x: point.x, y: point.y - 9,
          size: PictureSheet.smallLetters, anchor: .middle)
      }
      previous = point
    }
  }

  private static let inks: [Ink] = [.blue, .red, .violet]
  private static let dashes = [0, 8, 3]

  /// A disc, a square, a diamond.
  private static func mark(_ place: Int, x: Int, y: Int, in sheet: inout SVGDrawing) {
    switch place {
    case 0: sheet.disc(x: x, y: y, radius: 5, inks[0])
    case 1: sheet.rectangle(x: x - 4, y: y - 4, width: 8, height: 8, fill: Fill(inks[1]))
    default:
      sheet.path([.move(x, y - 6), .by(6, 6), .by(-6, 6), .by(-6, -6), .close], inks[2])
    }
  }
}

/// Where a number of a month lies on the sheet.
package struct Plot {
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int
  /// The greatest number that has to fit.
  let greatest: Int
  /// How many places there are from left to right.
  let count: Int

  package init(left: Int, right: Int, top: Int, bottom: Int, greatest: Int, count: Int) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
    self.greatest = greatest
    self.count = count
  }

  /// The numbers at the axis: from 0 in at most five even steps of 1, 2 or 5 times a power of ten.
  package var steps: [Int] {
    var (size, times) = (1, [2, 5, 10])
    var base = 1
    while (greatest - 1) / size >= 5, base < Int.max / 100 {
      size = base * times[0]
      times.removeFirst()
      if times.isEmpty { (base, times) = (base * 10, [2, 5, 10]) }
    }
    let last = max(1, (max(greatest, 1) - 1) / size + 1)
    return (0...min(last, 5)).map { $0 * size }
  }

  func x(_ place: Int) -> Int {
    let room = right - left
    return left + room * (2 * place + 1) / max(1, 2 * count)
  }

  func y(_ number: Int) -> Int {
    bottom - PictureSheet.length(number, of: steps.last ?? 1, bottom - top)
  }
}
