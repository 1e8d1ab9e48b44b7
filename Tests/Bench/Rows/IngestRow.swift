import BenchTable
import ConflictFreeRecords
import Fingerprint
import VisitModel
import WireFormat

extension Row {
  /// The real server over real sockets; everything the laptops send is made before the clock
  /// starts.
  static let ingest = Row(
    letter: "a",
    name: "server ingest, durable: 500 signed visits a request, one FULL commit each, 20 laptops, "
      + "ten at once"
  ) { workshop in
    let field = try workshop.ingest()
    var measured = Measured()
    let plain = try plainRate(field.first, workshop)
    let limit = Limit("plain SQLite, 500 a commit", plain)
    let bare = try fresh(field, hasKeys: false, workshop)
    bare.server.stop()
    let full = try fresh(field, hasKeys: true, workshop)
    let rate = try samples(full.pushes.map(\.rate))
    measured.figures += [
      Figure(
        "visits stored, each with a new household key", "visits/s", rate, limit: limit,
        bar: .shareOfLimit(0.2)),
      Figure(
        "visits stored, keys known already", "visits/s", try samples(bare.pushes.map(\.rate)),
        limit: limit, bar: .shareOfLimit(0.2)),
      Figure(
        "server processor time, with new keys", "s per 1,000",
        try samples(full.pushes.map(\.processorPerThousand))),
      Figure(
        "server processor time, keys known", "s per 1,000",
        try samples(bare.pushes.map(\.processorPerThousand))),
    ]
    var stored = IngestField.visitsPerWave
    for target in workshop.options.isLarge ? [20_000, 200_000] : [20_000] {
      let more = try filled(to: target, from: &stored, field, full.server)
      measured.figures.append(
        Figure(
          "the same with \(target) to \(stored) stored", "visits/s", more,
          limit: Limit("with none stored", rate)))
    }
    measured.figures += [
      Figure(
        "the server's largest memory", "MiB", try samples([try full.server.peakMemory()])),
      Figure(
        "bytes up for a visit, compressed, with its key", "bytes",
        try samples([mean(field.first.map(\.request.compressed.count))])),
      Figure(
        "bytes of a signed visit as stored", "bytes",
        try samples([mean(field.first.map { $0.visits.reduce(0) { $0 + $1.envelope.count } })])),
    ]
    full.server.stop()
    measured.figures += try LeastWork(field.first).figures(limit)
    return measured
  }

  /// What one wave of requests took.
  struct Pushed {
    let visits: Int
    let seconds: Double
    let processorSeconds: Double

    var rate: Double { Double(visits) / seconds }
    var processorPerThousand: Double { processorSeconds / Double(visits) * 1000 }
  }

  /// Per visit of the first wave.
  private static func mean(_ totals: [Int]) -> Double {
    Double(totals.reduce(0, +)) / Double(IngestField.visitsPerWave)
  }

  /// Sends requests over connections of their own, all at once.
  /// - Throws: `BenchFault` unless every bundle was newly stored.
  static func push(_ requests: [PreparedRequest], to server: ServerProcess) throws -> Pushed {
    let port = server.port
    let works = requests.map { exchange($0.bytes(port: port), port: port) }
    let before = try server.processorSeconds()
    let begin = seconds()
    let answers = try atOnce(works)
    let lasted = seconds() - begin
    let processor = try server.processorSeconds() - before
    for (answer, request) in zip(answers, requests) {
      try PreparedRequest.requireStored(answer, bundles: request.bundles)
    }
    return Pushed(
      visits: requests.reduce(0) { $0 + $1.bundles }, seconds: lasted,
      processorSeconds: processor)
  }

  private static func exchange(
    _ bytes: [UInt8], port: Int
  ) -> @Sendable () throws -> LoopbackConnection.Answer {
    let work: @Sendable () throws -> LoopbackConnection.Answer = {
      try LoopbackConnection(port: port).exchange(bytes)
    }
    return work
  }

  /// The first wave into a server that has none, as often as there are runs.
  /// - Returns: also the last server, which holds the wave and goes on.
  private static func fresh(
    _ field: IngestField, hasKeys: Bool, _ workshop: Workshop
  ) throws -> (pushes: [Pushed], server: ServerProcess) {
    let requests =
      hasKeys
      ? field.first.map(\.request)
      : try field.first.map {
        try $0.device.request(IngestField.push($0.pushed(hasKeys: false)), field.office)
      }
    var pushes: [Pushed] = []
    var last: ServerProcess?
    for _ in 0..<runCount {
      last?.stop()
      let home = try workshop.copy(IngestField.folder, to: "ingest-run")
      let server = try ServerProcess.serve(home, workshop)
      pushes.append(try push(requests, to: server))
      last = server
    }
    guard let last else { throw BenchFault.setting("no run") }
    return (pushes, last)
  }

  /// Pushes on until so many are stored, then measures further waves.
  private static func filled(
    to target: Int, from stored: inout Int, _ field: IngestField, _ server: ServerProcess
  ) throws -> Samples {
    while stored < target {
      _ = try push(try field.nextWave().map(\.request), to: server)
      stored += IngestField.visitsPerWave
    }
    var rates: [Double] = []
    for _ in 0..<runCount {
      rates.append(try push(try field.nextWave().map(\.request), to: server).rate)
      stored += IngestField.visitsPerWave
    }
    return try samples(rates)
  }

  private static func plainRate(_ batches: [Batch], _ workshop: Workshop) throws -> Samples {
    let items = batches.flatMap(\.visits).map { (id: $0.id.bytes, content: $0.envelope) }
    return try eachRun { _ in
      Double(items.count)
        / (try workshop.plainSeconds(
          items, perCommit: IngestField.visitsPerRequest, .wal))
    }
  }
}
