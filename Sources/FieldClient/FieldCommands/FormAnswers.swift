import ConflictFreeRecords
import Console
import FieldWork
import TextFormats
import VisitModel

/// What has been answered of a visit so far, as the draft keeps it: codes by their names, times as
/// whole instants, because "19:00" typed today and read tomorrow would be another evening, texts as
/// they were typed.
struct FormAnswers {
  /// Under which the visit will be saved, so that the same form cannot save two.
  let visit: RecordID
  /// By the name of the question.
  var texts: [String: String] = [:]
  var items: [VisitInput.Item] = []
  /// The person said that nothing more was said.
  var isOpinionsDone = false
  /// And that the household was asked about all topics, not only about those of which it said something.
  var isRestAsked: Bool {
    get { self["rest"] != nil }
    set { self["rest"] = newValue ? "asked" : nil }
  }

  init(visit: RecordID) { self.visit = visit }

  subscript(name: String) -> String? {
    get { texts[name].flatMap { $0.isEmpty ? nil : $0 } }
    set { texts[name] = newValue }
  }

  /// As a draft keeps it.
  var json: JSON {
    .object([
      "visit": .string(visit.description), "opinionsDone": .bool(isOpinionsDone),
      "texts": .object(texts.keys.sorted().map { JSON.Member($0, .string(texts[$0] ?? "")) }),
      "opinions": .array(
        items.map { item in
          .object([
            "topic": .string(item.topic.name), "kind": .string(item.kind.name),
            "text": .string(item.text), "wantsFeedback": .bool(item.wantsFeedback),
          ])
        }),
    ])
  }

  /// - Returns: nothing for anything that `json` did not write.
  init?(_ json: JSON) {
    guard case .string(let id)? = json["visit"], let visit = RecordID(hex: id),
      case .object(let texts)? = json["texts"], case .array(let opinions)? = json["opinions"],
      case .bool(let isDone)? = json["opinionsDone"]
    else { return nil }
    self.visit = visit
    isOpinionsDone = isDone
    for member in texts {
      guard case .string(let text) = member.value else { return nil }
      self.texts[member.name] = text
    }
    for opinion in opinions {
      guard case .string(let topic)? = opinion["topic"], let topic = Topic(name: topic),
        case .string(let kind)? = opinion["kind"], let kind = OpinionKind(name: kind),
        case .string(let text)? = opinion["text"],
        case .bool(let wantsFeedback)? = opinion["wantsFeedback"]
      else { return nil }
      items.append(
        VisitInput.Item(topic: topic, kind: kind, text: text, wantsFeedback: wantsFeedback))
    }
  }
}
