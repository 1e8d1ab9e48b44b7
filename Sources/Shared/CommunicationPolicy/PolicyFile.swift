import TextFormats
package import VisitModel

/// What is wrong with a policy file, and where.
package struct PolicyFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Neither `A01` to `A51` nor `P01`, or named twice.
    case decision(String)
    /// The decision has no setting of that name.
    case setting(String)
    /// The setting cannot hold this; what it can.
    case value(String, range: String)
    /// The program knows one reading only.
    case fixed(String, only: String)
    /// A decision without one of its settings: a half decision would leave the other half open.
    case incomplete(String)
    /// A day, or a text that is empty or too long.
    case member(String)
    /// The shipped file names every decision.
    case absent(String)
  }

  /// `decisions[2].values.lateFrom`
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// One edition of the values, in one file: which, from when on, where it was taken from, and the decisions
/// that it makes. What it does not name stays as it is.
package struct PolicyFile: Hashable, Sendable {
  package static let bytesMax = 256 * 1024

  package let edition: String
  package let from: CivilDate
  package let source: String
  package let entries: [PolicyEntry]

  /// - Parameter mustBeWhole: every decision has to be there.
  /// - Throws: `JSONFault`, `JSONShapeFault` or `PolicyFault`, each naming its place.
  package init(bytes: [UInt8], mustBeWhole: Bool = false) throws {
    let reader = try JSONReader(try JSON.parse(bytes, bytesMax: Self.bytesMax))
    try reader.allow(only: ["edition", "from", "source", "decisions"])
    let edition = try Self.line("edition", of: reader)
    // What ships is the first edition of all; the file that ships is not measured by itself.
    guard let from = CivilDate(try reader.string("from")),
      mustBeWhole || from >= Policy.shipped.from
    else { throw PolicyFault(path: "from", kind: .member("from")) }
    let source = try Self.line("source", of: reader)
    var entries: [PolicyEntry] = []
    for one in try reader.objects("decisions", limit: 1000) {
      let entry = try Self.entry(one, edition: edition, from: from, source: source)
      if entries.contains(where: { $0.decision == entry.decision }) {
        throw PolicyFault(path: one.path, kind: .decision(entry.decision))
      }
      entries.append(entry)
    }
    if mustBeWhole {
      for decision in Decision.all where !entries.contains(where: { $0.decision == decision.id }) {
        throw PolicyFault(path: "decisions", kind: .absent(decision.id))
      }
    }
    (self.edition, self.from, self.source, self.entries) = (edition, from, source, entries)
  }

  private static func entry(
    _ reader: JSONReader, edition: String, from: CivilDate, source: String
  ) throws -> PolicyEntry {
    try reader.allow(only: ["decision", "source", "rules", "assumed", "values"])
    let name = try reader.string("decision")
    guard let decision = Decision.named(name) else {
      throw PolicyFault(path: reader.place(of: "decision"), kind: .decision(name))
    }
    guard let given = reader.value("values") else { throw reader.missing("values") }
    return PolicyEntry(
      decision: name, edition: edition, from: from,
      source: reader.value("source") == nil ? source : try line("source", of: reader),
      rules: try reader.strings("rules", limit: 100),
      isAssumed: try reader.optionalBool("assumed") ?? false,
      values: try values(given, of: decision, at: reader.place(of: "values")))
  }

  private static func values(
    _ given: JSON, of decision: Decision, at path: String
  ) throws -> [String: PolicyValue] {
    guard case .object(let members) = given else {
      throw PolicyFault(path: path, kind: .incomplete(decision.id))
    }
    var values: [String: PolicyValue] = [:]
    for member in members {
      let place = path + "." + member.name
      guard let setting = decision.settings.first(where: { $0.name == member.name }) else {
        throw PolicyFault(path: place, kind: .setting(member.name))
      }
      guard let value = PolicyValue(member.value), setting.allows(value) else {
        throw PolicyFault(
          path: place,
          kind: setting.isFixed
            ? .fixed(member.name, only: setting.range)
            : .value(member.name, range: setting.range))
      }
      values[member.name] = value
    }
    for setting in decision.settings where values[setting.name] == nil {
      throw PolicyFault(path: path, kind: .incomplete(setting.name))
    }
    return values
  }

  /// A text of one line that is there.
  private static func line(_ name: String, of reader: JSONReader) throws -> String {
    let text = try reader.string(name)
    guard !text.isEmpty, text.utf8.count <= Bounds.lineBytesMax,
      !text.utf8.contains(where: { $0 < 0x20 })
    else { throw PolicyFault(path: reader.place(of: name), kind: .member(name)) }
    return text
  }
}

extension PolicyEntry {
  /// As a record holds it: the values as JSON text.
  /// - Returns: nothing for values that are no JSON object; single ones that this program cannot hold are
  ///   left out.
  package init?(
    decision: String, edition: String, from: CivilDate, source: String, isAssumed: Bool,
    valuesText: String
  ) {
    let parsed: JSON
    // Somebody's text in a record: what is no JSON is no decision, and stops nobody.
    do { parsed = try JSON.parse(Array(valuesText.utf8), bytesMax: PolicyFile.bytesMax) } catch {
      return nil
    }
    guard case .object(let members) = parsed, let known = Decision.named(decision) else {
      return nil
    }
    var values: [String: PolicyValue] = [:]
    for setting in known.settings {
      if let json = members.first(where: { $0.name == setting.name })?.value,
        let value = PolicyValue(json), setting.allows(value)
      {
        values[setting.name] = value
      }
    }
    self.init(
      decision: decision, edition: edition, from: from, source: source,
      rules: Policy.shipped.entries.first { $0.decision == decision }?.rules ?? [],
      isAssumed: isAssumed, values: values)
  }
}
