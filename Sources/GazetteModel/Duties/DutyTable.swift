/// Bodies by documents: how many clauses of each document name each body.
public struct DutyTable: Sendable {
  /// What one body has to do in one document.
  public struct Cell: Sendable, Hashable {
    /// Clauses whose text names the body as the one that leads.
    public var leads = 0
    /// Clauses whose text names the body.
    public var clauses = 0
    /// Clauses that inherit it.
    public var inherited = 0

    /// Whether no clause is counted.
    public var isEmpty: Bool { clauses == 0 && inherited == 0 }

    /// Creates a cell without clauses.
    public init() {}
  }

  /// A body with its cells.
  public struct Row: Sendable {
    /// The place in `DepartmentIndex.departments`.
    public let place: Int
    /// Whether the row is of a collective such as 各相关部门.
    public let isCollective: Bool
    /// All documents together.
    public let total: Cell
    /// One for each of the documents.
    public let cells: [Cell]
  }

  /// The documents and attachments with responsibilities, in order of print; nil for text outside
  /// of them.
  public let documents: [NodeID?]
  /// Single bodies, then collectives; the most named first.
  public let rows: [Row]
  /// The most clauses in a cell.
  public let most: Int

  /// Counts the clauses of an issue.
  ///
  /// - Parameters:
  ///   - index: Who is responsible for what.
  ///   - issue: The issue that the index is of.
  ///   - isLeft: Whether a node counts, as a filter leaves it; all do when nil. The
  ///     documents stay, and bodies of which nothing is left go.
  public init(_ index: DepartmentIndex, in issue: Issue, where isLeft: ((NodeID) -> Bool)? = nil) {
    func counts(_ node: NodeID) -> Bool { isLeft?(node) ?? true }
    var documents: [NodeID?] = []
    var column: [NodeID: Int] = [:]
    for responsibility in index.responsibilities where column[responsibility.node] == nil {
      let document = issue.document(of: responsibility.node)
      if documents.last != document, !documents.contains(document) { documents.append(document) }
      column[responsibility.node] = documents.firstIndex(of: document)
    }
    self.documents = documents
    var rows: [Row] = []
    for place in index.placesByCount {
      let department = index.departments[place]
      var cells = [Cell](repeating: Cell(), count: documents.count)
      for node in department.nodes where counts(node) { cells[column[node] ?? 0].clauses += 1 }
      for node in department.inheritingNodes where counts(node) {
        cells[column[node] ?? 0].inherited += 1
      }
      var last: NodeID?
      for mention in department.mentions where mention.role == .lead {
        let responsibility = index.responsibilities[mention.responsibility]
        guard !responsibility.isInherited, responsibility.node != last,
          counts(responsibility.node)
        else { continue }
        last = responsibility.node
        cells[column[responsibility.node] ?? 0].leads += 1
      }
      var total = Cell()
      for cell in cells {
        total.leads += cell.leads
        total.clauses += cell.clauses
        total.inherited += cell.inherited
      }
      if isLeft != nil, total.isEmpty { continue }
      rows.append(
        Row(
          place: place, isCollective: department.body.isCollective, total: total, cells: cells))
    }
    self.rows = rows.filter { !$0.isCollective } + rows.filter(\.isCollective)
    most = rows.lazy.flatMap(\.cells).map(\.clauses).max() ?? 0
  }
}
