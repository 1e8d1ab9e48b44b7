import Foundation
import Testing

/// The Python of the tests that look at pages and files with others' eyes: made by `scripts/browser-setup`
/// from `Tests/Pages/requirements.txt`, in `.build/python`.
enum PagePython {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Pictures and reports that a run leaves for people to look at.
  static var pictures: URL { root.appending(path: ".build/pages") }

  private static let scripts = root.appending(path: "Tests/Pages")
  private static let folder = root.appending(path: ".build/python")

  /// Nothing where everything is there as it is pinned; else why the tests that need it are skipped.
  static let missing: String? = {
    let asked = bytes(scripts.appending(path: "requirements.txt"))
    if asked != nil, asked == bytes(folder.appending(path: "requirements.txt")) { return nil }
    let said = bytes(root.appending(path: ".build/python-missing"))
      .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines) }
    let why = said ?? "scripts/browser-setup has not made .build/python, or not as it is pinned now"
    // Said aloud, because a machine without it holds less.
    print("SKIPPED: " + why)
    return why
  }()

  static let isThere = missing == nil
  static let why = Comment(rawValue: missing ?? "all is there")

  /// Runs a script of `Tests/Pages` to its end.
  /// - Parameter seconds: after which it is killed.
  static func run(
    _ script: String, _ words: [String], in folder: Folder, seconds: Double = 900
  ) throws -> Ended {
    try Programs.run(
      Self.folder.appending(path: "bin/python").path(percentEncoded: false),
      [scripts.appending(path: script).path(percentEncoded: false)] + words,
      ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"], in: folder,
      killedAfter: seconds)
  }

  /// - Returns: nothing for a file that is not there.
  private static func bytes(_ file: URL) -> Data? {
    FileManager.default.contents(atPath: file.path(percentEncoded: false))
  }
}
