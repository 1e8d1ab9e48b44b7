import Testing

/// A phrase as its source declares it.
private struct PhraseSource {
  let place: String
  let key: String
  /// By label: hans, hant, en.
  var texts: [String: String] = [:]

  static let languages = ["hans", "hant", "en"]

  /// The marks such as `{0}` in a text.
  func marks(_ language: String) -> Set<UInt8> {
    let bytes = Array(texts[language, default: ""].utf8)
    return Set(
      bytes.indices.dropLast(2).filter {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 2] == UInt8(ascii: "}")
          && (0x30...0x39).contains(bytes[$0 + 1])
      }.map { bytes[$0 + 1] })
  }

  /// Every `Phrase("key", hans: "…", hant: "…", en: "…" + "…")` of a file.
  static func all(in file: SourceFile) -> [PhraseSource] {
    let tokens = file.tokens
    return tokens.indices.dropLast(2).compactMap { start in
      guard tokens[start].word == "Phrase", tokens[start + 1].kind == .mark(UInt8(ascii: "(")),
        let key = tokens[start + 2].text
      else { return nil }
      var phrase = PhraseSource(place: "\(file.path):\(tokens[start].line)", key: key)
      var label = ""
      for token in tokens[(start + 3)...] {
        switch token.kind {
        case .word(let word): label = word
        case .text(let text): phrase.texts[label, default: ""] += text
        case .mark(UInt8(ascii: ")")): return phrase
        case .mark: continue
        }
      }
      return phrase
    }
  }
}

@Suite("What the programs say")
struct WordingTests {
  private func phrases() -> [PhraseSource] {
    SourceTree.sources.filter { $0.room == "Wording" }.flatMap(PhraseSource.all)
  }

  @Test("is said in every language")
  func everyLanguage() {
    let phrases = phrases()
    #expect(phrases.count > 500)
    let mute = phrases.flatMap { phrase in
      PhraseSource.languages.filter { phrase.texts[$0, default: ""].isEmpty }
        .map { "\(phrase.place): \(phrase.key) in \($0)" }
    }
    #expect(mute.isEmpty, "\(list(mute))")
  }

  @Test("has the same marks for its arguments in every language")
  func sameMarks() {
    let uneven = phrases().filter { phrase in
      PhraseSource.languages.contains { phrase.marks($0) != phrase.marks("en") }
    }.map { "\($0.place): \($0.key)" }
    #expect(uneven.isEmpty, "\(list(uneven))")
  }

  @Test("numbers its arguments from 0 without a gap")
  func numbered() {
    let gaps = phrases().filter { phrase in
      let marks = phrase.marks("en").sorted()
      return marks != marks.indices.map { UInt8(ascii: "0") + UInt8($0) }
    }.map { "\($0.place): \($0.key)" }
    #expect(gaps.isEmpty, "\(list(gaps))")
  }

  @Test("lets words agree with a number in English alone, and names both forms")
  func agreement() {
    var count = 0
    var faults: [String] = []
    for phrase in phrases() {
      for language in PhraseSource.languages {
        let text = phrase.texts[language, default: ""]
        for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1)
        where part.dropFirst().first == "?" {
          count += 1
          let inside = part.prefix { $0 != "}" }.dropFirst(2)
          let forms = inside.split(separator: "|", omittingEmptySubsequences: false)
          let isWhole = part.contains("}") && forms.count == 2 && !forms.contains { $0.isEmpty }
          let mark = part.utf8.first.map { phrase.marks(language).contains($0) } ?? false
          if language != "en" || !isWhole || !mark {
            faults.append("\(phrase.place): \(phrase.key)")
          }
        }
      }
    }
    #expect(count > 20)
    #expect(faults.isEmpty, "\(list(faults))")
  }

  @Test("is found under one key each")
  func uniqueKeys() {
    let places = Dictionary(grouping: phrases(), by: \.key).filter { $0.value.count > 1 }
    let twice = places.keys.sorted().map { key in
      "\(key): \(places[key, default: []].map(\.place).joined(separator: ", "))"
    }
    #expect(twice.isEmpty, "\(list(twice))")
  }

  @Test("stands in one room: no other makes a phrase")
  func oneRoom() {
    let strays = SourceTree.sources.filter { $0.room != "Wording" }
      .flatMap { file in PhraseSource.all(in: file).map(\.place) }
    #expect(strays.isEmpty, "\(list(strays))")
  }
}
