import Foundation

/// Makes an empty folder; the caller removes it.
func makeTemporaryFolder() throws -> String {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "rounds-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder.path(percentEncoded: false)
}

func removeTemporaryFolder(_ path: String) {
  try? FileManager.default.removeItem(atPath: path)
}

/// Runs `body` with a folder that is gone afterwards.
func withTemporaryFolder<Outcome>(_ body: (String) throws -> Outcome) throws -> Outcome {
  let folder = try makeTemporaryFolder()
  defer { removeTemporaryFolder(folder) }
  return try body(folder)
}

func readFile(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: path)))
}

func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  try Data(bytes).write(to: URL(filePath: path))
}
