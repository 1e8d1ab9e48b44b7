import ArgumentParser
import Fingerprint
import Foundation
import LocalMachine
import OfficeCommands
import OfficeWork
import TextFormats
import Wording

/// The main job on the real communities, end to end, with real processes; then the pages stay open.
struct DemoCommand: StandingCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("demo", .helpDemo, example: "rounds-server demo")
  }

  @Option(help: OfficeHelp.text(.helpExamples)) var examples: String = "Examples"
  @Option(help: OfficeHelp.text(.helpRoundsBinary)) var rounds: String?
  @Flag(help: OfficeHelp.text(.helpKeepServing)) var keepServing = false
  @OptionGroup var common: OfficeOptions

  func stand() async throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let home = try freshHome()
    let programs = try programs(home)
    let sites = DemoSite.list(
      try GivenFile.read(examples + "/communities-jinmao.csv", limit: 1 << 24))
    // Three compounds of middling size, so that the whole month plays in a minute.
    let chosen = Array(
      sites.filter { (250...700).contains($0.households) }.prefix(3))
    let importing = try clock.measure { try prepare(programs, sites, chosen) }
    say(
      .demoImported,
      ["\(sites.count)", "\(sites.reduce(0) { $0 + $1.households })", seconds(importing)])
    let codes = try invite(programs, chosen)
    let password = try addAdministrator(programs)
    let (process, url) = try programs.serve()
    defer { process.terminate() }
    for (laptop, code) in codes {
      _ = try programs.rounds(
        laptop, at: "2026-09-01 08:00:00", ["enroll", url, "--name", laptop], input: code)
      _ = try programs.rounds(laptop, at: "2026-09-01 08:10:00", ["sync"])
    }
    say(.demoEnrolled, ["\(codes.count)"])
    let story = DemoStory(
      programs: programs, sites: chosen, url: url, opinions: try opinions(), say: say)
    let playing = try clock.measure {
      try story.play()
      try DemoMonthEnd(programs: programs, sites: chosen, say: say).play()
    }
    say(.demoPlayed, [seconds(playing)])
    process.terminate()
    process.waitUntilExit()
    try DemoResults(programs: programs, sites: chosen, say: say, show: show).print()
    say(.demoDone, [seconds(clock.now - begin)])
    say(.demoLogin, [Self.administrator, password])
    if keepServing { try keepOpen(programs) }
  }

  private func freshHome() throws -> DataDirectory {
    let path = (common.data ?? "var") + "/demo"
    let mark = path + "/made-by-rounds-demo"
    if FileManager.default.fileExists(atPath: path) {
      // Only ever removes what an earlier demonstration made.
      guard FileManager.default.fileExists(atPath: mark) else {
        throw OfficeFault.failed(Message(.demoNotOurs, [path]))
      }
      try FileManager.default.removeItem(atPath: path)
    }
    let home = try DataDirectory(path: path)
    _ = try DataDirectory(path: path + "/laptops")
    try OwnerOnlyFile(path: mark).save([])
    return home
  }

  private func programs(_ home: DataDirectory) throws -> DemoPrograms {
    let own = CommandLine.arguments[0]
    let server =
      own.contains("/")
      ? own : try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(fileURLWithPath: server).deletingLastPathComponent()
      .appendingPathComponent("rounds").path
    let fakeTime = "/usr/bin/faketime"
    guard FileManager.default.fileExists(atPath: fakeTime) else {
      throw OfficeFault.failed(Message(.demoNoFakeTime, []))
    }
    return DemoPrograms(
      rounds: rounds ?? beside, server: URL(fileURLWithPath: server).path, home: home,
      fakeTime: fakeTime)
  }

  private func prepare(
    _ programs: DemoPrograms, _ sites: [DemoSite], _ chosen: [DemoSite]
  ) throws {
    _ = try programs.office(["init", "--name", "金茂物业（演示）"])
    let list = try GivenFile.read(examples + "/communities-jinmao.csv", limit: 1 << 24)
    let file = programs.home.file("sites.csv")
    try OwnerOnlyFile(path: file).save(list)
    _ = try programs.office(["site", "import", file, "--json"])
    _ = try DataDirectory(path: programs.home.file("rosters"))
    for (index, site) in sites.enumerated() {
      let roster = programs.home.file("rosters/\(index + 1).csv")
      let isChosen = chosen.contains { $0.code == site.code }
      try OwnerOnlyFile(path: roster).save(Array(site.roster(withNames: isChosen).utf8))
      _ = try programs.office(["household", "import", roster, "--site", site.code])
    }
    _ = try programs.office(["frame", "--month", "2026-09"])
  }

  private func invite(
    _ programs: DemoPrograms, _ chosen: [DemoSite]
  ) throws -> [(laptop: String, code: String)] {
    try DemoStory.laptops(chosen).map { laptop in
      var words = ["account", "add", "--name", laptop.name, "--role", laptop.role]
      for site in laptop.sites { words += ["--site", site] }
      _ = try programs.office(words)
      let invited = try programs.office(["device", "invite", laptop.name, "--json"])
      guard case .string(let code)? = invited.json?["code"] else {
        throw OfficeFault.failed(Message(.demoStepFailed, ["device invite", "0", ""]))
      }
      return (laptop.name, code)
    }
  }

  private static let administrator = "admin"

  /// Somebody who may open every page.
  /// - Returns: the password, new at every run: a known one would be an open door.
  private func addAdministrator(_ programs: DemoPrograms) throws -> String {
    // 32 letters and digits that are not mistaken for each other; 100 bits in all.
    let letters = Array("23456789abcdefghijkmnpqrstuvwxyz".utf8)
    let drawn = Randomness.system.bytes(20).map { letters[Int($0 & 31)] }
    let password = String(decoding: drawn, as: UTF8.self)
    _ = try programs.office([
      "account", "add", "--name", Self.administrator, "--role", "administrator",
    ])
    _ = try programs.office(["account", "password", Self.administrator], input: password)
    return password
  }

  private func opinions() throws -> [JSON] {
    let lines = try GivenFile.read(examples + "/opinions.jsonl", limit: 1 << 24)
    return try lines.split(separator: 0x0A).map { try JSON.parse(Array($0)) }
  }

  private func keepOpen(_ programs: DemoPrograms) throws {
    let (process, url) = try programs.serve()
    say(.demoOpen, [url + "?month=2026-09"])
    signal(SIGINT, SIG_IGN)
    let stop = DispatchSource.makeSignalSource(signal: SIGINT)
    stop.setEventHandler { process.terminate() }
    stop.resume()
    process.waitUntilExit()
  }

  private func seconds(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1000
      + duration.components.attoseconds / 1_000_000_000_000_000
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100)"
  }

  private func say(_ phrase: Phrase, _ arguments: [String]) {
    let language = Language(
      preference: common.lang, environment: ProcessInfo.processInfo.environment)
    _ = StandardStream(1).write(Array(("== " + phrase.text(in: language, arguments) + "\n").utf8))
  }

  private func show(_ bytes: [UInt8]) { _ = StandardStream(1).write(bytes) }
}
