// Finding a site, a household or somebody.

extension Phrase {
  package static let searchTitle = Phrase(
    "search.title",
    hans: "查找",
    hant: "查找",
    en: "Search")

  package static let searchWords = Phrase(
    "search.words",
    hans: "房号、小区、姓名（可用拼音或首字母）",
    hant: "房號、小區、姓名（可用拼音或首字母）",
    en: "Unit, site or name (pinyin and first letters too)")

  package static let searchIntro = Phrase(
    "search.intro",
    hans: "房号怎么说就怎么写：3栋1201、3-1201、三座１２０１。名称可写简体、繁体、拼音或首字母。",
    hant: "房號怎麼說就怎麼寫：3棟1201、3-1201、三座１２０１。名稱可寫簡體、繁體、拼音或首字母。",
    en:
      "Type a unit as people say it, such as 3棟1201 or 3-1201, and a name in either script, in pinyin or by its first letters."
  )

  package static let searchWide = Phrase(
    "search.wide",
    hans: "没有选小区时，住户只按完整房号查找；要按部分房号或姓名查找，请先打开一个小区，再从那里查找。",
    hant: "沒有選小區時，住戶只按完整房號查找；要按部分房號或姓名查找，請先打開一個小區，再從那裡查找。",
    en:
      "Without a site, households are found by their whole unit code alone. For a part of a code, or for a name, open a site and search from there."
  )

  package static let searchNoNames = Phrase(
    "search.noNames",
    hans: "住户姓名只给负责住户的岗位查找；您可以按房号查找。",
    hant: "住戶姓名只給負責住戶的崗位查找；您可以按房號查找。",
    en: "Names of households are searched for those who see to them; you can search by unit.")

  package static let searchEverywhere = Phrase(
    "search.everywhere",
    hans: "在全部小区查找",
    hant: "在全部小區查找",
    en: "Search at every site")

  package static let searchHere = Phrase(
    "search.here",
    hans: "在这个小区查找",
    hant: "在這個小區查找",
    en: "Search at this site")

  package static let searchMore = Phrase(
    "search.more",
    hans: "超过 {0} 个结果，只列出前 {0} 个。请多写几个字。",
    hant: "超過 {0} 個結果，只列出前 {0} 個。請多寫幾個字。",
    en: "more than {0} were found; the first {0} are listed. Say more.")

  package static let searchNamesTooMany = Phrase(
    "search.namesTooMany",
    hans: "这里有 {0} 户，超过 {1} 户就不按姓名查找。请写房号。",
    hant: "這裡有 {0} 戶，超過 {1} 戶就不按姓名查找。請寫房號。",
    en: "there are {0} households; names are searched among {1} at most. Say the unit.")

  package static let searchNamesClosed = Phrase(
    "search.namesClosed",
    hans: "有 {0} 个姓名打不开（密钥已销毁或还没有到），没有查找。",
    hant: "有 {0} 個姓名打不開（密鑰已銷毀或還沒有到），沒有查找。",
    en:
      "{0} {0?name|names} could not be opened, because the key was destroyed or has not come, and {0?was|were} not searched."
  )

  package static let searchHouseholds = Phrase(
    "search.households",
    hans: "住户",
    hant: "住戶",
    en: "Households")

  package static let searchPeople = Phrase(
    "search.people",
    hans: "人员",
    hant: "人員",
    en: "People")

  package static let searchFoundBy = Phrase(
    "search.foundBy",
    hans: "按什么找到",
    hant: "按什麼找到",
    en: "Found by")

  package static let searchByUnit = Phrase(
    "search.byUnit",
    hans: "房号",
    hant: "房號",
    en: "unit")

  package static let searchByName = Phrase(
    "search.byName",
    hans: "姓名",
    hant: "姓名",
    en: "name")

  package static let searchVacant = Phrase(
    "search.nobody",
    hans: "没有登记住户",
    hant: "沒有登記住戶",
    en: "nobody is recorded to live there")

  package static let searchDisabled = Phrase(
    "search.disabled",
    hans: "已停用",
    hant: "已停用",
    en: "Disabled")
}
