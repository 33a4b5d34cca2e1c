import GazetteDifference
import GazetteModel
import GazetteText
import TerminalKit

/// Two documents compared, over the whole screen.
enum ComparisonView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let compared = state.compared else { return }
    let rows = layouts.comparison.rows(of: compared, for: state)
    drawBar(state, compared, rows, layouts, in: &frame)
    for line in 0..<state.comparisonRows where rows.rows.indices.contains(compared.top + line) {
      let row = rows.rows[compared.top + line]
      let isCurrent = row.change != nil && row.change == compared.change
      if let sign = row.sign, sign != .same {
        frame.write(
          DifferenceWord.letter(sign)[state.settings.language],
          at: Position(row: line + 1, column: 0),
          style: Style(isCurrent ? .current : role(of: sign)))
      } else if isCurrent {
        frame.write("|", at: Position(row: line + 1, column: 0), style: Style(.current))
      }
      write(row.left, at: Position(row: line + 1, column: ComparisonRows.signColumns), in: &frame)
      guard rows.rightColumns > 0 else { continue }
      let middle = ComparisonRows.signColumns + rows.leftColumns
      frame.write("|", at: Position(row: line + 1, column: middle + 1), style: Style(.border))
      write(row.right, at: Position(row: line + 1, column: middle + ComparisonRows.gap), in: &frame)
    }
    frame.cursor = nil
  }

  private static func write(
    _ pieces: [ComparisonRows.Piece], at start: Position, in frame: inout Frame
  ) {
    var column = start.column
    for piece in pieces {
      column += frame.write(
        piece.text, at: Position(row: start.row, column: column), style: Style(piece.role))
    }
  }

  /// The bar: what is compared, how much of each kind changed, and which change one stands on.
  private static func drawBar(
    _ state: State, _ compared: ComparedDocuments, _ rows: ComparisonRows, _ layouts: LayoutCache,
    in frame: inout Frame
  ) {
    let language = state.settings.language
    let difference = layouts.comparison.difference(
      from: compared.old, to: compared.new, in: state.library)
    frame.fill(
      Rect(column: 0, row: 0, columns: state.size.columns, rows: 1), style: Style(.activeBar))
    let counts = [Difference.Kind.changed, .added, .removed, .moved].compactMap { kind in
      let count = difference.count(of: kind)
      return count > 0 ? "\(DifferenceWord.kind(kind)[language]) \(count)" : nil
    }
    var tail = counts.joined(separator: " ")
    if counts.isEmpty { tail = Strings.text(.nothingChanged, language) }
    if !rows.changes.isEmpty {
      tail += "  \(compared.change.map { String($0 + 1) } ?? "–")/\(rows.changes.count)"
    }
    let tailColumns = DisplayWidth.columns(of: tail, ambiguous: frame.ambiguous)
    let room = max(0, state.size.columns - tailColumns - 6)
    var head = Strings.text(.comparison, language) + "  "
    let names = "\(name(of: compared.old, state)) → \(name(of: compared.new, state))"
    // Where not both titles fit, that of the new text says what is compared.
    let fits = DisplayWidth.columns(of: head + names, ambiguous: frame.ambiguous) <= room
    head += fits ? names : "\(place(of: compared.old, state)) → \(name(of: compared.new, state))"
    frame.write(
      DisplayWidth.truncated(head, to: room, ambiguous: frame.ambiguous),
      at: Position(row: 0, column: 2), style: Style(.activeBar))
    frame.write(
      tail, at: Position(row: 0, column: max(0, state.size.columns - tailColumns - 2)),
      style: Style(.activeBar))
  }

  private static func name(of address: NodeAddress, _ state: State) -> String {
    let title = state.library[address.issue][address.node].title ?? ""
    return "\(place(of: address, state)) \(title)"
  }

  private static func place(of address: NodeAddress, _ state: State) -> String {
    let issue = state.library[address.issue]
    let reference = issue[address.node].reference.text
    return state.library.issues.count > 1
      ? "\(state.library.printedID(of: address.issue)):\(reference)" : reference
  }

  private static func role(of kind: Difference.Kind) -> StyleRole {
    switch kind {
    case .same: .plain
    case .changed: .key
    case .added: .inserted
    case .removed: .removed
    case .moved: .corrected
    }
  }
}
