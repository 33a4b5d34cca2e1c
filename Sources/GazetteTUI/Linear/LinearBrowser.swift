import GazetteModel
import GazetteText

/// Browsing in lines, for screen readers, slow lines and pipes: a line asks, lines answer.
///
/// Nothing is drawn: what was written stays as it is. Pure but for what it remembers.
struct LinearBrowser {
  let library: Library
  let language: Language
  /// Where one can stand, in order of print over all issues.
  let stops: [NodeAddress]
  /// The place among `stops`.
  private(set) var place = 0
  /// Whether the reader has left.
  private(set) var isOver = false
  /// What the filter leaves of `stops`; nil without a filter.
  private(set) var filter: (text: String, places: [Int])?
  private var finding: (query: String, places: [Int])?
  private var history: [Int] = []
  /// What the last unit that was read stands in, which is not said again.
  private var announced: NodeAddress?
  /// What is worked out of the issues, each when it is first asked for.
  private var desks: [IssueID: LinearDesk] = [:]

  /// Opens a library; nil when no issue has any text.
  init?(library: Library, language: Language) {
    self.library = library
    self.language = language
    stops = library.issueIDs.flatMap { issue in
      LinearDesk.stops(in: library[issue]).map { NodeAddress(issue: issue, node: $0) }
    }
    guard !stops.isEmpty else { return nil }
  }

  /// What is said before the first command.
  mutating func begin(at reference: String?, _ output: inout TextOutput) {
    let identity = library[stops[place].issue].identity
    var title = identity.title ?? identity.id
    if let year = identity.year, let number = identity.number {
      title += " " + Messages.issue(year: year, number: number)[language]
    }
    output.writeLine(title)
    output.writeLine(LinearText.welcome[language])
    if let reference { go(to: reference, &output) } else { read(&output) }
  }

  /// Answers a line.
  mutating func answer(_ line: String, _ output: inout TextOutput) {
    guard let (action, argument) = LinearCommand.read(line) else {
      output.writeLine(LinearText.unknown(line)[language])
      return
    }
    switch action {
    case .next: step(by: 1, &output)
    case .previous: step(by: -1, &output)
    case .again: read(&output)
    case .readOn: readOn(&output)
    case .nextDocument: stepDocument(by: 1, &output)
    case .previousDocument: stepDocument(by: -1, &output)
    case .back: goBack(&output)
    case .go: go(to: argument, &output)
    case .find: find(argument, &output)
    case .filter: setFilter(argument, &output)
    case .body: writeBody(argument, &output)
    case .details:
      let stop = stops[place]
      desk(stop.issue).writeDetails(of: stop.node, to: &output)
    case .contents: writeContents(&output)
    case .sections: writeSections(&output)
    case .place: writeWhere(&output)
    case .help: writeHelp(&output)
    case .leave: isOver = true
    }
  }

  // MARK: - Reading

  mutating func desk(_ issue: IssueID) -> LinearDesk {
    if let desk = desks[issue] { return desk }
    let desk = LinearDesk(library[issue], language)
    desks[issue] = desk
    return desk
  }

  /// Reads the unit at the place: where it is, what it stands in when that is new, and its text.
  private mutating func read(_ output: inout TextOutput) {
    output.writeLine(placeText)
    readText(&output)
  }

  private mutating func readText(_ output: inout TextOutput) {
    let stop = stops[place]
    let desk = desk(stop.issue)
    let above = desk.issue[stop.node].parent.map { NodeAddress(issue: stop.issue, node: $0) }
    if above != announced { desk.spoken.writePlace(of: stop.node, to: &output) }
    announced = above
    desk.spoken.write(nodes: LinearDesk.range(of: stop.node, in: desk.issue), to: &output)
  }

  /// Where the reader is, as a sentence.
  var placeText: String {
    let reference = name(of: stops[place])
    if let filter, let index = filter.places.firstIndex(of: place) {
      return LinearText.filteredPlace(index + 1, of: filter.places.count, reference)[language]
    }
    return LinearText.place(place + 1, of: stops.count, reference)[language]
  }

  /// The reference of a node, with its issue where there are several.
  func name(of address: NodeAddress) -> String {
    let issue = library[address.issue]
    let reference = issue[address.node].reference.text
    return library.issues.count > 1
      ? "\(library.printedID(of: address.issue)):\(reference)" : reference
  }

  private mutating func readOn(_ output: inout TextOutput) {
    let start = stops[place]
    let issue = library[start.issue]
    let document = issue.document(of: start.node)
    output.writeLine(placeText)
    readText(&output)
    while let next = next(by: 1), stops[next].issue == start.issue,
      issue.document(of: stops[next].node) == document
    {
      place = next
      output.writeLine("")
      readText(&output)
    }
  }

  // MARK: - Moving

  /// The next place that the filter leaves.
  private func next(by step: Int) -> Int? {
    guard let filter else { return stops.indices.contains(place + step) ? place + step : nil }
    return step > 0
      ? filter.places.first { $0 > place } : filter.places.last { $0 < place }
  }

  private mutating func step(by step: Int, _ output: inout TextOutput) {
    guard let next = next(by: step) else {
      output.writeLine((step > 0 ? LinearText.atEnd : LinearText.atStart)[language])
      return
    }
    place = next
    read(&output)
  }

  private mutating func stepDocument(by step: Int, _ output: inout TextOutput) {
    let documents = stops.indices.filter {
      library[stops[$0].issue][stops[$0].node].kind.isDocument
    }
    let next = step > 0 ? documents.first { $0 > place } : documents.last { $0 < place }
    guard let next else {
      output.writeLine(LinearText.noDocument[language])
      return
    }
    jump(to: next, &output)
  }

  private mutating func jump(to target: Int, _ output: inout TextOutput) {
    history.append(place)
    if history.count > JumpList.limit { history.removeFirst() }
    place = target
    read(&output)
  }

  private mutating func goBack(_ output: inout TextOutput) {
    guard let last = history.popLast() else {
      output.writeLine(LinearText.noWayBack[language])
      return
    }
    place = last
    read(&output)
  }

  private mutating func go(to reference: String, _ output: inout TextOutput) {
    guard
      let address = library.node(at: TypedReference(reference), current: stops[place].issue)
    else {
      output.writeLine(LinearText.noReference(reference)[language])
      return
    }
    let issue = library[address.issue]
    // A heading without text of its own stands for the first unit below it.
    let target =
      stops.firstIndex {
        $0.issue == address.issue
          && LinearDesk.range(of: $0.node, in: issue).contains(address.node.index)
      }
      ?? stops.firstIndex {
        $0.issue == address.issue && $0.node.index >= address.node.index
          && $0.node.index < issue[address.node].subtreeEnd
      }
    guard let target else {
      output.writeLine(LinearText.noText[language])
      return
    }
    jump(to: target, &output)
  }

  // MARK: - Finding

  private mutating func find(_ query: String, _ output: inout TextOutput) {
    if !query.isEmpty {
      var places: [Int] = []
      for issue in library.issueIDs {
        places += self.places(holding: desk(issue).nodes(with: query), in: issue)
      }
      finding = (query, places)
    }
    guard let finding else {
      output.writeLine(LinearText.nothingSearched[language])
      return
    }
    guard let first = finding.places.first else {
      output.writeLine(LinearText.noMatch[language])
      return
    }
    let next = finding.places.first { query.isEmpty ? $0 > place : $0 >= place }
    if next == nil { output.writeLine(LinearText.beganAgain[language]) }
    let target = next ?? first
    let number = (finding.places.firstIndex(of: target) ?? 0) + 1
    output.writeLine(LinearText.found(number, of: finding.places.count)[language])
    jump(to: target, &output)
  }

  private mutating func setFilter(_ text: String, _ output: inout TextOutput) {
    guard !text.isEmpty else {
      filter = nil
      output.writeLine(LinearText.filterIsOff[language])
      return
    }
    let parsed = QueryParser.parse(text)
    var places: [Int] = []
    var diagnostics = parsed.diagnostics
    for issue in library.issueIDs {
      let result = desk(issue).index.evaluate(parsed.query)
      for diagnostic in result.diagnostics where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
      places += self.places(holding: result.matches.nodes, in: issue)
    }
    for diagnostic in diagnostics {
      output.writeLine(QueryText.text(of: diagnostic)[language])
    }
    guard let first = places.first else {
      filter = nil
      output.writeLine(LinearText.noMatch[language])
      return
    }
    filter = (text, places)
    output.writeLine(LinearText.filtered(places.count)[language])
    jump(to: places.first { $0 >= place } ?? first, &output)
  }

  /// The places whose units hold any of the nodes, which are in order of print.
  private func places(holding nodes: [NodeID], in issue: IssueID) -> [Int] {
    var places: [Int] = []
    var next = nodes[...]
    for (place, stop) in stops.enumerated() where stop.issue == issue {
      let range = LinearDesk.range(of: stop.node, in: library[issue])
      while let node = next.first, node.index < range.lowerBound { next.removeFirst() }
      if let node = next.first, range.contains(node.index) { places.append(place) }
    }
    return places
  }
}
