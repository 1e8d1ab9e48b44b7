import Wording

/// The form to log in with, and what became of the last try.
struct LoginPage {
  enum Trouble: Sendable {
    /// Name or password is wrong; nobody is told which.
    case refused
    case wait(seconds: Int)
    /// More people log in at once than the machine can check.
    case busy

    var status: Int {
      switch self {
      case .refused: 403
      case .wait: 429
      case .busy: 503
      }
    }
  }

  let say: Words
  /// Where to go afterwards: a page of ours.
  let next: String
  /// On this page; else whoever logs in reads as they chose before, or as their browser asks.
  let chosen: Language?

  func page(_ trouble: Trouble? = nil) -> Page {
    var page = Page(say(.pageLogin), status: trouble?.status ?? 200)
    switch trouble {
    case .refused: page.blocks.append(.alert(say(.pageLoginRefused)))
    case .wait(let seconds): page.blocks.append(.alert(say(.pageLoginWait, "\(seconds)")))
    case .busy: page.blocks.append(.alert(say(.pageLoginBusy)))
    case nil: break
    }
    page.blocks.append(
      .form(
        PageForm(
          "/login", legend: say(.pageLogin),
          hidden: [("next", next)] + (chosen.map { [("lang", $0.rawValue)] } ?? []),
          [
            .account(name: "name", label: say(.labelName)),
            .password(name: "password", label: say(.labelPassword)),
          ], button: say(.pageLogin))))
    return page
  }
}
