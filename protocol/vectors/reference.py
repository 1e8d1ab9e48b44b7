"""Reads and writes the Rounds formats as protocol/README.md describes them.

Made from the specification alone, for the test vectors: plain, slow, and sharing no code with the
programs. Needs the `cryptography` package for Ed25519, X25519 and ChaCha20-Poly1305; protobuf is
encoded and decoded by hand.
"""

import datetime
import hashlib
import hmac
import unicodedata

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

BUNDLE_BYTES_MAX = 256 * 1024
ENVELOPE_BYTES_MAX = BUNDLE_BYTES_MAX + 128
CHANGES_MAX = 4096
FIELDS_MAX = 256
SAW_MAX = 1024
INSTANT_MIN = -719_161 * 86_400_000  # 0001-01-02T00:00:00.000Z
INSTANT_MAX = 2_932_896 * 86_400_000 - 1  # 9999-12-30T23:59:59.999Z
DEPTH_MAX = 100  # messages and groups open within each other
READER = 1  # the highest `lowest_reader` this program interprets


class Fault(Exception):
    """What is wrong with bytes: `kind` is malformed, tooLarge or badSignature."""

    def __init__(self, kind, why):
        super().__init__(f"{kind}: {why}")
        self.kind = kind
        self.why = why


def malformed(why):
    return Fault("malformed", why)


# --- Hashes and signatures -----------------------------------------------------------------------


def sha256(data):
    return hashlib.sha256(data).digest()


def tagged(domain, *parts):
    """SHA-256(domain ‖ 00 ‖ parts)."""
    return sha256(domain.encode("ascii") + b"\0" + b"".join(parts))


def hmac256(key, *parts):
    return hmac.new(key, b"".join(parts), hashlib.sha256).digest()


def hkdf_extract(salt, secret):
    return hmac256(salt or bytes(32), secret)


def hkdf_expand(prk, info, length):
    out, block, counter = b"", b"", 1
    while len(out) < length:
        block = hmac256(prk, block, info, bytes([counter]))
        out += block
        counter += 1
    return out[:length]


class SigningKey:
    def __init__(self, seed):
        self.seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message):
        return self._key.sign(message)


def is_valid(public, signature, message):
    if len(signature) != 64 or len(public) != 32:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def key_fingerprint(public):
    """What people compare aloud."""
    digits = tagged("rounds fingerprint v1", public).hex()[:20]
    return "-".join(digits[i : i + 4] for i in range(0, 20, 4))


def be32(number):
    return number.to_bytes(4, "big")


# --- Protobuf, by hand ---------------------------------------------------------------------------


def varint(number):
    number &= (1 << 64) - 1
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number):
    return number << 1 if number >= 0 else (-number << 1) - 1


def key(number, wire):
    return varint(number << 3 | wire)


def p_uint(number, value, always=False):
    return key(number, 0) + varint(value) if value or always else b""


def p_sint(number, value, always=False):
    return key(number, 0) + varint(zigzag(value)) if value or always else b""


def p_fixed64(number, value):
    return key(number, 1) + value.to_bytes(8, "little") if value else b""


def p_bytes(number, value, always=False):
    return key(number, 2) + varint(len(value)) + value if value or always else b""


def p_message(number, value):
    return p_bytes(number, value, always=True)


def p_text(number, value, always=False):
    return p_bytes(number, value.encode("utf-8"), always)


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        if self.at + count > len(self.data):
            raise malformed("protobuf ends early")
        piece = self.data[self.at : self.at + count]
        self.at += count
        return piece

    def varint(self):
        value = 0
        for shift in range(0, 70, 7):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value & (1 << 64) - 1
        raise malformed("a varint of more than ten bytes")

    def value(self, number, wire, depth):
        """`depth`: how many messages and groups are open, the outermost message counted."""
        if wire == 0:
            return self.varint()
        if wire == 1:
            return self.take(8)
        if wire == 2:
            return self.take(self.varint())
        if wire == 5:
            return self.take(4)
        if wire == 3 and depth < DEPTH_MAX:
            while True:
                inner, inner_wire = self.key(10)
                if inner_wire == 4:
                    if inner != number:
                        raise malformed("a group ends in another")
                    return None
                self.value(inner, inner_wire, depth + 1)
        raise malformed("a wire type that does not exist here")

    def key(self, length=5):
        """A tag of at most so many bytes: five in a message, ten in a group."""
        start = self.at
        tag = self.varint()
        if self.at - start > length:
            raise malformed("a tag of more than five bytes")
        if tag >= 1 << 32 or tag >> 3 == 0:
            raise malformed("a field number out of range")
        return tag >> 3, tag & 7


def fields(data, depth=1):
    """Every field of a message: (number, wire type, value, its bytes with the key).

    `depth`: how many messages are open, this one counted.
    """
    reader = Reader(data)
    found = []
    while reader.at < len(data):
        start = reader.at
        number, wire = reader.key()
        value = reader.value(number, wire, depth)
        found.append((number, wire, value, data[start : reader.at]))
    return found


class Message:
    """A parsed message by a schema {number: kind}; a field of another wire type is unknown.

    Kinds: uint32 uint64 sint32 sint64 int32 int64 fixed64 bool bytes text message; `*` before a
    kind for repeated ones. A message given twice is merged, which is parsing both end to end.
    """

    WIRE = {"fixed64": 1, "bytes": 2, "text": 2, "message": 2}

    def __init__(self, data, schema, oneof=False, depth=1):
        self.schema = schema
        self.values = {}
        self.unknown = b""
        self.last = None
        for number, wire, value, raw in fields(data, depth):
            kind = schema.get(number, "")
            one = kind.lstrip("*")
            if not kind or wire != self.WIRE.get(one, 0):
                self.unknown += raw
                continue
            value = self.scalar(one, value)
            if kind[0] == "*":
                self.values.setdefault(number, []).append(value)
            elif one == "message" and number in self.values:
                self.values[number] += value
            else:
                if oneof:
                    self.values = {}
                self.values[number] = value
            self.last = number

    @staticmethod
    def scalar(kind, value):
        if kind == "text":
            try:
                return value.decode("utf-8")
            except UnicodeDecodeError:
                raise malformed("text that is not UTF-8") from None
        if kind == "uint32":
            return value & 0xFFFFFFFF
        if kind == "bool":
            return value != 0
        if kind in ("sint32", "sint64"):
            value &= 0xFFFFFFFF if kind == "sint32" else (1 << 64) - 1
            return value >> 1 ^ -(value & 1)
        if kind in ("int32", "int64"):
            bits = 32 if kind == "int32" else 64
            value &= (1 << bits) - 1
            return value - (1 << bits) if value >> bits - 1 else value
        if kind == "fixed64":
            return int.from_bytes(value, "little")
        return value

    DEFAULT = {"bytes": b"", "message": b"", "text": ""}

    def __getitem__(self, number):
        kind = self.schema[number]
        default = [] if kind[0] == "*" else self.DEFAULT.get(kind, 0)
        return self.values.get(number, default)


ENVELOPE = {1: "bytes", 2: "bytes"}
BUNDLE = {1: "message", 2: "*message"}
HEADER = {
    1: "uint32", 2: "bytes", 3: "bytes", 4: "fixed64", 5: "bytes", 6: "sint64", 7: "sint32",
    8: "bytes", 9: "uint64", 10: "bytes", 11: "text", 12: "bytes", 13: "uint32",
}
CHANGE = {1: "uint32", 2: "bytes", 3: "*message", 4: "*message"}
REFERENCE_TO_CHANGE = {1: "bytes", 2: "uint32"}
FIELD = {1: "uint32", 2: "message"}
VALUE = {
    1: "text", 2: "sint64", 3: "message", 4: "sint64", 5: "sint32", 6: "message", 7: "message",
    8: "bytes", 9: "message", 10: "message", 11: "message",
}
DECIMAL = {1: "sint64", 2: "uint32"}
CODE = {1: "uint32", 2: "sint32"}
REFERENCE = {1: "bytes", 2: "uint32", 3: "bytes"}
ATTACHMENT = {1: "bytes", 2: "int64", 3: "text"}
SEALED = {1: "bytes", 2: "bytes", 3: "bytes", 4: "bytes"}
CONFIDENTIAL = {1: "bytes", 2: "bytes", 3: "*message"}
RECIPIENT = {1: "bytes", 2: "bytes"}


# --- Values --------------------------------------------------------------------------------------
# A value is a tuple whose first member names the kind.


def encode_value(value):
    kind, *rest = value
    if kind == "text":
        return p_text(1, rest[0], always=True)
    if kind == "integer":
        return p_sint(2, rest[0], always=True)
    if kind == "decimal":
        return p_message(3, p_sint(1, rest[0]) + p_uint(2, rest[1]))
    if kind == "instant":
        return p_sint(4, rest[0], always=True)
    if kind == "date":
        return p_sint(5, rest[0], always=True)
    if kind == "code":
        return p_message(6, p_uint(1, rest[0]) + p_sint(2, rest[1]))
    if kind == "reference":
        return p_message(7, p_bytes(1, rest[0]) + p_uint(2, rest[1]) + p_bytes(3, rest[2]))
    if kind == "bytes":
        return p_bytes(8, rest[0], always=True)
    if kind == "attachment":
        return p_message(9, p_bytes(1, rest[0]) + p_uint(2, rest[1]) + p_text(3, rest[2]))
    if kind == "sealed":
        return p_message(10, b"".join(p_bytes(i + 1, part) for i, part in enumerate(rest)))
    if kind == "confidential":
        nonce, ciphertext, recipients = rest
        wraps = b"".join(p_message(3, p_bytes(1, h) + p_bytes(2, w)) for h, w in recipients)
        return p_message(11, p_bytes(1, nonce) + p_bytes(2, ciphertext) + wraps)
    if kind == "unknown":
        return rest[0]
    raise ValueError(kind)


def decode_value(data):
    message = Message(data, VALUE, oneof=True)
    number = message.last
    if number is None:
        if not message.unknown:
            raise malformed("a field without a value")
        return ("unknown", message.unknown)
    got = message[number]
    if number == 4:
        need(INSTANT_MIN <= got <= INSTANT_MAX, "a time outside the calendar")
    if number in (1, 2, 4, 8):
        return ({1: "text", 2: "integer", 4: "instant", 8: "bytes"}[number], got)
    if number == 3:
        inner = Message(got, DECIMAL)
        need(inner[2] <= 18, "a decimal's scale")
        return ("decimal", inner[1], inner[2])
    if number == 5:
        need(-719_162 <= got <= 2_932_896, "a date")
        return ("date", got)
    if number == 6:
        inner = Message(got, CODE)
        return ("code", inner[1], inner[2])
    if number == 7:
        inner = Message(got, REFERENCE)
        need(len(inner[1]) == 16 and len(inner[3]) == 16, "a reference")
        return ("reference", inner[1], inner[2], inner[3])
    if number == 9:
        inner = Message(got, ATTACHMENT)
        need(inner[2] >= 0 and len(inner[3].encode()) <= 128, "an attachment")
        need(len(inner[1]) == 32, "a digest of 32 bytes")
        return ("attachment", inner[1], inner[2], inner[3])
    if number == 10:
        inner = Message(got, SEALED)
        parts = [inner[i] for i in (1, 2, 3, 4)]
        sizes = [len(part) for part in parts]
        need(sizes[:2] == [16, 12] and sizes[2] >= 16 and sizes[3] == 16, "a sealed value")
        return ("sealed", *parts)
    inner = Message(got, CONFIDENTIAL)
    need(len(inner[1]) == 12 and len(inner[2]) >= 16, "a confidential value")
    need(1 <= len(inner[3]) <= 64, "a confidential value")
    wraps = []
    for data in inner[3]:
        wrap = Message(data, RECIPIENT)
        need(len(wrap[2]) == 80, "a wrapped key")
        need(len(wrap[1]) == 32, "a digest of 32 bytes")
        wraps.append((wrap[1], wrap[2]))
    return ("confidential", inner[1], inner[2], wraps)


def need(condition, why):
    if not condition:
        raise malformed(why)


def holds_same(a, b):
    """What two heads are compared by."""
    if a[0] == "sealed" and b[0] == "sealed":
        return a[1] == b[1] and a[4] == b[4]
    return a == b


# --- Bundles -------------------------------------------------------------------------------------


def encode_header(
    scope, device, *, previous=b"", claimed_at=0, zone=480, writer=1, boot=bytes(16), monotonic=0,
    last_receipt=b"", program="vectors/1", account=bytes(16), format_version=1, lowest_reader=1,
):
    return (
        p_uint(1, format_version) + p_bytes(2, scope) + p_bytes(3, device) + p_fixed64(4, writer)
        + p_bytes(5, previous) + p_sint(6, claimed_at) + p_sint(7, zone) + p_bytes(8, boot)
        + p_uint(9, monotonic) + p_bytes(10, last_receipt) + p_text(11, program)
        + p_bytes(12, account) + p_uint(13, lowest_reader)
    )


def encode_change(type_number, record, values, saw=(), extra=b""):
    """`values`: {number: value}; `saw`: (bundle, index) pairs; `extra`: bytes of unknown fields."""
    return (
        p_uint(1, type_number) + p_bytes(2, record)
        + b"".join(p_message(3, p_bytes(1, b) + p_uint(2, i)) for b, i in sorted(saw))
        + b"".join(
            p_message(4, p_uint(1, number) + p_message(2, encode_value(values[number])))
            for number in sorted(values)
        )
        + extra
    )


def encode_bundle(header, changes):
    return p_message(1, header) + b"".join(p_message(2, change) for change in changes)


def bundle_id(bundle):
    return tagged("rounds bundle v1", bundle)


def signed_message(identity):
    return tagged("rounds signature v1", identity)


def encode_envelope(bundle, signature):
    return p_bytes(1, bundle) + p_bytes(2, signature)


def sign_bundle(bundle, signing_key):
    return encode_envelope(bundle, signing_key.sign(signed_message(bundle_id(bundle))))


class Envelope:
    """A well-formed envelope: parsed and checked, its signature not yet."""

    def __init__(self, data):
        if len(data) > ENVELOPE_BYTES_MAX:
            raise Fault("tooLarge", "an envelope")
        outer = Message(data, ENVELOPE)
        self.bytes = data
        self.bundle, self.signature = outer[1], outer[2]
        need(len(self.signature) == 64, "a signature of 64 bytes")
        if len(self.bundle) > BUNDLE_BYTES_MAX:
            raise Fault("tooLarge", "a bundle")
        self.id = bundle_id(self.bundle)
        self.link = tagged("rounds envelope v1", self.bundle, self.signature)
        message = Message(self.bundle, BUNDLE)
        self._read_header(Message(message[1], HEADER, depth=2))
        # Even a bundle for later readers must be a message of the known shape.
        raw = [Message(data, CHANGE, depth=2) for data in message[2]]
        for change in raw:
            for data in change[3]:
                Message(data, REFERENCE_TO_CHANGE, depth=3)
            for data in change[4]:
                check_shape(Message(data, FIELD, depth=3)[2])
        self.changes = []
        if self.lowest_reader > READER:
            return
        self.changes = [read_change(change) for change in raw]
        self._check_bounds()

    def _read_header(self, header):
        self.format_version, self.scope, self.device = header[1], header[2], header[3]
        self.writer, self.previous, self.claimed_at = header[4], header[5], header[6]
        self.zone, self.boot, self.monotonic = header[7], header[8], header[9]
        self.last_receipt, self.program, self.account = header[10], header[11], header[12]
        self.lowest_reader = header[13]
        sizes = [len(part) for part in (self.scope, self.device, self.boot, self.account)]
        need(sizes == [16, 32, 16, 16], "header")
        need(-1080 <= self.zone <= 1080, "header")
        need(INSTANT_MIN <= self.claimed_at <= INSTANT_MAX, "a time outside the calendar")
        need(self.lowest_reader >= 1 and self.format_version >= 1, "header")
        need(len(self.program.encode()) <= 64, "program name too long")
        for part in (self.previous, self.last_receipt):
            need(len(part) in (0, 32), "a digest of 32 bytes")

    def _check_bounds(self):
        need(self.changes, "no change")
        need(len(self.changes) <= CHANGES_MAX, "too many changes")
        touched = set()
        for type_number, record, saw, values in self.changes:
            need((type_number, record) not in touched, "two changes to one record")
            touched.add((type_number, record))
            need(values, "a change without fields")
            need(len(values) <= FIELDS_MAX and len(saw) <= SAW_MAX, "too many fields or ancestors")
            need(len({number for number, _ in values}) == len(values), "a field twice")
            need(len(set(saw)) == len(saw), "an ancestor twice")

    def is_authentic(self):
        return is_valid(self.device, self.signature, signed_message(self.id))


def check_shape(value):
    Message(value, VALUE, oneof=True, depth=4)
    shapes = {3: DECIMAL, 6: CODE, 7: REFERENCE, 9: ATTACHMENT, 10: SEALED, 11: CONFIDENTIAL}
    for number, wire, data, _ in fields(value, 4):
        if number in shapes and wire == 2:
            inner = Message(data, shapes[number], depth=5)
            if number == 11:
                for wrap in inner[3]:
                    Message(wrap, RECIPIENT, depth=6)


def read_change(change):
    need(len(change[2]) == 16, "a record id")
    saw = []
    for data in change[3]:
        reference = Message(data, REFERENCE_TO_CHANGE)
        need(len(reference[1]) == 32, "a digest of 32 bytes")
        saw.append((reference[1], reference[2]))
    values = []
    for data in change[4]:
        field = Message(data, FIELD)
        values.append((field[1], decode_value(field[2])))
    return change[1], change[2], sorted(saw), sorted(values, key=lambda pair: pair[0])


def verify_one(data):
    envelope = Envelope(data)
    if not envelope.is_authentic():
        raise Fault("badSignature", "the signature is not the device's over these bytes")
    return envelope


def verify_many(batch):
    """One signature for each unbroken run; a list of Envelope or Fault, in order."""
    parsed = []
    for data in batch:
        try:
            parsed.append(Envelope(data))
        except Fault as fault:
            parsed.append(fault)
    by_link = {one.link: i for i, one in enumerate(parsed) if isinstance(one, Envelope)}
    before = {}
    for i, one in enumerate(parsed):
        if isinstance(one, Envelope) and one.previous in by_link:
            earlier = by_link[one.previous]
            if parsed[earlier].device == one.device:
                before[i] = earlier
    vouched = set()
    for i, one in enumerate(parsed):
        if isinstance(one, Envelope) and i not in before.values() and one.is_authentic():
            at = i
            while at is not None and at not in vouched:
                vouched.add(at)
                at = before.get(at)
    bad = Fault("badSignature", "the signature is not the device's over these bytes")
    return [
        one if isinstance(one, Fault) or i in vouched or one.is_authentic() else bad
        for i, one in enumerate(parsed)
    ]


# --- State ---------------------------------------------------------------------------------------


class SetDigest:
    def __init__(self, ids=()):
        self.count, self.sum = 0, 0
        for identity in ids:
            self.count += 1
            self.sum = (self.sum + int.from_bytes(identity, "big")) % (1 << 256)

    @property
    def sum_bytes(self):
        return self.sum.to_bytes(32, "big")

    def __str__(self):
        return f"{self.count}:{self.sum_bytes.hex()}"


class RecordState:
    """The state of one record from the set of its changes: {change id: (claimed, saw, values)}."""

    def __init__(self, changes):
        self.changes = changes
        named = {seen for _, saw, _ in changes.values() for seen in saw}
        self.frontier = sorted(set(changes) - named)
        self.missing = sorted(named - set(changes))
        self.heads = {}
        numbers = {number for _, _, values in changes.values() for number in values}
        for number in sorted(numbers):
            writers = [c for c in changes if number in changes[c][2]]
            overwritten = set()
            for writer in writers:
                overwritten |= self.ancestors(writer)
            heads = [w for w in writers if w not in overwritten]
            heads.sort(key=lambda c: (changes[c][0], c), reverse=True)
            self.heads[number] = [(c, changes[c][0], changes[c][2][number]) for c in heads]

    def ancestors(self, change):
        found, open_ = set(), list(self.changes[change][1])
        while open_:
            one = open_.pop()
            if one not in found:
                found.add(one)
                if one in self.changes:
                    open_.extend(self.changes[one][1])
        return found

    def in_conflict(self, number):
        first, *rest = self.heads[number]
        return any(not holds_same(first[2], other[2]) for other in rest)

    @property
    def has_parallel_edits(self):
        return len(self.frontier) > 1


def states(envelopes, scope):
    """The records of a scope, by (type, id), and the digest of its bundles."""
    held = {}
    for data in envelopes:
        one = verify_one(data)
        if one.scope == scope:
            held[one.id] = one
    records = {}
    for one in held.values():
        for index, (type_number, record, saw, values) in enumerate(one.changes):
            records.setdefault((type_number, record), {})[(one.id, index)] = (
                one.claimed_at, saw, dict(values),
            )
    found = {name: RecordState(records[name]) for name in sorted(records)}
    return found, SetDigest(held)


def change_text(change):
    return f"{change[0].hex()}.{change[1]}"


def utc_text(ms):
    day, rest = divmod(ms, 86_400_000)
    seconds, thousandths = divmod(rest, 1000)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"
    return f"{date_text(day)}T{clock}Z"


def date_text(days):
    date = datetime.date.fromordinal(days + 719_163)
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def quoted(text):
    out = bytearray(b'"')
    for byte in text.encode("utf-8"):
        if byte in (0x22, 0x5C):
            out += bytes([0x5C, byte])
        elif byte < 0x20:
            out += b"\\u00%02x" % byte
        else:
            out.append(byte)
    return (bytes(out) + b'"').decode("utf-8")


def value_text(value):
    """A value in the canonical text."""
    kind, *rest = value
    if kind == "text":
        return f'{{"text":{quoted(rest[0])}}}'
    if kind == "integer":
        return f'{{"integer":{rest[0]}}}'
    if kind == "decimal":
        return f'{{"decimal":{{"units":{rest[0]},"scale":{rest[1]}}}}}'
    if kind == "instant":
        return f'{{"instant":"{utc_text(rest[0])}"}}'
    if kind == "date":
        return f'{{"date":"{date_text(rest[0])}"}}'
    if kind == "code":
        return f'{{"code":{{"set":{rest[0]},"number":{rest[1]}}}}}'
    if kind == "reference":
        scope, type_number, record = rest
        inner = f'"scope":"{scope.hex()}","type":{type_number},"id":"{record.hex()}"'
        return f'{{"reference":{{{inner}}}}}'
    if kind in ("bytes", "unknown"):
        return f'{{"{kind}":"{rest[0].hex()}"}}'
    if kind == "attachment":
        content, size, media_type = rest
        inner = f'"hash":"{content.hex()}","size":{size},"mediaType":{quoted(media_type)}'
        return f'{{"attachment":{{{inner}}}}}'
    if kind == "sealed":
        key_id, nonce, ciphertext, tag = (part.hex() for part in rest)
        inner = f'"key":"{key_id}","nonce":"{nonce}","ciphertext":"{ciphertext}","tag":"{tag}"'
        return f'{{"sealed":{{{inner}}}}}'
    nonce, ciphertext, recipients = rest
    wraps = ",".join(f'{{"key":"{h.hex()}","wrapped":"{w.hex()}"}}' for h, w in recipients)
    inner = f'"nonce":"{nonce.hex()}","ciphertext":"{ciphertext.hex()}","recipients":[{wraps}]'
    return f'{{"confidential":{{{inner}}}}}'


def state_text(envelopes, scope):
    """The canonical state of a scope."""
    records, digest = states(envelopes, scope)
    lines = [record_text(name, state) for name, state in records.items()]
    body = ",".join("\n" + line for line in lines)
    return f'{{"scope":"{scope.hex()}","digest":"{digest}","records":[{body}\n]}}\n'


def record_text(name, state):
    def names(changes):
        return "[" + ",".join(f'"{change_text(change)}"' for change in changes) + "]"

    parts = []
    for number, heads in state.heads.items():
        items = ",".join(
            f'{{"change":"{change_text(c)}","claimedAt":"{utc_text(ms)}","value":{value_text(v)}}}'
            for c, ms, v in heads
        )
        conflict = "true" if state.in_conflict(number) else "false"
        parts.append(f'"{number}":{{"conflict":{conflict},"heads":[{items}]}}')
    parallel = "true" if state.has_parallel_edits else "false"
    return (
        f'{{"type":{name[0]},"id":"{name[1].hex()}","frontier":{names(state.frontier)},'
        f'"missing":{names(state.missing)},"parallel":{parallel},"fields":{{{",".join(parts)}}}}}'
    )


def signed_content(visit, opinions):
    """The digest a household signs. `visit`: {field: value}; `opinions`: {id: {field: value}}."""

    def lines(values, leave_out=()):
        out = b""
        for number in sorted(values):
            if number in leave_out:
                continue
            value = values[number]
            out += f"\n{number}:".encode()
            out += value[1] + value[4] if value[0] == "sealed" else value_text(value).encode()
        return out

    text = lines(visit, (24, 25))
    for opinion in sorted(opinions):
        text += opinion + lines(opinions[opinion])
    return tagged("rounds signed content v1", text)


# --- Record ids ----------------------------------------------------------------------------------

DASHES = {0x2D, 0xFE63, 0xFF0D, 0x2212, *range(0x2010, 0x2016)}
SPACES = {0x20, 0x09, 0xA0, 0x3000}
REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn", "Mc", "Me"}


def unit_code(typed):
    """The one written form of a unit code, or None."""
    out = ""
    for character in typed:
        number = ord(character)
        if number in SPACES:
            continue
        if number in DASHES:
            out += "-"
            continue
        if 0xFF01 <= number <= 0xFF5E:
            character = chr(number - 0xFEE0)
        elif unicodedata.category(character) in REFUSED:
            return None
        out += character.upper() if "a" <= character <= "z" else character
    return out if out and len(out.encode("utf-8")) <= 120 else None


def record_id(domain, *parts):
    return tagged(f"rounds {domain} v1", *parts)[:16]


def site_id(company, code):
    return record_id("site", company, code.encode())


def unit_id(company, site, code):
    return record_id("unit", company, site, code.encode())


def household_id(unit, previous=b""):
    return record_id("household", unit, previous)


def round_id(site, number):
    return record_id("round", site, be32(number))


def turn_id(round_, household):
    return record_id("turn", round_, household)


def month_frame_id(site, year, month):
    return record_id("month frame", site, be32(year * 100 + month))


def slot_id(site, list_version, order):
    return record_id("slot", site, be32(list_version), be32(order))


def settlement_id(visit):
    return record_id("settlement", visit)


def calendar_year_id(company, year):
    return record_id("calendar year", company, be32(year))


def calendar_day_id(company, date, year):
    """year: of the notice that names the day; 0 for the firm's own."""
    return record_id("calendar day", company, date.encode(), be32(year))


def policy_setting_id(company, date, decision):
    """date: from which on the decision is in force."""
    return record_id("policy setting", company, date.encode(), decision.encode())


def review_id(visit):
    return record_id("review", visit)


def recontact_id(visit):
    return record_id("recontact", visit)


def handling_id(matter):
    return record_id("handling", matter)


def summary_id(site, year, month):
    return record_id("summary", site, be32(year * 100 + month))


def summary_amendment_id(summary, number):
    return record_id("summary amendment", summary, be32(number))


def letter_matter_id(letter, matter):
    return record_id("letter matter", letter, matter)


def waiver_id(subject, rule):
    return record_id("waiver", subject, rule.encode())


def escalation_id(subject, rule):
    return record_id("escalation", subject, rule.encode())


def notice_place_id(notice, code):
    return record_id("notice place", notice, code.encode())


def meeting_id(scope, kind, department, week):
    """kind, department: numbers of the codes, or None for no department. week: its Monday."""
    return record_id("meeting", scope, be32(kind), be32(department or 0), week.encode())


def retention_hold_id(subject):
    return record_id("retention hold", subject)


def survey_response_id(survey, slip):
    """slip: its number, normalised as a unit code."""
    return record_id("survey response", survey, slip.encode())


def survey_slip_id(key, survey, slip):
    """The same in a survey with a key for its slips, of 32 bytes."""
    return record_id("survey slip", key, survey, slip.encode())


def admission_id(bundle):
    return record_id("admission", bundle)


def draw_entry_id(draw, household):
    return record_id("draw entry", draw, household)


def device_id(public):
    return record_id("device", public)


def assignment_id(account, site):
    return record_id("assignment", account, site)


def custodian_key_id(site, public):
    return record_id("custodian key", site, public)


def interviewer_id(visit, account):
    return record_id("interviewer", visit, account)


def signature_id(visit):
    return record_id("visit signature", visit)


def reason_id(about, rule):
    return record_id("reason", about, rule.encode())


# --- Sealing -------------------------------------------------------------------------------------


class SealingKey:
    def __init__(self, seed):
        self.seed = seed
        self._key = X25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def agree(self, public):
        return self._key.exchange(X25519PublicKey.from_public_bytes(public))


KEM_SUITE = b"KEM" + bytes.fromhex("0020")
HPKE_SUITE = b"HPKE" + bytes.fromhex("002000010003")


def labeled_extract(suite, salt, label, secret):
    return hkdf_extract(salt, b"HPKE-v1" + suite + label + secret)


def labeled_expand(suite, prk, label, info, length):
    return hkdf_expand(
        prk, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length
    )


def hpke_schedule(agreed, encapsulated, public, info):
    """RFC 9180, base mode: the AEAD key and the nonce of the first message."""
    prk = labeled_extract(KEM_SUITE, b"", b"eae_prk", agreed)
    secret = labeled_expand(KEM_SUITE, prk, b"shared_secret", encapsulated + public, 32)
    id_hash = labeled_extract(HPKE_SUITE, b"", b"psk_id_hash", b"")
    info_hash = labeled_extract(HPKE_SUITE, b"", b"info_hash", info)
    context = b"\0" + id_hash + info_hash
    prk = labeled_extract(HPKE_SUITE, secret, b"secret", b"")
    return (
        labeled_expand(HPKE_SUITE, prk, b"key", context, 32),
        labeled_expand(HPKE_SUITE, prk, b"base_nonce", context, 12),
    )


def hpke_seal(public, plain, info, aad, ephemeral):
    """Encapsulated key, ciphertext, tag. `ephemeral`: a SealingKey, fresh but for test vectors."""
    keys = hpke_schedule(ephemeral.agree(public), ephemeral.public, public, info)
    return ephemeral.public + ChaCha20Poly1305(keys[0]).encrypt(keys[1], plain, aad)


def hpke_open(private, sealed, info, aad):
    """The plain bytes, or None."""
    if len(sealed) < 48:
        return None
    encapsulated = sealed[:32]
    try:
        keys = hpke_schedule(private.agree(encapsulated), encapsulated, private.public, info)
        return ChaCha20Poly1305(keys[0]).decrypt(keys[1], sealed[32:], aad)
    except (InvalidTag, ValueError):
        return None


INFO_HOUSEHOLD_KEY = b"rounds household key v1"
INFO_KEY_LIST = b"rounds key list v1"
INFO_ENROLMENT = b"rounds enrolment v1"
INFO_CONFIDENTIAL = b"rounds confidential v1"


def sealed_context(scope, type_number, record, field, key_id):
    return b"rounds sealed v1\0" + scope + be32(type_number) + record + be32(field) + key_id


def equality_tag(data_key, plain, context):
    prk = hkdf_extract(b"", data_key)
    derived = hkdf_expand(prk, b"rounds equality v1", 32)
    return hmac256(derived, sha256(context), plain)[:16]


def note_key(content_key, share):
    """The key of a note's text where the record has a share."""
    return hkdf_expand(hkdf_extract(share, content_key), b"rounds note share v1", 32)


def seal_text(text, data_key, key_id, nonce, scope, type_number, record, field):
    context = sealed_context(scope, type_number, record, field, key_id)
    plain = text.encode("utf-8")
    ciphertext = ChaCha20Poly1305(data_key).encrypt(nonce, plain, context)
    return ("sealed", key_id, nonce, ciphertext, equality_tag(data_key, plain, context))


def open_text(value, data_key, scope, type_number, record, field):
    context = sealed_context(scope, type_number, record, field, value[1])
    try:
        return ChaCha20Poly1305(data_key).decrypt(value[2], value[3], context).decode("utf-8")
    except InvalidTag:
        return None


def pad(plain):
    plain += b"\x80"
    return plain + bytes(-len(plain) % 256)


def recipient_hash(public):
    return tagged("rounds recipient v1", public)


def seal_note(text, content_key, nonce, recipients, scope, type_number, record, field):
    """`recipients`: (public key, ephemeral SealingKey) pairs."""
    context = sealed_context(scope, type_number, record, field, bytes(16))
    ciphertext = ChaCha20Poly1305(content_key).encrypt(nonce, pad(text.encode()), context)
    wraps = [
        (recipient_hash(public), hpke_seal(public, content_key, INFO_CONFIDENTIAL, context, eph))
        for public, eph in recipients
    ]
    return ("confidential", nonce, ciphertext, wraps)


def open_note(value, private, scope, type_number, record, field):
    context = sealed_context(scope, type_number, record, field, bytes(16))
    for key_hash, wrap in value[3]:
        if key_hash != recipient_hash(private.public):
            continue
        content_key = hpke_open(private, wrap, INFO_CONFIDENTIAL, context)
        if content_key is None:
            return None
        plain = ChaCha20Poly1305(content_key).decrypt(value[1], value[2], context).rstrip(b"\0")
        return plain[:-1].decode("utf-8") if plain[-1:] == b"\x80" else None
    return None


# --- Enrolment -----------------------------------------------------------------------------------

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def office_fingerprint(signing_key, sealing_key, company):
    return tagged("rounds office v1", signing_key, sealing_key, company)[:10]


def code_checksum(body):
    return tagged("rounds code checksum v1", body)[:2]


def code_text(identity, secret, office):
    body = identity + secret + office
    bits = "".join(f"{byte:08b}" for byte in body + code_checksum(body)) + "0000"
    letters = "".join(ALPHABET[int(bits[i : i + 5], 2)] for i in range(0, 260, 5))
    return "-".join(letters[i : i + 4] for i in range(0, 52, 4))


def read_code(typed):
    """(id, secret, office fingerprint), or None."""
    bits = ""
    for character in typed:
        if 0xFF01 <= ord(character) <= 0xFF5E:
            character = chr(ord(character) - 0xFEE0)
        if character in " \t-\u3000\n\r":
            continue
        if "a" <= character <= "z":
            character = character.upper()
        character = {"O": "0", "I": "1", "L": "1"}.get(character, character)
        if character not in ALPHABET:
            return None
        bits += f"{ALPHABET.index(character):05b}"
    if len(bits) != 260:
        return None
    data = bytes(int(bits[i : i + 8], 2) for i in range(0, 256, 8))
    body = data[:30]
    if data[30:] != code_checksum(body):
        return None
    return body[:4], body[4:20], body[20:30]


def possession_message(secret, device, sealing_key):
    return tagged("rounds enrolment possession v1", secret, device, sealing_key)


def code_secret_hash(secret):
    return tagged("rounds enrolment code v1", secret)


# --- The exchange --------------------------------------------------------------------------------

SIGNED_REQUEST = {number: "bytes" for number in range(1, 8)}
SIGNED_RESPONSE = {1: "bytes", 2: "bytes"}


def request_message(path, challenge, body):
    return tagged("rounds request v1", path.encode(), b"\0", sha256(challenge), sha256(body))


def response_message(path, request, body):
    """`request`: the whole request as it was before compression."""
    return tagged("rounds response v1", path.encode(), b"\0", sha256(request), sha256(body))


def delegation_message(transport_key):
    return tagged("rounds transport v1", transport_key)


def encode_request(path, body, challenge, enrolment, device, signer=None, delegation=None):
    """`signer`: a transport key that signs in the device's name; by default the device vouches."""
    signature = (signer or device).sign(request_message(path, challenge, body))
    if signer and delegation is None:
        delegation = device.sign(delegation_message(signer.public))
    return (
        p_bytes(1, body) + p_bytes(2, device.public) + p_bytes(3, challenge)
        + p_bytes(4, signature) + p_bytes(5, enrolment)
        + p_bytes(6, signer.public if signer else b"") + p_bytes(7, delegation or b"")
    )


def open_request(path, data):
    message = Message(data, SIGNED_REQUEST)
    need(len(message[2]) == 32, "a device key of 32 bytes")
    signer = message[2]
    if message[6] or message[7]:
        signer = message[6]
        need(len(signer) == 32, "a transport key of 32 bytes")
        if not is_valid(message[2], message[7], delegation_message(signer)):
            raise Fault("badSignature", "the device does not vouch for the transport key")
    if not is_valid(signer, message[4], request_message(path, message[3], message[1])):
        raise Fault("badSignature", "the signature is not the device's")
    return message


def encode_response(path, request, body, office):
    return p_bytes(1, body) + p_bytes(2, office.sign(response_message(path, request, body)))


def open_response(path, request, data, office):
    message = Message(data, SIGNED_RESPONSE)
    if not is_valid(office, message[2], response_message(path, request, message[1])):
        raise Fault("badSignature", "the signature is not the office's")
    return message[1]


def encode_receipt(bundle, scope, epoch, received_at, outcome, reason, office):
    body = (
        p_bytes(1, bundle) + p_bytes(2, scope) + p_bytes(3, epoch) + p_sint(4, received_at)
        + p_uint(5, outcome) + p_uint(6, reason)
    )
    return p_bytes(1, body) + p_bytes(2, office.sign(tagged("rounds receipt v1", body)))


def open_receipt(data, office):
    outer = Message(data, SIGNED_RESPONSE)
    schema = {1: "bytes", 2: "bytes", 3: "bytes", 4: "sint64", 5: "uint32", 6: "uint32"}
    body = Message(outer[1], schema)
    if not is_valid(office, outer[2], tagged("rounds receipt v1", outer[1])):
        raise Fault("badSignature", "the signature is not the office's")
    return body


def receipt_hash(data):
    return tagged("rounds receipt hash v1", data)


# --- Sampling ------------------------------------------------------------------------------------


def round_seed(site_seed, number):
    return hmac256(site_seed, b"rounds round v1\0", be32(number))


def household_number(seed, household):
    return int.from_bytes(hmac256(seed, household)[:8], "big")


def slot_owner(names, seed, household):
    if len(names) == 1:
        return names[0]
    return max(
        names, key=lambda name: hmac256(seed, b"slot\0", name.encode(), b"\0", household)
    )


def eligible_digest(households):
    return tagged("rounds eligible v1", *sorted(set(households)))


def draw(organiser, slot, names, seed, eligible, primary, reserve):
    """[(household, number, kind)] in the order of the draw."""
    numbers = [(household_number(seed, h), h) for h in sorted(set(eligible))]
    if organiser == "site":
        numbers = sorted(n for n in numbers if slot_owner(names, seed, n[1]) == slot)
    else:
        numbers.sort(reverse=True)
    taken = numbers[: primary + reserve]
    return [
        (h, n, "primary" if i < primary else "reserve") for i, (n, h) in enumerate(taken)
    ]


CAUSES = ["unavoidable", "learntLate", "avoidable"]


MERGING = ("returnVisit", "sameVisit")


def in_order_of_credit(visits):
    return sorted(visits, key=lambda v: (v["start"], v["id"]))


def decisions_in_force(members):
    """{visit: kind} of the decisions that have an effect.

    One against a visit that is no other member has none; nor has one against a visit that is itself
    merged by a decision that has; nor those that run in a circle.
    """
    ids = {visit["id"] for visit in members}
    against = {}
    for visit in members:
        decision = visit.get("decision")
        if decision and decision[0] in ids - {visit["id"]}:
            against[visit["id"]] = decision

    def has_effect(visit, passed=()):
        """Or None where it leans on a circle."""
        other, _ = against[visit]
        if other not in against or against[other][1] not in MERGING:
            return True
        if other in passed:
            return None
        before = has_effect(other, (*passed, visit))
        return None if before is None else not before

    return {visit: against[visit][1] for visit in against if has_effect(visit) is True}


def settled(visits, turn):
    """What the counting visits of one household in one round come to, all in one month."""
    case = duplicate_case(visits, turn)
    members = in_order_of_credit(visits)
    decided = decisions_in_force(members)
    standing = [v for v in members if decided.get(v["id"]) not in MERGING]
    places = [
        v["id"] for v in standing
        if v["organiser"] == "site" and decided.get(v["id"]) != "standsAsRepeat"
    ]
    figures = dict.fromkeys(
        ["counted", "company", "returnVisits", "repeats", "excused", "recordedTwice"], 0)
    for visit in members:
        kind = decided.get(visit["id"])
        warned = case is not None and visit["id"] in case[2]
        if kind in ("returnVisit", "sameVisit", "standsAsRepeat"):
            row = {"returnVisit": "returnVisits", "sameVisit": "recordedTwice"}.get(kind, "repeats")
        elif visit["organiser"] == "company":
            row = "company"
        elif visit["id"] == places[0] and (kind == "excused" or not warned):
            row = "counted"
        else:
            row = "excused" if kind == "excused" else "repeats"
        figures[row] += 1
    return {
        "inForce": sorted(decided), "isOpen": len(members) - len(decided) > 1,
        "credited": standing[0]["id"], "figures": figures,
    }


def duplicate_case(visits, turn):
    """Members in order of credit, the cause, and which are forewarned.

    None unless two or more visits count. `visits`: dicts with id, start, organiser, turnChange,
    draw, drawTurnChange, knownAtStart, and perhaps decision (the visit it is held against, kind);
    `turn`: the turn record's changes as {change: [changes seen]}.
    """
    members = in_order_of_credit(visits)
    if len(members) < 2:
        return None
    decided = decisions_in_force(members)

    def ancestors(change):
        found, open_ = set(), list(turn.get(change, []))
        while open_:
            one = open_.pop()
            if one not in found:
                found.add(one)
                open_.extend(turn.get(one, []))
        return found

    def acts(visit, other):
        same_draw = visit["draw"] is not None and visit["draw"] == other["draw"]
        both = [visit["turnChange"], None if same_draw else visit["drawTurnChange"]]
        return [act for act in both if act is not None]

    def one_way(acts_of_other, visit):
        known = set(visit["knownAtStart"])
        for change in visit["knownAtStart"]:
            known |= ancestors(change)
        if any(act in known for act in acts_of_other):
            return 2
        if visit["turnChange"] is None:
            return 0
        learnt = ancestors(visit["turnChange"])
        return 1 if any(act in learnt for act in acts_of_other) else 0

    worst, forewarned = 0, set()
    for i, a in enumerate(members):
        for b in members[i + 1 :]:
            way = one_way(acts(a, b), b)
            worst = max(worst, way, one_way(acts(b, a), a))
            if (a["organiser"], b["organiser"]) != ("company", "site") or way != 2:
                continue
            if decided.get(a["id"]) not in MERGING:
                forewarned.add(b["id"])
    return [visit["id"] for visit in members], CAUSES[worst], sorted(forewarned)


def earns_place(visit, case, organisers):
    """Whether a site's counting visit counts toward its quota. `case`: as above, or None."""
    if case is None:
        return True
    members, _, forewarned = case
    first = next(member for member in members if organisers[member] == "site")
    return first == visit and visit not in forewarned
