import GazetteText

/// What `gazette convert` notes beside a text of how it was read (收录记录), so that the text opens to
/// what its file would.
public struct IntakeRecord: Sendable, Equatable {
  /// Which format the lines were read from.
  public var provenance: Provenance
  /// How many lines the text had.
  public var lineCount: Int
  /// Of each line, the first at 0, its place and form; empty where the format knows no places.
  public var origins: [LineOrigin]
  /// The tables, in order of print.
  public var tables: [PrintedTable]
  /// What the reader of the format is unsure of.
  public var findings: [Finding]

  /// Notes how `printed` was read.
  public init(_ printed: PrintedText) {
    provenance = printed.provenance
    lineCount = printed.source.lineCount
    origins = printed.origins
    tables = printed.tables
    findings = printed.findings
  }

  init(
    provenance: Provenance, lineCount: Int, origins: [LineOrigin], tables: [PrintedTable],
    findings: [Finding]
  ) {
    self.provenance = provenance
    self.lineCount = lineCount
    self.origins = origins
    self.tables = tables
    self.findings = findings
  }

  /// The text with what is known of it.
  ///
  /// People correct the text by hand, inside its lines. Where lines were added or taken away nobody
  /// knows what stands where, and a finding says so.
  public func printedText(of source: SourceText) -> PrintedText {
    guard source.lineCount == lineCount else {
      let finding = Finding(
        kind: .placesOutOfStep, lines: LineRange(1), excerpt: "\(lineCount) → \(source.lineCount)")
      return PrintedText(source: source, provenance: provenance, findings: [finding])
    }
    return PrintedText(
      source: source, provenance: provenance, origins: origins, tables: tables,
      findings: findings.filter { isOpen($0, in: source) })
  }

  /// Whether what a finding is about still stands there: an uncertain word that somebody corrected
  /// is certain.
  private func isOpen(_ finding: Finding, in source: SourceText) -> Bool {
    guard finding.kind == .uncertainRecognition, finding.lines.last <= source.lineCount else {
      return true
    }
    return source.text(ofLine: finding.lines.first).contains(finding.excerpt)
  }
}
