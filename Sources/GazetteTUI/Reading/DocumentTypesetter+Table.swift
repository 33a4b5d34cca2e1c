import GazetteModel
import GazetteText

extension DocumentTypesetter {
  /// Sets a table of a node, with its left edge in a column.
  mutating func setTable(_ index: Int, of node: Node, column: Int) {
    let table = node.tables[index]
    for row in 0..<table.rowCount {
      setText(
        [Unicode.Scalar](table.sentence(ofRow: row)), node: node,
        part: .row(RowPlace(table: index, row: row)), block: .paragraph, firstColumn: column,
        column: column + 2)
    }
  }
}
