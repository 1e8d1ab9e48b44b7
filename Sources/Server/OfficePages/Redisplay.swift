import OfficeWork
import TextFormats
import Wording

/// A page again, with a form filled in as it was sent: who is refused loses nothing of what they typed.
struct Redisplay {
  /// Where the form was sent, with what.
  let action: String
  let form: FormFields

  /// What a form shows anew itself: it names what the reader was shown, so it must not be what they saw before.
  private static let shown: Set<String> = ["saw", "shown", "token", StaleTab.since]

  /// Fills in the one form of the page that was sent: of several with the same address, the one whose hidden
  /// fields are those that came. Where that is not clear, none.
  /// - Returns: nothing for none.
  func filled(_ blocks: [Page.Block]) -> [Page.Block]? {
    var found: [(index: Int, form: PageForm, agreeing: Int)] = []
    for (index, block) in blocks.enumerated() {
      guard case .form(let one) = block, one.action.utf8.elementsEqual(action.utf8) else {
        continue
      }
      let agreeing = one.hidden.count { field in
        !Self.shown.contains(field.name)
          && form[field.name].map { $0.utf8.elementsEqual(field.value.utf8) } ?? false
      }
      found.append((index, one, agreeing))
    }
    let best = found.map(\.agreeing).max()
    let likely = found.filter { $0.agreeing == best }
    guard likely.count == 1, let one = likely.first else { return nil }
    var filled = blocks
    var again = one.form
    for input in again.inputs {
      guard let name = input.kept, let value = form[name] else { continue }
      // Browsers send CRLF and show LF.
      again.typed[name] = String(decoding: value.utf8.filter { $0 != 0x0D }, as: UTF8.self)
    }
    filled[one.index] = .form(again)
    return filled
  }
}

extension PageForm.Input {
  /// The name of what may be shown again; nothing for a password, a file, and a tick that must be set on purpose.
  fileprivate var kept: String? {
    switch self {
    case .line(let name, _, _, _), .text(let name, _, _, _), .account(let name, _),
      .choice(let name, _, _, _), .select(let name, _, _, _):
      name
    case .password, .sure, .file: nil
    }
  }
}

extension PageRoutes {
  /// The page on which a refused form stands, as it is now, with the form filled in, and the request that would
  /// show it: its links lead to itself.
  /// - Returns: nothing where that page is not there, is not for this reader, or has no such form any more.
  func redisplayed(
    _ asked: PageRequest, _ form: FormFields, _ reader: Reader
  ) throws -> (request: PageRequest, blocks: [Page.Block])? {
    let address = asked.route.afterRefusal(asked)
    guard let again = asked.following(address), again.route.admits(reader.person.role),
      let page = try PageWork(request: again, setting: setting(asked, reader)).page()
    else { return nil }
    let answered = try page.answered(again, asked.language(reader.language))
    // What would be imported now is what has to be seen, whether or not a form is left on it.
    if asked.route == .confirmImport { return (again, answered.blocks) }
    return Redisplay(action: asked.path, form: form).filled(answered.blocks).map { (again, $0) }
  }
}
