import GazetteModel
import GazetteText

// The printed numbers of clauses and headings, hung before their text.

extension DocumentTypesetter {
  /// A number with the columns of the text behind it.
  struct HangingMarker {
    var fixture: DocumentRow.Fixture
    /// The column of the first row's text.
    var firstColumn: Int
    /// The column of all other rows.
    var column: Int
  }

  /// Finds the widest number of each group.
  mutating func measureMarkers() {
    var documents: [NodeID] = []
    for index in root.index..<issue[root].subtreeEnd {
      let node = issue.nodes[index]
      while let last = documents.last, issue[last].subtreeEnd <= index { documents.removeLast() }
      if node.kind.isDocument { documents.append(node.id) }
      guard node.kind == .clause || node.kind == .subclause, let numbering = node.numbering else {
        continue
      }
      let document = (documents.last ?? root).index - root.index
      if markerColumns[document].isEmpty {
        markerColumns[document] = Array(repeating: 0, count: NumberingStyle.allCases.count)
      }
      let widest = markerColumns[document][numbering.style.rawValue]
      markerColumns[document][numbering.style.rawValue] = max(
        widest, columns(of: numbering.printed))
    }
  }

  /// Hangs a number in a column of its own, as wide as the widest of its style.
  ///
  /// - Parameter document: The document whose numbers share the column; nil for a column just for
  ///   this one.
  func hangingMarker(_ numbering: Numbering, in document: NodeID?, base: Int)
    -> HangingMarker
  {
    let own = columns(of: numbering.printed)
    var widest = own
    if let document {
      let columns = markerColumns[document.index - root.index]
      if !columns.isEmpty { widest = max(own, columns[numbering.style.rawValue]) }
      // Behind 1. text stands as far in as the first row of a paragraph: two Han.
      if numbering.style == .arabicDot { widest = max(widest, indent - 1) }
    }
    // 、 and ） bring their own space; 1. and ① need one column; 第一条 is followed by one Han.
    let gap =
      numbering.style <= .article
      ? 2
      : numbering.printed.hasSuffix("、")
        || numbering.printed.hasSuffix("）") ? 0 : 1
    let column = base + widest + gap
    if measure - column < max(10, measure / 2) {
      // Too narrow for a column of numbers: the number runs in.
      return HangingMarker(
        fixture: .init(text: numbering.printed, column: base, role: .number),
        firstColumn: min(base + own + gap, measure - 2), column: base)
    }
    // Arabic numbers stand flush right, so that their points stand below each other.
    let isFlushRight = numbering.style == .arabicDot || numbering.style == .arabicHalfBracket
    return HangingMarker(
      fixture: .init(
        text: numbering.printed, column: base + (isFlushRight ? widest - own : 0), role: .number),
      firstColumn: column, column: column)
  }

  /// The width of a text in columns.
  func columns(of text: String) -> Int {
    DisplayWidth.columns(of: text, ambiguous: options.ambiguous)
  }
}
