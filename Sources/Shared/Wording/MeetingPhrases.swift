// Meetings and their minutes.

extension Phrase {
  package static let codeMeeting = Phrase(
    "code.meeting",
    hans: "例会",
    hant: "例會",
    en: "meeting")

  package static let codeMeetingTask = Phrase(
    "code.meetingTask",
    hans: "会议任务",
    hant: "會議任務",
    en: "task of a meeting")

  package static let codeMeetingCompany = Phrase(
    "code.meetingCompany",
    hans: "公司例会",
    hant: "公司例會",
    en: "company meeting")

  package static let codeMeetingDepartment = Phrase(
    "code.meetingDepartment",
    hans: "部门例会",
    hant: "部門例會",
    en: "department meeting")

  package static let codeMeetingToConfirm = Phrase(
    "code.meetingToConfirm",
    hans: "待主持人确认",
    hant: "待主持人確認",
    en: "to be confirmed")

  package static let codeMeetingConfirmed = Phrase(
    "code.meetingConfirmed",
    hans: "已确认",
    hant: "已確認",
    en: "confirmed")

  package static let codeMeetingSkipped = Phrase(
    "code.meetingSkipped",
    hans: "未开",
    hant: "未開",
    en: "not held")

  package static let codeMeetingErased = Phrase(
    "code.meetingErased",
    hans: "已到期销毁",
    hant: "已到期銷燬",
    en: "destroyed after its time")

  package static let labelWeek = Phrase(
    "label.week",
    hans: "周（周一）",
    hant: "周（週一）",
    en: "Week (its Monday)")

  package static let labelChair = Phrase(
    "label.chair",
    hans: "主持人",
    hant: "主持人",
    en: "Chair")

  package static let labelMinuteTaker = Phrase(
    "label.minuteTaker",
    hans: "记录人",
    hant: "記錄人",
    en: "Minutes by")

  package static let labelPresent = Phrase(
    "label.present",
    hans: "出席",
    hant: "出席",
    en: "Present")

  package static let labelAbsent = Phrase(
    "label.absent",
    hans: "缺席",
    hant: "缺席",
    en: "Absent")

  package static let labelLookedBack = Phrase(
    "label.lookedBack",
    hans: "上期任务回顾",
    hant: "上期任務回顧",
    en: "What was looked back on")

  package static let labelPoints = Phrase(
    "label.points",
    hans: "各部门要点",
    hant: "各部門要點",
    en: "Points by department")

  package static let labelDecisions = Phrase(
    "label.decisions",
    hans: "决定",
    hant: "決定",
    en: "Decisions")

  package static let labelNextMeeting = Phrase(
    "label.nextMeeting",
    hans: "下次会议",
    hant: "下次會議",
    en: "Next meeting")

  package static let labelTasks = Phrase(
    "label.tasks",
    hans: "任务",
    hant: "任務",
    en: "Tasks")

  package static let labelTask = Phrase(
    "label.task",
    hans: "任务",
    hant: "任務",
    en: "Task")

  package static let labelConfirmedAt = Phrase(
    "label.confirmedAt",
    hans: "确认",
    hant: "確認",
    en: "Confirmed")

  package static let labelWeekCovered = Phrase(
    "label.weekCovered",
    hans: "总结的周",
    hant: "總結的周",
    en: "Week looked back on")

  package static let labelWeekAssigned = Phrase(
    "label.weekAssigned",
    hans: "布置的周",
    hant: "布置的周",
    en: "Week ahead")

  package static let codeGeneralManager = Phrase(
    "code.generalManager",
    hans: "总经理",
    hant: "總經理",
    en: "general manager")

  package static let codeGeneralAffairs = Phrase(
    "code.generalAffairs",
    hans: "综合事务部",
    hant: "綜合事務部",
    en: "general affairs")

  package static let ruleMinutesRole = Phrase(
    "rule.R2-07.role",
    hans: "公司例会的会议记录由综合事务部形成。",
    hant: "公司例會的會議記錄由綜合事務部形成。",
    en: "The minutes of the company's meeting are written by the general affairs department.")

  package static let ruleMinutesRoleCure = Phrase(
    "rule.R2-07.role.cure",
    hans: "请由综合事务部登记。",
    hant: "請由綜合事務部登記。",
    en: "Let the general affairs department record it.")

  package static let ruleNoMinuteTaker = Phrase(
    "rule.R2-08",
    hans: "没有写记录人。",
    hant: "沒有寫記錄人。",
    en: "It is not said who took the minutes.")

  package static let ruleNoMinuteTakerCure = Phrase(
    "rule.R2-08.cure",
    hans: "请用 --minutes-by 写明部门负责人指定的人。",
    hant: "請用 --minutes-by 寫明部門負責人指定的人。",
    en: "Name whom the head of the department appointed, with --minutes-by.")

  package static let ruleNoChair = Phrase(
    "rule.R2-05.chair",
    hans: "没有写主持人。",
    hant: "沒有寫主持人。",
    en: "It is not said who was in the chair.")

  package static let ruleNoChairCure = Phrase(
    "rule.R2-05.chair.cure",
    hans: "请用 --chair 写明。",
    hant: "請用 --chair 寫明。",
    en: "Name them with --chair.")

  package static let ruleNoMinutes = Phrase(
    "rule.R2-07",
    hans: "没有会议记录的内容。",
    hant: "沒有會議記錄的內容。",
    en: "There are no minutes.")

  package static let ruleNoMinutesCure = Phrase(
    "rule.R2-07.cure",
    hans: "请写明总结和布置（--review、--points、--decisions、--task）。",
    hant: "請寫明總結和布置（--review、--points、--decisions、--task）。",
    en: "Write what was looked back on and what was assigned (--review, --points, "
      + "--decisions, --task).")

  package static let ruleNotChair = Phrase(
    "rule.R2-07.chair",
    hans: "只有主持人能确认会议记录。",
    hant: "只有主持人能確認會議記錄。",
    en: "Only the chair confirms the minutes.")

  package static let ruleNotChairCure = Phrase(
    "rule.R2-07.chair.cure",
    hans: "请主持人确认（meeting confirm）。",
    hant: "請主持人確認（meeting confirm）。",
    en: "Let the chair confirm them (meeting confirm).")

  package static let ruleWeekHasDay = Phrase(
    "rule.R2-05",
    hans: "这一周有工作日（{0}），例会不能取消。",
    hant: "這一週有工作日（{0}），例會不能取消。",
    en: "The week has a working day ({0}): the meeting is not left out.")

  package static let ruleWeekHasDayCure = Phrase(
    "rule.R2-05.cure",
    hans: "请在周一开；周一是休息日的，在同一周的下一个工作日开。",
    hant: "請在週一開；週一是休息日的，在同一周的下一個工作日開。",
    en: "Hold it on Monday, or where that is a day off on the next working day of the same week.")

  package static let ruleSkipReason = Phrase(
    "rule.R2-05.reason",
    hans: "没有写不开的原因。",
    hant: "沒有寫不開的原因。",
    en: "It is not said why there was none.")

  package static let ruleSkipReasonCure = Phrase(
    "rule.R2-05.reason.cure",
    hans: "请用 --reason 写明。",
    hant: "請用 --reason 寫明。",
    en: "Say it with --reason.")

  package static let meetingsTitle = Phrase(
    "meeting.title",
    hans: "例会",
    hant: "例會",
    en: "Meetings")

  package static let meetingSaved = Phrase(
    "meeting.saved",
    hans: "{0}（{1} 那一周）已登记；请主持人确认（meeting confirm）。",
    hant: "{0}（{1} 那一週）已登記；請主持人確認（meeting confirm）。",
    en: "The {0} of the week of {1} is recorded; the chair is to confirm it (meeting confirm).")

  package static let meetingConfirmed = Phrase(
    "meeting.confirmedDone",
    hans: "会议记录已确认，保存到 {0}。",
    hant: "會議記錄已確認，保存到 {0}。",
    en: "The minutes are confirmed, and kept until {0}.")

  package static let meetingSkipped = Phrase(
    "meeting.skippedDone",
    hans: "已记录：{0} 那一周没有例会。",
    hant: "已記錄：{0} 那一週沒有例會。",
    en: "It is recorded that the week of {0} had no meeting.")

  package static let meetingTaskDone = Phrase(
    "meeting.taskDone",
    hans: "任务已完成。",
    hant: "任務已完成。",
    en: "The task is done.")

  package static let noSuchMeeting = Phrase(
    "meeting.noSuch",
    hans: "没有这次例会。",
    hant: "沒有這次例會。",
    en: "There is no such meeting.")

  package static let noSuchTask = Phrase(
    "meeting.noSuchTask",
    hans: "没有这项任务。",
    hant: "沒有這項任務。",
    en: "There is no such task.")

  package static let meetingConfirmedAlready = Phrase(
    "meeting.confirmedAlready",
    hans: "会议记录已经确认，不能再改。",
    hant: "會議記錄已經確認，不能再改。",
    en: "The minutes are confirmed and stay as they are.")

  package static let meetingChangedSince = Phrase(
    "meeting.changedSince",
    hans: "确认之后又改过。",
    hant: "確認之後又改過。",
    en: "Changed since it was confirmed.")

  package static let meetingNoDepartment = Phrase(
    "meeting.noDepartment",
    hans: "请用 --department 写明是哪个部门。",
    hant: "請用 --department 寫明是哪個部門。",
    en: "Say which department's it is with --department.")

  package static let meetingTaskForm = Phrase(
    "meeting.taskForm",
    hans: "任务要写成“谁:日期:做什么”：{0}",
    hant: "任務要寫成“誰:日期:做什麼”：{0}",
    en: "A task is given as WHO:DATE:WHAT, not {0}")

  package static let meetingAgenda = Phrase(
    "meeting.agenda",
    hans: "上次布置、本次要总结的任务",
    hant: "上次布置、本次要總結的任務",
    en: "Tasks to look back on")

  package static let meetingOfPast = Phrase(
    "meeting.ofPast",
    hans: "无法打开：钥匙不在这里，或已到期销毁。",
    hant: "無法打開：鑰匙不在這裡，或已到期銷燬。",
    en: "It cannot be opened: the key is not here, or was destroyed after its time.")

  package static let meetingThere = Phrase(
    "meeting.there",
    hans: "这一天（{0}）的例会已有会议记录。",
    hant: "這一天（{0}）的例會已有會議記錄。",
    en: "There are minutes of that day's meeting already ({0}).")

  package static let meetingThereCure = Phrase(
    "meeting.there.cure",
    hans: "请先看（meeting show {0}），要改就带上 --saw 再登记。",
    hant: "請先看（meeting show {0}），要改就帶上 --saw 再登記。",
    en: "Look at them (meeting show {0}); to change them, record it with --saw.")
}
