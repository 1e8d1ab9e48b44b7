package import TextFormats
package import Wording

/// JSON faults in words.
package enum JSONWords {
  private static func text(_ kind: JSONFault.Kind) -> String {
    switch kind {
    case .notUTF8: "UTF-8"
    case .byteOrderMark: "BOM"
    case .tooLarge(let limit): "> \(limit) bytes"
    case .tooDeep(let limit): "> \(limit) levels"
    case .unexpected: "?"
    case .unfinished: "…"
    case .badEscape: "\\"
    case .badNumber: "0–9"
    case .controlInString: "U+0000–U+001F"
    case .repeatedName(let name): "\"\(name)\" × 2"
    case .trailingText: "}"
    }
  }

  package static func message(_ fault: JSONFault, file: String) -> Message {
    Message(.jsonFault, [file, "\(fault.line)", "\(fault.column)", text(fault.kind)])
  }

  package static func message(_ fault: JSONShapeFault, file: String) -> Message {
    let place = fault.path.isEmpty ? file : "\(file): \(fault.path)"
    return switch fault.kind {
    case .missing: Message(.jsonMissing, [place])
    case .wrongKind(let expected, let found): Message(.jsonWrongKind, [place, expected, found])
    case .unknown(let nearest?): Message(.jsonUnknownNear, [place, nearest])
    case .unknown(nil): Message(.jsonUnknown, [place])
    case .notOneOf(let names): Message(.jsonNotOneOf, [place, names.joined(separator: ", ")])
    case .badForm(let form): Message(.jsonBadForm, [place, form])
    case .tooMany(let limit): Message(.jsonTooMany, [place, "\(limit)"])
    }
  }
}
