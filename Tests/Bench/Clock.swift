import BenchTable
import CDispatch
import Glibc

/// Seconds of a clock that nobody sets.
func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How long a piece of work takes, in seconds.
func duration(_ work: () throws -> Void) rethrows -> Double {
  let begin = seconds()
  try work()
  return seconds() - begin
}

/// The middle of several tries within one run.
func median(_ values: [Double]) throws -> Double { try samples(values).median }

/// - Throws: `BenchFault` when there was no run.
func samples(_ values: [Double]) throws -> Samples {
  guard let samples = Samples(values) else { throw BenchFault.setting("a figure without a run") }
  return samples
}

/// One value for each run.
func eachRun(_ measure: (_ run: Int) throws -> Double) throws -> Samples {
  try samples((0..<Row.runCount).map(measure))
}
