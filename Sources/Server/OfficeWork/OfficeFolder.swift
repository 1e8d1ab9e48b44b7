/// The office's data directory, and what lies in it under which name.
package struct OfficeFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package func file(_ name: String) -> String { path + "/" + name }

  package static let store = "rounds.sqlite"
  package static let keys = "keys.sqlite"
  package static let secrets = "office.key"
  package static let mark = "office.mark"
  /// What people take along from the pages, for as long as a server runs.
  package static let exports = "exports"

  /// What SQLite keeps beside a database.
  static let companions = ["-wal", "-shm", "-journal"]
  /// A restore in preparation; it may be thrown away at any time.
  static let preparing = "restoring"
  /// The same once it is decided; whoever opens the directory next brings it to its end.
  static let decided = "restored"
}
