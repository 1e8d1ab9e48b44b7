package import ArgumentParser
package import Console
import FieldWork
import TextFormats
import Wording

/// The passphrase opens the vault for a while.
package struct UnlockCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("unlock", .helpUnlock, example: "rounds unlock --minutes 60")
  }

  @Option(parsing: .unconditional, help: Help.text(.helpMinutes))
  var minutes: Int = Vault.minutesStandard
  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold { isInteractive ? .perStep : .whole }
  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    guard Vault.minutesAllowed.contains(minutes) else {
      throw FieldFault.wrongUsage(Message(.minutesRange, ["\(minutes)"]))
    }
    // Nobody types a passphrase for nothing.
    guard let state = try context.environment.vault.state() else {
      throw FieldFault.failed(Message(.notEnrolled))
    }
    if state == .open { throw FieldFault.failed(Message(.vaultWithoutPassphrase)) }
    let passphrase = try PassphraseQuestions(context: context).present()
    let isKept = try context.holding {
      try context.environment.unlock(with: passphrase, minutes: minutes)
    }
    guard isKept else { throw FieldFault.failed(Message(.vaultNotKept)) }
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.vaultUnlocked, ["\(minutes)"]))]),
        .object(["vault": .string("unlocked"), "minutes": .integer(minutes)])))
  }
}

/// Closes the vault now.
package struct LockCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("lock", .helpLock, example: "rounds lock")
  }

  @OptionGroup package var common: CommonOptions

  package init() {}

  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    guard let state = try context.environment.vault.state() else {
      throw FieldFault.failed(Message(.notEnrolled))
    }
    if state == .open { throw FieldFault.failed(Message(.vaultWithoutPassphrase)) }
    try context.environment.vault.lock()
    return .result(
      CommandResult(
        Report(nil, [.note(Message(.vaultNowLocked))]), .object(["vault": .string("locked")])))
  }
}

/// Sets the passphrase, or changes it.
package struct PassphraseCommand: FieldCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration("passphrase", .helpPassphrase, example: "rounds passphrase")
  }

  @OptionGroup package var common: CommonOptions

  package init() {}

  package func hold(isInteractive: Bool) -> StoreHold { isInteractive ? .perStep : .whole }
  package var opensVault: Bool { false }

  package func run(in context: FieldContext) throws -> CommandOutput {
    let vault = context.environment.vault
    guard let state = try vault.state() else { throw FieldFault.failed(Message(.notEnrolled)) }
    let questions = PassphraseQuestions(context: context)
    var old: Passphrase?
    if state != .open {
      let given = try questions.present()
      // Whoever types is told before typing a new one twice.
      if context.questions != nil { _ = try vault.key(opening: given) }
      old = given
    }
    guard let new = try questions.new(mayBeEmpty: false) else {
      throw FieldFault.failed(Message(.passphraseEmpty))
    }
    let isKept = try context.holding {
      try context.environment.setPassphrase(new, old: old)
    }
    var report = Report(nil, [.note(Message(.passphraseSet))])
    if !isKept { report.append(.warning(Message(.vaultNotKept))) }
    return .result(
      CommandResult(report, .object(["vault": .string(isKept ? "unlocked" : "locked")])))
  }
}
