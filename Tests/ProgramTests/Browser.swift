import Foundation

/// What a server answered, as it came.
struct PageReply {
  let status: Int
  /// Status line and header lines.
  let head: String
  let body: String

  /// The value of a header; nothing when it is not there.
  func header(_ name: String) -> String? {
    head.components(separatedBy: "\r\n").compactMap { line -> String? in
      guard line.lowercased().hasPrefix(name.lowercased() + ":") else { return nil }
      return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }.first
  }

  /// The token of the session, as the page's forms carry it.
  var token: String {
    guard let start = body.range(of: "name=\"token\" value=\"") else { return "" }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension Company {
  /// One request with exactly these header lines, over a connection of its own.
  func ask(
    _ method: String, _ path: String, _ headers: [String], body: String = ""
  ) throws -> PageReply {
    let script = """
      import socket, sys
      port, method, path, body, *lines = sys.argv[1:]
      lines = [f"{method} {path} HTTP/1.1", *lines, "Connection: close"]
      if method == "POST":
          lines.append(f"Content-Length: {len(body.encode())}")
      with socket.create_connection(("127.0.0.1", int(port))) as s:
          s.sendall("\\r\\n".join([*lines, "", body]).encode())
          while part := s.recv(65536):
              sys.stdout.buffer.write(part)
      """
    let ended = try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", script, "\(port)", method, path, body] + headers, [:],
        in: folder))
    let parts = ended.text.components(separatedBy: "\r\n\r\n")
    let head = parts.first ?? ""
    return PageReply(
      status: Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, head: head,
      body: parts.dropFirst().joined(separator: "\r\n\r\n"))
  }

  static let password = "correct horse battery staple"

  /// A person with a password; the server must not be running.
  func person(_ name: String, _ role: String, sites: [String] = []) throws {
    let words = ["account", "add", "--name", name, "--role", role]
    try expectDone(run(words + sites.flatMap { ["--site", $0] }))
    try setPassword(of: name)
  }

  func setPassword(of name: String, to password: String = Company.password) throws {
    try expectDone(
      run(["account", "password", name], input: Array((password + "\n").utf8)))
  }

  /// Logs in as a browser would.
  func browser(of name: String) throws -> Browser {
    let browser = Browser(company: self)
    let reply = try browser.post("/login", ["name": name, "password": Company.password])
    guard reply.status == 303 else { throw Programs.Fault.failed("login", 0, reply.head) }
    return browser
  }
}

/// Keeps a cookie and says of a form that it comes from the office's own page.
final class Browser {
  let company: Company
  var cookie: String?

  init(company: Company) { self.company = company }

  private var headers: [String] {
    ["Host: 127.0.0.1:\(company.port)", "Accept-Language: en"]
      + (cookie.map { ["Cookie: \($0)"] } ?? [])
  }

  func get(_ path: String) throws -> PageReply {
    keep(try company.ask("GET", path, headers))
  }

  /// - Parameter from: what the browser says of the page that sends the form; nothing for a page of
  ///   the office itself.
  func post(
    _ path: String, _ fields: [String: String], from lines: [String]? = nil
  ) throws -> PageReply {
    let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
      .joined(separator: "&")
    return keep(
      try company.ask(
        "POST", path,
        headers + ["Content-Type: application/x-www-form-urlencoded"]
          + (lines ?? ["Sec-Fetch-Site: same-origin"]), body: body))
  }

  private func keep(_ reply: PageReply) -> PageReply {
    if let set = reply.header("set-cookie") {
      cookie = set.split(separator: ";").first.map(String.init)
    }
    return reply
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { String(format: "%%%02X", $0) }.joined()
  }
}
