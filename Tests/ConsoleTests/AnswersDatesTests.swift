import Console
import Testing
import VisitModel

@Suite struct AnswersDatesTests {
  private static let today = CivilDate("2026-03-05")

  @Test(
    "a day is understood in every form people type",
    arguments: [
      ("今天", "2026-03-05"), ("今日", "2026-03-05"), ("today", "2026-03-05"),
      ("昨天", "2026-03-04"), ("昨日", "2026-03-04"), ("Yesterday", "2026-03-04"),
      ("前天", "2026-03-03"), ("大前天", "2026-03-02"), ("明天", "2026-03-06"),
      ("后天", "2026-03-07"), ("後天", "2026-03-07"), ("大後天", "2026-03-08"),
      ("3月5日", "2026-03-05"), ("3月5号", "2026-03-05"), ("3月5號", "2026-03-05"),
      ("3月5", "2026-03-05"), ("３月５日", "2026-03-05"), ("3 月 5 日", "2026-03-05"),
      ("三月五日", "2026-03-05"), ("二月二十八日", "2026-02-28"), ("十二月三十一日", "2025-12-31"),
      ("十月十日", "2025-10-10"), ("3/5", "2026-03-05"), ("03/05", "2026-03-05"),
      ("3-5", "2026-03-05"), ("3.5", "2026-03-05"), ("３／５", "2026-03-05"),
      ("20260305", "2026-03-05"), ("２０２６０３０５", "2026-03-05"), ("2026-03-05", "2026-03-05"),
      ("2026-3-5", "2026-03-05"), ("2026/3/5", "2026-03-05"), ("2026.03.05", "2026-03-05"),
      ("2026年3月5日", "2026-03-05"), ("２０２６年３月５日", "2026-03-05"),
      ("2024-02-29", "2024-02-29"), ("19991231", "1999-12-31"),
    ])
  func understood(typed: String, expected: String) throws {
    let today = try #require(Self.today)
    #expect(Answers.date(typed, today: today)?.description == expected)
  }

  @Test(
    "what is nearly a day is refused",
    arguments: [
      "", "今", "天", "昨", "今天下午", "3月", "5日", "13/5", "2/30", "2/29", "0/5", "3/0", "3/32",
      "3月5日日", "2026-02-29", "20260230", "2026030", "202603055", "2026-03", "26-03-05", "2026 03",
      "3//5", "3/5/", "三十二月一日", "3月二十零日", "1/2026", "2026年", "二〇二六年三月五日", "3月5日\u{0}",
      "00000101", "10000-01-01",
    ])
  func refused(typed: String) throws {
    let today = try #require(Self.today)
    #expect(Answers.date(typed, today: today) == nil)
  }

  @Test(
    "a day without a year is the past one for a visit, the coming one for a plan",
    arguments: [
      ("2026-01-02", "12/30", "2025-12-30", "2025-12-30"),
      ("2026-01-02", "7/1", "2025-07-01", "2026-07-01"),
      ("2026-12-28", "1/3", "2027-01-03", "2027-01-03"),
      ("2026-11-01", "3/5", "2026-03-05", "2027-03-05"),
      ("2026-03-05", "3/6", "2026-03-06", "2026-03-06"),
      ("2024-12-01", "2/29", "2024-02-29", nil),
      ("2028-01-31", "2/29", "2028-02-29", "2028-02-29"),
    ] as [(String, String, String?, String?)])
  func year(today: String, typed: String, past: String?, future: String?) throws {
    let today = try #require(CivilDate(today))
    #expect(Answers.date(typed, today: today)?.description == past)
    #expect(Answers.date(typed, today: today, leaning: .future)?.description == future)
  }

  @Test("every day of the year is understood whatever day it is", arguments: [2024, 2026, 9999])
  func always(year: Int) throws {
    let newYear = try #require(CivilDate(year: year, month: 1, day: 1))
    for days in stride(from: 0, to: 365, by: 7) {
      let today = newYear.advanced(byDays: days)
      for leaning in [Answers.Leaning.past, .future] {
        let typed = "\(today.month)/\(today.day)"
        #expect(Answers.date(typed, today: today, leaning: leaning) == today)
      }
    }
  }
}
