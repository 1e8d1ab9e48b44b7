import TextFormats
package import VisitModel
package import Wording

/// For whom a command's answer is written: the person's language and what their two streams can show.
package struct Audience: Hashable, Sendable {
  package struct Stream: Hashable, Sendable {
    /// Columns; nothing where no line is to be broken or cut.
    package let width: Int?
    package let isColoured: Bool

    package init(width: Int?, isColoured: Bool) {
      self.width = width
      self.isColoured = isColoured
    }
  }

  package let language: Language
  package let output: Stream
  package let trouble: Stream
  /// Standard error is a terminal, so somebody may be watching.
  package let followsProgress: Bool

  package init(language: Language, output: Stream, trouble: Stream, followsProgress: Bool) {
    self.language = language
    self.output = output
    self.trouble = trouble
    self.followsProgress = followsProgress
  }
}

/// A command that somebody typed, for the server to run in their stead.
package struct AdminRequest: Hashable, Sendable {
  /// `rounds-server/<version>` of the process that asks: words mean the same only to the same program.
  package let program: String
  /// Everything after the program's name.
  package let words: [String]
  /// Where the person stands; paths that do not begin with `/` are meant from here.
  package let directory: String
  package let zone: ZoneOffset
  package let audience: Audience

  package init(
    program: String, words: [String], directory: String, zone: ZoneOffset, audience: Audience
  ) {
    self.program = program
    self.words = words
    self.directory = directory
    self.zone = zone
    self.audience = audience
  }

  package func absolutePath(of path: String) -> String {
    path.utf8.first == 0x2F ? path : directory + "/" + path
  }

  /// Whether the person named this file: as a word, behind the `=` of one, or as the stem of a name
  /// that goes on with a point (`copy` and `copy.keys`).
  ///
  /// Whoever asks a server asks on behalf of these files and no others; otherwise a server that was
  /// taken over could have root's own command read or write anything.
  func names(_ path: String) -> Bool {
    let path = Array(path.utf8)
    return words.contains { word in
      let word = Array(word.utf8)
      let value = word.firstIndex(of: 0x3D).map { Array(word[($0 + 1)...]) }
      return [word, value ?? word].contains { named in
        guard !named.isEmpty, path.starts(with: named) else { return false }
        let rest = path.dropFirst(named.count)
        return rest.isEmpty || rest.first == 0x2E && !rest.contains(0x2F)
      }
    }
  }
}

extension AdminRequest {
  private static let wordsMax = 65_536
  private static let members = [
    "program", "words", "directory", "zone", "language", "output", "trouble", "followsProgress",
  ]

  var members: [JSON.Member] {
    [
      JSON.Member("program", .string(program)),
      JSON.Member("words", .array(words.map { JSON.string($0) })),
      JSON.Member("directory", .string(directory)),
      JSON.Member("zone", .integer(zone.minutes)),
      JSON.Member("language", .string(audience.language.rawValue)),
      JSON.Member("output", audience.output.json),
      JSON.Member("trouble", audience.trouble.json),
      JSON.Member("followsProgress", .bool(audience.followsProgress)),
    ]
  }

  init(_ reader: JSONReader) throws(JSONShapeFault) {
    try reader.allow(only: Self.members + [AdminMessage.verb])
    guard let language = Language(rawValue: try reader.string("language")) else {
      throw JSONShapeFault(
        path: reader.place(of: "language"), kind: .notOneOf(Language.allCases.map(\.rawValue)))
    }
    guard let minutes = try reader.optionalInteger("zone"),
      let zone = ZoneOffset(minutes: Int(clamping: minutes))
    else { throw reader.missing("zone") }
    self.init(
      program: try reader.string("program"),
      words: try reader.strings("words", limit: Self.wordsMax),
      directory: try reader.string("directory"), zone: zone,
      audience: Audience(
        language: language, output: try Audience.Stream(reader, "output"),
        trouble: try Audience.Stream(reader, "trouble"),
        followsProgress: try reader.optionalBool("followsProgress") ?? false))
  }
}

extension Audience.Stream {
  fileprivate var json: JSON {
    .object(["width": width.map { JSON.integer($0) }, "coloured": .bool(isColoured)])
  }

  fileprivate init(_ reader: JSONReader, _ name: String) throws(JSONShapeFault) {
    guard let stream = try reader.optionalObject(name) else { throw reader.missing(name) }
    try stream.allow(only: ["width", "coloured"])
    let width = try stream.optionalInteger("width")
    // The widest line anyone could want, so that no sum with it can overflow.
    guard width.map({ (1...100_000).contains($0) }) ?? true else {
      throw JSONShapeFault(path: stream.place(of: "width"), kind: .badForm("columns"))
    }
    self.init(
      width: width.map { Int($0) }, isColoured: try stream.optionalBool("coloured") ?? false)
  }
}
