package import Markup

extension QRCode {
  /// Light modules around a code, without which readers do not find it.
  package static let quietZone = 4

  /// The code as a drawing, dark on paper, with its quiet zone. Every module is `module` units wide, so that
  /// no edge lies between two dots of a printer that prints a unit as a dot.
  /// - Parameters:
  ///   - title: what it leads to; read aloud instead of the code.
  ///   - description: how it is used.
  ///   - language: the tag of both.
  ///   - number: which drawing of the page it is.
  package func svg(
    title: String, description: String, language: String, number: Int, module: Int = 4
  ) -> SVGText {
    let side = (size + 2 * Self.quietZone) * module
    var drawing = SVGDrawing(width: side, height: side, number: number)
    drawing.rectangle(x: 0, y: 0, width: side, height: side, fill: Fill(.paper))
    drawing.path(runs(module), .black)
    return drawing.finished(title: title, description: description, language: language)
  }

  /// A rectangle for each run of dark modules of a row.
  private func runs(_ module: Int) -> [SVGDrawing.Step] {
    var steps: [SVGDrawing.Step] = []
    for row in 0..<size {
      var column = 0
      while column < size {
        guard isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while isDark(row: row, column: column) { column += 1 }
        let length = (column - start) * module
        steps += [
          .move((start + Self.quietZone) * module, (row + Self.quietZone) * module),
          .by(length, 0), .by(0, module), .by(-length, 0), .close,
        ]
      }
    }
    return steps
  }
}
