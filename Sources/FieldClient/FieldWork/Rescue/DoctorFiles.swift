import RecordStore
import Wording

// What lies around the store.

extension Doctor {
  func permissions() -> DoctorFinding {
    look(.permissions) {
      let home = rescue.disk.home
      guard let directory = try rescue.disk.facts(home) else {
        return .trouble(.permissions, .doctorPermissions, [home], cure: .doctorRestore)
      }
      var open = directory.mode & 0o077 != 0 || !directory.isMine ? [home] : []
      for name in try rescue.disk.names(in: home) {
        guard let facts = try rescue.disk.facts(home + "/" + name) else { continue }
        if facts.mode & 0o077 != 0 || !facts.isMine { open.append(home + "/" + name) }
      }
      guard let first = open.first else { return .ok(.permissions) }
      return .trouble(
        .permissions, .doctorPermissions, [first], cure: .doctorChangeMode, [home])
    }
  }

  func installation() -> DoctorFinding {
    guard let database else { return .unknown(.installation) }
    return look(.installation) {
      let verdict = try rescue.installation(of: database, in: rescue.disk.home).verdict()
      guard let notice = verdict.notice else { return .ok(.installation) }
      return DoctorFinding(
        .installation, .trouble, notice, cure: Message(.doctorGoOn))
    }
  }

  /// The file of authorities that enrolment named.
  func authorities() -> DoctorFinding {
    guard let database else { return .unknown(.authorities) }
    return look(.authorities) {
      let bytes = try database.read { try Meta.bytes("authorities", $0) }
      guard let bytes else { return .ok(.authorities) }
      let path = String(decoding: bytes, as: UTF8.self)
      do {
        if try !rescue.disk.bytes(of: path, from: 0, count: 1).isEmpty { return .ok(.authorities) }
        return .trouble(
          .authorities, .doctorAuthorities, [path], cure: .doctorBringAuthorities, [path])
      } catch {
        return .trouble(
          .authorities, .doctorAuthorities, ["\(error)"], cure: .doctorBringAuthorities, [path])
      }
    }
  }

  /// A day's work takes a few hundred kilobytes; a first sync of a large site some tens of megabytes.
  func space() -> DoctorFinding {
    look(.space) {
      let space = try rescue.disk.space(rescue.disk.home)
      return space.free >= 100 * 1024 * 1024
        ? .ok(.space)
        : .trouble(
          .space, .doctorSpace, ["\(space.free / 1_048_576)"], cure: .doctorFreeSpace)
    }
  }

  func encryption() -> DoctorFinding {
    switch rescue.disk.isEncrypted(rescue.disk.home) {
    case true?: .ok(.encryption)
    case false?: DoctorFinding(.encryption, .hint, Message(.doctorNotEncrypted))
    case nil: .unknown(.encryption)
    }
  }
}
