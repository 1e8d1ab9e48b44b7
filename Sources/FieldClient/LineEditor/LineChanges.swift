import CEditLine

/// The line being edited, and changes to it.
extension LineEditor {
  var beforeCursor: String { text { ($0.buffer, $0.cursor) } }
  var afterCursor: String { text { ($0.cursor, $0.lastchar) } }

  func insert(_ text: String) {
    if !text.isEmpty { el_insertstr(line, text) }
  }

  func erase(scalarsBefore count: Int) {
    if count > 0 { el_deletestr(line, Int32(clamping: count)) }
  }

  func eraseForward() -> Int32 {
    guard !afterCursor.isEmpty else { return CC_ERROR }
    el_cursor(line, 1)
    erase(scalarsBefore: 1)
    return CC_REFRESH
  }

  func replaceLine(with text: String) {
    el_cursor(line, Int32(clamping: afterCursor.unicodeScalars.count))
    erase(scalarsBefore: beforeCursor.unicodeScalars.count)
    insert(text)
  }

  private func text(
    _ part: (LineInfo) -> (UnsafePointer<CChar>?, UnsafePointer<CChar>?)
  ) -> String {
    guard let state = el_line(line)?.pointee, case let (start?, end?) = part(state) else {
      return ""
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: max(0, end - start))
    return String(decoding: bytes, as: UTF8.self)
  }
}
