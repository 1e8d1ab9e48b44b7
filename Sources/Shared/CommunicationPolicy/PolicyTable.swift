package import Wording

/// What a policy file may say about one setting, and where its value goes.
package struct PolicySetting: Sendable {
  package let name: String
  /// What it may hold, as a refusal says it: `0…9`, `HH:MM`, `warn | forbidden`.
  package let range: String
  /// Only one value: the program knows no other reading, so that a file may name it and not change it.
  package let isFixed: Bool
  /// Takes the value over; answers whether the setting can hold it, and changes nothing if not.
  let take: @Sendable (PolicyValue, inout PolicySettings) -> Bool

  /// Whether the setting can hold the value.
  package func allows(_ value: PolicyValue) -> Bool {
    var settings = PolicySettings()
    return take(value, &settings)
  }

  static func whole(
    _ name: String, _ range: ClosedRange<Int>,
    _ place: any WritableKeyPath<PolicySettings, Int> & Sendable
  ) -> PolicySetting {
    PolicySetting(
      name: name, range: "\(range.lowerBound)…\(range.upperBound)", isFixed: false
    ) { value, settings in
      guard case .integer(let number) = value, range.contains(number) else { return false }
      settings[keyPath: place] = number
      return true
    }
  }

  /// - Parameter count: how many numbers there are, each larger than the one before.
  static func ascending(
    _ name: String, _ count: Int, _ range: ClosedRange<Int>,
    _ place: any WritableKeyPath<PolicySettings, [Int]> & Sendable
  ) -> PolicySetting {
    PolicySetting(
      name: name, range: "\(count) × \(range.lowerBound)…\(range.upperBound) ↑",
      isFixed: false
    ) { value, settings in
      guard case .integers(let numbers) = value, numbers.count == count,
        numbers.allSatisfy(range.contains), zip(numbers, numbers.dropFirst()).allSatisfy(<)
      else { return false }
      settings[keyPath: place] = numbers
      return true
    }
  }

  static func truth(
    _ name: String, _ place: any WritableKeyPath<PolicySettings, Bool> & Sendable
  ) -> PolicySetting {
    PolicySetting(name: name, range: "true | false", isFixed: false) { value, settings in
      guard case .truth(let flag) = value else { return false }
      settings[keyPath: place] = flag
      return true
    }
  }

  /// The reading a program follows, of which there is no other.
  static func reading(_ name: String, _ only: String) -> PolicySetting {
    PolicySetting(name: name, range: only, isFixed: true) { value, _ in
      guard case .text(let text) = value else { return false }
      return text.utf8.elementsEqual(only.utf8)
    }
  }

  static func time(
    _ name: String, _ place: any WritableKeyPath<PolicySettings, Int> & Sendable
  ) -> PolicySetting {
    PolicySetting(name: name, range: "HH:MM", isFixed: false) { value, settings in
      guard let minute = value.minuteOfDay else { return false }
      settings[keyPath: place] = minute
      return true
    }
  }

  static func timeOrNone(
    _ name: String, _ place: any WritableKeyPath<PolicySettings, Int?> & Sendable
  ) -> PolicySetting {
    PolicySetting(name: name, range: "HH:MM | null", isFixed: false) { value, settings in
      let minute = value.minuteOfDay
      guard minute != nil || value == .none else { return false }
      settings[keyPath: place] = minute
      return true
    }
  }

  /// One of two words, the second of which is the stricter.
  static func word(
    _ name: String, _ mild: String, _ strict: String,
    _ place: any WritableKeyPath<PolicySettings, Bool> & Sendable
  ) -> PolicySetting {
    PolicySetting(name: name, range: "\(mild) | \(strict)", isFixed: false) { value, settings in
      guard case .text(let text) = value, [mild, strict].contains(text) else { return false }
      settings[keyPath: place] = text == strict
      return true
    }
  }
}

/// A decision about what the procedures leave open, with its settings.
package struct Decision: Sendable {
  /// `A01` to `A51`: open points of the procedures. `P01`: practice of the trade.
  package let id: String
  /// What was decided, in a sentence.
  package let phrase: Phrase
  package let settings: [PolicySetting]

  init(_ id: String, _ phrase: Phrase, _ settings: PolicySetting...) {
    self.id = id
    self.phrase = phrase
    self.settings = settings
  }

  package static func named(_ id: String) -> Decision? { all.first { $0.id == id } }

  package static let all: [Decision] = sampling + visits + later
}
