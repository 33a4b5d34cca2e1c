import GazetteModel
import GazetteReview

extension OfficeReport {
  /// The report as a page for print.
  public var html: String {
    var page = PrintedPage(language: language, title: title, subtitles: subtitles)
    page.content += "<h2>\(ReportWord.asked.text(language))</h2>\n"
    for (word, tasks) in [(ReportWord.byDay, dated), (.withoutDay, undated)] {
      page.content += "<h3>\(word.text(language))</h3>\n"
      page.content +=
        tasks.isEmpty ? nothing : Worklist.table(tasks, language)
    }
    for (word, remarks, name) in [
      (ReportWord.disputed, disputed, "disputed"), (.open, open, "open"),
    ] {
      page.content += "<h2>\(word.text(language))</h2>\n"
      if remarks.isEmpty { page.content += nothing }
      for remark in remarks { page.content += html(of: remark, name) }
    }
    page.content += "<h2>\(ReportWord.unread.text(language))</h2>\n"
    if unread.isEmpty {
      page.content += nothing
    } else {
      let items = unread.map {
        "<li>\(HTMLExport.escaped($0.headline)) "
          + "<span class=\"place\">\(HTMLExport.escaped($0.reference))</span></li>\n"
      }
      page.content += "<ol>\n\(items.joined())</ol>\n"
    }
    return page.text
  }

  private var nothing: String { "<p>\(ReportWord.nothing.text(language))</p>\n" }

  private func html(of remark: Remark, _ name: String) -> String {
    let marks = remark.marks.map { "<p>\(HTMLExport.escaped(text(of: $0, remark.source)))</p>\n" }
      .joined()
    let words = remark.source.scope.text(of: remark.node).content.split(separator: "\n")
      .map { "<p>\(HTMLExport.escaped(String($0)))</p>\n" }.joined()
    return """
      <h4 class="\(name)">\(HTMLExport.escaped(remark.heading))</h4>
      <p class="place">\(HTMLExport.escaped(remark.place(in: language)))</p>
      \(marks)<blockquote>
      \(words)</blockquote>

      """
  }
}
