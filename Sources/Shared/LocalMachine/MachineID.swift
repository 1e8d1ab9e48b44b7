/// The id that the system drew when it was installed (machine-id(5)). Everybody on the machine can
/// read it, and no other machine has it.
package enum MachineID {
  /// - Returns: 32 hexadecimal digits; nothing where the system has none, or has not drawn it yet.
  package static func read() -> [UInt8]? {
    for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
      let bytes: [UInt8]
      do { bytes = try GivenFile.read(path, limit: 64) } catch { continue }
      let digits = bytes.prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      if digits.count == 32 { return Array(digits) }
    }
    return nil
  }
}
