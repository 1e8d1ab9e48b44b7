import CommunicationPolicy
import Listings
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Finds what needs the reader now. The number of a line is the number of these rows, and the page behind it
/// shows them: neither is computed in another way.
struct HomeQueue {
  struct Row: Sendable {
    let place: String
    let about: ListCell
    /// Whose turn it is, or who acted; nobody where the reader is meant.
    var who: [AccountID] = []
    let when: ListValue
    /// What presses most comes first.
    let order: Instant
  }

  struct Found: Sendable {
    var rows: [Row] = []
    /// What is not among the rows, and why; nothing where all are.
    var lacking: Message?
    /// When the rows were found, where some of them may be otherwise by now.
    var since: Instant?

    var count: Counted { Self.count(of: rows.count, lacking: lacking, since: since) }

    static func count(of number: Int, lacking: Message?, since: Instant?) -> Counted {
      if let lacking {
        return number > 0 ? .atLeast(number, why: lacking) : .unknown(why: lacking)
      }
      return since.map { .asOf(number, $0) } ?? .known(number)
    }
  }

  /// What a line of the first page says of the rows behind it.
  struct InShort: Sendable {
    let count: Counted
    /// What presses most.
    let first: Row?
  }

  let setting: PageSetting
  let replica: Replica
  /// Where the page asked for it already.
  let sheet: SheetAnswer?
  // Looked up once for all lines of a page.
  var reviewsKept: Reviews?
  var mattersKept: [(site: SiteFacts, matter: Matter)]?
  var owedKept: [Row.Owed]?
  var standingsKept: [(site: SiteFacts, standing: SummaryStanding)]?

  init(_ setting: PageSetting, on replica: Replica, sheet: SheetAnswer? = nil) {
    self.setting = setting
    self.replica = replica
    self.sheet = sheet
  }

  var say: Words { setting.say }
  var person: Person { setting.reader.person }
  var now: Instant { setting.office.now }

  /// - Returns: what presses most first.
  mutating func found(_ item: HomeItem) throws -> Found {
    var found =
      switch item {
      case .returned: try returned()
      case .overdue: try owed { $0.state == .overdue && !$0.isTarget }
      case .due: try owed { $0.state == .open || ($0.state == .overdue && $0.isTarget) }
      case .reviews: try reviews(Self.waits)
      case .recontacts: try reviews(Self.awaitsHousehold)
      case .complaints: try matters { $0.handling?.state == .handedOver }
      case .matters: try unseen()
      case .feedback: try feedback()
      case .submissions: try submissions()
      case .approvals: try approvals()
      case .decisions: try decisions()
      case .beyond: try beyond()
      case .lettersAnswered: try lettersAnswered()
      case .lettersToAnswer: try lettersToAnswer()
      case .conflicts: try conflicts()
      case .duplicates: try duplicates()
      case .appointments: try appointments()
      case .households: try households()
      case .escalated: try escalated()
      case .held: try held()
      case .confirmations: try confirmations()
      case .laptops: try silentLaptops()
      }
    // Of one moment in the order in which they were found.
    found.rows = found.rows.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
    return found
  }

  /// How many rows `found` has, and the first of them.
  mutating func inShort(_ item: HomeItem) throws -> InShort {
    switch item {
    case .duplicates: return try duplicatesInShort()
    case .escalated: return try escalatedInShort()
    case .reviews: return try reviewsInShort(Self.waits)
    case .recontacts: return try reviewsInShort(Self.awaitsHousehold)
    default:
      let found = try found(item)
      return InShort(count: found.count, first: found.rows.first)
    }
  }

  // MARK: Where

  /// Where the reader works, and where they did: what they owe of then in person they owe still. What their
  /// post owes, and what others have to do there, is for whoever works there now (`setting.reader.sees`).
  func ownSites() throws -> [SiteFacts] {
    try (person.sites + person.formerSites.keys.sorted())
      .compactMap { try SiteView(replica, $0).facts() }
  }

  // MARK: What is said of a row

  func unit(_ household: RecordID?, at site: SiteFacts) throws -> String {
    try household.flatMap { try SiteView(replica, site.scope).household($0)?.unitCode } ?? "–"
  }

  func moment(_ instant: Instant, at site: SiteFacts) -> ListValue { .moment(instant, site.zone) }

  /// A row that is pressing to the end of a day.
  func row(
    _ about: ListCell, at site: SiteFacts, who: [AccountID] = [], until day: CivilDate
  ) -> Row {
    Row(
      place: site.name, about: about, who: who, when: .date(day),
      order: day.startOfDay(in: site.zone))
  }

  func row(
    _ about: ListCell, at site: SiteFacts, who: [AccountID] = [], since instant: Instant
  ) -> Row {
    Row(
      place: site.name, about: about, who: who, when: moment(instant, at: site), order: instant)
  }

  func address(_ route: PageRoute, _ address: @autoclosure () -> String) -> String? {
    route.admits(person.role) ? address() : nil
  }
}
