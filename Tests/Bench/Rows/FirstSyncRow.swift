import BenchTable
import RecordStore

extension Row {
  /// Real `rounds enroll` and `rounds sync`, process start to exit, of laptops that never met the
  /// office.
  static let firstSync = Row(
    letter: "c", name: "first sync of a new laptop: 3,000 households, a year of draws and visits"
  ) { workshop in
    let year = try workshop.year()
    let newcomers = try (1...runCount).map {
      try year.newcomer("newcomer\($0)", at: year.small)
    }
    let envelopes = try year.envelopes(of: year.small.site.scope)
    let plain = try eachRun { _ in
      try workshop.plainSeconds(envelopes, perCommit: 500, .truncate)
    }
    var enrolling: [Double] = []
    var syncs: [Ended] = []
    try year.serving { server in
      for (laptop, code) in newcomers {
        enrolling.append(try laptop.enroll(at: server.url, code: code).seconds)
        syncs.append(try laptop.rounds("sync", "--json"))
      }
    }
    func numbers(_ member: String, per unit: Double = 1) throws -> Samples {
      try samples(syncs.map { Double(try $0.number(member)) / unit })
    }
    let bytes = envelopes.reduce(0) { $0 + $1.content.count }
    return Measured(figures: [
      Figure("enroll", "s", try samples(enrolling)),
      Figure(
        "first sync (\(year.small.visits) visits)", "s", try samples(syncs.map(\.seconds)),
        limit: Limit("the same bundles into plain SQLite, 500 a commit", plain), bar: .below(2)),
      Figure("bundles received", "bundles", try numbers("received")),
      Figure("exchanges", "pages", try numbers("exchanges")),
      Figure("bytes down, compressed", "MiB", try numbers("receivedBytes", per: 1_048_576)),
      Figure("bytes of the site's bundles", "MiB", try samples([Double(bytes) / 1_048_576])),
    ])
  }
}
