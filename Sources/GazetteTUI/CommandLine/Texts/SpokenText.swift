import GazetteModel
import GazetteText

/// An issue as sentences: a line for every paragraph, nothing that only the eye understands.
struct SpokenText {
  private let issue: GazetteModel.Issue
  private let language: Language
  private let index: DepartmentIndex

  init(issue: GazetteModel.Issue, language: Language) {
    self.issue = issue
    self.language = language
    index = DepartmentIndex(issue: issue)
  }

  /// Says where a unit stands, if it stands in another.
  func writePlace(of id: NodeID, to output: inout TextOutput) {
    let titles = issue.ancestors(of: id).reversed().compactMap { step -> String? in
      let title = issue[step].numbered(issue[step].title ?? "")
      return title.isEmpty ? nil : title
    }
    guard !titles.isEmpty else { return }
    let separator = language.comma
    output.writeLine(
      sentence(ReadText.place[language] + titles.joined(separator: separator)))
  }

  /// Reads out nodes in order of print, with a blank line before every heading but the first.
  func write(nodes: Range<Int>, to output: inout TextOutput) {
    var isFirst = true
    // Whoever is responsible for a unit by a statement that is itself read is not named again.
    var inherited: NodeID?
    for block in NodeText(issue: issue, language: language).blocks(in: nodes) {
      if let unit = inherited, block.node != unit {
        writeInherited(by: unit, outside: nodes, to: &output)
        inherited = nil
      }
      if block.isHeading, !isFirst { output.writeLine("") }
      isFirst = false
      if let table = block.table {
        write(issue[block.node].tables[table], to: &output)
      } else if let paragraph = block.paragraph {
        output.writeLine(spoken(block, paragraph: paragraph))
        inherited = block.node
      } else {
        output.writeLine(sentence(block.text))
        if block.isHeading, issue[block.node].kind == .contents { writeContents(to: &output) }
      }
    }
    if let unit = inherited { writeInherited(by: unit, outside: nodes, to: &output) }
  }

  private func writeContents(to output: inout TextOutput) {
    var column: String?
    for entry in issue.contents {
      if let next = entry.column, next != column { output.writeLine(sentence(next)) }
      column = entry.column
      let page = entry.page.map { ReadText.page($0)[language] } ?? ""
      output.writeLine(sentence(entry.title + page))
    }
  }

  /// Reads a table out row by row, each cell behind what its column is called.
  private func write(_ table: GazetteModel.Table, to output: inout TextOutput) {
    output.writeLine(sentence(TableLabel.text(table)[language]))
    for row in 0..<table.rowCount { output.writeLine(sentence(table.sentence(ofRow: row))) }
  }

  // MARK: Responsibilities

  /// A paragraph with the brackets that say who is responsible turned into sentences.
  private func spoken(_ block: NodeText.Block, paragraph: Int) -> String {
    let scalars = Array(block.text.unicodeScalars)
    // The printed number stands before the text that ranges count in.
    let start = scalars.count - issue[block.node].paragraphs[paragraph].scalarCount
    var text = String.UnicodeScalarView()
    var position = 0
    for place in index.responsibilities(of: block.node, paragraph: paragraph) {
      let responsibility = index.responsibilities[place]
      guard responsibility.form == .bracketed, let range = responsibility.range,
        range.start + start >= position,
        range.end + start <= scalars.count
      else { continue }
      text.append(contentsOf: scalars[position..<range.start + start])
      position = range.end + start
      // The mark behind the bracket ends what stands before it.
      if position < scalars.count, Self.marks.contains(scalars[position]) {
        text.append(scalars[position])
        position += 1
      }
      if let last = text.last, position > start, range.start > 0, !Self.marks.contains(last) {
        text.append("。")
      }
      text.append(contentsOf: sentence(of: responsibility).unicodeScalars)
    }
    text.append(contentsOf: scalars[position...])
    return sentence(String(text))
  }

  /// The bracket as a sentence: labelled, unless it says itself what it is.
  private func sentence(of responsibility: Responsibility) -> String {
    let inner = String(responsibility.text.dropFirst().dropLast())
    let isLabelled = inner.prefix(Self.longestLabel).contains { $0 == "：" || $0 == ":" }
    return sentence((isLabelled ? "" : ReadText.responsible[language]) + inner)
  }

  /// Says who is responsible for a unit by a statement that is not among the nodes being read.
  private func writeInherited(
    by unit: NodeID, outside nodes: Range<Int>, to output: inout TextOutput
  ) {
    for responsibility in index.responsibilities[index.responsibilities(of: unit)] {
      guard let source = responsibility.inheritedFrom, !nodes.contains(source.index) else {
        continue
      }
      for group in responsibility.groups {
        var names = BodyNames.line(group.bodies.map(\.printed))
        if group.andOthers { names += DutyText.others[language] }
        output.writeLine(
          sentence(
            ReadText.inherited(role: group.role.name[language], names)[language]))
      }
    }
  }

  // MARK: Sentences

  /// How far into a bracket its label may reach, in characters: 责任单位及分工：.
  private static let longestLabel = 9
  /// What ends a sentence or a part of one.
  private static let marks: Set<Unicode.Scalar> = [
    "。", "；", "，", "、", "：", "！", "？", ".", ";", ":",
  ]
  private static let closers: Set<Unicode.Scalar> = ["”", "’", "》", "）", "」", "』", ")"]

  /// The text with a full stop, where no mark ends it.
  private func sentence(_ text: String) -> String {
    guard
      let last = text.unicodeScalars.last(where: { !Self.closers.contains($0) }),
      let end = text.unicodeScalars.last
    else { return text }
    if Self.marks.contains(end) || Self.closers.contains(end) && Self.marks.contains(last) {
      return text
    }
    return text + (text.unicodeScalars.allSatisfy(\.isASCII) ? "." : "。")
  }
}

/// What `read` says beside the text, in both languages.
enum ReadText {
  static let place = Phrase("位于", "In ")
  static let responsible = Phrase("责任分工：", "Responsible: ")

  static func page(_ page: Int) -> Phrase { Phrase("，第\(page)页", ", page \(page)") }

  static func inherited(role: String, _ names: String) -> Phrase {
    Phrase("按统一要求，\(names)\(role)", "As stated before, \(role): \(names)")
  }
}
