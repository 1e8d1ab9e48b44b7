import ConflictFreeRecords
import OfficeWork
import PrintedForms
import RecordSheets
import RecordStore
import VisitModel
import Wording

/// Finds what a form is printed from, for whoever may see it on the record's own page. Reads only.
struct PaperWork: Sendable {
  let request: PageRequest
  let setting: PageSetting

  private var words: FormWords { FormWords(setting.say.language) }

  /// - Returns: nothing for what is not there, or is not for this reader: the two look alike.
  /// - Throws: `NoSheet` for a record of which there is no form.
  func form() throws -> PrintedForm? {
    try setting.office.read { replica in
      guard let (form, name) = try filled(on: replica) else { return try blank(on: replica) }
      return try form.coded(name, at: request.origin, words)
    }
  }

  private typealias Filled = (form: PrintedForm, name: RecordName)

  private func filled(on replica: Replica) throws -> Filled? {
    let reader = setting.recordReader(replica)
    switch request.route {
    case .printVisit: return try visit(reader)
    case .printRegister, .printSummary: return try month(reader)
    case .printLetter: return try letter(reader)
    case .printNotice: return try notice(on: replica)
    case .printMinutes: return try minutes(reader)
    case .printPetition: return try petition(reader)
    case .printSurvey: return try survey(on: replica)
    default: return nil
    }
  }

  private func blank(on replica: Replica) throws -> PrintedForm? {
    guard request.route == .printBlank, let word = request.segments["site"],
      let sheet = request.segments["form"].flatMap({ SheetKind(rawValue: $0) })
    else { return nil }
    let issuer =
      MeetingHome.isCompany(word)
      ? setting.office.name : try setting.site(word, on: replica)?.name
    return issuer.map { sheet.blank(words, issuer: $0) }
  }

  private func visit(_ reader: RecordReader) throws -> Filled? {
    guard let path = try VisitPath(request, setting, on: reader.replica),
      try setting.office.review(of: path.visit, on: reader.replica) != nil,
      let form = try VisitSheet(words).form(of: path.visit, reader)
    else { return nil }
    return (form, RecordName(.visit, path.visit.id))
  }

  private func month(_ reader: RecordReader) throws -> Filled? {
    guard let path = try MonthPath(request, setting, on: reader.replica) else { return nil }
    let (site, month) = (path.site, path.month)
    if request.route == .printRegister {
      return (
        try RegisterSheet(words).form(of: month, at: site, reader),
        RecordName(.register, of: month, at: site.scope)
      )
    }
    let summary = try setting.office.summary(of: site.scope, month: month, on: reader.replica)
    return (
      try SummarySheet(words).form(of: summary, at: setting.office.now, reader),
      RecordName(.summary, of: month, at: site.scope)
    )
  }

  private func letter(_ reader: RecordReader) throws -> Filled? {
    guard let path = try LetterPath(request, setting, on: reader.replica) else { return nil }
    return (
      try LetterSheet(words).form(of: path.letter, at: path.site, reader),
      RecordName(.letter, path.letter.key.id)
    )
  }

  private func notice(on replica: Replica) throws -> Filled? {
    guard
      let path = try NoticePath(request, setting, on: replica)
        ?? NoticePath.reading(request, setting, on: replica)
    else { return nil }
    return (
      try NoticeSheet(words).form(
        of: path.notice, at: path.home.site, company: setting.office.name),
      RecordName(.notice, path.notice.key.id)
    )
  }

  private func minutes(_ reader: RecordReader) throws -> Filled? {
    guard let path = try MeetingPath(request, setting, on: reader.replica),
      let one = try setting.office.meeting(path.meeting.key, on: reader.replica)
    else { return nil }
    let opened = MeetingSheet.Opened(
      one.meeting, texts: one.texts, taskTexts: one.taskTexts, isClosed: one.isClosed,
      keptUntil: one.keptUntil)
    return (
      try MeetingSheet(words).form(of: opened, issuer: issuer(path.home.site), reader),
      RecordName(.minutes, one.meeting.key.id)
    )
  }

  private func petition(_ reader: RecordReader) throws -> Filled? {
    guard let path = try PetitionPath(request, setting, on: reader.replica) else { return nil }
    let one = path.opened
    let opened = PetitionSheet.Opened(
      one.petition, texts: one.texts, isClosed: one.isClosed, settings: one.settings)
    return (
      try PetitionSheet(words).form(of: opened, issuer: issuer(path.home.site), reader),
      RecordName(.petition, one.petition.key.id)
    )
  }

  private func survey(on replica: Replica) throws -> Filled? {
    guard let path = try SurveyPath(request, setting, on: replica) else { return nil }
    let shown = path.shown
    return (
      try SurveySheet(words).form(
        of: shown.survey, shown.stage, shown.figures, issuer: path.site.name),
      RecordName(.survey, shown.survey.key.id)
    )
  }

  private func issuer(_ site: SiteFacts?) -> String { site?.name ?? setting.office.name }
}
