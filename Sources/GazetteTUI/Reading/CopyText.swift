import GazetteExport
import GazetteModel
import GazetteText
import TerminalKit

/// What of a unit is copied: logical paragraphs, never screen rows, and with marks for what is
/// hidden, which could command a program that it is pasted into.
enum CopyText {
  /// The most bytes that are sent to a clipboard: terminals take about 100,000 in Base64.
  static let limit = 74_000

  /// The unit with its number; of a clause everything below it too.
  static func text(of id: NodeID, in issue: Issue) -> String {
    let node = issue[id]
    let isWhole = [.clause, .subclause, .text].contains(node.kind)
    let nodes = isWhole ? issue.nodes[id.index..<node.subtreeEnd] : issue.nodes[id.index...id.index]
    return SafeText.lines(nodes.flatMap(paragraphs).joined(separator: "\n"))
  }

  private static func paragraphs(of node: Node) -> [String] {
    let opening = node.textLines.first
    let repeatsTitle = node.title.map { opening?.hasPrefix($0) ?? false } ?? (opening != nil)
    let number = node.numbering.map { $0.printed + (node.numberNeedsSpace ? " " : "") } ?? ""
    var result = node.textLines
    if repeatsTitle, !result.isEmpty {
      result[0] = number + result[0]
    } else if let label = node.label {
      result.insert(label, at: 0)
    }
    return result
  }

  /// How the unit is cited in official documents.
  static func citation(of id: NodeID, in issue: Issue) -> String {
    Citation(of: id, in: issue).text(.gongwen)
  }

  /// The reference; with its issue where several are open.
  static func reference(of id: NodeID, in issue: IssueID, of library: Library) -> String {
    let reference = library[issue][id].reference.text
    guard library.issues.count > 1 else { return reference }
    return "\(library.printedID(of: issue)):\(reference)"
  }
}

extension State {
  /// What is copied and cited: the units that are selected, else what is highlighted.
  func copiedNodes(_ layouts: LayoutCache) -> Highlight {
    guard let selection = selectedUnits(layouts) else { return highlight(layouts) }
    return Highlight(issue: selection.issue, nodes: selection.units)
  }

  /// The pieces that a row of a table is copied in; nil where none is highlighted.
  private func rowPieces(_ part: CopyPart, _ layouts: LayoutCache) -> [String]? {
    guard let key = rowTarget(layouts), let row = layouts.scope(of: issue).row(of: key) else {
      return nil
    }
    switch part {
    case .unit: return library[issue].textLines(of: row).map(SafeText.lines)
    case .reference:
      let reference = library[issue].reference(of: row)
      return [
        library.issues.count > 1 ? "\(library.printedID(of: issue)):\(reference)" : reference
      ]
    case .citation: return nil
    }
  }

  /// Copies what is selected or highlighted.
  mutating func copy(_ part: CopyPart, _ layouts: LayoutCache) -> [Effect] {
    if let pieces = rowPieces(part, layouts) { return copy(pieces.joined(separator: "\n")) }
    let highlight = copiedNodes(layouts)
    let opened = library[highlight.issue]
    var pieces = highlight.nodes.map { node in
      switch part {
      case .unit: CopyText.text(of: node, in: opened)
      case .citation: CopyText.citation(of: node, in: opened)
      case .reference: CopyText.reference(of: node, in: highlight.issue, of: library)
      }
    }
    // A row without a node has only its name.
    if pieces.isEmpty, part == .unit, let name = highlight.name { pieces = [SafeText.line(name)] }
    return copy(pieces.joined(separator: "\n"))
  }

  /// Copies a text.
  mutating func copy(_ text: String) -> [Effect] {
    guard !text.isEmpty else {
      message = Message(.nothingToCopy)
      return []
    }
    if text.utf8.count > CopyText.limit {
      showForHand(text, why: .tooLongToCopy)
      return []
    }
    return [.copy(text)]
  }

  /// Says what is known to have become of a text that was to be copied.
  mutating func sayCopied(_ text: String, _ way: CopyWay) {
    let length = String(text.unicodeScalars.count)
    switch way {
    case .sent: message = Message(.copySent, length)
    case .sentLong: message = Message(.copySentLong, length)
    case .sentThroughScreen: message = Message(.copySentThroughScreen, length)
    case .sentToMultiplexer: message = Message(.copySentToTmux, length)
    case .impossible: showForHand(text, why: .cannotCopy)
    }
  }

  private mutating func showForHand(_ text: String, why: StringKey) {
    handCopy = text
    open(.handCopy)
    message = Message(why)
  }
}
