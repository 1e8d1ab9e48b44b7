/// Whether one stream gets colours, and how they are written.
///
/// Decided once per stream: standard output may be a file while standard error is a terminal.
package struct Colour: Hashable, Sendable {
  /// The values of `--color`.
  package enum Choice: String, CaseIterable, Sendable { case auto, always, never }

  package enum Style: String, CaseIterable, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  package let isOn: Bool

  package static let off = Colour(isOn: false)
  package static let on = Colour(isOn: true)

  /// A word on the command line wins; otherwise colours need a terminal that has them and a person
  /// who has not declined them: `NO_COLOR` set to anything but nothing (no-color.org).
  package init(choice: Choice = .auto, isTerminal: Bool, environment: [String: String]) {
    switch choice {
    case .always: isOn = true
    case .never: isOn = false
    case .auto:
      isOn =
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }

  private init(isOn: Bool) { self.isOn = isOn }

  /// Give it text that is already harmless and already padded.
  package func paint(_ text: String, _ style: Style) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
