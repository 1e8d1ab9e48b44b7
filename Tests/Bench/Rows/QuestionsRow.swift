import BenchTable

extension Row {
  /// What a person asks of a laptop without a network, at 5,000 households and a year of visits.
  static let questions = Row(
    letter: "f", name: "questions at a laptop with 5,000 households, process start to exit"
  ) { workshop in
    let year = try workshop.year()
    let laptop = year.large.drawer
    _ = try year.serving { _ in try laptop.rounds("sync") }
    let questions = [
      ["draw", "--count", "10"], ["plan"], ["household", "list"], ["visits", "list"],
      ["conflicts", "list"], ["duplicates"], ["status"],
    ]
    let start = try eachRun { _ in
      try median((0..<3).map { _ in try laptop.rounds("--version").seconds * 1000 })
    }
    var measured = Measured()
    for words in questions {
      let times = try eachRun { _ in
        try median(
          (0..<3).map { _ in
            try workshop.ended(laptop.run(words + ["--json"]), laptop.name).seconds * 1000
          })
      }
      measured.figures.append(
        Figure(
          words.joined(separator: " "), "ms", times, limit: Limit("process start", start),
          bar: .below(100)))
    }
    measured.figures.append(
      Figure("visits there", "visits", try samples([Double(year.large.visits)])))
    return measured
  }
}
