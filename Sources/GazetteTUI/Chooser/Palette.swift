import GazetteModel

/// Everything that can be gone to by typing, made ready once.
struct Palette: Sendable {
  /// An entry that fits what is typed.
  struct Found: Hashable, Sendable {
    let place: Int
    let rank: NameRank
  }

  struct Entry: Sendable {
    let choice: Choice
    let names: [RankedName]
  }

  let entries: [Entry]
  /// How many issues were indexed when it was made.
  let indexed: Int
  /// The issue whose units are all there; nil where those of every issue are.
  let whole: IssueID?

  /// How many results are listed.
  static let limit = 200
  /// How many open issues have all their units in it. Of more the documents are, and each body once,
  /// so that opening it takes no second; of the issue that is read everything is.
  private static let wholeIssues = 20

  /// The issue that alone is there with all its units; nil where every issue is.
  static func whole(of state: State) -> IssueID? {
    state.library.issues.count > wholeIssues ? state.selected.issue : nil
  }

  init(_ state: State, _ commands: [Command], names: [[RankedName]]) {
    indexed = state.indexes?.issues.count ?? 0
    let language = state.settings.language
    let showsIssue = state.library.issues.count > 1
    let whole = Self.whole(of: state)
    self.whole = whole
    var named = Set(
      whole.flatMap { state.indexes?[$0] }?.departments.departments.map(\.body.name) ?? [])
    var entries: [Entry] = []
    for issue in state.library.issueIDs {
      guard let index = state.indexes?[issue] else { continue }
      let isWhole = whole.map { $0 == issue } ?? true
      Self.addUnits(
        of: issue, index, isWhole, name: showsIssue ? state.library.printedID(of: issue) : nil,
        to: &entries)
      let departments = index.departments.departments
      for place in isWhole ? index.departments.placesByCount : Array(departments.indices) {
        // Of tens of thousands most are there already: no more than the name is looked at.
        guard isWhole || named.insert(departments[place].body.name).inserted else { continue }
        let department = departments[place]
        entries.append(
          Entry(
            choice: Choice(
              kind: .body, title: department.body.name,
              detail: DutyText.clauses(department.counts.clauses)[language],
              target: .body(issue: issue, place)), names: index.filter.rankedNames(ofBody: place)))
      }
      for target in index.targets.targets where isWhole {
        let title = "\(target.subject) \(target.text)"
        entries.append(
          Entry(
            choice: Choice(
              kind: .target, title: title,
              detail: state.library[issue][target.node].reference.text,
              target: .unit(
                NodeAddress(issue: issue, node: target.node), place: target.place,
                target.range)), names: [RankedName(title)]))
      }
    }
    for (place, command) in commands.enumerated() {
      entries.append(
        Entry(
          choice: Choice(
            kind: .command, title: command.name[language],
            detail: command.keys.first?.label ?? "", target: .command(place)),
          names: names[place]))
    }
    self.entries = entries
  }

  private static func addUnits(
    of issue: IssueID, _ index: IssueIndexes, _ isWhole: Bool, name: String?,
    to entries: inout [Entry]
  ) {
    let opened = index.filter.issue
    var place = 0
    while place < opened.nodes.count {
      let node = opened.nodes[place]
      // Below what is no document there is none.
      place = isWhole || node.kind.isDocument ? place + 1 : node.subtreeEnd
      guard node.kind != .text, isWhole || node.kind.isDocument, let label = node.label else {
        continue
      }
      var names: [RankedName] = []
      if let title = index.filter.rankedTitle(of: node.id) { names.append(title) }
      let short = node.shortTitle
      if let short, short != node.title { names.append(RankedName(short)) }
      if let printed = node.numbering?.printed, printed.hasPrefix("第") {
        names.append(RankedName(printed))
      }
      if let number = node.head?.documentNumber { names.append(RankedName(number)) }
      names.append(RankedName(node.reference.text))
      let kind: Choice.Kind =
        node.kind.isDocument
        ? .document : node.kind == .clause || node.kind == .subclause ? .clause : .section
      let reference = node.reference.text
      entries.append(
        Entry(
          choice: Choice(
            kind: kind, title: short.map { node.kind.isDocument ? $0 : label } ?? label,
            detail: name.map { "\($0):\(reference)" } ?? reference,
            target: .unit(NodeAddress(issue: issue, node: node.id), place: nil, nil)),
          names: names))
    }
  }

  /// The entries that fit, the best first; of equals documents and bodies, then the shorter name.
  func found(_ query: NameQuery) -> [Found] {
    var found: [(rank: NameRank, kind: Int, length: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      guard let rank = query.rank(of: entry.names) else { continue }
      let kind = Choice.Kind.allCases.firstIndex(of: entry.choice.kind) ?? 0
      let length = query.isEmpty ? 0 : entry.choice.title.unicodeScalars.count
      found.append((rank, kind, length, place))
    }
    found.sort {
      ($0.rank.rawValue, $0.kind, $0.length, $0.place)
        < ($1.rank.rawValue, $1.kind, $1.length, $1.place)
    }
    return found.prefix(Self.limit).map { Found(place: $0.place, rank: $0.rank) }
  }
}
