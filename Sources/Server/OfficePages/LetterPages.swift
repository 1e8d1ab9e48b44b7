import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// Letters in a row each.
struct LetterTable {
  let setting: PageSetting

  private var say: Words { setting.say }

  func table(_ letters: [(site: SiteFacts, letter: Letter)]) throws -> PageTable {
    var table = PageTable(
      say(.lettersTitle),
      say.all([
        .labelNumber, .labelSite, .labelSubject, .labelWhen, .labelReplyBy, .labelAccepted,
      ]))
    for (site, letter) in letters {
      table.append([
        PageCell(
          letter.name(of: site) ?? say(.letterUnnumbered),
          url: PageLink.letter(site.code, letter: letter.key.id)),
        PageCell(site.name), PageCell(letter.subject),
        PageCell(letter.at.wallText(in: site.zone)), PageCell(letter.replyBy.description),
        PageCell(letter.reply.map { say($0.isAccepted ? .labelYes : .labelNo) } ?? ""),
      ])
    }
    return table
  }
}

/// The letters of the reader's sites: those without an answer first, the oldest at the head.
struct LettersPage {
  let setting: PageSetting

  func page(on replica: Replica) throws -> Page {
    let all = try setting.sites(on: replica).flatMap { site in
      try SiteView(replica, site.scope).letters().map { (site: site, letter: $0) }
    }
    let letters = all.filter { $0.letter.reply == nil } + all.filter { $0.letter.reply != nil }
    return Page(
      setting.say(.lettersTitle),
      [
        letters.isEmpty
          ? .note(setting.say(.pageNothing))
          : .table(try LetterTable(setting: setting).table(letters))
      ])
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
    page.blocks = [.facts(facts.map { (label: say($0.0), value: $0.1) })]
    let matters = try SiteView(replica, site.scope).matters(ofLetter: letter.key)
    let words = MatterWords(setting: setting, site: site)
    var table = PageTable(say(.mattersTitle), say.all(MatterRow.headings))
    // Who may read letters may not read every matter.
    let mayOpen = PageRoute.matters.admits(setting.reader.person.role)
    for matter in matters {
      let row = try words.row(matter, on: replica)
      let url = mayOpen ? PageLink.matter(site.code, matter: matter.key.id) : nil
      table.append(
        [PageCell(row.id, url: url)]
          + row.cells.map { PageCell(say.cell($0)) })
    }
    page.blocks.append(.table(table))
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
