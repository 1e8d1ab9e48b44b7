import Hummingbird
import Listings
import NIOCore
import NIOPosix
import OfficeWork
import TextFormats
import VisitModel
import Wording

/// The bytes of a file of the exports, a piece at a time.
struct FileContent: Sendable {
  let files: any ExportFiles
  let name: String
  let size: Int

  private static let bytesAtOnce = 262_144

  /// Breaks off where the file goes away meanwhile: the length is announced, so that a browser knows that it does not
  /// have all.
  var body: ResponseBody {
    ResponseBody(contentLength: size) { writer in
      var offset = 0
      while offset < size {
        let place = offset
        let piece = try await NIOThreadPool.singleton.runIfActive {
          try files.read(
            name, from: place, count: min(Self.bytesAtOnce, size - place))
        }
        if piece.isEmpty { throw FileIsShorter() }
        try await writer.write(ByteBuffer(bytes: piece))
        offset += piece.count
      }
      try await writer.finish(nil)
    }
  }

  private struct FileIsShorter: Error {}
}

extension PageRoutes {
  /// A finished export, for whoever asked for it, while they still may see what is in it.
  func exportFile(_ asked: PageRequest, _ reader: Reader) async throws -> Response {
    let setting = setting(asked, reader)
    let (desk, now) = (exports, office.now)
    let found = try await NIOThreadPool.singleton.runIfActive { () throws -> Export? in
      _ = try desk.expire(at: now)
      return desk.exports(of: reader.person.id).first { export in
        asked.segments["id"].map { $0.utf8.elementsEqual(export.id.utf8) } ?? false
      }
    }
    guard let found, case .done(let bytes) = found.stage, found.isOpen(to: reader) else {
      return trouble(.pageNotFound, 404, asked, reader)
    }
    let order = found.order
    let months = order.monthsText
    let name = FileName(
      name: setting.say(order.set.phrase) + (months.isEmpty ? "" : " " + months),
      plainName: order.set.rawValue, ending: order.form.rawValue, isSaved: true)
    return response.file(
      name, order.form.contentType,
      FileContent(files: desk.files, name: found.fileName, size: bytes))
  }
}

extension Export {
  /// Whose rights ended since it was made does not get it.
  func isOpen(to reader: Reader) -> Bool {
    owner == reader.person.id && order.set.admits(reader.person.role)
      && sites.allSatisfy { reader.sees($0) }
  }
}
