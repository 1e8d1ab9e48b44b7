import ConflictFreeRecords
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

// What an editor was shown decides what an edit may overwrite (F-saw).

extension Laptop {
  /// Refuses an edit whose editor has not seen everything there is now.
  /// - Throws: `FieldFault.refused` (F-saw).
  func requireShown(_ record: RecordKey, _ saw: [ChangeID], _ replica: Replica) throws {
    let frontier = try replica.frontier(of: record)
    guard saw.sorted() == frontier else {
      throw FieldFault.refused(
        Refusal(
          rule: "F-saw", why: Message(.sawIsStale, ["\(frontier.count)"]),
          cure: Message(.sawIsStaleCure)))
    }
  }

  /// Refuses edits by which a conflict would be settled in passing: nobody was shown its values, and
  /// the edit would make one of them disappear. Conflicts in fields that are not written stay as
  /// they are.
  /// - Throws: `FieldFault.refused` (F-saw).
  func requireNoConflict(
    in edits: [RecordEdit], of scope: ScopeID, _ replica: Replica
  ) throws {
    for edit in edits {
      let key = RecordKey(scope: scope, type: edit.type, id: edit.id)
      guard let state = try replica.records.state(of: key),
        let field = state.questions(of: edit.type).first(where: { edit[$0] != nil })
      else { continue }
      throw FieldFault.refused(
        Refusal(
          rule: "F-saw", why: Message(.conflictUnseen, [edit.type.name, "\(field)"]),
          cure: Message(.conflictUnseenCure, [String(edit.id.description.prefix(8))])))
    }
  }
}
