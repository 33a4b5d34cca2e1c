import GazetteModel
import GazetteText

/// A table as lines of text.
enum TableOutput {
  /// Adds a table: on a terminal as rows and columns, elsewhere a line for each row with what its
  /// columns are called.
  static func write(
    _ table: GazetteModel.Table, _ language: Language, to output: inout TextOutput
  ) {
    output.writeLine("")
    if let caption = table.caption { output.writeParagraph(caption, indent: 4) }
    for row in 0..<table.rowCount {
      output.writeParagraph(table.sentence(ofRow: row), indent: 4, hanging: 6)
    }
    output.writeLine("")
  }
}
