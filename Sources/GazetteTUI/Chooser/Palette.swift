import GazetteModel

/// Everything that can be gone to by typing. It opens before anything is typed: names are made ready for
/// that when the first letter comes.
struct Palette: Sendable {
  /// An entry that fits what is typed.
  struct Found: Hashable, Sendable {
    let place: Int
    let rank: NameRank
  }

  let choices: [Choice]
  /// How many issues were indexed when it was made.
  let indexed: Int
  private let indexes: LibraryIndexes?
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

  init(_ state: State, _ commands: [Command]) {
    indexes = state.indexes
    indexed = state.indexes?.issues.count ?? 0
    let language = state.settings.language
    let showsIssue = state.library.issues.count > 1
    let whole = Self.whole(of: state)
    self.whole = whole
    var named = Set(
      whole.flatMap { state.indexes?[$0] }?.departments.departments.map(\.body.name) ?? [])
    var choices: [Choice] = []
    for issue in state.library.issueIDs {
      guard let index = state.indexes?[issue] else { continue }
      let isWhole = whole.map { $0 == issue } ?? true
      Self.addUnits(
        of: issue, index, isWhole, name: showsIssue ? state.library.printedID(of: issue) : nil,
        to: &choices)
      let departments = index.departments.departments
      for place in isWhole ? index.departments.placesByCount : Array(departments.indices) {
        // Of tens of thousands most are there already: no more than the name is looked at.
        guard isWhole || named.insert(departments[place].body.name).inserted else { continue }
        let department = departments[place]
        choices.append(
          Choice(
            kind: .body, title: department.body.name,
            detail: DutyText.clauses(department.counts.clauses)[language],
            target: .body(issue: issue, place)))
      }
      for target in index.targets.targets where isWhole {
        choices.append(
          Choice(
            kind: .target, title: "\(target.subject) \(target.text)",
            detail: state.library[issue][target.node].reference.text,
            target: .unit(
              NodeAddress(issue: issue, node: target.node), place: target.place, target.range)))
      }
    }
    for (place, command) in commands.enumerated() {
      choices.append(
        Choice(
          kind: .command, title: command.name[language],
          detail: command.keys.first?.label ?? "", target: .command(place)))
    }
    self.choices = choices
  }

  private static func addUnits(
    of issue: IssueID, _ index: IssueIndexes, _ isWhole: Bool, name: String?,
    to choices: inout [Choice]
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
      let kind: Choice.Kind =
        node.kind.isDocument
        ? .document : node.kind == .clause || node.kind == .subclause ? .clause : .section
      let reference = node.reference.text
      choices.append(
        Choice(
          kind: kind, title: node.kind.isDocument ? node.shortTitle ?? label : label,
          detail: name.map { "\($0):\(reference)" } ?? reference,
          target: .unit(NodeAddress(issue: issue, node: node.id), place: nil, nil)))
    }
  }

  /// What each choice is found by.
  ///
  /// - Parameter commands: The names of the commands.
  func names(_ commands: [[RankedName]]) -> [[RankedName]] {
    choices.map { choice in
      switch choice.target {
      case .unit(let address, nil, _):
        indexes?[address.issue].map { Self.names(of: address.node, $0.filter) } ?? []
      case .body(let issue, let place): indexes?[issue]?.filter.rankedNames(ofBody: place) ?? []
      case .command(let place): commands[place]
      default: [RankedName(choice.title)]
      }
    }
  }

  private static func names(of id: NodeID, _ index: FilterIndex) -> [RankedName] {
    let node = index.issue[id]
    var names: [RankedName] = []
    if let title = index.rankedTitle(of: id) { names.append(title) }
    if let short = node.shortTitle, short != node.title { names.append(RankedName(short)) }
    if let printed = node.numbering?.printed, printed.hasPrefix("第") {
      names.append(RankedName(printed))
    }
    if let number = node.head?.documentNumber { names.append(RankedName(number)) }
    names.append(RankedName(node.reference.text))
    return names
  }

  /// The first of all, documents and bodies before the rest: what is listed before anything is typed.
  var first: [Found] {
    var first: [Found] = []
    for kind in Choice.Kind.allCases {
      for (place, choice) in choices.enumerated() where choice.kind == kind {
        if first.count == Self.limit { return first }
        first.append(Found(place: place, rank: .whole))
      }
    }
    return first
  }

  /// The choices that fit, the best first; of equals documents and bodies, then the shorter name.
  ///
  /// - Parameter names: Those of each choice.
  func found(_ query: NameQuery, among names: [[RankedName]]) -> [Found] {
    var found: [(rank: NameRank, kind: Int, length: Int, place: Int)] = []
    for (place, choice) in choices.enumerated() {
      guard let rank = query.rank(of: names[place]) else { continue }
      let kind = Choice.Kind.allCases.firstIndex(of: choice.kind) ?? 0
      found.append((rank, kind, choice.title.unicodeScalars.count, place))
    }
    found.sort {
      ($0.rank.rawValue, $0.kind, $0.length, $0.place)
        < ($1.rank.rawValue, $1.kind, $1.length, $1.place)
    }
    return found.prefix(Self.limit).map { Found(place: $0.place, rank: $0.rank) }
  }
}
