import GazetteIntake
import GazetteModel
import GazetteText

/// The parts of a Word document.
struct WordDocument {
  static let mainPart = "word/document.xml"
  private static let notesParts = [
    "footnotes": "word/footnotes.xml", "endnotes": "word/endnotes.xml",
  ]

  let body: MarkupTree
  var numbering = WordNumbering()
  var styles = WordStyles()
  let notes: [String: MarkupTree]

  init(_ container: Container) throws(ReadingFailure) {
    let parts = try container.files([
      Self.mainPart, "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
      "word/endnotes.xml",
    ])
    guard let main = parts[Self.mainPart] else { throw ReadingFailure(.damaged) }
    body = try MarkupTree(xml: main)
    if let part = parts["word/numbering.xml"] {
      numbering = WordNumbering(try MarkupTree(xml: part))
    }
    if let part = parts["word/styles.xml"] { styles = WordStyles(try MarkupTree(xml: part)) }
    var notes: [String: MarkupTree] = [:]
    for (kind, name) in Self.notesParts {
      if let part = parts[name] { notes[kind] = try MarkupTree(xml: part) }
    }
    self.notes = notes
  }
}

/// Reads DOCX: paragraphs with their automatic numbers, tables, notes behind their paragraphs.
struct WordReader {
  private var document: WordDocument
  private var builder = PrintedTextBuilder()
  private var noteCount = 0
  private var deleted = 0

  static func read(_ container: Container) throws(ReadingFailure) -> PrintedText {
    var reader = WordReader(document: try WordDocument(container))
    reader.readBody()
    return try reader.builder.printed(Provenance(format: .docx))
  }

  private init(document: WordDocument) {
    self.document = document
  }

  private mutating func readBody() {
    let tree = document.body
    guard let body = tree.descendants("body", of: -1).first else { return }
    var index = body + 1
    while index < tree[body].end {
      switch tree[index].name {
      case "p":
        addParagraph(index)
        index = tree[index].end
      case "tbl":
        addTable(index)
        index = tree[index].end
      case "del", "moveFrom", "sectPr", "Fallback", "sdtPr": index = tree[index].end
      default: index += 1
      }
    }
    if deleted > 0 { builder.find(.deletedText, "", count: deleted, line: 1) }
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ index: Int) {
    let content = WordParagraph(index, in: document.body)
    deleted += content.deletions
    let label = self.label(of: content.properties, isEmpty: content.isEmpty)
    let marks = content.isHeading(document.styles) ?? 0
    for (number, line) in content.lines.enumerated() {
      var text = number == 0 ? Self.joined(label, line) : line
      if marks > 0, number == 0, !text.isEmpty {
        text = String(repeating: "#", count: marks) + " " + text
      }
      builder.add(
        addingNoteMarks(text, content), form: number == 0 && !label.isEmpty ? .begins : .unknown)
    }
    if content.hasPicture {
      builder.add("〔图〕")
      builder.find(.picture, "〔图〕")
    }
    if content.hasFormula { builder.find(.formula, content.lines.first ?? "") }
    if content.symbols > 0 {
      builder.find(.unmappedCharacters, content.lines.first ?? "", count: content.symbols)
    }
    addNotes(content)
    for box in content.boxes { addBox(box) }
  }

  /// What stands before a paragraph that a list numbers.
  private mutating func label(of properties: WordParagraphProperties, isEmpty: Bool) -> String {
    if let list = properties.list {
      guard list != "0" else { return "" }
      let level =
        properties.level
        ?? properties.style.flatMap { document.numbering.level(ofStyle: $0, list: list) } ?? 0
      return document.numbering.label(list: list, level: level)
    }
    guard let style = properties.style, let own = document.styles.list(of: style) else { return "" }
    let level =
      properties.level ?? own.level
      ?? document.numbering.level(ofStyle: own.style, list: own.list) ?? 0
    return document.numbering.label(list: own.list, level: level)
  }

  /// A label and what it numbers; behind an Arabic number with a point stands a blank.
  private static func joined(_ label: String, _ text: String) -> String {
    guard let last = label.unicodeScalars.last else { return text }
    return label + (last.value < 0x80 ? " " : "") + text
  }

  // MARK: Notes and boxes

  /// A note's mark is numbered in the order of print.
  private func addingNoteMarks(_ text: String, _ content: WordParagraph) -> String {
    var text = text
    for (number, note) in content.notes.enumerated() {
      text = text.replacing(note.mark, with: "<sup>\(noteCount + number + 1)</sup>")
    }
    return text
  }

  private mutating func addNotes(_ content: WordParagraph) {
    for note in content.notes {
      noteCount += 1
      guard let tree = document.notes[note.kind] else { continue }
      let name = note.kind == "footnotes" ? "footnote" : "endnote"
      guard let index = tree.descendants(name, of: -1).first(where: { tree[$0]["id"] == note.id })
      else { continue }
      let text = tree.descendants("p", of: index)
        .flatMap { WordParagraph($0, in: tree).lines }.joined(separator: " ")
      builder.add("注\(noteCount)：" + PrintedTextBuilder.tidied(text))
    }
  }

  private mutating func addBox(_ box: Int) {
    let tree = document.body
    for paragraph in tree.descendants("p", of: box) {
      for line in WordParagraph(paragraph, in: tree).lines { builder.add(line) }
    }
  }

  // MARK: Tables

  private mutating func addTable(_ table: Int) {
    let tree = document.body
    let rows = tree.children(of: table).filter { tree[$0].name == "tr" && !isDeleted($0) }
    let described = rows.map { row in cells(of: row) }
    if described.allSatisfy({ $0.count <= 1 }) {
      // A frame around paragraphs.
      for paragraph in tree.descendants("p", of: table) { addParagraph(paragraph) }
      return
    }
    let grid = TableGrid(WordDocumentTable.merged(described))
    builder.add(grid.rows, headRows: grid.headRows)
    if grid.isCut { builder.find(.partNotRead, grid.rows.first?.first ?? "") }
  }

  private func isDeleted(_ row: Int) -> Bool {
    guard let properties = document.body.child("trPr", of: row) else { return false }
    return document.body.child("del", of: properties) != nil
  }

  private mutating func cells(of row: Int) -> [WordDocumentTable.Cell] {
    let tree = document.body
    var isHead = false
    var result: [WordDocumentTable.Cell] = []
    if let properties = tree.child("trPr", of: row) {
      isHead = tree.child("tblHeader", of: properties) != nil
      let before = tree.child("gridBefore", of: properties).flatMap { tree[$0]["val"] }
      if let count = before.flatMap({ Int($0) }), count > 0 {
        result.append(WordDocumentTable.Cell(text: "", columns: count))
      }
    }
    var index = row + 1
    while index < tree[row].end {
      guard tree[index].name == "tc" else {
        index += 1
        continue
      }
      var cell = WordDocumentTable.Cell(text: text(of: index), isHead: isHead)
      if let properties = tree.child("tcPr", of: index) {
        cell.columns =
          tree.child("gridSpan", of: properties).flatMap { tree[$0]["val"] }.flatMap { Int($0) }
          ?? 1
        if let merge = tree.child("vMerge", of: properties) {
          cell.goesOn = tree[merge]["val"] != "restart"
        }
      }
      result.append(cell)
      index = tree[index].end
    }
    return result
  }

  private mutating func text(of cell: Int) -> String {
    let tree = document.body
    var lines: [String] = []
    var index = cell + 1
    while index < tree[cell].end {
      guard tree[index].name == "p" else {
        index += 1
        continue
      }
      let content = WordParagraph(index, in: tree)
      deleted += content.deletions
      let label = self.label(of: content.properties, isEmpty: content.isEmpty)
      for (number, line) in content.lines.enumerated() {
        lines.append(number == 0 ? Self.joined(label, line) : line)
      }
      if content.hasPicture { lines.append("〔图〕") }
      index = tree[index].end
    }
    return lines.joined(separator: "\n")
  }
}
