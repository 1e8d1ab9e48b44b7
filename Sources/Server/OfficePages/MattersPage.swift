import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What households of the reader's sites say, wherever they say it: what is still open or owed, the
/// oldest first.
struct MattersPage {
  let setting: PageSetting
  let choice: SiteChoice

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    var page = Page(say(.mattersTitle))
    page.keeping = ["site"]
    guard let sites = try choice.sites(on: replica) else {
      page.blocks = [try choice.links(on: replica)]
      return page
    }
    for site in sites {
      let matters = try SiteView(replica, site.scope).matters()
        .filter { $0.isOpen || $0.feedback.isOwed }
      if matters.isEmpty { continue }
      let words = MatterWords(setting: setting, site: site)
      page.blocks.append(
        .listing(
          PageListing(
            try words.listing(
              matters, Message(.listOf, [say(.mattersTitle), site.name]), isLink: true,
              on: replica))))
    }
    if page.blocks.isEmpty { page.blocks = [.note(say(.pageNothing))] }
    return page
  }
}

/// A matter with the names of its unit and its people.
struct MatterWords {
  let setting: PageSetting
  let site: SiteFacts

  static let columns = [
    ListColumn("id", .labelId, .code), ListColumn("unit", .labelUnit, .code),
    ListColumn("said", .labelSaidAt, .moment),
    ListColumn("topic", .labelTopic, .word, isFilter: true),
    ListColumn("kind", .labelKind, .word, isFilter: true),
    ListColumn("urgency", .labelUrgency, .word, isFilter: true),
    ListColumn("state", .labelState, .word, isFilter: true),
    ListColumn("department", .labelDepartment, .word, isFilter: true),
    ListColumn("feedback", .labelFeedback, .word, isFilter: true),
    ListColumn("owing", .labelOwing, .text), ListColumn("until", .labelUntil, .date),
  ]

  /// - Parameter isLink: whether the reader may open them.
  func listing(
    _ matters: [Matter], _ title: Message, isLink: Bool, on replica: Replica
  ) throws -> Listing {
    Listing(
      "matters", title, Self.columns,
      rows: try matters.map { try cells($0, isLink: isLink, on: replica) })
  }

  /// A row; no unit where nobody said who they are.
  func cells(_ matter: Matter, isLink: Bool, on replica: Replica) throws -> [ListCell] {
    let handling = matter.handling
    return [
      .code(
        String(matter.key.id.description.prefix(8)),
        address: isLink ? PageLink.matter(site.code, matter: matter.key.id) : nil),
      try unit(matter, on: replica).map { .code($0) } ?? .empty,
      .moment(matter.source.at, in: matter.source.zone), .word(matter.topic.phrase),
      .word(matter.kind.phrase),
      .word(matter.urgency == .urgent ? .codeUrgent : .codeOrdinary),
      .word(handling?.state.phrase ?? MatterRow.untouched(matter.kind)),
      handling?.department.map { .word($0.phrase) } ?? .empty,
      .word(matter.feedback.stage.phrase),
      try matter.feedback.owing.map { .text(try setting.person($0, on: replica)) } ?? .empty,
      .date(matter.feedback.until),
    ]
  }

  func row(_ matter: Matter, on replica: Replica) throws -> MatterRow {
    MatterRow(
      id: String(matter.key.id.description.prefix(8)),
      unit: try unit(matter, on: replica),
      saidAt: matter.source.at.wallText(in: matter.source.zone), topic: matter.topic,
      kind: matter.kind, isUrgent: matter.urgency == .urgent, state: matter.handling?.state,
      department: matter.handling?.department, feedback: matter.feedback.stage.phrase,
      owing: try matter.feedback.owing.map { try setting.person($0, on: replica) },
      until: matter.feedback.until?.description)
  }

  func unit(_ matter: Matter, on replica: Replica) throws -> String? {
    try matter.source.household
      .flatMap { try SiteView(replica, site.scope).household($0)?.unitCode }
  }
}

extension Words {
  func cell(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .words(let message): self.message(message)
    }
  }
}
