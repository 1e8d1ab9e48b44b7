import Readings
import Testing

@Suite("A text as it is searched")
struct SearchTextTests {
  @Test(
    "is simplified, half-width, small and without marks, spaces and dashes",
    arguments: [
      ("陳　大文", "陈大文"), ("１２０１", "1201"), ("３－1201", "31201"), ("ＡbＣ", "abc"), ("Ömer", "omer"),
      ("Ｏ\u{308}", "o"),
      ("臺灣檯", "台湾台"), ("里裏裡", "里里里"), ("發髮", "发发"), ("㎡", "m2"), ("ﬁ", "fi"),
      ("O'Neil, J.", "oneilj"),
      ("\u{F902}", "车"), ("苧苎薴", "苎苎苎"), ("\u{200B}a\u{FEFF}", "a"), ("ß", "ß"), ("İ", "i"),
      ("𠮷", "𠮷"), ("", ""),
    ])
  func folded(_ text: String, _ expected: String) {
    #expect(SearchText.folded(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("is the same when folded twice, whatever the scalar")
  func twice() {
    // Of Chinese characters, which are slow the first time, every eleventh.
    let all = (0x20..<0xD800).filter { !(0x3400...0x9FFF).contains($0) || $0 % 11 == 0 }
    for value in all + Array(0xE000..<0x1_0000) + stride(from: 0x1_0000, to: 0x3_0000, by: 101) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let once = SearchText.folded(String(scalar))
      let again = SearchText.folded(once)
      if !again.unicodeScalars.elementsEqual(once.unicodeScalars) {
        Issue.record("U+\(String(value, radix: 16)): \(once), \(again)")
      }
    }
  }

  @Test("of two parts is both parts, so that names may be compared bit by bit")
  func parts() {
    let texts = ["陳", "e", "\u{301}", "Ａ", " ", "-", "ﬁ", "乾", "x\u{600}"]
    for a in texts {
      for b in texts {
        let both = SearchText.folded(a + b)
        let each = SearchText.folded(a) + SearchText.folded(b)
        #expect(both.unicodeScalars.elementsEqual(each.unicodeScalars), "\(a)\(b)")
      }
    }
  }
}

@Suite("The code of a unit as people say it")
struct UnitKeyTests {
  @Test(
    "is the code that is written",
    arguments: [
      ("3棟1201", "3-1201"), ("3栋1201室", "3-1201"), ("3号楼1201", "3-1201"), ("3號樓1201室", "3-1201"),
      ("三座１２０１", "3-1201"), ("第十二栋三单元1201", "12-3-1201"), ("二十一幢101", "21-101"),
      ("3#1201", "3-1201"),
      ("3＃楼1201", "3-1201"), ("3/1201", "3-1201"), ("3座12樓a室", "3-12-A"), ("3 - 1201", "3-1201"),
      ("3–1201", "3-1201"),
      ("3-1201", "3-1201"), ("３－1201 ", "3-1201"), ("3-", "3"), ("商铺12", "商铺12"), ("十二生肖", "十二生肖"),
      ("元朗", "元朗"),
      ("單身公寓3", "單身公寓3"),
    ])
  func written(_ typed: String, _ code: String) {
    #expect(UnitKey.of(typed) == code)
  }

  @Test("is nothing where nothing is said")
  func nothing() {
    for text in ["", " ", "棟", "--", "第", "单元"] { #expect(UnitKey.of(text) == nil) }
  }

  @Test("is the same when it is said again")
  func again() {
    for text in ["3棟1201", "三座１２０１", "商铺12", "3座12樓a室"] {
      #expect(UnitKey.of(UnitKey.of(text) ?? "") == UnitKey.of(text))
    }
  }
}
