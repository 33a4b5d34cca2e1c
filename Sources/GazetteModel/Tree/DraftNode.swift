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
