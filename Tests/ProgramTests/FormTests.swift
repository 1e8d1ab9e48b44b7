import Foundation
import Testing

@Suite("The form of a visit, at a terminal")
struct FormTests {
  private static let home = "\u{1B}[H"
  private static let backspace = "\u{7F}"
  private static let controlC = "\u{03}"

  /// Up to whom the visitor met: a unit code begun in the middle, and times as people say them.
  private static let beginning = [
    Typed("住户房号：", "-103\(home)1\r"), Typed("方式（", "\r"), Typed("开始时间：", "昨天 10:00\r"),
    Typed("结束时间：", "10:20\r"), Typed("当场邀请的人", "王女士\r"), Typed("同行的访问人", "\r"),
  ]

  private static let rest = [
    Typed("会见人：", "王女土\(backspace)士\r"), Typed("关系（", "1\r"), Typed("联系电话", "\r"),
    Typed("意见 1 的主题", "2\r"), Typed("类别（", "2\r"),
    Typed("住户说了什么", "电梯厅早上\n再拖一次\n.\n"), Typed("希望得到反馈", "是\r"),
    Typed("意见 2 的主题", "\r"), Typed("满意度（", "2\r"), Typed("备注（", ".\n"),
    Typed("保密记录", ".\n"), Typed("签名（", "2\r"), Typed("原因：", "不习惯签字\r"),
  ]

  @Test("takes Han text, Backspace and Home, and saves what was typed")
  func filled() throws {
    let laptop = try Company().laptop("officer")
    let ended = try laptop.converse(["record", "--lang", "zh-Hans"], Self.beginning + Self.rest)
    #expect(ended.status == 0, "\(ended.shown)")
    try Self.expectVisit(laptop)
  }

  @Test("goes on after Ctrl-C where it was left, and saves one visit")
  func resumed() throws {
    let laptop = try Company().laptop("officer")
    let stopped = try laptop.converse(
      ["record", "--lang", "zh-Hans"], Self.beginning + [Typed("会见人：", Self.controlC)])
    #expect(stopped.status == 130, "\(stopped.shown)")
    #expect(stopped.shown.contains("草稿"))
    #expect(try laptop.visits().isEmpty)
    let drafts = try laptop.folder.files(below: "laptop-officer").filter { file in
      String(decoding: try laptop.folder.read(file), as: UTF8.self).contains("王女士")
    }
    #expect(drafts.isEmpty, "a draft in clear in \(drafts)")
    let ended = try laptop.converse(
      ["record", "--lang", "zh-Hans"], [Typed("继续？", "是\r")] + Self.rest)
    #expect(ended.status == 0, "\(ended.shown)")
    try Self.expectVisit(laptop)
  }

  @Test("says at its own question what is wrong with an answer, and asks again")
  func askedAgain() throws {
    let laptop = try Company().laptop("officer")
    let ended = try laptop.converse(
      ["record", "--lang", "zh-Hans"],
      [
        Typed("住户房号：", "9-999\r"), Typed("没有住户", ""), Typed("住户房号：", "1-103\r"),
        Typed("方式（", "\r"), Typed("开始时间：", "2099-01-01 10:00\r"), Typed("还没有到", ""),
        Typed("开始时间：", Self.controlC),
      ])
    #expect(ended.status == 130, "\(ended.shown)")
    #expect(!ended.shown.contains("never came"), "\(ended.shown)")
  }

  private static func expectVisit(_ laptop: TestLaptop) throws {
    let visits = try laptop.visits()
    #expect(visits.count == 1)
    let visit = try expectDone(laptop.rounds("visits", "show", visits.first ?? "", "--json")).json
    #expect(visit["unit"] as? String == "1-103")
    #expect(visit["met"] as? String == "王女士")
    #expect(visit["satisfaction"] as? String == "fairlySatisfied")
    let opinions = visit["opinions"] as? [[String: Any]] ?? []
    #expect(opinions.map { $0["text"] as? String } == ["电梯厅早上\n再拖一次"])
    #expect(opinions.map { $0["topic"] as? String } == ["cleaning"])
    #expect(opinions.map { $0["wantsFeedback"] as? Bool } == [true])
    let signature = visit["signature"] as? [String: Any] ?? [:]
    #expect(signature["state"] as? String == "refused")
    #expect(signature["reason"] as? String == "不习惯签字")
  }
}
