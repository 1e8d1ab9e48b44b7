import SeededRandom
import Testing
import TextFormats

@Suite struct MultipartTests {
  private static let boundary = utf8("----WebKitFormBoundaryX")

  /// A body as browsers write it.
  private static func body(_ parts: [(head: String, content: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    for part in parts {
      body +=
        utf8("--") + boundary + utf8("\r\n" + part.head + "\r\n\r\n") + part.content
        + utf8("\r\n")
    }
    return body + utf8("--") + boundary + utf8("--\r\n")
  }

  private static func form(_ body: [UInt8]) throws(MultipartFault) -> MultipartForm {
    try MultipartForm(body, boundary: boundary, limit: 1_000_000)
  }

  @Test("fields and files come out byte for byte, whatever the file holds")
  func parts() throws {
    let content = (0...255).map { UInt8($0) } + utf8("\r\n--") + utf8("\r\n")
    let form = try Self.form(
      Self.body([
        (#"Content-Disposition: form-data; name="token""#, utf8("走\r\n訪")),
        (
          "Content-Disposition: form-data; name=\"file\"; filename=\"名单;a=%22b%22.xlsx\"\r\n"
            + "Content-Type: application/octet-stream", content
        ),
        (#"content-disposition:form-data;name=empty;filename="""#, []),
      ]))
    #expect(form.parts.map(\.name) == ["token", "file", "empty"])
    #expect(form["token"] == "走\r\n訪")
    #expect(form["file"] == nil, "a file is no field")
    #expect(form.file("token") == nil, "a field is no file")
    #expect(form.file("file")?.fileName == "名单;a=\"b\".xlsx")
    #expect(form.file("file").map { Array($0.content) } == content)
    #expect(form.file("empty")?.content.isEmpty == true)
    #expect(form["other"] == nil)
  }

  @Test("a field that comes twice means nothing")
  func twice() throws {
    let head = #"Content-Disposition: form-data; name="a""#
    #expect(try Self.form(Self.body([(head, utf8("1")), (head, utf8("2"))]))["a"] == nil)
  }

  @Test("its plain fields are a form's fields, under a form's bounds, and its files are none")
  func plainFields() throws {
    let head = #"Content-Disposition: form-data; name="a""#
    let file = #"Content-Disposition: form-data; name="f"; filename="x""#
    let form = try Self.form(Self.body([(head, utf8("走 &=+%")), (file, utf8("1,2"))]))
    let fields = try FormFields(form)
    #expect(fields["a"] == "走 &=+%")
    #expect(fields.names == ["a"])
    let torn = try Self.form(Self.body([(file, [0xFF]), (head, [0xFF])]))
    #expect(throws: FormFault.malformed(field: 2)) { _ = try FormFields(torn) }
    let long = [UInt8](repeating: 0x61, count: FormFields.bytesMax + 1)
    let large = try Self.form(Self.body([(file, long), (head, long)]))
    #expect(throws: FormFault.tooLarge(limit: FormFields.bytesMax)) { _ = try FormFields(large) }
    #expect(try FormFields(Self.form(Self.body([(file, long)]))).names.isEmpty)
  }

  @Test("a body cut anywhere before its end is refused")
  func cut() throws {
    let body = Self.body([
      (#"Content-Disposition: form-data; name="a""#, utf8("1")),
      (#"Content-Disposition: form-data; name="f"; filename="x""#, utf8("a,b\r\n")),
    ])
    _ = try Self.form(body)
    for count in 0..<(body.count - 4) {
      #expect(throws: MultipartFault.self) { _ = try Self.form(Array(body.prefix(count))) }
    }
  }

  @Test("more than a form may have is refused by what is too much")
  func bounds() {
    let head = #"Content-Disposition: form-data; name="a""#
    let many = Self.body((0...MultipartForm.partsMax).map { _ in (head, []) })
    #expect(throws: MultipartFault.tooManyParts(limit: 20)) { _ = try Self.form(many) }
    let long = Self.body([(head + "\r\nX: " + String(repeating: "x", count: 5_000), [])])
    #expect(throws: MultipartFault.headTooLarge(part: 1)) { _ = try Self.form(long) }
    #expect(throws: MultipartFault.tooLarge(limit: 10)) {
      _ = try MultipartForm(long, boundary: Self.boundary, limit: 10)
    }
  }

  @Test(
    "a part without exactly one name is malformed",
    arguments: [
      "X: y", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"a\"",
      "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
      "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"a\"",
      "Content-Disposition: form-data; filename=\"a\"",
    ])
  func malformed(head: String) {
    #expect(throws: MultipartFault.malformed(part: 1)) {
      _ = try Self.form(Self.body([(head, utf8("x"))]))
    }
  }

  @Test("the boundary is found where RFC 2046 lets it stand, and nowhere else")
  func boundaries() {
    let found = [
      "multipart/form-data; boundary=abc", "Multipart/Form-Data;charset=utf-8;Boundary=\"abc\"",
      "multipart/form-data ; boundary = abc",
    ]
    for type in found { #expect(MultipartForm.boundary(of: type) == utf8("abc"), "\(type)") }
    let none = [
      "", "text/plain; boundary=abc", "multipart/form-data", "multipart/form-data; boundary=",
      "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a\u{301}\"",
      "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
      "multipart/mixed; boundary=abc", "multipart/form-data; boundary=\"a \"",
    ]
    for type in none { #expect(MultipartForm.boundary(of: type) == nil, "\(type)") }
  }

  @Test("an altered body is read or refused", arguments: 0..<300 as Range<UInt64>)
  func altered(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var body = Self.body([
      (#"Content-Disposition: form-data; name="a""#, utf8("1")),
      (#"Content-Disposition: form-data; name="f"; filename="x\"y""#, utf8("\r\n--\r\n")),
    ])
    for _ in 0...random.below(4) {
      switch random.below(3) {
      case 0: body[random.below(body.count)] ^= UInt8(1 << random.below(8))
      case 1: body.remove(at: random.below(body.count))
      default: body.insert(utf8("\r\n-\"\\;=\0")[random.below(8)], at: random.below(body.count))
      }
    }
    do throws(MultipartFault) {
      #expect(try Self.form(body).parts.allSatisfy { $0.content.count <= body.count })
    } catch {
      if case .noBoundary(let offset) = error { #expect((0...body.count).contains(offset)) }
    }
  }
}
