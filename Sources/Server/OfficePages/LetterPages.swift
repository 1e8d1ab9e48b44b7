import CommunicationPolicy
import ConflictFreeRecords
import Console
import Listings
import OfficeWork
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// Letters in a row each.
struct LetterTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  func listing(_ letters: [(site: SiteFacts, letter: Letter)]) -> Listing {
    Listing(
      "letters", Message(.lettersTitle),
      [
        ListColumn("number", .labelNumber, .code), ListColumn("site", .labelSite, .text),
        ListColumn("subject", .labelSubject, .text), ListColumn("at", .labelWhen, .moment),
        ListColumn("replyBy", .labelReplyBy, .date),
        ListColumn("accepted", .labelAccepted, .yesNo, isFilter: true),
      ],
      rows: letters.map { site, letter in
        [
          .code(
            letter.name(of: site) ?? say(.letterUnnumbered),
            address: PageLink.letter(site.code, letter: letter.key.id)),
          .text(site.name), .text(letter.subject), .moment(letter.at, in: site.zone),
          .date(letter.replyBy), letter.reply.map { .yesNo($0.isAccepted) } ?? .empty,
        ]
      })
  }
}

/// The letters of the reader's sites: those without an answer first, the oldest at the head.
struct LettersPage {
  let setting: PageSetting

  func page(on replica: Replica) throws -> Page {
    let all =
      try setting.reader.seesEverySite
      ? ofEverySite(on: replica)
      : setting.sites(on: replica).flatMap { site in
        try SiteView(replica, site.scope).letters().map { (site: site, letter: $0) }
      }
    let letters = all.filter { $0.letter.reply == nil } + all.filter { $0.letter.reply != nil }
    return Page(
      setting.say(.lettersTitle),
      [
        letters.isEmpty
          ? .note(setting.say(.pageNothing))
          : .listing(PageListing(LetterTable(setting: setting).listing(letters)))
      ])
  }

  /// In one statement, by code of the site.
  private func ofEverySite(
    on replica: Replica
  ) throws -> [(site: SiteFacts, letter: Letter)] {
    let letters = Dictionary(grouping: try replica.letters(), by: \.key.scope)
    return try setting.sites(on: replica).flatMap { site in
      (letters[site.scope] ?? []).map { (site: site, letter: $0) }
    }
  }
}

/// One letter with its matters and its answer, and head office's form to answer.
struct LetterPage {
  let setting: PageSetting
  let site: SiteFacts
  let letter: Letter

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let number = letter.name(of: site) ?? say(.letterUnnumbered)
    var page = Page(say(.letterTitle, number))
    var facts: [(Phrase, PageCell)] = [
      (.labelSite, PageCell(site.name, url: PageLink.site(site.code))),
      (.labelSubject, PageCell(letter.subject)),
      (.labelBackground, PageCell(letter.background)),
      (.labelProposal, PageCell(letter.proposal)),
      (.labelPerson, PageCell(try setting.person(letter.account, on: replica))),
      (.labelWhen, PageCell(letter.at.wallText(in: site.zone))),
      (.labelReplyBy, PageCell(letter.replyBy.description)),
    ]
    if let reply = letter.reply {
      facts += [
        (.labelAccepted, PageCell(say(reply.isAccepted ? .labelYes : .labelNo))),
        (.labelReplyText, PageCell(reply.text)),
        (.labelReviewer, PageCell(try setting.person(reply.account, on: replica))),
        (.labelDecidedAt, PageCell(reply.at.wallText(in: site.zone))),
      ]
    }
    page.blocks = setting.printing(.printLetter, .letter, site.code, "\(letter.key.id)")
    page.blocks.append(.facts(facts.map { (label: say($0.0), value: $0.1) }))
    let matters = try SiteView(replica, site.scope).matters(ofLetter: letter.key)
    // Who may read letters may not read every matter.
    let mayOpen = PageRoute.matters.admits(setting.reader.person.role)
    page.blocks.append(
      .listing(
        PageListing(
          try MatterWords(setting: setting, site: site)
            .listing(matters, Message(.mattersTitle), isLink: mayOpen, on: replica))))
    if letter.reply == nil, AuthorityRules.repliers.contains(setting.reader.person.role) {
      page.blocks.append(.form(try reply(on: replica)))
    }
    return page
  }

  private func reply(on replica: Replica) throws -> PageForm {
    PageForm(
      PageLink.letter(site.code, letter: letter.key.id) + "/reply", legend: say(.labelReplyText),
      hidden: [try StaleTab.hidden(site.scope, on: replica)],
      [
        .choice(
          name: "accepted", label: say(.labelAccepted),
          options: [(value: "yes", label: say(.labelYes)), (value: "no", label: say(.labelNo))]),
        .line(name: "text", label: say(.labelReplyText), bytesMax: Bounds.lineBytesMax),
      ], button: say(.pageReplyLetter))
  }
}
