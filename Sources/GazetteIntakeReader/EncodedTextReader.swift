import GazetteIntake
import GazetteModel
import GazetteText

/// Reads texts that are not UTF-8: GB18030 with GBK and GB 2312, Big5, UTF-16; a page in UTF-16 is
/// told here.
enum EncodedTextReader {
  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> PrintedText {
    guard let guess = EncodingGuess(bytes) else { throw ReadingFailure(.unknownFormat) }
    guard guess.text.contains(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) else {
      throw ReadingFailure(.noText)
    }
    if FormatDetection.format(of: guess.text) == .html { return try HTMLReader.read(bytes) }
    var printed = PrintedText(
      source: SourceText(bytes: guess.text),
      provenance: Provenance(format: .markdown, encoding: guess.encoding.name))
    if guess.isDoubtful {
      printed.findings.append(
        Finding(kind: .guessedEncoding, lines: LineRange(1), excerpt: guess.encoding.name))
    }
    return printed
  }
}
