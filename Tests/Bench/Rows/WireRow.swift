import BenchTable

extension Row {
  /// What one visit costs on the wire: a day's work as the real program sends it, and 500 in one
  /// request.
  static let wire = Row(letter: "i", name: "bytes on the wire for a visit, compressed") {
    workshop in
    let year = try workshop.year()
    let (laptop, code) = try year.newcomer("daily", at: year.small)
    let texts = try BenchTexts()
    var up: [Double] = []
    var down: [Double] = []
    try year.serving { server in
      _ = try laptop.enroll(at: server.url, code: code)
      try laptop.rounds("sync")
      for _ in 0..<runCount {
        for _ in 0..<visitsPerDay { _ = try laptop.record(try year.nextVisitFile(texts)) }
        let sync = try laptop.rounds("sync", "--json")
        guard try sync.number("stored") == visitsPerDay else {
          throw BenchFault.answer("a day's work was not stored")
        }
        up.append(Double(try sync.number("sentBytes")) / Double(visitsPerDay))
        down.append(Double(try sync.number("receivedBytes")) / Double(visitsPerDay))
      }
    }
    let large = try workshop.ingest().first.map { batch in
      Double(batch.request.compressed.count) / Double(batch.visits.count)
    }
    return Measured(figures: [
      Figure(
        "up, a day's work of \(visitsPerDay) visits", "bytes", try samples(up), bar: .below(277)),
      Figure("down in the same sync: receipts, and the page with them", "bytes", try samples(down)),
      Figure(
        "up, \(IngestField.visitsPerRequest) visits in one request", "bytes",
        try samples(large), bar: .below(277)),
    ])
  }

  private static let visitsPerDay = 30
}
