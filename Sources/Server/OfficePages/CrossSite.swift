import Fingerprint

/// The hidden field that proves that a form came from a page of this session.
package enum FormToken {
  package static let field = "token"

  package static func isRight(_ given: String?, for token: String) -> Bool {
    ConstantTime.areEqual(Array((given ?? "").utf8), Array(token.utf8))
  }
}

/// Whether a request that changes something was sent by a page of ours.
///
/// Browsers say so themselves (Fetch Metadata) over TLS and on loopback; where they do not, the
/// origin they name must be our own. A request that says neither was sent by no browser's form.
package enum CrossSite {
  /// - Parameter own: scheme and authority as this request names them; the authority was checked
  ///   against the names of this server before.
  package static func isOwn(fetchSite: String?, origin: String?, own: String) -> Bool {
    if let fetchSite { return fetchSite.utf8.elementsEqual("same-origin".utf8) }
    guard let origin else { return false }
    return lowered(origin) == lowered(own)
  }

  private static func lowered(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}

/// The session's cookie. Over TLS its name binds it to this host (`__Host-`), so that no neighbour's
/// page can set it.
package enum SessionCookie {
  package static func name(isTLS: Bool) -> String { isTLS ? "__Host-rounds" : "rounds" }

  package static func setting(_ session: String, isTLS: Bool) -> String {
    "\(name(isTLS: isTLS))=\(session); \(attributes(isTLS))"
  }

  package static func ending(isTLS: Bool) -> String {
    "\(name(isTLS: isTLS))=; \(attributes(isTLS)); Max-Age=0"
  }

  private static func attributes(_ isTLS: Bool) -> String {
    (isTLS ? "Secure; " : "") + "HttpOnly; SameSite=Strict; Path=/"
  }

  /// The session named in a `Cookie` header. Two of the name are none: one of them was planted.
  package static func session(in header: String?, isTLS: Bool) -> String? {
    let wanted = Array((name(isTLS: isTLS) + "=").utf8)
    let found = (header ?? "").utf8.split(separator: 0x3B).compactMap { part -> String? in
      let pair = part.drop { $0 == 0x20 || $0 == 0x09 }
      guard pair.starts(with: wanted) else { return nil }
      let value = pair.dropFirst(wanted.count).prefix { $0 != 0x20 && $0 != 0x09 }
      return String(decoding: Array(value), as: UTF8.self)
    }
    return found.count == 1 ? found.first : nil
  }
}
