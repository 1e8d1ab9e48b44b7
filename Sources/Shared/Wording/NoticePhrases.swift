// What is said when something is done with a notice.

extension Phrase {
  package static let noticesTitle = Phrase(
    "notice.title",
    hans: "通知",
    hant: "通知",
    en: "Notices")

  package static let noticeTitleOne = Phrase(
    "notice.titleOne",
    hans: "通知 {0}",
    hant: "通知 {0}",
    en: "Notice {0}")

  package static let noticeUnnumbered = Phrase(
    "notice.unnumbered",
    hans: "待编号",
    hant: "待編號",
    en: "no number yet")

  package static let noticeRequested = Phrase(
    "notice.requested",
    hans: "已登记作业 {0}，请客服中心发布通知。",
    hant: "已登記作業 {0}，請客服中心發布通知。",
    en: "Work {0} is recorded; the customer-service centre is to write the notice.")

  package static let noticeIssued = Phrase(
    "notice.issued",
    hans: "通知 {0} 已保存。下一步：盖章（notice seal），然后张贴（notice post）。",
    hant: "通知 {0} 已保存。下一步：蓋章（notice seal），然後張貼（notice post）。",
    en: "Notice {0} is saved. Next: seal it (notice seal), then post it (notice post).")

  package static let noticeIssuedByTelephone = Phrase(
    "notice.issuedByTelephone",
    hans: "电话通知 {0} 已保存为备忘。",
    hant: "電話通知 {0} 已保存為備忘。",
    en: "Notice {0}, given by telephone, is saved as a memo.")

  package static let noticeAmended = Phrase(
    "notice.amended",
    hans: "通知 {0} 已更改。内容变了，要重新盖章、重新张贴。",
    hant: "通知 {0} 已更改。內容變了，要重新蓋章、重新張貼。",
    en: "Notice {0} is changed. What it says is another text now: seal and post it again.")

  package static let noticeUnchanged = Phrase(
    "notice.unchanged",
    hans: "没有要更改的内容。",
    hant: "沒有要更改的內容。",
    en: "There is nothing to change.")

  package static let noticeSealed = Phrase(
    "notice.sealed",
    hans: "已记录盖章：{0}。",
    hant: "已記錄蓋章：{0}。",
    en: "The seal is recorded: {0}.")

  package static let noticePosted = Phrase(
    "notice.posted",
    hans: "已登记张贴：{0}。",
    hant: "已登記張貼：{0}。",
    en: "Posted: {0}.")

  package static let noticePostedMissing = Phrase(
    "notice.postedMissing",
    hans: "还没有贴：{0}",
    hant: "還沒有貼：{0}",
    en: "Still to hang: {0}")

  package static let noticeToldAt = Phrase(
    "notice.toldAt",
    hans: "全部贴齐：{0}",
    hant: "全部貼齊：{0}",
    en: "Every place has it since {0}")

  package static let noticeTakenDown = Phrase(
    "notice.takenDown",
    hans: "已撤下：{0}。",
    hant: "已撤下：{0}。",
    en: "Taken down: {0}.")

  package static let noticeChecked = Phrase(
    "notice.checked",
    hans: "已记录警示标识检查。",
    hant: "已記錄警示標識檢查。",
    en: "The look at the signs is recorded.")

  package static let noticeSignsMissing = Phrase(
    "notice.signsMissing",
    hans: "没有警示标识，请马上补上。",
    hant: "沒有警示標識，請馬上補上。",
    en: "There are no signs: put them up at once.")

  package static let noticeCordonMissing = Phrase(
    "notice.cordonMissing",
    hans: "没有用警示带围护，请马上补上。",
    hant: "沒有用警示帶圍護，請馬上補上。",
    en: "There is no cordon: put the tape up at once.")

  package static let noticeArchived = Phrase(
    "notice.archived",
    hans: "原件已存档：{0}，保存到 {1}。",
    hant: "原件已存檔：{0}，保存到 {1}。",
    en: "The original is in the archive: {0}, kept until {1}.")

  package static let noticeWithdrawn = Phrase(
    "notice.withdrawnDone",
    hans: "通知 {0} 已撤回；已贴的请撤下（notice take-down）。",
    hant: "通知 {0} 已撤回；已貼的請撤下（notice take-down）。",
    en: "Notice {0} is withdrawn; take down what hangs (notice take-down).")

  package static let noticeOutdated = Phrase(
    "notice.outdated",
    hans: "还贴着旧内容：{0}",
    hant: "還貼著舊內容：{0}",
    en: "An older text still hangs: {0}")

  package static let noticeExpired = Phrase(
    "notice.expired",
    hans: "有效期已过，还贴着：{0}",
    hant: "有效期已過，還貼著：{0}",
    en: "Still hanging after its time: {0}")

  package static let noSuchNotice = Phrase(
    "notice.noSuch",
    hans: "没有这个通知。",
    hant: "沒有這個通知。",
    en: "There is no such notice.")

  package static let noticeNotIssued = Phrase(
    "notice.notIssued",
    hans: "通知还没有发布。",
    hant: "通知還沒有發布。",
    en: "The notice has not been written yet.")

  package static let noticeAlreadyIssued = Phrase(
    "notice.alreadyIssued",
    hans: "通知已经发布；要改请用 notice amend。",
    hant: "通知已經發布；要改請用 notice amend。",
    en: "The notice is written already; notice amend changes it.")

  package static let noticeIsWithdrawn = Phrase(
    "notice.isWithdrawn",
    hans: "通知已撤回。",
    hant: "通知已撤回。",
    en: "The notice is withdrawn.")

  package static let noticeNothingHangs = Phrase(
    "notice.nothingHangs",
    hans: "没有要撤下的张贴。",
    hant: "沒有要撤下的張貼。",
    en: "Nothing hangs that could be taken down.")

  package static let noticeNoSuchPlace = Phrase(
    "notice.noSuchPlace",
    hans: "没有这个大堂：{0}。本小区的大堂：{1}",
    hant: "沒有這個大堂：{0}。本小區的大堂：{1}",
    en: "There is no lobby {0}. The lobbies of this site: {1}")

  package static let noticeNoSuchUnit = Phrase(
    "notice.noSuchUnit",
    hans: "没有这套房屋：{0}",
    hant: "沒有這套房屋：{0}",
    en: "There is no such unit: {0}")

  package static let noticeNoPlaceNamed = Phrase(
    "notice.noPlaceNamed",
    hans: "请写明贴在哪里（--lobby、--board、--door 或 --everywhere）。",
    hant: "請寫明貼在哪裡（--lobby、--board、--door 或 --everywhere）。",
    en: "Say where it hangs (--lobby, --board, --door or --everywhere).")

  package static let noticeNoLobbies = Phrase(
    "notice.noLobbies",
    hans: "不知道有哪些大堂，请逐一写明（--lobby、--board、--door）。",
    hant: "不知道有哪些大堂，請逐一寫明（--lobby、--board、--door）。",
    en: "No lobby is known; name the places (--lobby, --board, --door).")

  package static let noticeNewPlace = Phrase(
    "notice.newPlace",
    hans: "“{0}”还没有贴过通知。已知的地方：{1}。写错了，请照已知的名称写；真是新的地方，请加 --new-place（网页上选“是新的地方”）。",
    hant: "「{0}」還沒有貼過通知。已知的地方：{1}。寫錯了，請照已知的名稱寫；真是新的地方，請加 --new-place（網頁上選「是新的地方」）。",
    en: "Nothing has hung at \"{0}\" yet. Known places: {1}. If you mean one of these, write its "
      + "name; "
      + "if it is a new place, say so with --new-place (on the page: \"It is a new place\").")

  package static let noticeFirstPlace = Phrase(
    "notice.firstPlace",
    hans: "“{0}”还没有贴过通知，也没有已知的地方可以核对。名称写对了，请加 --new-place（网页上选“是新的地方”）。",
    hant: "「{0}」還沒有貼過通知，也沒有已知的地方可以核對。名稱寫對了，請加 --new-place（網頁上選「是新的地方」）。",
    en: "Nothing has hung at \"{0}\" yet, and no other place is known to compare it with. "
      + "If the name is right, say so with --new-place (on the page: \"It is a new place\").")

  package static let noticeNoSuchSite = Phrase(
    "notice.noSuchSite",
    hans: "公司自己的通知要写小区的代码；没有小区 {0}。已知的：{1}",
    hant: "公司自己的通知要寫小區的代碼；沒有小區 {0}。已知的：{1}",
    en: "The company's own notices are for sites, by their codes; there is no site {0}. "
      + "Those there are: {1}")

  package static let noticeNoMistake = Phrase(
    "notice.noMistake",
    hans: "请写明哪里的张贴是误记的（take-down --mistake 加 --lobby、--board 或 --door）。已登记的：{0}",
    hant: "請寫明哪裡的張貼是誤記的（take-down --mistake 加 --lobby、--board 或 --door）。已登記的：{0}",
    en: "Name the place that was recorded by mistake (take-down --mistake with --lobby, --board or "
      + "--door). "
      + "Recorded are: {0}")

  package static let noticeTakenBack = Phrase(
    "notice.takenBack",
    hans: "已更正，从来没有贴过：{0}。",
    hant: "已更正，從來沒有貼過：{0}。",
    en: "Put right; it never hung there: {0}.")

  package static let noticeMistaken = Phrase(
    "notice.mistaken",
    hans: "误记，{0} 更正",
    hant: "誤記，{0} 更正",
    en: "by mistake; put right {0}")

  package static let noticeWrittenDown = Phrase(
    "notice.writtenDown",
    hans: "{0}（{1} 补记）",
    hant: "{0}（{1} 補記）",
    en: "{0} (written down {1})")

  package static let noticeAlreadyArchived = Phrase(
    "notice.alreadyArchived",
    hans: "原件已经存档：{0}，{1}，{2}。不用再存。",
    hant: "原件已經存檔：{0}，{1}，{2}。不用再存。",
    en: "The original is in the archive already: {0}, since {1}, by {2}. "
      + "Nothing is left to record.")

  package static let noticeWhichKind = Phrase(
    "notice.whichKind",
    hans: "请写明类别，或用 --answering 写明答复哪个登记。类别：{0}",
    hant: "請寫明類別，或用 --answering 寫明答覆哪個登記。類別：{0}",
    en: "Say the kind, or name the request that it answers with --answering. The kinds: {0}")

  package static let noticesFromCompany = Phrase(
    "notice.fromCompany",
    hans: "公司发布、涉及 {0} 的通知，由公司办理，这里只能看：",
    hant: "公司發布、涉及 {0} 的通知，由公司辦理，這裡只能看：",
    en: "The company's own that concern {0}; head office handles them, here they are read:")

  package static let noticeIsCompanys = Phrase(
    "notice.isCompanys",
    hans: "这是公司自己的通知：这里只能看；盖章、张贴、存档、更改请找公司。",
    hant: "這是公司自己的通知：這裡只能看；蓋章、張貼、存檔、更改請找公司。",
    en:
      "This is the company's own notice: here it is read; to seal, post, archive or change it, ask head "
      + "office.")

  package static let noticePlacesStay = Phrase(
    "notice.placesStay",
    hans: "已写明的楼栋、房屋不能去掉；请撤回后重发。",
    hant: "已寫明的樓棟、房屋不能去掉；請撤回後重發。",
    en: "Buildings and units once named stay; withdraw it and write another.")

  package static let noticeNotACode = Phrase(
    "notice.notACode",
    hans: "不是房号或楼栋号：{0}",
    hant: "不是房號或樓棟號：{0}",
    en: "{0} is no code of a building or unit.")

  package static let noticePersonalHint = Phrase(
    "notice.personalHint",
    hans: "通知人人可看：不要写住户姓名、电话。",
    hant: "通知人人可看：不要寫住戶姓名、電話。",
    en: "Everybody reads a notice: write no household's name or telephone into it.")
}
