import GazetteModel
import Glibc

extension FormatReader {
  /// The Debian package of the program that reads old formats of offices.
  private static let officePackage = "libreoffice-writer-nogui"

  /// Reads DOC, WPS and RTF by letting LibreOffice save them as ODT.
  ///
  /// It runs in the fence like everything else, in a folder of its own that holds its profile too,
  /// so that nobody's settings or macros take part.
  func readByOffice(
    _ bytes: [UInt8], _ format: FileFormat
  ) throws(IntakeFailure) -> ReaderAnswer {
    if options.isRestricted { throw .notInRestrictedMode(format.name) }
    let office = try InstalledProgram.path(of: "soffice", package: Self.officePackage)
    guard let folder = WorkFolder() else { throw .cannotStart(errno) }
    defer { folder.remove() }
    guard folder.write(bytes, as: "document") else { throw .cannotStart(errno) }
    var limits = FenceLimits(seconds: 120)
    limits.memory = 8 << 30
    limits.openFiles = 1024
    var program = FencedProgram(
      path: office,
      arguments: [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
        "--nologo", "--writer", "--convert-to", "odt", "--outdir", folder.path,
        folder.path + "/document",
      ],
      environment: ["HOME=\(folder.path)", "TMPDIR=\(folder.path)", "PATH=/usr/bin:/bin"],
      folder: folder.path, limits: limits)
    program.hasLocalSockets = true
    let output = try run(program, on: [], format)
    guard output.status == 0, let text = folder.bytes(of: "document.odt") else {
      throw .damaged(format.name)
    }
    var answer = try ask(.zip, text, format)
    if case .printed(var printed) = answer {
      printed.provenance.format = .doc
      answer = .printed(printed)
    }
    return answer
  }
}
