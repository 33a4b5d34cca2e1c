import GazetteModel
import GazetteReview
import GazetteText

/// A review as Markdown (CommonMark) to paste into a mail: first how far it is, then for each
/// document what somebody has to act on or said something about, with the text, then the other
/// marks in one line for each state.
public enum MarkdownExport {
  /// The text, ending with a line feed.
  public static func text(of report: ReviewReport, in language: Language) -> String {
    var lines = [
      "# \(ReviewWord.review.text(language))\(colon(language))\(escaped(report.issueName))", "",
    ]
    for tally in report.tallies where tally.document == nil {
      lines.append(
        "- \(escaped(tally.reviewer))\(colon(language))\(tally.count.summary(in: language))")
    }
    lines.append(
      "- \(ReviewWord.madeAt.text(language))\(colon(language))\(report.madeAt.readable)")
    var documents: [NodeID?] = []
    for row in report.rows where !documents.contains(row.document) {
      documents.append(row.document)
    }
    for document in documents {
      let rows = report.rows.filter {
        $0.document == document && ($0.mark != nil || !$0.team.isEmpty)
      }
      if rows.isEmpty { continue }
      lines += ["", "## \(escaped(heading(of: document, in: report, language)))"]
      for row in rows where isRemark(row) { lines += [""] + remark(row, report, language) }
      lines += others(rows.filter { !isRemark($0) }, language)
    }
    if !report.strays.isEmpty {
      lines += ["", "## \(ReviewWord.unsurePlace.text(language))", ""]
      lines += report.strays.map {
        "- \(code($0.topic.key.reference)) \(escaped($0.strayText(in: language)))"
      }
    }
    if !report.rows.contains(where: { $0.mark != nil || !$0.team.isEmpty }) {
      lines += ["", ReviewWord.noMarks.text(language)]
    }
    let text = lines.joined(separator: "\n")
    let marks = SafeText.markCount(in: text)
    return text + (marks > 0 ? "\n\n\(ReviewWord.marks.text(language))\(marks)\n" : "\n")
  }

  /// Text that Markdown leaves as it is, on one line, with marks for what is hidden.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in SafeText.lines(text).unicodeScalars {
      if #"\`*_{}[]<>#|~&!+-=$^"#.unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar == "\n" ? " " : scalar)
    }
    var line = String(result)
    // A number with a full stop at the beginning of a line would begin a list.
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") { line = digits + "\\" + rest }
    return line
  }

  /// A reference as code; one with a backquote, which only another program can have stored, as
  /// text.
  private static func code(_ reference: String) -> String {
    let text = SafeText.line(reference)
    return text.contains("`") ? escaped(text) : "`\(text)`"
  }

  private static func colon(_ language: Language) -> String {
    language.colon
  }

  private static func isRemark(_ row: ReviewReport.Row) -> Bool {
    if row.team.verdicts.contains(where: \.isReturned) || !row.team.threads.isEmpty { return true }
    guard let mark = row.mark else { return false }
    return mark.state.isFlagged || !mark.note.isEmpty || !mark.tags.isEmpty || row.isChanged
  }

  private static func heading(
    of document: NodeID?, in report: ReviewReport, _ language: Language
  ) -> String {
    guard let document else { return ReviewWord.gone.text(language) }
    let number = report.rows.first { $0.document == document }?.documentNumber ?? ""
    return number.isEmpty
      ? report.title(of: document) : "\(report.title(of: document))（\(number)）"
  }

  private static func remark(
    _ row: ReviewReport.Row, _ report: ReviewReport, _ language: Language
  ) -> [String] {
    let name = row.clause + (row.title.isEmpty ? "" : row.title)
    var lines = [
      "### \((row.mark?.state ?? .unread).name(in: language))\(colon(language))\(escaped(name)) \(code(row.reference))"
    ]
    guard let mark = row.mark else {
      if !row.section.isEmpty { lines += ["", escaped(row.section)] }
      return lines + team(row, language) + [""] + quoted(row.text) + duties(row.duties, language)
    }
    var about = ["\(escaped(mark.reviewer))", mark.at.readable]
    if let notice = mark.placement.notice(in: language) { about.append(escaped(notice)) }
    about += mark.tags.map { "\\#" + escaped($0) }
    lines += ["", about.joined(separator: " · ")]
    if !row.section.isEmpty { lines += ["", escaped(row.section)] }
    if !mark.note.isEmpty {
      let note = mark.note.split(separator: "\n", omittingEmptySubsequences: false)
        .map { escaped(String($0)) }
      // Two spaces at the end break the line; an empty line would break the emphasis.
      lines += [
        "",
        "**\(ReviewWord.note.text(language))**\(colon(language))" + note.joined(separator: "  \n"),
      ]
    }
    lines += team(row, language)
    if row.isChanged {
      lines += [
        "",
        "\((mark.placement.isUnsure ? ReviewWord.unsurePlace : .changedSince).text(language))。\(ReviewWord.textThen.text(language))\(colon(language))",
        "",
      ]
      lines += quoted(mark.text.content)
      guard row.node != nil else { return lines }
      lines += ["", "\(ReviewWord.textNow.text(language))\(colon(language))"]
    }
    return lines + [""] + quoted(row.text) + duties(row.duties, language)
  }

  /// What the team said, a paragraph for each kind of it.
  private static func team(_ row: ReviewReport.Row, _ language: Language) -> [String] {
    let said: [(ReviewWord, String)] = [
      (.assigned, row.team.readerText(in: language)),
      (.secondReader, row.team.standingText(in: language)),
      (.discussion, row.team.threadText(in: language)),
    ]
    return said.filter { !$0.1.isEmpty }.flatMap { word, text in
      let words = text.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "  \n")
      return ["", "**\(word.text(language))**\(colon(language))\(words)"]
    }
  }

  private static func quoted(_ text: String) -> [String] {
    Array(
      text.split(separator: "\n").map { "> " + escaped(String($0)) }.joinedByBlankQuote())
  }

  private static func duties(_ duties: ReviewDuties, _ language: Language) -> [String] {
    var parts = duties.groups.map { escaped($0.text(in: language)) }
    if let day = duties.deadline {
      parts.append("\(ReviewWord.deadline.text(language))\(colon(language))\(day.iso8601)")
    }
    return parts.isEmpty ? [] : ["", parts.joined(separator: "；")]
  }

  private static func others(_ rows: [ReviewReport.Row], _ language: Language) -> [String] {
    ReviewState.allCases.flatMap { state -> [String] in
      let found = rows.filter { ($0.mark?.state ?? .unread) == state }
      guard !found.isEmpty else { return [] }
      let references = found.map { row in
        let readers = row.mark == nil ? escaped(row.team.readerText(in: language)) : ""
        return code(row.reference) + (readers.isEmpty ? "" : " \(readers)")
      }.joined(separator: "、")
      return ["", "\(state.name(in: language))（\(found.count)）\(colon(language))\(references)"]
    }
  }
}

extension Array where Element == String {
  /// The lines with an empty quoted line between each two.
  fileprivate func joinedByBlankQuote() -> [String] {
    enumerated().flatMap { $0.offset == 0 ? [$0.element] : [">", $0.element] }
  }
}
