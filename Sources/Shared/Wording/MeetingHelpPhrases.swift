// What the commands of meetings say of themselves.

extension Phrase {
  package static let helpMeeting = Phrase(
    "help.meeting",
    hans: "例会：会议记录、任务、确认",
    hant: "例會：會議記錄、任務、確認",
    en: "Meetings: minutes, tasks, confirmation")

  package static let helpMeetingRecord = Phrase(
    "help.meetingRecord",
    hans: "登记一次例会的会议记录",
    hant: "登記一次例會的會議記錄",
    en: "Record a meeting with its minutes")

  package static let helpMeetingList = Phrase(
    "help.meetingList",
    hans: "列出例会",
    hant: "列出例會",
    en: "List meetings")

  package static let helpMeetingShow = Phrase(
    "help.meetingShow",
    hans: "一次例会的会议记录",
    hant: "一次例會的會議記錄",
    en: "The minutes of one meeting")

  package static let helpMeetingConfirm = Phrase(
    "help.meetingConfirm",
    hans: "主持人确认会议记录",
    hant: "主持人確認會議記錄",
    en: "The chair confirms the minutes")

  package static let helpMeetingSkip = Phrase(
    "help.meetingSkip",
    hans: "记录全周放假、没有例会",
    hant: "記錄全周放假、沒有例會",
    en: "Record that a week without working days had none")

  package static let helpMeetingAgenda = Phrase(
    "help.meetingAgenda",
    hans: "下次例会要总结的任务",
    hant: "下次例會要總結的任務",
    en: "The tasks the next meeting looks back on")

  package static let helpMeetingDone = Phrase(
    "help.meetingDone",
    hans: "记录任务完成",
    hant: "記錄任務完成",
    en: "Record that a task is done")

  package static let helpMeetingArgument = Phrase(
    "help.meetingArgument",
    hans: "例会编号（前 6 位即可）",
    hant: "例會編號（前 6 位即可）",
    en: "The meeting's id, or its first 6 digits.")

  package static let helpMeetingTaskArgument = Phrase(
    "help.meetingTaskArgument",
    hans: "任务编号（前 6 位即可）",
    hant: "任務編號（前 6 位即可）",
    en: "The task's id, or its first 6 digits.")

  package static let helpMeetingStart = Phrase(
    "help.meetingStart",
    hans: "什么时候开的",
    hant: "什麼時候開的",
    en: "When it began.")

  package static let helpMeetingEnd = Phrase(
    "help.meetingEnd",
    hans: "什么时候结束",
    hant: "什麼時候結束",
    en: "When it ended.")

  package static let helpMeetingPlace = Phrase(
    "help.meetingPlace",
    hans: "地点",
    hant: "地點",
    en: "Where.")

  package static let helpMeetingChair = Phrase(
    "help.meetingChair",
    hans: "主持人",
    hant: "主持人",
    en: "Who was in the chair.")

  package static let helpMeetingTaker = Phrase(
    "help.meetingTaker",
    hans: "记录人；不写就是本人",
    hant: "記錄人；不寫就是本人",
    en: "Who took the minutes; yourself, unless said.")

  package static let helpMeetingPresent = Phrase(
    "help.meetingPresent",
    hans: "出席的人",
    hant: "出席的人",
    en: "Who was there.")

  package static let helpMeetingAbsent = Phrase(
    "help.meetingAbsent",
    hans: "缺席的人和原因",
    hant: "缺席的人和原因",
    en: "Who was not, and why.")

  package static let helpMeetingReview = Phrase(
    "help.meetingReview",
    hans: "对上期工作的总结",
    hant: "對上期工作的總結",
    en: "What was looked back on.")

  package static let helpMeetingPoints = Phrase(
    "help.meetingPoints",
    hans: "各部门要点",
    hant: "各部門要點",
    en: "Points by department.")

  package static let helpMeetingDecisions = Phrase(
    "help.meetingDecisions",
    hans: "决定",
    hant: "決定",
    en: "What was decided.")

  package static let helpMeetingTask = Phrase(
    "help.meetingTask",
    hans: "布置的任务 谁:日期:做什么；可多次",
    hant: "布置的任務 誰:日期:做什麼；可多次",
    en: "A task as WHO:DATE:WHAT; may be given again.")

  package static let helpMeetingNext = Phrase(
    "help.meetingNext",
    hans: "下次会议时间",
    hant: "下次會議時間",
    en: "When the next one is.")

  package static let helpMeetingWeek = Phrase(
    "help.meetingWeek",
    hans: "那一周里的任一天",
    hant: "那一週裡的任一天",
    en: "Any day of the week.")

  package static let helpMeetingCompany = Phrase(
    "help.meetingCompany",
    hans: "公司例会；不写就是部门例会",
    hant: "公司例會；不寫就是部門例會",
    en: "The company's meeting; a department's, unless said.")
}
