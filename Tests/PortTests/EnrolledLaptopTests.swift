import FieldWork
import Fingerprint
import OfficeWork
import RecordStore
import SyncProtocol
import TestSupport
import Testing
import VisitModel
import WireFormat

/// A laptop as its vault lets it be.
enum LaptopState: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case open, locked

  var testDescription: String { rawValue }

  /// A world and its one laptop, which has a passphrase.
  func laptop() throws -> (world: World, laptop: any EnrolledLaptop) {
    let world = try World(seed: 213, households: 2, roles: [.serviceOfficer])
    world.clock.set("2026-09-03 08:00")
    let environment = world.laptops[0].environment
    _ = try environment.setPassphrase(try Passphrase(new: "orange kettle seven stairs"), old: nil)
    if self == .locked { try environment.vault.lock() }
    return (world, try environment.enrolledLaptop())
  }
}

@Suite("An enrolled laptop")
struct EnrolledLaptopTests {
  @Test("shows its secrets while its vault is open, and only then", arguments: LaptopState.allCases)
  func secrets(_ state: LaptopState) throws {
    let (_, laptop) = try state.laptop()
    #expect((laptop.openSecrets != nil) == (state == .open))
    if let secrets = laptop.openSecrets {
      #expect(secrets.signing.verifyingKey == laptop.device)
    }
  }

  @Test(
    "is the device, of the person and the office, that was enrolled",
    arguments: LaptopState.allCases
  )
  func identity(_ state: LaptopState) throws {
    let (world, laptop) = try state.laptop()
    #expect(laptop.device == world.laptops[0].device)
    #expect(laptop.account == world.laptops[0].account)
    #expect(laptop.office.signingKey == world.office.secrets.signing.verifyingKey)
    #expect(laptop.url == "http://office")
  }

  @Test("signs requests that its office takes as its own", arguments: LaptopState.allCases)
  func signs(_ state: LaptopState) throws {
    let (world, laptop) = try state.laptop()
    let body = try SyncCodec.encode(
      SyncRequest(scopes: [], bundles: [], program: "rounds/test", language: "en"))
    let bytes = try SignedRequest.encode(
      path: "/v1/sync", body: body, challenge: [], enrolment: [],
      signer: try laptop.requestSigner())
    let request = try SignedRequest(path: "/v1/sync", bytes)
    #expect(request.device == laptop.device)
    #expect((request.transportKey == nil) == (state == .open))
    #expect(try world.office.sync(request).again)
  }

  @Test("comes in step with its office", arguments: LaptopState.allCases)
  func syncs(_ state: LaptopState) throws {
    let (world, laptop) = try state.laptop()
    #expect(try laptop.synchronise().isInSync)
    let own = try laptop.read { try CanonicalState.text(of: world.site, in: $0) }
    #expect(try own == world.officeState())
  }
}
