import CZip
import Foundation

/// The parts of a zip archive in memory, taken out one by one under limits that the archive's own
/// figures have no say in (libzip).
struct ZipParts: ~Copyable {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  /// Bytes taken out so far.
  private var taken = 0

  /// - Throws: `WorkbookFault` for what is no archive, or a damaged, encrypted or overfull one.
  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
    guard let archive = Self.opened(bytes) else { throw .damaged(part: Self.wholeFile) }
    guard zip_get_num_entries(archive, 0) <= Int64(limits.parts) else {
      zip_discard(archive)
      throw .tooManyParts(limit: limits.parts)
    }
    self.archive = archive
    self.limits = limits
  }

  deinit { zip_discard(archive) }

  /// What a fault calls the archive itself.
  static let wholeFile = "zip"

  /// - Parameter name: without a leading `/`; letters' case counts only where two parts differ in
  ///   nothing else.
  /// - Returns: nothing where there is no such part.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    var stat = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw .damaged(part: name) }
    if stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      stat.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw .encrypted
    }
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(part: name) }
    defer { zip_fclose(file) }
    let packed = stat.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0 ? Int(clamping: stat.comp_size) : 0
    // Above 1 MiB a part may be `ratio` times what it was packed to.
    let (product, overflow) = packed.multipliedReportingOverflow(by: limits.ratio)
    let limit = min(limits.partBytes, overflow ? .max : max(1_048_576, product))
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer -> Int64 in
        buffer.baseAddress.map { zip_fread(file, $0, UInt64(buffer.count)) } ?? -1
      }
      guard count >= 0 else { throw .damaged(part: name) }
      if count == 0 { return content }
      content += chunk[..<Int(count)]
      taken += Int(count)
      guard content.count <= limit, taken <= limits.allBytes else {
        throw .partTooLarge(part: name)
      }
    }
  }

  func has(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> UInt64? {
    // A NUL would end the name early and find another part.
    guard !name.utf8.contains(0) else { return nil }
    let exact = zip_name_locate(archive, name, 0)
    let found = exact >= 0 ? exact : zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    return found >= 0 ? UInt64(found) : nil
  }

  private static func opened(_ bytes: [UInt8]) -> OpaquePointer? {
    // libzip reads from the copy until the archive is given back, and then frees it.
    guard let copy = malloc(bytes.count) else { return nil }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    if let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) {
      return archive
    }
    zip_source_free(source)
    return nil
  }
}
