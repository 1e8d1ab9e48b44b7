package import VisitModel
import Wording

/// What the rules ask before somebody accepts a visit's record, sends it back, or says whether the
/// household confirmed it.
package struct ReviewFacts: Hashable, Sendable {
  package enum Act: Hashable, Sendable { case accept, sendBack, recontact }

  package var act: Act
  /// Of the one who acts.
  package var role: Role
  /// Of the visit.
  package var organiser: Organiser
  /// They were at the visit, or recorded it.
  package var tookPart = false
  /// A field of the record holds two values, and nobody has decided between them.
  package var hasConflict = false
  package var hasComment = true

  package init(_ act: Act, by role: Role, of organiser: Organiser) {
    self.act = act
    self.role = role
    self.organiser = organiser
  }
}

/// R1-54 as a pure function: facts in, findings out. All of them block.
package enum ReviewRules {
  /// Posts that review the visits of an organiser. The manager stands in for the supervisor, whose own
  /// visits somebody else has to look at (A08).
  package static func reviewers(of organiser: Organiser) -> Set<Role> {
    switch organiser {
    case .site: [.serviceSupervisor, .siteManager]
    case .company: [.companyReviewer, .administrator]
    }
  }

  package static func findings(_ facts: ReviewFacts) -> [Finding] {
    var found: [Finding] = []
    if facts.act != .recontact, !reviewers(of: facts.organiser).contains(facts.role) {
      let isSite = facts.organiser == .site
      found.append(
        block(
          isSite ? .ruleReviewRole : .ruleReviewCompanyRole,
          isSite ? .ruleReviewRoleCure : .ruleReviewCompanyRoleCure))
    }
    if facts.tookPart { found.append(block(.ruleReviewOwn, .ruleReviewOwnCure)) }
    if facts.act == .accept, facts.hasConflict {
      found.append(block(.ruleReviewConflict, .ruleReviewConflictCure))
    }
    if facts.act == .sendBack, !facts.hasComment {
      found.append(block(.ruleReviewComment, .ruleReviewCommentCure))
    }
    return found
  }

  private static func block(_ why: Phrase, _ cure: Phrase) -> Finding {
    Finding(.r1_54, .block, Message(why), Message(cure))
  }
}
