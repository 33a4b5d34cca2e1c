import GazetteText

extension Issue {
  /// What `gazette show REF --json` prints: the NODE with the responsibilities of it and what is
  /// below it, and with its printed lines when `includingSource`.
  public func showJSON(
    of id: NodeID, includingSource: Bool, responsibilities: DepartmentIndex
  ) -> JSONValue {
    var members = members(of: id)
    members["responsibilities"] = responsibilities.responsibilitiesJSON(
      in: self, nodes: id.index..<self[id].subtreeEnd)
    if includingSource {
      let lines = self[id].lines
      members["source"] = .array(
        (lines.first...lines.last).map { line in
          ["line": .integer(line), "text": .string(source.text(ofLine: line))]
        })
    }
    return .object(members)
  }

  /// What `gazette show ROW --json` prints: the row with the heads of its columns, its cells and its
  /// responsibilities.
  public func showJSON(of row: NodeRow, responsibilities: DepartmentIndex) -> JSONValue {
    let node = self[row.node]
    let table = node.tables[row.place.table]
    let duties = responsibilities.responsibilities.filter {
      $0.node == row.node && $0.row == row.place
    }
    return [
      "ref": .string(reference(of: row)), "kind": "row", "node": .string(node.reference.text),
      "table": .integer(row.place.table), "row": .integer(row.place.row),
      "header": JSONValue(table.header), "cells": JSONValue(table.rows[row.place.row]),
      "responsibilities": .array(duties.map { $0.json(in: self) }),
    ]
  }
}
