// Contract queries and changes, and property lost or damaged (R1-31 to R1-34).

extension Phrase {
  package static let ruleIncidentClosed = Phrase(
    "rule.R1-34.closed",
    hans: "这件事已经结束或作废。",
    hant: "這件事已經結束或作廢。",
    en: "It is closed, or voided.")

  package static let ruleIncidentClosedCure = Phrase(
    "rule.R1-34.closed.cure",
    hans: "如有新情况，请另记一件（incident record）。",
    hant: "如有新情況，請另記一件（incident record）。",
    en: "If there is something new, record another (incident record).")

  package static let ruleIncidentEmpty = Phrase(
    "rule.R1-34.empty",
    hans: "没有写是什么情况。",
    hant: "沒有寫是什麼情況。",
    en: "It is not said what it is.")

  package static let ruleIncidentEmptyCure = Phrase(
    "rule.R1-34.empty.cure",
    hans: "请用 --text 写明。",
    hant: "請用 --text 寫明。",
    en: "Say it with --text.")

  package static let ruleContractNumber = Phrase(
    "rule.R1-31.reference",
    hans: "没有写合同编号。",
    hant: "沒有寫合同編號。",
    en: "No contract is named.")

  package static let ruleContractNumberCure = Phrase(
    "rule.R1-31.reference.cure",
    hans: "请用 --contract 写明。",
    hant: "請用 --contract 寫明。",
    en: "Name it with --contract.")

  package static let ruleIncidentLate = Phrase(
    "rule.R1-34",
    hans: "发现当天没有记录。",
    hant: "發現當天沒有記錄。",
    en: "It was not recorded on the day it was found.")

  package static let ruleIncidentLateCure = Phrase(
    "rule.R1-34.cure",
    hans: "照常保存；请马上通知业户。",
    hant: "照常保存；請馬上通知業戶。",
    en: "It is saved all the same; tell the household at once.")

  package static let ruleNotTold = Phrase(
    "rule.R1-33.told",
    hans: "还没有告诉业户。",
    hant: "還沒有告訴業戶。",
    en: "The household has not been told.")

  package static let ruleNotToldCure = Phrase(
    "rule.R1-33.told.cure",
    hans: "请先通知（incident tell）。",
    hant: "請先通知（incident tell）。",
    en: "Tell it first (incident tell).")

  package static let ruleNotConfirmed = Phrase(
    "rule.R1-32.both",
    hans: "双方还没有都确认。",
    hant: "雙方還沒有都確認。",
    en: "Not both sides have confirmed it.")

  package static let ruleNotConfirmedCure = Phrase(
    "rule.R1-32.both.cure",
    hans: "请先确认（incident confirm --firm --household）。",
    hant: "請先確認（incident confirm --firm --household）。",
    en: "Confirm it first (incident confirm --firm --household).")

  package static let ruleQueryOpen = Phrase(
    "rule.R1-32",
    hans: "这份合同还有 {0} 个问题双方没有确认，不能签。",
    hant: "這份合同還有 {0} 個問題雙方沒有確認，不能籤。",
    en: "{0} {0?query|queries} about this contract {0?is|are} not confirmed by both "
      + "sides: it is not signed.")

  package static let ruleQueryOpenCure = Phrase(
    "rule.R1-32.cure",
    hans: "请先与业户沟通并双方确认（incident tell、incident confirm）。",
    hant: "請先與業戶溝通並雙方確認（incident tell、incident confirm）。",
    en: "Talk it over and let both sides confirm (incident tell, incident confirm).")

  package static let codeIncident = Phrase(
    "code.incident",
    hans: "合同与财产",
    hant: "合同與財產",
    en: "contract or property")

  package static let codeContractQuery = Phrase(
    "code.contractQuery",
    hans: "合同疑问",
    hant: "合同疑問",
    en: "contract query")

  package static let codeContractChange = Phrase(
    "code.contractChange",
    hans: "合同变更",
    hant: "合同變更",
    en: "contract change")

  package static let codePropertyLost = Phrase(
    "code.propertyLost",
    hans: "财产丢失",
    hant: "財產丟失",
    en: "property lost")

  package static let codePropertyDamaged = Phrase(
    "code.propertyDamaged",
    hans: "财产损坏",
    hant: "財產損壞",
    en: "property damaged")

  package static let codePropertyUnfit = Phrase(
    "code.propertyUnfit",
    hans: "财产不适用",
    hant: "財產不適用",
    en: "property unfit")

  package static let codeIncidentFound = Phrase(
    "code.incidentFound",
    hans: "待通知业户",
    hant: "待通知業戶",
    en: "household to be told")

  package static let codeIncidentTold = Phrase(
    "code.incidentTold",
    hans: "已通知",
    hant: "已通知",
    en: "told")

  package static let codeIncidentConfirmed = Phrase(
    "code.incidentConfirmed",
    hans: "双方已确认",
    hant: "雙方已確認",
    en: "confirmed by both sides")

  package static let codeIncidentClosed = Phrase(
    "code.incidentClosed",
    hans: "已结束",
    hant: "已結束",
    en: "closed")

  package static let codeIncidentVoided = Phrase(
    "code.incidentVoided",
    hans: "已作废",
    hant: "已作廢",
    en: "voided")

  package static let incidentsTitle = Phrase(
    "incident.title",
    hans: "合同与财产",
    hant: "合同與財產",
    en: "Contracts and property")

  package static let incidentSaved = Phrase(
    "incident.saved",
    hans: "{0} 已登记；最迟 {1} 通知业户。",
    hant: "{0} 已登記；最遲 {1} 通知業戶。",
    en: "{0} is recorded; the household is to be told by {1}.")

  package static let incidentDone = Phrase(
    "incident.done",
    hans: "{0}：{1}。",
    hant: "{0}：{1}。",
    en: "{0}: {1}.")

  package static let incidentReady = Phrase(
    "incident.ready",
    hans: "合同 {0} 没有未确认的问题，可以签。",
    hant: "合同 {0} 沒有未確認的問題，可以籤。",
    en: "Nothing about contract {0} is open: it may be signed.")

  package static let incidentNothingConfirmed = Phrase(
    "incident.nothingConfirmed",
    hans: "请写明谁确认（--firm、--household）。",
    hant: "請寫明誰確認（--firm、--household）。",
    en: "Say who confirms (--firm, --household).")

  package static let noSuchIncident = Phrase(
    "incident.noSuch",
    hans: "没有这件事。",
    hant: "沒有這件事。",
    en: "There is no such incident.")

  package static let labelContract = Phrase(
    "label.contract",
    hans: "合同编号",
    hant: "合同編號",
    en: "Contract")

  package static let labelFoundAt = Phrase(
    "label.foundAt",
    hans: "发现",
    hant: "發現",
    en: "Found")

  package static let labelToldHousehold = Phrase(
    "label.toldHousehold",
    hans: "通知业户",
    hant: "通知業戶",
    en: "Household told")

  package static let labelFirmConfirmed = Phrase(
    "label.firmConfirmed",
    hans: "本方确认",
    hant: "本方確認",
    en: "Confirmed by the firm")

  package static let labelHouseholdConfirmed = Phrase(
    "label.householdConfirmed",
    hans: "业户确认",
    hant: "業戶確認",
    en: "Confirmed by the household")

  package static let labelResponse = Phrase(
    "label.response",
    hans: "业户的话、约定",
    hant: "業戶的話、約定",
    en: "What was said and agreed")

  package static let labelAgreement = Phrase(
    "label.agreement",
    hans: "双方约定",
    hant: "雙方約定",
    en: "What was agreed")
}
