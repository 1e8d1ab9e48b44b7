import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A petition as somebody who may read it sees it: opened, with the names of its people.
struct OfficePetitionCard {
  let opened: OfficePetition
  /// Nothing for head office's own.
  let site: SiteFacts?
  fileprivate let names: [AccountID: String]

  var petition: Petition { opened.petition }
  var shortID: String { String(petition.key.id.description.prefix(8)) }

  func name(_ account: AccountID) -> String { names[account] ?? "" }

  var json: JSON {
    let json = PetitionJSON.object(
      petition, texts: opened.texts, isClosed: opened.isClosed, settings: opened.settings,
      policy: opened.policy, saw: SawToken.text(opened.frontier)
    ) { name($0) }
    return OfficeMeetingReport.placed(json, at: site)
  }
}

extension Office {
  /// Every petition that somebody may read, site by site and then head office's, the oldest first.
  func petitionCards(for reader: AccountID) throws -> [OfficePetitionCard] {
    try read { replica in
      let person = try petitionReader(reader, on: replica)
      let names = try peopleNames(on: replica)
      var cards: [OfficePetitionCard] = []
      for (scope, site) in try noticeScopes(on: replica) {
        for one in try petitions(of: scope, for: person, on: replica) {
          guard let opened = try petition(one.key, for: person, on: replica) else { continue }
          cards.append(OfficePetitionCard(opened: opened, site: site, names: names))
        }
      }
      return cards
    }
  }

  /// The petition as it is now.
  /// - Throws: `OfficeFault.failed` for what is none, or is not the reader's to see: the two look alike.
  func petitionCard(_ key: RecordKey, for reader: AccountID) throws -> OfficePetitionCard {
    try read { replica in
      let person = try petitionReader(reader, on: replica)
      guard let opened = try petition(key, for: person, on: replica) else {
        throw OfficeFault.failed(Message(.noSuchPetition))
      }
      return OfficePetitionCard(
        opened: opened, site: try SiteView(replica, key.scope).facts(),
        names: try peopleNames(on: replica))
    }
  }

  /// - Parameter text: an id, or the first 6 or more digits of one that fit only one of the reader's.
  /// - Throws: as `petitionCard`; `.wrongUsage` when it fits several.
  func petitionCard(
    named text: String, for reader: AccountID
  ) throws -> OfficePetitionCard {
    let wanted = Array(text.lowercased().utf8)
    let found = try petitionCards(for: reader).filter {
      wanted.count >= 6 && $0.petition.key.id.description.utf8.starts(with: wanted)
    }
    if found.count > 1 { throw OfficeFault.wrongUsage(Message(.idNotUnique, [text])) }
    guard let only = found.first else { throw OfficeFault.failed(Message(.noSuchPetition)) }
    return only
  }
}

/// What the office says of petitions.
enum OfficePetitionReport {
  /// - Throws: `OfficeFault.failed` for a text that is too long, or holds what cannot be printed.
  static func require(_ texts: [UInt32: String]) throws {
    for (_, text) in texts.sorted(by: { $0.key < $1.key }) {
      try NoticeAnswers.require(text: text, "petition")
    }
  }

  static func cells(_ card: OfficePetitionCard) -> [Cell] {
    let (petition, settings) = (card.petition, card.opened.settings)
    let due = petition.decisionDue(settings) ?? petition.replyDue(settings)
    let row = PetitionRow(
      id: card.shortID, kind: petition.kind,
      matter: card.opened.texts[PetitionField.matter] ?? "•••",
      employee: card.name(petition.employee), superior: card.name(petition.superior),
      submittedAt: petition.submittedAt.wallText(in: petition.zone), due: due.description,
      stage: petition.stage)
    return [.text(row.id)] + row.cells
  }

  static func report(_ card: OfficePetitionCard) -> Report {
    let (petition, zone) = (card.petition, card.petition.zone)
    var report = Report()
    func fact(_ label: Phrase, _ value: String?) {
      if let value, !value.isBlank { report.append(.fact(Message(label), .text(value))) }
    }
    func words(_ label: Phrase, _ value: Phrase) {
      report.append(.fact(Message(label), .words(Message(value))))
    }
    func said(_ label: Phrase, _ deed: Deed?) {
      fact(label, deed.map { $0.at.wallText(in: zone) + " " + card.name($0.account) })
    }
    fact(.labelId, petition.key.id.description)
    fact(.labelSite, card.site?.name)
    words(.labelKind, petition.kind.phrase)
    words(.labelState, petition.stage.phrase)
    fact(.labelEmployee, card.name(petition.employee))
    fact(.labelSuperior, card.name(petition.superior))
    words(.labelOwnDepartment, petition.department.phrase)
    fact(.labelSubmittedOn, petition.submittedAt.wallText(in: zone))
    fact(.labelAcceptedAt, petition.accepted?.at.wallText(in: zone))
    fact(.labelReplyDue, petition.replyDue(card.opened.settings).description)
    fact(.labelRepliedAt, petition.replied?.at.wallText(in: zone))
    if let answer = petition.answer { words(.labelAnswer, answer.phrase) }
    fact(.labelEscalatedAt, petition.escalatedAt?.wallText(in: zone))
    said(.labelTakenAt, petition.taken)
    fact(.labelDecisionDue, petition.decisionDue(card.opened.settings)?.description)
    said(.labelDecidedAt, petition.decided)
    for (field, label) in PetitionRow.textLabels {
      guard let text = card.opened.texts[field] else { continue }
      report.append(.heading(Message(label)))
      report.append(.quotation(text))
    }
    if card.opened.isClosed { report.append(.warning(Message(.petitionClosedText))) }
    fact(.labelPolicy, card.opened.policy.text)
    fact(.labelSaw, SawToken.text(card.opened.frontier))
    return report
  }

  static func said(_ card: OfficePetitionCard, _ message: Message) -> CommandOutput {
    .result(
      CommandResult(Report(nil, [.note(message)]), .object(["petition": card.json])))
  }
}
