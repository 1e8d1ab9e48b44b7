import BenchTable
import Foundation
import Glibc

/// Measures the built programs and writes one table.
@main
struct RoundsBench {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "--help" {
      print(Options.usage)
    } else if let size = NullEndpoint.answerSize(words) {
      await NullEndpoint.serve(answerBytes: size)
    } else {
      exit(measure(words))
    }
  }

  private static func measure(_ words: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    do {
      let options = try Options(words)
      let workshop = try Workshop(options)
      defer { workshop.remove() }
      try measure(options, workshop)
      return 0
    } catch {
      Workshop.say("\(error)")
      return 1
    }
  }

  private static func measure(_ options: Options, _ workshop: Workshop) throws {
    let begin = seconds()
    var rows: [RowFigures] = []
    for row in Row.all where options.rows.isEmpty || options.rows.contains(row.letter) {
      let rowBegin = seconds()
      Workshop.say("== \(row.letter) \(row.name)")
      let measured = try row.measure(workshop)
      rows.append(
        RowFigures(
          title: "\(row.letter) \(row.name)", figures: measured.figures,
          appendix: measured.appendix))
      Workshop.say("-- \(ResultTable.number(seconds() - rowBegin)) s")
    }
    let machine = try Machine(workshop)
    let table = ResultTable(rows)
    let call = (["rounds-bench"] + CommandLine.arguments.dropFirst()).joined(separator: " ")
    let lasted = "\(ResultTable.number(seconds() - begin)) s"
    print(table.text)
    for row in rows where !row.appendix.isEmpty {
      print("\(row.title)\n\(row.appendix.joined(separator: "\n"))\n")
    }
    for (name, value) in machine.facts { print("\(name): \(value)") }
    print("\(call), \(Row.runCount) runs, \(lasted)")
    guard let page = options.page else { return }
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let results = """
      `\(call)`, seed \(options.seed), \(Row.runCount) runs of everything, \(lasted) in all.

      \(machine.markdown)
      \(table.markdown)
      """
    guard let filled = ResultsPage.filled(text, with: results) else {
      throw BenchFault.setting("\(page) has no place for the results")
    }
    try filled.write(toFile: page, atomically: true, encoding: .utf8)
  }
}
