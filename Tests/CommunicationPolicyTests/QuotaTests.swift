import CommunicationPolicy
import Testing

/// One line of the worked examples for R1-40.
struct QuotaRow: Sendable, CustomTestStringConvertible {
  let total: Int
  let occupied: Int
  let percent: Int
  let count: Int
  let months: Int

  init(_ total: Int, _ occupied: Int, _ percent: Int, _ count: Int, _ months: Int) {
    self.total = total
    self.occupied = occupied
    self.percent = percent
    self.count = count
    self.months = months
  }

  var testDescription: String { "R1-40 \(total) units, \(occupied) occupied: \(count)" }
}

@Suite struct QuotaTests {
  @Test(
    "R1-40 the share, the number and the length of a round follow the brackets",
    arguments: [
      QuotaRow(80, 60, 4, 3, 20), QuotaRow(125, 125, 4, 5, 25), QuotaRow(250, 250, 4, 10, 25),
      QuotaRow(300, 300, 4, 12, 25), QuotaRow(300, 225, 4, 9, 25), QuotaRow(301, 225, 5, 12, 19),
      QuotaRow(500, 400, 5, 20, 20), QuotaRow(501, 400, 6, 24, 17), QuotaRow(800, 640, 6, 39, 17),
      QuotaRow(801, 640, 7, 45, 15), QuotaRow(2000, 1600, 7, 112, 15),
    ])
  func workedExample(_ row: QuotaRow) {
    let quota = MonthlyQuota(totalUnits: row.total, occupied: row.occupied, settings: .standard)
    #expect(quota.percent == row.percent)
    #expect(quota.count == row.count)
    #expect(quota.monthsForRound == row.months)
  }

  @Test("a quota of 7 % of 300 is 21, not 22 (A06)")
  func integersOnly() {
    #expect(MonthlyQuota(totalUnits: 801, occupied: 300, settings: .standard).count == 21)
  }

  @Test("the quota is the smallest number that is not below the share", arguments: 4...7)
  func smallest(percent: Int) {
    let total = [4: 300, 5: 500, 6: 800, 7: 801][percent] ?? 0
    for occupied in 0...2_500 {
      let count = MonthlyQuota(totalUnits: total, occupied: occupied, settings: .standard).count
      #expect(count * 100 >= occupied * percent, "\(occupied)")
      #expect(count == 0 || (count - 1) * 100 < occupied * percent, "\(occupied)")
    }
  }

  @Test("the months of a round are as many as reach every household, and no more")
  func wholeRound() {
    for occupied in 1...2_500 {
      let quota = MonthlyQuota(totalUnits: occupied, occupied: occupied, settings: .standard)
      let months = quota.monthsForRound ?? 0
      #expect(months * quota.count >= occupied, "\(occupied)")
      #expect((months - 1) * quota.count < occupied, "\(occupied)")
    }
  }

  @Test("the bracket goes by delivered units and the share by occupied ones (A04)")
  func bracketAndBase() {
    let quota = MonthlyQuota(totalUnits: 900, occupied: 200, settings: .standard)
    #expect(quota.percent == 7)
    #expect(quota.count == 14)
  }

  @Test("exactly 800 units belong to 6 %, and one setting moves the boundary (A03)")
  func boundary() {
    var settings = PolicySettings.standard
    #expect(MonthlyQuota(totalUnits: 800, occupied: 800, settings: settings).count == 48)
    settings.bracketLimits = [300, 500, 799]
    #expect(MonthlyQuota(totalUnits: 800, occupied: 800, settings: settings).count == 56)
  }

  @Test("nobody at home anywhere asks for no visits and has no round", arguments: [0, -1, Int.min])
  func empty(occupied: Int) {
    let quota = MonthlyQuota(totalUnits: 300, occupied: occupied, settings: .standard)
    #expect(quota.count == 0)
    #expect(quota.monthsForRound == nil)
  }

  @Test("a nonsensical number of units is answered, not trapped on", arguments: [Int.min, Int.max])
  func extremes(total: Int) {
    let quota = MonthlyQuota(totalUnits: total, occupied: 100, settings: .standard)
    #expect(quota.count == (total < 0 ? 4 : 7))
  }
}
