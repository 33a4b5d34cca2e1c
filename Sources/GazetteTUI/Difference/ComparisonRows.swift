import GazetteDifference
import GazetteModel
import GazetteText
import TerminalKit

/// A comparison set in rows: two texts side by side where there is room, else one text with what was
/// taken out and put in.
struct ComparisonRows: Sendable {
  /// A stretch of a row with one look.
  struct Piece: Hashable, Sendable {
    let text: String
    let role: StyleRole
  }

  struct Row: Hashable, Sendable {
    /// The sign of what became of the unit, on its first row.
    var sign: Difference.Kind?
    /// The old text; where there is one text, that.
    var left: [Piece] = []
    var right: [Piece] = []
    /// Which change it belongs to, counted from 0; nil where nothing changed.
    var change: Int?
  }

  private(set) var rows: [Row] = []
  /// The row at which each change begins.
  private(set) var changes: [Int] = []
  /// The row at which each unit begins, changed or not.
  private(set) var entries: [Int] = []
  /// The columns of the left text, and of the right one; 0 where there is one text.
  let leftColumns: Int
  let rightColumns: Int

  /// From this width on the texts stand side by side.
  static let sideBySide = 120
  /// The columns of the letters at the left edge, and those between two texts.
  static let signColumns = 3
  static let gap = 3

  init(
    _ difference: Difference, old: Issue, new: Issue, columns: Int, ambiguous: AmbiguousWidth,
    language: Language
  ) {
    let room = max(4, columns - Self.signColumns)
    let isSideBySide = columns >= Self.sideBySide
    // Both alike and even, so that the same words break alike and Han fill the rows.
    leftColumns = isSideBySide ? (room - Self.gap) / 4 * 2 : room
    rightColumns = isSideBySide ? leftColumns : 0
    let setter = UnitSetter(ambiguous: ambiguous)
    for entry in difference.entries {
      if !rows.isEmpty { rows.append(Row()) }
      entries.append(rows.count)
      let change: Int? = entry.kind == .same ? nil : changes.count
      if change != nil { changes.append(rows.count) }
      let oldNumber = entry.old.flatMap { old[$0.node].numbering?.printed } ?? ""
      let newNumber = entry.new.flatMap { new[$0.node].numbering?.printed } ?? ""
      var left: [[Piece]] = []
      var right: [[Piece]] = []
      if isSideBySide {
        left = setter.rows(
          Self.pieces(of: entry, number: oldNumber, isOld: true, language), leftColumns)
        right = setter.rows(
          Self.pieces(of: entry, number: newNumber, isOld: false, language), rightColumns)
      } else {
        left = setter.rows(
          Self.pieces(of: entry, number: newNumber.isEmpty ? oldNumber : newNumber, language),
          leftColumns)
      }
      for index in 0..<max(1, left.count, right.count) {
        rows.append(
          Row(
            sign: index == 0 ? entry.kind : nil,
            left: left.indices.contains(index) ? left[index] : [],
            right: right.indices.contains(index) ? right[index] : [], change: change))
      }
    }
  }

  /// What one side of a pair shows.
  private static func pieces(
    of entry: Difference.Entry, number: String, isOld: Bool, _ language: Language
  ) -> [Piece] {
    guard let unit = isOld ? entry.old : entry.new else { return [] }
    let start = number.isEmpty ? [] : [Piece(text: number, role: .number)]
    switch entry.kind {
    case .same: return start + [Piece(text: unit.text, role: .plain)]
    case .added: return start + [Piece(text: unit.text, role: .inserted)]
    case .removed: return start + [Piece(text: unit.text, role: .removed)]
    case .moved where isOld: return start + [Piece(text: unit.text, role: .muted)]
    case .moved: return start + [Piece(text: unit.text, role: .corrected)]
    case .changed:
      return start
        + entry.spans.compactMap { span in
          switch span.operation {
          case .keep: Piece(text: span.text, role: .plain)
          case .delete: isOld ? Piece(text: span.text, role: .removed) : nil
          case .insert: isOld ? nil : Piece(text: span.text, role: .inserted)
          }
        }
    }
  }

  /// What the one text shows, with marks around what went and came.
  private static func pieces(
    of entry: Difference.Entry, number: String, _ language: Language
  ) -> [Piece] {
    let start = number.isEmpty ? [] : [Piece(text: number, role: .number)]
    let text = (entry.new ?? entry.old)?.text ?? ""
    switch entry.kind {
    case .same: return start + [Piece(text: text, role: .plain)]
    case .added: return start + [Piece(text: text, role: .inserted)]
    case .removed: return start + [Piece(text: text, role: .removed)]
    case .moved:
      let from = Message(.movedFrom, entry.old?.reference ?? "").text(language)
      return start + [Piece(text: text, role: .corrected), Piece(text: " \(from)", role: .muted)]
    case .changed:
      return start
        + entry.spans.map { span in
          switch span.operation {
          case .keep: Piece(text: span.text, role: .plain)
          case .delete: Piece(text: "[-\(span.text)-]", role: .removed)
          case .insert: Piece(text: "{+\(span.text)+}", role: .inserted)
          }
        }
    }
  }
}

/// Sets pieces of text in rows, by the rules for Chinese.
private struct UnitSetter {
  let ambiguous: AmbiguousWidth

  func rows(_ pieces: [ComparisonRows.Piece], _ columns: Int) -> [[ComparisonRows.Piece]] {
    var scalars: [Unicode.Scalar] = []
    var roles: [StyleRole] = []
    var result: [[ComparisonRows.Piece]] = []
    func finishParagraph() {
      guard !scalars.isEmpty else { return }
      let set = LineBreaking.rows(
        of: scalars, firstWidth: columns, restWidth: columns, ambiguous: ambiguous)
      for row in set {
        result.append(joined(scalars, roles, row.range.start..<row.range.end))
      }
      scalars = []
      roles = []
    }
    for piece in pieces {
      for scalar in SafeText.lines(piece.text).unicodeScalars {
        if scalar == "\n" {
          finishParagraph()
        } else {
          scalars.append(scalar)
          roles.append(piece.role)
        }
      }
    }
    finishParagraph()
    return result
  }

  private func joined(
    _ scalars: [Unicode.Scalar], _ roles: [StyleRole], _ range: Range<Int>
  ) -> [ComparisonRows.Piece] {
    var result: [ComparisonRows.Piece] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, roles[end] == roles[start] { end += 1 }
      let text = scalars[start..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
      result.append(ComparisonRows.Piece(text: text, role: roles[start]))
      start = end
    }
    return result
  }
}
