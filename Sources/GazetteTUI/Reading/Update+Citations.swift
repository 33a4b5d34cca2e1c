import GazetteExport
import GazetteModel
import GazetteText
import TerminalKit

extension CitationChoice {
  /// The ways to cite units of an issue.
  init(of nodes: [NodeID], in issue: Issue, subject: String) {
    self.subject = subject
    let citations = nodes.map { Citation(of: $0, in: issue) }
    ways = [
      Way(name: .citeOfficial, text: Citation.text(of: citations, .gongwen)),
      Way(name: .citeStandard, text: Citation.text(of: citations, .gbt7714)),
      Way(
        name: .citeWords,
        text: nodes.map { CopyText.quotation(of: $0, in: issue) }.joined(separator: "\n")),
    ]
  }
}

extension CopyText {
  /// The words of a unit in quotation marks, with their source in brackets. Quotation marks inside
  /// are single ones (GB/T 15834—2011, 4.8.3.3).
  static func quotation(of id: NodeID, in issue: Issue) -> String {
    let words = text(of: id, in: issue).replacing("“", with: "‘").replacing("”", with: "’")
    let source = citation(of: id, in: issue)
    return words.isEmpty ? source : "“\(words)”（\(source)）"
  }
}

extension State {
  /// Shows the ways to cite what is selected or highlighted.
  mutating func openCitations(_ layouts: LayoutCache) {
    let highlight = copiedNodes(layouts)
    guard let first = highlight.nodes.first else {
      message = Message(.nothingToCopy)
      return
    }
    let reference = CopyText.reference(of: first, in: highlight.issue, of: library)
    let subject =
      highlight.nodes.count == 1
      ? reference
      : Message(.selectedUnits, String(highlight.nodes.count)).text(settings.language)
    citing = CitationChoice(
      of: highlight.nodes, in: library[highlight.issue], subject: subject)
    makeRoomForBox(rows: boxRows(layouts), layouts)
    open(.citing)
  }

  mutating func moveInCitations(_ motion: Motion, count: Int?) {
    var cursor = ListCursor(row: citing.selected, count: citing.ways.count, page: 1)
    guard let target = cursor.target(of: motion, times: count) else { return }
    message = cursor.move(to: target)
    citing.selected = cursor.row
  }

  /// Copies the selected way, or the one at a place.
  mutating func chooseCitation(_ place: Int?) -> [Effect] {
    let place = place ?? citing.selected
    close()
    guard citing.ways.indices.contains(place) else { return [] }
    return copy(citing.ways[place].text)
  }
}
