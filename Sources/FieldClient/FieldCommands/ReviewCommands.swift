package import ArgumentParser
import ConflictFreeRecords
import Console
import FieldWork
import Fingerprint
import RecordStore
import TextFormats
import VisitModel
import Wording

package struct ReviewCommands: ParsableCommand {
  package static var configuration: CommandConfiguration {
    Help.configuration(
      "review", .helpReview, example: "rounds review list",
      subcommands: [
        ReviewListCommand.self, ReviewShowCommand.self, ReviewAcceptCommand.self,
        ReviewReturnCommand.self, ReviewAnswerCommand.self, ReviewRecontactCommand.self,
      ])
  }

  package init() {}
}

struct ReviewListCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("list", .helpReviewList, example: "rounds review list --json")
  }

  @Flag(help: Help.text(.helpReviewAll)) var all = false
  @Flag(help: Help.text(.helpReviewMine)) var mine = false
  @OptionGroup var site: SiteOption
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let cards =
        mine
        ? try laptop.returnedToMe(replica)
        : try laptop.reviews(of: laptop.site(named: site.site, replica), replica)
          .filter { all || $0.item.stage != .accepted || $0.item.awaitsRecontact }
      return .result(
        CommandResult(
          Report(Message(.reviewsTitle), [.table(ReviewRow.table(cards.map(ReviewReport.row)))]),
          .object(["reviews": .array(cards.map(ReviewReport.json))])))
    }
  }
}

struct ReviewShowCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("show", .helpReviewShow, example: "rounds review show 3f2a91")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let laptop = try context.laptop()
    return try laptop.read { replica in
      let review = try laptop.reviewCard(named: visit, replica)
      let key = review.item.visit.key
      let (card, conflicts) = (
        try laptop.visitCard(key, replica), try laptop.conflicts(about: key, replica)
      )
      var report = VisitReport.report(card, conflicts, context.language)
      report.append(.heading(Message(.labelReview)))
      report.append(contentsOf: ReviewReport.report(review))
      return .result(
        CommandResult(
          report,
          .object([
            "review": ReviewReport.json(review), "record": VisitJSON.card(card, conflicts),
          ])))
    }
  }
}

struct ReviewAcceptCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration("accept", .helpReviewAccept, example: "rounds review accept 3f2a91")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpReviewShown)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().review(
      visit, .accept, shown: try saw.map { try ReviewReport.shown($0) })
    return ReviewReport.done(card, Message(.reviewAccepted, [card.unitCode]))
  }
}

struct ReviewReturnCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "return", .helpReviewReturn,
      example: "rounds review return 3f2a91 --part times --comment 结束时间与登记不符")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpReviewComment)) var comment: String = ""
  @Option(help: Help.text(.helpReviewPart)) var part: String = ReviewedPart.whole.name
  @Option(help: Help.text(.helpReviewTo)) var to: String?
  @Option(help: Help.text(.helpReviewShown)) var saw: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let part = try Moments.code(self.part, as: ReviewedPart.self, option: "--part")
    let card = try context.laptop().review(
      visit, .sendBack(part: part, comment: comment), to: to,
      shown: try saw.map { try ReviewReport.shown($0) })
    return ReviewReport.done(
      card, Message(.reviewReturned, [card.unitCode, card.owing ?? ""]))
  }
}

struct ReviewAnswerCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "answer", .helpReviewAnswer, example: "rounds review answer 3f2a91 --reply 时间已更正")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpReviewReply)) var reply: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().answerReview(visit, reply: reply)
    return ReviewReport.done(card, Message(.reviewAnswered, [card.unitCode]))
  }
}

struct ReviewRecontactCommand: FieldCommand {
  static var configuration: CommandConfiguration {
    Help.configuration(
      "recontact", .helpReviewRecontact,
      example: "rounds review recontact 3f2a91 --outcome confirmed")
  }

  @Argument(help: Help.text(.helpVisitArgument)) var visit: String
  @Option(help: Help.text(.helpRecontactOutcome)) var outcome: String
  @Option(help: Help.text(.helpRemark)) var remark: String?
  @OptionGroup var common: CommonOptions

  func run(in context: FieldContext) throws -> CommandOutput {
    let card = try context.laptop().recordRecontact(
      visit,
      outcome: try Moments.code(outcome, as: RecontactOutcome.self, option: "--outcome"),
      remark: remark)
    return ReviewReport.done(card, Message(.recontactSaved, [card.unitCode]))
  }
}
