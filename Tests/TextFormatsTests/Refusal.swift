import Testing
import TextFormats

/// What a fault of JSON text says.
struct Refusal: Hashable, Sendable {
  let kind: JSONFault.Kind
  let offset: Int
  let line: Int
  let column: Int

  init(_ kind: JSONFault.Kind, offset: Int, line: Int = 1, column: Int) {
    self.kind = kind
    self.offset = offset
    self.line = line
    self.column = column
  }

  init(_ fault: JSONFault) {
    self.init(fault.kind, offset: fault.offset, line: fault.line, column: fault.column)
  }
}

/// The fault for which the text is refused; the test fails if it is read.
func refusal(of text: [UInt8]) throws -> Refusal {
  Refusal(try #require(throws: JSONFault.self) { try JSON.parse(text) })
}
