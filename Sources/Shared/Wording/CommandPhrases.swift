// What the commands of the laptop say and ask.

extension Phrase {
  package static let refusedByRule = Phrase(
    "command.refusedByRule",
    hans: "不能这样做（规则 {0}）。",
    hant: "不能這樣做（規則 {0}）。",
    en: "This cannot be done (rule {0}).")

  package static let askCode = Phrase(
    "command.askCode",
    hans: "一次性登记码：",
    hant: "一次性登記碼：",
    en: "One-time code: ")

  package static let stopped = Phrase(
    "command.stopped",
    hans: "已停止，没有改动。",
    hant: "已停止，沒有改動。",
    en: "Stopped; nothing was changed.")

  package static let codeMissing = Phrase(
    "command.codeMissing",
    hans: "没有登记码：请在终端输入，或从标准输入送入。",
    hant: "沒有登記碼：請在終端機輸入，或從標準輸入送入。",
    en: "There is no code: type it at a terminal, or send it to standard input.")

  package static let enrolled = Phrase(
    "command.enrolled",
    hans: "已登记到 {0}。",
    hant: "已登記到 {0}。",
    en: "Enrolled with {0}.")

  package static let enrolledNext = Phrase(
    "command.enrolledNext",
    hans: "接下来运行：rounds sync",
    hant: "接下來執行：rounds sync",
    en: "Next: rounds sync")

  package static let forksSeen = Phrase(
    "command.forksSeen",
    hans: "有 {0} 处分叉：这台电脑的数据曾被复制或恢复。两边的记录都保留了；请告诉管理员。",
    hant: "有 {0} 處分叉：這台電腦的資料曾被複製或恢復。兩邊的記錄都保留了；請告訴管理員。",
    en: "{0} {0?fork|forks}: this laptop's data was copied or restored. Both sides are kept; tell "
      + "your administrator.")

  package static let syncing = Phrase(
    "command.syncing",
    hans: "正在同步",
    hant: "正在同步",
    en: "Syncing")

  package static let syncDone = Phrase(
    "command.syncDone",
    hans: "送出 {0} 条（另有 {1} 条服务器已有），收到 {2} 条。",
    hant: "送出 {0} 條（另有 {1} 條伺服器已有），收到 {2} 條。",
    en: "Sent {0} ({1} more were known), received {2}.")

  package static let theySay = Phrase(
    "command.theySay",
    hans: "服务器：{0}",
    hant: "伺服器：{0}",
    en: "Office: {0}")

  package static let scopesLost = Phrase(
    "command.scopesLost",
    hans: "{0} 个小区已不再分配给您；已有的记录都保留着。",
    hant: "{0} 個小區已不再分配給您；已有的記錄都保留著。",
    en: "{0} {0?site is|sites are} no longer yours; what is here is kept.")

  package static let clockOff = Phrase(
    "command.clockOff",
    hans: "这台电脑的时钟与服务器相差 {0} 分钟，请核对。",
    hant: "這台電腦的時鐘與伺服器相差 {0} 分鐘，請核對。",
    en: "This laptop's clock differs from the office's by {0} {0?minute|minutes}; check it.")

  package static let inSync = Phrase(
    "command.inSync",
    hans: "已与服务器完全一致。",
    hant: "已與伺服器完全一致。",
    en: "In sync with the office.")

  package static let notInSync = Phrase(
    "command.notInSync",
    hans: "还没有完全一致：还有 {0} 条没有送出，或还有没收完的。请再运行 rounds sync。",
    hant: "還沒有完全一致：還有 {0} 條沒有送出，或還有沒收完的。請再執行 rounds sync。",
    en: "Not in sync yet: {0} unsent, or more to receive. Run rounds sync again.")

  package static let notATime = Phrase(
    "command.notATime",
    hans: "看不懂时间“{0}”。请写作 2026-09-28 19:00，或 19:00，或 昨天 19:30。",
    hant: "看不懂時間「{0}」。請寫作 2026-09-28 19:00，或 19:00，或 昨天 19:30。",
    en: "{0} is no time. Write 2026-09-28 19:00, or 19:00, or yesterday 19:30.")

  package static let notAMonth = Phrase(
    "command.notAMonth",
    hans: "看不懂月份“{0}”。请写作 2026-09。",
    hant: "看不懂月份「{0}」。請寫作 2026-09。",
    en: "{0} is no month. Write it as 2026-09.")

  package static let notOneOf = Phrase(
    "command.notOneOf",
    hans: "{0}：没有“{1}”。可用：{2}",
    hant: "{0}：沒有「{1}」。可用：{2}",
    en: "{0}: there is no {1}. Use one of: {2}")

  package static let optionMissing = Phrase(
    "command.optionMissing",
    hans: "缺少 {0}。",
    hant: "缺少 {0}。",
    en: "{0} is missing.")

  package static let reasonForm = Phrase(
    "command.reasonForm",
    hans: "--reason 写作 R1-47=原因，而不是“{0}”。",
    hant: "--reason 寫作 R1-47=原因，而不是「{0}」。",
    en: "--reason is written R1-47=TEXT, not {0}.")

  package static let opinionForm = Phrase(
    "command.opinionForm",
    hans: "意见写作 主题:类别:内容，而不是“{0}”。",
    hant: "意見寫作 主題:類別:內容，而不是「{0}」。",
    en: "An opinion is written topic:kind:text, not {0}.")

  package static let notUTF8 = Phrase(
    "command.notUTF8",
    hans: "{0}：第 {1} 字节起不是 UTF-8 文本。请另存为 UTF-8 后再试。",
    hant: "{0}：第 {1} 位元組起不是 UTF-8 文字。請另存為 UTF-8 後再試。",
    en: "{0}: from byte {1} on this is not UTF-8. Save it as UTF-8 and try again.")

  package static let jsonFault = Phrase(
    "command.jsonFault",
    hans: "{0}：第 {1} 行第 {2} 列有误（{3}）。没有保存任何内容；请改正后再试。",
    hant: "{0}：第 {1} 行第 {2} 列有誤（{3}）。沒有保存任何內容；請改正後再試。",
    en: "{0}: line {1}, column {2} is wrong ({3}). Nothing was saved; correct it and try again.")

  package static let jsonMissing = Phrase(
    "command.jsonMissing",
    hans: "{0}：缺少。没有保存任何内容。",
    hant: "{0}：缺少。沒有保存任何內容。",
    en: "{0}: missing. Nothing was saved.")

  package static let jsonWrongKind = Phrase(
    "command.jsonWrongKind",
    hans: "{0}：应为 {1}，却是 {2}。没有保存任何内容。",
    hant: "{0}：應為 {1}，卻是 {2}。沒有保存任何內容。",
    en: "{0}: should be {1}, is {2}. Nothing was saved.")

  package static let jsonUnknownNear = Phrase(
    "command.jsonUnknownNear",
    hans: "{0}：没有这一项，是否想写 {1}？没有保存任何内容。",
    hant: "{0}：沒有這一項，是否想寫 {1}？沒有保存任何內容。",
    en: "{0}: unknown; did you mean {1}? Nothing was saved.")

  package static let jsonUnknown = Phrase(
    "command.jsonUnknown",
    hans: "{0}：没有这一项。没有保存任何内容。",
    hant: "{0}：沒有這一項。沒有保存任何內容。",
    en: "{0}: unknown. Nothing was saved.")

  package static let jsonNotOneOf = Phrase(
    "command.jsonNotOneOf",
    hans: "{0}：可用的值是 {1}。没有保存任何内容。",
    hant: "{0}：可用的值是 {1}。沒有保存任何內容。",
    en: "{0}: use one of {1}. Nothing was saved.")

  package static let jsonBadForm = Phrase(
    "command.jsonBadForm",
    hans: "{0}：请写作 {1}。没有保存任何内容。",
    hant: "{0}：請寫作 {1}。沒有保存任何內容。",
    en: "{0}: write it as {1}. Nothing was saved.")

  package static let jsonTooMany = Phrase(
    "command.jsonTooMany",
    hans: "{0}：最多 {1} 项。没有保存任何内容。",
    hant: "{0}：最多 {1} 項。沒有保存任何內容。",
    en: "{0}: at most {1}. Nothing was saved.")

  package static let visitSaved = Phrase(
    "command.visitSaved",
    hans: "已保存走访 {0}（已写入磁盘）。",
    hant: "已保存走訪 {0}（已寫入磁碟）。",
    en: "Visit {0} saved (on disk).")

  package static let attemptSaved = Phrase(
    "command.attemptSaved",
    hans: "已保存 {0} 的记录。",
    hant: "已保存 {0} 的記錄。",
    en: "Saved for {0}.")

  package static let signatureSaved = Phrase(
    "command.signatureSaved",
    hans: "已保存走访 {0} 的签名情况。",
    hant: "已保存走訪 {0} 的簽名情況。",
    en: "Signature of visit {0} saved.")

  package static let signOneOf = Phrase(
    "command.signOneOf",
    hans: "请用 --signed、--refused、--not-asked 或 --not-applicable 其中一个。",
    hant: "請用 --signed、--refused、--not-asked 或 --not-applicable 其中一個。",
    en: "Say one of --signed, --refused, --not-asked and --not-applicable.")

  package static let signatureStale = Phrase(
    "command.signatureStale",
    hans: "签名之后内容有改动；签名不再覆盖现在的内容。",
    hant: "簽名之後內容有改動；簽名不再覆蓋現在的內容。",
    en: "The content changed after it was signed; the signature no longer covers it.")

  package static let noteSaved = Phrase(
    "command.noteSaved",
    hans: "保密记录已封存。",
    hant: "保密記錄已封存。",
    en: "The confidential note is sealed and saved.")

  package static let noteSealed = Phrase(
    "command.noteSealed",
    hans: "（已封存，只有作者和保管人能打开）",
    hant: "（已封存，只有作者和保管人能打開）",
    en: "(sealed; only its author and the custodians can open it)")

  package static let askNote = Phrase(
    "command.askNote",
    hans: "保密记录（单独一行 . 结束）：",
    hant: "保密記錄（單獨一行 . 結束）：",
    en: "Confidential note (a line with . ends it):")

  package static let historyMissing = Phrase(
    "command.historyMissing",
    hans: "较早的历史还没有收到。",
    hant: "較早的歷史還沒有收到。",
    en: "Earlier history is not yet received.")

  package static let conflictTitle = Phrase(
    "command.conflictTitle",
    hans: "一处内容有两个人改过，互不知情：",
    hant: "一處內容有兩個人改過，互不知情：",
    en: "Two people changed the same thing without knowing of each other:")

  package static let amended = Phrase(
    "command.amended",
    hans: "已更正 {0}。",
    hant: "已更正 {0}。",
    en: "{0} amended.")

  package static let voided = Phrase(
    "command.voided",
    hans: "走访 {0} 已作废。",
    hant: "走訪 {0} 已作廢。",
    en: "Visit {0} voided.")

  package static let sawMissing = Phrase(
    "command.sawMissing",
    hans: "缺少 --saw：请先用 rounds visits show --json 查看，并带上它的 saw 值。",
    hant: "缺少 --saw：請先用 rounds visits show --json 查看，並帶上它的 saw 值。",
    en: "--saw is missing: look with rounds visits show --json first, and pass its saw token.")

  package static let sawMalformed = Phrase(
    "command.sawMalformed",
    hans: "--saw 的值不完整。请从 rounds visits show --json 原样复制。",
    hant: "--saw 的值不完整。請從 rounds visits show --json 原樣複製。",
    en: "That is no saw token. Copy it whole from rounds visits show --json.")

  package static let appointmentMade = Phrase(
    "command.appointmentMade",
    hans: "已与 {0} 预约。",
    hant: "已與 {0} 預約。",
    en: "Appointment with {0} saved.")

  package static let appointmentCancelled = Phrase(
    "command.appointmentCancelled",
    hans: "预约已取消。",
    hant: "預約已取消。",
    en: "The appointment is cancelled.")

  package static let planTitle = Phrase(
    "command.planTitle",
    hans: "{0} {1} 走访计划",
    hant: "{0} {1} 走訪計劃",
    en: "{0}, plan for {1}")

  package static let planDue = Phrase(
    "command.planDue",
    hans: "待走访",
    hant: "待走訪",
    en: "To be visited")

  package static let planFeedback = Phrase(
    "command.planFeedback",
    hans: "{0} 等待反馈（意见 {1}），由{2}最迟于 {3} 当面反馈。",
    hant: "{0} 等待回饋（意見 {1}），由{2}最遲於 {3} 當面回饋。",
    en: "{0} waits for feedback (opinion {1}), from {2}, by {3}.")

  package static let quotaProvisional = Phrase(
    "command.quotaProvisional",
    hans: "本月的统计口径还没有确认，指标是暂定的。",
    hant: "本月的統計口徑還沒有確認，指標是暫定的。",
    en: "The month's frame is not recorded yet; the quota is provisional.")

  package static let drawnTitle = Phrase(
    "command.drawnTitle",
    hans: "{0}：从 {2} 户中抽取 {1} 户",
    hant: "{0}：從 {2} 戶中抽取 {1} 戶",
    en: "{0}: {1} {1?household|households} drawn from {2}")

  package static let drawShort = Phrase(
    "command.drawShort",
    hans: "可抽取的住户不够。",
    hant: "可抽取的住戶不夠。",
    en: "Fewer households were open than asked for.")

  package static let drawEndsMet = Phrase(
    "command.drawEndsMet",
    hans: "小区与公司的抽样已经相遇，之后可能有重复。",
    hant: "小區與公司的抽樣已經相遇，之後可能有重複。",
    en: "The site's and the company's draws have met; overlaps are possible from here on.")

  package static let draftKept = Phrase(
    "command.draftKept",
    hans: "已停止；填写的内容已保存为草稿，下次运行 rounds record 可继续。",
    hant: "已停止；填寫的內容已保存為草稿，下次執行 rounds record 可繼續。",
    en: "Stopped; what you typed is kept as a draft, rounds record goes on with it.")

  package static let typedUnreadable = Phrase(
    "command.typedUnreadable",
    hans: "这一行不是可读的文字，请重新输入。",
    hant: "這一行不是可讀的文字，請重新輸入。",
    en: "That line cannot be read; type it again.")

  package static let notUnderstood = Phrase(
    "command.notUnderstood",
    hans: "看不懂“{0}”，请重新输入。",
    hant: "看不懂「{0}」，請重新輸入。",
    en: "{0} was not understood; type it again.")

  package static let askHousehold = Phrase(
    "command.askHousehold",
    hans: "住户房号：",
    hant: "住戶房號：",
    en: "Household (unit):")

  package static let askMode = Phrase(
    "command.askMode",
    hans: "方式（1 上门 2 办公室 3 户外 4 其他）：",
    hant: "方式（1 上門 2 辦公室 3 戶外 4 其他）：",
    en: "Mode (1 door, 2 office, 3 outdoors, 4 other):")

  package static let askStart = Phrase(
    "command.askStart",
    hans: "开始时间：",
    hant: "開始時間：",
    en: "Began at:")

  package static let askEnd = Phrase(
    "command.askEnd",
    hans: "结束时间：",
    hant: "結束時間：",
    en: "Ended at:")

  package static let askAgreedWith = Phrase(
    "command.askAgreedWith",
    hans: "当场邀请的人（已有预约则留空）：",
    hant: "當場邀請的人（已有預約則留空）：",
    en: "Who asked you in on the spot (empty if there is an appointment):")

  package static let askMet = Phrase(
    "command.askMet",
    hans: "会见人：",
    hant: "會見人：",
    en: "Person met:")

  package static let askRelation = Phrase(
    "command.askRelation",
    hans: "关系（1 业主 2 家属 3 租户 4 员工 5 其他，可留空）：",
    hant: "關係（1 業主 2 家屬 3 租戶 4 員工 5 其他，可留空）：",
    en: "Relation (1 owner, 2 family, 3 tenant, 4 staff, 5 other; may be empty):")

  package static let askOpinions = Phrase(
    "command.askOpinions",
    hans: "住户的意见、建议、需求，一条一条填写：",
    hant: "住戶的意見、建議、需求，一條一條填寫：",
    en: "What the household said, one opinion after the other:")

  package static let askSatisfaction = Phrase(
    "command.askSatisfaction",
    hans: "满意度（1 满意 2 较满意 3 不满意，可留空）：",
    hant: "滿意度（1 滿意 2 較滿意 3 不滿意，可留空）：",
    en: "Satisfaction (1 satisfied, 2 fairly, 3 not; may be empty):")

  package static let askRemark = Phrase(
    "command.askRemark",
    hans: "备注（单独一行 . 结束，可留空）：",
    hant: "備註（單獨一行 . 結束，可留空）：",
    en: "Remark (a line with . ends, may be empty):")

  package static let askSignature = Phrase(
    "command.askSignature",
    hans: "签名（1 已签名 2 拒绝 3 未请签名 4 不适用）：",
    hant: "簽名（1 已簽名 2 拒絕 3 未請簽名 4 不適用）：",
    en: "Signature (1 signed, 2 refused, 3 not asked, 4 not applicable):")

  package static let askSignatureReason = Phrase(
    "command.askSignatureReason",
    hans: "拒绝或未请签名的原因：",
    hant: "拒絕或未請簽名的原因：",
    en: "Why it was refused or not asked for:")

  package static let askReason = Phrase(
    "command.askReason",
    hans: "规则 {0} 的原因：",
    hant: "規則 {0} 的原因：",
    en: "Reason for rule {0}:")

  package static let askResume = Phrase(
    "command.askResume",
    hans: "有一份未完成的草稿（{0}，已填 {1} 项）。继续？",
    hant: "有一份未完成的草稿（{0}，已填 {1} 項）。繼續？",
    en: "There is a draft ({0}, {1} {1?answer|answers}). Go on with it?")
}
