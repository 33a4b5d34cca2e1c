import GazetteDifference
import GazetteModel
import GazetteText
import TerminalKit

/// What the selected choice of a list holds.
struct Preview: Sendable {
  /// A paragraph with the stretch that matters in it.
  struct Part: Sendable {
    var text: String
    var role: StyleRole = .plain
    var match: ScalarRange?
  }

  private(set) var parts: [Part] = []

  init(_ choice: Choice, _ state: State, _ layouts: LayoutCache) {
    let language = state.settings.language
    switch choice.target {
    case .unit(let address, let place, let range):
      addUnit(address, place: place, range, state)
    case .body(let issue, let place): addBody(place, of: issue, state)
    case .command(let place):
      let command = layouts.commands[place]
      parts.append(Part(text: command.name[language], role: .title))
      parts.append(Part(text: command.keys.map(\.label).joined(separator: "  "), role: .key))
      parts.append(Part(text: command.group.name[language], role: .muted))
    case .comparedUnit(let place): addCompared(place, state, layouts)
    case .chip, .search: parts.append(Part(text: choice.title))
    case .missing:
      parts.append(Part(text: choice.title, role: .title))
      parts.append(Part(text: Strings.text(.notInSource, language), role: .missing))
    }
  }

  private mutating func addUnit(
    _ address: NodeAddress, place: TextPlace?, _ range: ScalarRange?, _ state: State
  ) {
    let issue = state.library[address.issue]
    let node = issue[address.node]
    if let document = issue.document(of: address.node), document != address.node {
      parts.append(Part(text: issue[document].shortTitle ?? "", role: .muted))
    }
    if let label = node.label { parts.append(Part(text: label, role: .title)) }
    if let number = node.head?.documentNumber { parts.append(Part(text: number, role: .label)) }
    if let place, let text = node.scalars(at: place) {
      if let cell = place.cell {
        parts.append(Part(text: node.tables[cell.table].sentence(ofRow: cell.row), role: .muted))
      }
      parts.append(Part(text: String(String.UnicodeScalarView(text)), match: range))
      return
    }
    // What the unit says itself, or else what stands below it.
    var shown = 0
    for index in address.node.index..<node.subtreeEnd where shown < Self.most {
      let part = issue.nodes[index]
      let lines = part.textLines
      if index > address.node.index, let label = part.label, lines.isEmpty {
        parts.append(Part(text: label, role: .heading))
        shown += 1
      }
      for line in lines.prefix(Self.most - shown) {
        let number = index > address.node.index ? part.numbering?.printed ?? "" : ""
        parts.append(Part(text: number + line))
        shown += 1
      }
    }
  }

  private mutating func addBody(_ place: Int, of issue: IssueID, _ state: State) {
    guard let index = state.indexes?[issue]?.departments else { return }
    let opened = state.library[issue]
    let department = index.departments[place]
    let language = state.settings.language
    parts.append(Part(text: department.body.name, role: .title))
    let counts = Role.allCases.filter { department.counts[$0] > 0 }.map {
      "\($0.name[language]) \(department.counts[$0])"
    }
    parts.append(Part(text: counts.joined(separator: "  "), role: .label))
    for node in department.nodes.prefix(Self.most) {
      parts.append(Part(text: "\(opened[node].reference.text) \(opened[node].label ?? "")"))
    }
  }

  /// A unit of the comparison with what went and came in it.
  private mutating func addCompared(_ place: Int, _ state: State, _ layouts: LayoutCache) {
    guard let compared = state.compared else { return }
    let entries = layouts.comparison.difference(
      from: compared.old, to: compared.new, in: state.library
    ).entries
    guard entries.indices.contains(place) else { return }
    let entry = entries[place]
    let text = (entry.new ?? entry.old)?.text ?? ""
    let lines = entry.kind == .changed ? DifferenceText.marked(entry.spans) : text
    parts += lines.split(separator: "\n").map { Part(text: String($0)) }
  }

  /// How many paragraphs are enough for any pane.
  private static let most = 24
}
