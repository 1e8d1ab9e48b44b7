import CommunicationPolicy
import VisitModel

extension VisitRow {
  private static let morningLimit: PolicySettings = {
    var settings = PolicySettings.standard
    settings.earlyMinute = 8 * 60
    return settings
  }()

  private static let earlierEvening: PolicySettings = {
    var settings = PolicySettings.standard
    settings.lateMinute = 21 * 60
    return settings
  }()

  /// Agreed times and late hours: R1-46 and R1-47.
  static let appointments: [VisitRow] = [
    VisitRow("R1-46 a door visit agreed beforehand is made") { $0.isDrawn = true },
    VisitRow("R1-46 being asked in on the spot is an appointment made on the spot (A15)") {
      $0.appointment = .init(start: $0.start, end: $0.end, agreedAt: $0.start)
    },
    VisitRow("R1-46 a door visit without an appointment is refused", ["R1-46 block"]) {
      $0.appointment = nil
    },
    VisitRow("R1-46 an appointment made after the visit began is none", ["R1-46 block"]) {
      $0.appointment?.agreedAt = $0.start.advanced(byMilliseconds: 1)
    },
    VisitRow("R1-46 a cancelled appointment is none", ["R1-46 block"]) {
      $0.appointment?.isCancelled = true
    },
    VisitRow("R1-46 a return visit at the door needs one too", ["R1-46 block"]) {
      $0.kind = .returnVisit
      $0.earlier = .matter
      $0.appointment = nil
    },
    VisitRow("R1-46 the first and the last moment of the window are on time") {
      $0.appointment?.start = $0.start
      $0.appointment?.end = $0.start
    },
    VisitRow("R1-46 coming before the window needs a reason", ["R1-46 warning"]) {
      $0.appointment?.start = $0.start.advanced(byMilliseconds: 1)
    },
    VisitRow("R1-46 coming after it needs one", ["R1-46 warning"]) {
      $0.appointment?.end = $0.start.advanced(byMilliseconds: -1)
    },
    VisitRow("R1-46 staying beyond the window needs none") {
      $0.end = november(10, 19, 55)
    },
    VisitRow("R1-47 a door visit may end at 22:00") {
      $0.move(from: november(10, 21, 30), to: november(10, 22))
    },
    VisitRow("R1-47 starting at 22:00 needs a reason", ["R1-47 warning"]) {
      $0.move(from: november(10, 22), to: november(10, 22))
    },
    VisitRow("R1-47 from 21:50 to 22:20 needs a reason", ["R1-47 warning"]) {
      $0.move(from: november(10, 21, 50), to: november(10, 22, 20))
    },
    VisitRow("R1-47 over midnight needs a reason", ["R1-47 warning"]) {
      $0.move(from: november(10, 21, 50), to: november(11, 0, 10))
    },
    VisitRow("R1-47 nobody minds a late talk outdoors") {
      $0.move(from: november(10, 21, 50), to: november(10, 22, 20))
      $0.mode = .outdoors
    },
    VisitRow("R1-47 the hour is read on the wall clock of the site", ["R1-47 warning"]) {
      $0.zone = .utc
      // 22:00 in Greenwich, where this site is said to be.
      $0.move(from: november(11, 6), to: november(11, 6))
    },
    VisitRow("R1-47 one minute to six is still the night", ["R1-47 warning"]) {
      $0.move(from: november(10, 5, 59), to: november(10, 6, 20))
    },
    VisitRow("R1-47 as is midnight", ["R1-47 warning"]) {
      $0.move(from: november(10, 0), to: november(10, 0, 20))
    },
    VisitRow("R1-47 six in the morning is not") {
      $0.move(from: november(10, 6), to: november(10, 6, 20))
    },
    VisitRow(
      "R1-47 an appointment for 22:00 needs a reason, however early the visit (A14)",
      ["R1-46 warning", "R1-47 warning"]
    ) {
      $0.appointment?.start = november(10, 22)
      $0.appointment?.end = november(10, 22, 30)
    },
    VisitRow("R1-47 seven in the morning is nobody's business by default (A14)") {
      $0.move(from: november(10, 7), to: november(10, 7, 30))
    },
    VisitRow(
      "R1-47 seven is early where a morning limit is set", ["R1-47 warning"],
      settings: morningLimit
    ) { $0.move(from: november(10, 7), to: november(10, 7, 30)) },
    VisitRow("R1-47 eight is not", settings: morningLimit) {
      $0.move(from: november(10, 8), to: november(10, 8, 30))
    },
    VisitRow(
      "R1-47 a firm may set an earlier evening", ["R1-47 warning"], settings: earlierEvening
    ) { $0.move(from: november(10, 21), to: november(10, 21)) },
  ]
}
