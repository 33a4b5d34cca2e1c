import GazetteText

/// The place of a node in its issue, in document order.
public struct NodeID: Hashable, Sendable, Comparable {
  /// The index into `Issue.nodes`.
  public let index: Int

  /// Names the node at a place in `Issue.nodes`.
  public init(_ index: Int) {
    self.index = index
  }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// One unit of an issue.
///
/// Nodes lie in one array in document order, each before its descendants, so that every walk is a
/// loop and skipping a subtree a jump.
public struct Node: Sendable, Equatable {
  /// Its place in the issue.
  public let id: NodeID
  /// What the node is.
  public let kind: NodeKind
  /// The node above; nil for the cover, the contents and documents.
  public let parent: NodeID?
  /// The index behind the last descendant.
  public let subtreeEnd: Int
  /// How far below the top it stands; 0 for the cover, the contents and documents.
  public let depth: Int
  /// The printed number; nil for nodes without one.
  public let numbering: Numbering?
  /// The heading without number and closing 。; of a clause its first sentence; nil where there is
  /// none.
  public let title: String?
  /// Its own text. The heading of a section is not repeated here, the title sentence of a clause
  /// is.
  public let paragraphs: [Paragraph]
  /// Its tables, in order of print; each says behind how many of the paragraphs it stands.
  public let tables: [Table]
  /// From its first line to the last line of everything below it.
  public let lines: LineRange
  /// Its own lines that are not paragraphs: headings, numbers, addressees, signatures, page marks.
  public let otherLines: [LineRange]
  /// What it is quoted by.
  public internal(set) var reference: Reference
  /// The identity of a document or attachment; nil for other kinds.
  public let head: DocumentHead?

  /// Creates a node.
  public init(
    id: NodeID, kind: NodeKind, parent: NodeID?, subtreeEnd: Int, depth: Int, numbering: Numbering?,
    title: String?, paragraphs: [Paragraph], tables: [Table] = [], lines: LineRange,
    otherLines: [LineRange], reference: Reference, head: DocumentHead?
  ) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.subtreeEnd = subtreeEnd
    self.depth = depth
    self.numbering = numbering
    self.title = title
    self.paragraphs = paragraphs
    self.tables = tables
    self.lines = lines
    self.otherLines = otherLines
    self.reference = reference
    self.head = head
  }

  /// The indices of everything below it, in document order.
  public var descendants: Range<Int> { id.index + 1..<subtreeEnd }
}
