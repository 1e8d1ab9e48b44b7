import FieldWork
import VisitModel
import Wording

extension FormAnswers {
  /// Between the names of companions, as a draft keeps them.
  static let separator = "\n"

  /// A kept code; nothing while it is not answered.
  func code<Set: CodeSet>(_ name: String) -> Set? { self[name].flatMap { Set(name: $0) } }

  func instant(_ name: String) -> Instant? {
    self[name].flatMap { Instant($0, defaultZone: .utc) }
  }

  var companions: [String] {
    (self["with"] ?? "").split(separator: Self.separator).map(String.init)
  }

  /// The visit that the answers state.
  /// - Parameter isSkipped: whether a question does not arise; its answer, given when it did, is left
  ///   out.
  func input(isSkipped: (String) -> Bool) throws -> VisitInput {
    guard let household = self["household"], let start = instant("start"),
      let end = instant("end")
    else { throw FieldFault.failed(Message(.draftKept)) }
    var input = VisitInput(household: household, start: start, end: end)
    input.id = visit
    input.mode = code("mode") ?? .door
    input.byTelephone = !isSkipped("byTelephone") && self["byTelephone"] == "yes"
    input.agreedWith = isSkipped("agreedWith") ? nil : self["agreedWith"]
    input.with = companions
    input.met = self["met"]
    input.relation = code("relation")
    input.telephone = self["telephone"]
    input.items = items
    input.saysNoOpinion = items.isEmpty
    if isRestAsked, !items.isEmpty {
      input.withoutOpinion = Set(Topic.allCases).subtracting(items.map(\.topic))
    }
    input.satisfaction = code("satisfaction")
    input.remark = self["remark"]
    input.confidentialNote = self["confidentialNote"]
    input.signature = code("signature")
    input.signatureReason = isSkipped("signatureReason") ? nil : self["signatureReason"]
    for (name, text) in texts where name.utf8.starts(with: "reason.".utf8) {
      input.reasons[String(name.dropFirst(7))] = text
    }
    return input
  }
}
