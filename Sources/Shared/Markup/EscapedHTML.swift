import Mustache

/// Escapes text for HTML byte by byte.
///
/// swift-mustache escapes by grapheme cluster, so that a quotation mark followed by a combining mark
/// passes through it raw; our templates name this content type instead.
package struct EscapedHTML: MustacheContentType {
  /// The name templates use: `{{% CONTENT_TYPE: ROUNDS}}`.
  package static let name = "ROUNDS"

  /// Makes the content type known to the library. Idempotent.
  package static func register() { MustacheContentTypes.register(EscapedHTML(), named: name) }

  package func escapeText(_ text: String) -> String { EscapedText.of(text) }
}

package enum EscapedText {
  /// Text as it may stand in an element or in a quoted attribute: nothing in it ends either.
  package static func of(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x27: bytes.append(contentsOf: "&#39;".utf8)
      case 0x00..<0x20 where byte != 0x0A && byte != 0x09: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
