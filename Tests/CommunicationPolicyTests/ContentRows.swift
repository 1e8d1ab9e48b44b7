import CommunicationPolicy
import VisitModel

extension VisitRow {
  /// What was said, where, and how it is written down: R1-41 to R1-45 and R1-51.
  static let content: [VisitRow] = [
    VisitRow("R1-41 a return visit about an earlier matter is what feedback is") {
      $0.kind = .returnVisit
      $0.earlier = .matter
    },
    VisitRow("R1-41 a return visit about nothing is a visit (A12)", ["R1-41 block"]) {
      $0.kind = .returnVisit
    },
    VisitRow("R1-41 feedback wanted is feedback to be given", ["R1-41 reminder"]) {
      $0.items[0].wantsFeedback = true
    },
    VisitRow("R1-42 feedback on a complaint goes the complaint way", ["R1-42 reminder"]) {
      $0.items[0].kind = .complaint
      $0.items[0].wantsFeedback = true
    },
    VisitRow("R1-42 a request stays with the visit") { $0.items[0].kind = .request },
    VisitRow("R1-42 a return visit about a complaint is refused (A21)", ["R1-42 block"]) {
      $0.kind = .returnVisit
      $0.earlier = .complaint
    },
    VisitRow("R1-43 a visit in the office needs no appointment") {
      $0.mode = .office
      $0.appointment = nil
    },
    VisitRow("R1-43 nor one outdoors") {
      $0.mode = .outdoors
      $0.appointment = nil
    },
    VisitRow("R1-43 a telephone call is another suitable mode") {
      $0.mode = .other
      $0.byTelephone = true
      $0.signature = .notApplicable
    },
    VisitRow("R1-43 a telephone call is not a visit at the door", ["R1-43 block"]) {
      $0.byTelephone = true
      $0.signature = .refused
      $0.hasSignatureReason = true
    },
    VisitRow("R1-43 nor one in the office", ["R1-43 block"]) {
      $0.mode = .office
      $0.byTelephone = true
      $0.signature = .notApplicable
    },
    VisitRow("R1-43 nor one outdoors", ["R1-43 block"]) {
      $0.mode = .outdoors
      $0.byTelephone = true
      $0.signature = .notApplicable
    },
    VisitRow("R1-44 a topic outside the ten is welcome when it says what it is (A02)") {
      $0.items[0].topic = .other
    },
    VisitRow("R1-44 the topic other without words says nothing", ["R1-44 block"]) {
      $0.items[0].topic = .other
      $0.items[0].hasText = false
    },
    VisitRow("R1-44 one empty opinion among others is found", ["R1-44 block"]) {
      $0.items.append(VisitFacts.Item(topic: .order, kind: .need, hasText: false))
    },
    VisitRow("R1-45 dress and badge as they should be") { $0.badgeWorn = true },
    VisitRow("R1-45 a badge left at home is told, not refused", ["R1-45 reminder"]) {
      $0.badgeWorn = false
    },
    VisitRow("R1-51 having no opinion is an answer, if said") {
      $0.items = []
      $0.saysNoOpinion = true
    },
    VisitRow("R1-51 a record of nothing is no record", ["R1-51 block"]) { $0.items = [] },
    VisitRow("R1-51 a return visit may bring an answer and take none away") {
      $0.kind = .returnVisit
      $0.earlier = .matter
      $0.items = []
    },
    VisitRow("R1-51 a visit of no length is possible") { $0.end = $0.start },
    VisitRow("R1-51 a visit that ends before it begins is not", ["R1-51 block"]) {
      $0.end = $0.start.advanced(byMilliseconds: -1)
    },
    VisitRow("R1-51 a laptop's clock may be ten minutes slow") {
      $0.recordedAt = $0.end.advanced(byMilliseconds: -600_000)
    },
    VisitRow("R1-51 but not more", ["R1-51 block"]) {
      $0.recordedAt = $0.end.advanced(byMilliseconds: -600_001)
    },
    VisitRow("R1-51 a visit that has not begun is not recorded", ["R1-51 block"]) {
      $0.recordedAt = $0.start.advanced(byMilliseconds: -600_001)
    },
    VisitRow("R1-51 twelve hours are long but possible") {
      $0.move(from: november(10, 9), to: november(10, 21))
    },
    VisitRow("R1-51 longer than twelve hours is a mistyped time", ["R1-51 block"]) {
      $0.move(from: november(10, 9), to: november(10, 21))
      $0.end = $0.end.advanced(byMilliseconds: 1)
    },
  ]
}
