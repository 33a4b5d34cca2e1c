import GazetteModel
import GazetteText

/// A short list over the panes to choose from.
struct Chooser: Hashable, Sendable {
  /// Its heading.
  var title = StringKey.palette
  var choices: [Choice] = []
  var selected = 0
  /// The row that stands at the top.
  var top = 0
}

/// One thing that can be chosen.
struct Choice: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    /// A unit, with the stretch in one of its paragraphs where there is one.
    case unit(NodeAddress, place: TextPlace?, ScalarRange?)
    /// A body, by its place among the departments of an issue.
    case body(issue: Int, Int)
    /// A command, by its place in the table.
    case command(Int)
    /// A kept filter, by its place among the chips.
    case chip(Int)
    /// Looking for words in the whole text.
    case search(String)
    /// A text that is not in the source.
    case missing
  }

  enum Kind: Hashable, Sendable, CaseIterable {
    case document, body, section, command, clause, target, reference, chip
  }

  var kind: Kind
  var title: String
  /// What tells it from others of the same title.
  var detail: String
  var target: Target
}

extension Choice.Kind {
  /// Its name before the title.
  var name: StringKey {
    switch self {
    case .document: .kindDocument
    case .body: .kindBody
    case .section: .kindSection
    case .command: .kindCommand
    case .clause: .kindClause
    case .target: .kindTarget
    case .reference: .kindReference
    case .chip: .kindFilter
    }
  }
}

/// What the reader chose in the help.
struct HelpChoice: Hashable, Sendable {
  /// What narrows the help; empty when nothing does.
  var query = ""
  /// The selected row.
  var selected = 1
  /// The row that stands at the top.
  var top = 0
}

/// The commands of the help in rows: by group, or the best fitting first where something is typed.
struct HelpList: Sendable {
  enum Row: Hashable, Sendable {
    case heading(Phrase)
    /// A command, by its place in the table.
    case command(Int)
    case blank
  }

  private(set) var rows: [Row] = []

  /// The most modes of a command that belongs to the place where the reader is.
  private static let few = 3

  /// - Parameter mode: Where the reader is: what works only there and in few other places comes
  ///   first.
  init(_ commands: [Command], query: String, names: [[RankedName]], mode: Mode) {
    let wanted = NameQuery(query)
    guard !wanted.isEmpty else {
      let here = commands.indices.filter {
        commands[$0].modes.contains(mode) && commands[$0].modes.count <= Self.few
      }
      add(here, under: Phrase("在这里", "Here"))
      for group in Command.Group.allCases {
        add(
          commands.indices.filter { commands[$0].group == group && !here.contains($0) },
          under: group.name)
      }
      return
    }
    let typed = query.filter { $0 != " " }
    let found = commands.indices.compactMap { place -> (rank: Int, place: Int)? in
      // A key typed as it is pressed comes first: folding would take F for f.
      if commands[place].keys.contains(where: { $0.label == typed }) { return (-1, place) }
      return wanted.rank(of: names[place]).map { ($0.rawValue, place) }
    }
    rows = found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map { .command($0.place) }
  }

  private mutating func add(_ members: [Int], under heading: Phrase) {
    guard !members.isEmpty else { return }
    if !rows.isEmpty { rows.append(.blank) }
    rows.append(.heading(heading))
    rows += members.map { .command($0) }
  }

  /// The row itself, or the next one in a direction that is a command; else the nearest the other
  /// way.
  func commandRow(from row: Int, step: Int) -> Int? {
    let start = min(max(0, row), rows.count - 1)
    func search(_ step: Int) -> Int? {
      var row = start
      while rows.indices.contains(row) {
        if case .command = rows[row] { return row }
        row += step
      }
      return nil
    }
    return search(step < 0 ? -1 : 1) ?? search(step < 0 ? 1 : -1)
  }
}
