import Testing

@Suite("A rule of the procedures")
struct RuleCoverageTests {
  /// The raw values of `RuleID`, as its file declares them.
  private func rules() throws -> [String] {
    let path = "Sources/Shared/CommunicationPolicy/Rule.swift"
    let tokens = SwiftTokens.of(try SourceTree.text(path))
    return tokens.indices.dropLast(3).compactMap { index in
      guard tokens[index].word == "case", tokens[index + 1].word != nil,
        tokens[index + 2].kind == .mark(UInt8(ascii: "="))
      else { return nil }
      return tokens[index + 3].text
    }
  }

  /// Of each of the three texts.
  private func beginsWithRule(_ text: String) -> Bool {
    ["R1-", "R2-", "R3-"].contains { text.hasPrefix($0) }
  }

  /// Every rule that a text names, such as `R1-48, R1-49 and R1-50 ask for conduct`.
  private func named(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.indices.dropLast(4).compactMap { start in
      let name = String(decoding: bytes[start..<start + 5], as: UTF8.self)
      return beginsWithRule(name)
        && name.utf8.dropFirst(3).allSatisfy { (0x30...0x39).contains($0) }
        ? name : nil
    }
  }

  /// Claims of a folder of tests. A literal that is nothing but the number is an exception's name,
  /// not a case.
  private func claims(in room: String) -> [String] {
    SourceTree.tests.filter { $0.room == room }.flatMap { $0.tokens.compactMap(\.text) }
      .filter { beginsWithRule($0) && $0.utf8.count > 6 }
  }

  @Test("has a row or a claim in its tests that begins with its number")
  func covered() throws {
    let rules = try rules()
    #expect(rules.count == 65)
    let claims = self.claims(in: "CommunicationPolicyTests")
    #expect(claims.count > 100)
    let judged = Set(claims.flatMap { named(in: $0) })
    // What a rule only asks for, such as signs at a place of work, is read from replicas.
    let asked = self.claims(in: "ReplicationTests").flatMap { named(in: $0) }
    let missing = rules.filter { !judged.contains($0) && !asked.contains($0) }
    #expect(missing.isEmpty, "\(list(missing))")
    let unknown = judged.subtracting(rules).sorted()
    #expect(unknown.isEmpty, "no such rule:\(list(unknown))")
  }
}
