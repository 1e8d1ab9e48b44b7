import Markup
import OfficePages
import Testing

/// What a browser says of where a form came from, and whether it is believed.
struct Sender: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fetchSite: String?
  let origin: String?
  let isOwn: Bool

  init(_ description: String, fetchSite: String?, origin: String?, isOwn: Bool) {
    testDescription = description
    self.fetchSite = fetchSite
    self.origin = origin
    self.isOwn = isOwn
  }

  static let own = "https://office.example:8080"

  static let all: [Sender] = [
    Sender("a page of ours", fetchSite: "same-origin", origin: own, isOwn: true),
    Sender("a page of ours, no origin", fetchSite: "same-origin", origin: nil, isOwn: true),
    Sender(
      "another port", fetchSite: "same-site", origin: "https://office.example:1", isOwn: false),
    Sender("a stranger", fetchSite: "cross-site", origin: "https://evil.example", isOwn: false),
    Sender("a stranger naming us", fetchSite: "cross-site", origin: own, isOwn: false),
    Sender("a bookmark", fetchSite: "none", origin: nil, isOwn: false),
    Sender("an empty word", fetchSite: "", origin: own, isOwn: false),
    Sender("several words", fetchSite: "same-origin, cross-site", origin: own, isOwn: false),
    Sender("another case", fetchSite: "Same-Origin", origin: own, isOwn: false),
    Sender("an older browser of ours", fetchSite: nil, origin: own, isOwn: true),
    Sender(
      "its host in capitals", fetchSite: nil, origin: "https://OFFICE.example:8080", isOwn: true),
    Sender(
      "an older browser elsewhere", fetchSite: nil, origin: "https://evil.example", isOwn: false),
    Sender("in the clear", fetchSite: nil, origin: "http://office.example:8080", isOwn: false),
    Sender("another port, older", fetchSite: nil, origin: "https://office.example", isOwn: false),
    Sender("a name that begins like ours", fetchSite: nil, origin: own + ".evil", isOwn: false),
    Sender("a sandboxed frame", fetchSite: nil, origin: "null", isOwn: false),
    Sender("an empty origin", fetchSite: nil, origin: "", isOwn: false),
    Sender("nothing", fetchSite: nil, origin: nil, isOwn: false),
  ]
}

@Suite("A request that changes something")
struct CrossSiteTests {
  @Test("is taken from a page of ours and from nowhere else", arguments: Sender.all)
  func sender(_ sender: Sender) {
    #expect(
      CrossSite.isOwn(fetchSite: sender.fetchSite, origin: sender.origin, own: Sender.own)
        == sender.isOwn)
  }

  @Test("needs its session's token, the whole of it")
  func token() {
    let token = String(repeating: "5f", count: 32)
    #expect(FormToken.isRight(token, for: token))
    for wrong in [nil, "", String(token.dropLast()), token + "0", token.uppercased()] {
      #expect(!FormToken.isRight(wrong, for: token))
    }
  }
}

@Suite("The session's cookie")
struct CookieTests {
  @Test("over TLS is bound to this host, and elsewhere says so much as it can")
  func attributes() {
    #expect(
      SessionCookie.setting("ab", isTLS: true)
        == "__Host-rounds=ab; Secure; HttpOnly; SameSite=Strict; Path=/")
    #expect(
      SessionCookie.setting("ab", isTLS: false)
        == "rounds=ab; HttpOnly; SameSite=Strict; Path=/")
    #expect(
      SessionCookie.ending(isTLS: false)
        == "rounds=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")
  }

  @Test(
    "is found among others, and is none when it comes twice",
    arguments: [
      ("rounds=ab", "ab"), ("a=b; rounds=ab; c=d", "ab"), ("rounds=ab;c=d", "ab"),
      ("  rounds=ab  ", "ab"), ("Rounds=ab", nil), ("xrounds=ab", nil), ("rounds", nil),
      ("rounds=ab; rounds=cd", nil), ("__Host-rounds=ab", nil), ("", nil), (nil, nil),
    ] as [(String?, String?)])
  func found(_ header: String?, _ session: String?) {
    #expect(SessionCookie.session(in: header, isTLS: false) == session)
  }
}

@Suite("Text on a page")
struct EscapedTextTests {
  @Test(
    "ends no element and no attribute, whatever mark is joined to it",
    arguments: ["\u{301}", "\u{600}", "\u{20E3}", "\u{200D}", "\u{FE0F}", ""])
  func marks(_ mark: String) {
    for dangerous in ["<", ">", "\"", "'", "&"] {
      for text in [mark + dangerous, dangerous + mark, mark + dangerous + mark] {
        let escaped = EscapedText.of(text)
        // What is dangerous became longer, whatever it is; so an ampersand is looked at too.
        #expect(escaped.utf8.count > text.utf8.count, "\(text.debugDescription)")
        for byte in ["<", ">", "\"", "'"] {
          #expect(!escaped.utf8.contains(byte.utf8.first ?? 0), "\(text.debugDescription)")
        }
      }
    }
  }

  @Test("keeps every other byte, and turns control bytes into spaces")
  func others() {
    #expect(EscapedText.of("陈 a\tb\nc\u{0}d\u{1B}[31m") == "陈 a\tb\nc d [31m")
    #expect(EscapedText.of("a&b<c>\"d\"'") == "a&amp;b&lt;c&gt;&quot;d&quot;&#39;")
  }
}
