import BenchTable
import Foundation
import OfficeWork
import TextFormats

extension Row {
  /// What head office looks at, over all its sites: the page from a server that is up, the commands
  /// from process start to exit.
  static let headOffice = Row(letter: "g", name: "head office") { workshop in
    let head = try HeadOffice(workshop)
    var measured = Measured()
    let server = try ServerProcess.serve(head.folder.path, workshop)
    let connection = try LoopbackConnection(port: server.port)
    let headers = ["Accept-Language: en", "Cookie: \(head.cookie)"]
    let page = LoopbackConnection.get("/", port: server.port, headers)
    var bytes = 0
    func look() throws -> Double {
      try duration {
        let answer = try connection.exchange(page)
        guard answer.status == 200 else {
          throw BenchFault.answer("the overview page answers \(answer.status)")
        }
        bytes = answer.body.count
      } * 1000
    }
    let first = try look()
    let pages = try eachRun { _ in try median((0..<looksPerRun).map { _ in try look() }) }
    let memory = try server.peakMemory()
    server.stop()
    measured.figures = [
      Figure("overview page, \(head.scale)", "ms", pages, bar: .below(200)),
      Figure("its first look after the server's start", "ms", try samples([first])),
      Figure("bytes of the page", "bytes", try samples([Double(bytes)])),
      Figure("the server's largest memory", "MiB", try samples([memory]), bar: .below(512)),
    ]
    let start = try eachRun { _ in
      try workshop.ended(workshop.run(workshop.server, ["--version"]), "start").seconds * 1000
    }
    for words in [["duplicates", "--json"], ["quota", "--json"]] {
      let times = try eachRun { _ in
        try median(
          (0..<looksPerRun).map { _ in try ask(words, head, workshop).seconds * 1000 })
      }
      measured.figures.append(
        Figure(
          "rounds-server \(words[0]), process start to exit", "ms", times,
          limit: Limit("process start", start), bar: .below(200)))
    }
    let cases = try duplicates(head, workshop)
    guard cases == head.sites else {
      throw BenchFault.answer("\(cases) duplicate cases at \(head.sites) sites")
    }
    measured.figures.append(
      Figure("duplicate cases shown", "cases", try samples([Double(cases)])))
    return measured
  }

  private static let looksPerRun = 3

  private static func ask(
    _ words: [String], _ head: HeadOffice, _ workshop: Workshop
  ) throws -> Ended {
    try workshop.ended(
      workshop.run(
        workshop.server, words,
        ["ROUNDS_SERVER_HOME": head.folder.path, "TZ": "Asia/Shanghai"]), "head office")
  }

  private static func duplicates(_ head: HeadOffice, _ workshop: Workshop) throws -> Int {
    let answer = try JSON.parse(
      ask(["duplicates", "--json"], head, workshop).output, bytesMax: 1 << 28)
    guard case .array(let cases)? = answer["duplicates"] else {
      throw BenchFault.answer("no duplicates from rounds-server duplicates")
    }
    return cases.count
  }
}
