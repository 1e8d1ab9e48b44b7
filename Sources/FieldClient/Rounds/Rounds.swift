import ArgumentParser
import Console
import CurlTransport
import FieldCommands
import FieldWork
import Fingerprint
import Foundation
import KernelKeyring
import LineEditor
import LocalMachine
import RecordStore
import SQLiteDatabase
import TextFormats
import VisitModel
import Wording

/// Parses, wires the world, runs one command, prints, exits.
@main
struct Rounds {
  static func main() {
    ProcessGuard.apply()
    let command: any ParsableCommand
    do { command = try RoundsCommand.read(Array(CommandLine.arguments.dropFirst())) } catch {
      RoundsCommand.exit(withError: error)
    }
    let environment = ProcessInfo.processInfo.environment
    if let rescue = command as? any RescueCommand {
      let language = Language(preference: rescue.common.lang, environment: environment)
      let output: CommandOutput
      do {
        try OpenFiles.claim()
        output = try run(rescue, language, environment)
      } catch { output = .result(Failure.result(of: error)) }
      finish(output, rescue.common, language, environment)
    }
    guard var field = command as? any FieldCommand else {
      // A bare `rounds` or a group without a verb: ArgumentParser's own help.
      var help = command
      do { try help.run() } catch { RoundsCommand.exit(withError: error) }
      return
    }
    let language = Language(preference: field.common.lang, environment: environment)
    let output: CommandOutput
    do {
      try OpenFiles.claim()
      output = try run(&field, language, environment)
    } catch { output = .result(Failure.result(of: error)) }
    finish(output, field.common, language, environment)
  }

  private static func run(
    _ command: inout any FieldCommand, _ language: Language, _ environment: [String: String]
  ) throws -> CommandOutput {
    let directory = try DataDirectory(path: DataDirectory.ofVisitor(environment))
    let isInteractive = isatty(0) == 1 && !command.common.noInput
    let questions =
      isInteractive ? LineEditor(terminalType: environment["TERM"] ?? "vt100") : nil
    let keyFile = OwnerOnlyFile(path: directory.file("device.key"))
    // A person types slowly: asked before others are kept out.
    let unlockedKeys = try Self.unlockedKeys(command, keyFile, directory, questions, language)
    let hold = command.hold(isInteractive: isInteractive)
    let keptOut = command.keepsOut
    var locks = try Self.locks(directory, against: keptOut == .otherSyncs ? .everyone : keptOut)
    let rescue = rescue(directory.path, language)
    try requireNoRestore(rescue)
    let field = try world(directory.path, language, unlockedKeys)
    let installation = try settled(field, rescue, language)
    if hold == .perStep {
      locks = []
    } else if keptOut == .otherSyncs {
      locks = []
      locks = try Self.locks(directory, against: .otherSyncs)
    }
    return try withExtendedLifetime(locks) {
      defer { note(installation, language) }
      return try command.run(
        in: context(
          field, directory, language, questions, hold == .perStep ? keptOut : nil))
    }
  }

  /// The laptop's world in a directory, tables made where they are missing.
  static func world(
    _ directory: String, _ language: Language, _ unlockedKeys: any UnlockedKeys
  ) throws -> FieldEnvironment {
    var field = FieldEnvironment(
      database: try SQLiteFile(path: directory + "/rounds.sqlite", kind: .laptop),
      keyDatabase: try SQLiteFile(path: directory + "/keys.sqlite", kind: .laptop),
      secrets: OwnerOnlyFile(path: directory + "/device.key"), randomness: .system,
      clock: { SystemClock.reading() }, boot: SystemClock.boot(),
      zone: SystemClock.zone(at: SystemClock.reading().now), program: RoundsVersion.program,
      connect: { url, authorities in
        CurlTransport(url: url, authorities: authorities, program: RoundsVersion.program)
      })
    field.language = language.rawValue
    field.secretFile = { OwnerOnlyFile(path: directory + "/" + $0) }
    field.unlockedKeys = unlockedKeys
    field.machine = MachineID.read()
    try field.prepare()
    return field
  }

  /// Where the vault's key waits: in the kernel, or in hand where the person was asked and the kernel
  /// keeps none.
  private static func unlockedKeys(
    _ command: any FieldCommand, _ keyFile: OwnerOnlyFile, _ directory: DataDirectory,
    _ questions: LineEditor?, _ language: Language
  ) throws -> any UnlockedKeys {
    let kernel = KernelKeyring(directory: directory.path)
    guard command.opensVault, let questions else { return kernel }
    let vault = Vault(file: keyFile, unlockedKeys: kernel, randomness: .system)
    if let inHand = try VaultDoor.open(vault, asking: questions, language, say: say) {
      return inHand
    }
    return kernel
  }

  /// - Throws: `StoreFault.busy` when another program keeps the store for ten seconds.
  static func locks(
    _ directory: DataDirectory, against: KeptOut
  ) throws -> [StoreLock] {
    let names: [String] =
      switch against {
      case .everyone: ["lock"]
      case .otherSyncs: ["sync.lock"]
      case .everyoneAndSyncs: ["lock", "sync.lock"]
      }
    do {
      return try names.map { try StoreLock(path: directory.file($0), waitMs: 10_000) }
    } catch let fault as FileFault where fault.code == EWOULDBLOCK { throw StoreFault.busy }
  }

  private static func context(
    _ field: FieldEnvironment, _ directory: DataDirectory, _ language: Language,
    _ questions: LineEditor?, _ keptOutPerStep: KeptOut?
  ) -> FieldContext {
    let piped = PlainLines()
    return FieldContext(
      environment: field,
      questions: questions,
      readSecretLine: {
        if case .line(let line) = piped.askSecret(prompt: "") { return line }
        return nil
      }, readFile: { try GivenFile.read($0, limit: $1) },
      writeFile: { try GivenFile.write($1, to: $0) },
      hasFile: { FileManager.default.fileExists(atPath: $0) }, language: language,
      laptopName: hostName(),
      showProgress: { progress in
        guard isatty(2) == 1 else { return }
        write(progress.overwriting(language, width: 80), to: 2)
      }, say: say,
      draft: OwnerOnlyFile(path: directory.file("draft")),
      damagedDraft: OwnerOnlyFile(path: directory.file("draft.damaged")),
      holdingStore: { step in
        let own = try keptOutPerStep.map { try locks(directory, against: $0) }
        try withExtendedLifetime(own) { try step() }
      })
  }

  private static func say(_ text: String) {
    write((isatty(2) == 1 ? Progress.erasing : "") + text + "\n", to: 2)
  }

  /// As the machine calls itself; asking Foundation would ask the network.
  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "laptop" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? "laptop" : String(decoding: bytes, as: UTF8.self)
  }

  private static func finish(
    _ output: CommandOutput, _ common: CommonOptions, _ language: Language,
    _ environment: [String: String]
  ) -> Never {
    if isatty(2) == 1 { write(Progress.erasing, to: 2) }
    switch output {
    case .bytes(let bytes):
      exit(write(bytes, to: 1) ? 0 : ExitStatus.failed.rawValue)
    case .result(let result):
      let isTrouble = result.status != .done
      let stream: Int32 = isTrouble ? 2 : 1
      let columns = StandardStream(stream).columns
      let colour = Colour(
        choice: Colour.Choice(rawValue: common.color) ?? .auto, isTerminal: columns != nil,
        environment: environment)
      let text = result.report.text(language, width: columns, colour: colour)
      var isWritten = true
      if common.json { isWritten = write(result.json.text(pretty: true) + [0x0A], to: 1) }
      if !common.json || isTrouble { isWritten = write(text, to: stream) && isWritten }
      exit(isWritten ? result.status.rawValue : ExitStatus.failed.rawValue)
    }
  }

  @discardableResult
  static func write(_ text: String, to stream: Int32) -> Bool {
    write(Array(text.utf8), to: stream)
  }

  /// Whether all of it was taken: a full disk behind standard output is a failure, not silence.
  @discardableResult
  private static func write(_ bytes: [UInt8], to stream: Int32) -> Bool {
    StandardStream(stream).write(bytes)
  }
}

extension OwnerOnlyFile: SecretFile {}
