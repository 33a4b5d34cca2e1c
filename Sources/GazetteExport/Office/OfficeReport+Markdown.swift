import GazetteModel
import GazetteReview

extension OfficeReport {
  /// The report as Markdown (CommonMark).
  public var markdown: String {
    var lines = ["# \(MarkdownExport.escaped(title))", ""]
    lines += subtitles.map { "- \(MarkdownExport.escaped($0))" }
    lines += ["", "## \(ReportWord.asked.text(language))"]
    for (word, tasks) in [(ReportWord.byDay, dated), (.withoutDay, undated)] {
      lines += ["", "### \(word.text(language))", ""]
      if tasks.isEmpty { lines.append(ReportWord.nothing.text(language)) }
      for task in tasks { lines += markdown(of: task) }
    }
    for (word, remarks) in [(ReportWord.disputed, disputed), (.open, open)] {
      lines += ["", "## \(word.text(language))", ""]
      if remarks.isEmpty { lines.append(ReportWord.nothing.text(language)) }
      for remark in remarks { lines += markdown(of: remark) }
    }
    lines += ["", "## \(ReportWord.unread.text(language))", ""]
    if unread.isEmpty { lines.append(ReportWord.nothing.text(language)) }
    for task in unread {
      lines.append("- \(MarkdownExport.escaped(task.headline)) `\(task.reference)`")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdown(of task: Worklist.Task) -> [String] {
    let day = task.deadline.map { "**\($0.iso8601)** " } ?? ""
    let partners = task.partnerText(in: language)
    let role = task.role.name[language]
    var lines = ["- \(day)\(role)\(colon)\(MarkdownExport.escaped(task.text))"]
    if !partners.isEmpty { lines.append("  - \(MarkdownExport.escaped(partners))") }
    for (label, text) in task.reviewLines(in: language) {
      lines.append("  - \(label.text(language))\(colon)\(MarkdownExport.escaped(text))")
    }
    lines.append(
      "  - \(MarkdownExport.escaped(task.placeText(in: language))) `\(task.reference)`")
    return lines
  }

  private func markdown(of remark: Remark) -> [String] {
    var lines = [
      "- **\(MarkdownExport.escaped(remark.heading))** `\(remark.place(in: language))`"
    ]
    for mark in remark.marks {
      lines.append("  - \(MarkdownExport.escaped(text(of: mark, remark.source)))")
    }
    lines.append(
      "  - > \(MarkdownExport.escaped(remark.source.scope.text(of: remark.node).content))")
    return lines
  }
}
