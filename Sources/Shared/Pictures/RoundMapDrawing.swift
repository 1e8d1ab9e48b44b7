package import Markup
import VisitModel
package import Wording

extension RoundMap {
  package func svg(number: Int, in language: Language) -> SVGText {
    let (left, cell, line) = (56, Tile.width, Tile.height)
    let perLine = (PictureSheet.width - left) / cell
    let marks = present
    let top = PictureSheet.legendHeight(marks.count)
    let shown = floors.prefix(PictureSheet.rowsMax)
    let lines = shown.reduce(0) { $0 + ($1.households.count + perLine - 1) / perLine }
    return drawn(number: number, height: top + lines * line + 4, in: language) { sheet in
      for (place, mark) in marks.enumerated() {
        let (x, y) = (place % 4 * 180, place / 4 * PictureSheet.legendLine)
        Tile(mark).draw(x: x, y: y, width: 18, height: 18, &sheet)
        sheet.text(
          PictureSheet.cut("\(mark.phrase.text(in: language)) \(count(mark))", columns: 22),
          x: x + 24, y: y + 14, size: PictureSheet.letters)
      }
      var y = top
      for floor in shown {
        sheet.text(
          PictureSheet.cut(
            floor.number.map { String($0) } ?? Phrase.pictureOtherFloor.text(in: language),
            columns: 6),
          x: left - 8, y: y + 19, size: PictureSheet.letters, anchor: .end)
        for (place, household) in floor.households.enumerated() {
          if place > 0, place % perLine == 0 { y += line }
          let x = left + place % perLine * cell
          let picture = Tile(household.mark)
          let word = household.mark.phrase.text(in: language)
          picture.draw(
            x: x, y: y, width: cell - 2, height: line - 3, title: "\(household.unit.text) \(word)",
            &sheet)
          sheet.text(
            PictureSheet.cut(shortName(of: household), columns: 7), x: x + 20, y: y + 18,
            size: PictureSheet.smallLetters, picture.words)
          if household.unit == outlined {
            sheet.path(
              [
                .move(x + 1, y + 1), .by(cell - 4, 0), .by(0, line - 5), .by(4 - cell, 0), .close,
              ], .black, thickness: 4)
          }
        }
        y += line
      }
    }
  }

  /// The unit without its building, which the title names.
  private func shortName(of household: Household) -> String {
    guard let building else { return household.unit.text }
    return String(
      decoding: Array(household.unit.text.utf8.dropFirst(building.text.utf8.count + 1)),
      as: UTF8.self)
  }

  /// How a state is drawn: a ground, and a sign on it that no other state has.
  package struct Tile {
    static let width = 66
    static let height = 30

    let mark: Mark

    package init(_ mark: Mark) { self.mark = mark }

    package var ground: Ink {
      switch mark {
      case .open, .drawn, .restricted, .unknown: .paper
      case .visited: .blue
      case .visitedByBoth: .violet
      case .refused: .red
      case .unreachable: .amber
      case .departed: .grey
      }
    }

    var words: Ink { ground.words }

    /// Inside a square of ten from its upper left corner; nothing for what waits.
    package var sign: [SVGDrawing.Step] {
      switch mark {
      case .open: []
      case .drawn: [.move(1, 1), .by(7, 0), .by(0, 7), .by(-7, 0), .close]
      case .visited: [.move(0, 5), .by(4, 4), .by(6, -8)]
      case .visitedByBoth:
        [.move(0, 2), .by(3, 3), .by(5, -5), .move(0, 7), .by(3, 3), .by(5, -5)]
      case .refused: [.move(1, 1), .by(8, 8), .move(9, 1), .by(-8, 8)]
      case .unreachable: [.move(1, 3), .by(8, 0), .move(1, 7), .by(8, 0)]
      case .departed: [.move(0, 5), .by(9, 0), .move(5, 1), .by(4, 4), .by(-4, 4)]
      case .restricted: [.move(1, 9), .by(8, -8)]
      case .unknown:
        [.move(2, 2), .by(3, -2), .by(3, 2), .by(-3, 3), .by(0, 2), .move(5, 9), .by(0, 2)]
      }
    }

    func draw(
      x: Int, y: Int, width: Int, height: Int, title: String = "", _ sheet: inout SVGDrawing
    ) {
      sheet.rectangle(
        x: x, y: y, width: width, height: height, fill: Fill(ground), frame: .black, title: title)
      if sign.isEmpty { return }
      let (left, top) = (x + 4, y + (height - 10) / 2)
      sheet.path(
        sign.map { step in
          if case .move(let across, let down) = step { return .move(left + across, top + down) }
          return step
        }, words, thickness: 2)
    }
  }
}
