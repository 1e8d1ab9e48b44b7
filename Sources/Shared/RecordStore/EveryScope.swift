import VisitModel

// What is asked of all scopes at once, in one statement each, because an office may hold thousands.

extension RecordRows {
  static func scope(_ row: borrowing SQLRow, _ column: Int) throws -> ScopeID {
    guard let scope = ScopeID(bytes: try row.blob(column)) else {
      throw StoreFault.damaged("a scope")
    }
    return scope
  }
}
