/// Turns the printed text of an issue into its tree. Any text is an issue: what the parser is
/// unsure of it reports as findings.
public enum IssueParser {
  /// Parses a text that is its own printed lines.
  public static func parse(
    _ source: SourceText, manifest: Manifest = .empty, fallbackID: String = "issue"
  ) -> Issue {
    parse(PrintedText(source: source), manifest: manifest, fallbackID: fallbackID)
  }

  /// Parses an issue.
  ///
  /// - Parameters:
  ///   - printed: What was printed, as an intake read it.
  ///   - manifest: What the issue's manifest says beside it.
  ///   - fallbackID: Names the issue when neither the manifest nor the cover does.
  /// - Complexity: Linear in the length of the text.
  public static func parse(
    _ printed: PrintedText, manifest: Manifest = .empty, fallbackID: String = "issue"
  ) -> Issue {
    let corrections = manifest.corrections.sorted { $0.line < $1.line }
    let markup = PrintedLine.read(printed, corrections)
    var layout = IssueLayout(lines: markup.lines, tables: markup.tables, fallbackID: fallbackID)
    layout.identity.apply(manifest.identity)
    layout.readDocuments()

    let assembler = IssueAssembler(
      lines: layout.lines, tables: layout.tables, corrections: corrections,
      drafts: layout.drafts, roots: layout.roots)
    let contents = layout.entries.map { entry in
      ContentsEntry(
        column: entry.column, title: entry.title, page: entry.page,
        document: entry.document.flatMap { assembler.nodeOfDraft[$0] }, lines: entry.lines)
    }
    return Issue(
      identity: layout.identity, contents: contents, nodes: assembler.nodes, printed: printed,
      corrections: corrections,
      structuralFindings: layout.findings + ManifestProofreader.findings(manifest))
  }
}

extension IssueIdentity {
  /// Takes over what a manifest says.
  mutating func apply(_ overrides: IdentityOverrides) {
    id = overrides.id ?? id
    title = overrides.title ?? title
    year = overrides.year ?? year
    number = overrides.number ?? number
    cumulativeNumber = overrides.cumulativeNumber ?? cumulativeNumber
    publicationDate = overrides.publicationDate ?? publicationDate
    sponsor = overrides.sponsor ?? sponsor
    frequency = overrides.frequency ?? frequency
  }
}
