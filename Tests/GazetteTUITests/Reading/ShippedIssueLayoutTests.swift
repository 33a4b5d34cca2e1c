import GazetteModel
import Testing

@testable import GazetteTUI

@Suite struct ShippedIssueLayout {
  @Test(arguments: [16, 31, 48, 80, 120]) func everyParagraphIsWholeAndInsideTheMeasure(
    measure: Int
  ) throws {
    let issue = try ShippedText.issue()
    var shown: [DocumentLayout.TextKey: Int] = [:]
    for root in issue.roots {
      let set = DocumentLayout(issue: issue, root: root, measure: measure)
      for row in set.rows {
        #expect(row.column + row.columns <= measure)
        guard let part = row.part else { continue }
        let key = DocumentLayout.TextKey(node: row.node, part: part)
        // Only blanks may be missing between a row and the one before.
        let text = set.scalars(of: part, in: row.node)
        let skipped = text[(shown[key] ?? 0)..<row.range.start]
        #expect(skipped.allSatisfy { $0 == " " || $0 == "\u{3000}" })
        shown[key] = row.range.end
      }
    }
    for node in issue.nodes {
      for (index, paragraph) in node.paragraphs.enumerated() {
        #expect(shown[.init(node: node.id, part: .paragraph(index))] == paragraph.scalarCount)
      }
      for (index, line) in (node.head?.lines ?? []).enumerated() where line.role != .title {
        let end = shown[.init(node: node.id, part: .head(index))]
        #expect(end == line.text.unicodeScalars.count)
      }
    }
  }

  @Test func everyPrintedLineIsShownOnce() throws {
    let issue = try ShippedText.issue()
    var shown: [Int: [Unicode.Scalar]] = [:]
    for root in issue.roots {
      let set = DocumentLayout(
        issue: issue, root: root, measure: 50, options: .init(isPrinted: true))
      for row in set.rows {
        guard case .line(let line) = row.part else { continue }
        let text = set.scalars(of: .line(line), in: row.node)
        shown[line, default: []] += text[row.range.start..<row.range.end]
      }
    }
    for line in 1...issue.source.lineCount {
      let text = issue.source.text(ofLine: line).unicodeScalars.filter { $0 != " " }
      #expect((shown[line] ?? []).filter { $0 != " " } == Array(text))
    }
  }

  @Test func aPlaceIsFoundAgainAtAnotherWidthAndInTheSource() throws {
    let issue = try ShippedText.issue()
    for root in issue.roots {
      let narrow = DocumentLayout(issue: issue, root: root, measure: 48)
      let wide = DocumentLayout(issue: issue, root: root, measure: 80)
      let printed = DocumentLayout(
        issue: issue, root: root, measure: 60, options: .init(isPrinted: true))
      for index in stride(from: 0, to: narrow.rows.count, by: 3) {
        let position = narrow.position(ofRow: index)
        let row = wide.rows[wide.row(of: position)]
        #expect(row.node == position.node && row.part == position.part)
        guard case .paragraph(let number) = position.part else { continue }
        guard case .line(let line) = printed.rows[printed.row(of: position)].part else {
          #expect(Bool(false), "no printed line for \(position)")
          continue
        }
        #expect(issue[position.node].paragraphs[number].lines.contains(line))
      }
    }
  }
}
