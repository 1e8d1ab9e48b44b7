import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import TextFormats
import VisitModel
import Wording

/// What is kept and until when, what is over today, the form to destroy it, and the proof of what was
/// destroyed before.
struct RetentionPage {
  let setting: PageSetting

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let office = setting.office
    let kept = try office.keptTexts(on: replica)
    let today = LocalTime(office.now, in: office.environment.zone).date
    let expired = kept.filter { RetentionRules.isOver($0.keptUntil, on: today) && !$0.isHeld }
    let held = kept.filter(\.isHeld)
    let codes = Dictionary(
      try SiteView.all(in: replica).map { ($0.scope, $0.code) }
    ) { first, _ in first }
    var page = Page(say(.retentionTitle))
    page.blocks = [
      .listing(PageListing(classes(try office.keptClasses(kept, on: replica)))),
      .note(say(.retentionRosterNote)),
      .note(say(.retentionLedger)), .heading(say(.retentionOverToday)),
    ]
    if expired.isEmpty {
      page.blocks.append(.note(say(.retentionNothing)))
    } else {
      page.blocks.append(.note(say(.retentionDryRun, "\(expired.count)")))
      page.blocks.append(listing(expired, .retentionOverToday, codes))
      page.blocks.append(.form(destruction(of: expired)))
    }
    page.blocks.append(.heading(say(.labelHeldBack)))
    if !held.isEmpty { page.blocks.append(listing(held, .labelHeldBack, codes)) }
    page.blocks.append(.form(hold()))
    if !held.isEmpty { page.blocks.append(.form(release())) }
    page.blocks.append(.heading(say(.retentionProof)))
    page.blocks.append(try proof(on: replica))
    return page
  }

  // MARK: Tables

  private func classes(_ classes: [KeptClass]) -> Listing {
    Listing(
      "classes", Message(.retentionTitle),
      [
        ListColumn("class", .labelRetentionClass, .word), ListColumn("keys", .labelKeys, .number),
        ListColumn("earliest", .labelEarliestEnd, .date),
        ListColumn("over", .labelOver, .number), ListColumn("held", .labelHeldBack, .number),
      ],
      rows: classes.map { one in
        [
          .word(one.retentionClass?.phrase ?? .codeRetentionOriginals), .number(one.count),
          .date(one.earliestEnd), .number(one.over), .number(one.heldBack),
        ]
      })
  }

  private func listing(
    _ texts: [KeptTexts], _ title: Phrase, _ codes: [ScopeID: String]
  ) -> Page.Block {
    let hasReasons = texts.contains { $0.isHeld }
    let reasons = hasReasons ? [ListColumn("reason", .labelReason, .text)] : []
    let listing = Listing(
      hasReasons ? "held-back" : "over", Message(title),
      [
        ListColumn("owner", .labelOwner, .code),
        ListColumn("class", .labelRetentionClass, .word, isFilter: true),
        ListColumn("site", .labelSite, .code, isFilter: true),
        ListColumn("until", .labelKeptUntil, .date),
      ] + reasons,
      rows: texts.map { one in
        let home = codes[one.scope] ?? NoticeHome.company
        let url =
          one.retentionClass == .minutes ? PageLink.meeting(home, meeting: one.owner) : nil
        return [
          .code(String(one.owner.description.prefix(8)), address: url),
          .word(one.retentionClass.phrase), codes[one.scope].map { .code($0) } ?? .empty,
          .date(one.keptUntil),
        ] + (hasReasons ? [one.heldBecause.map { .text($0) } ?? .empty] : [])
      })
    return .listing(PageListing(listing))
  }

  private func proof(on replica: Replica) throws -> Page.Block {
    let office = setting.office
    let listing = Listing(
      "destroyed", Message(.retentionProof),
      [
        ListColumn("at", .labelWhen, .moment),
        ListColumn("class", .labelRetentionClass, .word, isFilter: true),
        ListColumn("until", .labelKeptUntil, .date), ListColumn("keys", .labelKeys, .number),
        ListColumn("owners", .labelOwners, .number), ListColumn("person", .labelPerson, .text),
        ListColumn("gone", .labelGone, .text), ListColumn("id", .labelId, .code),
      ],
      rows: try office.destructions(on: replica).reversed().map { one in
        let gone =
          one.left == 0 ? say(.retentionProofGone) : say(.retentionProofLeft, "\(one.left)")
        return [
          .moment(one.at, in: office.environment.zone),
          one.retentionClass.map { .word($0.phrase) } ?? .empty, .date(one.keptUntil),
          .number(one.keys.count), .number(one.owners.count),
          .text(try setting.person(one.account, on: replica)), .text(gone),
          .code(one.record.id.description),
        ]
      })
    return listing.rows.isEmpty ? .note(say(.retentionNone)) : .listing(PageListing(listing))
  }

  // MARK: Forms

  private func destruction(of texts: [KeptTexts]) -> PageForm {
    PageForm(
      PageRoute.destroyTexts.path, legend: say(.helpRetentionRun),
      hidden: [(name: "saw", value: KeptTexts.shown(texts))],
      [.sure(name: "sure", label: say(.pageDestroySure))], button: say(.pageDestroy))
  }

  private func hold() -> PageForm {
    PageForm(
      PageRoute.holdBack.path, legend: say(.helpRetentionHold),
      [
        owner, .line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax),
      ], button: say(.pageHoldBack))
  }

  private func release() -> PageForm {
    PageForm(
      PageRoute.releaseHold.path, legend: say(.helpRetentionRelease), [owner],
      button: say(.pageReleaseHold))
  }

  private var owner: PageForm.Input {
    .line(name: "owner", label: say(.helpRetentionSubject), bytesMax: 32)
  }
}

/// Does what a form about what is kept asks.
struct RetentionAction {
  let request: PageRequest
  let setting: PageSetting
  let form: FormFields

  private var office: Office { setting.office }
  private var account: AccountID { setting.reader.person.id }

  func perform() throws -> String? {
    switch request.route {
    case .destroyTexts:
      guard form["sure"] != nil, let saw = form["saw"] else { throw PageAction.Malformed() }
      _ = try office.destroyExpired(saw, by: account)
    case .holdBack: try hold(reason: try form.line("reason"))
    case .releaseHold: try hold(reason: nil)
    default: return nil
    }
    return PageRoute.retention.path
  }

  /// - Parameter reason: nothing to end it.
  private func hold(reason: String?) throws {
    let named = try form.lineIfAny("owner")
    let kept = try office.read { try office.keptTexts(named: named, on: $0) }
    try office.holdBack(kept.owner, in: kept.scope, reason: reason, by: account)
  }
}
