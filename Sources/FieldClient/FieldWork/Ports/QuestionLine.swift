/// Asks a person, or what stands in for one, for lines of text.
///
/// Contract: every answer comes from exactly one line, or one paste, of the input, in order, and
/// none is lost between questions. Answers are valid UTF-8 without control characters; only a long
/// text contains line feeds, and only between its lines. What was typed before a question was asked
/// answers it. Used from one thread; every call waits for its answer.
package protocol QuestionLine {
  func ask(_ question: LineQuestion) -> TypedAnswer

  /// A text of several lines. A lone `.`, an empty line that was typed rather than pasted, or the
  /// end of input after at least one line ends it; an interruption discards it.
  /// The prefill's lines are offered one by one: one that is emptied is left out, and ending the
  /// text drops those not yet offered.
  func askLongText(_ question: LineQuestion) -> TypedAnswer

  /// A one-time code or a passphrase: nothing of it appears on the screen, and it is not trimmed.
  func askSecret(prompt: String) -> TypedAnswer
}

/// One question, in words that may be shown on a terminal as they are.
package struct LineQuestion {
  package let prompt: String
  /// Stands in the line already and can be edited; the answer where there is no editing and the
  /// line is empty.
  package let prefill: String
  /// What the text before the cursor may become on Tab, best first: whole replacements, not
  /// endings, so that `cdw` may become 陳大文.
  package let completions: (String) -> [String]

  package init(
    _ prompt: String,
    prefill: String = "",
    completions: @escaping (String) -> [String] = { _ in [] }
  ) {
    self.prompt = prompt
    self.prefill = prefill
    self.completions = completions
  }
}

package enum TypedAnswer: Hashable, Sendable {
  case line(String)
  case endOfInput
  /// Ctrl-C: the person wants to stop; the program exits as after a signal once all is tidied.
  case interrupted
  /// A line that is not UTF-8, is too long, or could not be read. Only where nobody edits.
  case unreadable
}
