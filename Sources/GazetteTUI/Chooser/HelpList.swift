import GazetteModel
import GazetteReview
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

/// A sign of the screen with the one thing that it means.
struct HelpSign: Hashable, Sendable {
  let sign: String
  let role: StyleRole
  let meaning: Phrase

  /// Every sign, in order.
  static let all: [HelpSign] = places + marks + bodies + tables

  private static let places: [HelpSign] = [
    HelpSign(
      ">", .current, Phrase("正读到的一行；有焦点的一栏", "the row being read; the pane that has the focus")),
    HelpSign("+", .plain, Phrase("已折叠", "folded")),
    HelpSign("-", .plain, Phrase("已展开", "unfolded")),
    HelpSign("« »", .muted, Phrase("此处有截去的字，或还有列", "words are cut here, or columns follow")),
    HelpSign(ReviewLook.own, .lead, Phrase("写明本单位", "names my department")),
  ]

  /// Of the review.
  private static var marks: [HelpSign] {
    let states: [ReviewState] = [.read, .agreed, .question, .problem, .notours]
    let changed = ReviewLook(state: .read, isChanged: true)
    var signs: [HelpSign] = states.map { state in
      let look = ReviewLook(state: state)
      return HelpSign(look.symbol, look.role, state.name)
    }
    signs.append(
      HelpSign(
        changed.symbol, changed.role,
        Phrase("标记之后文字有改动", "the text changed since the mark")))
    signs.append(
      HelpSign(ReviewLook.noted, .muted, Phrase("有批注或标签", "has a note or tags")))
    return signs
  }

  /// Of the list of bodies.
  private static var bodies: [HelpSign] {
    RoleBar.roles.map { role in
      let name = role == .support ? DutyText.otherRoles : role.name
      return HelpSign(
        String(RoleBar.mark(of: role)), .number,
        Phrase("单位：\(name)", "bodies: \(name)"))
    }
  }

  /// Of the matrix and the targets.
  private static let tables: [HelpSign] = [
    HelpSign("7/20", .plain, Phrase("矩阵：20 条，其中牵头 7 条", "matrix: 20 clauses, leads 7 of them")),
    HelpSign("(58)", .muted, Phrase("矩阵：只有统一要求的 58 条", "matrix: 58 clauses, all inherited")),
    HelpSign(" 9 ", .heatMiddle, Phrase("矩阵：条数居中", "matrix: a middling number")),
    HelpSign(" 9 ", .heatHigh, Phrase("矩阵：条数最多", "matrix: the largest numbers")),
    HelpSign("^", .attribution, Phrase("指标：时间线上的期限", "targets: a deadline on the line in time")),
  ]

  init(_ sign: String, _ role: StyleRole, _ meaning: Phrase) {
    self.sign = sign
    self.role = role
    self.meaning = meaning
  }
}
