import GazetteModel
import TerminalKit

/// Sets the rows of a document from top to bottom, in one pass over its nodes.
struct DocumentTypesetter {
  let issue: Issue
  let root: NodeID
  let measure: Int
  let options: DocumentLayoutOptions
  var rows: [DocumentRow] = []
  var firstRows: [Int]
  var lastRows: [Int]
  /// The texts that rows show stretches of.
  var texts: [[Unicode.Scalar]] = []

  /// What was set last.
  private var previous: Block?
  /// The column at which the text of each open node stands, by depth.
  private var innerColumns: [Int] = []
  /// Documents and attachments whose closing lines are still to come, the innermost last.
  private var open: [NodeID] = []
  /// The widest number, in columns, of each style in each document, by the document's distance from
  /// `root`; empty for what is no document.
  ///
  /// The numbers of one style in one document share a column, because 1. 2. 3. often run through
  /// its sections, and their texts should stand below each other.
  var markerColumns: [[Int]]

  init(issue: Issue, root: NodeID, measure: Int, options: DocumentLayoutOptions) {
    self.issue = issue
    self.root = root
    self.measure = measure
    self.options = options
    let count = issue[root].subtreeEnd - root.index
    firstRows = Array(repeating: -1, count: count)
    lastRows = Array(repeating: -1, count: count)
    markerColumns = Array(repeating: [], count: count)
  }

  /// The indent of a paragraph's first row: two Han, where there is room for it.
  var indent: Int { measure >= 24 ? 4 : 2 }

  /// Sets everything.
  mutating func set() {
    if options.isPrinted {
      setPrinted()
    } else {
      measureMarkers()
      for index in root.index..<issue[root].subtreeEnd { set(issue.nodes[index]) }
      while let document = open.popLast() { setClosing(of: issue[document]) }
    }
    if rows.isEmpty { rows.append(DocumentRow(node: root)) }
    completeRowIndex()
  }

  /// The length in scalars of the title sentence that opens the first paragraph of a clause.
  static func titleLength(of node: Node, in text: [Unicode.Scalar]) -> Int? {
    guard node.kind == .clause || node.kind == .subclause, let title = node.title else {
      return nil
    }
    let length = title.unicodeScalars.count
    guard length > 0, text.starts(with: title.unicodeScalars) else { return nil }
    return length < text.count && text[length] == "。" ? length + 1 : length
  }
}

// MARK: - Nodes

extension DocumentTypesetter {
  private mutating func set(_ node: Node) {
    closeDocuments(before: node)
    let base = baseColumn(of: node)
    innerColumns.removeSubrange(min(node.depth - issue[root].depth, innerColumns.count)...)
    innerColumns.append(base)
    switch node.kind {
    case .cover: setCover(node)
    case .contents: setContents(node)
    case .document, .attachment:
      open.append(node.id)
      setOpening(of: node)
      setParagraphs(of: node, from: 0, column: base, block: .paragraph)
    case .part, .chapter, .section, .subsection:
      setHeading(of: node)
      setParagraphs(of: node, from: 0, column: base, block: .paragraph)
    case .clause, .subclause:
      setClause(node, base: base)
    case .text:
      let block: Block = isInsideClause(node) ? .continuation : .paragraph
      if node.title != nil { setHeading(of: node) }
      setParagraphs(of: node, from: 0, column: base, block: block)
    }
  }

  private func isInsideClause(_ node: Node) -> Bool {
    guard let parent = node.parent.map({ issue[$0] }) else { return false }
    return parent.kind == .clause || parent.kind == .subclause
  }

  /// The column of a node's block: that of the text above it inside a clause, the margin elsewhere.
  private func baseColumn(of node: Node) -> Int {
    let above = node.depth - issue[root].depth - 1
    return isInsideClause(node) && innerColumns.indices.contains(above) ? innerColumns[above] : 0
  }

  /// Sets the closing lines of every document that ends before `node`, or whose attachment it is.
  private mutating func closeDocuments(before node: Node) {
    while let last = open.last {
      let hasEnded = issue[last].subtreeEnd <= node.id.index
      guard hasEnded || node.kind == .attachment && node.parent == last else { break }
      open.removeLast()
      setClosing(of: issue[last])
    }
  }

  private mutating func setOpening(of node: Node) {
    let titleBlock: Block = node.kind == .attachment ? .attachmentTitle : .title
    if let title = node.title {
      setCentred(title, node: node, part: .heading, block: titleBlock, role: .title)
    }
    for (index, line) in (node.head?.lines ?? []).enumerated() where !line.role.standsBehindText {
      switch line.role {
      case .title:
        // The whole title is the node's; it is set once.
        if node.title == nil {
          setCentred(line.text, node: node, part: .head(index), block: titleBlock, role: .title)
        }
      case .addressees:
        setText(
          Array(line.text.unicodeScalars), node: node, part: .head(index), block: .addressees,
          firstColumn: 0, column: 0)
      default:
        setCentred(line.text, node: node, part: .head(index), block: .identity, role: .plain)
      }
    }
  }

  private mutating func setParagraphs(of node: Node, from first: Int, column: Int, block: Block) {
    for piece in node.blocks {
      switch piece {
      case .table(let index): setTable(index, of: node, column: column)
      case .paragraph(let index):
        guard index >= first else { continue }
        setText(
          node.paragraphs[index].scalars, node: node, part: .paragraph(index), block: block,
          firstColumn: column + indent, column: column)
      }
    }
  }

  private mutating func setClause(_ node: Node, base: Int) {
    let block: Block = node.kind == .subclause ? .subclause : .clause
    guard let numbering = node.numbering else {
      setParagraphs(of: node, from: 0, column: base, block: block)
      return
    }
    let marker = hangingMarker(numbering, in: open.last ?? root, base: base)
    innerColumns[innerColumns.count - 1] = marker.column
    let part: TextPart = node.paragraphs.isEmpty ? .heading : .paragraph(0)
    setText(
      node.paragraphs.first?.scalars ?? Array((node.title ?? "").unicodeScalars), node: node,
      part: part, block: block,
      firstColumn: marker.firstColumn, column: marker.column,
      role: node.paragraphs.isEmpty ? .heading : .plain, marker: marker.fixture)
    setParagraphs(of: node, from: 1, column: marker.column, block: .continuation)
  }

  private mutating func setHeading(of node: Node) {
    guard node.title != nil || node.numbering != nil else { return }
    let isSmall = node.kind == .subsection
    let isCentred = node.numbering.map { $0.style <= .lawSection } ?? (node.kind == .part)
    var marker: HangingMarker?
    if let numbering = node.numbering {
      marker = hangingMarker(numbering, in: nil, base: 0)
    }
    let text = remember(node.title ?? "")
    let column = marker?.column ?? 0
    var titleRows = TitleBreaking.rows(
      of: text, width: measure - column, ambiguous: options.ambiguous)
    var firstColumn = column
    if let marker, marker.firstColumn != marker.column {
      firstColumn = marker.firstColumn
      titleRows = LineBreaking.rows(
        of: text, firstWidth: measure - firstColumn, restWidth: measure - column,
        ambiguous: options.ambiguous)
    }
    let widest = titleRows.map(\.columns).max() ?? 0
    let shift = isCentred ? max(0, (measure - column - widest) / 2) : 0
    separate(before: isSmall ? .subheading : .heading)
    for (index, row) in titleRows.enumerated() {
      var fixture = index == 0 ? marker?.fixture : nil
      fixture?.column += shift
      fixture?.role = .heading
      append(
        DocumentRow(
          node: node.id, part: .heading, range: row.range,
          column: (index == 0 ? firstColumn : column) + shift, columns: row.columns, role: .heading,
          marker: fixture))
    }
  }
}

// MARK: - Rows

extension DocumentTypesetter {
  /// Keeps the scalars of a text for painting and measuring; rows appended next show them.
  mutating func remember(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    texts.append(scalars)
    return scalars
  }

  /// Sets running text.
  mutating func setText(
    _ scalars: [Unicode.Scalar], node: Node, part: TextPart, block: Block, firstColumn: Int,
    column: Int, role: StyleRole = .plain, marker: DocumentRow.Fixture? = nil
  ) {
    texts.append(scalars)
    separate(before: block)
    let set = LineBreaking.rows(
      of: scalars, firstWidth: measure - firstColumn, restWidth: measure - column,
      ambiguous: options.ambiguous)
    for (index, row) in set.enumerated() {
      append(
        DocumentRow(
          node: node.id, part: part, range: row.range, column: index == 0 ? firstColumn : column,
          columns: row.columns, role: role, marker: index == 0 ? marker : nil))
    }
  }

  /// Sets a title or another short text in balanced, centred rows.
  ///
  /// - Parameter block: What it is; nil where the caller has left the space.
  mutating func setCentred(
    _ text: String, node: Node, part: TextPart, block: Block?, role: StyleRole
  ) {
    let scalars = remember(text)
    if let block { separate(before: block) }
    let width = measure >= 48 ? measure - 8 : measure
    for row in TitleBreaking.rows(of: scalars, width: width, ambiguous: options.ambiguous) {
      append(
        DocumentRow(
          node: node.id, part: part, range: row.range, column: (measure - row.columns) / 2,
          columns: row.columns, role: role))
    }
  }

  /// Leaves the blank rows that belong between what was set last and `block`.
  mutating func separate(before block: Block) {
    blank(Block.gap(after: previous, before: block))
    previous = block
  }

  /// Leaves blank rows, never at the top.
  mutating func blank(_ count: Int) {
    guard let last = rows.last else { return }
    for _ in 0..<count { rows.append(DocumentRow(node: last.node)) }
  }

  /// Adds a row that shows a stretch of the text with that number, or of the last one.
  mutating func append(_ row: DocumentRow, text: Int? = nil) {
    var row = row
    row.text = text ?? texts.count - 1
    let index = row.node.index - root.index
    if firstRows[index] < 0 { firstRows[index] = rows.count }
    lastRows[index] = rows.count
    rows.append(row)
  }

  /// Gives nodes without rows the place of what follows, and every node the end of what it holds.
  private mutating func completeRowIndex() {
    var next = rows.count - 1
    for index in firstRows.indices.reversed() {
      if firstRows[index] < 0 { firstRows[index] = next }
      // A document without a title may have nothing of its own but what stands behind its text.
      let holdsMore = issue.nodes[root.index + index].subtreeEnd > root.index + index + 1
      if holdsMore { firstRows[index] = min(firstRows[index], next) }
      next = firstRows[index]
      guard lastRows[index] >= 0 else {
        lastRows[index] = firstRows[index]
        continue
      }
      if let parent = issue.nodes[root.index + index].parent {
        let above = parent.index - root.index
        lastRows[above] = max(lastRows[above], lastRows[index])
      }
    }
  }
}
