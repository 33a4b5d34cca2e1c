import GazetteModel

extension FormatReader {
  /// Reads a PDF with a layer of text.
  func readPDF(_ bytes: [UInt8]) throws(IntakeFailure) -> ReaderAnswer {
    let output = try wordBoxes(of: bytes)
    let answer = try ask(.pages, PageBundle(wordBoxes: output.bytes).bytes, .pdf)
    guard case .printed(var printed) = answer else { return answer }
    printed.findings += Poppler.findings(output.errors)
    return .printed(printed)
  }

  /// What `pdftotext` says of a PDF.
  func wordBoxes(of bytes: [UInt8]) throws(IntakeFailure) -> FencedOutput {
    let output = try run(try Poppler.wordBoxes(), on: bytes, .pdf)
    guard output.status == 0 else {
      throw IntakeFailure(Poppler.problem(output.errors), format: FileFormat.pdf.name)
    }
    return output
  }
}
