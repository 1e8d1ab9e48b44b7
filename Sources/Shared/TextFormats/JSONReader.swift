/// What a JSON document lacks or has too much, and at which member.
package struct JSONShapeFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case missing
    /// Expected kind, found kind.
    case wrongKind(expected: String, found: String)
    /// The nearest known name, if one is near.
    case unknown(nearest: String?)
    /// The value is not one of these.
    case notOneOf([String])
    /// The text is not of the form named.
    case badForm(String)
    case tooMany(limit: Int)
  }

  /// `opinions[2].topic`; empty for the document itself.
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// Reads typed members of an object and remembers where it is, so that every fault names its place.
package struct JSONReader: Sendable {
  package let path: String
  private let members: [JSON.Member]

  /// - Throws: `JSONShapeFault` when the value is no object.
  package init(_ value: JSON, path: String = "") throws(JSONShapeFault) {
    guard case .object(let members) = value else {
      throw JSONShapeFault(
        path: path, kind: .wrongKind(expected: "object", found: value.kindName))
    }
    self.members = members
    self.path = path
  }

  package func place(of name: String) -> String { path.isEmpty ? name : path + "." + name }

  /// Refuses members that nobody asked for, naming the nearest known one.
  package func allow(only names: [String]) throws(JSONShapeFault) {
    for member in members where !names.contains(where: { $0.utf8.elementsEqual(member.name.utf8) })
    {
      let nearest = names.map { ($0, editDistance($0, member.name)) }.min { $0.1 < $1.1 }
      throw JSONShapeFault(
        path: place(of: member.name),
        kind: .unknown(nearest: nearest.flatMap { $0.1 <= 2 ? $0.0 : nil }))
    }
  }

  package func value(_ name: String) -> JSON? {
    guard let value = members.first(where: { $0.name.utf8.elementsEqual(name.utf8) })?.value,
      value != .null
    else { return nil }
    return value
  }

  package func optionalString(_ name: String) throws(JSONShapeFault) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "string", value) }
    return text
  }

  package func string(_ name: String) throws(JSONShapeFault) -> String {
    guard let text = try optionalString(name) else { throw missing(name) }
    return text
  }

  package func optionalBool(_ name: String) throws(JSONShapeFault) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .bool(let flag) = value else { throw wrong(name, "true or false", value) }
    return flag
  }

  package func optionalInteger(_ name: String) throws(JSONShapeFault) -> Int64? {
    guard let value = value(name) else { return nil }
    guard case .integer(let number) = value else { throw wrong(name, "whole number", value) }
    return number
  }

  package func optionalObject(_ name: String) throws(JSONShapeFault) -> JSONReader? {
    guard let value = value(name) else { return nil }
    return try JSONReader(value, path: place(of: name))
  }

  /// The objects of a list; an absent list is empty.
  package func objects(_ name: String, limit: Int) throws(JSONShapeFault) -> [JSONReader] {
    guard let value = value(name) else { return [] }
    guard case .array(let items) = value else { throw wrong(name, "list", value) }
    guard items.count <= limit else {
      throw JSONShapeFault(path: place(of: name), kind: .tooMany(limit: limit))
    }
    var readers: [JSONReader] = []
    for (index, item) in items.enumerated() {
      readers.append(try JSONReader(item, path: "\(place(of: name))[\(index)]"))
    }
    return readers
  }

  package func strings(_ name: String, limit: Int) throws(JSONShapeFault) -> [String] {
    guard let value = value(name) else { return [] }
    guard case .array(let items) = value else { throw wrong(name, "list", value) }
    guard items.count <= limit else {
      throw JSONShapeFault(path: place(of: name), kind: .tooMany(limit: limit))
    }
    var texts: [String] = []
    for (index, item) in items.enumerated() {
      guard case .string(let text) = item else {
        throw wrong("\(name)[\(index)]", "string", item)
      }
      texts.append(text)
    }
    return texts
  }

  package func missing(_ name: String) -> JSONShapeFault {
    JSONShapeFault(path: place(of: name), kind: .missing)
  }

  private func wrong(_ name: String, _ expected: String, _ found: JSON) -> JSONShapeFault {
    JSONShapeFault(
      path: place(of: name), kind: .wrongKind(expected: expected, found: found.kindName))
  }
}

extension JSON {
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "whole number"
    case .decimal: "number"
    case .string: "string"
    case .array: "list"
    case .object: "object"
    }
  }
}

/// Levenshtein's distance, cut short for long names.
package func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8.prefix(64))
  let b = Array(b.utf8.prefix(64))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var previous = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let next = min(row[j + 1] + 1, row[j] + 1, previous + (x == y ? 0 : 1))
      previous = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}
