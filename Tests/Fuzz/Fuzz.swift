import Foundation
import FuzzTargets

/// `rounds-fuzz TARGET PATH…` plays files, and those of directories in the order of their names, and
/// says whether a promise broke; `rounds-fuzz --seeds DIRECTORY` writes inputs to begin with.
///
/// Built with the compiler's fuzzer (`scripts/fuzz`), it hands its words to libFuzzer instead, which also
/// starts it anew with words of its own; the target is then in `ROUNDS_FUZZ_TARGET`.
@main
enum Fuzz {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    #if ROUNDS_FUZZ
    if let name = ProcessInfo.processInfo.environment["ROUNDS_FUZZ_TARGET"] {
      guard let target = FuzzTarget(rawValue: name) else {
        print("\(name): no target")
        exit(64)
      }
      exit(Endless.run(target))
    }
    #endif
    do {
      if words.first == "--seeds", words.count == 2 { return try Seeds.write(to: words[1]) }
      guard let target = words.first.flatMap(FuzzTarget.init(rawValue:)), words.count > 1 else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
        print("usage: rounds-fuzz \(names) PATH…\n       rounds-fuzz --seeds DIRECTORY")
        exit(64)
      }
      let count = try Replay.play(target, words.dropFirst().flatMap(Replay.files))
      print("\(target.rawValue): \(count) inputs, 0 promises broken")
    } catch {
      print("\(error)")
      exit(1)
    }
  }
}

enum Replay {
  /// Plays files one after the other into one world, as the fuzzer did.
  static func play(_ target: FuzzTarget, _ files: [String]) throws -> Int {
    var harness = try target.makeHarness()
    for file in files {
      do { try harness.take(Array(try Data(contentsOf: URL(fileURLWithPath: file)))) } catch {
        throw Broken(description: "\(file): \(error)")
      }
    }
    try harness.settle()
    return files.count
  }

  static func files(_ path: String) throws -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Broken(description: "\(path): there is no such file")
    }
    guard isDirectory.boolValue else { return [path] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .map { path + "/" + $0 }
  }
}

struct Broken: Error, CustomStringConvertible { let description: String }
