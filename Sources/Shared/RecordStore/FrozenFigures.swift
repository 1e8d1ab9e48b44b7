import Fingerprint
import TextFormats
import VisitModel

extension SurveyFigures {
  /// The figures as they were analysed: those that are published, whatever answers came since. Of a group
  /// too small to show they hold nothing.
  /// - Returns: nothing before the analysis, and where they are not those of the digest beside them.
  package init?(frozenIn survey: Survey) {
    guard Digest(domain: "rounds survey v1", survey.figures).bytes == survey.digest else {
      return nil
    }
    self.init(text: survey.figures)
  }

  /// - Returns: nothing for what are no figures.
  init?(text: [UInt8]) {
    guard let json = SummaryJSON.parsed(text),
      let returned = json["returned"]?.number, let distributed = json["distributed"]?.number,
      case .array(let lines)? = json["dimensions"]
    else { return nil }
    self.returned = returned
    self.distributed = distributed
    self.lines = lines.compactMap { line in
      guard case .string(let name)? = line["dimension"],
        let dimension = SurveyDimension(name: name)
      else { return nil }
      guard case .array(let counts)? = line["counts"] else {
        return Line(dimension: dimension, valid: 0, counts: [])
      }
      let numbers = counts.compactMap(\.number)
      return Line(dimension: dimension, valid: numbers.reduce(0, +), counts: numbers)
    }
  }
}

extension JSON {
  fileprivate var number: Int? {
    guard case .integer(let number) = self else { return nil }
    return Int(number)
  }
}
