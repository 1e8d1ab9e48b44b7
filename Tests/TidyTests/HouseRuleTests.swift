import Testing

/// Words that say nothing about what a thing is in the trade.
private let emptyWords: Set<String> = [
  "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities",
  "Processor", "Info", "Impl", "Handler", "Handlers",
]

/// The words of a name in camel case: `HTTPHandler2` is `HTTP`, `Handler` and `2`.
func words(of name: String) -> [String] {
  var words: [String] = []
  var previous: Character = " "
  for character in name {
    let begins =
      character.isUppercase && !previous.isUppercase || !character.isLetter || !previous.isLetter
    if character.isLowercase, previous.isUppercase, let last = words.last, last.count > 1 {
      // The last capital of a row begins the next word.
      words[words.count - 1] = String(last.dropLast())
      words.append(String(previous) + String(character))
    } else if begins || words.isEmpty {
      words.append(String(character))
    } else {
      words[words.count - 1].append(character)
    }
    previous = character
  }
  return words
}

@Suite("The code of the house")
struct HouseRuleTests {
  @Test("is found where it lies, in some hundred files and a dozen rooms")
  func found() {
    #expect(SourceTree.sources.count > 100)
    #expect(SourceTree.tests.count > 50)
    #expect(SourceTree.rooms().count > 20)
    #expect(SourceTree.all.allSatisfy { !$0.tokens.isEmpty })
  }

  @Test("has no file of more than 400 lines but those known, which may only shrink")
  func lengths() {
    // Catalogues of words; what a file has more than 400 may only fall.
    let known = [
      "Sources/Shared/Wording/CodePhrases.swift": 447,
      "Sources/Shared/Wording/CommandPhrases.swift": 418,
      "Sources/Shared/Wording/HelpPhrases.swift": 543,
      "Sources/Shared/Wording/LabelPhrases.swift": 561,
      "Sources/Shared/Wording/OfficePhrases.swift": 460,
    ]
    let long = SourceTree.all.filter { $0.lineCount > known[$0.path, default: 400] }
      .map { "\($0.path): \($0.lineCount) lines, \(known[$0.path, default: 400]) allowed" }
    #expect(long.isEmpty, "\(list(long))")
    let lengths = Dictionary(uniqueKeysWithValues: SourceTree.all.map { ($0.path, $0.lineCount) })
    let needless = known.keys.filter { lengths[$0, default: 0] <= 400 }.sorted()
    #expect(needless.isEmpty, "no longer in need of leave:\(list(needless))")
  }

  @Test("names no type or file after nothing")
  func names() {
    var offenders: [String] = []
    for file in SourceTree.all {
      let stem = file.name.split(separator: ".").first.map(String.init) ?? ""
      if !emptyWords.isDisjoint(with: words(of: stem)) { offenders.append(file.path) }
      for (name, line) in file.declaredTypes where !emptyWords.isDisjoint(with: words(of: name)) {
        offenders.append("\(file.path):\(line): \(name)")
      }
    }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("never stops the program on an error, and keeps no secret from the compiler")
  func noTraps() {
    let forbidden = [
      "try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)",
    ].map(Snippet.init)
    let offenders = SourceTree.sources.flatMap { $0.places(of: forbidden) }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("leaves no note of unfinished work")
  func noNotes() {
    let offenders = SourceTree.all.filter { $0.room != "TidyTests" }.flatMap { file in
      file.lines(withWord: ["TODO", "FIXME", "XXX"]).map { "\(file.path):\($0)" }
    }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("of the pure rooms reads no clock, draws no lot, opens no file and prints nothing")
  func pureRooms() throws {
    let pure = Set(try SourceTree.levels().filter { $0.value <= 3 }.keys)
    #expect(pure.count >= 11)
    #expect(pure.isSuperset(of: ["VisitModel", "Fingerprint", "WireFormat", "SyncProtocol"]))
    #expect(!pure.contains("RecordStore"))
    let effects = [
      "Date()", "Date.now", "UUID()", "ProcessInfo", "FileManager", "print(", "sleep(", "usleep(",
      "getenv(", "SuspendingClock", "ContinuousClock", "DispatchQueue",
    ].map(Snippet.init)
    let chance = ["SystemRandomNumberGenerator", ".random(in:", ".randomElement()", ".shuffled()"]
      .map(Snippet.init)
    let offenders = SourceTree.sources.filter { pure.contains($0.room) }.flatMap { file in
      file.places(of: effects)
        // The one door through which chance comes in.
        + (file.path.hasSuffix("/Fingerprint/Randomness.swift") ? [] : file.places(of: chance))
    }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("of the programs puts nothing in place that only a test may (0025, 0041)")
  func seams() {
    let forbidden = ["$active.withValue", "$inPlace.withValue", "MemoryShelf()", ".passwordCost ="]
      .map(
        Snippet.init)
    let offenders = SourceTree.sources.flatMap { $0.places(of: forbidden) }
    #expect(offenders.isEmpty, "\(list(offenders))")
    let unknown = forbidden.filter { seam in
      SourceTree.tests.allSatisfy { $0.places(of: seam).isEmpty }
    }
    #expect(unknown.isEmpty, "no longer what they are called: \(unknown.map(\.text))")
  }

  @Test("asks nobody through the line input that no test can answer")
  func noReadLine() {
    let offenders = SourceTree.all.flatMap { $0.places(of: Snippet("readLine(")) }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("of the tests never waits for a time to pass, and disables no test")
  func noSleep() {
    let forbidden = ["sleep(", "usleep(", "nanosleep(", ".disabled("]
      .map(Snippet.init)
    let offenders = SourceTree.tests.flatMap { $0.places(of: forbidden) }
    #expect(offenders.isEmpty, "\(list(offenders))")
  }

  @Test("lets each library in through the rooms that own it and no other")
  func libraries() {
    let owners: [String: Set<String>] = [
      "SwiftProtobuf": ["WireFormat"], "CZlib": ["WireFormat"], "GRDB": ["SQLiteDatabase"],
      "CSQLite": ["SQLiteDatabase"], "CQREncode": ["QRCodes"],
      "CXLSXWriter": ["Spreadsheets"], "CZip": ["Spreadsheets"], "FoundationXML": ["Spreadsheets"],
      "CCurl": ["CurlTransport"], "CEditLine": ["LineEditor"], "CKeyring": ["KernelKeyring"],
      "Hummingbird": ["SyncAPI", "OfficePages", "RoundsServer"],
      "HummingbirdCore": ["RoundsServer"], "HummingbirdTLS": ["RoundsServer"],
      "Crypto": ["Fingerprint"], "CryptoExtras": ["Fingerprint"],
    ]
    var offenders: [String] = []
    var seen: Set<String> = []
    for file in SourceTree.sources {
      for (module, line) in file.imports {
        seen.insert(module)
        if let rooms = owners[module], !rooms.contains(file.room) {
          offenders.append("\(file.path):\(line): import \(module)")
        }
      }
    }
    #expect(offenders.isEmpty, "\(list(offenders))")
    #expect(seen.isSuperset(of: ["SwiftProtobuf", "GRDB", "CCurl", "Hummingbird"]))
  }

  @Test("lies in rooms that ARCHITECTURE.md names")
  func architecture() throws {
    let plan = try SourceTree.text("ARCHITECTURE.md")
    let named = Set(plan.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let unnamed = SourceTree.rooms().filter { !named.contains($0) }
    #expect(unnamed.isEmpty, "\(list(unnamed))")
  }
}
