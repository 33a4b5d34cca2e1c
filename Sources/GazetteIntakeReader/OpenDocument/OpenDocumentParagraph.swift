/// What a paragraph of an OpenDocument text says.
struct OpenDocumentParagraph {
  /// A note, and the mark for its place in the line.
  struct Note {
    let index: Int
    let mark: String
  }

  /// Its text, parted where the author broke lines.
  private(set) var lines: [String] = [""]
  private(set) var notes: [Note] = []
  private(set) var boxes: [Int] = []
  private(set) var hasPicture = false
  private(set) var hasFormula = false

  /// A run of blanks that a file only counts is so long at most.
  private static let mostBlanks = 100

  /// - Parameter raised: The styles of characters that are raised or lowered.
  init(_ paragraph: Int, in tree: MarkupTree, raised: RaisedStyles) {
    var index = paragraph + 1
    var open: [(end: Int, tag: String)] = []
    func endRaised(before index: Int) {
      while let last = open.last, index >= last.end {
        lines[lines.count - 1] += "</\(last.tag)>"
        open.removeLast()
      }
    }
    defer { endRaised(before: tree[paragraph].end) }
    while index < tree[paragraph].end {
      endRaised(before: index)
      let node = tree[index]
      var next = index + 1
      if node.isText {
        lines[lines.count - 1] += node.text
      } else {
        switch node.name {
        case "s":
          let count = min(node["c"].flatMap { Int($0) } ?? 1, Self.mostBlanks)
          lines[lines.count - 1] += String(repeating: " ", count: max(0, count))
        case "span":
          if open.isEmpty, let tag = raised[node["style-name"]] {
            lines[lines.count - 1] += "<\(tag)>"
            open.append((node.end, tag))
          }
        case "tab": lines[lines.count - 1] += " "
        case "line-break": lines.append("")
        case "note":
          // No text has these characters; they go when the note has its number.
          let mark = "\u{F0000}\(notes.count)\u{F0001}"
          notes.append(Note(index: index, mark: mark))
          lines[lines.count - 1] += mark
          next = node.end
        case "text-box":
          boxes.append(index)
          next = node.end
        case "image": hasPicture = true
        case "object":
          hasFormula = true
          next = node.end
        case "annotation", "ruby-text", "desc", "title", "tracked-changes": next = node.end
        default: break
        }
      }
      index = next
    }
  }
}
