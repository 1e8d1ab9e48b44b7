/// A telephone number as it is shown: enough to tell two of them apart, too little to call.
package enum MaskedTelephone {
  /// - Returns: nothing where there is none.
  package static func of(_ telephone: String?) -> String? {
    guard let telephone, !telephone.isEmpty else { return nil }
    return "••••" + String(telephone.suffix(4))
  }
}
