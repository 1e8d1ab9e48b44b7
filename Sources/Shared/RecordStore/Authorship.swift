package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel
import WireFormat

/// Who wrote a bundle, read from its header.
package enum Authorship {
  package static func account(of bundle: LoggedBundle) throws -> AccountID {
    try Stored.bundle(bundle.envelope).bundle.header.account
  }
}

/// The `saw` token: which changes of a record an editor was shown, as one word for scripts.
///
/// 36 bytes a change in hexadecimal; long for conflicted records, and honest about what it is.
package enum SawToken {
  package static func text(_ saw: [ChangeID]) -> String {
    Hexadecimal.text(PackedChanges.pack(saw))
  }

  /// - Returns: nothing when the text is no token.
  package static func changes(_ text: String) -> [ChangeID]? {
    guard let bytes = Hexadecimal.bytes(text), bytes.count % 36 == 0 else { return nil }
    return PackedChanges.unpack(bytes)
  }
}
