// What a command of the office says when the data belongs to another process: a server that runs, or
// another command.

extension Phrase {
  package static let officeHeldBy = Phrase(
    "socket.heldBy",
    hans: "进程 {0} 正占用着数据，也没有应答。等它结束后再运行这个命令；若它是停住的服务器，请先停止它。",
    hant: "行程 {0} 正佔用著資料，也沒有應答。等它結束後再執行這個命令；若它是停住的伺服器，請先停止它。",
    en: "Process {0} keeps the data and does not answer. Run this again when it has ended; if it "
      + "is a server that hangs, stop it first.")

  package static let officeHeldByAnother = Phrase(
    "socket.heldByAnother",
    hans: "另一个程序正占用着数据，也没有应答。等它结束后再运行这个命令。",
    hant: "另一個程式正佔用著資料，也沒有應答。等它結束後再執行這個命令。",
    en: "Another program keeps the data and does not answer. Run this again when it has ended.")

  package static let notWhileServing = Phrase(
    "socket.notWhileServing",
    hans: "服务器运行时不能执行这个命令。请先停止服务器。",
    hant: "伺服器執行時不能執行這個命令。請先停止伺服器。",
    en: "This command cannot be run while the server runs. Stop the server first.")

  package static let serverOfAnotherVersion = Phrase(
    "socket.otherVersion",
    hans: "正在运行的服务器是 {0}，这个程序是 {1}。请重新启动服务器，再运行这个命令。",
    hant: "正在執行的伺服器是 {0}，這個程式是 {1}。請重新啟動伺服器，再執行這個命令。",
    en: "The server that runs is {0}, this program is {1}. Start the server anew, then run this "
      + "again.")

  package static let serverBusy = Phrase(
    "socket.busy",
    hans: "服务器正在执行另一个命令，请稍候…",
    hant: "伺服器正在執行另一個命令，請稍候…",
    en: "The server is busy with another command; waiting…")

  package static let serverLineBroken = Phrase(
    "socket.lineBroken",
    hans: "与服务器的连接在命令执行中断开（{0}）。不知道命令是否已完成；请先查看，再决定是否重来。",
    hant: "與伺服器的連線在命令執行中斷開（{0}）。不知道命令是否已完成；請先查看，再決定是否重來。",
    en: "The line to the server broke in the middle of the command ({0}). Whether it was done is "
      + "not known; look before you run it again.")
}
