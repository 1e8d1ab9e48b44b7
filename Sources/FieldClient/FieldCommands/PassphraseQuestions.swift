import Console
package import FieldWork
package import Wording

/// Asks a person for passphrases. They are never taken from arguments or the environment, which
/// others can see: a terminal shows nothing of them, and a pipe gives one a line.
struct PassphraseQuestions {
  let context: FieldContext

  /// The passphrase that is set.
  /// - Throws: `FieldFault.wrongUsage` where nobody can be asked and nothing was piped in.
  func present() throws -> Passphrase {
    Passphrase(typed: try line(.askPassphrase))
  }

  /// A new one: typed twice at a terminal, until both are the same and long enough.
  /// - Returns: nothing for an empty one where that is allowed.
  /// - Throws: `FieldFault.failed` for one that is refused, where nobody can be asked again.
  func new(mayBeEmpty: Bool) throws -> Passphrase? {
    guard context.questions != nil else {
      guard let typed = context.readSecretLine(), !typed.isEmpty else {
        if mayBeEmpty { return nil }
        throw FieldFault.failed(Message(.passphraseEmpty))
      }
      return try Passphrase(new: typed)
    }
    while true {
      let typed = try line(mayBeEmpty ? .askFirstPassphrase : .askNewPassphrase)
      if typed.isEmpty {
        if mayBeEmpty { return nil }
        throw FieldFault.failed(Message(.passphraseEmpty))
      }
      let passphrase: Passphrase
      do { passphrase = try Passphrase(new: typed) } catch FieldFault.failed(let why) {
        say(why)
        continue
      }
      if try line(.askPassphraseAgain).utf8.elementsEqual(typed.utf8) { return passphrase }
      say(Message(.passphraseMismatch))
    }
  }

  func say(_ message: Message) {
    context.say(TerminalText.lines(message.text(in: context.language)))
  }

  private func line(_ prompt: Phrase) throws -> String {
    if let questions = context.questions {
      return try questions.askSecret(prompt: prompt.text(in: context.language))
        .line(stoppedBy: Message(.stopped))
    }
    guard let line = context.readSecretLine() else {
      throw FieldFault.wrongUsage(Message(.passphraseMissing))
    }
    return line
  }
}

/// Opens a locked vault for a command that needs it, before the command keeps others out of the store.
package enum VaultDoor {
  /// - Parameter say: talk to the person.
  /// - Returns: where the command finds the key, if this system has no place to keep it.
  package static func open(
    _ vault: Vault, asking questions: any QuestionLine, _ language: Language,
    say: (String) -> Void
  ) throws -> KeyInHand? {
    guard try vault.state() == .locked else { return nil }
    let typed = try questions.askSecret(prompt: Phrase.askPassphrase.text(in: language))
      .line(stoppedBy: Message(.stopped))
    let key = try vault.key(opening: Passphrase(typed: typed))
    if try vault.keepOpen(key, minutes: Vault.minutesStandard) { return nil }
    say(TerminalText.lines(Phrase.vaultNotKept.text(in: language)))
    return KeyInHand(key)
  }
}
