import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordCatalogue
import RecordStore
import VisitModel
import Wording

/// One matter: what was said, what has become of it, and the forms to go on.
struct MatterPage {
  let setting: PageSetting
  let site: SiteFacts
  let matter: Matter

  private var say: Words { setting.say }
  private var url: String { PageLink.matter(site.code, matter: matter.key.id) }

  func page(on replica: Replica) throws -> Page {
    let words = MatterWords(setting: setting, site: site)
    let row = try words.row(matter, on: replica)
    let unit = row.unit ?? say(.labelNobody)
    let (state, handling) = (
      try replica.records.state(of: matter.key) ?? .empty,
      try replica.records.state(of: SiteView(replica, site.scope).handlingKey(of: matter.key.id))
        ?? .empty
    )
    var page = Page(say(.matterTitle, unit, say(matter.topic.phrase)))
    var facts: [(label: String, value: PageCell)] = [
      (say(.labelSite), PageCell(site.name, url: PageLink.site(site.code))),
      (
        say(.labelUnit), PageCell(unit, url: matter.source.household.map(PageLink.household))
      ),
      (say(.labelSaidAt), PageCell(row.saidAt)),
      (say(.labelChannel), PageCell(say(matter.source.channel?.phrase ?? .codeVisit))),
      (say(.labelMethod), PageCell(say(matter.source.method.phrase))),
      (
        say(.labelPerson),
        PageCell(
          try setting.person(
            try SiteView(replica, site.scope).recorder(of: matter.source.key), on: replica))
      ),
      (say(.labelKind), PageCell(say(matter.kind.phrase))),
      (
        say(.labelText),
        PageCell(try setting.opened(state, matter.key, field: OpinionField.text) ?? "–")
      ),
    ]
    facts += try handled(handling, row, on: replica)
    let policy = try replica.inForce(
      .matter, at: matter.source.at, in: matter.source.zone)
    facts.append((say(.labelPolicy), PageCell(policy.text)))
    page.blocks = [.facts(facts)]
    if let history = try history(on: replica) {
      page.blocks.append(.listing(PageListing(history)))
    }
    if PageRoute.route.admits(setting.reader.person.role) {
      page.blocks += forms(saw: handling.frontier)
    }
    return page
  }

  /// What was done with it, by whom, the oldest first.
  private func history(on replica: Replica) throws -> Listing? {
    let steps = try SiteView(replica, site.scope).history(of: matter)
    if steps.isEmpty { return nil }
    return Listing(
      "history", Message(.labelHistory),
      [
        ListColumn("at", .labelWhen, .moment), ListColumn("person", .labelPerson, .text),
        ListColumn("state", .labelState, .word),
        ListColumn("department", .labelDepartment, .word),
        ListColumn("status", .labelStatusThere, .word),
        ListColumn("decision", .labelDecision, .word),
      ],
      rows: try steps.map { step in
        let words = [
          step.state?.phrase, step.department?.phrase, step.status?.phrase,
          step.decision?.phrase,
        ]
        return [
          .moment(step.at, in: site.zone), .text(try setting.person(step.account, on: replica)),
        ] + words.map { $0.map { .word($0) } ?? .empty }
      })
  }

  private func handled(
    _ state: RecordState, _ row: MatterRow, on replica: Replica
  ) throws -> [(label: String, value: PageCell)] {
    var facts: [(Phrase, String)] = [
      (.labelState, say(row.state?.phrase ?? MatterRow.untouched(row.kind))),
      (.labelFeedback, say(row.feedback)),
    ]
    if let owing = row.owing { facts.append((.labelOwing, owing)) }
    if let until = row.until { facts.append((.labelUntil, until)) }
    if let handling = matter.handling {
      if let department = handling.department {
        facts.append((.labelDepartment, say(department.phrase)))
      }
      if let reference = handling.reference { facts.append((.labelReference, reference)) }
      if let status = handling.status { facts.append((.labelStatusThere, say(status.phrase))) }
      if let decision = handling.decision {
        facts.append((.labelDecision, say(decision.phrase)))
        let measure = try setting.opened(state, handling.key, field: HandlingField.measure)
        if let measure { facts.append((.labelMeasure, measure)) }
      }
      let outcome = try setting.opened(state, handling.key, field: HandlingField.outcome)
      if let outcome { facts.append((.labelOutcome, outcome)) }
      facts.append((.labelWhen, handling.at.wallText(in: site.zone)))
    }
    return facts.map { (label: say($0.0), value: PageCell($0.1)) }
  }

  /// Only what the rules let through is offered; a form sent all the same is refused by them.
  private func forms(saw: [ChangeID]) -> [Page.Block] {
    let hidden = [("saw", SawToken.text(saw))]
    let reference = PageForm.Input.line(
      name: "reference", label: say(.labelReference), bytesMax: Bounds.lineBytesMax,
      isRequired: false)
    var forms: [PageForm] = []
    func offers(_ decision: MatterDecision) -> Bool {
      decision.findings(about: matter).isEmpty
    }
    if offers(.route(to: nil, handler: nil)) {
      let usual = matter.handling?.department ?? Department(for: matter.topic)
      let others = Department.allCases.filter { $0 != usual }
      forms.append(
        PageForm(
          url + "/route", legend: say(.helpMatterRoute), hidden: hidden,
          [
            .choice(
              name: "to", label: say(.labelDepartment),
              options: ([usual] + others).map { (value: $0.name, label: say($0.phrase)) },
              isFirstChosen: true),
            reference,
          ], button: say(.pageRoute)))
    }
    if offers(.handOver) {
      forms.append(
        PageForm(
          url + "/hand-over", legend: say(.helpMatterHandOver), hidden: hidden, [reference],
          button: say(.pageHandOver)))
    }
    if offers(.report(.accepted)) {
      forms.append(
        PageForm(
          url + "/report", legend: say(.helpMatterReport), hidden: hidden,
          [
            .choice(
              name: "status", label: say(.labelStatusThere),
              options: ProcedureStatus.allCases.map { (value: $0.name, label: say($0.phrase)) }),
            reference,
          ], button: say(.pageRecordRecontact)))
    }
    forms.append(
      PageForm(
        url + "/close", legend: say(.helpMatterClose), hidden: hidden,
        [
          .choice(
            name: "as", label: say(.labelState),
            options: MatterState.allCases.filter(\.isFinal).map {
              (value: $0.name, label: say($0.phrase))
            }),
          .line(name: "outcome", label: say(.labelOutcome), bytesMax: Bounds.lineBytesMax),
        ], button: say(.pageCloseMatter)))
    return forms.map { .form($0) }
  }
}
