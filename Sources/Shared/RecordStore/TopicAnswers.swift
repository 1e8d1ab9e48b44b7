package import ConflictFreeRecords
import RecordCatalogue
package import VisitModel

/// The topics of a visit without a silent blank: each was answered, or asked about and nothing said, or not
/// asked about.
package struct TopicAnswers: Hashable, Sendable {
  private let answers: [Topic: TopicAnswer]

  /// - Parameters:
  ///   - visit: its record.
  ///   - said: the topics of its opinions. What was said goes before "nothing was said".
  package init(visit: RecordState, said: Set<Topic>) {
    let none =
      visit.flag(VisitField.noOpinion)
      ? Set(Topic.allCases) : Self.topics(visit.integer(VisitField.topicsWithoutOpinion) ?? 0)
    answers = Dictionary(
      uniqueKeysWithValues: Topic.allCases.map { topic in
        (topic, said.contains(topic) ? .answered : none.contains(topic) ? .noOpinion : .notAsked)
      })
  }

  package func answer(_ topic: Topic) -> TopicAnswer { answers[topic] ?? .notAsked }

  /// In the order of the topics.
  package func topics(_ answer: TopicAnswer) -> [Topic] {
    Topic.allCases.filter { self.answer($0) == answer }
  }

  /// As a visit's record holds them.
  package static func mask(_ topics: Set<Topic>) -> Int {
    topics.reduce(0) { $0 | 1 << ($1.rawValue - 1) }
  }

  private static func topics(_ mask: Int) -> Set<Topic> {
    Set(Topic.allCases.filter { mask & 1 << ($0.rawValue - 1) != 0 })
  }
}
