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
    func got(_ path: String, as cookie: String) throws -> [UInt8] {
      let answer = try connection.exchange(
        LoopbackConnection.get(
          path, port: server.port, ["Accept-Language: en", "Cookie: \(cookie)"]))
      guard answer.status == 200 else {
        throw BenchFault.answer("\(path) answers \(answer.status)")
      }
      return answer.body
    }
    func look(_ path: String, as cookie: String) throws -> Double {
      try duration { _ = try got(path, as: cookie) } * 1000
    }
    func looks(_ path: String, as cookie: String) throws -> Samples {
      try eachRun { _ in
        try median((0..<looksPerRun).map { _ in try look(path, as: cookie) })
      }
    }
    let administrator = head.cookies.administrator
    let first = try look("/", as: administrator)
    let counted = try duration {
      while try !isCounted(got("/months?as=json", as: administrator), head) {}
    }
    for (name, path) in pagesOfAllSites {
      measured.figures.append(
        Figure(
          path == "/" ? "\(name), \(head.scale)" : name, "ms",
          try looks(path, as: administrator), bar: .below(200)))
    }
    for (name, cookie) in [
      ("administrator", administrator), ("reviewer", head.cookies.reviewer),
    ] {
      let paths = try linked(from: got("/", as: cookie))
      let times = try paths.map { (path: $0, samples: try looks($0, as: cookie)) }
      guard let slowest = times.max(by: { $0.samples.median < $1.samples.median }) else {
        throw BenchFault.answer("no links on the first page")
      }
      for (path, samples) in times {
        Workshop.say("   \(name) \(path): \(ResultTable.number(samples.median)) ms")
      }
      measured.figures.append(
        Figure(
          "slowest of \(paths.count) pages that the \(name)'s first page leads to, \(slowest.path)",
          "ms", slowest.samples, bar: .below(200)))
    }
    let bytes = try got("/sites", as: administrator).count
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

  /// Pages of the office's own that a page has links to, each kind of page once: of many links to one site
  /// or another the first.
  private static func linked(from page: [UInt8]) throws -> [String] {
    var kinds: Set<String> = []
    return String(decoding: page, as: UTF8.self).components(separatedBy: "href=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&") }
      .filter { $0.hasPrefix("/") && !$0.contains("as=") && !$0.hasSuffix(".css") }
      .filter { path in
        let kind = path.prefix { $0 != "?" }.split(separator: "/").prefix(2)
        // What is named after the kind of page is a site, a visit or a household.
        return kinds.insert(
          kind.first == "queue" ? kind.joined(separator: "/") : String(kind.first ?? "/")
        ).inserted
      }
  }

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
