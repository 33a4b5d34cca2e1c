import GazetteModel
import GazetteText
import TerminalKit

extension Details {
  /// The most targets and references that are listed of a unit.
  private static let most = 8

  /// What a unit sets and refers to: its targets with the days they are due, its references.
  mutating func addSubstance(of node: Node, in issue: Issue) {
    let range = node.id.index..<node.subtreeEnd
    let isWhole = State.takesAllBelow(node)
    func isOwn(_ other: NodeID) -> Bool {
      isWhole ? range.contains(other.index) : other == node.id
    }
    func isOfRow(_ other: NodeID, _ place: TextPlace) -> Bool {
      guard let row, other == row.node else { return true }
      return place.cell.map { RowPlace(table: $0.table, row: $0.row) } == row.place
    }
    let set = targets?.targets.filter { isOwn($0.node) && isOfRow($0.node, $0.place) } ?? []
    if !set.isEmpty, !isHidden(.targetsTab) {
      addBlank()
      addText(word(.targetsTab), .label)
      for target in set.prefix(Self.most) {
        var text = target.kind == .deadline ? target.text : "\(target.subject) \(target.text)"
        if let day = target.deadline { text += " \(day.iso8601)" }
        addText(text, target.kind == .deadline ? .attribution : .plain, indent: 1)
      }
      addMore(set.count)
    }
    let referred =
      references?.references.filter {
        isOwn($0.node) && isOfRow($0.node, $0.place)
      } ?? []
    if !referred.isEmpty, !isHidden(.references) {
      addBlank()
      addText(word(.references), .label)
      for reference in referred.prefix(Self.most) {
        let place = reference.target.map { " \(issue[$0].reference.text)" } ?? ""
        let relation = RelationText.name(reference.relation(in: issue)).map { $0[language] + " " }
        addText(
          (relation ?? "") + reference.text + place, place.isEmpty ? .muted : .plain, indent: 1)
      }
      addMore(referred.count)
    }
  }

  private mutating func addMore(_ count: Int) {
    guard count > Self.most else { return }
    addText(Message(.moreBelow, String(count - Self.most)).text(language), .muted, indent: 1)
  }
}
