import CommunicationPolicy
import ConflictFreeRecords
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// Does what a form about a petition asks.
struct PetitionAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  /// - Returns: the page to go to; nothing for what is not there, or is not for this reader.
  func perform() throws -> String? {
    if request.route == .filePetition { return try file() }
    guard let path = try office.read({ try PetitionPath(request, setting, on: $0) }) else {
      return nil
    }
    guard let saw = form["saw"].flatMap({ SawToken.changes($0) }) else {
      throw PageAction.Malformed()
    }
    let key = path.petition.key
    switch request.route {
    case .acceptPetition: try act(.accept, on: key, saw)
    case .replyPetition:
      try act(.reply, on: key, saw, [PetitionField.reply: try form.text("text")])
    case .answerPetition:
      let answer: PetitionAnswer = try form.code("as")
      try office.actOnPetition(key, .answer, answer: answer, saw: saw, by: account)
    case .escalatePetition:
      try act(.escalate, on: key, saw, [PetitionField.objection: try form.text("text")])
    case .takePetition: try act(.take, on: key, saw)
    case .decidePetition:
      try act(
        .decide, on: key, saw,
        [
          PetitionField.finding: try form.text("finding"),
          PetitionField.decision: try form.text("text"),
        ])
    case .withdrawPetition:
      guard form["sure"] != nil else { throw PageAction.Malformed() }
      try act(.withdraw, on: key, saw)
    default: return nil
    }
    return PageLink.petition(path.home.word, petition: key.id)
  }

  private func act(
    _ act: PetitionFacts.Act, on petition: RecordKey, _ saw: [ChangeID],
    _ texts: [UInt32: String] = [:]
  ) throws {
    try office.actOnPetition(petition, act, texts: texts, saw: saw, by: account)
  }

  private func file() throws -> String? {
    let word = request.segments["site"]
    let home = try office.read { replica -> PetitionHome? in
      guard let home = try PetitionHome(word, setting, on: replica) else { return nil }
      let own = try PetitionHome.own(setting, on: replica)
      return own.contains { $0.scope == home.scope } ? home : nil
    }
    guard let home else { return nil }
    let superior = try form.lineIfAny("to")
    let key = try office.filePetition(
      try form.code("kind"), try form.code("department"),
      to: try superior.isBlank ? nil : office.colleague(named: superior),
      texts: [
        PetitionField.matter: try form.text("matter"),
        PetitionField.facts: try form.text("facts"),
        PetitionField.evidence: try form.text("evidence"),
        PetitionField.wish: try form.text("wish"),
      ], in: home.scope, by: account)
    return PageLink.petition(home.word, petition: key.id)
  }
}
