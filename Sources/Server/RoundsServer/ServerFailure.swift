import AdminSocket
import Console
import LocalMachine
import OfficeCommands
import OfficeWork
import RecordStore
import WireFormat
import Wording

/// Anything that stopped a command, in words: what happened, why, what next.
enum ServerFailure {
  static func result(of error: any Error) -> CommandResult {
    switch error {
    case let fault as OfficeFault: presented(fault)
    case let fault as FileFault where fault.isOutOfSpace:
      failed(Message(.diskFull, [fault.path]))
    case let fault as FileFault: failed(Message(.fileTrouble, ["\(fault)"]))
    case let few as TooFewOpenFiles:
      failed(Message(.tooFewOpenFiles, ["\(few.allowed)", "\(OpenFiles.least)"]))
    case let fault as AdminFault: failed(message(fault))
    case let fault as StoreFault: failed(message(fault))
    case let fault as WireFault: failed(Message(.recordTooLarge, ["\(fault)"]))
    default: failed(Message(.unexpected, ["\(error)"]))
    }
  }

  private static func failed(_ message: Message) -> CommandResult { presented(.failed(message)) }

  private static func message(_ fault: AdminFault) -> Message {
    switch fault {
    case .system: Message(.fileTrouble, ["\(fault)"])
    case .gone, .silent, .garbled, .stranger: Message(.serverLineBroken, ["\(fault)"])
    }
  }

  private static func message(_ fault: StoreFault) -> Message {
    switch fault {
    case .damaged(let what): Message(.officeStoreDamaged, [what])
    case .computedRow(let what): Message(.storeRowDamaged, [what, "rounds-server rebuild"])
    case .newerSchema(let found, let known): Message(.storeNewer, ["\(found)", "\(known)"])
    case .notAStore: Message(.officeNotAStore)
    case .unsafeSettings(let what): Message(.storeUnsafe, [what])
    case .busy: Message(.storeBusy, [])
    case .outOfSpace: Message(.diskFull, ["SQLite"])
    case .readOnly(let path): Message(.storeReadOnly, [path, "rounds-server restore"])
    case .cannotOpen(let path): Message(.storeCannotOpen, [path, "rounds-server restore"])
    case .fileExists(let path): Message(.fileExists, [path])
    case .cannotMake(let what): Message(.fileTrouble, [what])
    case .database(let what): Message(.databaseTrouble, [what])
    }
  }
}
