import GazetteModel
import GazetteText
import TerminalKit

/// The commands of the help in rows: first what works where the reader is, then the signs, then what
/// works elsewhere; or the best fitting first where something is typed.
struct HelpList: Sendable {
  enum Row: Hashable, Sendable {
    case heading(Phrase)
    /// A command, by its place in the table.
    case command(Int)
    /// A sign of the screen with what it means.
    case sign(HelpSign)
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
      listAll(commands, mode)
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

  private mutating func listAll(_ commands: [Command], _ mode: Mode) {
    let shown = commands.indices.filter { !commands[$0].keys.isEmpty }
    let working = shown.filter { commands[$0].modes.contains(mode) }
    let here = working.filter { commands[$0].modes.count <= Self.few }
    add(here.map { .command($0) }, under: Phrase("在这里", "Here"))
    for group in Command.Group.allCases {
      add(
        working.filter { commands[$0].group == group && !here.contains($0) }
          .map { .command($0) }, under: group.name)
    }
    add(HelpSign.all.map { .sign($0) }, under: Phrase("记号", "Signs"))
    for group in Command.Group.allCases {
      let elsewhere = Phrase("别处：\(group.name)", "Elsewhere: \(group.name)")
      add(
        shown.filter { commands[$0].group == group && !commands[$0].modes.contains(mode) }
          .map { .command($0) }, under: elsewhere)
    }
  }

  private mutating func add(_ members: [Row], under heading: Phrase) {
    guard !members.isEmpty else { return }
    if !rows.isEmpty { rows.append(.blank) }
    rows.append(.heading(heading))
    rows += members
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
