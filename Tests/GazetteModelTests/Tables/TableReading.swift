import GazetteModel
import GazetteText

/// What a text says of its tables, as lines that are easy to compare.
struct TableReading {
  let issue: GazetteModel.Issue

  init(_ text: String) {
    issue = parse(text)
  }

  /// Every table with the node that it belongs to.
  var tables: [(node: Node, table: Table)] {
    issue.nodes.flatMap { node in node.tables.map { (node, $0) } }
  }

  /// `REF after N: head|head`, then a line for each row.
  var grid: [String] {
    tables.flatMap { node, table in
      ["\(node.reference) after \(table.after): \(table.header.joined(separator: "|"))"]
        + table.rows.map { row in
          row.map { $0.replacing("\n", with: "⏎") }.joined(separator: "|")
        }
    }
  }

  /// `ROW task: role body,body; role body → deadline` for every duty that stands in a table.
  var duties: [String] {
    ResponsibilityReader(issue).responsibilities.filter { $0.form == .tabular }.map { duty in
      let groups = duty.groups.map { group in
        "\(group.role) " + group.bodies.map(\.name).joined(separator: ",")
          + (group.andOthers ? " …" : "")
      }
      let day = duty.deadline.map { " → \($0.iso8601)" } ?? ""
      return "\(duty.row?.row ?? -1) \(duty.text): " + groups.joined(separator: "; ") + day
    }
  }

  /// `ROW.COLUMN text → deadline` for every target that stands in a table.
  var targets: [String] {
    TargetIndex(issue).targets.compactMap { target in
      guard let cell = target.place.cell else { return nil }
      let day = target.deadline.map { " → \($0.iso8601)" } ?? ""
      return "\(cell.row).\(cell.column) \(target.text)\(day)"
    }
  }
}
