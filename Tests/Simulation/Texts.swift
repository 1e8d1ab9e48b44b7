import ConflictFreeRecords
import FieldWork
import OfficeWork
import RecordStore
import VisitModel

// Whether what was said can be read by all who may read it: a record without its key is lost like any other.
extension Simulation {
  /// The office opens whatever any laptop opens, and a laptop at the site whatever the office opens.
  func textDifferences() throws -> [String] {
    let named = try office.read { try keysNamed(on: $0) }
    let atOffice = try held(named, in: office.environment.keyDatabase)
    var broken: [String] = []
    for machine in machines where !machine.isRevoked {
      let here = try held(named, in: machine.laptop.environment.keyDatabase)
      let unread = here.subtracting(atOffice).count
      if unread > 0 {
        broken.append("\(machine.name) opens texts under \(unread) keys that the office lacks")
      }
      if machine.isWithdrawn { continue }
      let missing = atOffice.subtracting(here).count
      if missing > 0 {
        broken.append("\(machine.name) lacks \(missing) keys of texts that the office opens")
      }
    }
    count("keys of texts", atOffice.count)
    return broken
  }

  /// Under which the texts of the site's records are sealed, the overwritten ones aside.
  private func keysNamed(on replica: Replica) throws -> Set<DataKeyID> {
    var named: Set<DataKeyID> = []
    try replica.records.forEach(in: site) { _, state in
      for head in state.heads.values.joined() {
        if case .sealed(let value) = head.value { named.insert(value.keyID) }
      }
    }
    return named
  }

  private func held(
    _ named: Set<DataKeyID>, in keys: any SQLDatabase
  ) throws -> Set<DataKeyID> {
    try keys.read { connection in try named.filter { try KeyTable.holds($0, connection) } }
  }
}
