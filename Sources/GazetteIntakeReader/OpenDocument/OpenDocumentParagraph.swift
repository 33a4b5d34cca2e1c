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

  init(_ paragraph: Int, in tree: MarkupTree) {
    var index = paragraph + 1
    while index < tree[paragraph].end {
      let node = tree[index]
      var next = index + 1
      if node.isText {
        lines[lines.count - 1] += node.text
      } else {
        switch node.name {
        case "s":
          let count = min(node["c"].flatMap { Int($0) } ?? 1, Self.mostBlanks)
          lines[lines.count - 1] += String(repeating: " ", count: max(0, count))
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
