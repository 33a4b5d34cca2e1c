/// A paragraph while the tree is being built: the shares of the lines that make it up.
struct DraftParagraph {
  /// The share of one line: the index of the line among the printed lines, and where its text
  /// begins.
  struct Share {
    let line: Int
    let start: Int
  }

  var shares: [Share]
  /// How many brackets and quotation marks are open at its end, by kind.
  var balance = BracketBalance()
  /// The number of scalars so far.
  var count = 0

  init(line: Int, start: Int, scalars: [Unicode.Scalar]) {
    shares = []
    append(line: line, start: start, scalars: scalars)
  }

  /// Adds the share of another line.
  mutating func append(line: Int, start: Int, scalars: [Unicode.Scalar]) {
    shares.append(Share(line: line, start: start))
    count += scalars.count - start
    balance.read(scalars, from: start)
  }
}

/// What is open at a place in the text.
struct BracketBalance {
  var round = 0
  var quote = 0
  var title = 0

  var isOpen: Bool { round > 0 || quote > 0 || title > 0 }

  mutating func read(_ scalars: [Unicode.Scalar], from start: Int) {
    for index in start..<max(start, scalars.count) { read(scalars[index]) }
  }

  mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "（", "(": round += 1
    case "）", ")": round -= 1
    case "“": quote += 1
    case "”": quote -= 1
    case "《": title += 1
    case "》": title -= 1
    default: break
    }
  }

  /// Whether `scalars` closes, before it opens any of the kind, something that is open here.
  func isClosed(by scalars: [Unicode.Scalar]) -> Bool {
    var running = self
    for scalar in scalars {
      running.read(scalar)
      if round > 0, running.round < round { return true }
      if quote > 0, running.quote < quote { return true }
      if title > 0, running.title < title { return true }
      if running.round > round + 3 { return false }
    }
    return false
  }
}

/// A node while the tree is being built.
struct DraftNode {
  /// What the draft stands for; the kind of a numbered unit is decided when what lies below it is
  /// known.
  enum Form {
    case cover, contents, document, attachment
    case unit(Numbering)
    /// Unnumbered paragraphs, perhaps under an unnumbered heading.
    case text(heading: String?)
  }

  /// A table by its place among those of the issue, and how many paragraphs stand before it.
  struct PlacedTable {
    let table: Int
    var after: Int
  }

  var form: Form
  var paragraphs: [DraftParagraph] = []
  var tables: [PlacedTable] = []
  var children: [Int] = []
  /// Indices of printed lines that are no paragraph.
  var otherLines: [Int] = []
  var title: String?
  var head: DocumentHead?
  /// Whether the first paragraph is nothing but the heading of a unit.
  var startsWithHeading = false

  init(_ form: Form) {
    self.form = form
  }

  /// Whether a table is the last that stands in it.
  var endsWithTable: Bool { tables.last.map { $0.after == paragraphs.count } ?? false }

  var numbering: Numbering? {
    if case .unit(let numbering) = form { return numbering }
    return nil
  }

  var isText: Bool {
    if case .text = form { return true }
    return false
  }
}
