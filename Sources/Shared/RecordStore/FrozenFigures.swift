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
    self.init(frozen: survey.figures)
  }

  /// - Returns: nothing for what are no figures, a number that no survey has included.
  package init?(frozen text: [UInt8]) {
    guard let json = SummaryJSON.parsed(text),
      let returned = json["returned"]?.number, let distributed = json["distributed"]?.number,
      case .array(let lines)? = json["dimensions"]
    else { return nil }
    self.returned = returned
    self.distributed = distributed
    var read: [Line] = []
    for line in lines {
      guard case .string(let name)? = line["dimension"],
        let dimension = SurveyDimension(name: name)
      else { continue }
      guard case .array(let counts)? = line["counts"] else {
        read.append(Line(dimension: dimension, valid: 0, counts: []))
        continue
      }
      let numbers = counts.compactMap(\.number)
      guard numbers.count == counts.count, numbers.count <= Self.stepsMax else { return nil }
      read.append(Line(dimension: dimension, valid: numbers.reduce(0, +), counts: numbers))
    }
    self.lines = read
  }

  /// Of the grades of a survey (R1-26).
  private static let stepsMax = 5
}

extension JSON {
  fileprivate var number: Int? {
    guard case .integer(let number) = self, (0...Int64(SurveyFigures.numberMax)).contains(number)
    else { return nil }
    return Int(number)
  }
}
