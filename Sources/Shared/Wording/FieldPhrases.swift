// What the laptop's program says about sites, households, records and what was typed.

extension Phrase {
  package static let syncFirst = Phrase(
    "field.syncFirst",
    hans: "这台电脑还没有收到您的资料。请先联网运行一次：rounds sync",
    hant: "這台電腦還沒有收到您的資料。請先聯網執行一次：rounds sync",
    en: "This laptop has not received your data yet. Connect and run once: rounds sync")

  package static let noSiteAssigned = Phrase(
    "field.noSite",
    hans: "还没有给您分配小区。请管理员分配后运行 rounds sync。",
    hant: "還沒有給您分配小區。請管理員分配後執行 rounds sync。",
    en: "No site is assigned to you. Ask your administrator, then run rounds sync.")

  package static let whichSite = Phrase(
    "field.whichSite",
    hans: "您负责多个小区，请用 --site 指明一个：{0}",
    hant: "您負責多個小區，請用 --site 指明一個：{0}",
    en: "You work at several sites; name one with --site: {0}")

  package static let noSuchSite = Phrase(
    "field.noSuchSite",
    hans: "这台电脑上没有小区“{0}”。您的小区：{1}",
    hant: "這台電腦上沒有小區「{0}」。您的小區：{1}",
    en: "There is no site {0} on this laptop. Your sites: {1}")

  package static let siteNotAssigned = Phrase(
    "field.siteNotAssigned",
    hans: "{0} 已不再分配给您。",
    hant: "{0} 已不再分配給您。",
    en: "{0} is no longer assigned to you.")

  package static let siteNotAssignedCure = Phrase(
    "field.siteNotAssigned.cure",
    hans: "请管理员重新分配后运行 rounds sync；之前的记录都已保留。",
    hant: "請管理員重新分配後執行 rounds sync；之前的記錄都已保留。",
    en: "Ask your administrator to assign it again, then run rounds sync; what you recorded before "
      + "is kept.")

  package static let idTooShort = Phrase(
    "field.idTooShort",
    hans: "编号“{0}”太短：请至少输入前 6 位。",
    hant: "編號「{0}」太短：請至少輸入前 6 位。",
    en: "The id {0} is too short: give at least its first 6 digits.")

  package static let idNotUnique = Phrase(
    "field.idNotUnique",
    hans: "有多条记录的编号以“{0}”开头，请多输入几位。",
    hant: "有多條記錄的編號以「{0}」開頭，請多輸入幾位。",
    en: "Several records begin with {0}; give more digits.")

  package static let noSuchRecord = Phrase(
    "field.noSuchRecord",
    hans: "这台电脑上没有编号为“{0}”的记录。",
    hant: "這台電腦上沒有編號為「{0}」的記錄。",
    en: "There is no record {0} on this laptop.")

  package static let noSuchHousehold = Phrase(
    "field.noSuchHousehold",
    hans: "{1} 没有住户“{0}”。用 rounds household find 查找。",
    hant: "{1} 沒有住戶「{0}」。用 rounds household find 查找。",
    en: "There is no household {0} at {1}. Look with rounds household find.")

  package static let textTooLong = Phrase(
    "field.textTooLong",
    hans: "{0}：太长（{1} 字节，最多 {2}）。请缩短，或分成几条记录。",
    hant: "{0}：太長（{1} 位元組，最多 {2}）。請縮短，或分成幾條記錄。",
    en: "{0}: too long ({1} bytes, at most {2}). Shorten it, or split it.")

  package static let textHasControl = Phrase(
    "field.textHasControl",
    hans: "{0}：第 {1} 个字符是控制字符（{2}），不能保存。请删去后再试。",
    hant: "{0}：第 {1} 個字元是控制字元（{2}），不能保存。請刪去後再試。",
    en: "{0}: character {1} is a control character ({2}) and cannot be kept. Remove it and try "
      + "again.")

  package static let windowEndsBeforeStart = Phrase(
    "field.windowEndsBeforeStart",
    hans: "约定的结束时间早于开始时间。请改正。",
    hant: "約定的結束時間早於開始時間。請改正。",
    en: "The agreed window ends before it begins. Correct it.")

  package static let noCustodian = Phrase(
    "field.noCustodian",
    hans: "本小区还没有保密记录保管人，保密记录只有您的电脑能打开，电脑坏了就没了。",
    hant: "本小區還沒有保密記錄保管人，保密記錄只有您的電腦能打開，電腦壞了就沒了。",
    en: "This site has no custodian of confidential notes yet; only your laptop could open the "
      + "note, and it would be lost with it.")

  package static let noCustodianCure = Phrase(
    "field.noCustodian.cure",
    hans: "请公司指定保管人（rounds-server custodian add），再运行 rounds sync。",
    hant: "請公司指定保管人（rounds-server custodian add），再執行 rounds sync。",
    en: "Ask the office to appoint one (rounds-server custodian add), then run rounds sync.")

  package static let visitIsVoided = Phrase(
    "field.visitIsVoided",
    hans: "这次走访已作废，不能再改。",
    hant: "這次走訪已作廢，不能再改。",
    en: "This visit was voided and cannot be changed.")

  package static let reasonEmpty = Phrase(
    "field.reasonEmpty",
    hans: "请写明原因（--reason）。",
    hant: "請寫明原因（--reason）。",
    en: "Give the reason (--reason).")

  package static let noSuchOpinion = Phrase(
    "field.noSuchOpinion",
    hans: "这次走访没有第 {0} 条意见。",
    hant: "這次走訪沒有第 {0} 條意見。",
    en: "This visit has no opinion number {0}.")

  package static let sawIsStale = Phrase(
    "field.sawIsStale",
    hans: "您看过之后，这条记录又有了改动（现有 {0} 个最新改动）。直接保存会盖住没看过的内容。",
    hant: "您看過之後，這條記錄又有了改動（現有 {0} 個最新改動）。直接保存會蓋住沒看過的內容。",
    en: "The record has changed since it was shown to you ({0} newest changes now). Saving would "
      + "overwrite what you have not seen.")

  package static let sawIsStaleCure = Phrase(
    "field.sawIsStale.cure",
    hans: "请用 rounds visits show 看过全部现值，再带上新的 saw 值重新修改。",
    hant: "請用 rounds visits show 看過全部現值，再帶上新的 saw 值重新修改。",
    en: "Look at all present values with rounds visits show, then amend again with the new saw "
      + "token.")

  package static let tooManyOpinions = Phrase(
    "field.tooManyOpinions",
    hans: "一次走访最多记 {0} 条意见。",
    hant: "一次走訪最多記 {0} 條意見。",
    en: "A visit holds at most {0} opinions.")

  package static let unknownRule = Phrase(
    "field.unknownRule",
    hans: "没有规则“{0}”。规则写作 R1-38 的样子。",
    hant: "沒有規則「{0}」。規則寫作 R1-38 的樣子。",
    en: "There is no rule {0}. Rules are written like R1-38.")

  package static let noSuchPerson = Phrase(
    "field.noSuchPerson",
    hans: "没有找到名叫“{0}”的同事，或有同名者。",
    hant: "沒有找到名叫「{0}」的同事，或有同名者。",
    en: "No single colleague is called {0}.")

  package static let appointmentOfAnother = Phrase(
    "field.appointmentOfAnother",
    hans: "预约 {0} 是另一户的。",
    hant: "預約 {0} 是另一戶的。",
    en: "Appointment {0} is another household's.")

  package static let drawCount = Phrase(
    "field.drawCount",
    hans: "抽样户数须为 1 到 {0}（含备选）。",
    hant: "抽樣戶數須為 1 到 {0}（含備選）。",
    en: "Draw 1 to {0} households, reserves included.")

  package static let nobodyOpen = Phrase(
    "field.nobodyOpen",
    hans: "本轮已没有可抽取的住户。",
    hant: "本輪已沒有可抽取的住戶。",
    en: "Nobody is left to draw in this round.")

  package static let nobodyOpenCure = Phrase(
    "field.nobodyOpen.cure",
    hans: "请先走访已抽取的住户；全部走访完后由公司开始下一轮。",
    hant: "請先走訪已抽取的住戶；全部走訪完後由公司開始下一輪。",
    en: "Visit those already drawn; once all are done the office opens the next round.")

  package static let notDrawingSlot = Phrase(
    "field.notDrawingSlot",
    hans: "本小区由客服主管抽样（没有主管时由经理抽样），以免离线时重复抽取。",
    hant: "本小區由客服主管抽樣（沒有主管時由經理抽樣），以免離線時重複抽取。",
    en: "The supervisor draws for this site (the manager where there is none), so that nobody is "
      + "drawn twice offline.")

  package static let notDrawingSlotCure = Phrase(
    "field.notDrawingSlot.cure",
    hans: "请主管抽样，然后运行 rounds sync 取回名单。",
    hant: "請主管抽樣，然後執行 rounds sync 取回名單。",
    en: "Ask the supervisor to draw, then fetch the list with rounds sync.")

  package static let notCompanyDrawer = Phrase(
    "field.notCompanyDrawer",
    hans: "只有公司人员可以抽取公司走访的样本。",
    hant: "只有公司人員可以抽取公司走訪的樣本。",
    en: "Only company staff draw for company-run visits.")

  package static let notCompanyDrawerCure = Phrase(
    "field.notCompanyDrawer.cure",
    hans: "请去掉 --organiser company。",
    hant: "請去掉 --organiser company。",
    en: "Leave --organiser company out.")
}
