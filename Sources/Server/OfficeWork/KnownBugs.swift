import ConflictFreeRecords
import Fingerprint
import SyncProtocol
import VisitModel
import WireFormat

// What an office with a known bug does, for the proof that the tests notice it (`KnownBug`). No program
// of ours calls any of it.

extension Office {
  /// `runVouches`: a false signature passes where a true one follows that names it.
  func vouch(
    for pushed: [PushedBundle], _ verified: inout [Result<VerifiedBundle, WireFault>]
  ) {
    var vouched: Set<Digest> = []
    for index in pushed.indices.reversed() {
      if verified[index] == .failure(.badSignature) {
        let unchecked = Result { () throws(WireFault) in
          try Verification.onSignedPage(pushed[index].envelope)
        }
        if case .success(let bundle) = unchecked, vouched.contains(bundle.link) {
          verified[index] = unchecked
        }
      }
      if case .success(let bundle) = verified[index], let link = bundle.bundle.header.previous {
        vouched.insert(link)
      }
    }
  }
}
