// What the office's pages and commands say of meetings, and of what is kept and destroyed.

extension Phrase {
  package static let helpCompanyOwn = Phrase(
    "help.companyOwn",
    hans: "公司自己的",
    hant: "公司自己的",
    en: "The company's own.")

  package static let officeWhose = Phrase(
    "office.whose",
    hans: "请写明是哪个小区的（--site），还是公司自己的（--company），只写一个。",
    hant: "請寫明是哪個小區的（--site），還是公司自己的（--company），只寫一個。",
    en: "Say whose it is: a site's (--site) or the company's own (--company), not both.")

  package static let helpMeetingWhose = Phrase(
    "help.meetingWhose",
    hans: "部门：customerService、order、environment、engineering、headOffice、other；"
      + "不写就是小区的 customerService，或公司例会",
    hant: "部門：customerService、order、environment、engineering、headOffice、other；"
      + "不寫就是小區的 customerService，或公司例會",
    en: "Department: customerService, order, environment, engineering, headOffice, other. Unless "
      + "said, customerService at a site, and the company's own meeting with --company.")

  package static let helpMinutesBy = Phrase(
    "help.minutesBy",
    hans: "记录人；不写就是 --by 的人",
    hant: "記錄人；不寫就是 --by 的人",
    en: "Who took the minutes; the person of --by, unless said.")

  // MARK: Pages of meetings

  package static let meetingsOfCompany = Phrase(
    "meetingPage.ofCompany",
    hans: "公司的例会",
    hant: "公司的例會",
    en: "The company's meetings")

  package static let meetingsRecentOf = Phrase(
    "meetingPage.recent",
    hans: "{0}：最近两年的例会",
    hant: "{0}：最近兩年的例會",
    en: "{0}: meetings of the last two years")

  package static let meetingTitleOne = Phrase(
    "meetingPage.title",
    hans: "{0}（{1} 那一周）",
    hant: "{0}（{1} 那一週）",
    en: "{0}, week of {1}")

  package static let pagePersonName = Phrase(
    "meetingPage.personName",
    hans: "{0}（姓名）",
    hant: "{0}（姓名）",
    en: "{0} (name)")

  package static let pageMinuteTakerName = Phrase(
    "meetingPage.minuteTaker",
    hans: "记录人姓名（空着就是您自己）",
    hant: "記錄人姓名（空著就是您自己）",
    en: "Name of who took the minutes (empty for yourself)")

  package static let pageMeetingTasks = Phrase(
    "meetingPage.tasks",
    hans: "布置的任务，每行一项（如 李工:2026-12-04:更换路灯）",
    hant: "布置的任務，每行一項（如 李工:2026-12-04:更換路燈）",
    en: "Tasks, one a line, as WHO:DATE:WHAT (such as 李工:2026-12-04:更换路灯)")

  package static let pageMeetingWeek = Phrase(
    "meetingPage.week",
    hans: "那一周里的任一天（如 2026-02-16）",
    hant: "那一週裡的任一天（如 2026-02-16）",
    en: "Any day of the week (such as 2026-02-16)")

  package static let pageRecordMeeting = Phrase(
    "meetingPage.record",
    hans: "登记",
    hant: "登記",
    en: "Record it")

  package static let pageConfirmMeeting = Phrase(
    "meetingPage.confirm",
    hans: "确认",
    hant: "確認",
    en: "Confirm")

  package static let pageSkipMeeting = Phrase(
    "meetingPage.skip",
    hans: "登记没有开",
    hant: "登記沒有開",
    en: "Record that there was none")

  package static let pageFinishTask = Phrase(
    "meetingPage.done",
    hans: "登记完成",
    hant: "登記完成",
    en: "It is done")

  // MARK: What is kept

  package static let labelOwner = Phrase(
    "label.owner",
    hans: "会议、提议申诉或住户",
    hant: "會議、提議申訴或住戶",
    en: "Meeting, petition or household")

  package static let labelOwners = Phrase(
    "label.owners",
    hans: "会议、提议申诉和住户数",
    hant: "會議、提議申訴和住戶數",
    en: "Meetings, petitions and households")

  package static let retentionOverToday = Phrase(
    "retentionPage.over",
    hans: "今天可销毁的内容（试算）",
    hant: "今天可銷燬的內容（試算）",
    en: "What is over today (dry run)")

  package static let pageDestroy = Phrase(
    "retentionPage.destroy",
    hans: "销毁",
    hant: "銷燬",
    en: "Destroy")

  package static let pageDestroySure = Phrase(
    "retentionPage.sure",
    hans: "我确定：销毁之后谁也打不开，不能恢复",
    hant: "我確定：銷燬之後誰也打不開，不能恢復",
    en: "I am sure: nobody opens it again, and this cannot be undone")

  package static let pageHoldBack = Phrase(
    "retentionPage.hold",
    hans: "冻结",
    hant: "凍結",
    en: "Hold back")

  package static let pageReleaseHold = Phrase(
    "retentionPage.release",
    hans: "解除冻结",
    hant: "解除凍結",
    en: "End it")
}
