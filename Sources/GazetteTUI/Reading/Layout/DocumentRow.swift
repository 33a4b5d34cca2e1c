import GazetteModel
import GazetteText
import TerminalKit

/// A text of a node that a layout sets.
enum TextPart: Hashable, Sendable {
  /// The heading or title of a node, without its number.
  case heading
  /// A paragraph, by index into `Node.paragraphs`.
  case paragraph(Int)
  /// A line of a document's head, by index into `DocumentHead.lines`; its title is one of them.
  case head(Int)
  /// The heading of the contents that stands before an entry, by the entry's index.
  case column(Int)
  /// An entry of the contents page, by index into `Issue.contents`.
  case entry(Int)
  /// A printed line, counted from 1.
  case line(Int)
  /// The head of one of the node's tables.
  case tableHead(Int)
  /// A row of one of the node's tables.
  case row(RowPlace)
  /// A cell of such a row; it is shown on the rows of its row.
  case cell(CellPlace)
}

/// A place in the text of a document, the same at every width.
struct TextPosition: Hashable, Sendable {
  var node: NodeID
  var part: TextPart
  /// The offset into the part's text in Unicode scalars.
  var offset: Int

  init(node: NodeID, part: TextPart, offset: Int = 0) {
    self.node = node
    self.part = part
    self.offset = offset
  }
}

/// A row of a set document: where its text comes from and where it stands.
struct DocumentRow: Hashable, Sendable {
  /// The node it belongs to; a blank row belongs to what stands above.
  var node: NodeID
  /// The text that it shows a stretch of; nil for a blank row.
  var part: TextPart?
  /// Which of the layout's texts that is.
  var text = 0
  /// The stretch of the part's text that it shows, without blanks at the wrap.
  var range = ScalarRange(0, 0)
  /// The column of its text, counted from 0 inside the measure.
  var column = 0
  /// The width of its text in columns.
  var columns = 0
  /// What the text is, where no stretch of it is something special.
  var role = StyleRole.plain
  /// The number or line number before the text.
  var marker: Fixture?
  /// What stands behind the text: the leader and page of an entry.
  var trailers: [Fixture] = []
  /// The cells of a table that stand on the row, from left to right; the row has no other text.
  var cells: [CellPiece] = []

  /// A stretch of a cell on a row.
  struct CellPiece: Hashable, Sendable {
    /// The cell; nil for heads and labels.
    var place: CellPlace?
    /// Which of the layout's texts it is a stretch of.
    var text: Int
    var range: ScalarRange
    /// The column inside the measure.
    var column: Int
    var role: StyleRole
  }

  /// A piece of a row that is not part of the text.
  struct Fixture: Hashable, Sendable {
    var text: String
    var column: Int
    var role: StyleRole
  }

  var isBlank: Bool { part == nil }
}

/// A piece of a row in one style, ready to be painted.
struct RowSegment: Hashable, Sendable {
  /// The column inside the measure.
  var column: Int
  var text: String
  var style: Style
}

/// What a document layout depends on besides the document and the measure.
struct DocumentLayoutOptions: Hashable, Sendable {
  /// Shows the printed source lines instead of the reading text.
  var isPrinted = false
  /// The columns at the right of the measure that tables may fill too.
  var roomBeside = 0
  /// The width of ambiguous characters on this terminal.
  var ambiguous = AmbiguousWidth.narrow
  /// What stands behind a contents entry whose text is not in the source: `〔缺〕`.
  var missingMark = ""
}
