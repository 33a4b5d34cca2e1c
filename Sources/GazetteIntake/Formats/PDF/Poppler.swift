import GazetteModel
import GazetteText

/// The programs of poppler that read PDF, in the fence.
package enum Poppler {
  /// The Debian packages that bring the programs and the character maps for Chinese.
  package static let package = "poppler-utils"

  /// The words of a PDF with their boxes, and what the program complained of.
  package static func wordBoxes() throws(IntakeFailure) -> FencedProgram {
    FencedProgram(
      path: try InstalledProgram.path(of: "pdftotext", package: package),
      arguments: ["-bbox-layout", "-enc", "UTF-8", "-", "-"], limits: FenceLimits(seconds: 120))
  }

  /// One page of a PDF as a picture, so large that its longer side has `dots`.
  package static func picture(ofPage page: Int, dots: Int) throws(IntakeFailure) -> FencedProgram {
    FencedProgram(
      path: try InstalledProgram.path(of: "pdftoppm", package: package),
      arguments: [
        "-f", "\(page)", "-l", "\(page)", "-scale-to", "\(dots)", "-gray", "-png", "-",
      ], limits: FenceLimits(seconds: 120))
  }

  /// So many pages are drawn at most to find their tables.
  package static let mostDrawings = 100

  /// One page of a PDF as a drawing, with its ruled lines.
  package static func drawing(ofPage page: Int) throws(IntakeFailure) -> FencedProgram {
    var limits = FenceLimits(seconds: 30)
    limits.output = 32 << 20
    return FencedProgram(
      path: try InstalledProgram.path(of: "pdftocairo", package: package),
      arguments: ["-svg", "-f", "\(page)", "-l", "\(page)", "-", "-"], limits: limits)
  }

  /// Why there are no words, by what the program says.
  package static func problem(_ errors: [UInt8]) -> ReaderProblem {
    let text = String(decoding: errors, as: UTF8.self)
    return text.contains("Incorrect password") || text.contains("encrypted")
      ? .encrypted : .damaged
  }

  /// What the program complains of although it goes on: characters whose map is missing, and damage.
  package static func findings(_ errors: [UInt8]) -> [Finding] {
    let lines = String(decoding: errors, as: UTF8.self).split(separator: "\n")
    if lines.isEmpty { return [] }
    var findings: [Finding] = []
    if lines.contains(where: { $0.contains("Missing language pack") }) {
      findings.append(
        Finding(kind: .missingCharacterMaps, lines: LineRange(1), excerpt: "poppler-data"))
    }
    let others = lines.filter { !$0.contains("Missing language pack") }
    if let first = others.first {
      findings.append(
        Finding(kind: .readerWarning, lines: LineRange(1), excerpt: String(first.prefix(120))))
    }
    return findings
  }
}
