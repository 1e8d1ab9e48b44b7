// What the office's pages and commands say of contracts and property.

extension Phrase {
  package static let notAnAttendant = Phrase(
    "office.notAnAttendant",
    hans: "业户的话只有负责接待和处理的人能看、能登记：经理、客服主管、客服专员、"
      + "前台和公司审核人员。",
    hant: "業戶的話只有負責接待和處理的人能看、能登記：經理、客服主管、客服專員、"
      + "前台和公司審核人員。",
    en: "What concerns single households is for those who see to what they say: manager, "
      + "supervisor, officer, front desk, and the company's reviewers.")

  package static let notAnAttendantCure = Phrase(
    "office.notAnAttendant.cure",
    hans: "请交给这个小区的负责人员（--by）。",
    hant: "請交給這個小區的負責人員（--by）。",
    en: "Leave it to one of them who works at the site (--by).")

  package static let personNotAtSite = Phrase(
    "office.personNotAtSite",
    hans: "{0} 不在 {1} 工作。",
    hant: "{0} 不在 {1} 工作。",
    en: "{0} does not work at {1}.")

  package static let noHouseholdHere = Phrase(
    "office.noHousehold",
    hans: "{1} 没有房号或住户“{0}”。",
    hant: "{1} 沒有房號或住戶“{0}”。",
    en: "There is no unit or household {0} at {1}.")

  package static let helpIncidentBy = Phrase(
    "help.incidentBy",
    hans: "由谁查看（姓名或编号）；不写就不显示业户的话",
    hant: "由誰查看（姓名或編號）；不寫就不顯示業戶的話",
    en: "Who looks (name or id); without it no words of households are shown.")

  package static let incidentsOf = Phrase(
    "incidentPage.of",
    hans: "{0}：合同与财产",
    hant: "{0}：合同與財產",
    en: "{0}: contracts and property")

  package static let incidentTitleOne = Phrase(
    "incidentPage.title",
    hans: "{1} {0}",
    hant: "{1} {0}",
    en: "{0} at {1}")

  package static let pageUnitTyped = Phrase(
    "incidentPage.unit",
    hans: "房号（如 3-1201）",
    hant: "房號（如 3-1201）",
    en: "Unit (such as 3-1201)")

  package static let pageUsualDepartment = Phrase(
    "incidentPage.department",
    hans: "按类别的惯例",
    hant: "按類別的慣例",
    en: "as usual for the kind")

  package static let pageRecordIncident = Phrase(
    "incidentPage.record",
    hans: "登记",
    hant: "登記",
    en: "Record it")

  package static let pageTellIncident = Phrase(
    "incidentPage.tell",
    hans: "登记已通知",
    hant: "登記已通知",
    en: "Record that it was told")

  package static let pageConfirmIncident = Phrase(
    "incidentPage.confirm",
    hans: "登记确认",
    hant: "登記確認",
    en: "Record the confirmation")

  package static let pageIncidentSides = Phrase(
    "incidentPage.sides",
    hans: "谁确认",
    hant: "誰確認",
    en: "Who confirms")

  package static let pageBothSides = Phrase(
    "incidentPage.both",
    hans: "双方",
    hant: "雙方",
    en: "both sides")

  package static let pageCloseIncident = Phrase(
    "incidentPage.close",
    hans: "结束",
    hant: "結束",
    en: "Close it")

  package static let pageVoidIncident = Phrase(
    "incidentPage.void",
    hans: "作废",
    hant: "作廢",
    en: "Void it")
}
