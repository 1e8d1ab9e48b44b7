import CommunicationPolicy
import Console
import Mustache
import OfficeWork
import RecordStore
import Sampling
import VisitModel
import Wording

/// Every household that was sampled twice, with the cause, which head office looks at first; then
/// sites × quota.
struct OverviewPage {
  private let office: Office
  private let template: MustacheTemplate

  init(_ office: Office) throws {
    EscapedHTML.register()
    self.office = office
    template = try MustacheTemplate(string: Self.source)
  }

  func html(of month: CivilMonth, in language: Language) throws -> String {
    try office.read { replica in
      let sites = try SiteView.all(in: replica)
      var rows: [[String: Any]] = []
      var cases: [[String: Any]] = []
      for site in sites {
        let view = SiteView(replica, site.scope)
        let report = try view.report(of: month, at: office.now)
        rows.append(row(report, language))
        for one in report.cases {
          cases.append(
            [
              "site": site.name, "unit": try view.household(one.household)?.unitCode ?? "",
              "round": "\(one.round)", "cause": one.cause.phrase.text(in: language),
              "visits": one.members.map {
                "\($0.organiser.phrase.text(in: language)) \($0.start.wallText(in: site.zone))"
              }.joined(separator: "; "),
            ])
        }
      }
      return template.render(
        [
          "language": language.rawValue, "title": Phrase.pageTitle.text(in: language),
          "company": office.name, "month": month.description,
          "note": Phrase.pageLoopback.text(in: language),
          "quotaTitle": Phrase.quotaTitle.text(in: language, [month.description]),
          "duplicatesTitle": Phrase.duplicatesTitle.text(in: language),
          "nothing": Phrase.pageNothing.text(in: language), "rows": rows, "cases": cases,
          "hasCases": !cases.isEmpty, "headings": headings(language),
          "caseHeadings": [
            Phrase.labelSite, .labelUnit, .labelRound, .labelCause, .labelMembers,
          ].map { $0.text(in: language) },
        ] as [String: Any])
    }
  }

  private func headings(_ language: Language) -> [String] {
    [
      Phrase.labelSite, .labelTotalUnits, .labelOccupied, .labelPercent, .labelQuota,
      .labelCounted, .labelManager, .labelSupervisor, .labelCompanyVisits, .labelCase,
      .labelProgress, .labelProvisional,
    ].map { $0.text(in: language) }
  }

  private func row(_ report: MonthReport, _ language: Language) -> [String: Any] {
    let conditions = report.conditions
    return [
      "site": report.site.name,
      "cells": [
        "\(report.quota.totalUnits)", "\(report.quota.occupied)", "\(report.quota.percent) %",
        "\(report.quota.count)", "\(report.figures.counted)",
        "\(report.figures.byManager) / \(conditions.manager.required)",
        "\(report.figures.bySupervisor) / \(conditions.supervisor.required)",
        "\(report.figures.byCompany)", "\(report.cases.count)",
        "\(report.progress.done) / \(report.progress.open)",
        (report.isProvisional ? Phrase.labelYes : .labelNo).text(in: language),
      ],
    ]
  }

  private static let source = """
    {{% CONTENT_TYPE: ROUNDS}}<!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}} – {{month}}</title>
    <link rel="stylesheet" href="/style.css">
    </head>
    <body>
    <header><h1>{{company}}</h1><p>{{note}}</p></header>
    <main>
    <section aria-labelledby="cases">
    <h2 id="cases">{{duplicatesTitle}}</h2>
    {{#hasCases}}<table>
    <thead><tr>{{#caseHeadings}}<th scope="col">{{.}}</th>{{/caseHeadings}}</tr></thead>
    <tbody>
    {{#cases}}<tr><th scope="row">{{site}}</th><td>{{unit}}</td><td>{{round}}</td>\
    <td>{{cause}}</td><td>{{visits}}</td></tr>
    {{/cases}}</tbody>
    </table>{{/hasCases}}{{^hasCases}}<p>{{nothing}}</p>{{/hasCases}}
    </section>
    <section aria-labelledby="quota">
    <h2 id="quota">{{quotaTitle}}</h2>
    <table>
    <thead><tr>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row">{{site}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody>
    </table>
    </section>
    </main>
    </body>
    </html>
    """
}
