import Fingerprint
import Testing

/// A text that is no password hash, or one that nobody should compute.
struct BadPHC: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ description: String, _ text: String) {
    testDescription = description
    self.text = text
  }

  private static let tail = "$AAECAwQFBgcICQoLDA0ODw$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWtJK2S/AXJlRU"

  static let all: [BadPHC] = [
    BadPHC("nothing", ""),
    BadPHC("another algorithm", "$argon2id$ln=10,r=8,p=1" + tail),
    BadPHC("no parameters", "$scrypt$" + tail),
    BadPHC("a parameter missing", "$scrypt$ln=10,r=8" + tail),
    BadPHC("parameters in another order", "$scrypt$r=8,ln=10,p=1" + tail),
    BadPHC("a sign before a number", "$scrypt$ln=+10,r=8,p=1" + tail),
    BadPHC("a leading zero", "$scrypt$ln=010,r=8,p=1" + tail),
    BadPHC("no rounds worth the name", "$scrypt$ln=3,r=8,p=1" + tail),
    BadPHC("more memory than 256 MiB", "$scrypt$ln=19,r=8,p=1" + tail),
    BadPHC("more rounds than a word holds", "$scrypt$ln=99999999999999999999,r=8,p=1" + tail),
    BadPHC("too many lanes", "$scrypt$ln=10,r=8,p=64" + tail),
    BadPHC("padding", "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$mp90zEQd5XGhjEv4WArVH4Z0"),
    BadPHC("a salt of one byte", "$scrypt$ln=10,r=8,p=1$AA$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWt"),
    BadPHC("a hash of one byte", "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$AA"),
    BadPHC("something behind", "$scrypt$ln=10,r=8,p=1" + tail + "$"),
    BadPHC("a line feed behind", "$scrypt$ln=10,r=8,p=1" + tail + "\n"),
    BadPHC("no base64", "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0OD!$mp90zEQd5XGhjEv4WArVH4Z0"),
  ]
}

@Suite("A password's hash")
struct PasswordHashTests {
  @Test(
    "is what scrypt of others says (RFC 7914 and Python's hashlib)",
    arguments: [
      (
        "pleaseletmein",
        "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylV"
          + "YT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw"
      ),
      (
        "correct horse battery staple",
        "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$mp90zEQd5XGhjEv4WArVH4Z0XRSzkGWtJK2S/AXJlRU"
      ),
      (
        "password",
        "$scrypt$ln=10,r=8,p=2$TmFDbDAwMDA$8ezUGoY+fkHVpdm2NsxZ2751ZVSwDzpj6M42fTLQac8"
      ),
    ])
  func vectors(_ password: String, _ phc: String) throws {
    let hash = try #require(PasswordHash(phc: phc))
    #expect(hash.phc == phc)
    #expect(try hash.matches(password))
    #expect(try !hash.matches(password + " "))
    #expect(try !hash.matches(""))
  }

  @Test("is made with 2^17 rounds, 8 and 1, and is found again from its text")
  func standard() throws {
    let hash = try PasswordHash(of: "芝麻开门 open sesame", salt: Array(0..<16))
    #expect(hash.phc.utf8.starts(with: "$scrypt$ln=17,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$".utf8))
    let again = try #require(PasswordHash(phc: hash.phc))
    #expect(again == hash)
    #expect(try again.matches("芝麻开门 open sesame"))
    #expect(try !again.matches("芝麻開門 open sesame"))
  }

  @Test("tells passwords apart that only look the same")
  func bytes() throws {
    let cost = try #require(PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1))
    let composed = try PasswordHash(
      of: "caf\u{E9} au lait, s'il", salt: [1, 2, 3, 4, 5, 6, 7, 8], cost: cost)
    #expect(try !composed.matches("cafe\u{301} au lait, s'il"))
  }

  @Test("is never read from another spelling, nor out of bounds", arguments: BadPHC.all)
  func refused(_ bad: BadPHC) { #expect(PasswordHash(phc: bad.text) == nil) }

  @Test("is compared byte for byte")
  func constantTime() {
    #expect(ConstantTime.areEqual([], []))
    #expect(ConstantTime.areEqual([1, 2], [1, 2]))
    #expect(!ConstantTime.areEqual([1, 2], [1, 3]))
    #expect(!ConstantTime.areEqual([1, 2], [1, 2, 0]))
    #expect(!ConstantTime.areEqual([0x81], [0x01]))
  }
}
