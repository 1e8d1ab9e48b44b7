package import CommunicationPolicy
import ConflictFreeRecords
package import Fingerprint
import RecordCatalogue
package import Sampling
package import TextFormats
package import VisitModel

/// The figures of a month's summary: a function of the records of the month and of nothing else, neither
/// of when nor of where it is computed, so that anybody can compute them again.
package struct SummaryContent: Sendable {
  package let site: SiteFacts
  package let month: CivilMonth
  package let isProvisional: Bool
  package let quota: MonthlyQuota
  package let figures: MonthFigures
  package let byMode: [VisitMode: Int]
  package let signatures: [SignatureState: Int]
  /// Records made after the next day (R1-53).
  package let late: Int
  /// Rules set aside with a reason, by rule: repeats (R1-38), late hours (R1-47) and so on.
  package let reasons: [String: Int]
  /// What was said, by topic and kind: the analysis that R1-14 asks for.
  package let matters: [Said: Int]
  package let channels: [Channel: Int]
  /// Of this month, issued and not withdrawn (A51).
  package let notices: [NoticeKind: Int]
  /// Work without its lead time, by time: which, when, and who allowed it (R1-19, R1-22, A25).
  package let emergencies: [Emergency]
  /// Digest of the ids of the month's visits and contacts, voided ones included.
  private let records: Digest

  package struct Said: Hashable, Comparable, Sendable {
    package let topic: Topic
    package let kind: OpinionKind

    package init(topic: Topic, kind: OpinionKind) {
      self.topic = topic
      self.kind = kind
    }

    package static func < (a: Self, b: Self) -> Bool {
      (a.topic.rawValue, a.kind.rawValue) < (b.topic.rawValue, b.kind.rawValue)
    }
  }

  package struct Emergency: Hashable, Sendable {
    package let notice: RecordID
    package let kind: NoticeKind
    package let start: Instant
    package let approver: AccountID?
  }

  package func count(_ kind: OpinionKind) -> Int {
    matters.reduce(0) { $0 + ($1.key.kind == kind ? $1.value : 0) }
  }

  package func count(_ topic: Topic) -> Int {
    matters.reduce(0) { $0 + ($1.key.topic == topic ? $1.value : 0) }
  }

  package func number(_ figure: SummaryFigure) -> Int {
    switch figure {
    case .totalUnits: quota.totalUnits
    case .occupied: quota.occupied
    case .percent: quota.percent
    case .quota: quota.count
    case .counted: figures.counted
    case .byManager: figures.byManager
    case .bySupervisor: figures.bySupervisor
    case .byCompany: figures.byCompany
    case .returnVisits: figures.returnVisits
    case .repeats: figures.repeats
    case .voided: figures.voided
    case .overshoot: figures.overshoot(quota: quota.count)
    case .late: late
    case .complaints: count(.complaint)
    case .hardships: count(.hardship)
    case .praise: count(.praise)
    }
  }

  /// SHA-256 with the tag `rounds summary v1` over the canonical text.
  package var digest: Digest { Digest(domain: "rounds summary v1", text) }

  /// Canonical: no white space, members in this order, lists ascending.
  package var text: [UInt8] { json.text() }

  package var json: JSON {
    .object([
      "site": .string(site.code), "month": .string(month.description),
      "base": .object([
        "totalUnits": .integer(quota.totalUnits), "occupied": .integer(quota.occupied),
        "percent": .integer(quota.percent), "quota": .integer(quota.count),
      ]),
      "counted": .integer(figures.counted), "manager": .integer(figures.byManager),
      "supervisor": .integer(figures.bySupervisor), "company": .integer(figures.byCompany),
      "returnVisits": .integer(figures.returnVisits), "repeats": .integer(figures.repeats),
      "excused": .integer(figures.excused), "recordedTwice": .integer(figures.recordedTwice),
      "voided": .integer(figures.voided),
      "overshoot": .integer(figures.overshoot(quota: quota.count)), "late": .integer(late),
      "byInterviewer": .array(
        figures.byInterviewer.sorted { $0.key < $1.key }.map {
          .object(["account": .string($0.key.description), "count": .integer($0.value)])
        }),
      "byMode": Self.counts(byMode, "mode"), "signatures": Self.counts(signatures, "state"),
      "reasons": .array(
        reasons.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
          .object(["rule": .string($0.key), "count": .integer($0.value)])
        }),
      "matters": .array(
        matters.sorted { $0.key < $1.key }.map {
          .object([
            "topic": .string($0.key.topic.name), "kind": .string($0.key.kind.name),
            "count": .integer($0.value),
          ])
        }),
      "channels": Self.counts(channels, "channel"),
      // A month without any has the figures it had before there were notices.
      "notices": notices.isEmpty ? nil : Self.counts(notices, "kind"),
      "emergencies": emergencies.isEmpty
        ? nil
        : .array(
          emergencies.map {
            .object([
              "notice": .string($0.notice.description), "kind": .string($0.kind.name),
              "start": .string($0.start.utcText),
              "approver": $0.approver.map { .string($0.description) },
            ])
          }), "records": .string(records.description),
    ])
  }

  private static func counts<Set: CodeSet>(_ counts: [Set: Int], _ name: String) -> JSON {
    .array(
      counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        .object([
          JSON.Member(name, .string($0.key.name)), JSON.Member("count", .integer($0.value)),
        ])
      })
  }

  init(_ view: SiteView, _ month: CivilMonth) throws {
    guard let site = try view.facts() else { throw StoreFault.damaged("a site without a record") }
    let replica = view.replica
    let frame = try view.frame(of: month)
    let visits = try view.visits(of: month)
    self.site = site
    self.month = month
    isProvisional = frame == nil
    quota = MonthlyQuota(
      totalUnits: frame?.totalUnits ?? site.totalUnits, occupied: frame?.occupied ?? 0,
      settings: try view.policy().settings(on: month.firstDay))
    figures = Ledger.figures(
      of: month, visits: try visits.map { try view.ledgerVisit($0.summary, $0.state) },
      cases: try view.duplicateCases())
    var byMode: [VisitMode: Int] = [:]
    var signatures: [SignatureState: Int] = [:]
    var reasons: [String: Int] = [:]
    var sources: [RecordKey] = []
    var late = 0
    var ids: [UInt8] = []
    for (visit, _) in visits.sorted(by: { $0.summary.key < $1.summary.key }) {
      ids.append(contentsOf: visit.key.id.bytes)
      if visit.isVoided { continue }
      byMode[visit.mode, default: 0] += 1
      if SubmissionClock.isLate(start: visit.start, recordedAt: visit.recordedAt, visit.zone) {
        late += 1
      }
      let signature = view.key(.signature, RecordIdentity.signature(visit: visit.key.id))
      if let state = try replica.records.state(of: signature)?
        .code(SignatureField.state, as: SignatureState.self)
      {
        signatures[state, default: 0] += 1
      }
      for (_, reason) in try replica.records.members(.reasonAbout, of: visit.key) {
        // Whatever else stands there is counted under one name: figures are no place for texts.
        let rule = reason.text(ReasonField.rule).flatMap(RuleID.init(rawValue:))?.rawValue
        reasons[rule ?? "other", default: 0] += 1
      }
      sources.append(visit.key)
    }
    var channels: [Channel: Int] = [:]
    for (id, state) in try replica.records.states(of: .contact, in: view.scope) {
      guard let source = MatterSource(view.key(.contact, id), state), source.month == month else {
        continue
      }
      ids.append(contentsOf: id.bytes)
      if source.isVoided { continue }
      if let channel = source.channel { channels[channel, default: 0] += 1 }
      sources.append(source.key)
    }
    (self.byMode, self.signatures, self.reasons) = (byMode, signatures, reasons)
    (matters, self.channels, self.late) = (try view.said(at: sources), channels, late)
    records = Digest(domain: "rounds summary records v1", ids)
    let told = try view.notices().filter {
      $0.month == month && $0.issued != nil && $0.withdrawn == nil
    }
    notices = told.reduce(into: [:]) { $0[$1.text.kind, default: 0] += 1 }
    emergencies = told.filter { $0.emergency != nil }.map {
      Emergency(
        notice: $0.key.id, kind: $0.text.kind, start: $0.text.start ?? $0.madeAt,
        approver: $0.emergency?.approver)
    }.sorted { ($0.start, $0.notice) < ($1.start, $1.notice) }
  }
}
