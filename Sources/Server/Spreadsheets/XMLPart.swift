import Foundation
import FoundationXML
import TextFormats

/// What takes in the elements of one XML part, in their order.
protocol PartContent {
  /// - Parameters:
  ///   - element: without its prefix.
  ///   - attributes: by name, with prefix where there is one.
  mutating func begin(_ element: String, _ attributes: [String: String]) throws(WorkbookFault)
  /// A text may come in several pieces.
  mutating func text(_ piece: String)
  mutating func end(_ element: String) throws(WorkbookFault)
}

/// Reads one part of a workbook: UTF-8, without a document type, not deeper than `depthMax`.
enum XMLPart {
  static let depthMax = 64

  /// - Parameter name: what faults call the part.
  /// - Returns: the content with everything taken in.
  static func read<Content: PartContent>(
    _ bytes: [UInt8], _ name: String, into content: Content
  ) throws(WorkbookFault) -> Content {
    // Entities and other encodings are how XML attacks its readers, and no spreadsheet needs them.
    guard UTF8Scan.isPlainXML(bytes) else { throw .forbiddenXML(part: name) }
    let parser = XMLParser(data: Data(bytes))
    let reading = PartReading(content)
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reading
    let isWhole = parser.parse()
    // The parser holds its delegate weakly.
    return try withExtendedLifetime(reading) { () throws(WorkbookFault) -> Content in
      if let fault = reading.fault { throw fault }
      guard isWhole, !reading.isBroken, !reading.isTooDeep else {
        throw .badXML(part: name, line: parser.lineNumber, column: parser.columnNumber)
      }
      return reading.content
    }
  }
}

/// Lives for one parse only, in one function; FoundationXML asks for a class.
private final class PartReading<Content: PartContent>: NSObject, XMLParserDelegate {
  var content: Content
  var fault: WorkbookFault?
  var isTooDeep = false
  /// The parser tells of most errors only here, and `parse` is true all the same.
  var isBroken = false
  private var depth = 0

  init(_ content: Content) { self.content = content }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    guard fault == nil, !isTooDeep else { return }
    depth += 1
    guard depth <= XMLPart.depthMax else {
      isTooDeep = true
      return parser.abortParsing()
    }
    take(parser) { content throws(WorkbookFault) in
      try content.begin(elementName, attributeDict)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    guard fault == nil, !isTooDeep else { return }
    depth -= 1
    take(parser) { content throws(WorkbookFault) in try content.end(elementName) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if fault == nil, !isTooDeep { content.text(string) }
  }

  func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    if fault == nil, !isTooDeep { content.text(String(decoding: CDATABlock, as: UTF8.self)) }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { isBroken = true }

  private func take(
    _ parser: XMLParser, _ step: (inout Content) throws(WorkbookFault) -> Void
  ) {
    do throws(WorkbookFault) {
      try step(&content)
    } catch {
      fault = error
      parser.abortParsing()
    }
  }
}

/// What is looked at before a parser sees the bytes.
enum UTF8Scan {
  /// Whether bytes are UTF-8 that declares nothing else, and no document type.
  static func isPlainXML(_ bytes: [UInt8]) -> Bool {
    guard UTF8Validation.firstFault(in: bytes) == nil else { return false }
    // The declaration is the first thing or is not there.
    let head = bytes.prefix(200).prefix { $0 != 0x3E }
    if let place = place(of: Array("encoding".utf8), in: head) {
      let value = head[place...].dropFirst(8).drop { [0x20, 0x09, 0x0A, 0x0D, 0x3D].contains($0) }
      let name = value.dropFirst().prefix { $0 != 0x22 && $0 != 0x27 }
      guard ["utf-8", "us-ascii"].contains(String(decoding: name, as: UTF8.self).lowercased())
      else { return false }
    }
    return place(of: Array("<!DOCTYPE".utf8), in: bytes[...]) == nil
      && place(of: Array("<!ENTITY".utf8), in: bytes[...]) == nil
  }

  static func place(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    let last = bytes.endIndex - word.count
    var index = bytes.startIndex
    while index <= last, let found = bytes[index...last].firstIndex(of: first) {
      if bytes[found..<(found + word.count)].elementsEqual(word) { return found }
      index = found + 1
    }
    return nil
  }
}
