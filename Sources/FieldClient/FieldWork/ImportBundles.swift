import ConflictFreeRecords
import Fingerprint
import RecordStore
import SyncProtocol
import VisitModel
package import WireFormat
import Wording

/// What a file brought.
package struct ImportSummary: Sendable {
  package var intake = IntakeSummary()
  /// The file came to its end, and the bundles in it are those its writer counted.
  package var isWhole = false
  /// What the file tells of itself; nothing when that part of it is damaged.
  package var head: ExportFile.Head?
  /// Items that stand in a damaged part of the file, whether they were taken or not.
  package var doubtful: [ClosedRange<Int>] = []
}

extension FieldEnvironment {
  /// Takes an export file in. Idempotent; may be stopped at any point and repeated.
  ///
  /// A damaged item is named by its number and the rest goes in. Bundles that the office has not
  /// answered are carried to it with the next sync, whoever wrote them.
  /// - Parameter read: hands on the file's bytes piece by piece.
  /// - Throws: `FieldFault.failed` before enrolment, for a file of another company, and for one that is
  ///   no export at all; nothing is stored then.
  package func importBundles(
    from read: (_ take: ([UInt8]) throws -> Void) throws -> Void,
    progress: @escaping (_ done: Int) -> Void = { _ in }
  ) throws -> ImportSummary {
    var intake = try Intake(self)
    var summary = ImportSummary()
    var file = try ExportReader()
    var found = SetDigest.empty
    var expected: SetDigest?
    var isSound = true
    var done = 0
    func take(_ item: ExportFile.Item) throws {
      switch item {
      case .head(let head):
        guard head.office == intake.office else {
          throw FieldFault.failed(
            Message(.exportOfAnotherCompany, [head.officeName, head.office.fingerprint]))
        }
        summary.head = head
      case .enrolment(let number, let envelope): intake.learn(enrolment: envelope, number: number)
      case .bundle(let number, let bundle):
        found.insert(Verification.identity(bundle.envelope))
        try intake.take(bundle.envelope, keys: bundle.keys, number: number)
        done += 1
        if done % 500 == 0 { progress(done) }
      case .malformedKeys(let number, let bundle): intake.refuse(number, .key, "\(bundle)")
      case .doubtfulKeys(let number, let bundle):
        intake.refuse(number, .doubtfulKey, "\(bundle)")
      case .damaged(let number): intake.refuse(number, .damaged, "")
      case .doubtful(let numbers):
        isSound = false
        if let numbers { summary.doubtful.append(numbers) }
      case .missing(let numbers):
        intake.refuse(numbers.lowerBound, through: numbers.upperBound, .missing, "")
      case .end(let digest): expected = digest
      case .cut(let number):
        // A file in which not even the first frame was found is something else.
        if number == 0 { throw FieldFault.failed(Message(.notAnExport)) }
        intake.refuse(number, .missing, "")
      }
    }
    try read { try file.feed($0, take) }
    try file.finish(take)
    try intake.finish()
    summary.intake = intake.summary
    summary.isWhole =
      isSound && summary.head != nil && expected == found && intake.summary.refused.isEmpty
    return summary
  }
}
