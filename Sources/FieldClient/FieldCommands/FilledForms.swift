import ConflictFreeRecords
import FieldWork
import PrintedForms
import RecordCatalogue
import RecordSheets
import RecordStore
import SyncProtocol
import VisitModel
import Wording

/// Forms filled in from what this laptop holds, each with the code that finds its record at the office.
struct FilledForms {
  let laptop: Laptop
  let replica: Replica
  let words: FormWords

  private var reader: RecordReader { laptop.reader(replica) }

  /// - Parameter name: an identifier, as the commands take it.
  /// - Returns: the form, and which record it is of.
  func form(
    _ sheet: SheetKind, named name: String
  ) throws -> (form: PrintedForm, id: RecordID) {
    do {
      let (form, id) = try uncoded(sheet, named: name)
      return (try form.coded(RecordName(sheet, id), at: laptop.url, words), id)
    } catch let refusal as NoSheet { throw FieldFault.failed(refusal.why) }
  }

  /// The register, or the summary.
  func form(
    _ sheet: SheetKind, of month: CivilMonth, at site: SiteFacts
  ) throws -> PrintedForm {
    let form =
      sheet == .register
      ? try RegisterSheet(words).form(of: month, at: site, reader)
      : try SummarySheet(words).form(
        of: try laptop.summary(of: site, month: month, replica), at: laptop.now, reader)
    return try form.coded(
      RecordName(sheet, of: month, at: site.scope), at: laptop.url, words)
  }

  private func issuer(of key: RecordKey) throws -> String {
    try SiteView(replica, key.scope).facts()?.name ?? laptop.office.name
  }

  /// The form of one record.
  private func uncoded(
    _ sheet: SheetKind, named name: String
  ) throws -> (form: PrintedForm, id: RecordID) {
    switch sheet {
    case .letter:
      let (key, _) = try laptop.record(.letter, named: name, replica)
      let view = SiteView(replica, key.scope)
      guard let letter = try view.letter(key), let site = try view.facts() else {
        throw FieldFault.failed(Message(.noSuchLetter))
      }
      return (try LetterSheet(words).form(of: letter, at: site, reader), key.id)
    case .notice:
      let card = try laptop.noticeCard(named: name, replica)
      return (
        try NoticeSheet(words).form(of: card.notice, at: card.site, company: laptop.office.name),
        card.notice.key.id
      )
    case .minutes:
      let card = try laptop.meetingCard(named: name, replica)
      let key = card.meeting.key
      let opened = MeetingSheet.Opened(
        card.meeting, texts: card.texts, taskTexts: card.taskTexts, isClosed: card.isClosed,
        keptUntil: card.keptUntil)
      return (
        try MeetingSheet(words).form(of: opened, issuer: issuer(of: key), reader), key.id
      )
    case .petition:
      let card = try laptop.petitionCard(named: name, replica)
      let key = card.petition.key
      let opened = PetitionSheet.Opened(
        card.petition, texts: card.texts, isClosed: card.isClosed, settings: card.settings)
      return (
        try PetitionSheet(words).form(of: opened, issuer: issuer(of: key), reader), key.id
      )
    case .survey:
      let card = try laptop.surveyCard(named: name, replica)
      let key = card.survey.key
      return (
        try SurveySheet(words).form(
          of: card.survey, card.stage, card.figures, issuer: issuer(of: key)), key.id
      )
    case .visit, .register, .summary:
      let (key, _) = try laptop.record(.visit, named: name, replica)
      guard let form = try VisitSheet(words).form(of: key, reader) else {
        throw FieldFault.failed(Message(.noSuchRecord, [name]))
      }
      return (form, key.id)
    }
  }
}
