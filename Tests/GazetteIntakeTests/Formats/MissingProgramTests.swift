import Testing

@testable import GazetteIntake

/// Formats that need programs of other packages, where these are not installed.
@Suite struct MissingProgramTests {
  private var reader: FormatReader {
    var options = IntakeOptions()
    options.programFolders = ["/nowhere/"]
    return FormatReader(options: options)
  }

  @Test(arguments: [FileFormat.compound, .rtf])
  func filesOfOldOfficesNameThePackageOfLibreOffice(_ format: FileFormat) {
    #expect(
      throws: IntakeFailure.noProgram("LibreOffice", package: "libreoffice-writer-nogui")
    ) { try reader.read(Array("{\\rtf1}".utf8), as: format) }
  }

  @Test func scansNameThePackagesOfTesseract() {
    #expect(
      throws: IntakeFailure.noProgram(
        "tesseract", package: "tesseract-ocr tesseract-ocr-chi-sim")
    ) { try Recogniser(reader: reader) }
  }
}
