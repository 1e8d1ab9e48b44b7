// The working calendar beyond what ships with the program, in the company's scope.

/// A year whose holiday notice an administrator loaded.
package enum CalendarYearField {
  package static let year: UInt32 = 1
  /// The addresses of the notices, one a line.
  package static let source: UInt32 = 2
  package static let loadedAt: UInt32 = 3
}

/// A day that deviates from the weekly pattern, by one notice or by the firm's own word.
package enum CalendarDayField {
  package static let date: UInt32 = 1
  package static let isOff: UInt32 = 2
  package static let name: UInt32 = 3
  /// The year of the notice under which it is filed; nothing for the firm's own.
  package static let year: UInt32 = 4
  /// 1: no longer so. A field once written cannot be unwritten.
  package static let isWithdrawn: UInt32 = 5
}
