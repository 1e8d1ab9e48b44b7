import Foundation
import Glibc
import LocalMachine
import Testing

@Suite("A secret from standard input")
struct SecretInputTests {
  /// - Returns: what the reader makes of the bytes, line by line, and what it leaves in the pipe.
  private static func lines(_ bytes: [UInt8], _ count: Int) throws -> ([String?], left: [UInt8]) {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    let file = pipe.fileHandleForReading
    let lines = try (0..<count).map { _ in try SecretInput.line(from: file.fileDescriptor) }
    return (lines, [UInt8](try file.readToEnd() ?? Data()))
  }

  @Test("is one line, and what follows is left for whoever reads next")
  func oneLine() throws {
    let (lines, left) = try Self.lines(Array("口令 one\r\n\nrest\n".utf8), 2)
    #expect(lines == ["口令 one", ""])
    #expect(left == Array("rest\n".utf8))
  }

  @Test("is nothing at the end of input, and a last line needs no end")
  func end() throws {
    #expect(try Self.lines(Array("last".utf8), 3).0 == ["last", nil, nil])
    #expect(try Self.lines([], 1).0 == [nil])
  }

  @Test("is refused if it is too long or no text")
  func refused() throws {
    let long = [UInt8](repeating: 0x61, count: SecretInput.bytesMax)
    let whole = try Self.lines(long + [0x0A], 1).0
    #expect(whole.first??.utf8.count == SecretInput.bytesMax)
    #expect(throws: FileFault(action: "read a secret from", path: "-", code: EMSGSIZE)) {
      try Self.lines(long + [0x61, 0x0A], 1)
    }
    #expect(throws: FileFault(action: "read a secret from", path: "-", code: EILSEQ)) {
      try Self.lines([0xFF, 0x0A], 1)
    }
  }
}

@Suite("Who keeps a store")
struct LockHolderTests {
  private static let list = """
    1: POSIX  ADVISORY  READ  10 fe:00:77 0 EOF
    2: FLOCK  ADVISORY  WRITE 11 fe:00:77 0 EOF
    2: -> FLOCK  ADVISORY  WRITE 12 fe:00:77 0 EOF
    3: FLOCK  ADVISORY  WRITE 13 fe:00:78 0 EOF
    4: FLOCK  ADVISORY  WRITE 14 08:01:78 0 EOF
    5: FLOCK  ADVISORY  WRITE 0 08:01:79 0 EOF
    6: FLOCK  ADVISORY
    """

  @Test(
    "is the one process the kernel lists, not one that waits, nor one of several",
    arguments: [(77, 11), (78, nil), (79, nil), (80, nil)] as [(UInt64, pid_t?)])
  func listed(inode: UInt64, holder: pid_t?) {
    #expect(StoreLock.holder(in: Array(Self.list.utf8), of: inode) == holder)
  }

  @Test("is this process while it does, and nobody afterwards")
  func own() throws {
    try Serving.inFolder { directory in
      let path = directory.file("lock")
      let lock = try StoreLock(path: path, waitMs: 0)
      withExtendedLifetime(lock) { #expect(StoreLock.holder(of: path) == getpid()) }
      #expect(throws: FileFault(action: "lock", path: path, code: EWOULDBLOCK)) {
        try withExtendedLifetime(lock) { _ = try StoreLock(path: path, waitMs: 0) }
      }
      #expect(StoreLock.holder(of: directory.file("other")) == nil)
    }
  }
}

@Suite("A data directory")
struct DataDirectoryTests {
  @Test("is made with all it lies in, for its owner alone, and is the same when it is there")
  func made() throws {
    try Serving.inFolder { root throws in
      let path = root.file("a/b/c")
      for _ in 0..<2 { #expect(try DataDirectory(path: path).path == path) }
      for one in ["a", "a/b", "a/b/c"] {
        var facts = stat()
        #expect(stat(root.file(one), &facts) == 0)
        #expect(facts.st_mode & 0o7777 == 0o700)
      }
      #expect(Glibc.close(creat(root.file("file"), 0o600)) == 0)
      #expect(throws: FileFault.self) { try DataDirectory(path: root.file("file")) }
    }
  }
}

@Suite("A file that a person named")
struct GivenFileTests {
  @Test("is replaced as a whole, for its owner alone; a device or a directory never is")
  func written() throws {
    try Serving.inFolder { directory in
      let path = directory.file("copy")
      for text in ["a longer text", "short"] {
        try GivenFile.write(Array(text.utf8), to: path)
        #expect(try GivenFile.read(path, limit: 100) == Array(text.utf8))
      }
      var facts = stat()
      #expect(stat(path, &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
      for taken in ["/dev/null", directory.path] {
        #expect(throws: FileFault(action: "replace", path: taken, code: EEXIST)) {
          try GivenFile.write([], to: taken)
        }
      }
    }
  }
}
