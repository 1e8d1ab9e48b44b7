package import Markup

/// A form on paper: what stands on it, filled in or blank, in the order from top to bottom.
package struct PrintedForm: Hashable, Sendable {
  package enum Paper: Hashable, Sendable { case portrait, landscape }

  /// A label with the value beside it; an empty value is a line to write on.
  package struct Field: Hashable, Sendable {
    package let label: String
    package let value: String

    package init(_ label: String, _ value: String = "") {
      self.label = label
      self.value = value
    }
  }

  /// One of several, as a box that is ticked or not.
  package struct Tick: Hashable, Sendable {
    package let label: String
    package let isTicked: Bool

    package init(_ label: String, _ isTicked: Bool) {
      self.label = label
      self.isTicked = isTicked
    }
  }

  /// A column of a table. The widths are given, so that neither language nor texts move them; whatever
  /// is in no such column takes the room that is left.
  package struct Column: Hashable, Sendable {
    package enum Width: String, Sendable { case tiny, short, medium, wide }

    package let heading: String
    package let width: Width

    package init(_ heading: String, _ width: Width = .short) {
      self.heading = heading
      self.width = width
    }
  }

  package enum Block: Hashable, Sendable {
    /// Rows of one to three fields.
    case fields([[Field]])
    case ticks(String, [Tick])
    /// Rows below headings, and empty ones to write on.
    case table(caption: String, columns: [Column], rows: [[String]], blankRows: Int)
    /// A text under its label, or room for so many lines.
    case text(label: String, String, lines: Int)
    /// Places to sign, each with a date.
    case signatures([String])
    case note(String)
  }

  package var title: String
  /// Who issues it: the company, the site.
  package var issuer: String
  /// A number or an identifier at the right of the title; may be empty.
  package var number: String
  package var paper: Paper
  /// Scanned, it leads to the record of which the form is; nothing on a blank one.
  package var code: SVGText?
  package var blocks: [Block]

  package init(
    _ title: String, issuer: String, number: String = "", paper: Paper = .portrait,
    _ blocks: [Block] = []
  ) {
    self.title = title
    self.issuer = issuer
    self.number = number
    self.paper = paper
    self.blocks = blocks
  }
}
