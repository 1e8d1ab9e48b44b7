package import VisitModel

// What is asked of all scopes at once, in one statement each, because an office may hold thousands.

extension RecordRows {
  static func scope(_ row: borrowing SQLRow, _ column: Int) throws -> ScopeID {
    guard let scope = ScopeID(bytes: try row.blob(column)) else {
      throw StoreFault.damaged("a scope")
    }
    return scope
  }
}

extension SiteView {
  /// Sites with a duplicate case that nobody has decided, ascending.
  package static func withOpenCases(in replica: Replica) throws -> [ScopeID] {
    try replica.connection.rows(
      "SELECT DISTINCT scope FROM duplicateCase WHERE isOpen = 1 ORDER BY scope"
    ) { try RecordRows.scope($0, 0) }
  }
}
