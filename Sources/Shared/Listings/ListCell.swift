package import VisitModel
package import Wording

/// One value of a table, before anyone has decided on a language or on a file format.
package enum ListValue: Hashable, Sendable {
  /// Words for people, of any length; may have several lines.
  case text(String)
  /// A name made of letters and digits, such as a unit or a rule: `0301` keeps its zeros everywhere, and
  /// runs of digits are put in order by their value.
  case code(String)
  case number(Int)
  /// Whole hundredths: 85 is 85 %.
  case percent(Int)
  case date(CivilDate)
  /// A moment, and the zone on whose wall clock people read it.
  case moment(Instant, ZoneOffset)
  case month(CivilMonth)
  case yesNo(Bool)
  /// A word of the catalogue, such as a state. Filters and JSON know it by `Phrase.name`.
  case word(Phrase)
  /// Nothing belongs here, for instance the day of something that has not happened.
  case empty
  /// A number that is at least this: parts of it could not be counted.
  case atLeast(Int, why: Message)
  /// Something belongs here and is not known; never shown as 0 or as nothing.
  case unknown(why: Message)
}

/// A value, where it leads on the pages, and what is to be said about it.
package struct ListCell: Hashable, Sendable {
  package let value: ListValue
  /// An address of ours, already encoded. A matter of pages: no file carries it.
  package var address: String?
  /// Said beside the value, such as when it was counted. Files carry it apart from the value.
  package var remark: Message?

  package init(_ value: ListValue, address: String? = nil, remark: Message? = nil) {
    self.value = value
    self.address = address
    self.remark = remark
  }

  package static let empty = ListCell(.empty)

  package static func text(_ text: String, address: String? = nil) -> ListCell {
    ListCell(.text(text), address: address)
  }

  package static func code(_ code: String, address: String? = nil) -> ListCell {
    ListCell(.code(code), address: address)
  }

  package static func number(_ number: Int, address: String? = nil) -> ListCell {
    ListCell(.number(number), address: address)
  }

  package static func percent(_ hundredths: Int) -> ListCell { ListCell(.percent(hundredths)) }

  /// - Parameter date: empty for none.
  package static func date(_ date: CivilDate?) -> ListCell {
    ListCell(date.map { .date($0) } ?? .empty)
  }

  /// - Parameter instant: empty for none.
  package static func moment(
    _ instant: Instant?, in zone: ZoneOffset, address: String? = nil
  ) -> ListCell {
    ListCell(instant.map { .moment($0, zone) } ?? .empty, address: address)
  }

  package static func month(_ month: CivilMonth) -> ListCell { ListCell(.month(month)) }
  package static func yesNo(_ isSo: Bool) -> ListCell { ListCell(.yesNo(isSo)) }
  package static func word(_ phrase: Phrase) -> ListCell { ListCell(.word(phrase)) }
  package static func unknown(_ why: Message) -> ListCell { ListCell(.unknown(why: why)) }

  /// A count with whatever is known of it: a number, a number with its time, at least a number, or unknown.
  package static func counted(
    _ count: Counted, in zone: ZoneOffset, address: String? = nil
  ) -> ListCell {
    switch count {
    case .known(let number): ListCell(.number(number), address: address)
    case .asOf(let number, let instant):
      ListCell(
        .number(number), address: address,
        remark: Message(.listCountedAt, [instant.wallText(in: zone)]))
    case .atLeast(let number, let why): ListCell(.atLeast(number, why: why), address: address)
    case .unknown(let why): ListCell(.unknown(why: why), address: address)
    }
  }
}

extension ListValue {
  /// As people read it on a page or on paper: days and months as in ISO 8601, moments on the wall clock of
  /// their zone, `–` for nothing, and why for what is unknown.
  package func text(in language: Language) -> String {
    switch self {
    case .text(let text), .code(let text): text
    case .number(let number): String(number)
    case .percent(let hundredths): "\(hundredths) %"
    case .date(let date): date.description
    case .moment(let instant, let zone): instant.wallText(in: zone)
    case .month(let month): month.description
    case .yesNo(let isSo): (isSo ? Phrase.labelYes : .labelNo).text(in: language)
    case .word(let phrase): phrase.text(in: language)
    case .empty: "–"
    case .atLeast(let number, _): Phrase.listAtLeast.text(in: language, [String(number)])
    case .unknown: Phrase.listUnknown.text(in: language)
    }
  }

  /// Why it is not the whole truth; nothing for a plain value.
  package var fault: Message? {
    switch self {
    case .atLeast(_, let why), .unknown(let why): why
    default: nil
    }
  }

  /// What a filter in an address calls this value, the same in every language; nothing for what cannot be
  /// filtered by.
  package var filterName: String? {
    switch self {
    case .text(let text), .code(let text): text
    case .number(let number), .percent(let number): String(number)
    case .date(let date): date.description
    case .month(let month): month.description
    case .yesNo(let isSo): isSo ? "yes" : "no"
    case .word(let phrase): phrase.name
    case .moment, .empty, .atLeast, .unknown: nil
    }
  }
}
