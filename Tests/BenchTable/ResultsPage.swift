import Foundation

/// The page that keeps the results: written by a person but for what stands between two marks.
package enum ResultsPage {
  package static let begin = "<!-- results: written by `make bench` from here -->"
  package static let end = "<!-- to here -->"

  /// The page with new results between its marks.
  /// - Returns: nothing for a page without both marks, in this order.
  package static func filled(_ page: String, with results: String) -> String? {
    guard let first = page.range(of: Self.begin),
      let last = page.range(of: Self.end, range: first.upperBound..<page.endIndex)
    else { return nil }
    return "\(page[..<first.upperBound])\n\n\(results)\n\(page[last.lowerBound...])"
  }
}
