/// The automatic numbering of a Word document: what stands before a paragraph and is in no text.
struct WordNumbering {
  /// One level of a list.
  struct Level {
    var start = 1
    var format = "decimal"
    /// What is printed, with %1 for the number of the first level.
    var text = ""
    /// Behind which level it begins anew; nil for the one above it.
    var restart: Int?
    var style: String?
  }

  private struct List {
    var abstract: String
    var starts: [Int: Int] = [:]
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// How far each list has come, by level; lists made of the same one go on with each other.
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  init() {}

  /// Reads `numbering.xml`.
  init(_ tree: MarkupTree) {
    for index in tree.descendants("abstractNum", of: -1) {
      guard let id = tree[index]["abstractNumId"] else { continue }
      var levels: [Int: Level] = [:]
      for level in tree.children(of: index) where tree[level].name == "lvl" {
        guard let depth = tree[level]["ilvl"].flatMap({ Int($0) }) else { continue }
        levels[depth] = Self.level(level, in: tree)
      }
      abstracts[id] = levels
    }
    for index in tree.descendants("num", of: -1) {
      guard let id = tree[index]["numId"],
        let abstract = tree.child("abstractNumId", of: index).flatMap({ tree[$0]["val"] })
      else { continue }
      var list = List(abstract: abstract)
      for override in tree.children(of: index) where tree[override].name == "lvlOverride" {
        guard let depth = tree[override]["ilvl"].flatMap({ Int($0) }),
          let start = tree.child("startOverride", of: override).flatMap({ tree[$0]["val"] })
        else { continue }
        list.starts[depth] = Int(start)
      }
      lists[id] = list
    }
  }

  private static func level(_ index: Int, in tree: MarkupTree) -> Level {
    func value(_ name: String) -> String? {
      tree.child(name, of: index).flatMap { tree[$0]["val"] }
    }
    var level = Level()
    level.start = value("start").flatMap { Int($0) } ?? 1
    level.format = value("numFmt") ?? "decimal"
    level.text = value("lvlText") ?? ""
    level.restart = value("lvlRestart").flatMap { Int($0) }
    level.style = value("pStyle")
    return level
  }

  /// The level of a list that belongs to a style of paragraphs.
  func level(ofStyle style: String, list: String) -> Int? {
    guard let abstract = lists[list]?.abstract else { return nil }
    return abstracts[abstract]?.first { $0.value.style == style }?.key
  }

  /// Counts a paragraph of a list and returns what is printed before it; empty for bullets.
  mutating func label(list id: String, level depth: Int) -> String {
    guard let list = lists[id], let levels = abstracts[list.abstract], let level = levels[depth]
    else { return "" }
    var count = counts[list.abstract] ?? [:]
    if begun.insert("\(id)/\(depth)").inserted, let start = list.starts[depth] {
      count[depth] = start
    } else {
      count[depth] = count[depth].map { $0 + 1 } ?? level.start
    }
    for deeper in levels.keys where deeper > depth {
      let restart = levels[deeper]?.restart ?? deeper
      if restart != 0, depth < restart { count[deeper] = nil }
    }
    counts[list.abstract] = count
    if level.format == "bullet" || level.format == "none" { return "" }
    var text = level.text
    for above in 0...depth {
      guard let other = levels[above] else { continue }
      let number = count[above] ?? other.start
      text = text.replacing(
        "%\(above + 1)", with: ListNumber.text(number, format: other.format))
    }
    return text
  }
}
