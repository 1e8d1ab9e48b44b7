import CommunicationPolicy
import ConflictFreeRecords
import Console
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

  /// Rows of what is over, or held back; the whole list is the command's.
  private static let rowsMax = 200

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
      .table(classes(try office.keptClasses(on: replica))), .note(say(.retentionRosterNote)),
      .note(say(.retentionLedger)), .heading(say(.retentionOverToday)),
    ]
    if expired.isEmpty {
      page.blocks.append(.note(say(.retentionNothing)))
    } else {
      page.blocks.append(.note(say(.retentionDryRun, "\(expired.count)")))
      page.blocks += list(expired, caption: .retentionOverToday, codes)
      page.blocks.append(.form(destruction(of: expired)))
    }
    page.blocks.append(.heading(say(.labelHeldBack)))
    if !held.isEmpty { page.blocks += list(held, caption: .labelHeldBack, codes) }
    page.blocks.append(.form(hold()))
    if !held.isEmpty { page.blocks.append(.form(release())) }
    page.blocks.append(.heading(say(.retentionProof)))
    page.blocks.append(try proof(on: replica))
    return page
  }

  // MARK: Tables

  private func classes(_ classes: [KeptClass]) -> PageTable {
    var table = PageTable(
      say(.retentionTitle),
      say.all([
        .labelRetentionClass, .labelKeys, .labelEarliestEnd, .labelOver, .labelHeldBack,
      ]))
    for one in classes {
      table.append([
        PageCell(say(one.retentionClass?.phrase ?? .codeRetentionOriginals)),
        .number("\(one.count)"), PageCell(one.earliestEnd?.description ?? "–"),
        .number("\(one.over)"), .number("\(one.heldBack)"),
      ])
    }
    return table
  }

  private func list(
    _ texts: [KeptTexts], caption: Phrase, _ codes: [ScopeID: String]
  ) -> [Page.Block] {
    var table = PageTable(
      say(caption),
      say.all(
        [.labelOwner, .labelRetentionClass, .labelSite, .labelKeptUntil]
          + (texts.contains { $0.isHeld } ? [.labelReason] : [])))
    for one in texts.prefix(Self.rowsMax) {
      let id = String(one.owner.description.prefix(8))
      let home = codes[one.scope] ?? NoticeHome.company
      let url =
        one.retentionClass == .minutes ? PageLink.meeting(home, meeting: one.owner) : nil
      table.append(
        [
          PageCell(id, url: url), PageCell(say(one.retentionClass.phrase)),
          PageCell(codes[one.scope] ?? ""), PageCell(one.keptUntil.description),
        ] + (one.heldBecause.map { [PageCell($0)] } ?? []))
    }
    var blocks: [Page.Block] = [.table(table)]
    let more = texts.count - Self.rowsMax
    if more > 0 { blocks.append(.note(say(.retentionMore, "\(more)"))) }
    return blocks
  }

  private func proof(on replica: Replica) throws -> Page.Block {
    let office = setting.office
    var table = PageTable(
      say(.retentionProof),
      say.all([
        .labelWhen, .labelRetentionClass, .labelKeptUntil, .labelKeys, .labelOwners,
        .labelPerson, .labelGone, .labelId,
      ]))
    for one in try office.destructions(on: replica).reversed() {
      let gone =
        one.left == 0 ? say(.retentionProofGone) : say(.retentionProofLeft, "\(one.left)")
      table.append([
        PageCell(one.at.wallText(in: office.environment.zone)),
        PageCell(one.retentionClass.map { say($0.phrase) } ?? "–"),
        PageCell(one.keptUntil?.description ?? "–"), .number("\(one.keys.count)"),
        .number("\(one.owners.count)"),
        PageCell(try setting.person(one.account, on: replica)), PageCell(gone),
        PageCell(one.record.id.description),
      ])
    }
    return table.rows.isEmpty ? .note(say(.retentionNone)) : .table(table)
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
