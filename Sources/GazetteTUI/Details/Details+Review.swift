import GazetteModel
import GazetteReview
import GazetteText

// What reviewers say of the place being read.

extension Details {
  /// Adds the reviewer's own mark, and how many others have one.
  mutating func addReview(
    _ cursor: TextPosition, in issue: Issue, _ sheet: ReviewSheet, _ scope: ReviewScope
  ) {
    let above = [cursor.node] + issue.ancestors(of: cursor.node)
    let target = above.first { scope.isUnit($0) } ?? cursor.node
    var marks = sheet.marks(at: target, of: scope)
    if case .row(let place) = cursor.part,
      let key = scope.key(of: NodeRow(node: cursor.node, place: place))
    {
      let own = sheet.marks(at: key)
      if !own.isEmpty { marks = own }
    }
    let team = teamLines(at: target, issue[cursor.node], scope, sheet)
    guard !marks.isEmpty || !team.isEmpty else { return }
    addBlank()
    addText(word(.reviewTab), .label)
    for line in team { addText(line.text, line.role, indent: line.indent) }
    for mark in marks {
      let look = ReviewLook(state: mark.state, isChanged: scope.isChanged(mark))
      let name = mark.state.name(in: language)
      // Who reviews alone waits for nobody.
      let standing =
        self.team.isEmpty
        ? nil : self.team.standing(of: mark, in: scope).name(in: language)
      addText(
        "\(look.symbol) \(name) \(mark.reviewer)" + (standing.map { ": " + $0 } ?? ""), look.role,
        indent: 1)
      if let notice = mark.placement.notice(in: language) {
        addText(notice, .question, indent: 3)
      }
      guard mark.reviewer == sheet.reviewer else { continue }
      if !mark.tags.isEmpty {
        addText(mark.tags.map { "#" + $0 }.joined(separator: " "), .key, indent: 3)
      }
      for line in mark.note.split(separator: "\n") { addText(String(line), .plain, indent: 3) }
    }
  }
}
