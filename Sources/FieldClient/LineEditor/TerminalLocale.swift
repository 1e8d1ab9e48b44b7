import Glibc

/// The one setting of the process's locale. The line editor decodes keys and measures characters by
/// it; without it every Han character would be several unknown ones.
enum TerminalLocale {
  /// Takes the person's character encoding, or `C.UTF-8` where that is not UTF-8 (`LANG=C`).
  ///
  /// Only LC_CTYPE is set: other categories would change how C libraries write numbers.
  /// False where the system has no UTF-8 locale at all.
  static let isUTF8: Bool = {
    if setlocale(LC_CTYPE, "") != nil, encodingIsUTF8 { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && encodingIsUTF8
  }()

  private static var encodingIsUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return strcmp(name, "UTF-8") == 0
  }
}
