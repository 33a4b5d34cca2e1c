/// Recognises the characters of scanned pages (文字识别) with tesseract, in the fence.
public struct Recogniser: Sendable {
  /// The Debian packages that bring the program and what it knows of Chinese.
  public static let package = "tesseract-ocr tesseract-ocr-chi-sim"
  /// The longer side of a page's picture in dots: 250 to the inch on A4. Of made scans of 200 dots
  /// fewer characters are lost so than at 300, where a whole line was.
  static let dots = 2924
  /// What the dots are taken for; only how sizes compare matters.
  static let resolution = 250

  let reader: FormatReader
  private let path: String

  /// Finds the program.
  package init(reader: FormatReader) throws(IntakeFailure) {
    self.reader = reader
    path = try InstalledProgram.path(
      of: "tesseract", package: Self.package,
      in: reader.options.programFolders ?? InstalledProgram.folders)
  }

  /// What stands on a page of a PDF.
  func table(ofPage page: Int, in pdf: [UInt8]) throws(IntakeFailure) -> [UInt8] {
    let picture = try reader.run(
      try Poppler.picture(ofPage: page, dots: Self.dots), on: pdf, .pdf)
    guard picture.status == 0, !picture.bytes.isEmpty else {
      throw .damaged(FileFormat.pdf.name)
    }
    return try table(of: picture.bytes)
  }

  /// What stands on a picture, or on the pages of one.
  func table(of picture: [UInt8]) throws(IntakeFailure) -> [UInt8] {
    let program = FencedProgram(
      path: path, arguments: ["stdin", "stdout", "-l", "chi_sim", "tsv"],
      // More threads on one page wait for each other more than they read.
      environment: ["OMP_THREAD_LIMIT=1"], limits: FenceLimits(seconds: 300))
    let output = try reader.run(program, on: picture, .picture)
    if output.status != 0 {
      let errors = String(decoding: output.errors, as: UTF8.self)
      // Its data is a package of its own.
      if errors.contains("chi_sim") { throw .noProgram("tesseract", package: Self.package) }
      throw .damaged(FileFormat.picture.name)
    }
    return output.bytes
  }
}
