package import ConflictFreeRecords
package import Fingerprint
import FoundationEssentials
import SwiftProtobuf
package import SyncProtocol
package import VisitModel

/// Bundles in a file, for a stick or a colleague's laptop. The layout stands in protocol/export.md;
/// this room is the only maker of its bytes.
///
/// The file is gzip in several members. Each member begins with the mark and holds whole frames: one
/// byte of kind, four of number, four of length (big-endian), then the contents. Frames are numbered
/// without a gap from 0, so that whatever is lost can be named.
package enum ExportFile {
  package static let mark = Array("RNDEXP".utf8) + [0, 1]

  /// Whose bundles they are, told before any of them.
  package struct Head: Hashable, Sendable {
    package let office: VerifyingKey
    package let company: ScopeID
    package let officeName: String
    package let writtenAt: Instant

    package init(
      office: VerifyingKey, company: ScopeID, officeName: String, writtenAt: Instant
    ) {
      self.office = office
      self.company = company
      self.officeName = officeName
      self.writtenAt = writtenAt
    }
  }

  /// What is read from a file, in its order.
  package enum Item: Sendable {
    case head(Head)
    /// The office-signed envelope that enrolled a laptop whose bundles follow.
    case enrolment(number: Int, envelope: [UInt8])
    case bundle(number: Int, PushedBundle)
    /// Keys beside this bundle were none and are left out; the bundle itself was handed on.
    case malformedKeys(number: Int, bundle: BundleID)
    /// Keys beside this bundle stand in a member that is damaged, or too long to be held back until its
    /// checksum was read, and are left out: a wrap does not tell whether it was changed. The bundle
    /// itself was handed on.
    case doubtfulKeys(number: Int, bundle: BundleID)
    /// A frame whose contents are none.
    case damaged(number: Int)
    /// Something in the file is no member of it or no frame, or a member does not end as it should.
    /// What was handed on out of that member, if anything, may have been changed.
    case doubtful(ClosedRange<Int>?)
    /// Frames that are not there, both ends included.
    case missing(ClosedRange<Int>)
    /// The file is whole as far as its writer knows: so many bundles, with this digest of their ids.
    case end(SetDigest)
    /// The file stops without an end; the number is the first one that is missing.
    case cut(number: Int)
  }

  enum Kind: UInt8 { case head = 1, enrolment, bundle, end }

  static let frameHeadBytes = 9
  /// A bundle with its keys; more is no frame of ours.
  static let frameBytesMax = 512 * 1024
  /// Frames are packed together until there is so much.
  static let memberBytes = 128 * 1024
  /// Of a member that comes to more, a reader leaves the keys out. Ours stop at `memberBytes` and one
  /// frame.
  static let heldBytesMax = 8 * 1024 * 1024

  static func bigEndian(_ number: UInt64, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }

  static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Makes an export, frame by frame; memory stays small whatever the number of bundles.
package struct ExportWriter {
  private var member = ExportFile.mark
  private var nextNumber: UInt64 = 0
  package private(set) var digest = SetDigest.empty

  package init(_ head: ExportFile.Head) {
    let time = UInt64(clamping: head.writtenAt.millisecondsSince1970)
    frame(
      .head,
      head.office.bytes + head.company.bytes + ExportFile.bigEndian(time, 8)
        + Array(head.officeName.utf8.prefix(1024)))
  }

  /// - Returns: bytes of the file that are ready to be written, often none.
  package mutating func add(enrolment envelope: [UInt8]) throws -> [UInt8] {
    frame(.enrolment, envelope)
    return try packed(ifLargerThan: ExportFile.memberBytes)
  }

  /// - Returns: bytes of the file that are ready to be written, often none.
  package mutating func add(_ bundle: PushedBundle) throws -> [UInt8] {
    var message = Rounds_V1_PushedBundle()
    message.envelope = bytesField(bundle.envelope)
    message.keys = bundle.keys.map(Rounds_V1_WrappedKey.init)
    let bytes: [UInt8] = try message.serializedBytes()
    guard bytes.count <= ExportFile.frameBytesMax else {
      throw WireFault.tooLarge(limit: ExportFile.frameBytesMax)
    }
    frame(.bundle, bytes)
    digest.insert(Verification.identity(bundle.envelope))
    return try packed(ifLargerThan: ExportFile.memberBytes)
  }

  /// - Returns: the last bytes of the file.
  package mutating func finish() throws -> [UInt8] {
    frame(.end, ExportFile.bigEndian(digest.count, 8) + digest.sum.bytes)
    return try packed(ifLargerThan: 0)
  }

  private mutating func frame(_ kind: ExportFile.Kind, _ contents: [UInt8]) {
    member.append(kind.rawValue)
    member.append(contentsOf: ExportFile.bigEndian(nextNumber, 4))
    member.append(contentsOf: ExportFile.bigEndian(UInt64(contents.count), 4))
    member.append(contentsOf: contents)
    nextNumber += 1
  }

  private mutating func packed(ifLargerThan size: Int) throws -> [UInt8] {
    guard member.count > size else { return [] }
    defer { member = ExportFile.mark }
    return try Gzip.compress(member)
  }
}
