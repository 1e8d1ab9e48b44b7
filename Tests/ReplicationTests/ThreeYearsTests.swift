import Foundation
import Testing

/// Where a long run goes on that another broke off; all before it were played then.
private let firstBatch = Int(ProcessInfo.processInfo.environment["ROUNDS_FIRST_BATCH"] ?? "") ?? 0

/// How many histories there are in one batch; a failure names its seed.
private let historiesInBatch = 8

@Suite("Three years at a site with three drawing laptops and an office's clock")
struct ThreeYearsTests {
  /// Batches that every run plays.
  private static let batches = 8

  /// How often, at the least, each thing happens in one of them: no claim holds for want of cases.
  private static let least: [Happening: Int] = [
    .frame: ThreeYears.monthCount * historiesInBatch, .closing: 3, .draw: 40, .expiredDraw: 8,
    .endedDraw: 1, .visit: 150, .lateEntry: 15, .lateArrival: 3, .carriedMonth: 4,
    .returnVisit: 8, .returnedAndEligible: 1, .excludedByCompany: 5, .attempt: 20, .voided: 10,
    .moveIn: 5, .moveOut: 5, .duplicate: 15, .settlement: 3, .overshoot: 8,
  ]

  @Test(
    "draw nobody twice, reopen no round, count each visit once, and agree whenever in sync",
    arguments: firstBatch..<max(firstBatch + batches, historyCount / 250))
  func statements(_ batch: Int) {
    var counts: [Happening: Int] = [:]
    for index in 0..<historiesInBatch {
      let seed = UInt64(batch * historiesInBatch + index)
      do {
        var history = try ThreeYears(seed: seed)
        try history.play()
        try history.settleDown()
        try history.judge()
        #expect(history.violations == [], "seed \(seed)")
        counts.merge(history.counts, uniquingKeysWith: +)
      } catch { Issue.record(error, "seed \(seed)") }
    }
    // Longer runs add histories, not claims about how often rare things fall into eight of them.
    if batch >= Self.batches { return }
    for happening in Happening.allCases {
      #expect(
        counts[happening, default: 0] >= Self.least[happening, default: 1],
        "\(happening) in batch \(batch)")
    }
  }
}
