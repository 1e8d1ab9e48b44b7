// Notices at the office, and on paper.

extension Phrase {
  package static let helpNoticeOwn = Phrase(
    "help.noticeOwn",
    hans: "公司自己的通知，盖公司章",
    hant: "公司自己的通知，蓋公司章",
    en: "The company's own, under the company's seal.")

  package static let helpNoticeBy = Phrase(
    "help.noticeBy",
    hans: "由谁办理（姓名或编号）",
    hant: "由誰辦理（姓名或編號）",
    en: "Who does it (name or id).")

  package static let noticeWhose = Phrase(
    "notice.whose",
    hans: "请写明是哪个小区的（--site），还是公司自己的（--company），只写一个；按 --answering 发布的，随原登记。",
    hant: "請寫明是哪個小區的（--site），還是公司自己的（--company），只寫一個；按 --answering 發布的，隨原登記。",
    en: "Say whose notice it is: a site's (--site) or the company's own (--company), not both. "
      + "What is written for a request (--answering) belongs where the request does.")

  package static let printedNotice = Phrase(
    "print.notice",
    hans: "通知",
    hant: "通知",
    en: "Notice")

  package static let printedNoticeTitle = Phrase(
    "print.noticeTitle",
    hans: "{0}：{1}",
    hant: "{0}：{1}",
    en: "{1} ({0})")

  package static let printedDraft = Phrase(
    "print.draft",
    hans: "草稿",
    hant: "草稿",
    en: "Draft")

  package static let printedUnissued = Phrase(
    "print.unissued",
    hans: "还没有发布，不得张贴。",
    hant: "還沒有發布，不得張貼。",
    en: "It is not issued yet and must not be posted.")

  package static let printedUnsealed = Phrase(
    "print.unsealed",
    hans: "没有盖章，不得张贴。",
    hant: "沒有蓋章，不得張貼。",
    en: "Without its seal it must not be posted.")

  package static let printedWithdrawn = Phrase(
    "print.withdrawn",
    hans: "已撤回，不得张贴。",
    hant: "已撤回，不得張貼。",
    en: "It is withdrawn and must not be posted.")

  package static let printNoSheet = Phrase(
    "print.noSheet",
    hans: "{0} 是电话通知，没有可打印的纸张（R2-09）。需要张贴的，请另发书面通知（notice write）。",
    hant: "{0} 是電話通知，沒有可列印的紙張（R2-09）。需要張貼的，請另發書面通知（notice write）。",
    en: "{0} was given by telephone and has no sheet (R2-09). If it is to hang somewhere, write "
      + "another (notice write).")
}
