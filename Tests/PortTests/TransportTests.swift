import Dispatch
import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SyncProtocol
import Synchronization
import Testing
import VisitModel
import WireFormat

@Suite("A way to the office")
struct TransportTests {
  @Test(
    "brings every byte there and the whole answer back, packed or not",
    arguments: Way.allCases, [BodyEncoding.identity, .gzip])
  func whole(_ way: Way, _ encoding: BodyEncoding) async throws {
    let sizes = [1, 300, 65_536, 1_000_000]
    let all = try await way.between { exchange in
      try sizes.map { try exchange.asked(Exchange.question($0, byteCount: $0), encoding) }
    }
    for asked in all {
      #expect(try EnrolCodec.decodeResponse(asked.opened).refusal == .badRequest)
      #expect(asked.answer.sentBytes == asked.posted)
      #expect(asked.answer.receivedBytes > 0)
    }
    #expect(all.count == sizes.count)
  }

  @Test("serves each route of the exchange", arguments: Way.allCases)
  func routes(_ way: Way) async throws {
    let (identity, page) = try await way.between { exchange in
      (
        try exchange.asked(try EnrolCodec.encodeRequest(nil)),
        try exchange.asked(try exchange.signed(), at: "/v1/sync")
      )
    }
    #expect(try EnrolCodec.decodeResponse(identity.opened).outcome == .identity)
    #expect(!page.opened.isEmpty)
  }

  @Test("takes the same request again, and answers it again", arguments: Way.allCases)
  func repeated(_ way: Way) async throws {
    let answers = try await way.between { exchange in
      let request = try exchange.signed()
      return try (0..<3).map { _ in try exchange.asked(request, at: "/v1/sync").opened.isEmpty }
    }
    #expect(answers == [false, false, false])
  }

  /// Something an office does not answer, and what its laptop is to be told.
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: Int
    /// How the office's word begins.
    let word: String
    let post: @Sendable (Exchange) throws -> TransportFailure?

    init(
      _ claim: String, _ status: Int, _ word: String,
      _ post: @escaping @Sendable (Exchange) throws -> TransportFailure?
    ) {
      testDescription = claim
      self.status = status
      self.word = word
      self.post = post
    }

    static let all: [Refused] = [
      Refused("no request", 400, "malformed") { $0.failure([0xFF]) },
      Refused("no enrolment", 400, "malformed") { $0.failure([0xFF], at: "/v1/enrol") },
      Refused("a signature for another route", 400, "malformed") { exchange in
        exchange.failure(try exchange.signed(for: "/v1/have"))
      },
      Refused("a later protocol", 426, "newer-protocol") { exchange in
        exchange.failure(try exchange.signed(version: ProtocolVersion.current + 1))
      },
      Refused("a body that is not packed as it says", 400, "not-gzip") {
        $0.failure([1, 2, 3], .gzip)
      },
      Refused("a small body that opens to too much", 413, "too-large") { exchange in
        let zeros = [UInt8](repeating: 0, count: Bounds.requestBytesMax + 1)
        return exchange.failure(try Gzip.compress(zeros), .gzip)
      },
      Refused("a device that nobody enrolled", 403, "not-enrolled") { exchange in
        let stranger = try #require(SigningKey(seed: Array(repeating: 7, count: 32)))
        return exchange.failure(try exchange.signed(by: stranger))
      },
      Refused("a device that was revoked", 403, "revoked") { exchange in
        try exchange.office.revoke(exchange.laptop.device)
        return exchange.failure(try exchange.signed())
      },
    ]
  }

  @Test(
    "names the office's refusal by its number and word, which no waiting will change",
    arguments: Way.allCases, Refused.all)
  func refused(_ way: Way, _ refused: Refused) async throws {
    let failure = try await way.between { try refused.post($0) }
    guard case .refused(let status, let word)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(status == refused.status)
    #expect(word?.hasPrefix(refused.word) == true, "\(word ?? "-")")
    #expect(failure?.isWeather == false)
  }

  @Test("takes no answer from where the office has nothing", arguments: Way.allCases)
  func nowhere(_ way: Way) async throws {
    let failure = try await way.between { $0.failure([1], at: "/v1/nothing") }
    guard case .notOurServer(let detail)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(detail.hasPrefix("404"))
    #expect(failure?.isWeather == true)
  }

  @Test(
    "after a failure brings the next answer, with nothing of the failed one",
    arguments: Way.allCases)
  func recovers(_ way: Way) async throws {
    let refusals = try await way.between { exchange in
      try (0..<3).map { number in
        let failure = exchange.failure([0xFF])
        _ = try exchange.asked(Exchange.question(number))
        return failure != nil
      }
    }
    #expect(refusals == [true, true, true])
  }

  @Test(
    "gives each of many who ask at once the answer to their own question", arguments: Way.allCases)
  func turns(_ way: Way) async throws {
    let faults = try await way.between { exchange in
      let faults = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 12) { number in
        do { _ = try exchange.asked(Exchange.question(number)) } catch {
          faults.withLock { $0.append("\(number): \(error)") }
        }
      }
      return faults.withLock { $0 }
    }
    #expect(faults == [])
  }

  @Test(
    "is weather where the request or the answer is lost", arguments: Way.allCases, Way.Loss.allCases
  )
  func lost(_ way: Way, _ loss: Way.Loss) throws {
    let result = try way.outcome(of: loss)
    guard case .failure(let failure) = result else {
      Issue.record("\(result)")
      return
    }
    switch (loss, failure) {
    case (.request, .unreachable(let host, let detail)):
      #expect(!host.isEmpty)
      #expect(!detail.isEmpty)
    case (.answer, .truncated): break
    default: Issue.record("\(failure)")
    }
    #expect(failure.isWeather)
  }

  @Test("is all that a laptop needs to come in step with its office", arguments: Way.allCases)
  func syncs(_ way: Way) async throws {
    let (atOffice, atLaptop) = try await way.between { exchange in
      var field = exchange.laptop.environment
      field.connect = { _, _ in exchange.transport }
      let laptop = try Laptop(field)
      _ = try laptop.synchronise()
      return (
        try exchange.office.read { try CanonicalState.text(of: exchange.site, in: $0) },
        try laptop.read { try CanonicalState.text(of: exchange.site, in: $0) }
      )
    }
    #expect(!atOffice.isEmpty)
    #expect(atLaptop == atOffice)
  }
}
