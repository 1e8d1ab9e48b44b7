import ArgumentParser
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import LocalMachine
import Logging
import NIOCore
import NIOSSL
import OfficeCommands
import OfficePages
import OfficeWork
import SyncAPI
import VisitModel
import Wording

/// Serves laptops, and on a loopback address the read-only pages, until it is told to stop; requests
/// under way are finished first.
struct ServeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("serve", .helpServe, example: "rounds-server serve --port 8080")
  }

  @Option(help: OfficeHelp.text(.helpHost)) var host: String = "127.0.0.1"
  @Option(help: OfficeHelp.text(.helpPort)) var port: Int = 8080
  @Option(help: OfficeHelp.text(.helpName)) var name: [String] = []
  @Option(help: OfficeHelp.text(.helpTLSCertificate)) var tlsCertificate: String?
  @Option(help: OfficeHelp.text(.helpTLSKey)) var tlsKey: String?
  @OptionGroup var common: OfficeOptions

  func run() async throws {
    let home = try OfficeHome(common.data)
    let office = try home.office()
    let language = Language(
      preference: common.lang, environment: ProcessInfo.processInfo.environment)
    _ = try office.takeFrames(
      of: LocalTime(office.now, in: office.environment.zone).date.civilMonth)
    let scheme = tlsCertificate == nil ? "http" : "https"
    let shown = host
    let app = Application(
      router: router(office), server: try server(),
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        // Whoever started the server reads this line and knows that it answers.
        let line = Phrase.serving.text(in: language, ["\(scheme)://\(shown):\(port)/"]) + "\n"
        _ = StandardStream(1).write(Array(line.utf8))
      }, logger: Logger(label: "rounds-server"))
    try await app.runService()
    withExtendedLifetime(home) {}
  }

  private var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

  private func router(_ office: Office) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    let names = [host, "127.0.0.1", "localhost", "[::1]"] + name
    router.add(middleware: HostCheck(hosts: Set(names.map { $0.lowercased() })))
    SyncRoutes(office).add(to: router)
    if isLoopback { PageRoutes(office).add(to: router) }
    return router
  }

  private func server() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(30)))
    switch (tlsCertificate, tlsKey) {
    case (nil, nil): return plain
    case (let certificate?, let key?):
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
      // NIO's own default would still speak TLS 1.0.
      tls.minimumTLSVersion = .tlsv12
      return try .tls(plain, tlsConfiguration: tls)
    default: throw OfficeFault.wrongUsage(Message(.tlsBoth, []))
    }
  }
}
