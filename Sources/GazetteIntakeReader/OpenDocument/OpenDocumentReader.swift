import GazetteIntake
import GazetteModel

/// Reads ODT: paragraphs with their automatic numbers, tables, notes behind their paragraphs.
struct OpenDocumentReader {
  static let content = "content.xml"
  private static let styles = "styles.xml"
  /// Cells and rows that a file only counts are repeated so often at most.
  private static let mostRepeats = 200

  private let tree: MarkupTree
  private var lists = OpenDocumentLists()
  private var raised = RaisedStyles()
  private var builder = PrintedTextBuilder()
  private var noteCount = 0
  /// The lists that are open, the outermost first.
  private var open: [(end: Int, style: String)] = []
  /// What stands before the next paragraph.
  private var label = ""
  private var continued: [String: String] = [:]

  static func read(_ container: Container) throws(ReadingFailure) -> PrintedText {
    let parts = try container.files([content, styles])
    guard let main = parts[content] else { throw ReadingFailure(.damaged) }
    var reader = OpenDocumentReader(tree: try MarkupTree(xml: main))
    if let part = parts[styles] { reader.takeStyles(try MarkupTree(xml: part)) }
    reader.takeStyles(reader.tree)
    reader.readBody()
    return try reader.builder.printed(Provenance(format: .odt))
  }

  private init(tree: MarkupTree) {
    self.tree = tree
  }

  private mutating func takeStyles(_ part: MarkupTree) {
    lists.take(part)
    raised.take(part)
  }

  private mutating func readBody() {
    guard
      let body = tree.descendants("text", of: -1).first(where: {
        tree[tree[$0].parent].name == "body"
      })
    else { return }
    var index = body + 1
    while index < tree[body].end {
      while let last = open.last, index >= last.end { open.removeLast() }
      switch tree[index].name {
      case "p", "h":
        addParagraph(index)
        index = tree[index].end
      case "table":
        addTable(index)
        index = tree[index].end
      case "list":
        beginList(index)
        index += 1
      case "list-item":
        if let list = open.last {
          label = lists.label(
            style: list.style, depth: open.count,
            start: tree[index]["start-value"].flatMap { Int($0) })
        }
        index += 1
      case "tracked-changes", "forms", "sequence-decls", "annotation": index = tree[index].end
      default: index += 1
      }
    }
  }

  private mutating func beginList(_ index: Int) {
    let node = tree[index]
    let style = node["style-name"] ?? open.last?.style ?? ""
    let goesOn = node["continue-numbering"] == "true" || node["continue-list"] != nil
    if open.isEmpty, !goesOn { lists.begin(style) }
    open.append((node.end, style))
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ index: Int) {
    let content = OpenDocumentParagraph(index, in: tree, raised: raised)
    let label = self.label
    self.label = ""
    let level = tree[index].name == "h" ? tree[index]["outline-level"].flatMap { Int($0) } ?? 1 : 0
    for (number, line) in content.lines.enumerated() {
      var text = line
      if number == 0, let last = label.unicodeScalars.last {
        text = label + (last.value < 0x80 ? " " : "") + line
      }
      for (position, note) in content.notes.enumerated() {
        text = text.replacing(note.mark, with: "<sup>\(noteCount + position + 1)</sup>")
      }
      if level > 0, number == 0, !text.isEmpty, text.count <= 120 {
        text = String(repeating: "#", count: min(6, level)) + " " + text
      }
      builder.add(text, form: number == 0 && !label.isEmpty ? .begins : .unknown)
    }
    if content.hasPicture {
      builder.add("〔图〕")
      builder.find(.picture, "〔图〕")
    }
    if content.hasFormula { builder.find(.formula, content.lines.first ?? "") }
    for note in content.notes {
      noteCount += 1
      let text = tree.descendants("p", of: note.index)
        .flatMap { OpenDocumentParagraph($0, in: tree, raised: raised).lines }.joined(
          separator: " ")
      builder.add("注\(noteCount)：" + PrintedTextBuilder.tidied(text))
    }
    for box in content.boxes {
      for paragraph in tree.descendants("p", of: box) {
        for line in OpenDocumentParagraph(paragraph, in: tree, raised: raised).lines {
          builder.add(line)
        }
      }
    }
  }

  // MARK: Tables

  private mutating func addTable(_ table: Int) {
    var rows: [[TableGrid.Cell]] = []
    var index = table + 1
    while index < tree[table].end {
      if tree[index].name == "table-row" {
        let isHead = tree[tree[index].parent].name == "table-header-rows"
        let cells = cells(of: index, isHead: isHead)
        let repeats = repeats(index, "number-rows-repeated")
        for _ in 0..<repeats { rows.append(cells) }
        index = tree[index].end
      } else {
        index += 1
      }
    }
    if rows.allSatisfy({ $0.count <= 1 }) {
      for paragraph in tree.descendants("p", of: table) { addParagraph(paragraph) }
      return
    }
    let grid = TableGrid(rows)
    builder.add(grid.rows, headRows: grid.headRows)
    if grid.isCut { builder.find(.partNotRead, grid.rows.first?.first ?? "") }
  }

  private mutating func cells(of row: Int, isHead: Bool) -> [TableGrid.Cell] {
    var result: [TableGrid.Cell] = []
    for child in tree.children(of: row) where tree[child].name == "table-cell" {
      let node = tree[child]
      let cell = TableGrid.Cell(
        text: text(of: child),
        columns: node["number-columns-spanned"].flatMap { Int($0) } ?? 1,
        rows: node["number-rows-spanned"].flatMap { Int($0) } ?? 1, isHead: isHead)
      for _ in 0..<repeats(child, "number-columns-repeated") { result.append(cell) }
    }
    return result
  }

  private func repeats(_ index: Int, _ attribute: String) -> Int {
    min(max(1, tree[index][attribute].flatMap { Int($0) } ?? 1), Self.mostRepeats)
  }

  private mutating func text(of cell: Int) -> String {
    var lines: [String] = []
    var index = cell + 1
    var lists: [(end: Int, style: String)] = []
    var label = ""
    while index < tree[cell].end {
      while let last = lists.last, index >= last.end { lists.removeLast() }
      let node = tree[index]
      switch node.name {
      case "list":
        let style = node["style-name"] ?? lists.last?.style ?? ""
        if lists.isEmpty { self.lists.begin(style) }
        lists.append((node.end, style))
      case "list-item":
        if let list = lists.last {
          label = self.lists.label(
            style: list.style, depth: lists.count, start: node["start-value"].flatMap { Int($0) })
        }
      case "p", "h":
        let content = OpenDocumentParagraph(index, in: tree, raised: raised)
        for (number, line) in content.lines.enumerated() {
          lines.append(number == 0 ? label + line : line)
        }
        label = ""
        index = node.end
        continue
      default: break
      }
      index += 1
    }
    return lines.joined(separator: "\n")
  }
}
