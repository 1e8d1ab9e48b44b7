/// How an obligation stands; computed from the records, never stored.
package enum ObligationState: Int, CodeSet {
  case open = 1
  case met
  /// Done after its day. Passing a deadline never stops anybody.
  case late
  case overdue
  /// Head office let it go, with a reason (A08).
  case waived
}
