import AdminSocket
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

/// Serves laptops, and over TLS or on a loopback address the pages, until it is told to stop; requests
/// under way are finished first.
struct ServeCommand: StandingCommand {
  static var configuration: CommandConfiguration {
    OfficeHelp.configuration("serve", .helpServe, example: "rounds-server serve --port 8080")
  }

  @Option(help: OfficeHelp.text(.helpHost)) var host: String = "127.0.0.1"
  @Option(help: OfficeHelp.text(.helpPort)) var port: Int = 8080
  @Option(help: OfficeHelp.text(.helpName)) var name: [String] = []
  @Option(help: OfficeHelp.text(.helpTLSCertificate)) var tlsCertificate: String?
  @Option(help: OfficeHelp.text(.helpTLSKey)) var tlsKey: String?
  @OptionGroup var common: OfficeOptions

  func stand() async throws {
    guard (0...65_535).contains(port) else {
      throw OfficeFault.wrongUsage(Message(.portRange, ["\(port)"]))
    }
    let home = try OfficeHome(common.data)
    let office = try home.office()
    try office.requireSoundKeyFile()
    let language = Language(
      preference: common.lang, environment: ProcessInfo.processInfo.environment)
    home.tell(language)
    let waiting = try office.read { try office.awaitingConfirmation(on: $0).count }
    if waiting > 0 { OfficeHome.say(Message(.devicesWait, ["\(waiting)"]), language) }
    if !isLoopback, tlsCertificate == nil {
      _ = StandardStream(2).write(Array((Phrase.servingOpenly.text(in: language) + "\n").utf8))
    }
    // Throws away what a server that was killed left there.
    let exports = try ExportDesk(
      LocalExportFiles(folder: home.folder.file(OfficeFolder.exports)))
    let scheme = tlsCertificate == nil ? "http" : "https"
    let shown = shownHost
    var app = Application(
      router: try router(office, exports), server: try server(),
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        // Whoever started the server reads this line and knows that it answers.
        let line = Phrase.serving.text(in: language, ["\(scheme)://\(shown):\(port)/"]) + "\n"
        _ = StandardStream(1).write(Array(line.utf8))
      }, logger: Logger(label: "rounds-server"))
    // Before the line that says that the server answers, so that whoever read it may call.
    let listener = try AdminListener(in: home.directory)
    app.addServices(OfficeClock(office: office), AdminService(home: home, listener: listener))
    app.addServices(MarkClock(keeper: home.marks, office: office), SheetClock(office: office))
    app.addServices(ExportService(office: office, desk: exports))
    do { try await app.runService() } catch let error as IOError {
      throw cannotListen(error)
    } catch let error as SocketAddressError {
      throw cannotListen(error)
    }
    home.keepMark(language)
    withExtendedLifetime(home) {}
  }

  private func cannotListen(_ error: any Error) -> OfficeFault {
    .failed(Message(.cannotListen, [host, "\(port)", "\(error)"]))
  }

  /// As an address names it: one of IPv6 stands in brackets there.
  private var shownHost: String { host.utf8.contains(0x3A) ? "[\(host)]" : host }

  private var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

  private func router(
    _ office: Office, _ exports: ExportDesk
  ) throws -> Router<OfficeRequestContext> {
    let router = Router(context: OfficeRequestContext.self)
    let loopback = HostCheck<OfficeRequestContext>.loopback
    let names = loopback.union(([shownHost] + name).map { $0.lowercased() })
    router.add(middleware: HostCheck(hosts: names))
    SyncRoutes(office).add(to: router)
    // Passwords cross no network in the clear, and no proxy brings a public name in.
    let isTLS = tlsCertificate != nil
    if isTLS || isLoopback {
      let hosts = isTLS ? names : loopback
      try PageRoutes(office, isTLS: isTLS, exports: exports)
        .add(to: router.group().add(middleware: HostCheck(hosts: hosts)))
    }
    return router
  }

  private func server() throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(30)))
    switch (tlsCertificate, tlsKey) {
    case (nil, nil): return plain
    case (let certificate?, let key?):
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: try Self.reading(certificate) {
          try NIOSSLCertificate.fromPEMFile($0).map { .certificate($0) }
        },
        privateKey: try Self.reading(key) {
          .privateKey(try NIOSSLPrivateKey(file: $0, format: .pem))
        })
      // NIO's own default would still speak TLS 1.0.
      tls.minimumTLSVersion = .tlsv12
      return try .tls(plain, tlsConfiguration: tls)
    default: throw OfficeFault.wrongUsage(Message(.tlsBoth, []))
    }
  }

  private static func reading<Content>(
    _ file: String, _ read: (String) throws -> Content
  ) throws -> Content {
    do { return try read(file) } catch let error as NIOSSLError {
      throw OfficeFault.failed(Message(.tlsUnreadable, [file, "\(error)"]))
    }
  }
}
