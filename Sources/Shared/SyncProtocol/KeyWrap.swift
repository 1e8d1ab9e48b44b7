/// The HPKE `info` strings under which keys and secrets are wrapped; each purpose has its own, so
/// that nothing sealed for one can be opened as another.
package enum KeyWrap {
  /// A household key from the laptop that made it to the office; context: the key's id.
  package static let toOffice = Array("rounds household key v1".utf8)
  /// A list of household keys from the office to a device; context: the scope.
  package static let toDevice = Array("rounds key list v1".utf8)
  /// An `EnrolSecret` from a laptop to the office; context: the code's id.
  package static let enrolment = Array("rounds enrolment v1".utf8)
}
