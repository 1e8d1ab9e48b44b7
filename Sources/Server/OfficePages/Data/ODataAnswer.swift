import Listings
import RecordStore
import TextFormats
import Wording

/// A page of an entity set as OData's JSON. It is made of the same rows as every other form of the set.
struct ODataAnswer {
  let set: DataSet
  let question: ODataQuestion
  /// Scheme and authority by which the program called, such as `https://office.example`.
  let origin: String
  let language: Language

  private var path: String { origin + "/odata/" + set.entitySet }

  func json(_ source: DataSource) throws(DataFault) -> JSON {
    // Where rows come in another order than that of their keys, or are counted, all of them are needed.
    let needsAll = !question.order.isEmpty || question.skip > 0 || question.wantsCount
    return needsAll ? try whole(source) : try streamed(source)
  }

  private var most: Int { min(question.top ?? ODataQuestion.rowsMax, ODataQuestion.rowsMax) }

  private func matches(_ row: [ListCell]) -> Bool { question.filter?.matches(row) ?? true }

  private func streamed(_ source: DataSource) throws(DataFault) -> JSON {
    let found = try source.page(
      after: question.position, site: question.site(of: set), most: most, where: matches)
    let left = question.top.map { $0 - found.rows.count }
    let next = left.map { $0 <= 0 } ?? false ? nil : found.next
    return json(
      Array(found.rows.prefix(question.top ?? .max)), count: nil,
      next: next.map { link([("$skiptoken", $0.text)], left: left) })
  }

  private func whole(_ source: DataSource) throws(DataFault) -> JSON {
    let all = sorted(try source.all(site: question.site(of: set), where: matches))
    let end = min(question.skip + most, all.count)
    let rows = question.skip < end ? Array(all[question.skip..<end]) : []
    let left = question.top.map { $0 - rows.count }
    let isDone = end >= all.count || rows.isEmpty || (left.map { $0 <= 0 } ?? false)
    return json(
      rows, count: question.wantsCount ? all.count : nil,
      next: isDone ? nil : link([("$skip", "\(end)")], left: left))
  }

  /// Rows that are equal in it stay in the order of their keys.
  private func sorted(_ rows: [[ListCell]]) -> [[ListCell]] {
    if question.order.isEmpty { return rows }
    let keyed = rows.enumerated().map { index, row in
      (index: index, keys: question.order.map { ODataValue(row[$0.column].value) }, row: row)
    }
    return keyed.sorted { a, b in
      for (position, order) in question.order.enumerated() {
        let (x, y) = (a.keys[position], b.keys[position])
        if x != y { return order.isDescending ? y < x : x < y }
      }
      return a.index < b.index
    }.map(\.row)
  }

  private func link(_ more: [(String, String)], left: Int?) -> String {
    var options = question.kept.map { ($0.name, $0.value) } + more
    if let left { options.append(("$top", "\(left)")) }
    let query = options.map { $0.0 + "=" + PercentEncoding.encode($0.1) }
    return path + "?" + query.joined(separator: "&")
  }

  private func json(_ rows: [[ListCell]], count: Int?, next: String?) -> JSON {
    let names = question.select.map { set.columns[$0].key }
    let chosen = question.isSelected ? "(" + names.joined(separator: ",") + ")" : ""
    return .object([
      "@odata.context": .string(origin + "/odata/$metadata#" + set.entitySet + chosen),
      "@odata.count": count.map { .integer($0) }, "value": .array(rows.map(entity)),
      "@odata.nextLink": next.map { .string($0) },
    ])
  }

  /// What is not known is null, and beside it stands why.
  private func entity(_ row: [ListCell]) -> JSON {
    var members: [JSON.Member] = []
    for index in question.select {
      let (key, cell) = (set.columns[index].key, row[index])
      if let why = cell.value.fault {
        members.append(
          JSON.Member(key + "@rounds.unknown", .string(why.text(in: language))))
      }
      members.append(JSON.Member(key, cell.value.json))
    }
    return .object(members)
  }
}

/// What OData says of itself: the service document, and the model as CSDL.
enum ODataModel {
  static let namespace = "Rounds"

  /// Of the sets that a role may read.
  static func service(_ sets: [DataSet], origin: String) -> JSON {
    .object([
      "@odata.context": .string(origin + "/odata/$metadata"),
      "value": .array(
        sets.map { set in
          .object([
            "name": .string(set.entitySet), "kind": .string("EntitySet"),
            "url": .string(set.entitySet),
          ])
        }),
    ])
  }

  /// Names are constants of the table of sets, made of letters and digits: nothing in it needs escaping.
  static func metadata(_ sets: [DataSet]) -> String {
    let types = sets.map { set -> String in
      let keys = set.keys.map { "<PropertyRef Name=\"\($0.key)\"/>" }.joined()
      let properties = set.columns.enumerated().map { index, column in
        "<Property Name=\"\(column.key)\" Type=\"\(ODataType(column.kind).rawValue)\""
          + (index < set.keyCount ? " Nullable=\"false\"" : "") + "/>"
      }
      return "<EntityType Name=\"\(set.entitySet)Row\"><Key>\(keys)</Key>"
        + properties.joined() + "</EntityType>\n"
    }
    let entries = sets.map {
      "<EntitySet Name=\"\($0.entitySet)\" EntityType=\"\(namespace).\($0.entitySet)Row\"/>"
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
      <edmx:DataServices>
      <Schema Namespace="\(namespace)" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      \(types.joined())<EntityContainer Name="Container">\(entries.joined())</EntityContainer>
      </Schema>
      </edmx:DataServices>
      </edmx:Edmx>

      """
  }
}
