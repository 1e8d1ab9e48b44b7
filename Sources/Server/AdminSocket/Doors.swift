import Glibc
import LocalMachine

/// What a command asks of the process the person started: their files, their terminal.
///
/// The command cannot tell whether it runs in that process or in the server.
package struct Doors {
  /// - Throws: `FileFault`.
  package let readFile: (_ path: String, _ limit: Int) throws -> [UInt8]
  /// Replaces the file as a whole; only its owner can read it.
  /// - Throws: `FileFault`.
  package let writeFile: (_ path: String, _ bytes: [UInt8]) throws -> Void
  /// - Returns: nothing at the end of input, or when the person pressed Ctrl-C.
  /// - Throws: `FileFault`.
  package let readSecret: (_ prompt: String) throws -> String?
  /// The path as any process would name it.
  package let absolutePath: (_ path: String) -> String
  /// Writes a line of progress over the one before, where somebody can see it.
  package let show: (_ text: String) -> Void

  package init(
    readFile: @escaping (_ path: String, _ limit: Int) throws -> [UInt8],
    writeFile: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void,
    readSecret: @escaping (_ prompt: String) throws -> String?,
    absolutePath: @escaping (_ path: String) -> String, show: @escaping (_ text: String) -> Void
  ) {
    self.readFile = readFile
    self.writeFile = writeFile
    self.readSecret = readSecret
    self.absolutePath = absolutePath
    self.show = show
  }

  /// Those of this process.
  package static func own() -> Doors {
    Doors(
      readFile: { try GivenFile.read($0, limit: $1) },
      writeFile: { try GivenFile.write($1, to: $0) },
      readSecret: { try SecretInput.line(prompt: $0) },
      absolutePath: { path in
        if path.utf8.first == 0x2F { return path }
        // Where the directory was removed, using the path will say so.
        do { return try WorkingDirectory.path() + "/" + path } catch { return path }
      },
      show: { text in
        guard isatty(2) == 1 else { return }
        _ = StandardStream(2).write(Array(text.utf8))
      })
  }
}

extension AdminConnection {
  /// Those of the process at the other end. Each waits for it, so none may be used inside a
  /// transaction but `show`, which waits for nobody.
  func doors(for request: AdminRequest) -> Doors {
    Doors(
      readFile: { path, limit in
        guard case .file = try self.answer(to: .readFile(path: path, limit: limit)) else {
          throw AdminFault.garbled("no file")
        }
        return try self.receiveBytes(limit: limit)
      },
      writeFile: { path, bytes in
        guard case .written = try self.answer(to: .writeFile(path: path), bytes) else {
          throw AdminFault.garbled("nothing written")
        }
      },
      readSecret: { prompt in
        guard case .secret(let text) = try self.answer(to: .readSecret(prompt: prompt)) else {
          throw AdminFault.garbled("no secret")
        }
        return text
      },
      absolutePath: { request.absolutePath(of: $0) },
      show: { text in
        if request.audience.followsProgress { self.offer(.show(text)) }
      })
  }

  /// - Throws: `FileFault` when the other end could not, `AdminFault`.
  private func answer(to message: AdminMessage, _ bytes: [UInt8]? = nil) throws -> AdminMessage {
    try send(message)
    if let bytes { try send(bytes: bytes) }
    let answer = try receive()
    if case .fault(let fault) = answer { throw fault }
    return answer
  }
}
