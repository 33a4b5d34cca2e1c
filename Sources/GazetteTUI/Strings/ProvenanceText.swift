import GazetteModel
import GazetteText

/// What an issue was read from, in words: PDF, 96 pages; HTML, GB18030, 12 lines left out.
enum ProvenanceText {
  /// Nil for a text in UTF-8, of which there is nothing to say.
  static func words(of printed: PrintedText) -> Phrase? {
    let provenance = printed.provenance
    let isText = provenance.format == .markdown || provenance.format == .text
    if isText, provenance.encoding == Provenance.text.encoding { return nil }
    var words = name(of: provenance.format)
    // The other formats say themselves how they are encoded, and nobody asks.
    if isText || provenance.format == .html {
      words = Phrase("\(words)，\(provenance.encoding)", "\(words), \(provenance.encoding)")
    }
    if let pages = provenance.pages {
      words = Phrase("\(words)，\(pages)页", "\(words), \(pages) pages")
    }
    if let lines = printed.findings.first(where: { $0.kind == .linesLeftOut })?.count {
      words = Phrase("\(words)，略去\(lines)行", "\(words), \(lines) lines left out")
    }
    return words
  }

  private static func name(of format: SourceFormat) -> Phrase {
    switch format {
    case .markdown, .text: Phrase("文本", "text")
    case .scan: Phrase("扫描件", "scan")
    case .html, .docx, .odt, .epub, .ofd, .pdf, .doc:
      Phrase("\(format.rawValue.uppercased())", "\(format.rawValue.uppercased())")
    }
  }
}
