// The decisions as data: what the commands say of them.

extension Phrase {
  package static let policyTitle = Phrase(
    "policy.title",
    hans: "{0} 适用的各项取值",
    hant: "{0} 適用的各項取值",
    en: "Decisions in force on {0}")

  package static let policyAssumed = Phrase(
    "policy.assumed",
    hans: "带 * 的取值原文缺失，为假定值，请确认后用 rounds-server policy import 写明。",
    hant: "帶 * 的取值原文缺失，為假定值，請確認後用 rounds-server policy import 寫明。",
    en: "Values marked * are assumed: the procedures do not say. Confirm them with "
      + "rounds-server policy import.")

  package static let policyNoDecision = Phrase(
    "policy.noDecision",
    hans: "没有编号为 {0} 的取值。编号为 A01 至 A51 和 P01。",
    hant: "沒有編號為 {0} 的取值。編號為 A01 至 A51 和 P01。",
    en: "There is no decision {0}. They are A01 to A51, and P01.")

  package static let policyUnreadable = Phrase(
    "policy.unreadable",
    hans: "无法读取 {0}。什么也没有改动。",
    hant: "無法讀取 {0}。什麼也沒有改動。",
    en: "{0} cannot be read. Nothing was changed.")

  package static let policyDecision = Phrase(
    "policy.decision",
    hans: "{0}：{1} 不是取值编号，或写了两次。编号为 A01 至 A51 和 P01。什么也没有改动。",
    hant: "{0}：{1} 不是取值編號，或寫了兩次。編號為 A01 至 A51 和 P01。什麼也沒有改動。",
    en: "{0}: {1} is no decision, or stands there twice. They are A01 to A51, and P01. "
      + "Nothing was changed.")

  package static let policySetting = Phrase(
    "policy.setting",
    hans: "{0}：该项没有名为 {1} 的值；policy show 列出各项的名称。什么也没有改动。",
    hant: "{0}：該項沒有名為 {1} 的值；policy show 列出各項的名稱。什麼也沒有改動。",
    en: "{0}: the decision has no value called {1}; policy show lists the names. Nothing was "
      + "changed.")

  package static let policyValue = Phrase(
    "policy.value",
    hans: "{0}：{1} 只能是 {2}。什么也没有改动。",
    hant: "{0}：{1} 只能是 {2}。什麼也沒有改動。",
    en: "{0}: {1} can only be {2}. Nothing was changed.")

  package static let policyFixed = Phrase(
    "policy.fixed",
    hans: "{0}：本程序对 {1} 只有一种理解：{2}，不能另设。什么也没有改动。",
    hant: "{0}：本程式對 {1} 只有一種理解：{2}，不能另設。什麼也沒有改動。",
    en: "{0}: this program knows one reading of {1} only, {2}; it cannot be set. Nothing was "
      + "changed.")

  package static let policyIncomplete = Phrase(
    "policy.incomplete",
    hans: "{0}：缺少 {1}；一项取值须写全。什么也没有改动。",
    hant: "{0}：缺少 {1}；一項取值須寫全。什麼也沒有改動。",
    en: "{0}: {1} is missing; a decision names all its values. Nothing was changed.")

  package static let policyMember = Phrase(
    "policy.member",
    hans: "{0}：{1} 为空、过长或不是日期（YYYY-MM-DD）。什么也没有改动。",
    hant: "{0}：{1} 為空、過長或不是日期（YYYY-MM-DD）。什麼也沒有改動。",
    en: "{0}: {1} is empty, too long, or no date (YYYY-MM-DD). Nothing was changed.")

  package static let policyAbsent = Phrase(
    "policy.absent",
    hans: "{0}：缺少 {1}。",
    hant: "{0}：缺少 {1}。",
    en: "{0}: {1} is missing.")

  package static let policySound = Phrase(
    "policy.sound",
    hans: "文件无误：{0} 项，版本 {1}，自 {2} 起适用。",
    hant: "檔案無誤：{0} 項，版本 {1}，自 {2} 起適用。",
    en: "The file is sound: {0} {0?decision|decisions} of edition {1}, in force from {2}.")

  package static let policySame = Phrase(
    "policy.same",
    hans: "与现行取值相同，不作改动。",
    hant: "與現行取值相同，不作改動。",
    en: "It says what is in force already; nothing would change.")

  package static let policyEmpty = Phrase(
    "policy.empty",
    hans: "版本 {0} 没有任何取值。请至少写一项。",
    hant: "版本 {0} 沒有任何取值。請至少寫一項。",
    en: "Edition {0} makes no decision. Name at least one.")

  package static let policyRecorded = Phrase(
    "policy.recorded",
    hans: "{1} 已有记录，取值不能自 {0} 起改变：已有的记录按当时的取值衡量。请改为明天或以后的日期。什么也没有改动。",
    hant: "{1} 已有記錄，取值不能自 {0} 起改變：已有的記錄按當時的取值衡量。請改為明天或以後的日期。什麼也沒有改動。",
    en: "{1} has records already, which are judged by what was in force: an edition cannot "
      + "begin on {0}. Choose tomorrow or a later day. Nothing was changed.")

  package static let labelDecisionCode = Phrase(
    "label.decisionCode",
    hans: "编号",
    hant: "編號",
    en: "decision")

  package static let labelMeaning = Phrase(
    "label.meaning",
    hans: "含义",
    hant: "含義",
    en: "meaning")

  package static let labelInForceFrom = Phrase(
    "label.inForceFrom",
    hans: "适用自",
    hant: "適用自",
    en: "in force from")

  package static let labelEdition = Phrase(
    "label.edition",
    hans: "版本",
    hant: "版本",
    en: "edition")

  package static let labelSource = Phrase(
    "label.source",
    hans: "依据",
    hant: "依據",
    en: "source")

  package static let labelAllowed = Phrase(
    "label.allowed",
    hans: "可取值",
    hant: "可取值",
    en: "allowed")

  package static let labelBefore = Phrase(
    "label.before",
    hans: "现行",
    hant: "現行",
    en: "before")

  package static let labelPolicy = Phrase(
    "label.policy",
    hans: "适用取值",
    hant: "適用取值",
    en: "values in force")

  package static let labelHistory = Phrase(
    "label.history",
    hans: "经过",
    hant: "經過",
    en: "what was done")

  package static let helpPolicy = Phrase(
    "help.policy",
    hans: "各项取值：查看、检查",
    hant: "各項取值：查看、檢查",
    en: "The values the rules go by")

  package static let helpPolicyShow = Phrase(
    "help.policyShow",
    hans: "查看某天适用的取值",
    hant: "查看某天適用的取值",
    en: "Show the values in force on a day")

  package static let helpPolicyCheck = Phrase(
    "help.policyCheck",
    hans: "检查取值文件，列出会改变什么",
    hant: "檢查取值檔案，列出會改變什麼",
    en: "Check a file of values, and list what it would change")

  package static let helpPolicyImport = Phrase(
    "help.policyImport",
    hans: "采用取值文件，自其中写明的日期起",
    hant: "採用取值檔案，自其中寫明的日期起",
    en: "Put a file of values into force from the day it names")

  package static let helpPolicyFile = Phrase(
    "help.policyFile",
    hans: "取值文件（JSON）：edition、from、source、decisions",
    hant: "取值檔案（JSON）：edition、from、source、decisions",
    en: "A JSON file with edition, from, source and decisions.")

  package static let helpPolicyOn = Phrase(
    "help.policyOn",
    hans: "哪一天；默认今天（YYYY-MM-DD）",
    hant: "哪一天；預設今天（YYYY-MM-DD）",
    en: "The day; today unless said (YYYY-MM-DD).")

  package static let helpDecision = Phrase(
    "help.decision",
    hans: "编号，例如 A14；不写则全部列出",
    hant: "編號，例如 A14；不寫則全部列出",
    en: "A decision, such as A14; all of them unless said.")
}
