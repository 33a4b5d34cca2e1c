import GazetteModel
import GazetteReview
import GazetteText

/// A review as one page that needs nothing else: the text with the remarks beside it, charts, and
/// filters that work without a network.
///
/// Everything that comes from the issue or from reviewers is escaped, and the content policy of the
/// page allows its own style and script by their hashes and nothing besides.
public struct HTMLExport {
  let report: ReviewReport
  let language: Language
  /// The bodies that occur, sorted; rows name them by their place here.
  let departments: [String]
  private let placeOfDepartment: [String: Int]
  var output = ""

  /// The page.
  public static func text(of report: ReviewReport, in language: Language) -> String {
    var page = HTMLExport(report: report, language: language)
    page.write()
    return page.output
  }

  private init(report: ReviewReport, language: Language) {
    self.report = report
    self.language = language
    departments = Set(report.rows.flatMap(\.duties.bodies)).sorted()
    placeOfDepartment = Dictionary(
      departments.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Text that HTML leaves as it is, also inside of quoted attributes, with marks for what is
  /// hidden.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in SafeText.lines(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  // MARK: The page

  private mutating func write() {
    writeCharts()
    writeControls()
    writeBrief()
    writeMain()
    let marks = SafeText.markCount(in: head(notice: "") + output)
    let notice = marks > 0 ? "<p class=\"marks\">\(word(.marks))\(marks)</p>\n" : ""
    output =
      head(notice: notice) + output + "<script>\(HTMLAssets.script)</script>\n</body>\n</html>\n"
  }

  /// The page down to its header, which ends with a notice.
  private func head(notice: String) -> String {
    let title = Self.escaped("\(word(.review))\(colon)\(report.issueName)")
    let style = HTMLAssets.style
    let policy =
      "default-src 'none'; style-src 'sha256-\(Base64.text(SHA256.hash(style.utf8)))'; "
      + "script-src 'sha256-\(Base64.text(SHA256.hash(HTMLAssets.script.utf8)))'; base-uri 'none'; "
      + "form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(language.tag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p>\(word(.reviewer))\(colon)\(Self.escaped(report.reviewers.joined(separator: "、")))
      · \(word(.madeAt))\(colon)\(report.madeAt.readable)</p>
      \(notice)</header>

      """
  }

  private mutating func writeMain() {
    output += "<main>\n"
    var document: NodeID??
    var section = ""
    var index = 0
    while index < report.rows.count {
      let row = report.rows[index]
      var end = index + 1
      while end < report.rows.count, report.rows[end].key == row.key { end += 1 }
      if document != .some(row.document) {
        output += "<h2>\(Self.escaped(heading(of: row)))</h2>\n"
        document = .some(row.document)
        section = ""
      }
      if row.section != section {
        section = row.section
        if !section.isEmpty { output += "<h3>\(Self.escaped(section))</h3>\n" }
      }
      write(Array(report.rows[index..<end]))
      index = end
    }
    if !report.strays.isEmpty {
      output += "<h2>\(word(.unsurePlace))</h2>\n<ul>\n"
      for entry in report.strays {
        let text = "\(entry.topic.key.reference) \(entry.strayText(in: language))"
        output += "<li>\(Self.escaped(text))</li>\n"
      }
      output += "</ul>\n"
    }
    output += "</main>\n"
  }

  private func heading(of row: ReviewReport.Row) -> String {
    guard let document = row.document else { return word(.gone) }
    let title = report.title(of: document)
    return row.documentNumber.isEmpty ? title : "\(title)（\(row.documentNumber)）"
  }

  /// The rows of each clause.
  private var clauses: [[ReviewReport.Row]] {
    report.rows.reduce(into: []) { clauses, row in
      if clauses.last?.first?.key == row.key {
        clauses[clauses.count - 1].append(row)
      } else {
        clauses.append([row])
      }
    }
  }

  /// What is printed: clauses that reviewers judge differently, then those with another remark. The
  /// whole text takes dozens of pages, and is printed where one asks for it.
  private mutating func writeBrief() {
    let remarked = clauses.filter(Self.hasRemark)
    guard !remarked.isEmpty else { return }
    output += "<section class=\"brief\">\n"
    for (title, isDisputed) in [(ReviewWord.disputed, true), (.notes, false)] {
      let found = remarked.filter { Self.isDisputed($0) == isDisputed }
      guard !found.isEmpty else { continue }
      output += "<h2>\(word(title))（\(found.count)）</h2>\n"
      for rows in found { write(rows) }
    }
    output += "</section>\n"
  }

  private static func hasRemark(_ rows: [ReviewReport.Row]) -> Bool {
    isDisputed(rows)
      || rows.contains { row in
        row.state.isFlagged || row.isChanged || !(row.mark?.note ?? "").isEmpty
          || !(row.mark?.tags ?? []).isEmpty || !row.team.threads.isEmpty
          || row.team.verdicts.contains(where: \.isReturned)
      }
  }

  /// Whether one reviewer agrees where another objects or sends it away.
  private static func isDisputed(_ rows: [ReviewReport.Row]) -> Bool {
    let states = Set(rows.map(\.state))
    let agrees = states.contains(.agreed) || states.contains(.notours)
    return agrees
      && (states.contains(where: \.isFlagged) || states.isSuperset(of: [.agreed, .notours]))
  }

  // MARK: Clauses

  /// Writes one clause with everyone's marks.
  private mutating func write(_ rows: [ReviewReport.Row]) {
    let row = rows[0]
    let places = row.duties.bodies.compactMap { placeOfDepartment[$0] }
    let states = rows.map(\.state.rawValue)
    let hasRemark = Self.hasRemark(rows)
    output += "<article data-departments=\" \(places.map(String.init).joined(separator: " ")) \" "
    output +=
      "data-states=\" \(states.joined(separator: " ")) \" data-remark=\"\(hasRemark ? 1 : 0)\">\n"
    output += "<div class=\"text\">\n"
    writeText(row)
    writeDuties(row.duties)
    output += "</div>\n<aside>\n"
    output += "<p class=\"reference\">\(Self.escaped(row.reference))</p>\n"
    writeTeam(.assigned, rows[0].team.readerText(in: language))
    for row in rows { writeMark(row) }
    writeTeam(.discussion, rows[0].team.threadText(in: language))
    output += "</aside>\n</article>\n"
  }

  private mutating func writeText(_ row: ReviewReport.Row) {
    var paragraphs = row.text.split(separator: "\n").map { Self.escaped(String($0)) }
    if paragraphs.isEmpty { paragraphs = [""] }
    let title = Self.escaped(row.title)
    if !title.isEmpty, paragraphs[0].hasPrefix(title) {
      paragraphs[0] = "<b>\(title)</b>" + paragraphs[0].dropFirst(title.count)
    }
    if !row.clause.isEmpty { paragraphs[0] = "<b>\(Self.escaped(row.clause))</b>" + paragraphs[0] }
    for paragraph in paragraphs { output += "<p>\(paragraph)</p>\n" }
  }

  private mutating func writeDuties(_ duties: ReviewDuties) {
    for group in duties.groups {
      output += "<p class=\"duties\">\(Self.escaped(group.text(in: language)))</p>\n"
    }
    guard let day = duties.deadline else { return }
    output +=
      "<p class=\"duties\">\(ReviewWord.deadline.text(language))\(colon)\(day.iso8601)</p>\n"
  }

  /// Writes what the team said, each line for itself.
  private mutating func writeTeam(_ word: ReviewWord, _ text: String) {
    guard !text.isEmpty else { return }
    let lines = text.split(separator: "\n").map { Self.escaped(String($0)) }
    output += "<p class=\"note team\"><b>\(self.word(word))</b>\(colon)"
    output += lines.joined(separator: "<br>\n") + "</p>\n"
  }

  private mutating func writeMark(_ row: ReviewReport.Row) {
    output +=
      "<div class=\"mark \(row.state.rawValue)\">\n<p><span class=\"state \(row.state.rawValue)\">"
    output +=
      "\(row.state.symbol == " " ? "○" : row.state.symbol) \(row.state.name(in: language))</span>"
    guard let mark = row.mark else {
      output += "</p>\n</div>\n"
      return
    }
    output += " \(Self.escaped(mark.reviewer)) <time datetime=\"\(mark.at.iso8601)\">"
    output += "\(mark.at.readable)</time></p>\n"
    for paragraph in mark.note.split(separator: "\n") {
      output += "<p class=\"note\">\(Self.escaped(String(paragraph)))</p>\n"
    }
    if !mark.tags.isEmpty {
      let tags = mark.tags.map { "<span class=\"tag\">#\(Self.escaped($0))</span>" }
      output += "<p>\(tags.joined(separator: " "))</p>\n"
    }
    let notice = mark.placement.notice(in: language)
    if let notice { output += "<p class=\"then\">\(Self.escaped(notice))</p>\n" }
    writeTeam(.secondReader, row.team.standingText(in: language))
    if row.isChanged {
      output +=
        "<details open><summary>\(word(mark.placement.isUnsure ? .unsurePlace : .changedSince))（\(mark.state.name(in: language))）</summary>\n"
      output += "<p class=\"then\">\(word(.textThen))\(colon)</p>\n"
      for paragraph in mark.text.content.split(separator: "\n") {
        output += "<p class=\"then\">\(Self.escaped(String(paragraph)))</p>\n"
      }
      output += "</details>\n"
    }
    output += "</div>\n"
  }

  private var colon: String { language.colon }

  func word(_ word: ReviewWord) -> String { word.text(language) }
}
