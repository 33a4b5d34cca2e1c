import GazetteModel
import Glibc

extension FormatReader {
  /// The Debian package of the program that reads old formats of offices.
  private static let officePackage = "libreoffice-writer-nogui"
  private static let officeFolders = [
    "/usr/lib/libreoffice/program/", "/opt/libreoffice/program/",
  ]

  /// Reads DOC, WPS and RTF by letting LibreOffice save them as ODT.
  ///
  /// It runs in the fence like everything else, in a folder of its own that holds its profile too,
  /// so that nobody's settings or macros take part.
  func readByOffice(
    _ bytes: [UInt8], _ format: FileFormat
  ) throws(IntakeFailure) -> ReaderAnswer {
    if options.isRestricted { throw .notInRestrictedMode(format.name) }
    let office = try InstalledProgram.path(
      of: "soffice.bin", titled: "LibreOffice", package: Self.officePackage,
      in: options.programFolders ?? Self.officeFolders)
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
    // The first run may do no more than lay out the profile.
    for _ in 0..<2 {
      let pipes = OfficePipes()
      defer { pipes.removeStale() }
      _ = try run(program, on: [], format)
      if folder.bytes(of: "document.odt") != nil { break }
    }
    guard let text = folder.bytes(of: "document.odt") else { throw .damaged(format.name) }
    var answer = try ask(.zip, text, format)
    if case .printed(var printed) = answer {
      printed.provenance.format = .doc
      answer = .printed(printed)
    }
    return answer
  }
}
