import CSQLite

/// SQLite counts what it allocates, behind one lock for all connections of a process: some per cent of
/// a busy process's time, for figures that nobody reads. It can be told not to before it begins.
enum MemoryStatistics {
  /// Too late, SQLite refuses and goes on counting, which is slower and nothing else.
  static let areOff = rounds_sqlite_without_memory_statistics() == SQLITE_OK
}
