import Foundation

/// A person at a terminal: waits until a text has come, and then types.
struct Typed {
  let awaited: String
  let keys: String

  init(_ awaited: String, _ keys: String) {
    self.awaited = awaited
    self.keys = keys
  }
}

extension TestLaptop {
  /// `rounds` on a terminal of its own.
  /// - Returns: its exit status, and everything the terminal showed.
  func converse(
    _ words: [String], _ steps: [Typed], columns: Int = 160
  ) throws -> (status: Int, shown: String) {
    let file = folder.unique("steps.json")
    try folder.write(
      [UInt8](try JSONSerialization.data(withJSONObject: steps.map { [$0.awaited, $0.keys] })),
      to: file)
    let ended = try expectDone(
      Programs.run(
        "/usr/bin/python3", ["-c", Self.script, file, "\(columns)", Programs.rounds] + words,
        [
          "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "TERM": "xterm",
          "HOME": folder.path, "ROUNDS_HOME": home, "NO_COLOR": "1",
        ], in: folder))
    let answer = try ended.json
    return (answer["status"] as? Int ?? -1, answer["shown"] as? String ?? "")
  }

  /// Whoever waits in vain for 30 s presses Ctrl-C, so that a test fails instead of hanging.
  private static let script = """
    import fcntl, json, os, pty, select, struct, sys, termios
    steps = json.load(open(sys.argv[1]))
    def resize(terminal):
        size = struct.pack("HHHH", 50, int(sys.argv[2]), 0, 0)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
    child, terminal = pty.fork()
    if child == 0:
        # Before the program asks how wide the terminal is.
        resize(0)
        os.execv(sys.argv[3], sys.argv[3:])
    shown, unseen = b"", b""
    while True:
        if not select.select([terminal], [], [], 30)[0]:
            shown += b" [waited in vain] "
            os.write(terminal, b"\\x03\\x03")
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
        unseen += part
        while steps and (at := unseen.find(steps[0][0].encode())) >= 0:
            awaited, keys = steps.pop(0)
            # What comes next is looked for after this; after a key press, in what the key brings.
            unseen = b"" if keys else unseen[at + len(awaited.encode()):]
            os.write(terminal, keys.encode())
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    for awaited, _ in steps:
        shown += (" [never came: " + awaited + "]").encode()
    print(json.dumps({"status": status, "shown": shown.decode("utf-8", "replace")}))
    """
}
