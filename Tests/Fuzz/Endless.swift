#if ROUNDS_FUZZ
import CFuzzer
import Foundation
import FuzzTargets

/// libFuzzer calls back with one input after the other, in one thread. Every so many inputs the
/// harness looks at what they left behind; if a promise is broken then, no single input shows it, and
/// all since the last look are written down as a story to replay.
enum Endless {
  private static let inputsPerLook = 64

  private struct Present {
    let target: FuzzTarget
    var harness: any Harness
    var story: [[UInt8]] = []
  }
  /// Only libFuzzer's one thread touches it.
  nonisolated(unsafe) private static var present: Present?

  static func run(_ target: FuzzTarget) -> Int32 {
    do { present = Present(target: target, harness: try target.makeHarness()) } catch {
      print("\(error)")
      return 1
    }
    var count = CommandLine.argc
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    return LLVMFuzzerRunDriver(&count, &words) { data, size in
      Endless.take(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  private static func take(_ input: [UInt8]) {
    guard present != nil else { return }
    present?.story.append(input)
    do {
      try present?.harness.take(input)
      guard let count = present?.story.count, count >= inputsPerLook else { return }
      try present?.harness.settle()
      present?.story = []
    } catch {
      fatalError("\(present?.target.rawValue ?? ""): \(error)\(writeStory())")
    }
  }

  private static func writeStory() -> String {
    guard let present else { return "" }
    let folder = URL(fileURLWithPath: "story-\(present.target.rawValue)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (number, input) in present.story.enumerated() {
        let name = String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
        try Data(input).write(to: folder.appendingPathComponent(name))
      }
      return "; all inputs since the last look: \(folder.path)"
    } catch { return "; the story could not be written: \(error)" }
  }
}
#endif
