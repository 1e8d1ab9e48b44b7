import Wording

/// Where a laptop keeps the secrets that open everything else: one small owner-only file.
///
/// Contract: `save` returns when the bytes are on disk, synced, under their final name with mode
/// 0600; a crash leaves the old contents or the new, never a mixture, and so does a save that throws.
/// `load` answers nothing when there is no file, and refuses one that others can read. Neither follows a
/// link. One process saves at a time; a `load` meanwhile sees the old contents or the new.
package protocol SecretFile: Sendable {
  func load() throws -> [UInt8]?
  func save(_ bytes: [UInt8]) throws
}

/// Where a world keeps no such file: nothing is there, and a save throws.
package struct NoFile: SecretFile {
  package init() {}
  package func load() throws -> [UInt8]? { nil }
  package func save(_ bytes: [UInt8]) throws {
    throw FieldFault.failed(Message(.noPlaceForSecret))
  }
}
