import Console
import FieldCommands
import FieldWork
import Fingerprint
import LocalMachine
import RecordStore
import TextFormats
import WireFormat
import Wording

/// Anything that stopped a command, in words: what happened, why, what next.
enum Failure {
  static func result(of error: any Error) -> CommandResult {
    switch error {
    case let fault as FieldFault: return presented(fault)
    case let fault as FileFault where fault.isOutOfSpace:
      return presented(.failed(Message(.diskFull, [fault.path])))
    case let fault as FileFault: return presented(.failed(Message(.fileTrouble, ["\(fault)"])))
    case let few as TooFewOpenFiles:
      return presented(
        .failed(Message(.tooFewOpenFiles, ["\(few.allowed)", "\(OpenFiles.least)"])))
    case let fault as StoreFault: return presented(.failed(message(fault)))
    case WireFault.tooLarge(let limit):
      return presented(.failed(Message(.recordTooLarge, ["> \(limit)"])))
    case WireFault.malformed(let what):
      return presented(.failed(Message(.recordTooLarge, [what])))
    case WireFault.badSignature:
      return presented(.failed(message(.damaged("\(WireFault.badSignature)"))))
    case is SealingFailure: return presented(.failed(Message(.keysDoNotFit)))
    default: return presented(.failed(Message(.unexpected, ["\(error)"])))
    }
  }

  private static func message(_ fault: StoreFault) -> Message {
    switch fault {
    case .damaged(let what): Message(.storeDamaged, [what])
    case .computedRow(let what): Message(.storeRowDamaged, [what, "rounds doctor --rebuild"])
    case .newerSchema(let found, let known): Message(.storeNewer, ["\(found)", "\(known)"])
    case .notAStore: Message(.notAStore)
    case .unsafeSettings(let what): Message(.storeUnsafe, [what])
    case .busy: Message(.storeBusy)
    case .outOfSpace: Message(.diskFull, ["SQLite"])
    case .readOnly(let path): Message(.storeReadOnly, [path, "rounds doctor"])
    case .cannotOpen(let path): Message(.storeCannotOpen, [path, "rounds doctor"])
    case .fileExists(let path): Message(.fileExists, [path])
    case .cannotMake(let what): Message(.fileTrouble, [what])
    case .database(let what): Message(.databaseTrouble, [what])
    }
  }
}
