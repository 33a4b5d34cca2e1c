import GazetteIntake
import GazetteModel

/// Reads what `pdftotext` and a recogniser say of the pages of a file.
enum PagesReader {
  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> PrintedText {
    let pages: [PlacedPage]
    do throws(BadAnswer) {
      pages = try PageBundle(bytes: bytes).pages
    } catch {
      throw ReadingFailure(.damaged)
    }
    let reading = PageReading(pages)
    guard reading.hasText else { throw ReadingFailure(.noTextLayer(pages: pages.count)) }
    return reading.printedText(Provenance(format: .pdf, pages: pages.count))
  }
}
