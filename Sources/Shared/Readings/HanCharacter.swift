import Foundation
import Synchronization

/// What a search knows of one Chinese character.
struct HanCharacter: Hashable, Sendable {
  /// Its simplified form; itself for most.
  let folded: Unicode.Scalar
  /// Its readings in Mandarin, in small letters without tones, each once: the common one, the one it has as
  /// a surname, and with `ü` every spelling that people type: `lü` is `lv`, `lu` and `lyu`. None for a
  /// character that the tables do not know.
  let sounds: [[UInt8]]

  /// Characters of meaning; the ideographic space, full-width letters and kana are none.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      scalar.properties.isIdeographic
    default: false
    }
  }

  /// ICU takes some 100 µs for the four tables it is asked, and half a second for the very first; a
  /// character never changes. Names use a few thousand characters; of more than this the rest is asked each
  /// time, so that what somebody types cannot fill the memory.
  private static let keptMax = 30_000
  private static let kept = Mutex<[Unicode.Scalar: HanCharacter]>([:])

  /// - Parameter scalar: `isHan`.
  static func of(_ scalar: Unicode.Scalar) -> HanCharacter {
    if let known = kept.withLock({ $0[scalar] }) { return known }
    let found = HanCharacter(asking: scalar)
    kept.withLock { if $0.count < keptMax { $0[scalar] = found } }
    return found
  }

  private init(asking scalar: Unicode.Scalar) {
    let folded = Self.simplified(scalar)
    var sounds: [[UInt8]] = []
    func add(_ found: [[UInt8]]) {
      for sound in found where !sounds.contains(sound) { sounds.append(sound) }
    }
    // 乾 is simplified to 干, which is gān; in names it is qián.
    for form in folded == scalar ? [scalar] : [folded, scalar] {
      add(Self.spellings(Self.transformed(form, "Han-Latin")))
    }
    // Knows readings of surnames, of simplified characters only.
    add(Self.spellings(Self.transformed(folded, "Han-Latin/Names")))
    add(NameReadings.others(of: folded))
    self.folded = folded
    self.sounds = sounds
  }

  private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // A compatibility ideograph is another code of the same character.
    let plain =
      String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? scalar
    if let form = NameReadings.plainForm(of: plain) { return form }
    let simple = transformed(plain, "Hant-Hans").unicodeScalars.first ?? plain
    return NameReadings.plainForm(of: simple) ?? simple
  }

  private static func transformed(_ scalar: Unicode.Scalar, _ table: String) -> String {
    let text = String(scalar)
    return text.applyingTransform(StringTransform(table), reverse: false) ?? text
  }

  /// `lǚ` → `lv`, `lu`, `lyu`; `wáng` → `wang`; nothing for what is no syllable of letters.
  private static func spellings(_ syllable: String) -> [[UInt8]] {
    var forms: [[UInt8]] = [[]]
    var hasUmlaut = false
    for scalar in syllable.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: forms[0].append(UInt8(scalar.value))
      case 0x308: hasUmlaut = true
      case 0x300...0x36F: continue
      default: return []
      }
    }
    let plain = forms[0]
    guard !plain.isEmpty else { return [] }
    guard hasUmlaut, let place = plain.lastIndex(of: UInt8(ascii: "u")) else { return forms }
    var v = plain
    v[place] = UInt8(ascii: "v")
    var yu = plain
    yu.insert(UInt8(ascii: "y"), at: place)
    return [v, plain, yu]
  }
}
