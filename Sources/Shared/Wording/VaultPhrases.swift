// What is said about the passphrase that closes a laptop's keys, and about enrolling once more.

extension Phrase {
  package static let askPassphrase = Phrase(
    "vault.askPassphrase",
    hans: "口令：",
    hant: "口令：",
    en: "Passphrase: ")

  package static let askNewPassphrase = Phrase(
    "vault.askNew",
    hans: "新口令：",
    hant: "新口令：",
    en: "New passphrase: ")

  package static let askFirstPassphrase = Phrase(
    "vault.askFirst",
    hans: "为这台电脑设口令（至少 12 个字；直接回车则不设）：",
    hant: "為這台電腦設口令（至少 12 個字；直接按 Enter 則不設）：",
    en: "Passphrase for this laptop (12 characters or more; empty for none): ")

  package static let askPassphraseAgain = Phrase(
    "vault.askAgain",
    hans: "再输入一次：",
    hant: "再輸入一次：",
    en: "The same again: ")

  package static let passphraseMismatch = Phrase(
    "vault.mismatch",
    hans: "两次输入不同，请重新输入。",
    hant: "兩次輸入不同，請重新輸入。",
    en: "The two are not the same; type it anew.")

  package static let passphraseMissing = Phrase(
    "vault.missing",
    hans: "没有口令：请在终端输入，或从标准输入送入一行。",
    hant: "沒有口令：請在終端機輸入，或從標準輸入送入一行。",
    en: "There is no passphrase: type it at a terminal, or send it to standard input as one line.")

  package static let passphraseEmpty = Phrase(
    "vault.empty",
    hans: "口令不能为空：空口令人人都能打开，等于没有。没有改动。",
    hant: "口令不能為空：空口令人人都能打開，等於沒有。沒有改動。",
    en: "A passphrase may not be empty: anybody could open the vault, as if there were none. "
      + "Nothing was changed.")

  package static let passphraseShort = Phrase(
    "vault.short",
    hans: "口令至少要 {0} 个字，这个只有 {1} 个。几个不相干的词连起来就好记又够长。",
    hant: "口令至少要 {0} 個字，這個只有 {1} 個。幾個不相干的詞連起來就好記又夠長。",
    en: "A passphrase has at least {0} characters; this has {1}. A few unrelated words are long "
      + "enough and easy to remember.")

  package static let passphraseLong = Phrase(
    "vault.long",
    hans: "口令最多 {0} 个字，这个有 {1} 个。",
    hant: "口令最多 {0} 個字，這個有 {1} 個。",
    en: "A passphrase has at most {0} characters; this has {1}.")

  package static let passphraseWrong = Phrase(
    "vault.wrong",
    hans: "口令不对。忘了口令的话，请向管理员要新的登记码，运行：rounds enroll 网址 --again",
    hant: "口令不對。忘了口令的話，請向管理員要新的登記碼，執行：rounds enroll 網址 --again",
    en: "Wrong passphrase. If it is forgotten, ask your administrator for a new code and run: "
      + "rounds enroll URL --again")

  package static let passphraseOfEarlierTry = Phrase(
    "vault.earlierTry",
    hans: "上一次登记没有完成，它设的口令还在。请再给出同一个口令；忘了的话，加上 --again 重新开始。",
    hant: "上一次登記沒有完成，它設的口令還在。請再給出同一個口令；忘了的話，加上 --again 重新開始。",
    en: "An earlier try to enrol set a passphrase and was not finished. Give the same "
      + "passphrase; if it is forgotten, begin anew with --again.")

  package static let vaultLocked = Phrase(
    "vault.locked",
    hans: "保险库已锁上：个人信息读不出，也不能记录。请运行：rounds unlock（同步和状态不受影响）",
    hant: "保險庫已鎖上：個人資料讀不出，也不能記錄。請執行：rounds unlock（同步和狀態不受影響）",
    en: "The vault is locked: personal texts cannot be read and nothing can be recorded. Run: "
      + "rounds unlock (sync and status work meanwhile)")

  package static let vaultWithoutPassphrase = Phrase(
    "vault.withoutPassphrase",
    hans: "这台电脑没有设口令，没有什么可锁或可开的。要设口令，请运行：rounds passphrase",
    hant: "這台電腦沒有設口令，沒有什麼可鎖或可開的。要設口令，請執行：rounds passphrase",
    en: "No passphrase is set on this laptop, so there is nothing to lock or unlock. To set "
      + "one, run: rounds passphrase")

  package static let vaultUnlocked = Phrase(
    "vault.unlocked",
    hans: "保险库已打开；{0} 分钟不用就自动锁上。",
    hant: "保險庫已打開；{0} 分鐘不用就自動鎖上。",
    en: "The vault is open; it locks itself when it was not used for {0} {0?minute|minutes}.")

  package static let vaultNowLocked = Phrase(
    "vault.nowLocked",
    hans: "保险库已锁上。",
    hant: "保險庫已鎖上。",
    en: "The vault is locked.")

  package static let vaultNotKept = Phrase(
    "vault.notKept",
    hans: "这个系统没有可用的内核密钥环，打开的状态无处保存：每个命令都会在终端问口令。",
    hant: "這個系統沒有可用的核心金鑰環，打開的狀態無處保存：每個命令都會在終端機問口令。",
    en: "This system offers no kernel keyring, so nothing can keep the vault open: each command "
      + "asks for the passphrase at the terminal.")

  package static let passphraseSet = Phrase(
    "vault.set",
    hans: "口令已设好。它不能找回：忘了就得重新登记。",
    hant: "口令已設好。它不能找回：忘了就得重新登記。",
    en: "The passphrase is set. Nobody can recover it: if it is forgotten, the laptop is "
      + "enrolled again.")

  package static let enrolledWithoutPassphrase = Phrase(
    "vault.enrolledWithout",
    hans: "没有设口令：拿到这台电脑的人，能读到里面所有住户的信息。要设口令，请运行：rounds passphrase",
    hant: "沒有設口令：拿到這台電腦的人，能讀到裡面所有住戶的資料。要設口令，請執行：rounds passphrase",
    en: "No passphrase is set: whoever gets hold of this laptop can read what it knows of every "
      + "household. To set one, run: rounds passphrase")

  package static let minutesRange = Phrase(
    "vault.minutesRange",
    hans: "--minutes 须为 1 到 480 之间的数，不是 {0}。",
    hant: "--minutes 須為 1 到 480 之間的數，不是 {0}。",
    en: "--minutes is a number from 1 to 480, not {0}.")

  package static let keyringTrouble = Phrase(
    "vault.keyringTrouble",
    hans: "内核密钥环出错（{0}）。没有改动。",
    hant: "核心金鑰環出錯（{0}）。沒有改動。",
    en: "The kernel's keyring reports a fault ({0}). Nothing was changed.")

  package static let keysOfAnotherEnrolment = Phrase(
    "vault.keysOfAnother",
    hans: "device.key 不是这次登记的密钥文件。记录没有丢失；请放回原来的文件，或用新的登记码运行：rounds enroll 网址 --again",
    hant: "device.key 不是這次登記的密鑰檔。記錄沒有丟失；請放回原來的檔案，或用新的登記碼執行：rounds enroll 網址 --again",
    en: "device.key is not the key file of this enrolment. No record is lost; put the right "
      + "file back, or run with a new code: rounds enroll URL --again")

  package static let lockedWithoutTransport = Phrase(
    "vault.lockedWithoutTransport",
    hans: "保险库已锁上，这台机器也没有可用的同步密钥。没有丢失记录；请先运行 rounds unlock，再同步。",
    hant: "保險庫已鎖上，這台機器也沒有可用的同步密鑰。沒有丟失記錄；請先執行 rounds unlock，再同步。",
    en: "The vault is locked, and this machine has no key to sync with meanwhile. Nothing is "
      + "lost; run rounds unlock first, then sync.")

  package static let lockedRepair = Phrase(
    "vault.lockedRepair",
    hans: "公司服务器从备份恢复过，要从这台电脑取回一些记录和它们的密钥。没有丢失记录；请运行 rounds unlock，再同步一次。",
    hant: "公司伺服器從備份恢復過，要從這台電腦取回一些記錄和它們的密鑰。沒有丟失記錄；請執行 rounds unlock，再同步一次。",
    en: "The office was restored and needs records from this laptop together with their keys. "
      + "Nothing is lost; run rounds unlock, then sync again.")

  package static let noPlaceForSecret = Phrase(
    "vault.noPlace",
    hans: "没有存放密钥文件的地方。",
    hant: "沒有存放密鑰檔的地方。",
    en: "There is no place for a key file.")

  package static let enrolAgainElsewhere = Phrase(
    "vault.againElsewhere",
    hans: "这个登记码是另一家公司的；这台电脑里有原来公司的记录。请用 ROUNDS_HOME 指定另一个目录。",
    hant: "這個登記碼是另一家公司的；這台電腦裡有原來公司的記錄。請用 ROUNDS_HOME 指定另一個目錄。",
    en: "The code is of another office, and this laptop holds records of its own. Name another "
      + "directory with ROUNDS_HOME.")

  package static let codeOfAnotherPerson = Phrase(
    "vault.anotherPerson",
    hans: "这个登记码是给另一个人的；这台电脑没有改动。请向管理员要自己的登记码，或用 ROUNDS_HOME 指定另一个目录。",
    hant: "這個登記碼是給另一個人的；這台電腦沒有改動。請向管理員要自己的登記碼，或用 ROUNDS_HOME 指定另一個目錄。",
    en: "The code is for another person; this laptop was not changed. Ask for a code of your "
      + "own, or name another directory with ROUNDS_HOME.")

  package static let labelVault = Phrase(
    "label.vault",
    hans: "保险库",
    hant: "保險庫",
    en: "Vault")

  package static let codeVaultOpen = Phrase(
    "code.vaultOpen",
    hans: "没有设口令",
    hant: "沒有設口令",
    en: "no passphrase set")

  package static let codeVaultLocked = Phrase(
    "code.vaultLocked",
    hans: "已锁上",
    hant: "已鎖上",
    en: "locked")

  package static let codeVaultUnlocked = Phrase(
    "code.vaultUnlocked",
    hans: "已打开",
    hant: "已打開",
    en: "unlocked")

  package static let helpUnlock = Phrase(
    "help.unlock",
    hans: "输入口令，打开保险库一段时间",
    hant: "輸入口令，打開保險庫一段時間",
    en: "Open the vault with the passphrase, for a while")

  package static let helpLock = Phrase(
    "help.lock",
    hans: "马上锁上保险库",
    hant: "馬上鎖上保險庫",
    en: "Lock the vault now")

  package static let helpPassphrase = Phrase(
    "help.passphrase",
    hans: "设口令或改口令",
    hant: "設口令或改口令",
    en: "Set or change the passphrase")

  package static let helpMinutes = Phrase(
    "help.minutes",
    hans: "多少分钟不用就自动锁上，1 到 480。",
    hant: "多少分鐘不用就自動鎖上，1 到 480。",
    en: "Minutes without use after which it locks itself, 1 to 480.")

  package static let helpAgain = Phrase(
    "help.again",
    hans: "用新的登记码重新登记，例如忘了口令；记录都保留。",
    hant: "用新的登記碼重新登記，例如忘了口令；記錄都保留。",
    en: "Enrol anew with a new code, when the passphrase is forgotten; all records stay.")
}
