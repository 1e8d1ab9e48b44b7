import RecordStore

/// A file that may be a store, with what lies beside it: every way there is to get bundles out of it.
///
/// SQLite works on a copy, because opening a store may change it: a hot journal is taken back, and one
/// that is itself damaged overwrites good pages. The files are therefore read as they lie, too.
struct StoreRemains {
  /// Where SQLite works.
  let copy: String
  /// Files to be read page by page: as it lies and, where SQLite may have changed it, the copy.
  let images: [String]
  /// Files in which a bundle may lie in one piece.
  let files: [String]
  /// Whether a journal lies beside the file.
  let hasJournal: Bool

  private let rescue: Rescue
  private static let ends = ["-journal", "-wal"]

  fileprivate init(_ rescue: Rescue, of path: String, copiedTo copy: String) throws {
    self.rescue = rescue
    self.copy = copy
    try rescue.disk.copy(path, to: copy)
    let beside = try Self.ends.filter { end in
      guard let facts = try rescue.disk.facts(path + end) else { return false }
      return !facts.isDirectory && facts.size > 0
    }
    for end in beside { try rescue.disk.copy(path + end, to: copy + end) }
    hasJournal = !beside.isEmpty
    images = [path] + (beside.isEmpty ? [] : [copy])
    files = images + beside.map { path + $0 }
  }

  /// Lets SQLite take back, in the copy, what was half written when the program stopped.
  func rollBack() throws {
    do { _ = try rescue.open(copy, .work).integrityCheck() } catch let fault as StoreFault
      where fault.tellsOfTheFile
    {
      // What SQLite does not open stays as it lies, and is read page by page.
    }
  }
}

extension Rescue {
  /// Runs with a copy of a store, which goes afterwards.
  func withRemains<Result>(
    of path: String, _ body: (StoreRemains) throws -> Result
  ) throws -> Result {
    let directory = file(Name.salvaging)
    try disk.removeDirectory(directory)
    try disk.makeDirectory(directory)
    let result: Result
    do {
      result = try body(StoreRemains(self, of: path, copiedTo: directory + "/" + Name.store))
    } catch {
      try disk.removeDirectory(directory)
      throw error
    }
    try disk.removeDirectory(directory)
    return result
  }

  /// Whether a file lies beside a database that is read with it.
  static func isBeside(_ name: String, _ names: Set<String>) -> Bool {
    ["-journal", "-wal", "-shm"].contains { end in
      name.hasSuffix(end) && names.contains(String(name.dropLast(end.count)))
    }
  }
}
