import ConflictFreeRecords
import Console
import RecordStore
import VisitModel
import Wording

/// The form that writes a notice, or one that a department asked for.
struct NoticeWritingForm {
  /// The form of the sheet that the procedures name for the kind.
  static let usual = "usual"

  let setting: PageSetting
  let home: NoticeHome

  private var say: Words { setting.say }

  /// - Parameter request: says already what is planned; nothing for a notice that nobody asked for.
  func form(answering request: Notice? = nil) -> PageForm {
    var hidden: [(name: String, value: String)] = []
    if let request { hidden.append((name: "answering", value: request.key.id.description)) }
    var inputs: [PageForm.Input] = request == nil ? [kind()] : []
    inputs.append(sheet())
    inputs += words()
    inputs += plan()
    inputs += PageForm.Input.emergency(say)
    if request?.text.kind ?? .pestControl == .pestControl { inputs.append(.holidayReason(say)) }
    inputs.append(.doneAt(say))
    return PageForm(
      PageLink.writeNotice(home.word), legend: say(.helpNoticeWrite), hidden: hidden, inputs,
      button: say(.pageWriteNotice))
  }

  private func kind() -> PageForm.Input {
    .choice(
      name: "kind", label: say(.labelKind),
      options: NoticeKind.allCases.map { (value: $0.name, label: say($0.phrase)) })
  }

  private func sheet() -> PageForm.Input {
    var options: [(value: String, label: String)] = [
      (value: Self.usual, label: say(.pageUsualForm))
    ]
    for form in NoticeForm.allCases {
      options.append((value: form.name, label: say(form.phrase)))
    }
    return .choice(
      name: "form", label: say(.labelForm), options: options, isFirstChosen: true)
  }

  private func words() -> [PageForm.Input] {
    [
      .line(name: "title", label: say(.labelNoticeTitle), bytesMax: Bounds.lineBytesMax),
      .text(name: "body", label: say(.labelText), bytesMax: Bounds.textBytesMax),
      .text(
        name: "preparation", label: say(.labelPreparation), bytesMax: Bounds.textBytesMax,
        isRequired: false),
      .optionalLine(name: "supply", label: say(.labelSupply)),
      .optionalLine(name: "telephone", label: say(.helpNoticeTelephone)),
    ]
  }

  private func plan() -> [PageForm.Input] {
    var inputs: [PageForm.Input] = [
      .moment(name: "start", label: .labelStart, say),
      .moment(name: "end", label: .labelEnd, say),
    ]
    // The company's own are about no site's buildings.
    if home.site != nil {
      inputs.append(.optionalLine(name: "places", label: say(.pageNoticePlaces)))
    }
    inputs += [
      .optionalLine(name: "cause", label: say(.labelNoticeCause)),
      .optionalLine(
        name: "validUntil", label: say(.pageNoticeDay, say(.labelValidUntil))),
    ]
    return inputs
  }
}
