/// Where random bytes come from; the only door through which chance enters a use case.
///
/// Programs pass the system's generator, tests a seeded one, so that a failing run can be replayed.
package struct Randomness: Sendable {
  private let fill: @Sendable (Int) -> [UInt8]

  package init(_ fill: @escaping @Sendable (_ byteCount: Int) -> [UInt8]) {
    self.fill = fill
  }

  /// The operating system's cryptographic generator.
  package static let system = Randomness { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Exactly `count` random bytes. Callers at once never share any.
  package func bytes(_ count: Int) -> [UInt8] { fill(count) }

  /// Eight of them, the first one highest.
  package func word() -> UInt64 {
    bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
