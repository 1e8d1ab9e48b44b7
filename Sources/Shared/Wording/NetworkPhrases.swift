// What a laptop says when the office was not reached, or answered otherwise than hoped; and what the
// office says when it cannot be reached at all.

extension Phrase {
  package static let officeUnreachable = Phrase(
    "network.unreachable",
    hans: "连不上 {0}（{1}）。记录都安全保存在这台电脑上；有网络时再运行 rounds sync。",
    hant: "連不上 {0}（{1}）。記錄都安全保存在這台電腦上；有網路時再執行 rounds sync。",
    en: "{0} cannot be reached ({1}). Your records are safe on this laptop; run rounds sync again "
      + "when there is a network.")

  package static let officeTimedOut = Phrase(
    "network.timedOut",
    hans: "等了 {0} 秒没有回答。记录都安全保存在这台电脑上；稍后再运行 rounds sync。",
    hant: "等了 {0} 秒沒有回答。記錄都安全保存在這台電腦上；稍後再執行 rounds sync。",
    en: "No answer within {0} seconds. Your records are safe on this laptop; run rounds sync again "
      + "later.")

  package static let officeCertificate = Phrase(
    "network.certificate",
    hans: "无法确认服务器的证书（{0}）。没有发送任何记录。请换个网络；若仍如此，请告诉管理员。",
    hant: "無法確認伺服器的證書（{0}）。沒有發送任何記錄。請換個網路；若仍如此，請告訴管理員。",
    en:
      "The server's certificate cannot be trusted ({0}). No record was sent. Try another network; "
      + "if it stays so, tell your administrator.")

  package static let officeNotOurs = Phrase(
    "network.notOurs",
    hans: "回答的不是公司服务器，可能是网络登录页（{0}）。没有丢失任何记录；请先登录网络，再运行 rounds sync。",
    hant: "回答的不是公司伺服器，可能是網路登入頁（{0}）。沒有丟失任何記錄；請先登入網路，再執行 rounds sync。",
    en: "Something else answered, perhaps a network's login page ({0}). Nothing is lost; log in to "
      + "the network, then run rounds sync again.")

  package static let officeFault = Phrase(
    "network.fault",
    hans: "服务器暂时有故障（{0}）。记录都安全保存在这台电脑上；稍后再运行 rounds sync。",
    hant: "伺服器暫時有故障（{0}）。記錄都安全保存在這台電腦上；稍後再執行 rounds sync。",
    en: "The server has a fault at the moment ({0}). Your records are safe on this laptop; run "
      + "rounds sync again later.")

  package static let officeTruncated = Phrase(
    "network.truncated",
    hans: "线路中断，回答不完整。没有丢失任何记录；请再运行 rounds sync，会从中断处继续。",
    hant: "線路中斷，回答不完整。沒有丟失任何記錄；請再執行 rounds sync，會從中斷處繼續。",
    en: "The line was cut before the answer was complete. Nothing is lost; run rounds sync again, "
      + "it goes on where it stopped.")

  package static let officeTooSlow = Phrase(
    "network.tooSlow",
    hans: "线路太慢，服务器没有等到请求的全部内容。"
      + "没有丢失任何记录；稍后再运行 rounds sync，会分成更小的部分发送。",
    hant: "線路太慢，伺服器沒有等到請求的全部內容。"
      + "沒有丟失任何記錄；稍後再執行 rounds sync，會分成更小的部分發送。",
    en: "The line was too slow, and the server stopped waiting for the request. Nothing is lost; "
      + "run rounds sync again later, it sends smaller parts.")

  package static let officeRevoked = Phrase(
    "network.revoked",
    hans: "这台电脑已被停用，服务器不再接受它。记录仍在这台电脑上；请联系管理员。",
    hant: "這台電腦已被停用，伺服器不再接受它。記錄仍在這台電腦上；請聯絡管理員。",
    en: "This laptop was revoked and the office no longer accepts it. Your records are still here; "
      + "call your administrator.")

  package static let officeDoesNotKnow = Phrase(
    "network.unknownLaptop",
    hans: "服务器不认识这台电脑。记录仍在这台电脑上；请联系管理员。",
    hant: "伺服器不認識這台電腦。記錄仍在這台電腦上；請聯絡管理員。",
    en: "The office does not know this laptop. Your records are still here; call your "
      + "administrator.")

  package static let officeNewer = Phrase(
    "network.newer",
    hans: "服务器的程序版本较旧，还不懂这个版本的同步。记录都安全保存在这台电脑上；请联系管理员。",
    hant: "伺服器的程式版本較舊，還不懂這個版本的同步。記錄都安全保存在這台電腦上；請聯絡管理員。",
    en: "The office's program is older than this laptop's. Your records are safe here; tell your "
      + "administrator.")

  package static let officeRefused = Phrase(
    "network.refused",
    hans: "服务器没有接受这次请求（{0}，{1}）。记录仍在这台电脑上；请联系管理员。",
    hant: "伺服器沒有接受這次請求（{0}，{1}）。記錄仍在這台電腦上；請聯絡管理員。",
    en: "The office did not accept the request ({0}, {1}). Your records are still here; tell your "
      + "administrator.")

  package static let officeTooLarge = Phrase(
    "network.tooLarge",
    hans: "回答超过 {0} 字节，没有接受。请告诉管理员。",
    hant: "回答超過 {0} 位元組，沒有接受。請告訴管理員。",
    en: "The answer is larger than {0} bytes and was not taken. Tell your administrator.")

  package static let badAddress = Phrase(
    "network.badAddress",
    hans: "这不是服务器网址：{0}。网址以 https:// 或 http:// 开头。",
    hant: "這不是伺服器網址：{0}。網址以 https:// 或 http:// 開頭。",
    en: "That is not a server's address: {0}. It begins with https:// or http://.")

  package static let portRange = Phrase(
    "network.portRange",
    hans: "--port 须为 0 到 65535 之间的数，不是 {0}。",
    hant: "--port 須為 0 到 65535 之間的數，不是 {0}。",
    en: "--port is a number from 0 to 65535, not {0}.")

  package static let cannotListen = Phrase(
    "network.cannotListen",
    hans: "不能在 {0} 端口 {1} 上监听：{2}。请检查 --host，或用 --port 另选一个端口。",
    hant: "不能在 {0} 連接埠 {1} 上監聽：{2}。請檢查 --host，或用 --port 另選一個連接埠。",
    en: "Cannot listen on {0}, port {1}: {2}. Check --host, or choose another --port.")

  package static let tlsUnreadable = Phrase(
    "network.tlsUnreadable",
    hans: "读不出 PEM 格式的 {0}：{1}。",
    hant: "讀不出 PEM 格式的 {0}：{1}。",
    en: "Cannot read {0} as PEM: {1}.")
}
