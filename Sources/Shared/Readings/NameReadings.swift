/// What ICU's tables do not know of names: readings that a character has as a surname or in given names,
/// and written variants that are no traditional forms.
///
/// From the readings that 《现代汉语词典》 and the official list of characters (通用规范汉字表, 2013) give for
/// surnames. A reading too many finds a name too many; one too few hides a household.
enum NameReadings {
  /// - Parameter folded: simplified.
  static func others(of folded: Unicode.Scalar) -> [[UInt8]] { sounds[folded] ?? [] }

  /// The form under which a variant is found; nothing for a character that is no variant.
  static func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? { forms[scalar] }

  private static let sounds: [Unicode.Scalar: [[UInt8]]] = table(
    """
    朴piao 缪miao 句gou 都du 郗chi 柏bo 钭tou 隗kui 薄bo 洗xian 祭zhai 黑he 么yao 行hang 茜xi 晟sheng 贾gu
    万mo 澹tan 单chan 宓fu 谌shen 蔚yu 车ju 费bi 郄xi 乜nie 朝zhao 谷yu 盛cheng 褚zhu 拓tuo 番pan 参shen 峤qiao
    屏bing 奇ji 藏zang 覃xun 瞿ju 阚han 沈chen 娜nuo 珏yu 炅gui 伽qie 蕃fan 说yue 期ji
    """)

  /// ICU makes 苎 of 苧 and 苧 of 苎; here the second stays.
  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = """
      衞卫 峯峰 麪面 呉吴 熈熙 儁俊 愼慎 栢柏 昻昂 舘馆 馀余 戸户 靑青 査查 歩步 徳德 恵惠 増增 薫薰
      薴苎 苎苎
      """
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.unicodeScalars.split(whereSeparator: { $0.value <= 0x20 }) {
      if let variant = pair.first, let plain = pair.last { forms[variant] = plain }
    }
    return forms
  }()

  /// Characters with their readings behind them.
  private static func table(_ text: String) -> [Unicode.Scalar: [[UInt8]]] {
    var found: [Unicode.Scalar: [[UInt8]]] = [:]
    for entry in text.unicodeScalars.split(whereSeparator: { $0.value <= 0x20 }) {
      guard let character = entry.first else { continue }
      found[character] = entry.dropFirst().split(separator: ",").map { word in
        word.compactMap { UInt8(exactly: $0.value) }
      }
    }
    return found
  }
}
