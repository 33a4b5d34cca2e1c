import GazetteReview
import GazetteText

/// What a team has done, in lines.
enum TeamText {
  /// Who had read what, the columns below each other, then what was left.
  static func lines(of summary: TeamSummary, _ language: Language) -> [String] {
    let heads = TeamMessages.heads.map { $0[language] }
    let rows = summary.lines.map { line in
      [
        line.reader, "\(line.done)/\(line.assigned)", String(line.marked), String(line.flagged),
        String(line.confirmed), String(line.returned),
      ]
    }
    var lines: [String] = []
    if !rows.isEmpty {
      let table = [heads] + rows
      let widths = heads.indices.map { column in
        table.map { DisplayWidth.columns(of: SafeText.line($0[column])) }.max() ?? 0
      }
      for row in table {
        var text = " "
        for (column, cell) in row.enumerated() {
          let cell = SafeText.line(cell)
          let blank = String(
            repeating: " ", count: max(0, widths[column] - DisplayWidth.columns(of: cell)))
          text += " " + (column == 0 ? cell + blank : " " + blank + cell)
        }
        lines.append(text)
      }
    }
    lines.append("  " + TeamMessages.left(summary)[language])
    return lines
  }
}
