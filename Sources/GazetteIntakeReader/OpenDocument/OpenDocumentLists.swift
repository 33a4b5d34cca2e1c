/// The automatic numbering of an OpenDocument text.
struct OpenDocumentLists {
  struct Level {
    var format = ""
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many numbers of the levels above stand before its own.
    var shown = 1
  }

  /// The forms of numbers by the first of them, which is how OpenDocument names them.
  private static let formats: [Character: String] = [
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "①": "decimalEnclosedCircle", "１": "decimalFullWidth",
    "〇": "ideographDigital",
  ]

  private var styles: [String: [Int: Level]] = [:]
  /// How far each style has come, by level.
  private var counts: [String: [Int: Int]] = [:]

  /// Takes up the list styles of a part.
  mutating func take(_ tree: MarkupTree) {
    for index in tree.descendants("list-style", of: -1) {
      guard let name = tree[index]["name"] else { continue }
      var levels: [Int: Level] = [:]
      for child in tree.children(of: index) where tree[child].name == "list-level-style-number" {
        let node = tree[child]
        guard let depth = node["level"].flatMap({ Int($0) }) else { continue }
        var level = Level()
        level.format = node["num-format"]?.first.flatMap { Self.formats[$0] } ?? ""
        level.prefix = node["num-prefix"] ?? ""
        level.suffix = node["num-suffix"] ?? ""
        level.start = node["start-value"].flatMap { Int($0) } ?? 1
        level.shown = node["display-levels"].flatMap { Int($0) } ?? 1
        levels[depth] = level
      }
      styles[name] = levels
    }
  }

  /// A list begins anew.
  mutating func begin(_ style: String) { counts[style] = nil }

  /// Counts an item and returns what is printed before it; empty for bullets.
  ///
  /// - Parameter depth: From 1.
  mutating func label(style: String, depth: Int, start: Int?) -> String {
    guard let levels = styles[style], let level = levels[depth] else { return "" }
    var count = counts[style] ?? [:]
    count[depth] = start ?? count[depth].map { $0 + 1 } ?? level.start
    for deeper in count.keys where deeper > depth { count[deeper] = nil }
    counts[style] = count
    if level.format.isEmpty { return level.prefix + level.suffix }
    var numbers: [String] = []
    for above in max(1, depth - level.shown + 1)...depth {
      guard let other = levels[above] else { continue }
      numbers.append(ListNumber.text(count[above] ?? other.start, format: other.format))
    }
    return level.prefix + numbers.joined(separator: ".") + level.suffix
  }
}
