import OfficeWork
import TextFormats
import Wording

/// What the first site tells its households in September: a planned cut from the department's request to the
/// lobbies, a slip that comes too late, a burst pipe, and the month's entry on the publicity board.
struct DemoNotices {
  let programs: DemoPrograms
  let site: DemoSite
  let say: (Phrase, [String]) -> Void

  private static let supervisor = "supervisor1"

  func play() throws {
    let request = try done(
      "2026-09-21 10:00:00",
      [
        "notice", "request", "waterOutage", "--start", "2026-09-24 09:00", "--end",
        "2026-09-24 17:00", "--cause", "清洗水箱",
      ])
    let cut = try done(
      "2026-09-21 11:00:00",
      [
        "notice", "write", "--answering", request, "--title", "停水通知", "--body",
        "因清洗水箱，届时停水，请提前储水。", "--preparation", "请关好水龙头。",
      ])
    try post(cut, sealed: "2026-09-21 11:10:00", at: "2026-09-21 14:00:00")
    let late = try programs.rounds(
      Self.supervisor, at: "2026-09-22 10:00:00",
      [
        "notice", "write", "powerOutage", "--start", "2026-09-23 09:00", "--title", "停电通知",
        "--body", "检修线路", "--json",
      ], mayRefuse: true)
    let burst = try done(
      "2026-09-23 15:00:00",
      [
        "notice", "write", "waterOutage", "--start", "2026-09-23 15:30", "--title",
        "紧急停水通知", "--body", "水管爆裂，正在抢修。", "--emergency", "水管爆裂", "--approved-by",
        "manager1",
      ])
    try post(burst, sealed: "2026-09-23 15:05:00", at: "2026-09-23 15:10:00")
    let board = try done(
      "2026-09-25 09:00:00",
      [
        "notice", "write", "education", "--title", "秋季防火须知", "--body",
        "人离关火，楼道不堆物。",
      ])
    _ = try programs.rounds(
      Self.supervisor, at: "2026-09-25 09:05:00", ["notice", "seal", board])
    _ = try programs.rounds(
      Self.supervisor, at: "2026-09-25 09:20:00",
      ["notice", "post", board, "--board", "宣传栏", "--new-place"])
    _ = try programs.rounds(Self.supervisor, at: "2026-09-25 10:00:00", ["sync"])
    guard case .string(let rule)? = late.json?["refused"]?["rule"] else {
      throw OfficeFault.failed(Message(.demoUnexpected, ["notice write powerOutage"]))
    }
    say(.demoNotices, [site.name, rule])
  }

  private func post(_ notice: String, sealed: String, at moment: String) throws {
    _ = try programs.rounds(Self.supervisor, at: sealed, ["notice", "seal", notice])
    _ = try programs.rounds(
      Self.supervisor, at: moment, ["notice", "post", notice, "--everywhere"])
  }

  /// - Returns: the notice's id.
  private func done(_ moment: String, _ words: [String]) throws -> String {
    let ended = try programs.rounds(Self.supervisor, at: moment, words + ["--json"])
    guard case .string(let id)? = ended.json?["notice"]?["notice"] else {
      throw OfficeFault.failed(Message(.demoUnexpected, [words.joined(separator: " ")]))
    }
    return id
  }
}
