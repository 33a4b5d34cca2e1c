/// What styles of a Word document say of numbering and headings.
struct WordStyles {
  private struct Style {
    var name = ""
    var base: String?
    var list: String?
    var level: Int?
    var outline: Int?
  }

  private var styles: [String: Style] = [:]
  /// Longer chains of styles are circles.
  private static let longestChain = 12

  init() {}

  /// Reads `styles.xml`.
  init(_ tree: MarkupTree) {
    for index in tree.descendants("style", of: -1) {
      guard let id = tree[index]["styleId"] else { continue }
      var style = Style()
      style.name = tree.child("name", of: index).flatMap { tree[$0]["val"] }?.lowercased() ?? ""
      style.base = tree.child("basedOn", of: index).flatMap { tree[$0]["val"] }
      if let properties = tree.child("pPr", of: index) {
        let own = WordParagraphProperties(properties, in: tree)
        style.list = own.list
        style.level = own.level
        style.outline = own.outline
      }
      styles[id] = style
    }
  }

  /// The list that a style numbers its paragraphs by, and the level where it names one.
  func list(of id: String) -> (list: String, level: Int?, style: String)? {
    for (id, style) in chain(id) {
      if let list = style.list { return list == "0" ? nil : (list, style.level, id) }
    }
    return nil
  }

  /// The level of a heading from 1; nil for other paragraphs.
  func heading(of id: String) -> Int? {
    for (_, style) in chain(id) {
      if style.name == "title" { return 1 }
      if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
      if let outline = style.outline, outline < 9 { return outline + 1 }
    }
    return nil
  }

  private func chain(_ id: String) -> [(id: String, style: Style)] {
    var result: [(id: String, style: Style)] = []
    var next: String? = id
    while let id = next, let style = styles[id], result.count < Self.longestChain {
      result.append((id, style))
      next = style.base
    }
    return result
  }
}

/// What a paragraph says of itself.
struct WordParagraphProperties {
  var style: String?
  /// The list; 0 for none in spite of the style.
  var list: String?
  var level: Int?
  var outline: Int?

  init() {}

  init(_ properties: Int, in tree: MarkupTree) {
    for child in tree.children(of: properties) {
      switch tree[child].name {
      case "pStyle": style = tree[child]["val"]
      case "outlineLvl": outline = tree[child]["val"].flatMap { Int($0) }
      case "numPr":
        list = tree.child("numId", of: child).flatMap { tree[$0]["val"] }
        level = tree.child("ilvl", of: child).flatMap { tree[$0]["val"] }.flatMap { Int($0) }
      default: break
      }
    }
  }
}
