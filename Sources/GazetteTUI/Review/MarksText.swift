import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// Everyone's marks at a clause, set in rows; where the words changed since the reviewer's own
/// mark, both texts.
struct MarksText {
  var lines: [DetailLine] = []
  let columns: Int
  let settings: Settings
  private let keys: KeyLabels

  /// - Parameters:
  ///   - columns: The width of the rows.
  ///   - keys: What to press, for the line that says so.
  init(
    _ state: State, target: ReviewKey, sheet: ReviewSheet, scope: ReviewScope, columns: Int,
    keys: KeyLabels
  ) {
    self.columns = columns
    self.keys = keys
    settings = state.settings
    let issue = state.library[state.issue]
    addText(Self.title(of: target, scope, issue), .title)
    let team = state.review.team(state.issue)
    let node = scope.node(of: target)
    if let node {
      addReaders(team.readers(at: node, of: scope))
      for entry in team.unsureAssignments(at: node, of: scope) {
        addText(SafeText.line(entry.strayText(in: settings.language)), .question)
      }
    }
    lines.append(DetailLine())
    let marks = sheet.marks(at: target)
    // One's own comes first.
    let own = marks.first { $0.reviewer == sheet.reviewer }
    add(own, of: sheet.reviewer, scope)
    if let own { addStanding(of: own, team, scope) }
    for mark in marks where mark != own {
      add(mark, of: mark.reviewer, scope)
      addStanding(of: mark, team, scope)
    }
    if marks.allSatisfy({ $0.reviewer == sheet.reviewer }) { addText(word(.nobodyElse), .muted) }
    if let node {
      addThreads(team.threads(at: node, of: scope), now: scope.text(of: node).content)
    }
    guard let own, scope.isChanged(own) else { return }
    addChange(from: own.text.content, to: scope.text(of: target)?.content ?? "")
  }

  /// What the marks are put on, in words.
  private static func title(of key: ReviewKey, _ scope: ReviewScope, _ issue: Issue) -> String {
    if let row = scope.row(of: key) { return key.reference + " " + issue.label(of: row) }
    return scope.node(of: key).flatMap { issue[$0].label } ?? key.reference
  }

  func word(_ key: StringKey) -> String { Strings.text(key, settings.language) }

  private mutating func add(_ mark: ReviewMark?, of reviewer: String, _ scope: ReviewScope) {
    let isChanged = mark.map(scope.isChanged) ?? false
    let look = ReviewLook(state: mark?.state ?? .unread, isChanged: isChanged)
    let name = DisplayWidth.truncated(
      reviewer, to: Self.nameColumns - 1, ambiguous: settings.ambiguous)
    var row = DetailLine(pieces: [.init(column: 0, text: name, role: .label)])
    var column = Self.nameColumns
    func append(_ text: String, _ role: StyleRole) {
      row.pieces.append(.init(column: column, text: text, role: role))
      column += DisplayWidth.columns(of: text, ambiguous: settings.ambiguous) + 1
    }
    append(look.symbol, look.role)
    append((mark?.state ?? .unread).name(in: settings.language), look.role)
    let notice = mark?.placement.notice(in: settings.language)
    if isChanged, notice == nil { append(word(.changedSince), .question) }
    if let mark { append(mark.at.readable, .muted) }
    lines.append(row)
    guard let mark else { return }
    if let notice { addText(notice, .question, indent: Self.nameColumns) }
    if !mark.tags.isEmpty {
      addText(mark.tags.map { "#" + $0 }.joined(separator: " "), .key, indent: Self.nameColumns)
    }
    for line in mark.note.split(separator: "\n", omittingEmptySubsequences: false) {
      if !mark.note.isEmpty { addText(String(line), .plain, indent: Self.nameColumns) }
    }
  }

  /// Adds the old and the new text; what they do not share is marked.
  private mutating func addChange(from old: String, to new: String) {
    let before = Array(old.unicodeScalars)
    let after = Array(new.unicodeScalars)
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    lines.append(DetailLine())
    addText(word(.textAtMark), .label)
    addText(before, marked: start..<before.count - end)
    lines.append(DetailLine())
    addText(word(.textNow), .label)
    addText(after, marked: start..<after.count - end)
    lines.append(DetailLine())
    addText(Message(.confirmWith).text(settings.language, keys: keys.label), .question)
  }

  static let nameColumns = 12

  mutating func addText(_ text: String, _ role: StyleRole, indent: Int = 0) {
    let scalars = Array(text.unicodeScalars)
    let rows = LineBreaking.rows(
      of: scalars, firstWidth: columns - indent, restWidth: columns - indent,
      ambiguous: settings.ambiguous)
    for row in rows {
      let shown = String(String.UnicodeScalarView(scalars[row.range.start..<row.range.end]))
      lines.append(DetailLine(pieces: [.init(column: indent, text: shown, role: role)]))
    }
  }

  /// Adds paragraphs with one stretch marked.
  private mutating func addText(_ scalars: [Unicode.Scalar], marked: Range<Int>) {
    var start = 0
    for paragraph in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = Array(paragraph)
      let rows = LineBreaking.rows(
        of: text, firstWidth: columns - 2, restWidth: columns - 2, ambiguous: settings.ambiguous)
      for row in rows {
        var line = DetailLine()
        var column = 2
        let range = row.range.start..<row.range.end
        let inside = range.clamped(to: marked.lowerBound - start..<marked.upperBound - start)
        let parts: [(Range<Int>, StyleRole)] =
          inside.isEmpty
          ? [(range, .plain)]
          : [
            (range.lowerBound..<inside.lowerBound, .plain), (inside, .corrected),
            (inside.upperBound..<range.upperBound, .plain),
          ]
        for (part, role) in parts where !part.isEmpty {
          let piece = String(String.UnicodeScalarView(text[part]))
          line.pieces.append(.init(column: column, text: piece, role: role))
          column += DisplayWidth.columns(of: piece, ambiguous: settings.ambiguous)
        }
        lines.append(line)
      }
      start += text.count + 1
    }
  }
}
