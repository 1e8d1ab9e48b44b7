import BenchTable
import ConflictFreeRecords
import Fingerprint
import Foundation
import Glibc
import OfficeWork
import RecordStore
import SyncProtocol
import VisitModel
import WireFormat
import Wording

extension Row {
  /// Where the office's time goes: the parts of its work, each done by itself in this process with
  /// the same bundles; nothing in the product is instrumented.
  static let shares = Row(
    letter: "b", name: "where the time of a visit goes at the office, one thread, 500 a commit"
  ) { workshop in
    let field = try workshop.ingest()
    let work = try OfficeParts(field, workshop)
    var measured = Measured()
    let whole = try eachRun { _ in try work.whole() }
    for part in OfficeParts.Part.allCases {
      let times = try eachRun { _ in try work.seconds(of: part) }
      measured.figures.append(
        Figure(
          part.name, "µs a visit", try samples(times.values.map(work.microsecondsEach)),
          limit: Limit("whole", try samples(whole.values.map(work.microsecondsEach)))))
    }
    let rest = try samples([
      work.microsecondsEach(whole.median)
        - measured.figures.reduce(0) { $0 + $1.samples.median }
    ])
    measured.figures.append(
      Figure("admission and all else", "µs a visit", rest, limit: measured.figures.first?.limit))
    measured.appendix = try profile(field, workshop)
    return measured
  }

  /// The functions in which the serving process spends its time, as `perf` samples them.
  /// - Returns: a line that says why, where perf is missing or may not look.
  private static func profile(_ field: IngestField, _ workshop: Workshop) throws -> [String] {
    let home = try workshop.copy(IngestField.folder, to: "ingest-run")
    let server = try ServerProcess.serve(home, workshop)
    defer { server.stop() }
    let data = workshop.file("perf.data")
    let perf: Child
    do {
      perf = try Child(
        "/usr/bin/perf",
        ["record", "-q", "-F", "499", "-o", data, "-p", "\(server.process)"],
        ["PATH": "/usr/bin:/bin"], input: "/dev/null", trouble: workshop.file("perf-trouble"))
    } catch { return ["perf is not installed: no profile"] }
    _ = try push(field.first.map(\.request), to: server)
    kill(perf.process, SIGINT)
    _ = perf.end()
    let report = try workshop.run(
      "/usr/bin/perf",
      ["report", "--stdio", "-q", "-i", data, "--no-children", "--percent-limit", "0.8"])
    let lines = String(decoding: report.output, as: UTF8.self).split(separator: "\n")
      .map(String.init).filter { $0.contains("%") }
    guard report.status == 0, !lines.isEmpty else {
      return ["perf has no samples: \(report.trouble.prefix(200))"]
    }
    return ["perf, 499 Hz, over one wave of row a:"] + (try demangled(lines, workshop))
  }

  private static func demangled(_ lines: [String], _ workshop: Workshop) throws -> [String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let plain = try workshop.run(
      "/usr/bin/env", ["PATH=\(path)", "swift", "demangle", "--simplified"],
      input: Array(lines.joined(separator: "\n").utf8))
    guard plain.status == 0 else { return lines }
    return String(decoding: plain.output, as: UTF8.self).split(separator: "\n")
      .map { String($0.prefix(160)) }
  }
}

/// The office's work on two requests of 500 visits, whole and in parts.
struct OfficeParts {
  enum Part: CaseIterable {
    case request, parse, hashes, verify, keys, append, interpret, publish, receipts, answer

    var name: String {
      switch self {
      case .request: "inflate, check and read the request"
      case .parse: "read bundles (protobuf to values), without hashes"
      case .hashes: "hash bundles (two SHA-256 over each)"
      case .verify: "check signatures"
      case .keys: "open and keep household keys, and their own commit"
      case .append: "append to the log, and the commit"
      case .interpret: "interpret, project, digest of the view"
      case .publish: "publish in the feed"
      case .receipts: "sign receipts"
      case .answer: "write, sign and compress the answer"
      }
    }
  }

  private let batches: [Batch]
  private let verified: [[VerifiedBundle]]
  private let answers: [(request: [UInt8], response: SyncResponse)]
  private let field: IngestField
  private let workshop: Workshop

  init(_ field: IngestField, _ workshop: Workshop) throws {
    self.field = field
    self.workshop = workshop
    batches = Array(field.first.prefix(2))
    verified = try batches.map { try $0.visits.map { try Verification.single($0.envelope) } }
    answers = try Self.answers(batches, field, workshop)
  }

  var visits: Int { batches.reduce(0) { $0 + $1.visits.count } }

  func microsecondsEach(_ seconds: Double) -> Double { seconds / Double(visits) * 1e6 }

  /// Request, receiving and answer together.
  func whole() throws -> Double {
    try seconds(of: .request) + seconds(of: .answer) + receiving(hasKeys: true)
  }

  func seconds(of part: Part) throws -> Double {
    switch part {
    case .request:
      try duration {
        for batch in batches {
          let plain = try Gzip.decompress(
            batch.request.compressed, limit: Bounds.requestBytesMax)
          _ = try SyncCodec.decodeRequest(try SignedRequest(path: "/v1/sync", plain).body)
        }
      }
    case .parse: try parsing() - hashing()
    case .hashes: hashing()
    case .verify: try verifying() - parsing()
    case .keys: try receiving(hasKeys: true) - receiving(hasKeys: false)
    case .append: try storing(inView: false)
    case .interpret: try storing(inView: true) - storing(inView: false)
    case .publish: try storing(inView: true, publishes: true) - storing(inView: true)
    case .receipts: try signingReceipts()
    case .answer:
      try duration {
        for answer in answers {
          _ = try Gzip.compress(
            try SignedResponse.encode(
              path: "/v1/sync", request: answer.request,
              body: try SyncCodec.encode(answer.response), key: field.office.secrets.signing))
        }
      }
    }
  }

  private var envelopes: [[UInt8]] { batches.flatMap { $0.visits.map(\.envelope) } }

  private func parsing() throws -> Double {
    let envelopes = envelopes
    return try duration { for one in envelopes { _ = try Verification.stored(one) } }
  }

  private func verifying() throws -> Double {
    let envelopes = envelopes
    return try duration { for one in envelopes { _ = try Verification.single(one) } }
  }

  /// The bundle's name and the link of the chain.
  private func hashing() -> Double {
    let envelopes = envelopes
    return duration {
      for one in envelopes {
        _ = bundleIdentity(one)
        _ = Digest(domain: "rounds envelope v1", one)
      }
    }
  }

  private func receiving(hasKeys: Bool) throws -> Double {
    let pushed = batches.map { ($0.device, $0.pushed(hasKeys: hasKeys)) }
    return try onFreshOffice { office in
      for (device, bundles) in pushed { try YearOffice.receive(bundles, of: device, office) }
    }
  }

  private func storing(inView: Bool, publishes: Bool = false) throws -> Double {
    // A receipt is stored with the bundle; any bytes of its length will do.
    let receipt = [UInt8](repeating: 0x2A, count: 170)
    return try onFreshOffice { office in
      let now = office.now
      for batch in verified {
        try office.write { replica in
          for bundle in batch {
            try replica.store(bundle, Admission(inView: inView), at: now, receipt: receipt)
            if publishes { try replica.publish(bundle.id, in: bundle.bundle.header.scope) }
          }
        }
      }
    }
  }

  private func signingReceipts() throws -> Double {
    let key = field.office.secrets.signing
    let epoch = Epoch(high: 1, low: 2)
    let now = Instant(millisecondsSince1970: 1_790_000_000_000)
    return try duration {
      for bundle in verified.joined() {
        _ = try ReceiptCodec.sign(
          Receipt(
            bundle: bundle.id, scope: bundle.bundle.header.scope, epoch: epoch, receivedAt: now,
            outcome: .stored, reason: .none), with: key)
      }
    }
  }

  private func onFreshOffice(_ work: (Office) throws -> Void) throws -> Double {
    let copy = field.office.copied(
      to: try workshop.copy(IngestField.folder, to: "ingest-part"))
    return try copy.open { office in try duration { try work(office) } }
  }

  /// What the office answers to the requests, for the time it takes to write it.
  private static func answers(
    _ batches: [Batch], _ field: IngestField, _ workshop: Workshop
  ) throws -> [(request: [UInt8], response: SyncResponse)] {
    let copy = field.office.copied(
      to: try workshop.copy(IngestField.folder, to: "ingest-part"))
    return try copy.open { office in
      try batches.map { batch in
        let results = try office.receive(
          batch.pushed(hasKeys: true), by: batch.device.key.verifyingKey, language: .english)
        return (
          request: batch.request.signed,
          response: SyncResponse(
            epoch: office.epoch, results: results, serverTime: office.now, lowestProgram: "0.1.0",
            challenge: field.office.challenge(for: batch.device.key.verifyingKey))
        )
      }
    }
  }
}
