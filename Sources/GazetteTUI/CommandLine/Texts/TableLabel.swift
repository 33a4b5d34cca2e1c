import GazetteModel
import GazetteText

/// What a table is called where it has to be named.
enum TableLabel {
  /// So many heads of columns say which table it is.
  private static let heads = 3

  static func text(_ table: GazetteModel.Table) -> Phrase {
    if let caption = table.caption { return Messages.table(caption, rows: table.rowCount) }
    let all = table.header.isEmpty ? table.rows.first ?? [] : table.header
    let shown = all.filter { !$0.isEmpty }.prefix(heads).joined(separator: "、")
    return Messages.table(shown + (all.count > heads ? "…" : ""), rows: table.rowCount)
  }
}

extension Node {
  /// `text` behind the printed number, with a blank where the number does not bring its own space.
  func numbered(_ text: String) -> String {
    guard let printed = numbering?.printed, let last = printed.unicodeScalars.last else {
      return text
    }
    let isSpaced = "、）．。".unicodeScalars.contains(last) || text.isEmpty
    return printed + (isSpaced ? "" : " ") + text
  }
}
