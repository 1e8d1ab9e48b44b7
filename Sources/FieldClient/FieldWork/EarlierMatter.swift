import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

extension Laptop {
  /// The visit or opinion that a visit goes back to, or what was heard in another contact: something of
  /// the same household at the same site, that stands, and that came before (R1-41, A12).
  /// - Throws: `FieldFault.refused` (R1-41) for a matter that feedback cannot be about.
  func earlier(
    _ name: String, of household: HouseholdFacts, _ start: Instant, _ replica: Replica
  ) throws -> (key: RecordKey, isComplaint: Bool) {
    let (key, state) = try matter(name, replica)
    let origin = key.type == .opinion ? state.reference(OpinionField.visit) : key
    guard let origin, let source = try SiteView(replica, origin.scope).source(origin) else {
      throw FieldFault.failed(Message(.noSuchRecord, [name]))
    }
    guard source.key.scope == household.key.scope, source.household == household.key.id else {
      throw refusal(.earlierOfAnother, [name, household.unitCode])
    }
    if source.isVoided { throw refusal(.earlierVoided, [name]) }
    guard source.at <= start else {
      throw refusal(.earlierIsLater, [name, source.at.wallText(in: source.zone)])
    }
    return (key, state.code(OpinionField.kind) == OpinionKind.complaint && key.type == .opinion)
  }

  /// An opinion or a visit by its id; the beginning must fit only one of them.
  private func matter(
    _ name: String, _ replica: Replica
  ) throws -> (key: RecordKey, state: RecordState) {
    var found: [(key: RecordKey, state: RecordState)] = []
    for type in [RecordType.opinion, .visit] {
      do { found.append(try record(type, named: name, replica)) } catch FieldFault.failed {}
    }
    guard let first = found.first else { throw FieldFault.failed(Message(.noSuchRecord, [name])) }
    guard found.count == 1 else { throw FieldFault.wrongUsage(Message(.idNotUnique, [name])) }
    return first
  }

  private func refusal(_ why: Phrase, _ arguments: [String]) -> FieldFault {
    .refused(
      Refusal(rule: "R1-41", why: Message(why, arguments), cure: Message(.ruleNoEarlierCure)))
  }
}
