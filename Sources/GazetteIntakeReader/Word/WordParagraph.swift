/// What a paragraph of a Word document says, without what tracked changes delete.
struct WordParagraph {
  /// A reference to a note: where its text stands, and the mark for its place in the line.
  struct Note {
    let kind: String
    let id: String
    let mark: String
  }

  private(set) var properties = WordParagraphProperties()
  /// Its text, parted where the author broke lines.
  private(set) var lines: [String] = [""]
  private(set) var notes: [Note] = []
  /// The contents of text boxes that are anchored here.
  private(set) var boxes: [Int] = []
  private(set) var hasPicture = false
  private(set) var hasFormula = false
  /// How many characters only a font of symbols knows.
  private(set) var symbols = 0
  private(set) var deletions = 0
  /// Where an index, and a raised or lowered run, ends.
  private var raised: (end: Int, tag: String)?

  var isEmpty: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  private static let longestHeading = 120

  init(_ paragraph: Int, in tree: MarkupTree) {
    var index = paragraph + 1
    let end = tree[paragraph].end
    while index < end {
      endRaised(before: index)
      index = read(index, in: tree)
    }
    endRaised(before: end)
  }

  /// The level of the heading that it is; nil for text, however it is styled.
  func isHeading(_ styles: WordStyles) -> Int? {
    let level =
      properties.outline.flatMap { $0 < 9 ? $0 + 1 : nil }
      ?? properties.style.flatMap { styles.heading(of: $0) }
    guard let level, let line = lines.first, line.count <= Self.longestHeading else { return nil }
    return min(level, 6)
  }

  /// Reads the node at `index` and returns where to go on.
  private mutating func read(_ index: Int, in tree: MarkupTree) -> Int {
    let node = tree[index]
    switch node.name {
    case "pPr":
      properties = WordParagraphProperties(index, in: tree)
      return node.end
    case "rPr":
      if isHidden(index, in: tree) { return tree[node.parent].end }
      if let tag = raisedTag(index, in: tree) {
        lines[lines.count - 1] += "<\(tag)>"
        raised = (tree[node.parent].end, tag)
      }
      return node.end
    case "t":
      lines[lines.count - 1] += tree.text(of: index)
      return node.end
    case "tab", "ptab": lines[lines.count - 1] += " "
    case "noBreakHyphen": lines[lines.count - 1] += "-"
    case "br", "cr": if node["type"] == nil || node["type"] == "textWrapping" { lines.append("") }
    case "sym": readSymbol(node)
    case "footnoteReference", "endnoteReference": readNote(node)
    case "del", "moveFrom":
      deletions += 1
      return node.end
    case "delText", "instrText", "Fallback", "annotationRef": return node.end
    case "txbxContent":
      boxes.append(index)
      return node.end
    case "oMath": hasFormula = true
    case "blip", "imagedata": hasPicture = true
    default: break
    }
    return index + 1
  }

  private mutating func endRaised(before index: Int) {
    guard let raised, index >= raised.end else { return }
    lines[lines.count - 1] += "</\(raised.tag)>"
    self.raised = nil
  }

  private func isHidden(_ properties: Int, in tree: MarkupTree) -> Bool {
    guard let vanish = tree.child("vanish", of: properties) else { return false }
    return tree[vanish]["val"] != "0" && tree[vanish]["val"] != "false"
  }

  private func raisedTag(_ properties: Int, in tree: MarkupTree) -> String? {
    // The run of a note's mark is raised by itself.
    let run = tree[properties].parent
    guard run >= 0, !tree.descendants("t", of: run).isEmpty else { return nil }
    switch tree.child("vertAlign", of: properties).flatMap({ tree[$0]["val"] }) {
    case "subscript": return "sub"
    case "superscript": return "sup"
    default: return Self.shifted(properties, in: tree)
    }
  }

  /// What other programs write of an index: a few letters or digits, set lower or higher and smaller.
  private static func shifted(_ properties: Int, in tree: MarkupTree) -> String? {
    guard tree.child("sz", of: properties) != nil,
      let position = tree.child("position", of: properties).flatMap({ tree[$0]["val"] })
        .flatMap({ Int($0) }), position != 0
    else { return nil }
    let text = tree.text(of: tree[properties].parent)
    guard text.utf8.count <= 8, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return position < 0 ? "sub" : "sup"
  }

  private mutating func readSymbol(_ node: MarkupTree.Node) {
    guard let value = node["char"].flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value)
    else {
      symbols += 1
      return
    }
    lines[lines.count - 1].unicodeScalars.append(scalar)
  }

  private mutating func readNote(_ node: MarkupTree.Node) {
    guard let id = node["id"] else { return }
    // No text has these characters; they go when the note has its number.
    let mark = "\u{F0000}\(notes.count)\u{F0001}"
    let kind = node.name == "footnoteReference" ? "footnotes" : "endnotes"
    notes.append(Note(kind: kind, id: id, mark: mark))
    lines[lines.count - 1] += mark
  }
}
