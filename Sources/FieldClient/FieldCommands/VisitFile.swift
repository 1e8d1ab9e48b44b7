import Console
package import FieldWork
import TextFormats
package import VisitModel
import Wording

/// `visit.json`, read strictly: every fault names its member, unknown members are refused.
package enum VisitFile {
  package static let members = [
    "household", "mode", "start", "end", "place", "appointment", "agreedWith", "met", "relation",
    "telephone", "byTelephone", "badgeWorn", "satisfaction", "remark", "confidentialNote", "with",
    "opinions", "noOpinion", "noOpinionOn", "signature", "reasons", "earlier",
  ]
  private static let opinionMembers = [
    "topic", "kind", "text", "wantsFeedback", "proposesFeedback", "urgency",
  ]

  /// - Throws: `FieldFault.failed` naming the line, or the member and what it should be.
  package static func input(
    _ bytes: [UInt8], file: String, now: Instant, _ zone: ZoneOffset
  ) throws -> VisitInput {
    do {
      let json = try JSON.parse(bytes, bytesMax: Bounds.visitFileBytesMax)
      return try input(JSONReader(json), now: now, zone)
    } catch let fault as JSONFault {
      throw FieldFault.failed(JSONWords.message(fault, file: file))
    } catch let fault as JSONShapeFault {
      throw FieldFault.failed(JSONWords.message(fault, file: file))
    }
  }

  private static func input(
    _ reader: JSONReader, now: Instant, _ zone: ZoneOffset
  ) throws -> VisitInput {
    try reader.allow(only: members)
    var input = VisitInput(
      household: try reader.string("household"), start: try instant(reader, "start", zone),
      end: try instant(reader, "end", zone))
    input.mode = try code(reader, "mode") ?? .door
    input.place = try reader.optionalString("place")
    input.appointment = try reader.optionalString("appointment")
    input.agreedWith = try reader.optionalString("agreedWith")
    input.met = try reader.optionalString("met")
    input.relation = try code(reader, "relation")
    input.telephone = try reader.optionalString("telephone")
    input.byTelephone = try reader.optionalBool("byTelephone") ?? false
    input.badgeWorn = try reader.optionalBool("badgeWorn") ?? true
    input.satisfaction = try code(reader, "satisfaction")
    input.remark = try reader.optionalString("remark")
    input.confidentialNote = try reader.optionalString("confidentialNote")
    input.with = try reader.strings("with", limit: 20)
    input.earlier = try reader.optionalString("earlier")
    for opinion in try reader.objects("opinions", limit: Bounds.opinionsMax) {
      try opinion.allow(only: opinionMembers)
      guard let topic: Topic = try code(opinion, "topic") else { throw opinion.missing("topic") }
      guard let kind: OpinionKind = try code(opinion, "kind") else {
        throw opinion.missing("kind")
      }
      input.items.append(
        VisitInput.Item(
          topic: topic, kind: kind, text: try opinion.string("text"),
          wantsFeedback: try opinion.optionalBool("wantsFeedback") ?? false,
          proposesFeedback: try opinion.optionalBool("proposesFeedback") ?? false,
          urgency: try code(opinion, "urgency") ?? .ordinary))
    }
    input.saysNoOpinion = try reader.optionalBool("noOpinion") ?? false
    for name in try reader.strings("noOpinionOn", limit: Topic.allCases.count) {
      guard let topic = Topic(name: name) else {
        throw JSONShapeFault(
          path: reader.place(of: "noOpinionOn"), kind: .notOneOf(Topic.allCases.map(\.name)))
      }
      input.withoutOpinion.insert(topic)
    }
    if let signature = try reader.optionalObject("signature") {
      try signature.allow(only: ["state", "reason"])
      input.signature = try code(signature, "state")
      input.signatureReason = try signature.optionalString("reason")
    }
    if let reasons = reader.value("reasons") {
      guard case .object(let members) = reasons else {
        throw JSONShapeFault(
          path: "reasons", kind: .wrongKind(expected: "object", found: "another kind"))
      }
      let given = try JSONReader(reasons, path: "reasons")
      for member in members { input.reasons[member.name] = try given.string(member.name) }
    }
    return input
  }

  private static func instant(
    _ reader: JSONReader, _ name: String, _ zone: ZoneOffset
  ) throws -> Instant {
    let text = try reader.string(name)
    guard let instant = Instant(text, defaultZone: zone) else {
      throw JSONShapeFault(
        path: reader.place(of: name), kind: .badForm("2026-09-28T19:00+08:00"))
    }
    return instant
  }

  private static func code<Set: CodeSet>(_ reader: JSONReader, _ name: String) throws -> Set? {
    guard let text = try reader.optionalString(name) else { return nil }
    guard let member = Set(name: text) else {
      throw JSONShapeFault(
        path: reader.place(of: name), kind: .notOneOf(Set.allCases.map(\.name)))
    }
    return member
  }
}
