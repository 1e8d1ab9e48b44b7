import TextFormats

/// What a file is called that somebody takes along.
struct FileName: Sendable {
  /// Without its ending; what people call it, in their language.
  let name: String
  /// The same for programs that know only ASCII: letters, digits, `-`.
  let plainName: String
  let ending: String
  /// Whether browsers save it at once; else they show it.
  let isSaved: Bool

  /// The header that names it (RFC 6266). A header holds ASCII only; the name for people is encoded (RFC 8187).
  var disposition: String {
    let full = PercentEncoding.encode(Self.harmless(name) + "." + ending)
    return (isSaved ? "attachment" : "inline") + "; filename=\"" + plainName + "." + ending
      + "\"; filename*=UTF-8''" + full
  }

  /// A name that any file system takes: no separators of paths, none of the marks that Windows refuses, no
  /// control characters, at most 60 characters: of Chinese 180 bytes, of the 255 that file systems take.
  static func harmless(_ name: String) -> String {
    var harmless = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(60) {
      let isRefused =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"].contains(scalar)
        || scalar.properties.generalCategory == .format
      harmless.append(isRefused ? "-" : scalar)
    }
    return String(harmless)
  }
}
