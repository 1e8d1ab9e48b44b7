// What programs that read data are told, and the page of their tokens.

extension Phrase {
  // MARK: Data sets

  package static let dataHouseholds = Phrase(
    "data.households",
    hans: "住户",
    hant: "住戶",
    en: "Households")

  package static let dataVisits = Phrase(
    "data.visits",
    hans: "访问",
    hant: "訪問",
    en: "Visits")

  package static let dataSummaries = Phrase(
    "data.summaries",
    hans: "月度汇总",
    hant: "月度彙總",
    en: "Monthly summaries")

  package static let dataZone = Phrase(
    "data.zone",
    hans: "时区（比 UTC 早几分钟）",
    hant: "時區（比 UTC 早幾分鐘）",
    en: "Minutes ahead of UTC")

  package static let dataOpen = Phrase(
    "data.open",
    hans: "未了结",
    hant: "未了結",
    en: "Open")

  package static let dataOvertaken = Phrase(
    "data.overtaken",
    hans: "批准后又有新记录",
    hant: "批准後又有新記錄",
    en: "Overtaken since its approval")

  package static let dataAwaiting = Phrase(
    "data.awaiting",
    hans: "等待确认",
    hant: "等待確認",
    en: "Waits to be confirmed")

  // MARK: Refusals

  package static let dataNotFound = Phrase(
    "data.notFound",
    hans: "没有这个地址。/odata 和 /openapi.json 列出全部地址。",
    hant: "沒有這個地址。/odata 和 /openapi.json 列出全部地址。",
    en: "There is no such address. /odata and /openapi.json list them all.")

  package static let dataWrongMethod = Phrase(
    "data.wrongMethod",
    hans: "数据只能读取：请用 GET。",
    hant: "數據只能讀取：請用 GET。",
    en: "Data can only be read: use GET.")

  package static let dataUnauthorised = Phrase(
    "data.unauthorised",
    hans: "令牌缺少、不对、过期或已撤销。请在“令牌”页新建一个，作为 Bearer 发送，"
      + "或者用姓名和令牌登录。",
    hant: "令牌缺少、不對、過期或已撤銷。請在「令牌」頁新建一個，作為 Bearer 發送，"
      + "或者用姓名和令牌登入。",
    en: "The token is missing, wrong, over or revoked. Make one on the page of tokens and send it "
      + "as Bearer, or log in with your name and the token.")

  package static let dataWait = Phrase(
    "data.wait",
    hans: "错误的令牌太多，请等 {0} 秒再试。",
    hant: "錯誤的令牌太多，請等 {0} 秒再試。",
    en: "Too many wrong tokens: try again in {0} {0?second|seconds}.")

  package static let dataForbidden = Phrase(
    "data.forbidden",
    hans: "您的角色不能读取“{0}”。请找管理员。",
    hant: "您的角色不能讀取「{0}」。請找管理員。",
    en: "Your role may not read {0}. Ask an administrator.")

  package static let dataTooWide = Phrase(
    "data.tooWide",
    hans: "这样问要一次读取 {0} 个以上的小区。请指定一个小区，"
      + "或者用 OData 不带 $orderby、$skip、$count 逐页读取。",
    hant: "這樣問要一次讀取 {0} 個以上的小區。請指定一個小區，"
      + "或者用 OData 不帶 $orderby、$skip、$count 逐頁讀取。",
    en: "This would read more than {0} sites at once. Name one site, or read page by page with "
      + "OData, without $orderby, $skip and $count.")

  package static let dataTooMany = Phrase(
    "data.tooMany",
    hans: "这样问要一次读取 {0} 行以上。请用条件缩小范围，"
      + "或者用 OData 不带 $orderby、$skip、$count 逐页读取。",
    hant: "這樣問要一次讀取 {0} 行以上。請用條件縮小範圍，"
      + "或者用 OData 不帶 $orderby、$skip、$count 逐頁讀取。",
    en: "This would read more than {0} rows at once. Narrow it with a filter, or read page by page "
      + "with OData, without $orderby, $skip and $count.")

  package static let dataDamaged = Phrase(
    "data.damaged",
    hans: "“{0}”在 {1} 读不出来，所以一行也没有给出。请管理员运行 rounds-server doctor。",
    hant: "「{0}」在 {1} 讀不出來，所以一行也沒有給出。請管理員執行 rounds-server doctor。",
    en: "{0} cannot be read at {1}, so no row is given. The administrator should run rounds-server "
      + "doctor.")

  package static let dataTooLong = Phrase(
    "data.tooLong",
    hans: "“{0}”最多 {1} 个字符。",
    hant: "「{0}」最多 {1} 個字元。",
    en: "{0} has at most {1} characters.")

  // MARK: OData

  package static let odataSyntax = Phrase(
    "odata.syntax",
    hans: "第 {0} 个字节处看不懂。",
    hant: "第 {0} 個位元組處看不懂。",
    en: "It is not understood at byte {0}.")

  package static let odataUnknownName = Phrase(
    "odata.unknownName",
    hans: "没有“{0}”。/odata/$metadata 列出全部属性。",
    hant: "沒有「{0}」。/odata/$metadata 列出全部屬性。",
    en: "There is no {0}. /odata/$metadata lists the properties.")

  package static let odataWrongKind = Phrase(
    "odata.wrongKind",
    hans: "“{0}”不是这一类的值，见 /odata/$metadata。",
    hant: "「{0}」不是這一類的值，見 /odata/$metadata。",
    en: "{0} is of another type, see /odata/$metadata.")

  package static let odataTooLong = Phrase(
    "odata.tooLong",
    hans: "条件最多 {0} 个字节。",
    hant: "條件最多 {0} 個位元組。",
    en: "A filter has at most {0} bytes.")

  package static let odataTooDeep = Phrase(
    "odata.tooDeep",
    hans: "括号最多 {0} 层。",
    hant: "括號最多 {0} 層。",
    en: "Parentheses stand at most {0} deep.")

  package static let odataTooMany = Phrase(
    "odata.tooMany",
    hans: "最多 {0} 项。",
    hant: "最多 {0} 項。",
    en: "There may be at most {0} of them.")

  package static let odataBadNumber = Phrase(
    "odata.badNumber",
    hans: "数字须是 64 位以内的整数。",
    hant: "數字須是 64 位以內的整數。",
    en: "A number is a whole one within 64 bits.")

  package static let odataUnsupported = Phrase(
    "odata.unsupported",
    hans: "这里不支持“{0}”。",
    hant: "這裏不支援「{0}」。",
    en: "{0} is not supported here.")

  package static let odataTokenAlone = Phrase(
    "odata.tokenAlone",
    hans: "$skiptoken 不能与 $orderby、$skip、$count 同用。",
    hant: "$skiptoken 不能與 $orderby、$skip、$count 同用。",
    en: "$skiptoken goes with none of $orderby, $skip and $count.")

  package static let odataNotANumber = Phrase(
    "odata.notANumber",
    hans: "{0} 是 0 到 {1} 的整数。",
    hant: "{0} 是 0 到 {1} 的整數。",
    en: "{0} is a whole number from 0 to {1}.")

  // MARK: Tokens

  package static let tokensTitle = Phrase(
    "tokens.title",
    hans: "令牌",
    hant: "令牌",
    en: "Tokens")

  package static let tokensWhat = Phrase(
    "tokens.what",
    hans: "Excel、Power BI 等程序用令牌以您的身份读取数据，权限与您当时相同。"
      + "OData 地址：{0}；接口说明：{1}。用户名填您的姓名，密码填令牌。",
    hant: "Excel、Power BI 等程式用令牌以您的身份讀取數據，權限與您當時相同。"
      + "OData 地址：{0}；介面說明：{1}。用戶名填您的姓名，密碼填令牌。",
    en: "With a token, programs such as Excel and Power BI read data as you, with the rights that "
      + "you have at that moment. OData is at {0}, the description of the interface at {1}. The "
      + "user is your name, the password the token.")

  package static let tokenWord = Phrase(
    "tokens.word",
    hans: "令牌",
    hant: "令牌",
    en: "Token")

  package static let tokenMake = Phrase(
    "tokens.make",
    hans: "新建令牌",
    hant: "新建令牌",
    en: "Make a token")

  package static let tokenName = Phrase(
    "tokens.name",
    hans: "用在哪里",
    hant: "用在哪裏",
    en: "Where it is used")

  package static let tokenDays = Phrase(
    "tokens.days",
    hans: "有效天数",
    hant: "有效天數",
    en: "Days that it lasts")

  package static let tokenExpires = Phrase(
    "tokens.expires",
    hans: "到期",
    hant: "到期",
    en: "Expires")

  package static let tokenUsed = Phrase(
    "tokens.used",
    hans: "最近使用（误差一小时）",
    hant: "最近使用（誤差一小時）",
    en: "Last used, to the hour")

  package static let tokenRevoke = Phrase(
    "tokens.revoke",
    hans: "撤销",
    hant: "撤銷",
    en: "Revoke")

  package static let tokenRevokeSure = Phrase(
    "tokens.revokeSure",
    hans: "用它的程序从此读不到数据",
    hant: "用它的程式從此讀不到數據",
    en: "Programs that use it will read no more data")

  package static let tokenMadeTitle = Phrase(
    "tokens.madeTitle",
    hans: "新的令牌",
    hant: "新的令牌",
    en: "The new token")

  package static let tokenMade = Phrase(
    "tokens.made",
    hans: "令牌只显示这一次，请现在抄下。谁有它，谁就能以您的身份读取数据。",
    hant: "令牌只顯示這一次，請現在抄下。誰有它，誰就能以您的身份讀取數據。",
    en: "It is shown this once: copy it now. Whoever has it reads data as you.")

  package static let tokenNameWanted = Phrase(
    "tokens.nameWanted",
    hans: "请写明令牌用在哪里，并选择有效天数。",
    hant: "請寫明令牌用在哪裏，並選擇有效天數。",
    en: "Say where the token is used, and choose how long it lasts.")

  package static let tokenTooMany = Phrase(
    "tokens.tooMany",
    hans: "您已有 {0} 个令牌，请先撤销一个。",
    hant: "您已有 {0} 個令牌，請先撤銷一個。",
    en: "You have {0} {0?token|tokens} already: revoke one first.")
}
