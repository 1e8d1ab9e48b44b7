import CommunicationPolicy
import VisitModel

extension VisitRow {
  /// Signing and handing in: R1-52 and R1-53.
  static let signatures: [VisitRow] = [
    VisitRow("R1-52 a signature is a signature") { $0.signature = .signed },
    VisitRow("R1-52 saying nothing about it is refused", ["R1-52 block"]) { $0.signature = nil },
    VisitRow("R1-52 a refusal is legitimate, and its reason is kept (A43)") {
      $0.signature = .refused
      $0.hasSignatureReason = true
    },
    VisitRow("R1-52 a refusal without a reason is incomplete", ["R1-52 block"]) {
      $0.signature = .refused
    },
    VisitRow("R1-52 not asking is possible with a reason") {
      $0.signature = .notAsked
      $0.hasSignatureReason = true
    },
    VisitRow("R1-52 not asking without a reason is not", ["R1-52 block"]) {
      $0.signature = .notAsked
    },
    VisitRow("R1-52 on the telephone nobody signs") {
      $0.mode = .other
      $0.byTelephone = true
      $0.signature = .notApplicable
    },
    VisitRow("R1-52 a signature taken over the telephone is none (A43)", ["R1-52 block"]) {
      $0.mode = .other
      $0.byTelephone = true
      $0.signature = .signed
    },
    VisitRow("R1-52 nor where nobody met, such as over messages") {
      $0.mode = .other
      $0.signature = .notApplicable
    },
    VisitRow("R1-52 at the door a signature applies", ["R1-52 block"]) {
      $0.signature = .notApplicable
    },
    VisitRow("R1-52 in the office as well", ["R1-52 block"]) {
      $0.mode = .office
      $0.signature = .notApplicable
    },
    VisitRow("R1-53 a record of the next day is in time") {
      $0.recordedAt = november(11, 23, 59)
    },
    VisitRow("R1-53 at 24:00 of the next day it is late, and taken", ["R1-53 reminder"]) {
      $0.recordedAt = november(12, 0)
    },
  ]

  static let all = sampling + content + appointments + signatures
}
