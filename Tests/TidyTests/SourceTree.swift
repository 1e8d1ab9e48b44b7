import Foundation

/// One Swift file of the house.
struct SourceFile: Sendable {
  /// From the root of the package.
  let path: String
  let text: String
  let tokens: [SwiftTokens.Token]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    tokens = SwiftTokens.of(text)
  }

  /// `Sources/Shared/VisitModel/Bounds.swift` is in the room VisitModel, a test in its target.
  var room: String {
    let parts = path.split(separator: "/")
    return String(parts.first == "Tests" ? parts[1] : parts.dropFirst(2).first ?? "")
  }

  var name: String { String(path.split(separator: "/").last ?? "") }

  var lineCount: Int { text.utf8.count { $0 == 0x0A } }

  /// `path:line` of each place where the snippet stands.
  func places(of snippet: Snippet) -> [String] {
    snippet.lines(in: tokens).map { "\(path):\($0): \(snippet.text)" }
  }

  func places(of snippets: [Snippet]) -> [String] { snippets.flatMap { places(of: $0) } }

  /// The modules it imports, with the line of each.
  var imports: [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return tokens.indices.compactMap { index in
      guard tokens[index].word == "import" else { return nil }
      let line = tokens[index].line
      let names = tokens[(index + 1)...].prefix(2).filter { $0.line == line }.compactMap(\.word)
      guard let module = names.first(where: { !kinds.contains($0) }) else { return nil }
      return (module, line)
    }
  }

  /// The types it declares or names, with the line of each.
  var declaredTypes: [(name: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return tokens.indices.dropLast().compactMap { index in
      guard let kind = tokens[index].word, kinds.contains(kind),
        let name = tokens[index + 1].word,
        index == 0 || tokens[index - 1].kind != .mark(UInt8(ascii: "."))
      else { return nil }
      return (name, tokens[index].line)
    }
  }

  /// The lines on which one of the words stands, in code, comments and literals alike.
  func lines(withWord words: Set<String>) -> [Int] {
    let wanted = Set(words.map { Array($0.utf8) })
    var lines: [Int] = []
    var line = 1
    var word: [UInt8] = []
    // The line feed behind the text ends its last word.
    for byte in Array(text.utf8) + [0x0A] {
      if SwiftTokens.isWordByte(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty, wanted.contains(word) { lines.append(line) }
      word.removeAll(keepingCapacity: true)
      if byte == 0x0A { line += 1 }
    }
    return lines
  }
}

/// The package as it lies on the disk, read once.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Written by people; what the protocol compiler writes is left out.
  static let sources = files(in: "Sources")
  static let tests = files(in: "Tests")
  static let all = sources + tests

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders two levels below `Sources`: the rooms.
  static func rooms() -> [String] {
    entries(in: "Sources")
      .filter { $0.split(separator: "/").count == 2 && isFolder("Sources/\($0)") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// The levels that `Package.swift` gives to rooms, by the comments `// L0` to `// L7` in it.
  static func levels() throws -> [String: Int] {
    var levels: [String: Int] = [:]
    var level: Int?
    var isRoom = false
    for line in try text("Package.swift").split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("// L") { level = Int(trimmed.dropFirst(4)) }
      if trimmed.hasPrefix("// Tests") { level = nil }
      let tokens = SwiftTokens.of(String(line))
      if tokens.first?.word == "room" { isRoom = true }
      if isRoom, let level, let name = tokens.compactMap(\.text).first {
        levels[name] = level
        isRoom = false
      }
    }
    return levels
  }

  private static func entries(in folder: String) -> [String] {
    let path = root.appending(path: folder).path(percentEncoded: false)
    return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
      ?? false
  }

  private static func files(in folder: String) -> [SourceFile] {
    entries(in: folder).filter { $0.hasSuffix(".swift") && !$0.contains("/Generated/") }
      .compactMap { name in
        let path = "\(folder)/\(name)"
        return (try? text(path)).map { SourceFile(path: path, text: $0) }
      }
  }
}

/// One to a line, as a failure shows them.
func list(_ offenders: [String]) -> String { "\n" + offenders.joined(separator: "\n") }
