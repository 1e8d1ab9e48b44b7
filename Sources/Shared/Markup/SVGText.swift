/// A picture as markup that goes into a page as it is: the one value that our escaping does not touch
/// (docs/decisions/0009). Other rooms cannot make one out of a text; they draw it with `SVGDrawing`, which
/// knows no element that runs, loads or links, and escapes every word.
package struct SVGText: Hashable, Sendable {
  /// One whole `<svg>` element.
  package let markup: String

  /// For `SVGDrawing` alone.
  init(markup: String) { self.markup = markup }
}
