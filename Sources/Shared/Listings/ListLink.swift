import TextFormats

extension ListQuestion {
  /// The address of the same question with some of it changed, for links: every part encoded, and what is as
  /// if nothing were said is left out.
  ///
  /// - Parameter path: of the page, already encoded, without a query.
  /// - Parameter change: what the link asks instead.
  package func address(
    _ path: String, _ change: (inout ListQuestion) -> Void = { _ in }
  ) -> String {
    var question = self
    change(&question)
    let query = question.query
    return query.isEmpty ? path : path + "?" + query
  }

  /// What the form of a search must send along, because a form's own fields replace the whole query.
  package var hiddenInSearch: [Filter] {
    var fields = kept
    if table != 1 { fields.append(Filter("table", String(table))) }
    if let order { fields.append(Filter("sort", order.text)) }
    return fields
  }

  private var query: String {
    var fields = kept
    if table != 1 { fields.append(Filter("table", String(table))) }
    if !text.utf8.isEmpty { fields.append(Filter("q", text)) }
    fields += filters
    if let order { fields.append(Filter("sort", order.text)) }
    if page != 1 { fields.append(Filter("page", String(page))) }
    if let file { fields.append(Filter("as", file.rawValue)) }
    return fields.map { PercentEncoding.encode($0.key) + "=" + PercentEncoding.encode($0.value) }
      .joined(separator: "&")
  }
}

extension ListQuestion.Order {
  /// As an address says it.
  package var text: String { (isDescending ? "-" : "") + key }
}
