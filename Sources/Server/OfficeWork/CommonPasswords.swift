/// The passwords that are tried first, and the parts of which longer ones are made.
enum CommonPasswords {
  /// Fewer letters of one's own than this are soon tried.
  private static let ownMin = 6

  /// Whether a password is made of common ones and digits, with at most a few letters between.
  /// - Parameter password: scalars, the letters of ASCII in lower case.
  static func areAllOf(_ password: [UInt32]) -> Bool {
    let letters = password.filter { !isMark($0) }
    var index = 0
    var own = 0
    var isFound = false
    while index < letters.count {
      let rest = letters[index...]
      if let word = known.first(where: { rest.starts(with: $0) }) {
        isFound = true
        index += word.count
      } else {
        if !(0x30...0x39).contains(letters[index]) { own += 1 }
        index += 1
      }
    }
    return isFound && own < ownMin
  }

  /// Spaces and marks of ASCII, which make nothing harder to guess.
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A, 0x40: false
    default: scalar < 0x80
    }
  }

  /// The longest first, so that none hides behind a shorter one.
  private static let known: [[UInt32]] =
    words.split(separator: " ")
    .map { $0.unicodeScalars.map(\.value) }
    .sorted { $0.count > $1.count }

  /// The head of the well-known lists, keyboard rows and columns, and the same for Chinese.
  private static let words = """
    password passw0rd p@ssword p@ssw0rd pass qwerty qwertyuiop qwer asdf asdfgh asdfghjkl \
    zxcv zxcvbn zxcvbnm qazwsx 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm zaq1 xsw2 cde3 vfr4 \
    1q2w3e4r 5t6y7u8i 1q2w 3e4r q1w2e3r4 t5y6u7i8 abc iloveyou letmein welcome admin \
    administrator login access secret changeme default guest root user test temp master \
    hello whatever trustno monkey dragon tiger eagle flower sunshine princess angel babygirl \
    lovely love football baseball basketball soccer hockey superman batman starwars pokemon \
    ninja shadow killer hunter ranger freedom computer internet samsung google iphone \
    michael jordan jennifer jessica charlie daniel thomas andrew matthew joshua william \
    robert ashley nicole amanda pepper cheese cookie chocolate summer winter spring autumn \
    liverpool chelsea mustang buster woaini woaiwojia mima nihao zhongguo china beijing \
    shanghai taobao weixin wuye guanliyuan rounds visit 密码 密碼 我爱你 我愛你 你好 管理员 管理員 物业 物業 小区 小區
    """
}
