import CEditLine

/// What the keys do beyond libedit's own emacs bindings.
extension LineEditor {
  /// Pushed by the editor itself, and harmless when typed.
  static let prefillKey = "\u{1C}"

  func installKeys() {
    _ = rounds_set_owner(line, Unmanaged.passUnretained(self).toOpaque())
    _ = rounds_set_keys(line, "emacs")
    _ = rounds_handle_signals(line)
    // Ctrl-C becomes a key, so that the caller hears of it and the terminal is restored.
    _ = rounds_set_tty_while_editing(line, "-isig")
    paintBeforeReading()
    bind("interrupt", to: ["^C"]) { line, _ in LineEditor.act(line) { $0.interrupt() } }
    bind("prefill", to: ["\\034"]) { line, _ in LineEditor.act(line) { $0.insertPrefill() } }
    bind("complete", to: ["^I"]) { line, _ in LineEditor.act(line) { $0.complete() } }
    bind("sequence", to: ["\\e["]) { line, _ in LineEditor.act(line) { $0.controlSequence() } }
    bind("shift", to: ["\\eO"]) { line, _ in
      LineEditor.act(line) { $0.key($0.nextScalar() ?? " ", "") }
    }
    // Commands that insert control characters, or look for a history or a command language where
    // there is none.
    let unwanted = ["^N", "^P", "^Q", "^R", "^V", "^X", "^Z"] + "xXpPnN".map { "\\e\($0)" }
    bind("ignore", to: unwanted) { _, _ in UInt8(CC_NORM) }
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

  // MARK: Reading keys

  private func paintBeforeReading() {
    _ = rounds_set_key_reader(line) { line, key in
      guard let owner = LineEditor.owner(of: line), let key else { return -1 }
      owner.paint()
      return owner.read(key)
    }
  }

  private func read(_ key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    _ = rounds_set_key_reader(line, nil)
    defer { paintBeforeReading() }
    return el_wgetc(line, key)
  }

  /// The next scalar of a sequence or a paste, waiting for it; nothing at the end of input.
  func nextScalar() -> Unicode.Scalar? {
    var key: wchar_t = 0
    guard read(&key) == 1 else { return nil }
    return Unicode.Scalar(UInt32(bitPattern: key))
  }

  // MARK: Obeying them

  private func interrupt() -> Int32 {
    isInterrupted = true
    return CC_EOF
  }

  private func insertPrefill() -> Int32 {
    insert(prefill)
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
    case ("C", _): return press(byWord ? "\u{1B}f" : "\u{06}")
    case ("D", _): return press(byWord ? "\u{1B}b" : "\u{02}")
    case ("H", _), ("~", "1"), ("~", "7"): return press("\u{01}")
    case ("F", _), ("~", "4"), ("~", "8"): return press("\u{05}")
    case ("~", "3"): return eraseForward()
    case ("~", "200"): return paste()
    default: return CC_NORM
    }
  }

  private func press(_ keys: String) -> Int32 {
    el_push(line, keys)
    return CC_NORM
  }
}
