import Readings
import SeededRandom
import Testing

@Suite("Names are found")
struct ReadingTests {
  @Test(
    "by what people type for them",
    arguments: [
      // Whole, in whatever script, width or case.
      ("陳大文", "陈大文", ReadingMatch.whole), ("陈大文", "陳大文", .whole),
      ("CHAN Tai Man", "chantaiman", .whole), ("Ｃｈａｎ", "chan", .whole), ("José", "jose", .whole),
      ("阿依·古丽", "阿依古丽", .whole), ("衞國強", "卫国强", .whole),
      ("陳大文", "陈", .beginning), ("CHAN Tai Man", "chan t", .beginning),
      // Spoken.
      ("王小明", "wangxiaoming", .spoken), ("王小明", "Wang Xiao", .spoken), ("王小明", "wang", .spoken),
      ("王小明", "wangxi", .spoken), ("王小明", "王xi", .spoken), ("王小明", "wáng", .spoken),
      ("李西安", "lixi'an", .spoken),
      // By first letters, all or some.
      ("王小明", "wxm", .initials), ("王小明", "wangxm", .initials), ("王小明", "王xm", .initials),
      ("張志強", "zzq", .initials), ("張志強", "zhzhq", .initials), ("張志強", "zhangzhq", .initials),
      // From the middle on.
      ("王小明", "小明", .inside), ("王小明", "xiaoming", .inside), ("王小明", "xm", .inside),
      ("王小明", "明", .inside), ("CHAN Tai Man", "taiman", .inside),
      // ü as it is typed.
      ("呂布", "lvbu", .spoken), ("吕布", "lubu", .spoken), ("吕布", "lyubu", .spoken),
      ("吕布", "lübu", .spoken),
      // Surnames that are read otherwise than the word.
      ("單雄信", "shan", .spoken), ("单雄信", "dan", .spoken), ("區嘉文", "ou", .spoken),
      ("区嘉文", "ouj", .spoken),
      ("仇英", "qiuying", .spoken), ("解縉", "xiejin", .spoken), ("解缙", "jiejin", .spoken),
      ("查良鏞", "zha", .spoken), ("曾國藩", "zengguofan", .spoken), ("曾国藩", "ceng", .spoken),
      ("尉遲恭", "yuchi", .spoken), ("尉迟恭", "weichi", .spoken), ("歐陽修", "ouyangxiu", .spoken),
      ("欧阳修", "oyx", .initials), ("朴正熙", "piao", .spoken), ("繆荃孫", "miao", .spoken),
      ("任盈盈", "ren", .spoken), ("華佗", "huatuo", .spoken), ("万俟卨", "moqi", .spoken),
      ("令狐冲", "linghu", .spoken), ("翟志刚", "zhai", .spoken), ("乐毅", "yueyi", .spoken),
      ("盖叫天", "ge", .spoken), ("柏杨", "bo", .spoken), ("黑伯龙", "he", .spoken), ("那英", "na", .spoken),
      ("乾隆", "qianlong", .spoken), ("任行健", "renhang", .spoken),
    ])
  func found(_ name: String, _ typed: String, _ expected: ReadingMatch) {
    #expect(Reading(of: name).match(typed) == expected)
  }

  @Test(
    "by nothing else",
    arguments: [
      ("王小明", "wxn"), ("王小明", "wangming"), ("王小明", "ang"), ("王小明", "iaoming"),
      ("王小明", "wangxiaomingx"),
      ("王小明", "李"), ("王小明", "xw"), ("", "a"), ("王", ""), ("王", " -· "), ("CHAN", "chen"),
      ("陳大文", "hen"), ("👪", "a"),
    ])
  func notFound(_ name: String, _ typed: String) {
    #expect(Reading(of: name).match(typed) == nil)
  }

  @Test("the better the closer: whole, beginning, spoken, by initials, inside")
  func order() {
    #expect(
      ReadingMatch.allCases.sorted() == [.whole, .beginning, .spoken, .initials, .inside])
    let names = ["小王", "王小明", "王", "汪小", "吴昂"]
    let query = ReadingQuery("王")
    #expect(
      names.map { name in query.flatMap { Reading(of: name).match($0) } }
        == [.inside, .beginning, .whole, nil, nil])
  }

  // MARK: Laws

  private static let letters = Array("王小明張张單单強强吕呂曾aAｂ 1ééß·-".unicodeScalars)

  private func name(_ random: inout SplitMix64, upTo count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<(1 + random.below(count)) {
      scalars.append(Self.letters[random.below(Self.letters.count)])
    }
    return String(scalars)
  }

  @Test("by themselves, by their folding and by every beginning, whole or better than inside")
  func themselves() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let name = name(&random, upTo: 6)
      let (reading, folded) = (Reading(of: name), SearchText.folded(name))
      if folded.isEmpty { continue }
      #expect(reading.match(name) == .whole, "\(name)")
      #expect(reading.match(folded) == .whole, "\(name)")
      for count in 1..<max(1, folded.unicodeScalars.count) {
        let beginning = String(String.UnicodeScalarView(folded.unicodeScalars.prefix(count)))
        #expect(reading.match(beginning) == .beginning, "\(name) \(beginning)")
        let rest = String(String.UnicodeScalarView(folded.unicodeScalars.dropFirst(count)))
        #expect(reading.match(rest) != nil, "\(name) \(rest)")
      }
    }
  }

  @Test("exactly when some way of saying them by the letter begins with what was typed")
  func oracle() {
    // Every way of saying a name, spelled out: what the search does without spelling any.
    let sounds: [Unicode.Scalar: [String]] = [
      "王": ["wang"], "张": ["zhang"], "单": ["dan", "shan", "chan"], "小": ["xiao"],
      "曾": ["ceng", "zeng"],
    ]
    let characters = sounds.keys.sorted { $0.value < $1.value }
    func ways(_ name: [Unicode.Scalar]) -> [String] {
      guard let first = name.first else { return [""] }
      var heads = [String(first)]
      for sound in sounds[first] ?? [] {
        heads.append(sound)
        heads.append(String(sound.prefix(1)))
        if sound.dropFirst().first == "h" { heads.append(String(sound.prefix(2))) }
      }
      let rest = ways(Array(name.dropFirst()))
      return heads.flatMap { head in rest.map { head + $0 } }
    }
    func shortened(_ name: [Unicode.Scalar]) -> [String] {
      // A syllable that was not typed to its end ends the query.
      name.indices.flatMap { start in ways(Array(name[start...])) }
    }
    var random = SplitMix64(seed: 5)
    let typed = Array("wangzhsdcxioe王张单".unicodeScalars)
    for _ in 0..<3_000 {
      let name = (0..<(1 + random.below(3))).map { _ in characters[random.below(characters.count)] }
      var query = String.UnicodeScalarView()
      if random.below(2) == 0 {
        for _ in 0..<(1 + random.below(4)) { query.append(typed[random.below(typed.count)]) }
      } else if let way = shortened(name).randomElement(using: &random) {
        query.append(contentsOf: way.unicodeScalars.prefix(1 + random.below(8)))
      }
      let wanted = String(query)
      let isSaid = shortened(name).contains { $0.utf8.starts(with: wanted.utf8) }
      let text = String(String.UnicodeScalarView(name))
      #expect((Reading(of: text).match(wanted) != nil) == isSaid, "\(text) \(wanted)")
    }
  }

  @Test("and their search ends, however long and alike name and query are")
  func long() {
    let name = String(repeating: "阿", count: 5_000)
    let reading = Reading(of: name)
    #expect(reading.match(String(repeating: "a", count: 5_000)) == .spoken)
    #expect(reading.match(String(repeating: "a", count: 63) + "b") == nil)
  }
}
