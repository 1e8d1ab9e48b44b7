import CCurl
import Synchronization

/// The only owner of a libcurl handle.
final class CurlHandle: Sendable {
  private let pointer: Mutex<Address>

  private struct Address: Sendable { let bits: UInt }

  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init() {
    let handle = Self.isReady ? curl_easy_init() : nil
    pointer = Mutex(Address(bits: UInt(bitPattern: handle)))
  }

  func use<Answer: Sendable>(_ body: (OpaquePointer?) -> Answer) -> Answer {
    pointer.withLock { body(OpaquePointer(bitPattern: $0.bits)) }
  }

  deinit {
    pointer.withLock { address in
      if let handle = UnsafeMutableRawPointer(bitPattern: address.bits) {
        curl_easy_cleanup(handle)
      }
    }
  }
}
