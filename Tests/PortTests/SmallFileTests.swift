import FieldWork
import Foundation
import Glibc
import LocalMachine
import Synchronization
import TestSupport
import Testing

@Suite("A small file behind a port")
struct SmallFileTests {
  @Test("answers nothing before the first save", arguments: SmallFileKind.allCases)
  func missing(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      #expect(try file.load() == nil)
      #expect(try names(in: folder).isEmpty)
    }
  }

  @Test(
    "answers the last bytes saved, whole, an empty file included",
    arguments: SmallFileKind.allCases)
  func last(_ kind: SmallFileKind) throws {
    try kind.withFile { file, _ throws in
      for contents in Contents.all + Contents.all.reversed() {
        try file.save(contents)
        #expect(try file.load() == contents)
        #expect(try file.load() == contents)
      }
    }
  }

  @Test("holds the old bytes or the new while they are replaced", arguments: SmallFileKind.allCases)
  func whileReplaced(_ kind: SmallFileKind) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ports-\(UUID().uuidString)").path
    try LocalDisk.makeDirectory(folder)
    defer { #expect(throws: Never.self) { try LocalDisk.removeDirectory(folder) } }
    let file = kind.file(in: folder)
    let both = [UInt8(1), 2].map { Array(repeating: $0, count: 100_000 * Int($0)) }
    try file.save(both[0])
    let others = try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        for turn in 1...40 { try file.save(both[turn % 2]) }
        return 0
      }
      group.addTask {
        try (0..<200).count { _ in
          let seen = try file.load()
          return seen != both[0] && seen != both[1]
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(others == 0)
  }

  @Test("keeps what it held when a save fails, and saves again", arguments: SmallFileKind.stoppable)
  func failedSave(_ kind: SmallFileKind) throws {
    try withFolder { folder in
      let failing = FailingFile(MemorySecretFile())
      let isOnDisk = SmallFileKind.onDisk.contains(kind)
      let file = isOnDisk ? kind.file(in: folder) : SmallFile(secret: failing)
      try file.save([1])
      // Nothing can be written where a directory stands in the way.
      let obstacle = folder + "/" + SmallFileKind.name + ".new"
      if isOnDisk { try LocalDisk.makeDirectory(obstacle) } else { failing.fail(true) }
      #expect(throws: (any Error).self) { try file.save([2, 2]) }
      #expect(try file.load() == [1])
      if isOnDisk { try LocalDisk.removeDirectory(obstacle) } else { failing.fail(false) }
      try file.save([3, 3, 3])
      #expect(try file.load() == [3, 3, 3])
    }
  }
}

@Suite("A small file on disk")
struct SmallDiskFileTests {
  @Test(
    "is readable by its owner alone, has its final name, and leaves nothing beside it",
    arguments: SmallFileKind.onDisk)
  func ownerOnly(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      for contents in Contents.all {
        try file.save(contents)
        #expect(try mode(of: folder + "/" + SmallFileKind.name) == 0o600)
        #expect(try names(in: folder) == [SmallFileKind.name])
      }
    }
  }

  @Test(
    "is owner-only again after a save, whatever somebody made of it",
    arguments: SmallFileKind.onDisk)
  func narrowedAgain(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      let path = folder + "/" + SmallFileKind.name
      try file.save([1])
      try setMode(0o666, of: path)
      try file.save([2])
      #expect(try mode(of: path) == 0o600)
      #expect(try file.load() == [2])
    }
  }

  @Test(
    "is owner-only though an earlier save left a file beside it that others can read",
    arguments: SmallFileKind.onDisk)
  func leftBeside(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      let path = folder + "/" + SmallFileKind.name
      try put([9], at: path + ".new")
      try setMode(0o666, of: path + ".new")
      try file.save([1])
      #expect(try mode(of: path) == 0o600)
      #expect(try file.load() == [1])
      #expect(try names(in: folder) == [SmallFileKind.name])
    }
  }

  @Test("is refused, not read, where others can read it", arguments: SmallFileKind.onDisk)
  func refused(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      let path = folder + "/" + SmallFileKind.name
      try file.save([1])
      for open in [0o640, 0o604, 0o610, 0o601, 0o660] as [mode_t] {
        try setMode(open, of: path)
        let fault = #expect(throws: FileFault.self, "\(open)") { try file.load() }
        #expect(fault?.code == EACCES)
      }
      try setMode(0o400, of: path)
      #expect(try file.load() == [1])
    }
  }

  @Test("is the same for whoever opens it by its name", arguments: SmallFileKind.onDisk)
  func reopened(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      try file.save([1, 2, 3])
      #expect(try kind.file(in: folder).load() == [1, 2, 3])
    }
  }

  @Test(
    "is never reached through a link: none is read, and what it points to is not replaced",
    arguments: SmallFileKind.onDisk)
  func links(_ kind: SmallFileKind) throws {
    try kind.withFile { file, folder throws in
      let path = folder + "/" + SmallFileKind.name
      let elsewhere = folder + "/elsewhere"
      try put([9], at: elsewhere)
      try setMode(0o600, of: elsewhere)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
      let fault = #expect(throws: FileFault.self) { try file.load() }
      #expect(fault?.code == ELOOP)
      try file.save([1])
      #expect(try file.load() == [1])
      #expect(try bytes(of: elsewhere) == [9])
    }
  }
}

@Suite("Where no small file is kept")
struct NoSmallFileTests {
  @Test("nothing is there, and a save says that it was not kept")
  func secret() throws {
    let file = NoFile()
    #expect(try file.load() == nil)
    #expect(throws: FieldFault.self) { try file.save([1]) }
    #expect(try file.load() == nil)
  }
}
