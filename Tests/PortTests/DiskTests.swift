import Testing

@Suite("A disk behind a port")
struct DiskTests {
  @Test(
    "says nothing of what is not there, and removes it without a word", arguments: DiskKind.allCases
  )
  func missing(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      for path in [home + "/none", home + "/none/below"] {
        #expect(try disk.facts(path) == nil)
        #expect(throws: (any Error).self) { try disk.read(path) }
        #expect(throws: (any Error).self) { try disk.copy(path, home + "/copy") }
        #expect(throws: (any Error).self) { try disk.move(path, home + "/moved") }
        #expect(throws: (any Error).self) { try disk.moveToFree(path, home + "/moved") }
        try disk.removeDirectory(path)
        try disk.remove(path)
      }
      #expect(try names(in: home).isEmpty)
    }
  }

  @Test(
    "writes a file whole, over a longer one too, for its owner alone, and nothing beside it",
    arguments: DiskKind.allCases)
  func written(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      let path = home + "/file"
      for contents in Contents.all + Contents.all.reversed() {
        try disk.write(contents, path)
        #expect(try disk.read(path) == contents)
        let facts = try disk.facts(path)
        #expect(facts?.mode == 0o600)
        #expect(facts?.size == Int64(contents.count))
        #expect(try names(in: home) == ["file"])
      }
    }
  }

  @Test(
    "makes a directory for its owner alone, once, and below one that is there",
    arguments: DiskKind.allCases)
  func directory(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      try disk.makeDirectory(home + "/a")
      #expect(try disk.facts(home + "/a")?.mode == 0o700)
      #expect(throws: (any Error).self) { try disk.makeDirectory(home + "/a") }
      #expect(throws: (any Error).self) { try disk.makeDirectory(home + "/b/c") }
      #expect(try names(in: home) == ["a"])
    }
  }

  @Test("moves a file over another in one step", arguments: DiskKind.allCases)
  func moved(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      try disk.write([1], home + "/old")
      try disk.write([2, 2], home + "/new")
      try disk.move(home + "/old", home + "/new")
      #expect(try disk.read(home + "/new") == [1])
      #expect(try disk.facts(home + "/old") == nil)
      try disk.makeDirectory(home + "/folder")
      try disk.move(home + "/new", home + "/folder/new")
      try disk.move(home + "/folder", home + "/renamed")
      #expect(try names(in: home) == ["renamed"])
      #expect(try disk.read(home + "/renamed/new") == [1])
    }
  }

  @Test(
    "gives a file a name that is free, and leaves what has one as it was",
    arguments: DiskKind.allCases)
  func named(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      try disk.write([1], home + "/old")
      try disk.moveToFree(home + "/old", home + "/new")
      #expect(try names(in: home) == ["new"])
      #expect(try disk.read(home + "/new") == [1])
      try disk.write([2, 2], home + "/other")
      try disk.makeDirectory(home + "/folder")
      for taken in ["/new", "/folder", "/other"] {
        #expect(throws: (any Error).self) {
          try disk.moveToFree(home + "/other", home + taken)
        }
      }
      #expect(throws: (any Error).self) {
        try disk.moveToFree(home + "/other", home + "/none/below")
      }
      #expect(try names(in: home) == ["folder", "new", "other"])
      #expect(try disk.read(home + "/new") == [1])
      #expect(try disk.read(home + "/other") == [2, 2])
    }
  }

  @Test(
    "copies a file for its owner alone, and leaves a name that is taken as it was",
    arguments: DiskKind.allCases)
  func copied(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      for (number, contents) in Contents.all.enumerated() {
        let target = home + "/copy\(number)"
        try disk.write(contents, home + "/file")
        try disk.copy(home + "/file", target)
        #expect(try disk.read(target) == contents)
        #expect(try disk.facts(target)?.mode == 0o600)
        try disk.write([7], home + "/file")
        #expect(throws: (any Error).self) { try disk.copy(home + "/file", target) }
        #expect(try disk.read(target) == contents)
      }
      #expect(try names(in: home).count == Contents.all.count + 1)
    }
  }

  @Test(
    "removes a directory with the files in it, and no file beside", arguments: DiskKind.allCases)
  func removed(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      try disk.makeDirectory(home + "/a")
      for name in ["a/1", "a/2", "b"] { try disk.write([1], home + "/" + name) }
      try disk.removeDirectory(home + "/a")
      #expect(try names(in: home) == ["b"])
      try disk.remove(home + "/b/below")
      #expect(try names(in: home) == ["b"])
      try disk.remove(home + "/b")
      try disk.remove(home + "/b")
      #expect(try names(in: home).isEmpty)
    }
  }

  @Test("keeps a directory in a directory from being removed with it", arguments: DiskKind.allCases)
  func nested(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      try disk.makeDirectory(home + "/a")
      try disk.makeDirectory(home + "/a/b")
      try disk.write([1], home + "/a/b/file")
      #expect(throws: (any Error).self) { try disk.removeDirectory(home + "/a") }
      #expect(try disk.read(home + "/a/b/file") == [1])
    }
  }

  @Test("has no more space free than there is", arguments: DiskKind.allCases)
  func space(_ kind: DiskKind) throws {
    try kind.withDisk { disk, home throws in
      let space = try disk.space(home)
      #expect(space.free >= 0)
      #expect(space.total > 0)
      #expect(space.free <= space.total)
      #expect(throws: (any Error).self) { try disk.space(home + "/none") }
    }
  }
}
