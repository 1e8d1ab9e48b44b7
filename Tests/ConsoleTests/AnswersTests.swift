import Console
import Testing
import VisitModel

@Suite struct AnswersTests {
  @Test(
    "yes is understood as input methods write it",
    arguments: [
      "是", "是的", "好", "好的", "对", "對", "可以", "有", "y", "Y", "yes", "YES", "ｙ", "Ｙｅｓ", " 是　",
    ])
  func yes(typed: String) {
    #expect(Answers.yesOrNo(typed) == true)
  }

  @Test(
    "no is understood as input methods write it",
    arguments: ["否", "不", "不是", "不好", "不可以", "没有", "沒有", "无", "無", "n", "N", "no", "ＮＯ", "　否"])
  func no(typed: String) {
    #expect(Answers.yesOrNo(typed) == false)
  }

  @Test(
    "neither yes nor no is refused",
    arguments: ["", " ", "是否", "好不好", "yy", "ye", "nope", "1", "0", "是。", "y\u{0}", "是\u{301}"])
  func neither(typed: String) {
    #expect(Answers.yesOrNo(typed) == nil)
  }

  @Test(
    "a whole number is digits of either width, nine at most",
    arguments: [
      ("0", 0), ("７", 7), (" 12 ", 12), ("００3", 3), ("999999999", 999_999_999),
    ])
  func wholeNumber(typed: String, expected: Int) {
    #expect(Answers.wholeNumber(typed) == expected)
  }

  @Test(
    "anything else is no whole number",
    arguments: ["", "-1", "1.0", "1a", "十", "9999999999", "٣", "一", "1,000", "①"])
  func notANumber(typed: String) {
    #expect(Answers.wholeNumber(typed) == nil)
  }

  private static let topics = ["清潔", "清洁用品", "綠化", "Staff capability", "Staff manners", "10"]

  @Test(
    "a choice is a number, a name, or the beginning of exactly one name",
    arguments: [
      ("1", 0), ("３", 2), ("6", 5), ("清潔", 0), ("清洁", 1), ("綠", 2), ("staff c", 3),
      ("ＳＴＡＦＦ　ＭＡＮＮＥＲＳ", 4), ("10", 5),
    ])
  func choice(typed: String, expected: Int) {
    #expect(Answers.choice(typed, among: Self.topics) == expected)
  }

  @Test(
    "an ambiguous or unknown choice is refused",
    arguments: ["", "0", "7", "-1", "清", "staff", "潔", "99999999999999999999"])
  func noChoice(typed: String) {
    #expect(Answers.choice(typed, among: Self.topics) == nil)
    #expect(Answers.choice(typed, among: []) == nil)
  }

  @Test(
    "several choices are separated by whatever comma the input method has",
    arguments: [
      ("1、3", [0, 2]), ("3，1", [2, 0]), ("1 2 3", [0, 1, 2]), ("1,1,２", [0, 1]),
      ("綠化；1", [2, 0]), ("staff c、綠", [3, 2]), ("Staff capability", [3]), ("2、", [1]),
    ])
  func choices(typed: String, expected: [Int]) {
    #expect(Answers.choices(typed, among: Self.topics) == expected)
  }

  @Test("one choice that is not understood refuses them all", arguments: ["1、9", "、", "", "1 清"])
  func noChoices(typed: String) {
    #expect(Answers.choices(typed, among: Self.topics) == nil)
  }
}
