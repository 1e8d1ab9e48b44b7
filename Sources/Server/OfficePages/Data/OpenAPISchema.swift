import Listings
import TextFormats
import VisitModel
import Wording

/// The shapes of what is answered, from the columns of the sets.
enum OpenAPISchema {
  static let problem = object(
    [
      ("type", string), ("title", string), ("status", integer), ("detail", string),
      ("target", string),
    ], required: ["type", "title", "status", "detail"])

  static let odataError = object(
    [
      (
        "error",
        object(
          [("code", string), ("message", string), ("target", string)],
          required: ["code", "message"])
      )
    ], required: ["error"])

  static let service = object(
    [
      ("@odata.context", string),
      (
        "value",
        array(
          object(
            [("name", string), ("kind", string), ("url", string)],
            required: ["name", "kind", "url"]))
      ),
    ], required: ["@odata.context", "value"])

  static func table(of set: DataSet) -> JSON {
    let row = object(
      set.columns.map { ($0.key, value(of: $0.kind)) }, required: set.columns.map(\.key))
    let column = object(
      [("key", string), ("heading", string), ("kind", string)],
      required: ["key", "heading", "kind"])
    let fault = object(
      [("row", integer), ("column", string), ("why", string), ("atLeast", integer)],
      required: ["why"])
    return object(
      [
        ("table", string), ("title", string), ("columns", array(column)), ("rows", array(row)),
        ("faults", array(fault)), ("total", integer), ("page", integer), ("pages", integer),
      ],
      required: ["table", "title", "columns", "rows", "faults", "total", "page", "pages"])
  }

  /// A row has what `$select` names, and beside what is not known why, as `{property}@rounds.unknown`.
  static func entities(of set: DataSet) -> JSON {
    var members = set.columns.map { ($0.key, value(of: $0.kind)) }
    members += set.columns.map { ($0.key + "@rounds.unknown", string) }
    return object(
      [
        ("@odata.context", string), ("@odata.count", integer),
        ("value", array(object(members, required: []))), ("@odata.nextLink", string),
      ], required: ["@odata.context", "value"])
  }

  private static let string = JSON.object(["type": .string("string")])
  private static let integer = JSON.object(["type": .string("integer")])

  private static func array(_ items: JSON) -> JSON {
    .object(["type": .string("array"), "items": items])
  }

  private static func object(_ members: [(String, JSON)], required: [String]) -> JSON {
    .object([
      "type": .string("object"),
      "properties": .object(members.map { JSON.Member($0.0, $0.1) }),
      "required": required.isEmpty ? nil : .array(required.map { .string($0) }),
      "additionalProperties": .bool(false),
    ])
  }

  private static func value(of kind: ListColumn.Kind) -> JSON {
    func orNull(_ type: String, _ more: [JSON.Member] = []) -> JSON {
      .object(
        [JSON.Member("type", .array([.string(type), .string("null")]))] + more)
    }
    switch kind {
    case .text, .code, .word: return orNull("string")
    case .number, .percent: return orNull("integer")
    case .yesNo: return orNull("boolean")
    case .month:
      return orNull("string", [JSON.Member("pattern", .string("^[0-9]{4}-[0-9]{2}$"))])
    case .date: return orNull("string", [JSON.Member("format", .string("date"))])
    case .moment: return orNull("string", [JSON.Member("format", .string("date-time"))])
    }
  }
}

/// What may be asked, so exactly that a program which keeps to it is never refused.
enum OpenAPIParameters {
  static func ofSet(_ set: DataSet) -> [JSON] {
    let offer = DataQuestion.offer(of: set)
    let text = JSON.object([
      "type": .string("string"), "maxLength": .integer(DataQuestion.textMax),
    ])
    return DataQuestion.names(of: offer).map { name in
      switch name {
      case "lang": parameter(name, choice(Language.allCases.map(\.rawValue)))
      case "sort": parameter(name, choice(offer.sorts.flatMap { [$0, "-" + $0] }))
      case "page": parameter(name, number(1, ListQuestion.pageMax))
      default: parameter(name, text)
      }
    }
  }

  static func ofEntities(_ set: DataSet) -> [JSON] {
    let names = set.columns.map(\.key).joined(separator: "|")
    return [
      parameter("$select", pattern("^(\(names))(,(\(names))){0,9}$")),
      parameter("$filter", pattern(filter(set))),
      parameter(
        "$orderby",
        pattern("^(\(names))( (asc|desc))?(,(\(names))( (asc|desc))?){0,4}$")),
      parameter("$top", number(0, ODataQuestion.numberMax)),
      parameter("$skip", number(0, ODataQuestion.numberMax)),
      parameter("$count", choice(["true", "false"])),
      parameter("$format", choice(["json"])),
    ]
  }

  /// The plain part of what `$filter` understands (docs/decisions/0043 has all of it): up to three comparisons.
  private static func filter(_ set: DataSet) -> String {
    let days = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    let time = "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
    let text = "'[A-Za-z0-9.-]{0,12}'"
    let types: [(ODataType, String)] = [
      (.string, text), (.int64, "-?[0-9]{1,9}"), (.boolean, "(true|false)"), (.date, days),
      (.moment, days + time),
    ]
    var clauses: [String] = []
    for (type, literal) in types {
      let names = set.columns.filter { ODataType($0.kind) == type }.map(\.key)
      if names.isEmpty { continue }
      let any = "(\(names.joined(separator: "|")))"
      clauses.append("\(any) (eq|ne|gt|ge|lt|le) \(literal)")
      clauses.append("\(any) (eq|ne) null")
      if type == .string {
        clauses.append("(contains|startswith|endswith)\\(\(any),\(text)\\)")
      }
    }
    let one = "(" + clauses.joined(separator: "|") + ")"
    return "^\(one)( (and|or) \(one)){0,2}$"
  }

  private static func parameter(_ name: String, _ schema: JSON) -> JSON {
    .object(["name": .string(name), "in": .string("query"), "schema": schema])
  }

  private static func choice(_ words: [String]) -> JSON {
    .object(["type": .string("string"), "enum": .array(words.map { .string($0) })])
  }

  private static func pattern(_ text: String) -> JSON {
    .object(["type": .string("string"), "pattern": .string(text)])
  }

  private static func number(_ least: Int, _ most: Int) -> JSON {
    .object([
      "type": .string("integer"), "minimum": .integer(least), "maximum": .integer(most),
    ])
  }
}
