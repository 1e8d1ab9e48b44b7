package import ArgumentParser
package import Console
package import FieldWork
package import Wording

/// A command of `rounds` that looks after the store itself. It is given a world in which the store may
/// be broken, and opens what it needs.
package protocol RescueCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// The store is kept to this command as long as it runs.
  func run(in context: RescueContext) throws -> CommandOutput
}

package struct RescueContext {
  package let rescue: Rescue
  /// Opens the laptop's world, and tells the person if the store was copied or put back.
  package let openLaptop: () throws -> FieldEnvironment
  package let draft: any SecretFile
  package let damagedDraft: any SecretFile
  package let language: Language
  package let showProgress: (Progress) -> Void

  package init(
    rescue: Rescue, openLaptop: @escaping () throws -> FieldEnvironment, draft: any SecretFile,
    damagedDraft: any SecretFile, language: Language,
    showProgress: @escaping (Progress) -> Void
  ) {
    self.rescue = rescue
    self.openLaptop = openLaptop
    self.draft = draft
    self.damagedDraft = damagedDraft
    self.language = language
    self.showProgress = showProgress
  }

  func show(_ label: Phrase, _ done: Int, of total: Int? = nil) {
    showProgress(Progress(Message(label), done: done, total: total))
  }
}
