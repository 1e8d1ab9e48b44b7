import CEditLine

/// What keys do beyond libedit's own emacs bindings.
extension LineEditor {
  /// Never typed by people; tells the editor to put the prefill into the fresh line.
  static let prefillKey = "\u{1C}"

  func installKeys() {
    _ = rounds_set_owner(line, Unmanaged.passUnretained(self).toOpaque())
    _ = rounds_set_prompt(line) { line in LineEditor.owner(of: line)?.promptText }
    _ = rounds_set_keys(line, "emacs")
    _ = rounds_handle_signals(line)
    // Ctrl-C becomes a key, so that the caller hears of it and the terminal is restored.
    _ = rounds_set_tty_while_editing(line, "-isig")
    bind("interrupt", to: ["^C"]) { line, _ in
      LineEditor.owner(of: line)?.isInterrupted = true
      return UInt8(CC_EOF)
    }
    bind("prefill", to: ["^\\\\"]) { line, _ in LineEditor.act(line) { $0.insertPrefill() } }
    bind("complete", to: ["^I"]) { line, _ in LineEditor.act(line) { $0.complete() } }
    bind("control-sequence", to: ["\\e["]) { line, _ in
      LineEditor.act(line) { $0.controlSequence() }
    }
    bind("single-shift", to: ["\\eO"]) { line, _ in
      LineEditor.act(line) { $0.key($0.nextScalar() ?? " ", "") }
    }
    // libedit's command prompt, and searches in a history that is empty.
    bind("ignore", to: ["\\ex", "\\eX", "^R", "^P", "^N"]) { _, _ in UInt8(CC_NORM) }
  }

  private func bind(_ name: String, to keys: [String], _ action: rounds_key_action) {
    _ = rounds_add_action(line, "rounds-\(name)", action)
    for key in keys { _ = rounds_bind(line, key, "rounds-\(name)") }
  }

  private static func owner(of line: OpaquePointer?) -> LineEditor? {
    guard let line, let owner = rounds_owner(line) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  private static func act(_ line: OpaquePointer?, _ action: (LineEditor) -> Int32) -> UInt8 {
    UInt8(truncatingIfNeeded: owner(of: line).map(action) ?? CC_ERROR)
  }

  private func insertPrefill() -> Int32 {
    guard !prefill.isEmpty else { return CC_NORM }
    el_insertstr(line, prefill)
    prefill = ""
    return CC_REFRESH
  }

  /// Reads the whole sequence, known or not: an unknown function key must not leave its last
  /// letters in a name.
  private func controlSequence() -> Int32 {
    var parameters = ""
    while let scalar = nextScalar() {
      switch scalar.value {
      case 0x5B:
        // The Linux console sends its function keys as `ESC [ [ A`.
        return nextScalar() == nil ? CC_ERROR : CC_NORM
      case 0x20...0x3F: parameters.unicodeScalars.append(scalar)
      case 0x40...0x7E: return key(scalar, parameters)
      default: return CC_ERROR
      }
    }
    return CC_ERROR
  }

  /// A cursor key by the letter that ends its sequence; `1;5` and `1;3` mean with Ctrl and Alt.
  private func key(_ final: Unicode.Scalar, _ parameters: String) -> Int32 {
    let byWord = parameters == "1;5" || parameters == "1;3"
    switch (final, parameters) {
    case ("C", _): return byWord ? press("\u{1B}f") : press("\u{06}")
    case ("D", _): return byWord ? press("\u{1B}b") : press("\u{02}")
    case ("H", _), ("~", "1"), ("~", "7"): return press("\u{01}")
    case ("F", _), ("~", "4"), ("~", "8"): return press("\u{05}")
    case ("~", "3"): return deleteForward()
    case ("~", "200"): return paste()
    default: return CC_NORM
    }
  }

  private func press(_ keys: String) -> Int32 {
    el_push(line, keys)
    return CC_NORM
  }

  private func deleteForward() -> Int32 {
    guard !afterCursor.isEmpty else { return CC_ERROR }
    el_cursor(line, 1)
    el_deletestr(line, 1)
    return CC_REFRESH
  }
}
