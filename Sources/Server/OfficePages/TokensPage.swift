import Fingerprint
import OfficeWork
import RecordStore
import TextFormats
import VisitModel
import Wording

/// A person's own tokens, with which their programs read data: the forms to make one and to revoke one.
struct TokensPage {
  let setting: PageSetting

  private var say: Words { setting.say }

  func page(on replica: Replica) throws -> Page {
    let tokens = try setting.office.tokens(of: setting.reader.person.id, on: replica)
    let zone = setting.office.environment.zone
    var page = Page(say(.tokensTitle), [.note(say(.tokensWhat, "/odata", "/openapi.json"))])
    if tokens.isEmpty {
      page.blocks.append(.note(say(.pageNothing)))
    } else {
      var table = PageTable(
        say(.tokensTitle),
        say.all([.labelName, .labelAdded, .tokenExpires, .tokenUsed]))
      for one in tokens {
        table.append([
          PageCell(one.name), PageCell(one.createdAt.wallText(in: zone)),
          PageCell(one.expiresAt.wallText(in: zone)),
          PageCell(one.usedAt?.wallText(in: zone) ?? "–"),
        ])
      }
      page.blocks.append(.table(table))
    }
    page.blocks.append(.form(making))
    page.blocks += tokens.map { .form(revoking($0)) }
    return page
  }

  private var making: PageForm {
    PageForm(
      PageRoute.makeToken.path, legend: say(.tokenMake),
      [
        .line(name: "name", label: say(.tokenName), bytesMax: AccessToken.nameBytesMax),
        .choice(
          name: "days", label: say(.tokenDays),
          options: AccessToken.lifetimes.map { (value: "\($0)", label: "\($0)") },
          isFirstChosen: true),
      ], button: say(.tokenMake))
  }

  private func revoking(_ token: AccessToken) -> PageForm {
    PageForm(
      PageRoute.revokeToken.path, legend: token.name, hidden: [("id", token.id.description)],
      [.sure(name: "sure", label: say(.tokenRevokeSure))], button: say(.tokenRevoke))
  }

  /// What is shown once, to the session that asked for it.
  func made(_ token: String) -> Page {
    Page(
      say(.tokenMadeTitle),
      [
        .alert(say(.tokenMade)),
        .facts([
          (label: say(.labelName), value: PageCell(setting.reader.person.name)),
          (label: say(.tokenWord), value: PageCell(token)),
        ]),
        .links([PageCell(say(.pageBack), url: PageRoute.tokens.path)]),
      ])
  }
}

extension PageAction {
  /// Makes a token for whoever is logged in.
  /// - Returns: the one page that shows it.
  func madeToken() throws -> Page {
    guard let days = form["days"].flatMap({ Int($0) }) else { throw Malformed() }
    let token = try setting.office.makeToken(
      named: try form.line("name"), days: days, for: setting.reader.person.id)
    return TokensPage(setting: setting).made(token)
  }

  /// One's own; another's is as if it were not there.
  func revokeToken() throws -> String? {
    guard form["sure"] != nil else { throw Malformed() }
    try setting.office.revokeToken(try form.digest("id"), of: setting.reader.person.id)
    return PageRoute.tokens.path
  }
}
