import ArgumentParser
import Console
import FieldWork
import VisitModel
import Wording

/// Times and dates as people give them to options.
enum Moments {
  /// `2026-09-28 19:00`, ISO 8601, or a time alone, or a date and a time in words: 今天 19:30.
  static func instant(_ text: String, now: Instant, _ zone: ZoneOffset) throws -> Instant {
    if let instant = Instant(text, defaultZone: zone) { return instant }
    let today = LocalTime(now, in: zone).date
    if let minute = Answers.minuteOfDay(text) { return today.at(minuteOfDay: minute, in: zone) }
    let words = text.split(separator: " ", maxSplits: 1)
    if words.count == 2, let date = Answers.date(words[0], today: today),
      let minute = Answers.minuteOfDay(words[1])
    {
      return date.at(minuteOfDay: minute, in: zone)
    }
    throw FieldFault.wrongUsage(Message(.notATime, [text]))
  }

  static func month(_ text: String?, now: Instant, _ zone: ZoneOffset) throws -> CivilMonth {
    guard let text else { return LocalTime(now, in: zone).date.civilMonth }
    guard let month = CivilMonth(text) else {
      throw FieldFault.wrongUsage(Message(.notAMonth, [text]))
    }
    return month
  }

  /// A month that is read with the other words, so that a bad one is named ahead of an option that
  /// is missing.
  static func month(ofOption text: String) throws -> CivilMonth {
    guard let month = CivilMonth(text) else {
      throw ValidationError(Phrase.notAMonth.text(in: Help.languageInUse, [text]))
    }
    return month
  }

  /// A member of a code set by its name.
  static func code<Set: CodeSet>(_ text: String, as _: Set.Type, option: String) throws -> Set {
    guard let member = Set(name: text) else {
      throw FieldFault.wrongUsage(
        Message(
          .notOneOf, [option, text, Set.allCases.map(\.name).joined(separator: ", ")]))
    }
    return member
  }
}
