import CQREncode

/// A text as a pattern of squares that a telephone reads from paper (ISO/IEC 18004), by libqrencode.
///
/// Error correction is level M: about 15 % of it may be dirty or torn.
package struct QRCode: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// There is no code without anything in it.
    case empty
    /// Longer than any code of this level holds.
    case tooLong(bytes: Int, bytesMax: Int)
    /// The library refused, with this errno; out of memory, as a rule.
    case refused(Int32)
  }

  /// What a code of version 40 holds at level M, in bytes.
  package static let bytesMax = 2331

  /// Modules of one side: 21, 25 … 177.
  package let size: Int
  /// Row by row from the upper left corner; true is dark.
  private let modules: [Bool]

  /// - Parameter text: kept as its UTF-8 bytes, in one segment; the least version that holds them is taken.
  package init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.bytesMax else {
      throw .tooLong(bytes: bytes.count, bytesMax: Self.bytesMax)
    }
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
      throw .refused(rounds_qr_error())
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    // The lowest bit is the colour; the others say what the module is for.
    modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }

  /// - Parameters: 0 to `size` - 1; light outside.
  package func isDark(row: Int, column: Int) -> Bool {
    (0..<size).contains(row) && (0..<size).contains(column) && modules[row * size + column]
  }
}
