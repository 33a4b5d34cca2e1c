import GazetteModel
import GazetteText
@testable import TerminalKit

@testable import GazetteTUI

extension DocumentLayout {
  /// Names a text of a node.
  struct TextKey: Hashable {
    var node: NodeID
    var part: TextPart
  }
}

/// What must hold of every paragraph set in rows, written down apart from the code that sets them.
struct RowRules {
  /// What is wrong, in words; empty when all rules hold.
  static func violations(
    _ scalars: [Unicode.Scalar], _ rows: [LineBreaking.Row], firstWidth: Int, restWidth: Int
  ) -> [String] {
    var result: [String] = []
    var expected = 0
    for (index, row) in rows.enumerated() {
      let width = index == 0 ? firstWidth : restWidth
      let shown = scalars[row.range.start..<row.range.end]
      let columns = DisplayWidth.columns(of: shown)
      if columns != row.columns { result.append("row \(index) miscounts its columns") }
      if columns > width { result.append("row \(index) is \(columns) wide, not \(width)") }
      if row.range.start != expected {
        result.append("row \(index) does not follow the one before")
      }
      if scalars[row.range.end..<row.end].contains(where: { $0 != " " && $0 != "\u{3000}" }) {
        result.append("row \(index) drops more than blanks")
      }
      if index + 1 < rows.count, row.end <= row.range.start {
        result.append("row \(index) is empty")
      }
      expected = row.end
      guard index + 1 < rows.count else { continue }
      if let rule = broken(scalars, row), hasLegalBreak(scalars, row) {
        result.append("row \(index) \(rule): \(String(String.UnicodeScalarView(shown)))")
      }
    }
    if expected != scalars.count { result.append("the end is lost") }
    return result
  }

  static let noStart = Set(
    "、，。：；？！）》〉」』】〕］｝”’·‧・–—～…/／％‰℃°′″々〃,.;:?!)]}%".unicodeScalars)
  static let noEnd = Set("（《〈「『【〔［｛“‘￥$£([{/／".unicodeScalars)

  /// The rule that the break behind a row breaks.
  private static func broken(_ scalars: [Unicode.Scalar], _ row: LineBreaking.Row) -> String? {
    guard row.range.count > 0 else { return nil }
    let before = scalars[row.range.end - 1]
    let after = scalars[row.end]
    if noStart.contains(after) { return "is followed by a closing mark" }
    if noEnd.contains(before) { return "ends with an opening mark" }
    if row.range.end == row.end {
      if isWord(before), isWord(after) { return "splits a word" }
      if row.range.count > 1, before == "." || before == ":" || before == "—",
        isDigit(scalars[row.range.end - 2]), isDigit(after)
      {
        return "splits a number"
      }
      if isDigit(before), "年月日元%".unicodeScalars.contains(after), row.range.count > 1,
        !isDigit(scalars[row.range.end - 2]), !noStart.contains(scalars[row.range.end - 2])
      {
        return "parts a number from its unit"
      }
    }
    return nil
  }

  /// Whether a row has two Han side by side between which it could have been broken.
  private static func hasLegalBreak(_ scalars: [Unicode.Scalar], _ row: LineBreaking.Row) -> Bool {
    let range = row.range.start + 1..<max(row.range.start + 1, row.end)
    return range.contains { isPlainHan(scalars[$0 - 1]) && isPlainHan(scalars[$0]) }
  }

  private static func isPlainHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) && !LineBreakClass.isUnit(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar.isASCII && scalar.properties.isAlphabetic
      || "₂₅".unicodeScalars.contains(scalar)
  }
}
