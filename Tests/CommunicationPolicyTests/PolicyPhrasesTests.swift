import CommunicationPolicy
import Testing
import Wording

/// What the rules say, in the order in which they stand in the catalogue.
private let phrases: [Phrase] = [
  .ruleMainlyService, .ruleGiveReason, .ruleRestricted, .ruleRestrictedCure,
  .ruleRestrictedReturn, .ruleRepeat, .ruleRepeatCure, .ruleCompanyCollision, .ruleSiteCollision,
  .ruleNoEarlier, .ruleNoEarlierCure,
  .ruleComplaintWay, .ruleComplaintWayCure, .ruleFeedbackDue, .ruleFeedbackDueCure,
  .ruleComplaintRouted, .ruleComplaintRoutedCure, .ruleTelephoneMode, .ruleTelephoneModeCure,
  .ruleItemEmpty, .ruleItemEmptyCure, .ruleBadge, .ruleBadgeCure, .ruleNoAppointment,
  .ruleNoAppointmentCure, .ruleOutsideWindow, .ruleLateHour, .ruleEarlyHour, .ruleNothingSaid,
  .ruleNothingSaidCure, .ruleEndBeforeStart, .ruleInFuture, .ruleEndsInFuture, .ruleTooLong,
  .ruleTimesCure,
  .ruleSignatureMissing, .ruleSignatureMissingCure, .ruleSignatureReason,
  .ruleSignatureReasonCure, .ruleSignatureNotApplicable, .ruleSignedByTelephone,
  .ruleSignedByTelephoneCure, .ruleLateRecord, .ruleLateRecordCure,
]

/// The digits that stand between braces in a template.
private func marks(_ template: String) -> Set<UInt8> {
  let bytes = Array(template.utf8)
  let places = bytes.indices.dropLast(2).filter { bytes[$0] == 0x7B && bytes[$0 + 2] == 0x7D }
  return Set(places.map { bytes[$0 + 1] })
}

@Suite struct PolicyPhrasesTests {
  @Test("a phrase says something in every language, with the same marks", arguments: phrases)
  func complete(_ phrase: Phrase) {
    for language in Language.allCases {
      let template = phrase.template(in: language)
      #expect(!template.utf8.isEmpty, "\(phrase.key) \(language)")
      #expect(marks(template) == marks(phrase.english), "\(phrase.key) \(language)")
    }
  }

  @Test("what a rule says in Chinese has no English left in its place", arguments: phrases)
  func translated(_ phrase: Phrase) {
    #expect(!phrase.hans.utf8.elementsEqual(phrase.english.utf8), "\(phrase.key)")
    #expect(!phrase.hant.utf8.elementsEqual(phrase.english.utf8), "\(phrase.key)")
  }

  @Test("no two phrases share a key")
  func keys() {
    #expect(Set(phrases.map(\.key)).count == phrases.count)
  }

  @Test("the cases of the visit rules bring every phrase to light, and no other")
  func allSaid() {
    let said = VisitRow.all.flatMap(\.found).flatMap { [$0.why.phrase.key, $0.cure.phrase.key] }
    #expect(Set(said).symmetricDifference(phrases.map(\.key)) == [])
  }

  @Test("a finding's phrase names the rule it comes from", arguments: VisitRow.all)
  func namesRule(_ row: VisitRow) {
    for finding in row.found {
      let key = finding.why.phrase.key
      #expect(key.utf8.starts(with: "rule.\(finding.rule.rawValue)".utf8), "\(key)")
    }
  }

  @Test("a cure that asks for a reason names the rule to give it for")
  func reasonNamesRule() {
    for finding in VisitRow.all.flatMap(\.found) where finding.severity == .warning {
      #expect(finding.cure.arguments == [finding.rule.rawValue])
    }
  }
}
