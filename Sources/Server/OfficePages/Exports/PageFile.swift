import Listings
import TextFormats
import VisitModel
import Wording

/// A file that is answered in place of a page.
struct PageFile: Sendable {
  let bytes: [UInt8]
  let contentType: String
  /// Without its ending; what people call it, in their language.
  let name: String
  /// The same for programs that know only ASCII: letters, digits, `-`.
  let plainName: String
  let ending: String
  /// Whether browsers save it at once; else they show it.
  let isSaved: Bool

  /// The table that the address asks for, all its rows that match, in the order asked for. It is made from the
  /// page that the reader would see: what a page keeps from somebody, no file gives them.
  ///
  /// - Returns: nothing where the address asks for a page.
  /// - Throws: where the address asks for a table that the page does not have.
  init?(_ page: Page, _ request: PageRequest, _ language: Language) throws(ListFault) {
    guard request.query["as"] != nil else { return nil }
    let answers = page.listings.compactMap(\.answer)
    guard let answer = answers.first(where: { $0.question.file != nil }),
      let file = answer.question.file
    else { throw .noSuchTable(1, of: answers.count) }
    name = page.title + " – " + answer.listing.title.text(in: language)
    plainName = answer.listing.key
    ending = file.rawValue
    // Where another kind of file is added, it is made here; `ListQuestion.File` names it in addresses.
    switch file {
    case .csv:
      bytes = answer.listing.csv(in: language)
      contentType = "text/csv; charset=utf-8"
      isSaved = true
    case .json:
      bytes = answer.listing.json(total: answer.total, in: language).text()
      contentType = "application/json"
      isSaved = false
    }
  }

  /// The header that names it (RFC 6266). A header holds ASCII only; the name for people is encoded (RFC 8187).
  var disposition: String {
    let full = PercentEncoding.encode(Self.harmless(name) + "." + ending)
    return (isSaved ? "attachment" : "inline") + "; filename=\"" + plainName + "." + ending
      + "\"; filename*=UTF-8''" + full
  }

  /// A name that any file system takes: no separators of paths, none of the marks that Windows refuses, no
  /// control characters, at most 100 characters.
  static func harmless(_ name: String) -> String {
    var harmless = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(100) {
      let isRefused =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"].contains(scalar)
        || scalar.properties.generalCategory == .format
      harmless.append(isRefused ? "-" : scalar)
    }
    return String(harmless)
  }
}
