import Testing

@Suite("Text that goes into a page as it is")
struct RawDoorTests {
  @Test("goes through one door on pages and one on forms, the picture's (0009)")
  func doors() {
    let doors = SourceTree.sources.flatMap { file in
      file.tokens.filter { $0.text.map { $0.contains("{{{") || $0.contains("{{&") } ?? false }
        .map { _ in file.path }
    }
    #expect(
      doors == [
        "Sources/Server/OfficePages/PageSource.swift",
        "Sources/Shared/PrintedForms/FormSource.swift",
      ])
    for door in doors {
      let source = SourceTree.sources.first { $0.path == door }
      let tags = source?.text.components(opening: "{{{") ?? []
      #expect(tags == ["picture"], "\(door)")
    }
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
