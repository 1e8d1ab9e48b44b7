// swift-tools-version: 6.2
import PackageDescription

/// Every target obeys the same strict settings; warnings are errors so that none is ever ignored.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: its folder, and the only rooms it may look into (see ARCHITECTURE.md).
func room(
  _ name: String,
  in folder: String,
  imports: [Target.Dependency] = [],
  exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name,
    dependencies: imports,
    path: "Sources/\(folder)/\(name)",
    exclude: exclude,
    resources: resources,
    swiftSettings: strict
  )
}

/// The tests themselves are compiled as they stand, also in a release build: they run once, and optimising them took
/// longer than running them does. What they test is optimised.
func tests(
  _ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name,
    dependencies: imports,
    path: "Tests/\(name)",
    exclude: exclude,
    resources: resources,
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]
  )
}

/// Swift's libraries in the program itself instead of beside it. Calls into them no longer pass through a table, which is a
/// tenth of the simulator's time. Tests cannot have it, and link whatever they import: so no program that tests look into.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-Xlinker", "--start-group"]
      + [
        "Foundation", "CoreFoundation", "FoundationInternationalization", "FoundationEssentials",
        "_FoundationICU", "_FoundationCShims", "_FoundationCollections", "BlocksRuntime",
        "dispatch", "swiftDispatch",
      ].map { "-l" + $0 } + ["-Xlinker", "--end-group"],
    .when(platforms: [.linux], configuration: .release))
]

let bitSets: Target.Dependency = .product(name: "BitCollections", package: "swift-collections")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let plainSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(
  name: "HummingbirdCore", package: "hummingbird")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

/// The rooms that know the trade, the records and the bytes; nothing in them touches the world.
let pureRooms: [Target.Dependency] = [
  "VisitModel", "Wording", "TextFormats", "Fingerprint", "Console", "CommunicationPolicy",
  "ConflictFreeRecords", "RecordCatalogue", "Sampling", "SyncProtocol", "WireFormat", "RecordStore",
  "Listings",
]

let package = Package(
  name: "rounds",
  products: [
    .executable(name: "rounds", targets: ["rounds"]),
    .executable(name: "rounds-server", targets: ["rounds-server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-protobuf.git", from: "1.39.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
  ],
  targets: [
    // L0
    room("VisitModel", in: "Shared"),
    room("Wording", in: "Shared"),
    room("TextFormats", in: "Shared"),
    room("Readings", in: "Shared"),
    room("Fingerprint", in: "Shared", imports: [crypto, cryptoExtras]),
    // L1
    room("Markup", in: "Shared", imports: [mustache]),
    room("Listings", in: "Shared", imports: ["VisitModel", "Wording", "TextFormats"]),
    room("ConflictFreeRecords", in: "Shared", imports: ["VisitModel", "Fingerprint"]),
    room(
      "CommunicationPolicy", in: "Shared", imports: ["VisitModel", "Wording", "TextFormats"],
      resources: [.embedInCode("policy.json")]),
    // L2
    room(
      "RecordCatalogue", in: "Shared",
      imports: ["VisitModel", "Fingerprint", "ConflictFreeRecords", "CommunicationPolicy"]),
    room(
      "PrintedForms", in: "Shared", imports: ["Wording", "Fingerprint", "Markup", mustache]),
    room("Pictures", in: "Shared", imports: ["VisitModel", "Wording", "Markup", "Listings"]),
    .systemLibrary(name: "CQREncode", path: "Sources/Shared/CQREncode"),
    room("QRCodes", in: "Shared", imports: ["Markup", "CQREncode"]),
    room(
      "SyncProtocol", in: "Shared", imports: ["VisitModel", "Fingerprint", "ConflictFreeRecords"]),
    room(
      "Sampling", in: "Shared",
      imports: ["VisitModel", "Fingerprint", "ConflictFreeRecords", "CommunicationPolicy"]),
    // L3
    room(
      "Console", in: "Shared",
      imports: [
        "VisitModel", "Wording", "TextFormats", "CommunicationPolicy", "ConflictFreeRecords",
        "RecordCatalogue",
      ]),
    .systemLibrary(name: "CZlib", path: "Sources/Shared/CZlib"),
    room(
      "WireFormat", in: "Shared",
      imports: [
        "VisitModel", "Fingerprint", "ConflictFreeRecords", "RecordCatalogue", "SyncProtocol",
        "CZlib", protobuf,
      ]),
    // L4
    room(
      "RecordStore", in: "Shared",
      imports: [
        "VisitModel", "Fingerprint", "CommunicationPolicy", "ConflictFreeRecords",
        "RecordCatalogue", "Sampling", "SyncProtocol", "TextFormats", "WireFormat",
      ]),
    // L5
    .systemLibrary(name: "CSQLite", path: "Sources/Shared/CSQLite"),
    room(
      "SQLiteDatabase", in: "Shared",
      imports: ["VisitModel", "RecordStore", "CSQLite", grdb, plainSQLite]),
    room("LocalMachine", in: "Shared", imports: ["VisitModel", "RecordStore"]),
    room(
      "RecordSheets", in: "Shared",
      imports: [
        "VisitModel", "Wording", "CommunicationPolicy", "ConflictFreeRecords", "PrintedForms",
        "QRCodes", "RecordCatalogue", "Sampling", "SyncProtocol", "Console", "RecordStore",
      ]),
    room("FieldWork", in: "FieldClient", imports: pureRooms),
    room("OfficeWork", in: "Server", imports: pureRooms),
    .systemLibrary(name: "CXLSXWriter", path: "Sources/Server/CXLSXWriter"),
    .systemLibrary(name: "CZip", path: "Sources/Server/CZip"),
    room(
      "Spreadsheets", in: "Server",
      imports: [
        "VisitModel", "Wording", "TextFormats", "Listings", "Console", "CXLSXWriter", "CZip",
      ]),
    // L6
    .systemLibrary(name: "CCurl", path: "Sources/FieldClient/CCurl"),
    .systemLibrary(name: "CEditLine", path: "Sources/FieldClient/CEditLine"),
    .systemLibrary(name: "CKeyring", path: "Sources/FieldClient/CKeyring"),
    room("CurlTransport", in: "FieldClient", imports: ["FieldWork", "CCurl"]),
    room("LineEditor", in: "FieldClient", imports: ["FieldWork", "CEditLine"]),
    room("KernelKeyring", in: "FieldClient", imports: ["FieldWork", "Fingerprint", "CKeyring"]),
    room(
      "FieldCommands", in: "FieldClient",
      imports: ["FieldWork", "PrintedForms", "RecordSheets", arguments] + pureRooms),
    room(
      "SyncAPI", in: "Server",
      imports: ["OfficeWork", hummingbird, nio, nioPosix, httpTypes, logging] + pureRooms),
    room(
      "OfficePages", in: "Server",
      imports: [
        "OfficeWork", "Spreadsheets", "Markup", "Pictures", "PrintedForms", "Readings",
        "RecordSheets",
        hummingbird, mustache, nio, nioPosix, httpTypes, logging,
      ] + pureRooms),
    room(
      "OfficeCommands", in: "Server",
      imports: ["OfficeWork", "Spreadsheets", arguments] + pureRooms),
    room(
      "AdminSocket", in: "Server",
      imports: ["VisitModel", "Wording", "TextFormats", "Console", "LocalMachine"]),
    // L7
    .executableTarget(
      name: "rounds",
      dependencies: [
        "FieldCommands", "FieldWork", "CurlTransport", "LineEditor", "KernelKeyring",
        "SQLiteDatabase", "LocalMachine",
        arguments,
      ] + pureRooms,
      path: "Sources/FieldClient/Rounds",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "rounds-server",
      dependencies: [
        "AdminSocket", "OfficeCommands", "OfficeWork", "SyncAPI", "OfficePages", "SQLiteDatabase",
        "LocalMachine",
        arguments,
        hummingbird, hummingbirdCore, hummingbirdTLS, nio, nioPosix, nioSSL, logging, lifecycle,
      ] + pureRooms,
      path: "Sources/Server/RoundsServer",
      swiftSettings: strict
    ),
    // Tests
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "SeededRandom", "FieldWork", "OfficeWork", "SQLiteDatabase", "LocalMachine",
      ] + pureRooms,
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("TidyTests", imports: []),
    tests(
      "TextFormatsTests", imports: ["SeededRandom", "TextFormats"], resources: [.copy("Data")]),
    tests(
      "FingerprintTests", imports: ["SeededRandom", "Fingerprint", "TextFormats"],
      resources: [.copy("Data")]),
    tests("ReadingsTests", imports: ["SeededRandom", "Readings"]),
    tests(
      "PicturesTests",
      imports: ["SeededRandom", "Pictures", "Markup", "Listings", "VisitModel", "Wording"]),
    tests("QRCodesTests", imports: ["QRCodes", "Markup"]),
    tests(
      "ListingsTests",
      imports: ["SeededRandom", "Listings", "TextFormats", "VisitModel", "Wording"]),
    tests(
      "SpreadsheetsTests",
      imports: ["SeededRandom", "Spreadsheets", "Listings", "VisitModel", "Wording"],
      exclude: ["Data"]),
    tests(
      "ConsoleTests",
      imports: ["SeededRandom", "Console", "CommunicationPolicy", "VisitModel", "Wording"]),
    tests(
      "CommunicationPolicyTests",
      imports: ["SeededRandom", "CommunicationPolicy", "TextFormats", "VisitModel", "Wording"]),
    // What the product computes cleverly, computed straight from its definition.
    .target(
      name: "Oracles", dependencies: ["ConflictFreeRecords", "Fingerprint", "VisitModel"],
      path: "Tests/Oracles", swiftSettings: strict),
    tests(
      "ConflictFreeRecordsTests",
      imports: ["SeededRandom", "Oracles", "ConflictFreeRecords", "Fingerprint", "VisitModel"]),
    tests(
      "SamplingTests",
      imports: [
        "SeededRandom", "CommunicationPolicy", "ConflictFreeRecords", "Fingerprint", "Sampling",
        "VisitModel", bitSets,
      ]),
    tests("WireFormatTests", imports: ["SeededRandom"] + pureRooms),
    tests(
      "RecordStoreTests",
      imports: ["SeededRandom", "TestSupport", "SQLiteDatabase"] + pureRooms),
    tests("VectorTests", imports: ["SeededRandom", "SQLiteDatabase"] + pureRooms),
    tests("LineEditorTests", imports: ["SeededRandom", "LineEditor", "FieldWork"]),
    tests("KernelKeyringTests", imports: ["KernelKeyring", "FieldWork", "Fingerprint"]),
    tests("CurlTransportTests", imports: ["Loopback", "CurlTransport", "FieldWork", "CZlib"]),
    tests(
      "AdminSocketTests",
      imports: [
        "SeededRandom", "AdminSocket", "LocalMachine", "Console", "TextFormats", "VisitModel",
        "Wording",
      ]),
    tests(
      "ReplicationTests",
      imports: [
        "SeededRandom", "TestSupport", "FieldWork", "OfficeWork", "SQLiteDatabase", "LocalMachine",
        "FieldCommands", "FuzzTargets", arguments,
      ] + pureRooms),
    tests(
      "PortTests",
      imports: [
        "Loopback", "TestSupport", "Simulation", "FieldWork", "OfficeWork", "SyncAPI",
        "OfficePages", "CurlTransport", "KernelKeyring", "LocalMachine", "rounds",
        "rounds-server", hummingbird, nio, logging, lifecycle,
      ] + pureRooms),
    tests(
      "OfficePagesTests",
      imports: [
        "OfficePages", "OfficeWork", "FieldWork", "Spreadsheets", "QRCodes", "RecordSheets",
        "TestSupport", "Markup",
        "rounds-server", hummingbird, httpTypes, nio, logging,
      ] + pureRooms),
    tests(
      "ProgramTests",
      imports: [
        "SeededRandom", "Loopback", "TextFormats", "VisitModel", "FieldWork", "KernelKeyring",
        "Listings", "Spreadsheets", "Wording", "OfficePages", "rounds", "rounds-server",
      ]),
    .target(
      name: "Simulation",
      dependencies: [
        "SeededRandom", "Oracles", "TestSupport", "FieldWork", "OfficeWork", "SQLiteDatabase",
      ] + pureRooms,
      path: "Tests/Simulation", swiftSettings: strict),
    tests("SimulationTests", imports: ["Simulation", "VisitModel"]),
    // `make simulate`
    .executableTarget(
      name: "rounds-simulate",
      dependencies: ["Simulation", "VisitModel", "RecordStore", "SQLiteDatabase"],
      path: "Tests/Simulate",
      swiftSettings: strict,
      linkerSettings: selfContained),
    // `scripts/fuzz`; what it found is played again by every run of the tests.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "TestSupport", "FieldWork", "OfficeWork", "FieldCommands", "OfficeCommands",
        "SQLiteDatabase", arguments,
      ] + pureRooms,
      path: "Tests/FuzzTargets", swiftSettings: strict),
    .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "rounds-fuzz",
      dependencies: ["CFuzzer", "FuzzTargets", "TestSupport", "FieldWork", "OfficeWork"]
        + pureRooms,
      path: "Tests/Fuzz", swiftSettings: strict),
    tests("FuzzTests", imports: ["FuzzTargets", "SeededRandom"], exclude: ["Corpus"]),
    // `make bench`; no product, so that nobody installs it.
    .target(name: "BenchTable", path: "Tests/BenchTable", swiftSettings: strict),
    tests("BenchTableTests", imports: ["BenchTable"]),
    .executableTarget(
      name: "rounds-bench",
      dependencies: [
        "BenchTable", "TestSupport", "OfficeWork", "SQLiteDatabase", "LocalMachine", plainSQLite,
        hummingbird, httpTypes, nio, logging,
      ] + pureRooms,
      path: "Tests/Bench", swiftSettings: strict),
  ]
)
