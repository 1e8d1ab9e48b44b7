import Foundation
import Glibc

/// What the figures were measured on.
struct Machine {
  let facts: [(name: String, value: String)]

  init(_ workshop: Workshop) throws {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let commit = try Self.firstLine(
      of: workshop.run("/usr/bin/env", ["git", "describe", "--always", "--dirty"]))
    let swift = try Self.firstLine(of: workshop.run("/usr/bin/env", Self.swiftVersion()))
    facts = try [
      ("date", String(Date().ISO8601Format().prefix(10))), ("commit", commit),
      ("processor", "\(Self.value("/proc/cpuinfo", "model name")), \(cores) cores"),
      ("memory", Self.memory()),
      (
        "system",
        Self.value("/etc/os-release", "PRETTY_NAME") + ", Linux "
          + Self.content("/proc/sys/kernel/osrelease")
      ), ("disk", Self.fileSystem(of: workshop.folder)),
      ("SQLite", PlainSQLite.version), ("Swift", swift),
    ]
  }

  var markdown: String {
    "| machine | |\n|---|---|\n"
      + facts.map { "| \($0.name) | \($0.value) |\n" }.joined()
  }

  private static func swiftVersion() -> [String] {
    // The bench runs programs with a short PATH of its own; the toolchain is where the caller has
    // it.
    ["PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "")", "swift", "--version"]
  }

  private static func firstLine(of ended: Ended) -> String {
    guard ended.status == 0 else { return "unknown" }
    let text = String(decoding: ended.output, as: UTF8.self)
    return text.split(separator: "\n").first.map(String.init) ?? "unknown"
  }

  private static func content(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  /// The value of the first line `name: value` or `name=value`.
  private static func value(_ path: String, _ name: String) throws -> String {
    let line = try content(path).split(separator: "\n").first { $0.hasPrefix(name) }
    guard let line, let mark = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else {
      return "unknown"
    }
    let unwanted = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\""))
    return String(line[line.index(after: mark)...]).trimmingCharacters(in: unwanted)
  }

  private static func memory() throws -> String {
    let text = try value("/proc/meminfo", "MemTotal")
    guard let kibibytes = Double(text.filter(\.isNumber)) else { return text }
    return String(format: "%.1f GiB", kibibytes / 1_048_576)
  }

  /// The file system on which a folder lies: the longest mount point above it.
  private static func fileSystem(of folder: String) throws -> String {
    let mounts = try content("/proc/mounts").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    let above = mounts.filter { mount in
      guard mount.count > 2 else { return false }
      return mount[1] == "/" || folder == mount[1] || folder.hasPrefix(mount[1] + "/")
    }
    guard let nearest = above.max(by: { $0[1].utf8.count < $1[1].utf8.count }) else {
      return "unknown"
    }
    return "\(nearest[2]) on \(nearest[0]), for \(folder.split(separator: "/").first ?? "")"
  }
}
