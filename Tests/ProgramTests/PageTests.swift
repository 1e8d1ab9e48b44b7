import Foundation
import Testing

@Suite("The pages of an office that serves")
struct PageTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let headers: [String]
    let status: Int
  }

  @Test("show every site's month and every duplicate, in the reader's language, with no script")
  func overview() throws {
    let company = try Company()
    let site = try company.laptop("officer")
    let head = try company.laptop("reviewer", "companyVisitor")
    try expectDone(site.record(ordinaryVisit("1-101")))
    try expectDone(head.record(ordinaryVisit("1-101")))
    try company.serve()
    for laptop in [site, head] {
      try laptop.setURL(company.url)
      try expectDone(laptop.rounds("sync"))
    }
    let english = try company.get(["Host: 127.0.0.1", "Accept-Language: en"])
    #expect(english.status == 200)
    #expect(english.body.contains("绿岛"))
    #expect(english.body.contains("1-101"))
    #expect(english.body.contains("unavoidable"))
    #expect(!english.body.contains("<script"))
    let chinese = try company.get(["Host: localhost", "Accept-Language: zh-CN,zh;q=0.9"])
    #expect(chinese.status == 200)
    #expect(chinese.body.contains("无法避免"))
    #expect(english.head.contains("content-security-policy"))
  }

  @Test(
    "answer to nobody who calls the office by a name that is not its own",
    arguments: [
      Refused(
        testDescription: "a foreign name, as after rebinding", headers: ["Host: evil.example"],
        status: 421),
      Refused(
        testDescription: "two names", headers: ["Host: 127.0.0.1", "Host: evil.example"],
        status: 400),
      Refused(testDescription: "no name", headers: [], status: 400),
    ])
  func foreignHost(_ refused: Refused) throws {
    let company = try Company()
    try company.serve()
    let answer = try company.get(refused.headers)
    #expect(answer.status == refused.status, "\(answer.head)")
    #expect(!answer.body.contains("绿岛"))
  }
}

extension Company {
  /// The overview page, asked for with exactly these header lines.
  func get(_ headers: [String]) throws -> (status: Int, head: String, body: String) {
    let script = """
      import socket, sys
      with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as s:
          s.sendall("\\r\\n".join(["GET / HTTP/1.1", *sys.argv[2:], "Connection: close", "", ""]).encode())
          while part := s.recv(65536):
              sys.stdout.buffer.write(part)
      """
    let ended = try expectDone(
      Programs.run("/usr/bin/python3", ["-c", script, "\(port)"] + headers, [:], in: folder))
    let parts = ended.text.components(separatedBy: "\r\n\r\n")
    let head = parts.first ?? ""
    return (
      Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, head.lowercased(),
      parts.dropFirst().joined(separator: "\r\n\r\n")
    )
  }
}
