import FieldWork
import Fingerprint
import TextFormats

/// The half-filled form at rest: sealed under the laptop's store key, replaced whole after each
/// answer, so that it survives whatever ends the program.
struct FormDraft {
  enum Found {
    case nothing
    case answers(FormAnswers)
    /// Something is there that this laptop's key does not open, or that is no form of ours.
    case unreadable
  }

  private let laptop: Laptop
  private let file: any SecretFile
  /// Where a draft goes that cannot be read, so that nobody is stopped by it and nothing is lost.
  private let aside: any SecretFile

  private static let context = Array("rounds draft v3".utf8)

  init(_ laptop: Laptop, file: any SecretFile, aside: any SecretFile) {
    self.laptop = laptop
    self.file = file
    self.aside = aside
  }

  func load() throws -> Found {
    guard let bytes = try file.load(), !bytes.isEmpty else { return .nothing }
    let plain: [UInt8]
    do {
      plain = try laptop.secrets.storeKey.open(
        Array(bytes.dropFirst(DataKey.nonceByteCount)),
        nonce: Array(bytes.prefix(DataKey.nonceByteCount)), context: Self.context)
    } catch SealingFailure.cannotOpen { return .unreadable }
    do {
      return FormAnswers(try JSON.parse(plain)).map(Found.answers) ?? .unreadable
    } catch { return .unreadable }
  }

  func keep(_ answers: FormAnswers) throws {
    let nonce = laptop.environment.randomness.bytes(DataKey.nonceByteCount)
    let sealed = try laptop.secrets.storeKey.seal(
      answers.json.text(), nonce: nonce, context: Self.context)
    try file.save(nonce + sealed)
  }

  func clear() throws { try file.save([]) }

  func setAside() throws {
    try aside.save(try file.load() ?? [])
    try clear()
  }
}
