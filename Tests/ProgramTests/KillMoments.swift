import SeededRandom

/// When to kill a program: a moment drawn from a share of what it last took to end by itself.
///
/// What a run takes changes with all else the machine does, so the measure is not taken once: every
/// run that ends before it is killed is the measure of the next.
struct KillMoments {
  private var whole: Duration
  private var random: SplitMix64
  private let clock = ContinuousClock()

  /// - Parameter run: the program, to its end, which must be a good one.
  init(seed: UInt64, measuring run: () throws -> Void) rethrows {
    random = SplitMix64(seed: seed)
    whole = try clock.measure(run)
  }

  /// Runs a program that is killed at a moment within `shares` of the whole, in steps of a
  /// thousandth.
  ///
  /// - Parameter run: is given the seconds after which to kill.
  /// - Returns: how it ended; the moment, for what is said of it.
  mutating func kill(
    within shares: Range<Double>, _ run: (Double) throws -> Ended
  ) rethrows -> (ended: Ended, moment: Double) {
    let steps = Int((shares.upperBound - shares.lowerBound) * 1000)
    let share = shares.lowerBound + Double(random.below(steps)) / 1000
    let moment = whole / .seconds(1) * share
    let begun = clock.now
    let ended = try run(moment)
    let took = clock.now - begun
    // One that was killed says only that it takes longer than this.
    whole = ended.status == 0 ? took : max(whole, took)
    return (ended, moment)
  }
}
