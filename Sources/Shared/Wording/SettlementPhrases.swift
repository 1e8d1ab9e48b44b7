// Duplicate cases and conflicts, and what people decide about them.

extension Phrase {
  package static let deciderDisabled = Phrase(
    "settlement.deciderDisabled",
    hans: "{0} 的账号已停用，不能再以其名义作决定。",
    hant: "{0} 的帳號已停用，不能再以其名義作決定。",
    en: "The account of {0} is disabled; nothing is decided in that name any more.")

  package static let deciderDisabledCure = Phrase(
    "settlement.deciderDisabledCure",
    hans: "请由另一位有权的人来决定。",
    hant: "請由另一位有權的人來決定。",
    en: "Let somebody else who may decide do it.")

  package static let onlyHeadOffice = Phrase(
    "office.settle.role",
    hans: "重复走访只由公司的审核人员或管理员裁定。",
    hant: "重複走訪只由公司的審核人員或管理員裁定。",
    en: "Duplicate cases are settled by the company's reviewers and administrators alone.")

  package static let onlyHeadOfficeCure = Phrase(
    "office.settle.role.cure",
    hans: "请交给有此职务的人（--by）。",
    hant: "請交給有此職務的人（--by）。",
    en: "Leave it to somebody who holds such a post (--by).")

  package static let caseHasChanged = Phrase(
    "office.settle.changed",
    hans: "这一户现在有 {0} 次走访，和您看到的不一样。",
    hant: "這一戶現在有 {0} 次走訪，和您看到的不一樣。",
    en: "The case has {0} {0?visit|visits} now; that is not what you were shown.")

  package static let caseHasChangedCure = Phrase(
    "office.settle.changed.cure",
    hans: "请重新查看全部走访后再裁定。",
    hant: "請重新查看全部走訪後再裁定。",
    en: "Look at all visits again, then decide.")

  package static let caseAgainstWrong = Phrase(
    "office.settle.against",
    hans: "请选同一户同一轮中另一次有效的走访作为依据。",
    hant: "請選同一戶同一輪中另一次有效的走訪作為依據。",
    en: "Decide against another visit of the same case, one that stands.")

  package static let caseOthersLean = Phrase(
    "office.settle.lean",
    hans: "别的走访是对照这一次裁定的，请先改那些裁定。",
    hant: "別的走訪是對照這一次裁定的，請先改那些裁定。",
    en: "Other visits were settled against this one; settle those anew first.")

  package static let settlementReasonMissing = Phrase(
    "office.settle.reason",
    hans: "请用一行写明理由。",
    hant: "請用一行寫明理由。",
    en: "Give a reason, on one line.")

  package static let nothingDecided = Phrase(
    "office.settle.nothing",
    hans: "对这次走访还没有裁定。",
    hant: "對這次走訪還沒有裁定。",
    en: "Nothing was decided about this visit.")

  package static let noSuchCase = Phrase(
    "office.settle.noCase",
    hans: "{0} 不属于任何重复走访。",
    hant: "{0} 不屬於任何重複走訪。",
    en: "{0} belongs to no duplicate case.")

  package static let settledCase = Phrase(
    "office.settle.done",
    hans: "已裁定：{0}。",
    hant: "已裁定：{0}。",
    en: "Settled: {0}.")

  package static let caseReopened = Phrase(
    "office.settle.reopened",
    hans: "裁定已撤回，重新待处理。",
    hant: "裁定已撤回，重新待處理。",
    en: "The decision is withdrawn; the case is open again.")

  package static let onlyItsPeople = Phrase(
    "office.conflict.role",
    hans: "冲突只由在这个小区工作的人或公司人员解决。",
    hant: "衝突只由在這個小區工作的人或公司人員解決。",
    en: "A conflict is settled by people of the site or of the company.")

  package static let onlyItsPeopleCure = Phrase(
    "office.conflict.role.cure",
    hans: "请交给在这个小区工作的人（--by）。",
    hant: "請交給在這個小區工作的人（--by）。",
    en: "Leave it to somebody who works there (--by).")

  package static let onlyAdministrators = Phrase(
    "office.conflict.administrator",
    hans: "人员、权限、名册等只由公司写入的记录，其冲突只由管理员解决。",
    hant: "人員、權限、名冊等只由公司寫入的記錄，其衝突只由管理員解決。",
    en: "A conflict in what the office alone writes, such as people, rights and rosters, is "
      + "settled by an administrator.")

  package static let onlyAdministratorsCure = Phrase(
    "office.conflict.administrator.cure",
    hans: "请交给管理员。",
    hant: "請交給管理員。",
    en: "Leave it to an administrator.")

  package static let conflictIsSettled = Phrase(
    "conflict.settledAlready",
    hans: "这个冲突已经解决，或所选的值已不在其中。",
    hant: "這個衝突已經解決，或所選的值已不在其中。",
    en: "This conflict is settled already, or the chosen value is no longer part of it.")

  package static let conflictSettled = Phrase(
    "conflict.settled",
    hans: "已采用：{0}。写下其他值的人会看到通知。",
    hant: "已採用：{0}。寫下其他值的人會看到通知。",
    en: "Taken: {0}. Those who wrote the other values will be told.")

  package static let conflictsSettledTitle = Phrase(
    "conflict.settledTitle",
    hans: "别人已解决的、涉及您所写内容的冲突",
    hant: "別人已解決的、涉及您所寫內容的衝突",
    en: "Settled by others, with a value of yours")

  package static let noOpenConflict = Phrase(
    "conflict.noneOpen",
    hans: "没有未解决的冲突。",
    hant: "沒有未解決的衝突。",
    en: "No conflict is open.")

  package static let noSuchConflict = Phrase(
    "conflict.none",
    hans: "没有这个冲突：{0}",
    hant: "沒有這個衝突：{0}",
    en: "There is no such conflict: {0}")

  package static let severalConflicts = Phrase(
    "conflict.several",
    hans: "这条记录有几个冲突，请用 --field 指明字段：{0}",
    hant: "這條記錄有幾個衝突，請用 --field 指明欄位：{0}",
    en: "The record has several conflicts; name the field with --field: {0}")

  package static let choiceOutOfRange = Phrase(
    "conflict.choiceRange",
    hans: "没有第 {0} 个值；一共有 {1} 个。",
    hant: "沒有第 {0} 個值；一共有 {1} 個。",
    en: "There is no value {0}; there are {1}.")

  package static let choiceNotANumber = Phrase(
    "conflict.choiceNumber",
    hans: "请输入值的序号，而不是「{0}」。",
    hant: "請輸入值的序號，而不是「{0}」。",
    en: "Type the number of a value, not “{0}”.")

  package static let askConflictChoice = Phrase(
    "conflict.ask",
    hans: "采用第几个值？",
    hant: "採用第幾個值？",
    en: "Which value is to be taken (number)?")

  package static let casesOpenOf = Phrase(
    "case.openOf",
    hans: "{0} 件待裁定，共 {1} 件",
    hant: "{0} 件待裁定，共 {1} 件",
    en: "{0} open of {1}")

  package static let codeCaseOpen = Phrase(
    "code.case.open",
    hans: "待裁定",
    hant: "待裁定",
    en: "open")

  package static let codeCaseReopened = Phrase(
    "code.case.reopened",
    hans: "重新待裁定",
    hant: "重新待裁定",
    en: "open again")

  package static let codeCaseSettled = Phrase(
    "code.case.settled",
    hans: "已裁定",
    hant: "已裁定",
    en: "settled")

  package static let codeBecomesReturnVisit = Phrase(
    "code.settle.returnVisit",
    hans: "作为回访",
    hant: "作為回訪",
    en: "becomes a return visit")

  package static let codeExcused = Phrase(
    "code.settle.excused",
    hans: "免责",
    hant: "免責",
    en: "excused")

  package static let codeStandsAsRepeat = Phrase(
    "code.settle.repeat",
    hans: "算作重复",
    hant: "算作重複",
    en: "stands as a repeat")

  package static let codeSameVisit = Phrase(
    "code.settle.same",
    hans: "同一次走访记了两遍",
    hant: "同一次走訪記了兩遍",
    en: "the same visit recorded twice")

  package static let labelChoice = Phrase(
    "label.choice",
    hans: "序号",
    hant: "序號",
    en: "No.")

  package static let labelVisit = Phrase(
    "label.visit",
    hans: "走访",
    hant: "走訪",
    en: "Visit")

  package static let labelDecision = Phrase(
    "label.decision",
    hans: "裁定",
    hant: "裁定",
    en: "Decision")

  package static let helpDuplicatesHere = Phrase(
    "help.duplicatesHere",
    hans: "列出同一轮走访过两次的住户及公司的裁定",
    hant: "列出同一輪走訪過兩次的住戶及公司的裁定",
    en: "List households visited twice in a round, and what head office decided")

  package static let helpDuplicatesSettle = Phrase(
    "help.duplicatesSettle",
    hans: "裁定一次重复的走访",
    hant: "裁定一次重複的走訪",
    en: "Settle one visit of a duplicate case")

  package static let helpDuplicatesReopen = Phrase(
    "help.duplicatesReopen",
    hans: "撤回对一次走访的裁定",
    hant: "撤回對一次走訪的裁定",
    en: "Withdraw the decision about a visit")

  package static let helpDuplicatesShow = Phrase(
    "help.duplicatesShow",
    hans: "并列查看一件重复走访",
    hant: "並列查看一件重複走訪",
    en: "Look at one duplicate case, side by side")

  package static let helpSettleVisit = Phrase(
    "help.settleVisit",
    hans: "要裁定的走访（编号的开头，至少 6 位）",
    hant: "要裁定的走訪（編號的開頭，至少 6 位）",
    en: "The visit that is decided about (the beginning of its id, 6 characters or more)")

  package static let helpSettleAs = Phrase(
    "help.settleAs",
    hans: "裁定：returnVisit、excused、standsAsRepeat、sameVisit",
    hant: "裁定：returnVisit、excused、standsAsRepeat、sameVisit",
    en: "The decision: returnVisit, excused, standsAsRepeat or sameVisit")

  package static let helpSettleAgainst = Phrase(
    "help.settleAgainst",
    hans: "对照的走访；不写则为最早的一次",
    hant: "對照的走訪；不寫則為最早的一次",
    en: "The visit that stands; the first one if not given")

  package static let helpSettleReason = Phrase(
    "help.settleReason",
    hans: "理由",
    hant: "理由",
    en: "The reason")

  package static let helpSettleShown = Phrase(
    "help.settleShown",
    hans: "show 显示的 saw 值；之后有变化则拒绝",
    hant: "show 顯示的 saw 值；之後有變化則拒絕",
    en: "The token that show printed; refused when the case has changed since")

  package static let helpConflictsOffice = Phrase(
    "help.conflictsOffice",
    hans: "互不知情的修改",
    hant: "互不知情的修改",
    en: "Changes made without knowing of each other")

  package static let helpConflictsSettle = Phrase(
    "help.conflictsSettle",
    hans: "采用其中一个值来解决冲突",
    hant: "採用其中一個值來解決衝突",
    en: "Settle a conflict by one of its values")

  package static let helpConflictField = Phrase(
    "help.conflictField",
    hans: "字段编号（同一记录有几个冲突时）",
    hant: "欄位編號（同一記錄有幾個衝突時）",
    en: "The number of the field, where a record has several conflicts")

  package static let helpConflictChoice = Phrase(
    "help.conflictChoice",
    hans: "采用第几个值（show 显示的序号）",
    hant: "採用第幾個值（show 顯示的序號）",
    en: "The number of the value to take, as show prints it")
}
