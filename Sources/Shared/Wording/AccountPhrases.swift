// What the office says about people's passwords and accounts.

extension Phrase {
  package static let helpAccountPassword = Phrase(
    "account.helpAccountPassword",
    hans: "设置一个人打开页面用的密码（在终端输入，或从标准输入读取）",
    hant: "設定一個人打開頁面用的密碼（在終端輸入，或從標準輸入讀取）",
    en: "Set the password with which a person opens the pages (asked for, or read from "
      + "standard input)")

  package static let helpAccountDisable = Phrase(
    "account.helpAccountDisable",
    hans: "停用一个人的页面登录",
    hant: "停用一個人的頁面登入",
    en: "End a person's access to the pages")

  package static let helpAccountList = Phrase(
    "account.helpAccountList",
    hans: "列出人员、岗位和小区",
    hant: "列出人員、崗位和小區",
    en: "List people, roles and sites")

  package static let askPassword = Phrase(
    "account.askPassword",
    hans: "{0} 的新密码：",
    hant: "{0} 的新密碼：",
    en: "New password for {0}:")

  package static let askPasswordAgain = Phrase(
    "account.askPasswordAgain",
    hans: "再输入一次：",
    hant: "再輸入一次：",
    en: "Once more:")

  package static let passwordMissing = Phrase(
    "account.passwordMissing",
    hans: "没有输入密码。请在终端输入，或把密码作为标准输入的第一行。",
    hant: "沒有輸入密碼。請在終端輸入，或把密碼作為標準輸入的第一行。",
    en: "No password was given. Type it at a terminal, or make it the first line of "
      + "standard input.")

  package static let passwordsDiffer = Phrase(
    "account.passwordsDiffer",
    hans: "两次输入的密码不同，没有改动。",
    hant: "兩次輸入的密碼不同，沒有改動。",
    en: "The two passwords differ; nothing was changed.")

  package static let passwordSet = Phrase(
    "account.passwordSet",
    hans: "{0} 的密码已设置，原有的登录都已结束。",
    hant: "{0} 的密碼已設定，原有的登入都已結束。",
    en: "The password of {0} is set; whoever was logged in as them is logged out.")

  package static let passwordLength = Phrase(
    "account.passwordLength",
    hans: "密码须有 {0} 到 {1} 个字符。",
    hant: "密碼須有 {0} 到 {1} 個字元。",
    en: "A password has {0} to {1} characters.")

  package static let passwordLengthCure = Phrase(
    "account.passwordLengthCure",
    hans: "用几个不相干的词连成一句，容易记也够长。",
    hant: "用幾個不相干的詞連成一句，容易記也夠長。",
    en: "A few unrelated words in a row are long and easy to remember.")

  package static let passwordHasName = Phrase(
    "account.passwordHasName",
    hans: "密码里有本人或公司的名字。",
    hant: "密碼裡有本人或公司的名字。",
    en: "The password contains the person's or the company's name.")

  package static let passwordHasNameCure = Phrase(
    "account.passwordHasNameCure",
    hans: "换一个不含这些名字的密码。",
    hant: "換一個不含這些名字的密碼。",
    en: "Choose one without these names.")

  package static let passwordRegular = Phrase(
    "account.passwordRegular",
    hans: "密码太有规律：重复，或是成串的数字、字母。",
    hant: "密碼太有規律：重複，或是成串的數字、字母。",
    en: "The password is too regular: it repeats itself or runs along a row of digits or letters.")

  package static let passwordRegularCure = Phrase(
    "account.passwordRegularCure",
    hans: "换一个不容易猜到的密码。",
    hant: "換一個不容易猜到的密碼。",
    en: "Choose one that is harder to guess.")

  package static let passwordCommon = Phrase(
    "account.passwordCommon",
    hans: "密码只由常见的密码和数字拼成，很快会被猜到。",
    hant: "密碼只由常見的密碼和數字拼成，很快會被猜到。",
    en: "The password is made of common passwords and digits, which are tried first.")

  package static let accountDisabled = Phrase(
    "account.accountDisabled",
    hans: "{0} 不能再登录页面。",
    hant: "{0} 不能再登入頁面。",
    en: "{0} can no longer log in to the pages.")

  package static let accountIsDisabled = Phrase(
    "account.accountIsDisabled",
    hans: "{0} 已停用，停用后不能恢复。如果此人回来，请用 account add 新增账号。",
    hant: "{0} 已停用，停用後不能恢復。如果此人回來，請用 account add 新增帳號。",
    en: "{0} is disabled, and a disabled account stays so. If the person is back, add a new "
      + "account with account add.")

  package static let accountHasLaptops = Phrase(
    "account.accountHasLaptops",
    hans: "此人还有 {0} 台电脑没有停用；请看 device list，用 device revoke 停用。",
    hant: "此人還有 {0} 台電腦沒有停用；請看 device list，用 device revoke 停用。",
    en: "{0} of their laptops are not revoked; see device list, and revoke them with device "
      + "revoke.")

  package static let labelPassword = Phrase(
    "account.labelPassword",
    hans: "密码",
    hant: "密碼",
    en: "Password")

  package static let labelDisabled = Phrase(
    "account.labelDisabled",
    hans: "停用时间",
    hant: "停用時間",
    en: "Disabled")

  package static let demoLogin = Phrase(
    "account.demoLogin",
    hans: "登录页面：姓名 {0}，密码 {1}（只显示这一次）",
    hant: "登入頁面：姓名 {0}，密碼 {1}（只顯示這一次）",
    en: "To log in: name {0}, password {1} (shown only now)")
}
