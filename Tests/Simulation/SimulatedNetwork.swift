package import FieldWork
package import SeededRandom
import Synchronization
package import TestSupport

/// How often things go wrong on the way, each in a thousand; drawn anew for each seed, so that some
/// seeds know one fault only and some know all of them.
package struct NetworkFaults: Sendable {
  package var requestLost = 0
  package var answerLost = 0
  package var answerCut = 0
  package var deliveredTwice = 0
  /// An older request of anybody arrives again first.
  package var stale = 0

  package static let none = NetworkFaults()

  package init() {}

  package init(_ random: inout SplitMix64) {
    func rate(_ random: inout SplitMix64) -> Int {
      random.below(3) == 0 ? 0 : random.below(250)
    }
    requestLost = rate(&random)
    answerLost = rate(&random)
    answerCut = rate(&random)
    deliveredTwice = rate(&random)
    stale = rate(&random)
  }
}

/// The way to the office, for all laptops: what is sent may be lost, cut, doubled, or come again late.
package final class SimulatedNetwork: Transport {
  fileprivate struct Sent {
    let path: String
    let body: [UInt8]
    let encoding: BodyEncoding
  }

  fileprivate struct State {
    var random: SplitMix64
    var faults = NetworkFaults.none
    var past: [Sent] = []
    var lost = 0
  }

  private let office: OfficeInProcess
  private let state: Mutex<State>

  package init(_ office: OfficeInProcess, seed: UInt64) {
    self.office = office
    state = Mutex(State(random: SplitMix64(seed: seed)))
  }

  package func set(_ faults: NetworkFaults) { state.withLock { $0.faults = faults } }
  /// How many exchanges went wrong so far.
  package var lost: Int { state.withLock { $0.lost } }

  package func post(
    _ path: String, body: [UInt8], encoding: BodyEncoding
  ) throws(TransportFailure) -> TransportAnswer {
    let sent = Sent(path: path, body: body, encoding: encoding)
    let (fate, stale) = state.withLock { $0.next(sent) }
    if let stale { deliver(stale) }
    if fate == .requestLost { throw .unreachable(host: "office", detail: "lost") }
    if fate == .twice { deliver(sent) }
    let answer = try office.post(path, body: body, encoding: encoding)
    switch fate {
    case .answerLost: throw .truncated
    case .answerCut:
      return TransportAnswer(
        body: Array(answer.body.dropLast(answer.body.count / 3 + 1)), sentBytes: 0,
        receivedBytes: 0)
    case .fair, .requestLost, .twice: return answer
    }
  }

  /// A message that nobody waits for: whatever the office answers goes nowhere.
  private func deliver(_ sent: Sent) {
    do { _ = try office.post(sent.path, body: sent.body, encoding: sent.encoding) } catch {
      state.withLock { $0.lost += 1 }
    }
  }

  fileprivate enum Fate { case fair, requestLost, answerLost, answerCut, twice }
}

extension SimulatedNetwork.State {
  fileprivate mutating func next(
    _ sent: SimulatedNetwork.Sent
  ) -> (SimulatedNetwork.Fate, SimulatedNetwork.Sent?) {
    let stale =
      past.isEmpty || random.below(1000) >= faults.stale ? nil : past[random.below(past.count)]
    // Enrolment codes work once; a laptop that repeats one is told so, which is another story.
    if sent.path != "/v1/enrol" { past.append(sent) }
    if past.count > 40 { past.removeFirst() }
    var fate = SimulatedNetwork.Fate.fair
    let faulty: [(SimulatedNetwork.Fate, Int)] = [
      (.requestLost, faults.requestLost), (.answerLost, faults.answerLost),
      (.answerCut, faults.answerCut), (.twice, faults.deliveredTwice),
    ]
    for (kind, rate) in faulty where fate == .fair && random.below(1000) < rate { fate = kind }
    if fate != .fair { lost += 1 }
    return (fate, stale)
  }
}
