import BenchTable

extension Row {
  /// Real `rounds record --from`, at a laptop with 3,000 households and a year of visits.
  static let record = Row(
    letter: "e", name: "rounds record --from visit.json, process start to exit, on disk"
  ) { workshop in
    let year = try workshop.year()
    let (laptop, code) = try year.newcomer("recorder", at: year.small)
    let texts = try BenchTexts()
    try year.serving { server in
      _ = try laptop.enroll(at: server.url, code: code)
      try laptop.rounds("sync")
    }
    let starts = try eachRun { _ in
      try median((0..<visitsPerRun).map { _ in try laptop.rounds("--version").seconds * 1000 })
    }
    let commits = try eachRun { _ in
      try median(
        (0..<visitsPerRun).map { number in
          try workshop.plainSeconds(
            [
              (id: [UInt8(truncatingIfNeeded: number)], content: [UInt8](repeating: 1, count: 2000))
            ],
            perCommit: 1, .truncate) * 1000
        })
    }
    let recorded = try eachRun { _ in
      try median(
        (0..<visitsPerRun).map { _ in
          try laptop.record(try year.nextVisitFile(texts)).seconds * 1000
        })
    }
    let least = try samples(zip(starts.values, commits.values).map { $0 + $1 })
    return Measured(figures: [
      Figure(
        "rounds record --from", "ms", recorded,
        limit: Limit("process start and one plain SQLite commit", least), bar: .below(60)),
      Figure("rounds --version", "ms", starts),
      Figure("one plain SQLite commit of 2,000 bytes, TRUNCATE and FULL", "ms", commits),
    ])
  }

  private static let visitsPerRun = 10
}
