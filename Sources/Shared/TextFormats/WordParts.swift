/// What one word of a command says in several parts, such as `WHO:DATE:WHAT`.
package enum WordParts {
  /// The parts between the marks, as they stand there; empty ones too.
  ///
  /// On scalars, because a mark makes one character with a combining mark behind it or a prepended one before it,
  /// and would not be found.
  /// - Parameter most: how many parts there are at most; further marks belong to the last.
  package static func of(
    _ text: String, at marks: Set<Unicode.Scalar>, most: Int = .max
  ) -> [String] {
    text.unicodeScalars
      .split(maxSplits: most - 1, omittingEmptySubsequences: false) { marks.contains($0) }
      .map { String($0) }
  }
}
