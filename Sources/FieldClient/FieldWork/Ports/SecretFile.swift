import Wording

/// Where a laptop keeps the secrets that open everything else: one small owner-only file.
///
/// Contract: `save` returns when the bytes are on disk, synced, under their final name with mode
/// 0600; a crash leaves the old contents or the new, never a mixture. `load` answers nothing when
/// there is no file, and refuses one that others can read.
package protocol SecretFile: Sendable {
  func load() throws -> [UInt8]?
  func save(_ bytes: [UInt8]) throws
}

/// Where a world keeps no such file: nothing is there, and nothing can be put there.
package struct NoFile: SecretFile {
  package init() {}
  package func load() throws -> [UInt8]? { nil }
  package func save(_ bytes: [UInt8]) throws {
    throw FieldFault.failed(Message(.noPlaceForSecret))
  }
}
