/// Puts the files of a decided restore in place.
///
/// Each file by itself: the old one is moved aside with what SQLite keeps beside it, then the new
/// one takes its name. A new file that is still in the directory `restored` has not been placed,
/// and only then is what bears its name an old one; so a kill at any point is brought to its end by
/// running `finish` again.
package enum RestorePlacing {
  /// The store comes last: until then a command that finds none cannot be misled by half of it.
  private static let order = [
    OfficeFolder.secrets, OfficeFolder.keys, OfficeFolder.mark, OfficeFolder.store,
  ]
  /// Names, inside the decided directory, the directory for what is moved aside.
  private static let note = "aside"

  /// Decides: from here on the restore is brought to its end, whatever happens.
  static func decide(in folder: OfficeFolder, _ files: any OfficeFiles, stamp: String) throws {
    var name = "before-restore-" + stamp
    var number = 1
    while try files.size(of: folder.file(name)) != nil {
      number += 1
      name = "before-restore-\(stamp)-\(number)"
    }
    let work = OfficeFolder(folder.file(OfficeFolder.preparing))
    try files.write(Array(name.utf8), to: work.file(note))
    try files.move(work.path, to: folder.file(OfficeFolder.decided))
  }

  /// Whether a decided restore waits for its end.
  package static func isDecided(in folder: OfficeFolder, _ files: any OfficeFiles) throws -> Bool {
    try files.size(of: folder.file(OfficeFolder.decided)) != nil
  }

  /// Brings a decided restore to its end. Nothing happens when none is decided.
  /// - Returns: where the store lies that was there before; nothing when there was none.
  @discardableResult
  package static func finish(in folder: OfficeFolder, _ files: any OfficeFiles) throws -> String? {
    guard try isDecided(in: folder, files) else { return nil }
    let new = OfficeFolder(folder.file(OfficeFolder.decided))
    guard try files.size(of: new.file(note)) != nil else {
      // Everything is placed; only the directory itself is left.
      try files.removeDirectory(new.path)
      return nil
    }
    let name = String(decoding: try files.read(new.file(note), limit: 256), as: UTF8.self)
    let aside = OfficeFolder(folder.file(name))
    for one in order where try files.size(of: new.file(one)) != nil {
      for old in OfficeFolder.companions.map({ one + $0 }) + [one]
      where try files.size(of: folder.file(old)) != nil {
        if try files.size(of: aside.path) == nil { try files.makeDirectory(aside.path) }
        try files.move(folder.file(old), to: aside.file(old))
      }
      try files.move(new.file(one), to: folder.file(one))
    }
    let isSetAside = try files.size(of: aside.path) != nil
    try files.removeDirectory(new.path)
    return isSetAside ? aside.path : nil
  }
}
