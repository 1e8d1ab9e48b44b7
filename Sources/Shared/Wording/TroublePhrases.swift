// What goes wrong with disks, files and stores.

extension Phrase {
  package static let diskFull = Phrase(
    "trouble.diskFull",
    hans: "磁盘已满（{0}）。没有保存；已有的记录完好。请腾出空间后再试。",
    hant: "磁碟已滿（{0}）。沒有保存；已有的記錄完好。請騰出空間後再試。",
    en: "The disk is full ({0}). This was not saved; what was saved before is intact. Free "
      + "some space and try again.")

  package static let fileTrouble = Phrase(
    "trouble.fileTrouble",
    hans: "文件有问题：{0}。请检查文件和权限后再试。",
    hant: "檔案有問題：{0}。請檢查檔案和權限後再試。",
    en: "There is trouble with a file: {0}. Check it and its permissions, then try again.")

  /// Said before anything of the person's is touched.
  package static let tooFewOpenFiles = Phrase(
    "trouble.tooFewOpenFiles",
    hans: "系统只允许同时打开 {0} 个文件，至少需要 {1} 个。什么都没有动过。"
      + "请提高上限（ulimit -n，服务则为 LimitNOFILE=）后再试。",
    hant: "系統只允許同時打開 {0} 個檔案，至少需要 {1} 個。什麼都沒有動過。"
      + "請提高上限（ulimit -n，服務則為 LimitNOFILE=）後再試。",
    en:
      "Only {0} files may be open at once here, and at least {1} are needed. Nothing was touched. "
      + "Raise the limit (ulimit -n; of a service LimitNOFILE=), then try again.")

  package static let recordTooLarge = Phrase(
    "trouble.recordTooLarge",
    hans: "记录太大或不合规（{0}），没有保存。请缩短文字，或分成几条记录。",
    hant: "記錄太大或不合規（{0}），沒有保存。請縮短文字，或分成幾條記錄。",
    en: "The record is too large or breaks a bound ({0}) and was not saved. Shorten it or "
      + "split it.")

  package static let storeBusy = Phrase(
    "trouble.storeBusy",
    hans: "另一个 rounds 正在使用数据，等了 10 秒。请稍后再试。",
    hant: "另一個 rounds 正在使用資料，等了 10 秒。請稍後再試。",
    en: "Another rounds is using the data; waited 10 seconds. Try again.")

  /// The last sync of a commit may fail after the commit itself was on disk, so neither can be promised.
  package static let databaseTrouble = Phrase(
    "trouble.databaseTrouble",
    hans: "数据库报错：{0}。不能确定是否已经保存：请检查磁盘，再次输入之前先看看是否已有。",
    hant: "資料庫報錯：{0}。不能確定是否已經保存：請檢查磁碟，再次輸入之前先看看是否已有。",
    en: "The database reports: {0}. Whether this was saved is not certain: check the disk, and "
      + "look whether it is there before you enter it again.")

  package static let storeReadOnly = Phrase(
    "trouble.storeReadOnly",
    hans: "{0} 不能写入：磁盘或文件是只读的，或目录不允许写入。没有保存。"
      + "请让磁盘可以写入，并让目录和文件归您所有，然后再试。"
      + "如果本来就可以写入，就是文件损坏了：请运行 {1}。",
    hant: "{0} 不能寫入：磁碟或檔案是唯讀的，或目錄不允許寫入。沒有保存。"
      + "請讓磁碟可以寫入，並讓目錄和檔案歸您所有，然後再試。"
      + "如果本來就可以寫入，就是檔案損壞了：請執行 {1}。",
    en: "{0} cannot be written: the disk or the file is read-only, or its directory is closed to "
      + "you. Nothing was saved. Make the disk writable and the directory and the file your own, "
      + "then try again. If they are, the file is damaged: run {1}.")

  /// A program may open a file once more after it has saved, so that is not promised.
  package static let storeCannotOpen = Phrase(
    "trouble.storeCannotOpen",
    hans: "打不开 {0}。请检查它的目录还在，目录和文件都归您所有、可以读写，然后再试；"
      + "再次输入之前先看看是否已有。如果都没错，就是文件损坏了：请运行 {1}。",
    hant: "打不開 {0}。請檢查它的目錄還在，目錄和檔案都歸您所有、可以讀寫，然後再試；"
      + "再次輸入之前先看看是否已有。如果都沒錯，就是檔案損壞了：請執行 {1}。",
    en: "{0} cannot be opened. Check that its directory is there, and that both are yours to read "
      + "and write, then try again; before you enter anything again, look whether it was saved. If "
      + "all that is right, the file is damaged: run {1}.")

  package static let storeDamaged = Phrase(
    "trouble.storeDamaged",
    hans: "数据与写入时不符：{0}。请不要删除任何文件，运行 rounds doctor：它会指出该用 rounds doctor --rebuild、"
      + "rounds restore 还是 rounds salvage。",
    hant: "資料與寫入時不符：{0}。請不要刪除任何檔案，執行 rounds doctor：它會指出該用 rounds doctor --rebuild、"
      + "rounds restore 還是 rounds salvage。",
    en: "The data is not what was written: {0}. Delete nothing and run rounds doctor: it says "
      + "whether rounds doctor --rebuild, rounds restore or rounds salvage cures it.")

  package static let storeRowDamaged = Phrase(
    "trouble.storeRowDamaged",
    hans: "一个计算出来的表损坏了（{0}）。没有保存；已有的记录完好。请运行 {1} 重新计算，然后再试。",
    hant: "一個計算出來的表損壞了（{0}）。沒有保存；已有的記錄完好。請執行 {1} 重新計算，然後再試。",
    en: "A computed table is damaged ({0}). Nothing was saved now; the records that it was "
      + "computed from are untouched. Run {1} to compute it anew, then try again.")

  package static let storeNewer = Phrase(
    "trouble.storeNewer",
    hans: "数据由较新的程序写成（{0}，本程序只懂到 {1}）。请更新程序。",
    hant: "資料由較新的程式寫成（{0}，本程式只懂到 {1}）。請更新程式。",
    en: "The data was written by a later program ({0}, this one knows {1}). Update the program.")

  package static let notAStore = Phrase(
    "trouble.notAStore",
    hans: "数据目录里的文件不是本程序的数据库。请检查 ROUNDS_HOME；目录没错的话，就是文件损坏了：请运行 rounds doctor。",
    hant: "資料目錄裡的檔案不是本程式的資料庫。請檢查 ROUNDS_HOME；目錄沒錯的話，就是檔案損壞了：請執行 rounds doctor。",
    en: "The file in the data directory is no database of ours. Check ROUNDS_HOME; if that is "
      + "right, the file is damaged: run rounds doctor.")

  package static let storeUnsafe = Phrase(
    "trouble.storeUnsafe",
    hans: "数据库的设置不能保证断电不丢（{0}），拒绝打开。",
    hant: "資料庫的設定不能保證斷電不丟（{0}），拒絕打開。",
    en: "The database's settings could lose data at a power cut ({0}); it is not opened.")

  package static let keysDoNotFit = Phrase(
    "trouble.keysDoNotFit",
    hans: "密钥与数据对不上，打不开或封不上这段文字。没有丢失记录；请放回原来的 device.key 和 keys.sqlite，"
      + "或联系管理员。",
    hant: "密鑰與資料對不上，打不開或封不上這段文字。沒有丟失記錄；請放回原來的 device.key 和 keys.sqlite，"
      + "或聯絡管理員。",
    en:
      "The keys do not fit the data: a text could not be opened or sealed. No record is lost; put "
      + "the right device.key and keys.sqlite back, or call your administrator.")

  package static let unexpected = Phrase(
    "trouble.unexpected",
    hans: "没有料到的问题：{0}。没有丢失已保存的记录；请把这句话告诉管理员。",
    hant: "沒有料到的問題：{0}。沒有丟失已保存的記錄；請把這句話告訴管理員。",
    en: "Something unexpected: {0}. Nothing saved is lost; tell your administrator this "
      + "sentence.")
}
