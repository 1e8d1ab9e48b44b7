import BenchTable
import ConflictFreeRecords
import OfficeWork
import RecordStore
import SyncProtocol

extension Row {
  /// A laptop in step asks again: once as the real program, once as the bare exchange over a kept
  /// connection beside a server that does nothing with the same bytes.
  static let nothingNew = Row(letter: "d", name: "a sync with nothing new") { workshop in
    let year = try workshop.year()
    let (laptop, code) = try year.newcomer("steady", at: year.small)
    try year.serving { server in
      _ = try laptop.enroll(at: server.url, code: code)
      try laptop.rounds("sync")
    }
    let request = try inStep(year)
    var measured = Measured()
    try year.serving { server in
      var exchanges: [Double] = []
      var processor: [Double] = []
      let walls = try eachRun { _ in
        let before = try server.processorSeconds()
        let syncs = try (0..<syncsPerRun).map { _ in try laptop.rounds("sync", "--json") }
        processor.append((try server.processorSeconds() - before) / Double(syncsPerRun) * 1000)
        exchanges += try syncs.map { Double(try $0.number("exchanges")) }
        return try median(syncs.map(\.seconds)) * 1000
      }
      let bare = try bareExchanges(request, server, requireInStep: true)
      let null = try NullEndpoint.start(answerBytes: bare.answerBytes, workshop)
      let empty = try bareExchanges(request, null, requireInStep: false)
      null.stop()
      measured.figures = [
        Figure("round trips of a sync", "exchanges", try samples(exchanges), bar: .atMost(1)),
        Figure(
          "server processor time of a sync", "ms", try samples(processor),
          limit: Limit("null endpoint", empty.processor), bar: .below(5)),
        Figure("rounds sync, process start to exit", "ms", walls),
        Figure(
          "the bare exchange, connection kept", "ms", bare.wall,
          limit: Limit("null endpoint", empty.wall)),
        Figure(
          "server processor time of the bare exchange", "ms", bare.processor,
          limit: Limit("null endpoint", empty.processor)),
        Figure(
          "bytes up, compressed", "bytes", try samples([Double(request.compressed.count)])),
        Figure("bytes down", "bytes", try samples([Double(bare.answerBytes)])),
      ]
    }
    return measured
  }

  /// Enough for hundredths of a second of the server's processor time to tell.
  private static let syncsPerRun = 40
  private static let exchangesPerRun = 1000

  /// What a laptop at the small site asks when it holds all there is.
  private static func inStep(_ year: YearOffice) throws -> PreparedRequest {
    let device = year.small.writer
    let cursors = try year.folder.open { office in
      try office.read { replica in
        try [office.company, device.site].map { scope in
          let head = try replica.feed.head(scope) ?? .new(scope)
          return ScopeCursor(
            scope: scope, epoch: office.epoch, position: head.position, digest: head.feed)
        }
      }
    }
    return try device.request(
      SyncRequest(scopes: cursors, bundles: [], program: "rounds/0.1.0", language: "en"),
      year.folder)
  }

  private static func bareExchanges(
    _ request: PreparedRequest, _ server: ServerProcess, requireInStep: Bool
  ) throws -> (wall: Samples, processor: Samples, answerBytes: Int) {
    let connection = try LoopbackConnection(port: server.port)
    let bytes = request.bytes(port: server.port)
    let first = try connection.exchange(bytes)
    if requireInStep {
      let response = try PreparedRequest.response(first)
      let isEmpty = response.pages.allSatisfy { $0.standing == .inStep && $0.items.isEmpty }
      guard isEmpty, response.pages.count == 2 else {
        throw BenchFault.answer("a sync that was to find nothing new found something")
      }
    }
    var processor: [Double] = []
    let wall = try eachRun { _ in
      let before = try server.processorSeconds()
      let lasted = try duration {
        for _ in 0..<exchangesPerRun {
          guard try connection.exchange(bytes).status == 200 else {
            throw BenchFault.answer("an exchange with nothing new failed")
          }
        }
      }
      let used = try server.processorSeconds() - before
      processor.append(used / Double(exchangesPerRun) * 1000)
      return lasted / Double(exchangesPerRun) * 1000
    }
    return (wall, try samples(processor), first.body.count)
  }
}
