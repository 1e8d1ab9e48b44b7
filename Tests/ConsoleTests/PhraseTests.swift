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
