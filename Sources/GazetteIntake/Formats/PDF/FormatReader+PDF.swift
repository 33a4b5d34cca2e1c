import GazetteModel

extension FormatReader {
  /// Reads a PDF with a layer of text.
  func readPDF(_ bytes: [UInt8]) throws(IntakeFailure) -> ReaderAnswer {
    let output = try wordBoxes(of: bytes)
    var bundle = PageBundle(wordBoxes: output.bytes)
    var answer = try ask(.pages, bundle.bytes, .pdf)
    guard case .printed(let first) = answer else { return answer }
    bundle.drawings = try drawings(ofPages: first.pagesWithCells, in: bytes)
    if !bundle.drawings.isEmpty { answer = try ask(.pages, bundle.bytes, .pdf) }
    guard case .printed(var printed) = answer else { return answer }
    printed.findings += Poppler.findings(output.errors)
    return .printed(printed)
  }

  /// What is drawn on pages that may have ruled tables; a page that cannot be drawn has none.
  func drawings(
    ofPages pages: [Int], in bytes: [UInt8]
  ) throws(IntakeFailure) -> [(page: Int, drawing: [UInt8])] {
    var drawings: [(page: Int, drawing: [UInt8])] = []
    for page in pages.prefix(Poppler.mostDrawings) {
      let output = try run(try Poppler.drawing(ofPage: page), on: bytes, .pdf)
      if output.status == 0 { drawings.append((page, output.bytes)) }
    }
    return drawings
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

extension PrintedText {
  /// The pages with lines that wide gaps divide, as they do the rows of a table, by number.
  var pagesWithCells: [Int] {
    var counts: [Int: Int] = [:]
    for (index, origin) in origins.enumerated() where origin.form != .furniture {
      guard let page = origin.page else { continue }
      let gaps = source.text(ofLine: index + 1).unicodeScalars.count { $0 == "\u{3000}" }
      counts[page, default: 0] += min(gaps, 3)
    }
    return counts.filter { $0.value >= 3 }.keys.sorted()
  }
}
