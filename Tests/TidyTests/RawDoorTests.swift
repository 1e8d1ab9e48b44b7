import Testing

@Suite("Text that goes into a page as it is")
struct RawDoorTests {
  @Test("goes through one door, the picture's (0009)")
  func oneDoor() {
    let doors = SourceTree.sources.flatMap { file in
      file.tokens.filter { $0.text.map { $0.contains("{{{") || $0.contains("{{&") } ?? false }
        .map { _ in file.path }
    }
    #expect(doors == ["Sources/Server/OfficePages/PageSource.swift"])
    let source = SourceTree.sources.first { $0.path == doors.first }
    let tags = source?.text.components(opening: "{{{") ?? []
    #expect(tags == ["picture"])
  }

  @Test("is made by nobody but who draws it")
  func oneMaker() {
    let makers = SourceTree.sources.filter { !$0.places(of: Snippet("SVGText(markup:")).isEmpty }
    #expect(makers.map(\.path) == ["Sources/Shared/Markup/SVGDrawing.swift"])
    let value = SourceTree.sources.first { $0.path == "Sources/Shared/Markup/SVGText.swift" }
    #expect(
      value.map { !$0.text.contains("package init") && !$0.text.contains("public init") } ?? false)
  }
}

extension String {
  /// What stands behind each mark, up to the next brace.
  fileprivate func components(opening mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst()
      .map { part in String(part.prefix { $0 != "}" }) }
  }
}
