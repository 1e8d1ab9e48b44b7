import Fingerprint
import SyncProtocol
import Testing
import VisitModel
import WireFormat

@Suite("Enrolment")
struct EnrolmentVectorTests {
  @Test("makes and reads the codes of the vectors, each for its own office alone")
  func codes() throws {
    let file: EnrolmentFile = try VectorFile.read("enrolment")
    file.codes.check { one in
      let code = try #require(EnrolmentCode(one.text), "\(one.name)")
      #expect(Hex(code.id) == one.id, "\(one.name)")
      #expect(Hex(code.secret) == one.secret, "\(one.name)")
      #expect(Hex(code.office) == one.office, "\(one.name)")
      #expect(code.text == one.text, "\(one.name)")
      #expect(code.isIssued(by: file.office.identity), "\(one.name)")
      #expect(!code.isIssued(by: file.otherOffice.identity), "\(one.name)")
      #expect(EnrolmentCode.hash(ofSecret: code.secret) == one.secretHash, "\(one.name)")
      let made = EnrolmentCode(
        id: one.id.bytes, secret: one.secret.bytes, office: file.office.identity)
      #expect(made == code, "\(one.name)")
      let body = one.id.bytes + one.secret.bytes + one.office.bytes
      let checksum = Digest(domain: "rounds code checksum v1", body).bytes.prefix(2)
      #expect(Hex(Array(checksum)) == one.checksum, "\(one.name)")
    }
  }

  @Test("knows an office by the fingerprint of the vectors")
  func offices() throws {
    let file: EnrolmentFile = try VectorFile.read("enrolment")
    for office in [file.office, file.otherOffice] {
      let code = try #require(
        EnrolmentCode(
          id: Array(repeating: 1, count: 4), secret: Array(repeating: 2, count: 16),
          office: office.identity))
      #expect(Hex(code.office) == office.fingerprint)
    }
    #expect(file.office.fingerprint != file.otherOffice.fingerprint)
  }

  @Test("reads a code however it was typed")
  func readTheSame() throws {
    let file: EnrolmentFile = try VectorFile.read("enrolment")
    file.readTheSame.check { one in
      let code = try #require(EnrolmentCode(one.typed), "\(one.name)")
      #expect(code.text == one.code, "\(one.name)")
      #expect(code == EnrolmentCode(one.code), "\(one.name)")
    }
  }

  @Test("refuses a code with a slip")
  func refused() throws {
    let file: EnrolmentFile = try VectorFile.read("enrolment")
    file.refused.check { one in
      #expect(EnrolmentCode(one.typed) == nil, "\(one.name)")
    }
  }

  @Test("proves possession of the device key over the message of the vectors")
  func possession() throws {
    let one = try VectorFile.read("enrolment", as: EnrolmentFile.self).possession
    let key = try one.deviceSeed.signingKey()
    #expect(key.verifyingKey == one.device)
    let message = EnrolSecret.possessionMessage(
      secret: one.secret.bytes, device: one.device, sealingKey: one.sealingKey)
    #expect(Hex(message) == one.message)
    #expect(one.device.isValid(one.signature.bytes, for: message))
    #expect(one.device.isValid(try key.signature(for: message), for: one.message.bytes))
  }

  @Test("opens and reads the sealed secret of the vectors, and writes the same")
  func sealedSecret() throws {
    let file: EnrolmentFile = try VectorFile.read("enrolment")
    let one = file.sealedSecret
    let office = try one.officePrivateKey.sealingKey()
    #expect(office.publicKey == file.office.sealingKey)
    #expect(Hex(KeyWrap.enrolment) == one.info)
    #expect(file.codes.all.map(\.id).contains(one.context))
    let plain = try office.open(
      one.sealed.bytes, info: KeyWrap.enrolment, context: one.context.bytes)
    #expect(Hex(plain) == one.plain)
    let expected = EnrolSecret(
      secret: file.possession.secret.bytes, device: file.possession.device,
      sealingKey: file.possession.sealingKey, possession: file.possession.signature.bytes,
      laptop: one.laptop, program: one.program)
    #expect(try EnrolCodec.decodeSecret(plain) == expected)
    #expect(Hex(try EnrolCodec.encode(expected)) == one.plain)
    #expect(throws: SealingFailure.cannotOpen) {
      try office.open(one.sealed.bytes, info: KeyWrap.enrolment, context: [0, 0, 0, 0])
    }
  }
}

extension EnrolmentFile.Office {
  fileprivate var identity: OfficeIdentity {
    OfficeIdentity(signingKey: signingKey, sealingKey: sealingKey, company: company, name: "")
  }
}
