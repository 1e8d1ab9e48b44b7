// What stands around the office's pages, and why a page is not shown.

extension Phrase {
  package static let pageSkip = Phrase(
    "page.pageSkip",
    hans: "跳到正文",
    hant: "跳到正文",
    en: "Skip to the content")

  package static let pageLanguage = Phrase(
    "page.pageLanguage",
    hans: "语言",
    hant: "語言",
    en: "Language")

  package static let pageLanguageName = Phrase(
    "page.pageLanguageName",
    hans: "简体中文",
    hant: "繁體中文",
    en: "English")

  package static let pageNavigation = Phrase(
    "page.pageNavigation",
    hans: "页面",
    hant: "頁面",
    en: "Pages")

  package static let pageOverview = Phrase(
    "page.pageOverview",
    hans: "总览",
    hant: "總覽",
    en: "Overview")

  package static let pageLogin = Phrase(
    "page.pageLogin",
    hans: "登录",
    hant: "登入",
    en: "Log in")

  package static let pageLogout = Phrase(
    "page.pageLogout",
    hans: "退出",
    hant: "登出",
    en: "Log out")

  package static let pageLoginRefused = Phrase(
    "page.pageLoginRefused",
    hans: "姓名或密码不对。如果忘了密码，请管理员重新设置。",
    hant: "姓名或密碼不對。如果忘了密碼，請管理員重新設定。",
    en: "Name or password is wrong. An administrator can set a new one, if it is forgotten.")

  package static let pageLoginWait = Phrase(
    "page.pageLoginWait",
    hans: "错误次数过多，请 {0} 秒后再试。",
    hant: "錯誤次數過多，請 {0} 秒後再試。",
    en: "Too many wrong tries; try again in {0} {0?second|seconds}.")

  package static let pageLoginBusy = Phrase(
    "page.pageLoginBusy",
    hans: "现在登录的人太多，请过几秒再试。",
    hant: "現在登入的人太多，請過幾秒再試。",
    en: "Too many people are logging in; try again in a few seconds.")

  package static let pageTrouble = Phrase(
    "page.pageTrouble",
    hans: "不能显示",
    hant: "不能顯示",
    en: "This cannot be shown")

  package static let pageNotFound = Phrase(
    "page.pageNotFound",
    hans: "找不到，或者不在您负责的小区。",
    hant: "找不到，或者不在您負責的小區。",
    en: "It is not there, or it is not at a site of yours.")

  package static let pageForbidden = Phrase(
    "page.pageForbidden",
    hans: "您的岗位不能使用这个页面。请找管理员或公司审核人员。",
    hant: "您的崗位不能使用這個頁面。請找管理員或公司審核人員。",
    en: "Your role may not use this page. Leave it to an administrator or a reviewer of the "
      + "company.")

  package static let pageNotFromHere = Phrase(
    "page.pageNotFromHere",
    hans: "这个请求不是从本系统的页面发出的，没有做任何改动。请回到页面再试。",
    hant: "這個請求不是從本系統的頁面發出的，沒有做任何改動。請回到頁面再試。",
    en: "This request was not sent from a page of this office; nothing was changed. Go back "
      + "to the page and try again.")

  package static let pageMalformed = Phrase(
    "page.pageMalformed",
    hans: "看不懂这个请求，没有做任何改动。请重新打开页面再试。",
    hant: "看不懂這個請求，沒有做任何改動。請重新打開頁面再試。",
    en: "This request cannot be read; nothing was changed. Open the page anew and try again.")

  package static let pageFault = Phrase(
    "page.pageFault",
    hans: "出了故障，没有做任何改动。请告诉管理员。",
    hant: "出了故障，沒有做任何改動。請告訴管理員。",
    en: "Something failed; nothing was changed. Tell your administrator.")

  package static let pageRefused = Phrase(
    "page.pageRefused",
    hans: "没有改动",
    hant: "沒有改動",
    en: "Nothing was changed")

  package static let pageBack = Phrase(
    "page.pageBack",
    hans: "再看一遍",
    hant: "再看一遍",
    en: "Look again")

  package static let pageMonthBefore = Phrase(
    "page.pageMonthBefore",
    hans: "上月 {0}",
    hant: "上月 {0}",
    en: "Month before, {0}")

  package static let pageMonthAfter = Phrase(
    "page.pageMonthAfter",
    hans: "下月 {0}",
    hant: "下月 {0}",
    en: "Month after, {0}")

  package static let pageWaitingCount = Phrase(
    "page.pageWaitingCount",
    hans: "等待确认的电脑：{0}",
    hant: "等待確認的電腦：{0}",
    en: "Laptops that wait to be confirmed: {0}")

  package static let pageRoundTitle = Phrase(
    "page.pageRoundTitle",
    hans: "第 {0} 轮",
    hant: "第 {0} 輪",
    en: "Round {0}")

  package static let pageRoundDone = Phrase(
    "page.pageRoundDone",
    hans: "已完成户数",
    hant: "已完成戶數",
    en: "Households done")

  package static let pageRoundOpen = Phrase(
    "page.pageRoundOpen",
    hans: "未完成户数",
    hant: "未完成戶數",
    en: "Households open")

  package static let pageRoundCoverage = Phrase(
    "page.pageRoundCoverage",
    hans: "覆盖率",
    hant: "覆蓋率",
    en: "Coverage")

  package static let pageDrawsTitle = Phrase(
    "page.pageDrawsTitle",
    hans: "本轮抽样",
    hant: "本輪抽樣",
    en: "Draws of the round")

  package static let pageStillOpen = Phrase(
    "page.pageStillOpen",
    hans: "未访",
    hant: "未訪",
    en: "Not visited yet")

  package static let pageVisitsTitle = Phrase(
    "page.pageVisitsTitle",
    hans: "本月访问",
    hant: "本月訪問",
    en: "Visits of the month")

  package static let pageHouseholdTitle = Phrase(
    "page.pageHouseholdTitle",
    hans: "{0} 的记录",
    hant: "{0} 的記錄",
    en: "History of {0}")

  package static let pageHistory = Phrase(
    "page.pageHistory",
    hans: "经过",
    hant: "經過",
    en: "History")

  package static let pageDetails = Phrase(
    "page.pageDetails",
    hans: "说明",
    hant: "說明",
    en: "Details")

  package static let pageMovedIn = Phrase(
    "page.pageMovedIn",
    hans: "迁入",
    hant: "遷入",
    en: "moved in")

  package static let pageMovedOut = Phrase(
    "page.pageMovedOut",
    hans: "迁出",
    hant: "遷出",
    en: "moved out")

  package static let pageDrawn = Phrase(
    "page.pageDrawn",
    hans: "被抽中",
    hant: "被抽中",
    en: "drawn")

  package static let pageAttempt = Phrase(
    "page.pageAttempt",
    hans: "未访成",
    hant: "未訪成",
    en: "attempt")

  package static let pagePreviousHousehold = Phrase(
    "page.pagePreviousHousehold",
    hans: "此前的住户",
    hant: "此前的住戶",
    en: "The household before")
}
