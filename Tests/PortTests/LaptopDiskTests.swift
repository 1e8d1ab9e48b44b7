import FieldWork
import Testing

@Suite("A laptop's disk")
struct LaptopDiskTests {
  private struct Full: Error {}

  @Test(
    "keeps nothing of a file whose making fails, and what stood there stays",
    arguments: DiskKind.ofLaptops)
  func failedWrite(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      for before in [[], ["file"]] as [[String]] {
        for _ in before { try disk.write(path, replacing: false) { try $0([1]) } }
        #expect(throws: Full.self) {
          try disk.write(path, replacing: true) { append in
            try append(Array(repeating: 2, count: 100_000))
            throw Full()
          }
        }
        #expect(try disk.names(in: disk.home) == before)
      }
      #expect(try disk.whole(path) == [1])
    }
  }

  @Test("replaces a file only where that was asked for", arguments: DiskKind.ofLaptops)
  func replacing(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      try disk.write(path, replacing: false) { try $0([1]) }
      #expect(throws: (any Error).self) {
        try disk.write(path, replacing: false) { try $0([2]) }
      }
      #expect(try disk.whole(path) == [1])
      try disk.write(path, replacing: true) { try $0([3]) }
      #expect(try disk.whole(path) == [3])
      #expect(try disk.names(in: disk.home) == ["file"])
    }
  }

  @Test(
    "writes for its owner alone though an earlier try left a file that others can read",
    arguments: DiskKind.ofLaptops)
  func leftBeside(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      try put([9, 9], at: path + ".part")
      try setMode(0o666, of: path + ".part")
      try disk.write(path, replacing: false) { try $0([1]) }
      #expect(try disk.facts(path)?.mode == 0o600)
      #expect(try disk.whole(path) == [1])
      #expect(try disk.names(in: disk.home) == ["file"])
    }
  }

  @Test("puts a file together from the pieces it is given", arguments: DiskKind.ofLaptops)
  func pieces(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      try disk.write(path, replacing: false) { append in
        for piece in Contents.all { try append(piece) }
      }
      #expect(try disk.whole(path) == Contents.all.flatMap(\.self))
    }
  }

  @Test("hands on a reader's own error, and stops at it", arguments: DiskKind.ofLaptops)
  func readerFails(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      try disk.write(path, replacing: false) { try $0(Array(repeating: 1, count: 1_000_000)) }
      var taken = 0
      #expect(throws: Full.self) {
        try disk.read(path) { piece in
          taken += piece.count
          throw Full()
        }
      }
      #expect(taken > 0)
      #expect(taken < 1_000_000)
    }
  }

  @Test(
    "gives the bytes from any place, fewer at the end and none behind it",
    arguments: DiskKind.ofLaptops)
  func places(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let path = disk.home + "/file"
      let all = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
      try disk.write(path, replacing: false) { try $0(all) }
      for (offset, count) in [(0, 0), (0, 1), (0, 1000), (1, 998), (990, 20), (1000, 5), (2000, 1)]
      {
        let expected = Array(all.dropFirst(offset).prefix(count))
        #expect(try disk.bytes(of: path, from: offset, count: count) == expected)
      }
    }
  }

  @Test("names what is in a directory in order, byte by byte", arguments: DiskKind.ofLaptops)
  func order(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      let sorted = [".hidden", "B", "a", "a.b", "b", "線"]
      for name in sorted.reversed() {
        try disk.write(disk.home + "/" + name, replacing: false) { try $0([]) }
      }
      #expect(try disk.names(in: disk.home) == sorted)
      #expect(throws: (any Error).self) { try disk.names(in: disk.home + "/none") }
    }
  }

  @Test(
    "tells one file from another, and a file from a directory, whatever they are called",
    arguments: DiskKind.ofLaptops)
  func identity(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk throws in
      for name in ["one", "two"] {
        try disk.write(disk.home + "/" + name, replacing: false) { try $0([1]) }
      }
      let one = try #require(try disk.facts(disk.home + "/one"))
      let two = try #require(try disk.facts(disk.home + "/two"))
      let home = try #require(try disk.facts(disk.home))
      #expect(one.inode != two.inode)
      #expect([one.device, two.device] == [home.device, home.device])
      #expect([one.isDirectory, two.isDirectory, home.isDirectory] == [false, false, true])
      #expect([one.isMine, two.isMine, home.isMine] == [true, true, true])
      try disk.move(disk.home + "/one", to: disk.home + "/three")
      #expect(try disk.facts(disk.home + "/three") == one)
    }
  }

  @Test("has the same id of the machine at each look", arguments: DiskKind.ofLaptops)
  func machine(_ kind: DiskKind) throws {
    try kind.withLaptopDisk { disk in #expect(disk.machine == disk.machine) }
  }
}
