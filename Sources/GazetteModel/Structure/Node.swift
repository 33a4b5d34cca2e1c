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
  private let storage: Storage

  /// Creates a node.
  public init(
    id: NodeID, kind: NodeKind, parent: NodeID?, subtreeEnd: Int, depth: Int, numbering: Numbering?,
    title: String?, paragraphs: [Paragraph], tables: [Table] = [], lines: LineRange,
    otherLines: [LineRange], reference: Reference, head: DocumentHead?
  ) {
    storage = Storage(
      Content(
        id: id, kind: kind, parent: parent, subtreeEnd: subtreeEnd, depth: depth,
        numbering: numbering,
        title: title, paragraphs: paragraphs, tables: tables, lines: lines, otherLines: otherLines,
        reference: reference, head: head))
  }

  /// Its place in the issue.
  public var id: NodeID { storage.content.id }
  /// What the node is.
  public var kind: NodeKind { storage.content.kind }
  /// The node above; nil for the cover, the contents and documents.
  public var parent: NodeID? { storage.content.parent }
  /// The index behind the last descendant.
  public var subtreeEnd: Int { storage.content.subtreeEnd }
  /// How far below the top it stands; 0 for the cover, the contents and documents.
  public var depth: Int { storage.content.depth }
  /// The printed number; nil for nodes without one.
  public var numbering: Numbering? { storage.content.numbering }
  /// The heading without number and closing 。; of a clause its first sentence; nil where there is
  /// none.
  public var title: String? { storage.content.title }
  /// Its own text. The heading of a section is not repeated here, the title sentence of a clause
  /// is.
  public var paragraphs: [Paragraph] { storage.content.paragraphs }
  /// Its tables, in order of print; each says behind how many of the paragraphs it stands.
  public var tables: [Table] { storage.content.tables }
  /// From its first line to the last line of everything below it.
  public var lines: LineRange { storage.content.lines }
  /// Its own lines that are not paragraphs: headings, numbers, addressees, signatures, page marks.
  public var otherLines: [LineRange] { storage.content.otherLines }
  /// What it is quoted by.
  public var reference: Reference { storage.content.reference }
  /// The identity of a document or attachment; nil for other kinds.
  public var head: DocumentHead? { storage.content.head }

  /// The indices of everything below it, in document order.
  public var descendants: Range<Int> { id.index + 1..<subtreeEnd }

  /// The same node, quoted by something else.
  func quoted(by reference: Reference) -> Node {
    var content = storage.content
    content.reference = reference
    return Node(content)
  }

  private init(_ content: Content) { storage = Storage(content) }

  public static func == (left: Node, right: Node) -> Bool {
    left.storage === right.storage || left.storage.content == right.storage.content
  }

  /// Nodes are handed on at every glance at the tree: with one storage a copy is one count, not a dozen.
  private final class Storage: Sendable {
    let content: Content

    init(_ content: Content) { self.content = content }
  }

  private struct Content: Sendable, Equatable {
    let id: NodeID
    let kind: NodeKind
    let parent: NodeID?
    let subtreeEnd: Int
    let depth: Int
    let numbering: Numbering?
    let title: String?
    let paragraphs: [Paragraph]
    let tables: [Table]
    let lines: LineRange
    let otherLines: [LineRange]
    var reference: Reference
    let head: DocumentHead?
  }
}
