import Glibc
import LocalMachine
import OfficePages
import Testing
import rounds_server

@Suite("The files of exports")
struct ExportFilesTests {
  private func withFiles(_ body: (any ExportFiles, _ folder: String) throws -> Void) throws {
    try withFolder { home in
      let files = LocalExportFiles(folder: home + "/exports")
      try files.clear()
      try body(files, home + "/exports")
    }
  }

  @Test("lie in a folder for their owner alone, as each of them does")
  func modes() throws {
    try withFiles { files, folder in
      try files.append([1], to: "a")
      #expect(try mode(of: folder) == 0o700 && mode(of: folder + "/a") == 0o600)
      #expect(files.path(of: "a") == folder + "/a")
    }
  }

  @Test("grow at their end, and are read from any place", arguments: Contents.all)
  func growing(_ bytes: [UInt8]) throws {
    try withFiles { files, _ in
      #expect(try files.size(of: "a") == nil)
      try files.append(bytes, to: "a")
      try files.append([7, 8], to: "a")
      let whole = bytes + [7, 8]
      #expect(try files.size(of: "a") == whole.count)
      for offset in [0, 1, bytes.count, whole.count, whole.count + 5] {
        let read = try files.read("a", from: offset, count: 1000)
        #expect(read == Array(whole.dropFirst(offset).prefix(1000)))
      }
      #expect(throws: FileFault.self) { _ = try files.read("none", from: 0, count: 1) }
    }
  }

  /// The machine's own full disk; nothing else of its folder is named.
  @Test("say so where there is no room for them")
  func full() throws {
    let files = LocalExportFiles(folder: "/dev")
    #expect(throws: ExportDiskFull.self) { try files.append([1], to: "full") }
  }

  @Test("go away one by one, and again without harm")
  func removing() throws {
    try withFiles { files, folder in
      try files.append([1], to: "a")
      try files.append([1], to: "b")
      for _ in 0..<2 { try files.remove("a") }
      #expect(try names(in: folder) == ["b"])
    }
  }

  @Test("go away all at once, whatever lies there, and nothing else does")
  func clearing() throws {
    try withFiles { files, folder in
      try files.append([1], to: "a")
      let other = folder + "-other"
      try LocalDisk.makeDirectory(other)
      try put([1], at: other + "/kept")
      for name in ["/b", "/b/c"] { try LocalDisk.makeDirectory(folder + name) }
      try put([1], at: folder + "/b/c/d")
      try #require(symlink(other, folder + "/b/link") == 0)
      for _ in 0..<2 {
        try files.clear()
        #expect(try names(in: folder).isEmpty)
      }
      #expect(try names(in: other) == ["kept"])
    }
  }
}
