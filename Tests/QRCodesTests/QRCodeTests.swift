import Foundation
import Markup
import QRCodes
import Testing

/// What reads codes from pictures.
private let reader = "/usr/bin/zbarimg"

private let texts = [
  "https://office.example/r/0f8c2a9d41b7", "rounds:visit:0f8c2a9d41b7", "a", "0123456789",
  "HTTPS://OFFICE/R/1?A=B&C=%20+", String(repeating: "https://office.example/", count: 20),
]

@Suite("A code to be scanned")
struct QRCodeTests {
  /// The three squares by which readers find it: dark ring, light ring, dark middle, light border.
  @Test("has its finder patterns, its timing patterns and its dark module", arguments: texts)
  func structure(_ text: String) throws {
    let code = try QRCode(text)
    #expect((code.size - 17) % 4 == 0 && (21...177).contains(code.size))
    for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
      for row in -1...7 {
        for column in -1...7 {
          let ring = max(abs(row - 3), abs(column - 3))
          #expect(
            code.isDark(row: top + row, column: left + column) == (ring <= 1 || ring == 3),
            "\(row) \(column)")
        }
      }
    }
    for place in 8..<(code.size - 8) {
      #expect(code.isDark(row: 6, column: place) == (place % 2 == 0))
      #expect(code.isDark(row: place, column: 6) == (place % 2 == 0))
    }
    #expect(code.isDark(row: code.size - 8, column: 8))
    #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: code.size))
  }

  /// ISO/IEC 18004, 7.9: two bits of the level and three of the mask, under the mask 101010000010010.
  @Test("is of level M", arguments: texts)
  func level(_ text: String) throws {
    let code = try QRCode(text)
    let first = code.isDark(row: 8, column: 0) ? 1 : 0
    let second = code.isDark(row: 8, column: 1) ? 1 : 0
    #expect((first ^ 1, second ^ 0) == (0, 0))
  }

  @Test("is the same each time, and grows with its text")
  func same() throws {
    #expect(try QRCode(texts[0]) == QRCode(texts[0]))
    let sizes = try [1, 14, 15, 26, 27, 2_331].map {
      try QRCode(String(repeating: "a", count: $0)).size
    }
    // Versions 1, 1, 2, 2, 3 and 40 at level M.
    #expect(sizes == [21, 21, 25, 25, 29, 177])
  }

  @Test("is refused for nothing, and for more than it holds")
  func refused() {
    #expect(throws: QRCode.Fault.empty) { try QRCode("") }
    #expect(throws: QRCode.Fault.tooLong(bytes: 2_332, bytesMax: 2_331)) {
      try QRCode(String(repeating: "a", count: 2_332))
    }
  }

  @Test("is drawn module by module, with its quiet zone", arguments: texts)
  func drawn(_ text: String) throws {
    let code = try QRCode(text)
    let svg = code.svg(title: "t", description: "d", language: "en", number: 3, module: 5)
    let side = (code.size + 8) * 5
    #expect(svg.markup.contains("viewBox=\"0 0 \(side) \(side)\""))
    let start = try #require(svg.markup.range(of: " d=\"")?.upperBound)
    let path = svg.markup[start...].prefix { $0 != "\"" }
    var dark: Set<[Int]> = []
    for run in path.split(separator: "z") {
      let numbers = run.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
      #expect(numbers.count == 8)
      #expect(Array(numbers[3...]) == [0, 0, 5, -numbers[2], 0])
      for module in 0..<(numbers[2] / 5) {
        dark.insert([numbers[1] / 5 - 4, numbers[0] / 5 - 4 + module])
      }
    }
    for row in 0..<code.size {
      for column in 0..<code.size {
        #expect(dark.contains([row, column]) == code.isDark(row: row, column: column))
      }
    }
  }

  @Test(
    "is read by another program",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: reader),
      "zbarimg is not installed (Debian: zbar-tools)"), arguments: texts)
  func read(_ text: String) throws {
    let code = try QRCode(text)
    // A plain bitmap: 1 is black; eight dots a module, four modules around.
    let side = code.size + 8
    var picture = "P1\n\(side * 8) \(side * 8)\n"
    for row in 0..<(side * 8) {
      for column in 0..<side {
        let bit = code.isDark(row: row / 8 - 4, column: column - 4) ? "1" : "0"
        picture += String(repeating: bit, count: 8)
      }
      picture += "\n"
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("rounds-qr-\(UUID().uuidString).pbm")
    try Data(picture.utf8).write(to: file)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: reader)
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: answer, as: UTF8.self) == text + "\n")
  }
}
