import CommunicationPolicy
package import VisitModel

/// A visit as a person states it, before any rule has looked at it: from the form, from flags or from
/// `visit.json`.
package struct VisitInput: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var topic: Topic
    package var kind: OpinionKind
    package var text: String
    package var wantsFeedback: Bool
    package var proposesFeedback: Bool
    package var urgency: Urgency

    package init(
      topic: Topic, kind: OpinionKind, text: String, wantsFeedback: Bool = false,
      proposesFeedback: Bool = false, urgency: Urgency = .ordinary
    ) {
      self.topic = topic
      self.kind = kind
      self.text = text
      self.wantsFeedback = wantsFeedback
      self.proposesFeedback = proposesFeedback
      self.urgency = urgency
    }
  }

  /// Under which the visit is to be recorded, chosen before it is saved so that the same visit cannot
  /// be saved twice; nothing: a fresh one.
  package var id: RecordID?
  /// Unit code, or the beginning of a household's id.
  package var household: String
  package var kind: VisitKind = .visit
  package var mode: VisitMode = .door
  package var byTelephone = false
  package var start: Instant
  package var end: Instant
  package var place: String?
  /// The id of an appointment; nothing: the household's only one that fits is taken.
  package var appointment: String?
  /// Who asked the visitor in on the spot (A15); a blank text is nobody.
  package var agreedWith: String?
  package var met: String?
  package var relation: Relation?
  package var telephone: String?
  package var badgeWorn = true
  package var satisfaction: SatisfactionGrade?
  package var remark: String?
  package var confidentialNote: String?
  /// Other interviewers present, by name.
  package var with: [String] = []
  /// The visit or opinion a return visit goes back to.
  package var earlier: String?
  package var items: [Item] = []
  package var saysNoOpinion = false
  /// Topics that were asked about and of which nothing was said.
  package var withoutOpinion: Set<Topic> = []
  package var signature: SignatureState?
  package var signatureReason: String?
  /// Reasons for setting rules aside, by rule.
  package var reasons: [String: String] = [:]

  package init(household: String, start: Instant, end: Instant) {
    self.household = household
    self.start = start
    self.end = end
  }

  /// Who asked the visitor in on the spot, if anybody is named.
  var invitedBy: String? { agreedWith.flatMap { $0.isBlank ? nil : $0 } }

  /// Every free text with its place and whether it is one line.
  package var texts: [(place: String, text: String, isLine: Bool)] {
    var texts: [(String, String?, Bool)] = [
      ("household", household, true), ("place", place, true), ("agreedWith", agreedWith, true),
      ("met", met, true), ("telephone", telephone, true), ("remark", remark, false),
      ("confidentialNote", confidentialNote, false), ("signatureReason", signatureReason, true),
      ("earlier", earlier, true),
    ]
    for (index, item) in items.enumerated() {
      texts.append(("opinions[\(index)].text", item.text, false))
    }
    for rule in reasons.keys.sorted() { texts.append(("reasons.\(rule)", reasons[rule], false)) }
    for (index, name) in with.enumerated() { texts.append(("with[\(index)]", name, true)) }
    return texts.compactMap { place, text, isLine in text.map { (place, $0, isLine) } }
  }
}
