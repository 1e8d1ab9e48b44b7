import Listings
package import VisitModel
package import Wording

/// What somebody asks to take along.
package struct ExportOrder: Hashable, Sendable {
  let set: ExportSet
  let form: ListQuestion.File
  /// Both are meant; nothing of them is read for a set without months.
  let months: ClosedRange<CivilMonth>
  /// Of its words.
  let language: Language

  /// As people read it.
  var monthsText: String {
    guard set.hasMonths else { return "" }
    return months.lowerBound == months.upperBound
      ? months.lowerBound.description : "\(months.lowerBound) – \(months.upperBound)"
  }
}

/// How far an export is. No part of it ever gets less.
package struct ExportProgress: Hashable, Sendable {
  /// Sites read so far.
  package var sites = 0
  /// Nothing until it was counted whose they are.
  package var ofSites: Int?
  package var rows = 0

  func isBehind(_ other: ExportProgress) -> Bool {
    sites < other.sites || rows < other.rows || (ofSites == nil && other.ofSites != nil)
  }
}

/// An order and what became of it.
package struct Export: Sendable {
  package enum Stage: Hashable, Sendable {
    case waiting, running
    case done(bytes: Int)
    case failed(Message)
  }

  /// 32 hexadecimal digits that nobody can guess.
  package let id: String
  package let owner: AccountID
  let order: ExportOrder
  package let askedAt: Instant
  package var stage = Stage.waiting
  package var progress = ExportProgress()
  /// Until when it is kept; nothing while it is not over.
  package var keptUntil: Instant?
  /// Whose rows are in it.
  var sites: [ScopeID] = []

  /// Of its file.
  var fileName: String { id + "." + order.form.rawValue }

  var isOver: Bool {
    switch stage {
    case .waiting, .running: false
    case .done, .failed: true
    }
  }
}
