import Testing

/// A piece of code, and whether a rule against the snippet must find it.
struct ScanRow: Sendable, CustomTestStringConvertible {
  let snippet: String
  let code: String
  let isFound: Bool
  var testDescription: String { "\(snippet) in \(code)" }

  init(_ snippet: String, _ code: String, found isFound: Bool) {
    self.snippet = snippet
    self.code = code
    self.isFound = isFound
  }

  static let all: [ScanRow] = [
    ScanRow("try!", "let a = try! b()", found: true),
    ScanRow("try!", "if try !b() {}", found: false),
    ScanRow("try!", "// try! in a comment", found: false),
    ScanRow("try!", "/* a /* try! */ try! */ b()", found: false),
    ScanRow("try!", "/* a */ try! b()", found: true),
    ScanRow("try!", #"let a = "try! b()""#, found: false),
    ScanRow("try!", #"let a = "\(try! b("c")) d""#, found: true),
    ScanRow("try!", #"let a = "\"" + c + "try!""#, found: false),
    ScanRow("try!", ##"let a = #"\(try! b())"#"##, found: false),
    ScanRow("try!", ##"let a = #"\#(try! b())"#"##, found: true),
    ScanRow("try!", ##"let a = #"" "#; try! b()"##, found: true),
    ScanRow("try!", "let a = \"\"\"\n  \"try! b\"\n  \"\"\"", found: false),
    ScanRow("try!", "let a = \"\"\"\n  b\n  \"\"\"; try! c()", found: true),
    ScanRow("as!", "a as! B", found: true),
    ScanRow("as!", "a as? B", found: false),
    ScanRow("as!", "alias!", found: false),
    ScanRow("fatalError(", "fatalError(\"no\")", found: true),
    ScanRow("fatalError(", "myFatalError(1); fatalErrors(2)", found: false),
    ScanRow("@unchecked Sendable", "final class A: @unchecked Sendable {}", found: true),
    ScanRow("@unchecked Sendable", "struct A: Sendable {}", found: false),
    ScanRow("nonisolated(unsafe)", "nonisolated(unsafe) static var a = 1", found: true),
    ScanRow("nonisolated(unsafe)", "nonisolated func a() {}", found: false),
    ScanRow("Date()", "let now = Date()", found: true),
    ScanRow("Date()", "let day = CivilDate()", found: false),
    ScanRow("Date()", "let day = Date(timeIntervalSince1970: 0)", found: false),
    ScanRow(".random(in:", "Int.random(in: 0..<9)", found: true),
    ScanRow(".random(in:", "Int.random(in: 0..<9, using: &generator)", found: true),
    ScanRow(".random(in:", "random(in: house)", found: false),
    ScanRow("print(", "print(a)", found: true),
    ScanRow("print(", "fingerprint(of: a)", found: false),
    ScanRow("print(", "/// Calls `print(a)`.", found: false),
    ScanRow("readLine(", "while let a = readLine(strippingNewline: true) {}", found: true),
    ScanRow("readLine(", "func readLines() {}", found: false),
    ScanRow("sleep(", "try await Task.sleep(for: .seconds(1))", found: true),
    ScanRow("sleep(", "let sleep = 1; asleep(2)", found: false),
    ScanRow(".disabled(", "@Test(.disabled(\"later\")) func a() {}", found: true),
    ScanRow(".disabled(", "button.disabled = true", found: false),
  ]
}

@Suite("The scanner of the house rules")
struct ScannerTests {
  @Test("finds what breaks a rule and nothing that looks like it", arguments: ScanRow.all)
  func row(_ row: ScanRow) {
    let file = SourceFile(path: "Sources/A/B/C.swift", text: row.code)
    #expect(!file.places(of: Snippet(row.snippet)).isEmpty == row.isFound)
  }

  @Test("says on which line it found it")
  func line() {
    let file = SourceFile(
      path: "Sources/A/B/C.swift",
      text: "/* one\n two */\n\"\"\"\n four\n\"\"\"\nlet a = try! b()\n")
    #expect(file.places(of: Snippet("try!")) == ["Sources/A/B/C.swift:6: try!"])
    #expect(file.lineCount == 6)
    #expect(file.room == "B")
    #expect(file.name == "C.swift")
    #expect(SourceFile(path: "Tests/TidyTests/A.swift", text: "").room == "TidyTests")
  }

  @Test(
    "cuts a name into its words",
    arguments: [
      ("SyncHandler", ["Sync", "Handler"]), ("HTTPHandler2", ["HTTP", "Handler", "2"]),
      ("Information", ["Information"]), ("Manager_Old", ["Manager", "_", "Old"]), ("URL", ["URL"]),
      ("visitInfo", ["visit", "Info"]), ("", []),
    ])
  func cut(_ name: String, _ expected: [String]) {
    #expect(words(of: name) == expected)
  }

  @Test("sees the types that a file declares")
  func types() {
    let file = SourceFile(
      path: "Sources/A/B/C.swift",
      text: """
        package struct VisitInfo<Thing>: Sendable { enum Kind { case a } }
        private final class Old {}
        // struct Commented {}
        let text = "struct Quoted {}"
        message.protocol = current
        extension Other {}
        """)
    #expect(file.declaredTypes.map(\.name) == ["VisitInfo", "Kind", "Old"])
    #expect(file.declaredTypes.map(\.line) == [1, 1, 2])
  }

  @Test("sees the modules that a file imports, whatever stands before or behind the word")
  func imports() {
    let file = SourceFile(
      path: "Sources/A/B/C.swift",
      text: """
        package import VisitModel
        @testable import GRDB
        import struct Foundation.URL
        // import CCurl
        let text = "import Hummingbird"
        """)
    #expect(file.imports.map(\.module) == ["VisitModel", "GRDB", "Foundation"])
    #expect(file.imports.map(\.line) == [1, 2, 3])
  }

  @Test("sees notes in comments and literals, as whole words only")
  func notes() {
    let file = SourceFile(
      path: "Sources/A/B/C.swift",
      text: "// TODO: more\nlet a = \"FIXME\"\nlet TODOS = 1\n// xxx XXXX\nlet b = 1  // XXX\n")
    #expect(file.lines(withWord: ["TODO", "FIXME", "XXX"]) == [1, 2, 5])
  }

  @Test("reads the levels of the rooms from the package's own description")
  func levels() throws {
    let levels = try SourceTree.levels()
    #expect(levels["VisitModel"] == 0)
    #expect(levels["ConflictFreeRecords"] == 1)
    #expect(levels["SyncProtocol"] == 2)
    #expect(levels["WireFormat"] == 3)
    #expect(levels["RecordStore"] == 4)
    #expect(levels["SQLiteDatabase"] == 5)
    #expect(levels["OfficePages"] == 6)
  }

  @Test("reads literals as they are written, with the code inside them apart")
  func literals() {
    let tokens = SwiftTokens.of(#"f("a\n\(b("c"))d", "走")"#)
    #expect(tokens.compactMap(\.text) == ["c", #"a\nd"#, "走"])
    #expect(tokens.compactMap(\.word) == ["f", "b"])
  }
}
