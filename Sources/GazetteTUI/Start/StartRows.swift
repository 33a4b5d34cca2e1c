import GazetteModel
import GazetteText

/// What the start page lists: of each issue its documents, then what its contents list although the
/// text is not in the source.
struct StartRows: Sendable {
  /// A document or an attachment with what is counted in it.
  struct Document: Hashable, Sendable {
    let address: NodeAddress
    /// Attachments stand in by one.
    let depth: Int
    let title: String
    /// The document number (文号) and the day of signing or adoption, empty where there is none.
    let number: String
    let date: String
    /// Nil while the issue is not worked out yet.
    let counts: Counts?
  }

  /// What is counted, with everything below.
  struct Counts: Hashable, Sendable {
    var clauses = 0
    var targets = 0
    var deadlines = 0
    /// The clauses that name the reader's department; nil while nobody said which that is.
    var own: Int?
  }

  enum Row: Hashable, Sendable {
    /// The name of an issue, where several are open.
    case issue(String)
    case document(Document)
    /// How many texts are listed in the contents but missing.
    case missingHead(Int)
    case missing(title: String, column: String?, page: Int?)
    case blank
  }

  private(set) var rows: [Row] = []
  /// The name of the reader's department; nil while nobody said, or where it is in no issue.
  private(set) var department: String?

  init(_ state: State) {
    for issue in state.library.issueIDs { add(issue, state) }
  }

  private mutating func add(_ opened: IssueID, _ state: State) {
    let issue = state.library[opened]
    if state.library.issues.count > 1 {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.issue(state.library.printedID(of: opened)))
    }
    let indexes = state.indexes?[opened]
    var own: Set<NodeID>?
    if let wanted = state.settings.department, let index = indexes?.departments {
      let found = OwnDepartment(wanted, in: index)
      department = found?.name ?? department
      own = found?.nodes ?? []
    }
    for root in issue.roots where issue[root].kind == .document {
      let attachments = issue.children(of: root).filter { issue[$0].kind == .attachment }
      // What a notice issues alone says the same again.
      let isAlone =
        attachments.count == 1 && issue[attachments[0]].shortTitle == issue[root].shortTitle
      for id in [root] + (isAlone ? [] : attachments) {
        let node = issue[id]
        rows.append(
          .document(
            Document(
              address: NodeAddress(issue: opened, node: id), depth: id == root ? 0 : 1,
              title: node.shortTitle ?? state.word(.untitled),
              number: node.head?.documentNumber ?? "",
              date: (node.head?.signedOn ?? node.head?.adoptedOn)?.iso8601 ?? "",
              counts: indexes.map { Self.counts(of: id, in: issue, $0, own: own) })))
      }
    }
    let missing = issue.contents.filter { $0.document == nil }
    guard !missing.isEmpty else { return }
    rows += [.blank, .missingHead(missing.count)]
    rows += missing.map { .missing(title: $0.title, column: $0.column, page: $0.page) }
  }

  private static func counts(
    of id: NodeID, in issue: Issue, _ indexes: IssueIndexes, own: Set<NodeID>?
  ) -> Counts {
    let range = id.index..<issue[id].subtreeEnd
    var counts = Counts(own: own?.count { range.contains($0.index) })
    for index in range where issue.nodes[index].kind == .clause { counts.clauses += 1 }
    for target in indexes.targets.targets where range.contains(target.node.index) {
      if target.kind == .deadline { counts.deadlines += 1 } else { counts.targets += 1 }
    }
    return counts
  }

  /// Whether a row can be selected.
  func isSelectable(_ row: Int) -> Bool {
    guard rows.indices.contains(row) else { return false }
    return switch rows[row] {
    case .document, .missing: true
    case .issue, .missingHead, .blank: false
    }
  }

  /// The row itself, or the next one in a direction that can be selected; else the nearest the
  /// other way.
  func selectable(from row: Int, step: Int) -> Int? {
    let start = min(max(0, row), max(0, rows.count - 1))
    let forward = Array(start..<rows.count)
    let back = Array((0..<rows.count).prefix(start + 1).reversed())
    let ways = step < 0 ? back + forward : forward + back
    return ways.first(where: isSelectable)
  }
}

extension State {
  /// A word of the interface in the reader's language.
  func word(_ key: StringKey) -> String { Strings.text(key, settings.language) }
}
