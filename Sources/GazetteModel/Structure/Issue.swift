import GazetteText

/// What names an issue of a gazette (期).
public struct IssueIdentity: Sendable, Equatable {
  /// Stands before references when several issues are open: `2021-11`.
  public var id: String
  /// The gazette: 吉林省人民政府公报.
  public var title: String?
  /// The year on the cover, such as 2021.
  public var year: Int?
  /// The number within the year.
  public var number: Int?
  /// The number since the first issue (总期号).
  public var cumulativeNumber: Int?
  /// The day on the cover.
  public var publicationDate: CalendarDate?
  /// Who publishes it (主办).
  public var sponsor: String?
  /// How often it appears: 半月刊.
  public var frequency: String?

  /// Creates an identity of which only the id is known.
  public init(id: String) {
    self.id = id
  }
}

/// One line of the contents page (目录).
public struct ContentsEntry: Sendable, Equatable {
  /// The heading it stands under.
  public let column: String?
  /// The title as the contents print it.
  public let title: String
  /// The page that the contents name; nil where they name none.
  public let page: Int?
  /// The document it announces; nil when its text is not in the source.
  public let document: NodeID?
  /// The printed lines, counted from 1.
  public let lines: LineRange

  /// Creates an entry.
  public init(column: String?, title: String, page: Int?, document: NodeID?, lines: LineRange) {
    self.column = column
    self.title = title
    self.page = page
    self.document = document
    self.lines = lines
  }
}

/// One number of a gazette (期): an immutable tree of documents over its printed text.
public struct Issue: Sendable {
  private let storage: Storage

  /// Puts an issue together from nodes in document order.
  public init(
    identity: IssueIdentity, contents: [ContentsEntry], nodes: [Node], printed: PrintedText,
    corrections: [Correction], structuralFindings: [Finding] = []
  ) {
    storage = Storage(
      identity: identity, contents: contents, nodes: nodes, printed: printed,
      corrections: corrections, structuralFindings: structuralFindings)
  }

  /// What the cover says of the issue.
  public var identity: IssueIdentity { storage.identity }
  /// The entries of the contents page, in order of print.
  public var contents: [ContentsEntry] { storage.contents }
  /// Every node, in document order; the cover and the contents come first where the source has
  /// them.
  public var nodes: [Node] { storage.nodes }
  /// What was printed, and in which file.
  public var printed: PrintedText { storage.printed }
  /// The documented corrections, in order of line.
  public var corrections: [Correction] { storage.corrections }
  /// What building the tree made the parser doubt.
  var structuralFindings: [Finding] { storage.structuralFindings }

  /// The lines that were printed.
  public var source: SourceText { storage.printed.source }

  /// The node with that id, which must be of this issue.
  public subscript(id: NodeID) -> Node { storage.nodes[id.index] }

  /// The same issue under another identity, its nodes quoted by something else.
  func named(_ identity: IssueIdentity, nodes: [Node]) -> Issue {
    Issue(
      identity: identity, contents: contents, nodes: nodes, printed: printed,
      corrections: corrections,
      structuralFindings: structuralFindings)
  }

  /// Issues are handed on at every glance at a library: with one storage a copy is one count, not a dozen.
  private final class Storage: Sendable {
    let identity: IssueIdentity
    let contents: [ContentsEntry]
    let nodes: [Node]
    let printed: PrintedText
    let corrections: [Correction]
    let structuralFindings: [Finding]

    init(
      identity: IssueIdentity, contents: [ContentsEntry], nodes: [Node], printed: PrintedText,
      corrections: [Correction], structuralFindings: [Finding]
    ) {
      self.identity = identity
      self.contents = contents
      self.nodes = nodes
      self.printed = printed
      self.corrections = corrections
      self.structuralFindings = structuralFindings
    }
  }
}
