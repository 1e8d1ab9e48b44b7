// What the interactive form asks and says.

extension Phrase {
  package static let askWith = Phrase(
    "form.askWith",
    hans: "同行的访问人（用顿号分开，可留空）：",
    hant: "同行的訪問人（用頓號分開，可留空）：",
    en: "Colleagues present (separated by commas, may be empty):")

  package static let askTelephone = Phrase(
    "form.askTelephone",
    hans: "联系电话（登记册已有则留空）：",
    hant: "聯絡電話（登記冊已有則留空）：",
    en: "Telephone (empty if the register has it):")

  package static let askNoteInForm = Phrase(
    "form.askNote",
    hans: "保密记录，只有您和保密责任人能看（单独一行 . 结束，可留空）：",
    hant: "保密記錄，只有您和保密責任人能看（單獨一行 . 結束，可留空）：",
    en: "Confidential note, for you and the custodians alone (a line with . ends, may be empty):")

  package static let askByTelephone = Phrase(
    "form.askByTelephone",
    hans: "是电话访问吗？（是/否，回车为否）：",
    hant: "是電話訪問嗎？（是/否，回車為否）：",
    en: "Was it a call? (yes/no, Enter for no):")

  package static let timeAhead = Phrase(
    "form.timeAhead",
    hans: "{0} 还没有到，请核对时间；若是昨天，请写“昨天 19:30”。",
    hant: "{0} 還沒有到，請核對時間；若是昨天，請寫「昨天 19:30」。",
    en: "{0} lies ahead. Check the time; if it was yesterday, write yesterday 19:30.")

  package static let reasonNeeded = Phrase(
    "form.reasonNeeded",
    hans: "请写明原因。",
    hant: "請寫明原因。",
    en: "Give the reason.")

  package static let chooseOne = Phrase(
    "form.chooseOne",
    hans: "请选一项；< 返回。",
    hant: "請選一項；< 返回。",
    en: "Choose one; < goes back.")

  package static let askFirstTopic = Phrase(
    "form.askFirstTopic",
    hans: "意见 {0} 的主题（{1}；0 无意见）：",
    hant: "意見 {0} 的主題（{1}；0 無意見）：",
    en: "Topic of opinion {0} ({1}; 0 if there was no opinion):")

  package static let askTopic = Phrase(
    "form.askTopic",
    hans: "意见 {0} 的主题（{1}；0 其余主题无意见；没有了就直接回车）：",
    hant: "意見 {0} 的主題（{1}；0 其餘主題無意見；沒有了就直接回車）：",
    en: "Topic of opinion {0} ({1}; 0: none on the other topics; Enter: no more):")

  package static let askKind = Phrase(
    "form.askKind",
    hans: "类别（{0}）：",
    hant: "類別（{0}）：",
    en: "Kind ({0}):")

  package static let askOpinionText = Phrase(
    "form.askOpinionText",
    hans: "住户说了什么（单独一行 . 结束）：",
    hant: "住戶說了什麼（單獨一行 . 結束）：",
    en: "What was said (a line with . ends):")

  package static let askFeedback = Phrase(
    "form.askFeedback",
    hans: "住户希望得到反馈吗？（是/否，回车为否）：",
    hant: "住戶希望得到回饋嗎？（是/否，回車為否）：",
    en: "Does the household want to hear back? (yes/no, Enter for no):")

  package static let opinionSoFar = Phrase(
    "form.opinionSoFar",
    hans: "已记 {0}：{1}",
    hant: "已記 {0}：{1}",
    en: "Opinion {0} so far: {1}")

  package static let opinionTakenBack = Phrase(
    "form.opinionTakenBack",
    hans: "意见 {0} 已去掉，请重新填写。",
    hant: "意見 {0} 已去掉，請重新填寫。",
    en: "Opinion {0} was taken out; give it again.")

  package static let draftSetAside = Phrase(
    "form.draftSetAside",
    hans: "有一份打不开的草稿，已移到 draft.damaged，请从头填写。",
    hant: "有一份打不開的草稿，已移到 draft.damaged，請從頭填寫。",
    en: "There was a draft that cannot be opened; it was moved to draft.damaged. Please begin anew."
  )

  package static let draftWasSaved = Phrase(
    "form.draftWasSaved",
    hans: "草稿中的走访（{0}）上次已经保存，草稿已清除。",
    hant: "草稿中的走訪（{0}）上次已經保存，草稿已清除。",
    en: "The visit of the draft ({0}) was saved the last time; the draft was cleared.")

  package static let watchRound = Phrase(
    "form.watchRound",
    hans: "{0} 已同步：送出 {1}，收到 {2}。",
    hant: "{0} 已同步：送出 {1}，收到 {2}。",
    en: "{0} synced: {1} sent, {2} received.")

  package static let watchWaits = Phrase(
    "form.watchWaits",
    hans: "{0} 没有连上，5 分钟后再试：{1}",
    hant: "{0} 沒有連上，5 分鐘後再試：{1}",
    en: "{0} not reached, trying again in 5 minutes: {1}")

  package static let planAppointments = Phrase(
    "command.planAppointments",
    hans: "已约好的",
    hant: "已約好的",
    en: "Agreed appointments")

  package static let planLate = Phrase(
    "command.planLate",
    hans: "有 {0} 条记录昨天以前就写好了，还没有送出（R1-53：最迟次日提交）。请运行 rounds sync。",
    hant: "有 {0} 條記錄昨天以前就寫好了，還沒有送出（R1-53：最遲次日提交）。請執行 rounds sync。",
    en: "{0} {0?record was|records were} written before yesterday and not sent (R1-53: the next "
      + "day at the latest). Run rounds sync.")

  package static let labelClockOff = Phrase(
    "label.labelClockOff",
    hans: "与公司时钟之差",
    hant: "與公司時鐘之差",
    en: "Office clock ahead by")

  package static let statusQuota = Phrase(
    "command.statusQuota",
    hans: "{0} {1} 已访/指标",
    hant: "{0} {1} 已訪/指標",
    en: "{0} {1}, visited/quota")

  package static let helpAllAppointments = Phrase(
    "help.helpAllAppointments",
    hans: "列出全部预约，而不只是一周以内和以后的",
    hant: "列出全部預約，而不只是一週以內和以後的",
    en: "Every appointment, not only those of the last week and to come.")
}
