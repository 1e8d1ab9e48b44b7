import CSQLite

/// SQLite looks at the values bound to a statement where they might decide whether a partial index holds all that is
/// asked for, and prepares the statement anew whenever they change: each question about records of a kind, because
/// some kinds have such an index. Ours name the kind in their text where they want it
/// (docs/decisions/0051-plans-follow-from-the-text.md).
enum PlanByText {
  /// One built without it refuses, and goes on looking, which is slower and nothing else.
  static func ask(of connection: OpaquePointer?) { _ = rounds_sqlite_plan_by_text(connection) }
}
