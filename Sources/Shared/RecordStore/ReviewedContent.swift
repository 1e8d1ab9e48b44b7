package import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
import VisitModel

/// What a reviewer looks at: what the household signed, whether it signed, and who was there. A later
/// change of any of it puts an accepted visit back into the queue.
package enum ReviewedContent {
  /// SHA-256 with the tag `rounds reviewed content v1` over the digest of the signed content, the
  /// signature's state and each interviewer's fields, in the order of their record ids.
  package static func digest(of visit: RecordKey, in replica: Replica) throws -> Digest {
    var text = try SignedContent.digest(of: visit, in: replica).bytes
    let signature = RecordKey(
      scope: visit.scope, type: .signature, id: RecordIdentity.signature(visit: visit.id))
    if let state = try replica.records.state(of: signature) {
      // The digest of what was signed is no part of it: the content itself is.
      SignedContent.add(state, leavingOut: [SignatureField.content], to: &text)
    }
    for (key, state) in try replica.records.members(.interviewerOfVisit, of: visit) {
      text.append(contentsOf: key.id.bytes)
      SignedContent.add(state, leavingOut: [], to: &text)
    }
    return Digest(domain: "rounds reviewed content v1", text)
  }
}
