/// A piece of two texts laid over each other, for showing what changed from one to the other.
package enum TextPart: Hashable, Sendable {
  case same(String)
  /// Only in the later text.
  case added(String)
  /// Only in the earlier text.
  case removed(String)
}
