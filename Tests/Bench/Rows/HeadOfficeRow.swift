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
    func got(_ path: String) throws -> [UInt8] {
      let answer = try connection.exchange(
        LoopbackConnection.get(path, port: server.port, headers))
      guard answer.status == 200 else {
        throw BenchFault.answer("\(path) answers \(answer.status)")
      }
      return answer.body
    }
    func look(_ path: String) throws -> Double {
      try duration { _ = try got(path) } * 1000
    }
    let first = try look("/")
    let counted = try duration {
      while try !isCounted(got("/months?as=json"), head) {}
    }
    for (name, path) in pagesOfAllSites {
      let times = try eachRun { _ in
        try median((0..<looksPerRun).map { _ in try look(path) })
      }
      measured.figures.append(
        Figure(path == "/" ? "\(name), \(head.scale)" : name, "ms", times, bar: .below(200)))
    }
    let bytes = try got("/sites").count
    let memory = try server.peakMemory()
    server.stop()
    measured.figures += [
      Figure("the overview's first look after the server's start", "ms", try samples([first])),
      Figure("all sites counted after a start with an empty sheet", "s", try samples([counted])),
      Figure("bytes of the sheet's first page", "bytes", try samples([Double(bytes)])),
      Figure("the server's largest memory", "MiB", try samples([memory]), bar: .below(512)),
    ]
    let start = try eachRun { _ in
      try workshop.ended(workshop.run(workshop.server, ["--version"]), "start").seconds * 1000
    }
    // The plan's bar is for the pages, which show kept figures; a command counts all sites anew.
    for words in [["duplicates", "--json"], ["quota", "--json"]] {
      let times = try eachRun { _ in
        try median(
          (0..<looksPerRun).map { _ in try ask(words, head, workshop).seconds * 1000 })
      }
      measured.figures.append(
        Figure(
          "rounds-server \(words[0]), process start to exit", "ms", times,
          limit: Limit("process start", start)))
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

  private static let pagesOfAllSites: [(name: String, path: String)] = [
    ("overview page", "/"), ("sheet of all sites", "/sites"),
    ("the same, sorted and filtered", "/sites?sort=-quota&isMet=no"),
    ("duplicate cases of all sites", "/duplicates"), ("conflicts of all sites", "/conflicts"),
    ("months compared", "/months"), ("draws of all sites", "/draws"),
    ("letters of all sites", "/letters"),
  ]

  /// Whether the comparison of months has every site in every month, with nothing unknown or of earlier.
  private static func isCounted(_ body: [UInt8], _ head: HeadOffice) throws -> Bool {
    let answer = try JSON.parse(body, bytesMax: 1 << 20)
    guard case .array(let faults)? = answer["faults"], case .array(let rows)? = answer["rows"],
      !rows.isEmpty
    else { throw BenchFault.answer("no months from /months") }
    return faults.isEmpty && rows.allSatisfy { $0["sites"] == .integer(Int64(head.sites)) }
  }

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
