/// The lines of a part of a page, as a browser would break them between blocks.
struct PageLines {
  /// A line, or a table in its place.
  enum Line {
    case text(String, heading: Int?)
    case table(Int)
    /// A picture that is no ornament.
    case picture(String)
  }

  private let tree: MarkupTree
  private let isSkipped: (Int) -> Bool
  private let isTable: (Int) -> Bool
  private var lines: [Line] = []
  private var text = ""
  /// The elements that are open, the outermost first.
  private var open: [Open] = []

  private struct Open {
    let index: Int
    let isBlock: Bool
    let heading: Int?
    /// Of a numbered list the next number.
    var number: Int?
  }

  /// The lines below an element.
  ///
  /// - Parameters:
  ///   - isSkipped: Which elements are left out with all below them.
  ///   - isTable: Which tables stand in the result as such; of others the cells follow each other.
  static func lines(
    of element: Int, in tree: MarkupTree, isSkipped: @escaping (Int) -> Bool,
    isTable: @escaping (Int) -> Bool
  ) -> [Line] {
    var reader = PageLines(tree: tree, isSkipped: isSkipped, isTable: isTable)
    reader.read(element)
    return reader.lines
  }

  private init(
    tree: MarkupTree, isSkipped: @escaping (Int) -> Bool, isTable: @escaping (Int) -> Bool
  ) {
    self.tree = tree
    self.isSkipped = isSkipped
    self.isTable = isTable
  }

  private mutating func read(_ element: Int) {
    var index = element + 1
    while index < tree[element].end {
      leave(before: index)
      let node = tree[index]
      if node.isText {
        text += isPreformatted ? node.text : Self.collapsed(node.text)
        if isPreformatted, node.text.contains("\n") { flushLines() }
        index += 1
      } else if isSkipped(index) {
        // What is left out parts words as its block does.
        if PageElements.block.contains(node.name) { flush() }
        index = node.end
      } else if node.name == "table", isTable(index) {
        flush()
        lines.append(.table(index))
        index = node.end
      } else {
        enter(index, node)
        index += 1
      }
    }
    leave(before: tree[element].end)
    flush()
  }

  private var isPreformatted: Bool { open.contains { tree[$0.index].name == "pre" } }

  private mutating func enter(_ index: Int, _ node: MarkupTree.Node) {
    let isBlock = PageElements.block.contains(node.name)
    if isBlock { flush() }
    switch node.name {
    case "br": flush()
    case "sub", "sup": text += "<\(node.name)>"
    case "img": picture(node)
    case "li": text += numberOfItem()
    default: break
    }
    open.append(
      Open(
        index: index, isBlock: isBlock, heading: heading(node),
        number: node.name == "ol" ? Int(node["start"] ?? "") ?? 1 : nil))
  }

  private mutating func leave(before index: Int) {
    while let last = open.last, tree[last.index].end <= index {
      let name = tree[last.index].name
      if name == "sub" || name == "sup" { text += "</\(name)>" }
      if name == "td" || name == "th" { text += " " }
      if last.isBlock { flush() }
      open.removeLast()
    }
  }

  private mutating func flush() {
    let line = PrintedTextBuilder.tidied(text)
    text = ""
    guard !line.isEmpty, line != "<sub></sub>", line != "<sup></sup>" else { return }
    lines.append(.text(line, heading: open.last { $0.heading != nil }?.heading))
  }

  /// Ends a line at each line feed of preformatted text.
  private mutating func flushLines() {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    for part in parts {
      text = String(part)
      flush()
    }
  }

  /// The number before an item of a numbered list, which browsers show and the page does not say.
  private mutating func numberOfItem() -> String {
    guard let list = open.lastIndex(where: { $0.number != nil || tree[$0.index].name == "ul" }),
      let number = open[list].number
    else { return "" }
    open[list].number = number + 1
    return "\(number). "
  }

  private mutating func picture(_ node: MarkupTree.Node) {
    // Rulers, bullets and counters are smaller than any text in a picture.
    let sizes = [node["width"], node["height"]].compactMap {
      $0.flatMap { Int($0.filter(\.isNumber)) }
    }
    if sizes.contains(where: { $0 <= 48 }) { return }
    flush()
    lines.append(.picture(node["alt"] ?? ""))
  }

  private func heading(_ node: MarkupTree.Node) -> Int? {
    PageElements.headings.contains(node.name) ? Int(String(node.name.dropFirst())) : nil
  }

  /// Line ends of the source are blanks, and between Han nothing.
  private static func collapsed(_ text: String) -> String {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return text }
    var result = String.UnicodeScalarView()
    var breaks = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        breaks = true
        continue
      }
      if breaks {
        if scalar == " " || scalar == "\t" { continue }
        let isBetweenHan = scalar.value >= 0x2E80 && (result.last?.value ?? 0x2E80) >= 0x2E80
        if !isBetweenHan { result.append(" ") }
        breaks = false
      }
      result.append(scalar)
    }
    if breaks, (result.last?.value ?? 0x2E80) < 0x2E80 { result.append(" ") }
    return String(result)
  }
}
