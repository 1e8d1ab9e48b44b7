package import Console
import TextFormats

/// What a command leaves: the bytes of both streams, and how the program ends.
///
/// A command's output becomes bytes here and nowhere else, whether it ran in the process the person
/// started or in the server, so that both print the same.
package struct Printed: Hashable, Sendable {
  package let output: [UInt8]
  package let trouble: [UInt8]
  package let status: Int32

  package init(output: [UInt8], trouble: [UInt8], status: Int32) {
    self.output = output
    self.trouble = trouble
    self.status = status
  }

  /// - Parameter json: scripts read standard output; what went wrong is also said in words.
  package init(_ output: CommandOutput, json: Bool, for audience: Audience) {
    switch output {
    case .bytes(let bytes):
      self.init(output: bytes, trouble: [], status: ExitStatus.done.rawValue)
    case .result(let result):
      let isTrouble = result.status != .done
      let stream = isTrouble ? audience.trouble : audience.output
      var text: [UInt8] = []
      if !json || isTrouble {
        text = Array(
          result.report.text(
            audience.language, width: stream.width, colour: stream.isColoured ? .on : .off
          ).utf8)
      }
      let document = json ? result.json.text(pretty: true) + [0x0A] : []
      self.init(
        output: isTrouble ? document : document + text, trouble: isTrouble ? text : [],
        status: result.status.rawValue)
    }
  }
}
