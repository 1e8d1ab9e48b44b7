import Console
import Testing
import Wording

@Suite("A phrase") struct PhraseTests {
  @Test(
    "lets its words agree with the number before them",
    arguments: [
      ("0", "0 households were drawn"), ("1", "1 household was drawn"),
      ("2", "2 households were drawn"), ("11", "11 households were drawn"),
      ("", " households were drawn"),
    ])
  func agreement(_ number: String, _ text: String) {
    let phrase = Phrase(
      "test", hans: "{0}", hant: "{0}", en: "{0} {0?household was|households were} drawn")
    #expect(phrase.text(in: .english, [number]) == text)
    #expect(phrase.text(in: .hans, [number]) == number)
  }

  @Test(
    "leaves what is no mark as it stands",
    arguments: [
      "{0?one|many", "{0?one}", "{x?one|many}", "{", "{0", "{0?", "{0?}", "{1?one|many}", "{?|}",
    ])
  func noMark(_ template: String) {
    let phrase = Phrase("test", hans: "-", hant: "-", en: template)
    #expect(phrase.text(in: .english, ["1"]) == template)
  }

  @Test("says one household where one was drawn")
  func drawn() {
    let one = Phrase.drawnTitle.text(in: .english, ["2026-09", "1", "40"])
    #expect(one == "2026-09: 1 household drawn from 40")
  }
}

@Suite("A language") struct LanguageTests {
  @Test(
    "is asked for in any spelling of Chinese or English",
    arguments: [
      ("zh", .hans), ("zh-Hans", .hans), ("zh_CN.UTF-8", .hans), ("ZH-SG", .hans),
      ("zh-Hant", .hant), ("zh_TW", .hant), ("zh-HK", .hant), ("en", .english), ("EN", .english),
      ("en-GB", .english), ("en_US.UTF-8", .english),
    ] as [(String, Language)])
  func spoken(_ preference: String, _ language: Language) {
    #expect(Language.isSpoken(preference))
    #expect(OutputOptions.flaw(lang: preference, color: "auto") == nil)
    #expect(Language(preference: preference, environment: ["LANG": "fr_FR"]) == language)
  }

  @Test(
    "that nobody speaks here is refused, with those that are spoken",
    arguments: ["xx", "fr", "eng", "english", "C.UTF-8", " en", "-"])
  func unknown(_ preference: String) {
    let flaw = OutputOptions.flaw(lang: preference, color: "auto")
    #expect(flaw == Message(.notOneOf, ["--lang", preference, "zh-Hans, zh-Hant, en"]))
  }

  @Test("is that of the environment where none is asked for, and English where that is unknown")
  func environment() {
    for preference in [nil, ""] as [String?] {
      #expect(OutputOptions.flaw(lang: preference, color: "never") == nil)
      #expect(Language(preference: preference, environment: ["LANG": "zh_TW"]) == .hant)
      #expect(Language(preference: preference, environment: ["LC_ALL": "xx"]) == .english)
    }
  }

  @Test("is one choice, the colour another")
  func colour() {
    for color in ["blue", "", "Auto"] {
      let flaw = OutputOptions.flaw(lang: "en", color: color)
      #expect(flaw == Message(.notOneOf, ["--color", color, "auto, always, never"]))
    }
    let evil = OutputOptions.flaw(lang: "en", color: "\u{1B}[2J")
    #expect(evil?.text(in: .english).contains("\u{1B}") == false)
  }
}
