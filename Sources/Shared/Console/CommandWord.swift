package import Wording

/// The word where a command should stand. The parser of commands looks at options first: where there is no such
/// command, or none at all, it would complain only that the program knows no such option.
package enum CommandWord {
  /// Options of a group itself; whatever begins so is left to the parser.
  private static let ofEveryGroup = [
    "-h", "--help", "-help", "--version", "--generate-completion-script",
    "--experimental-dump-help",
  ]

  /// - Parameters:
  ///   - words: without the program's own name.
  ///   - commands: of a group; none of what is a command itself, or can be one.
  /// - Returns: what to say where a group is given none of its commands; nothing where a command is named, or help
  ///   asked for.
  package static func flaw<Group>(
    _ words: [String], of program: Group, named name: (Group) -> String,
    commands: (Group) -> [Group]
  ) -> Message? {
    var group = program
    var path = name(program)
    for word in words {
      let below = commands(group)
      if below.isEmpty { return nil }
      if let next = below.first(where: { name($0) == word }) {
        group = next
        path += " " + word
        continue
      }
      if word == "help" || ofEveryGroup.contains(where: word.hasPrefix) { return nil }
      return Message(
        word.hasPrefix("-") ? .commandMissing : .noSuchCommand, [TerminalText.line(word), path])
    }
    return nil
  }
}
