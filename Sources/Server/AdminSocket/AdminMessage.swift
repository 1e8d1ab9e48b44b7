package import LocalMachine
import TextFormats

/// What the two ends of the admin socket say to each other, one JSON object each.
///
/// The person's process says `request` and waits for `begun`: until then nothing was done. Then the
/// server asks for what only that process has, files and secrets, and at the end says `ended`.
package enum AdminMessage: Hashable, Sendable {
  case request(AdminRequest)
  /// The bytes of a file that was asked for follow.
  case file
  case written
  /// Nothing at the end of input.
  case secret(String?)
  case fault(FileFault)

  case begun
  /// A file as the person named it, of at most so many bytes.
  case readFile(path: String, limit: Int)
  /// The bytes follow.
  case writeFile(path: String)
  case readSecret(prompt: String)
  /// A line of progress, ready for the terminal.
  case show(String)
  /// The bytes of standard output, then those of standard error follow.
  case ended(status: Int32)

  /// The member that says which message it is.
  static let verb = "say"

  package var json: [UInt8] {
    let content = content
    return JSON.object([JSON.Member(Self.verb, .string(content.verb))] + content.members).text()
  }

  private var content: (verb: String, members: [JSON.Member]) {
    switch self {
    case .request(let request): ("request", request.members)
    case .file: ("file", [])
    case .written: ("written", [])
    case .secret(let text): ("secret", text.map { [JSON.Member("text", .string($0))] } ?? [])
    case .fault(let fault):
      (
        "fault",
        [
          JSON.Member("action", .string(fault.action)), JSON.Member("path", .string(fault.path)),
          JSON.Member("code", .integer(Int64(fault.code))),
        ]
      )
    case .begun: ("begun", [])
    case .readFile(let path, let limit):
      (
        "readFile",
        [JSON.Member("path", .string(path)), JSON.Member("limit", .integer(Int64(limit)))]
      )
    case .writeFile(let path): ("writeFile", [JSON.Member("path", .string(path))])
    case .readSecret(let prompt): ("readSecret", [JSON.Member("prompt", .string(prompt))])
    case .show(let text): ("show", [JSON.Member("text", .string(text))])
    case .ended(let status): ("ended", [JSON.Member("status", .integer(Int64(status)))])
    }
  }

  /// - Throws: `AdminFault.garbled`, with the place of the fault and nothing of the content.
  package init(json bytes: [UInt8]) throws(AdminFault) {
    do { self = try Self.read(try JSONReader(try JSON.parse(bytes))) } catch {
      throw AdminFault.garbled("\(error)")
    }
  }

  private static func read(_ reader: JSONReader) throws(JSONShapeFault) -> AdminMessage {
    func only(_ names: String...) throws(JSONShapeFault) { try reader.allow(only: [verb] + names) }
    func integer(_ name: String) throws(JSONShapeFault) -> Int64 {
      guard let number = try reader.optionalInteger(name) else { throw reader.missing(name) }
      return number
    }
    switch try reader.string(verb) {
    case "request": return .request(try AdminRequest(reader))
    case "file":
      try only()
      return .file
    case "written":
      try only()
      return .written
    case "secret":
      try only("text")
      return .secret(try reader.optionalString("text"))
    case "fault":
      try only("action", "path", "code")
      return .fault(
        FileFault(
          action: try reader.string("action"), path: try reader.string("path"),
          code: Int32(clamping: try integer("code"))))
    case "begun":
      try only()
      return .begun
    case "readFile":
      try only("path", "limit")
      return .readFile(
        path: try reader.string("path"), limit: max(0, Int(clamping: try integer("limit"))))
    case "writeFile":
      try only("path")
      return .writeFile(path: try reader.string("path"))
    case "readSecret":
      try only("prompt")
      return .readSecret(prompt: try reader.string("prompt"))
    case "show":
      try only("text")
      return .show(try reader.string("text"))
    case "ended":
      try only("status")
      return .ended(status: Int32(clamping: try integer("status")))
    default:
      throw JSONShapeFault(path: reader.place(of: verb), kind: .badForm("message"))
    }
  }
}
