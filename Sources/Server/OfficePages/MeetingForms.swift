import CommunicationPolicy
import ConflictFreeRecords
import Console
import OfficeWork
import RecordStore
import VisitModel
import Wording

/// What may be done about meetings: only what the rules let through is offered, and a form sent all the
/// same is refused by them.
struct MeetingForms {
  let setting: PageSetting
  let home: MeetingHome

  private var say: Words { setting.say }

  func record() -> PageForm {
    // R2-07: the general affairs department writes the company's minutes.
    let writes = MeetingRules.companyMinuteTakers.contains(setting.reader.person.role)
    let inputs: [PageForm.Input] = [
      whose(withCompany: writes),
      .moment(name: "start", label: .labelStart, say, isRequired: true),
      .moment(name: "end", label: .labelEnd, say),
      .optionalLine(name: "place", label: say(.labelPlace)),
      .line(
        name: "chair", label: say(.pagePersonName, say(.labelChair)),
        bytesMax: Bounds.lineBytesMax),
      .optionalLine(name: "minuteTaker", label: say(.pageMinuteTakerName)),
      text("present", .labelPresent), text("absent", .labelAbsent),
      text("review", .labelLookedBack), text("points", .labelPoints),
      text("decisions", .labelDecisions), text("tasks", .pageMeetingTasks),
      .moment(name: "next", label: .labelNextMeeting, say),
    ]
    return PageForm(
      PageLink.meetings(home.word, "record"), legend: say(.helpMeetingRecord), inputs,
      button: say(.pageRecordMeeting))
  }

  func skip() -> PageForm {
    PageForm(
      PageLink.meetings(home.word, "skip"), legend: say(.helpMeetingSkip),
      [
        whose(withCompany: true),
        .line(name: "week", label: say(.pageMeetingWeek), bytesMax: 10),
        .line(name: "reason", label: say(.labelReason), bytesMax: Bounds.lineBytesMax),
      ], button: say(.pageSkipMeeting))
  }

  /// - Parameter saw: the frontier of the record that the page shows.
  func confirm(_ meeting: Meeting, saw: [ChangeID]) -> PageForm {
    PageForm(
      PageLink.meeting(home.word, meeting: meeting.key.id) + "/confirm",
      legend: say(.helpMeetingConfirm), hidden: [(name: "saw", value: SawToken.text(saw))], [],
      button: say(.pageConfirmMeeting))
  }

  func done(_ task: MeetingTask, of meeting: Meeting, legend: String) -> PageForm {
    PageForm(
      PageLink.meeting(home.word, meeting: meeting.key.id) + "/done", legend: legend,
      hidden: [(name: "task", value: task.key.id.description)], [], button: say(.pageFinishTask))
  }

  private func whose(withCompany: Bool) -> PageForm.Input {
    var options: [(value: String, label: String)] = []
    if home.site == nil, withCompany {
      options.append((value: NoticeHome.company, label: say(.codeMeetingCompany)))
    }
    for department in Department.allCases {
      options.append((value: department.name, label: say(department.phrase)))
    }
    return .choice(
      name: "department", label: say(.labelOwnDepartment), options: options, isFirstChosen: true)
  }

  private func text(_ name: String, _ label: Phrase) -> PageForm.Input {
    .text(name: name, label: say(label), bytesMax: Bounds.textBytesMax, isRequired: false)
  }
}
