// How long texts are kept, and how they are destroyed.

extension Phrase {
  package static let retentionRole = Phrase(
    "retention.role",
    hans: "只有管理员或综合事务部可以销毁、冻结到期的记录。",
    hant: "只有管理員或綜合事務部可以銷燬、凍結到期的記錄。",
    en: "Only an administrator or the general affairs department destroys what is "
      + "over, or holds it back.")

  package static let retentionRoleCure = Phrase(
    "retention.role.cure",
    hans: "请由他们来做。",
    hant: "請由他們來做。",
    en: "Let one of them do it.")

  package static let retentionNothingKept = Phrase(
    "retention.nothingKept",
    hans: "没有这样的留存内容，或者它没有被冻结。",
    hant: "沒有這樣的留存內容，或者它沒有被凍結。",
    en: "Nothing of it is kept, or it is not held back.")

  package static let retentionTitle = Phrase(
    "retention.title",
    hans: "留存期限",
    hant: "留存期限",
    en: "What is kept, and until when")

  package static let retentionNothing = Phrase(
    "retention.nothing",
    hans: "今天没有到期可销毁的内容。",
    hant: "今天沒有到期可銷燬的內容。",
    en: "Nothing is over today.")

  package static let retentionDryRun = Phrase(
    "retention.dryRun",
    hans: "试算：今天可销毁 {0} 把钥匙；什么都没有动。",
    hant: "試算：今天可銷燬 {0} 把鑰匙；什麼都沒有動。",
    en: "Dry run: {0} {0?key|keys} could be destroyed today; nothing was touched.")

  package static let retentionStale = Phrase(
    "retention.stale",
    hans: "到期的内容与查看时不同：现在有 {0} 把钥匙到期。",
    hant: "到期的內容與查看時不同：現在有 {0} 把鑰匙到期。",
    en: "What is over is not what was looked at: {0} {0?key is|keys are} over now.")

  package static let retentionStaleCure = Phrase(
    "retention.stale.cure",
    hans: "请先看清单（retention run --dry-run），再用它给出的 --saw 值销毁。",
    hant: "請先看清單（retention run --dry-run），再用它給出的 --saw 值銷燬。",
    en: "Look at the list first (retention run --dry-run), then destroy with the --saw that it "
      + "prints.")

  package static let retentionSaw = Phrase(
    "retention.saw",
    hans: "销毁这份清单：retention run --saw {0}",
    hant: "銷燬這份清單：retention run --saw {0}",
    en: "To destroy just this list: retention run --saw {0}")

  package static let helpRetentionSaw = Phrase(
    "help.retentionSaw",
    hans: "试算时给出的 saw 值",
    hant: "試算時給出的 saw 值",
    en: "The saw token that the dry run printed.")

  package static let retentionDestroyed = Phrase(
    "retention.destroyed",
    hans: "已销毁 {0} 把钥匙；内容在所有电脑上都打不开了。",
    hant: "已銷燬 {0} 把鑰匙；內容在所有電腦上都打不開了。",
    en: "{0} {0?key is|keys are} destroyed; what they opened is unreadable on every machine.")

  package static let retentionHeldDone = Phrase(
    "retention.heldDone",
    hans: "已冻结：到期也不销毁。",
    hant: "已凍結：到期也不銷燬。",
    en: "Held back: it stays although its period is over.")

  package static let retentionReleasedDone = Phrase(
    "retention.releasedDone",
    hans: "已解除冻结。",
    hant: "已解除凍結。",
    en: "No longer held back.")

  package static let retentionProof = Phrase(
    "retention.proof",
    hans: "销毁证明",
    hant: "銷燬證明",
    en: "Proof of destruction")

  package static let retentionProofGone = Phrase(
    "retention.proofGone",
    hans: "全部已销毁",
    hant: "全部已銷燬",
    en: "all gone")

  package static let retentionProofLeft = Phrase(
    "retention.proofLeft",
    hans: "还剩 {0} 把",
    hant: "還剩 {0} 把",
    en: "{0} left")

  package static let retentionNone = Phrase(
    "retention.none",
    hans: "还没有销毁过。",
    hant: "還沒有銷燬過。",
    en: "Nothing was destroyed so far.")

  package static let labelRetentionClass = Phrase(
    "label.retentionClass",
    hans: "类别",
    hant: "類別",
    en: "Class")

  package static let labelKeys = Phrase(
    "label.keys",
    hans: "钥匙数",
    hant: "鑰匙數",
    en: "Keys")

  package static let labelOver = Phrase(
    "label.over",
    hans: "已到期",
    hant: "已到期",
    en: "Over")

  package static let labelHeldBack = Phrase(
    "label.heldBack",
    hans: "已冻结",
    hant: "已凍結",
    en: "Held back")

  package static let labelEarliestEnd = Phrase(
    "label.earliestEnd",
    hans: "最早到期",
    hant: "最早到期",
    en: "First end")

  package static let labelGone = Phrase(
    "label.gone",
    hans: "结果",
    hant: "結果",
    en: "Result")

  package static let codeRetentionRoster = Phrase(
    "code.retentionRoster",
    hans: "住户名册",
    hant: "住戶名冊",
    en: "roster")

  package static let codeRetentionVisit = Phrase(
    "code.retentionVisit",
    hans: "走访与意见",
    hant: "走訪與意見",
    en: "visits and opinions")

  package static let codeRetentionMinutes = Phrase(
    "code.retentionMinutes",
    hans: "会议记录",
    hant: "會議記錄",
    en: "minutes")

  package static let codeRetentionOriginals = Phrase(
    "code.retentionOriginals",
    hans: "通知原件（纸质）",
    hant: "通知原件（紙質）",
    en: "originals of notices, on paper")

  package static let retentionLedger = Phrase(
    "retention.ledger",
    hans: "不含个人信息的走访台账（哪一轮走访过）不销毁。",
    hant: "不含個人信息的走訪台賬（哪一輪走訪過）不銷燬。",
    en: "The ledger of who was done in which round carries no name, and stays.")

  package static let retentionRosterNote = Phrase(
    "retention.rosterNote",
    hans: "住户名册没有期限：住在这里就要用。",
    hant: "住戶名冊沒有期限：住在這裡就要用。",
    en: "The roster has no period: it is needed as long as somebody lives there.")

  package static let helpRetention = Phrase(
    "help.retention",
    hans: "留存期限：试算、销毁、冻结、证明",
    hant: "留存期限：試算、銷燬、凍結、證明",
    en: "How long texts are kept: dry run, destruction, holding back, proof")

  package static let helpRetentionShow = Phrase(
    "help.retentionShow",
    hans: "各类留存内容和期限",
    hant: "各類留存內容和期限",
    en: "What is kept, by class, and until when")

  package static let helpRetentionRun = Phrase(
    "help.retentionRun",
    hans: "销毁今天到期的内容",
    hant: "銷燬今天到期的內容",
    en: "Destroy what is over today")

  package static let helpRetentionDry = Phrase(
    "help.retentionDry",
    hans: "只试算",
    hant: "只試算",
    en: "Only say what would be destroyed")

  package static let helpRetentionHold = Phrase(
    "help.retentionHold",
    hans: "冻结一次会议或一户的内容",
    hant: "凍結一次會議或一戶的內容",
    en: "Hold back the texts of a meeting or a household")

  package static let helpRetentionRelease = Phrase(
    "help.retentionRelease",
    hans: "解除冻结",
    hant: "解除凍結",
    en: "End a holding back")

  package static let helpRetentionProof = Phrase(
    "help.retentionProof",
    hans: "列出已销毁的内容和证明",
    hant: "列出已銷燬的內容和證明",
    en: "What was destroyed, with the proof")

  package static let helpRetentionSubject = Phrase(
    "help.retentionSubject",
    hans: "会议、提议申诉或住户的编号（前 6 位即可）",
    hant: "會議、提議申訴或住戶的編號（前 6 位即可）",
    en: "The id of the meeting, petition or household, or its first 6 digits.")

  package static let codeRetentionPetition = Phrase(
    "code.retentionPetition",
    hans: "提议与申诉",
    hant: "提議與申訴",
    en: "suggestions and appeals")
}
