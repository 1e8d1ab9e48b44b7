import Glibc

/// How many files, and lines of the network, the program may have open at once (`RLIMIT_NOFILE`).
package enum OpenFiles {
  /// A command of the office has some twenty open, a laptop's ten; a dispatch queue that gets none
  /// for itself ends the program without a word.
  package static let least = 64

  /// Takes as many as the system allows: a service's soft limit of 1,024 is for programs that use
  /// `select`, which none here does.
  ///
  /// - Throws: `TooFewOpenFiles` where these are fewer than `least`.
  package static func claim() throws {
    let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { throw FileFault("ask the limit of", "files") }
    if limit.rlim_cur < limit.rlim_max {
      var wide = rlimit(rlim_cur: limit.rlim_max, rlim_max: limit.rlim_max)
      if setrlimit(resource, &wide) == 0 { limit = wide }
    }
    guard limit.rlim_cur >= UInt(least) else {
      throw TooFewOpenFiles(allowed: Int(limit.rlim_cur))
    }
  }
}

/// The system allows fewer open files than the program needs for its work.
package struct TooFewOpenFiles: Error, Hashable, Sendable {
  package let allowed: Int
}
