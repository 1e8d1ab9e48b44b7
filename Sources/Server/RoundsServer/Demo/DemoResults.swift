import Fingerprint
import Foundation
import OfficeWork
import TextFormats
import Wording

/// What the month came to: quota, duplicates with their causes, conflicts, and whether every replica
/// shows the same bytes.
struct DemoResults {
  let programs: DemoPrograms
  let sites: [DemoSite]
  let say: (Phrase, [String]) -> Void
  let show: ([UInt8]) -> Void

  private static let after = "2026-10-03 21:00:00"

  func print() throws {
    let words = ["quota", "--month", "2026-09"]
    show(try programs.office(words + sites.flatMap { ["--site", $0.code] }).output)
    show(try programs.office(["duplicates"]).output)
    show(
      try programs.office(["report"] + words.dropFirst() + sites.flatMap { ["--site", $0.code] })
        .output)
    say(.demoConflictsOf, ["supervisor1"])
    show(try programs.rounds("supervisor1", at: Self.after, ["conflicts", "list"]).output)
    let soundness = try programs.office(["verify"])
    show(soundness.output)
    try compareStates()
  }

  /// The canonical state of each site on its three laptops, head office's and the server.
  private func compareStates() throws {
    for (index, site) in sites.enumerated() {
      let server = try programs.office(["state", "--scope", site.code, "--json"]).output
      let laptops = [
        "supervisor\(index + 1)", "officer\(index + 1)", "manager\(index + 1)", "headoffice",
      ]
      let equal = try laptops.filter { laptop in
        try programs.rounds(
          laptop, at: Self.after, ["state", "--scope", site.code, "--json"]
        ).output == server
      }
      let digest = Digest(sha256: server).description.prefix(16)
      guard equal.count == laptops.count else {
        throw OfficeFault.failed(Message(.demoDiffers, [site.name]))
      }
      say(.demoEqual, [site.name, "\(equal.count + 1)", "\(server.count)", String(digest)])
    }
  }
}
