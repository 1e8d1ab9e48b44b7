import RecordStore
import VisitModel
import Wording

/// In which language each person chose to read, beside their password: a matter of the pages alone, which no
/// laptop and no record knows.
struct ReaderLanguages {
  private let connection: any SQLConnection

  init(_ connection: any SQLConnection) { self.connection = connection }

  static func prepare(_ connection: any SQLConnection, _ d: SQLDialect) throws {
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS readerLanguage (
        account \(d.blob) NOT NULL PRIMARY KEY, language TEXT NOT NULL
      )\(d.tableSuffix)
      """)
  }

  /// - Returns: nothing for whoever has chosen none, and for one that this program does not speak.
  func language(of account: AccountID) throws -> Language? {
    try connection.first(
      "SELECT language FROM readerLanguage WHERE account = ?", [.blob(account.bytes)]
    ) { try $0.text(0) }.flatMap { Language(rawValue: $0) }
  }

  func keep(_ language: Language, of account: AccountID) throws {
    try connection.run(
      "INSERT INTO readerLanguage (account, language) VALUES (?,?) "
        + "ON CONFLICT (account) DO UPDATE SET language = excluded.language",
      [.blob(account.bytes), .text(language.rawValue)])
  }
}
