import AdminSocket
import Console
import LocalMachine
import Testing
import TextFormats
import VisitModel
import Wording

/// A request with a bit of everything in its words.
func sampleRequest(_ words: [String], followsProgress: Bool = false) -> AdminRequest {
  AdminRequest(
    program: "rounds-server/test", words: words, directory: "/srv/料", zone: .china,
    audience: Audience(
      language: .hant, output: .init(width: 120, isColoured: true),
      trouble: .init(width: nil, isColoured: false), followsProgress: followsProgress))
}

@Suite("A message on the admin socket")
struct MessageTests {
  private static let samples: [AdminMessage] = [
    .request(sampleRequest(["site", "import", "小区 \"1\".csv", "", "--name\n\u{0}\u{7F}"])),
    .request(sampleRequest([], followsProgress: true)), .file, .written, .secret("pass\t词"),
    .secret(""), .secret(nil), .fault(FileFault(action: "open", path: "a b", code: 2)), .begun,
    .readFile(path: "-", limit: 0), .readFile(path: "../x", limit: .max),
    .writeFile(path: "copy.keys"), .readSecret(prompt: "口令："), .show("\r12/40\u{1B}[K"),
    .ended(status: 0), .ended(status: 64), .ended(status: -1),
  ]

  @Test("is read as it was written", arguments: samples)
  func roundTrip(message: AdminMessage) throws {
    #expect(try AdminMessage(json: message.json) == message)
  }

  @Test("cut short anywhere is refused", arguments: samples)
  func truncated(message: AdminMessage) {
    let bytes = message.json
    for end in bytes.indices {
      #expect(throws: AdminFault.self) { try AdminMessage(json: Array(bytes[..<end])) }
    }
  }

  private static func typed(
    words: String = "[]", zone: String = "480", language: String = "en", output: String = "{}"
  ) -> String {
    #"{"say":"request","program":"p","directory":"/","trouble":{},"#
      + #""words":\#(words),"zone":\#(zone),"language":"\#(language)","output":\#(output)}"#
  }

  @Test("that is a request is read from what a person could type")
  func typedRequest() {
    #expect(throws: Never.self) { try AdminMessage(json: Array(Self.typed().utf8)) }
  }

  @Test(
    "with a member too much, too few or of another kind is refused",
    arguments: [
      "", "null", "[]", "{}", #"{"say":1}"#, #"{"say":"hello"}"#, #"{"say":"begun","path":"x"}"#,
      #"{"say":"readFile","path":"x"}"#, #"{"say":"readFile","limit":1}"#,
      #"{"say":"readFile","path":"x","limit":"1"}"#, #"{"say":"ended"}"#,
      #"{"say":"ended","status":1.5}"#, #"{"say":"fault","action":"open","path":"x"}"#,
      #"{"say":"secret","secret":"x"}"#, #"{"say":"file"} "x""#, #"{"say":"file","say":"file"}"#,
      #"{"say":"request"}"#, typed(words: "[1]"), typed(words: #""a""#),
      typed(zone: "4800"), typed(zone: "1.5"), typed(language: "fr"),
      typed(output: "null"), typed(output: #"{"width":0}"#),
      typed(output: #"{"width":9223372036854775807}"#), typed(output: #"{"height":1}"#),
    ])
  func misshapen(text: String) {
    #expect(throws: AdminFault.self) { try AdminMessage(json: Array(text.utf8)) }
  }

  @Test("holds numbers of any size without stopping the program")
  func sizes() throws {
    let limit = Array(#"{"say":"readFile","path":"x","limit":-9223372036854775808}"#.utf8)
    #expect(try AdminMessage(json: limit) == .readFile(path: "x", limit: 0))
    let status = Array(#"{"say":"ended","status":9223372036854775807}"#.utf8)
    #expect(try AdminMessage(json: status) == .ended(status: .max))
  }

  @Test("names what is wrong and where, and nothing of what was said")
  func discretion() throws {
    let bytes = Array(#"{"say":"secret","text":["SECRET"]}"#.utf8)
    let fault = #expect(throws: AdminFault.self) { try AdminMessage(json: bytes) }
    let said = try #require(fault).description
    #expect(said.contains("text"))
    #expect(!said.contains("SECRET"))
  }
}

@Suite("A command's answer")
struct PrintedTests {
  private static let audience = sampleRequest([]).audience
  private static let plain = Audience(
    language: .english, output: .init(width: nil, isColoured: false),
    trouble: .init(width: nil, isColoured: false), followsProgress: false)

  private static func result(_ status: Console.ExitStatus) -> CommandOutput {
    .result(
      CommandResult(
        Report(nil, [.note(Message(.storeBusy))]), .object([JSON.Member("a", .integer(1))]),
        status: status))
  }

  @Test("goes to standard output in words, and as JSON for scripts")
  func done() {
    let words = Printed(Self.result(.done), json: false, for: Self.plain)
    #expect(words.output == Array((Phrase.storeBusy.english + "\n").utf8))
    #expect(words.trouble.isEmpty && words.status == 0)
    let json = Printed(Self.result(.done), json: true, for: Self.plain)
    #expect(json.output == Array("{\n  \"a\": 1\n}\n".utf8))
    #expect(json.trouble.isEmpty && json.status == 0)
  }

  @Test("that is a failure is said on standard error, for scripts as JSON too")
  func failed() {
    let words = Printed(Self.result(.refused), json: false, for: Self.plain)
    #expect(words.output.isEmpty && words.status == 2)
    #expect(words.trouble == Array((Phrase.storeBusy.english + "\n").utf8))
    let json = Printed(Self.result(.failed), json: true, for: Self.plain)
    #expect(json.output == Array("{\n  \"a\": 1\n}\n".utf8))
    #expect(json.trouble == words.trouble && json.status == 1)
  }

  @Test("of bytes is those bytes")
  func bytes() {
    let printed = Printed(.bytes([0, 255, 10]), json: false, for: Self.audience)
    #expect(printed == Printed(output: [0, 255, 10], trouble: [], status: 0))
  }
}
