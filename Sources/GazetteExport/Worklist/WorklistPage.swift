import GazetteReview
import GazetteText

extension Worklist {
  /// The list as a page for print: A4, its pages numbered, the head of the table on each.
  public func html(in language: Language) -> String {
    func word(_ word: WorklistWord) -> String { word.text(language) }
    let colon = language.colon
    var page = PrintedPage(
      language: language, title: "\(word(.worklist))\(colon)\(body)",
      subtitles: issueNames + [summary(in: language)])
    let printed = tasks.filter { !$0.isInherited }
    let inherited = tasks.filter(\.isInherited)
    if tasks.isEmpty { page.content += "<p>\(word(.nothing))</p>\n" }
    if !printed.isEmpty { page.content += Self.table(printed, language) }
    if !inherited.isEmpty {
      page.content += "<h2>\(word(.inherited))</h2>\n" + Self.table(inherited, language)
    }
    return page.text
  }

  static func table(_ tasks: [Task], _ language: Language) -> String {
    let heads: [WorklistWord] = [.number, .task, .role, .partners, .deadline, .place]
    var result = "<table>\n<thead><tr>"
    result += heads.map { "<th scope=\"col\">\($0.text(language))</th>" }.joined()
    result += "</tr></thead>\n<tbody>\n"
    for (index, task) in tasks.enumerated() {
      let deadline = task.deadline.map { "<time datetime=\"\($0.iso8601)\">\($0.iso8601)</time>" }
      var description = HTMLExport.escaped(task.text)
      description += "<div class=\"place\">\(HTMLExport.escaped(task.phrase))</div>"
      for (label, text) in task.reviewLines(in: language) {
        description +=
          "<div class=\"place\">\(label.text(language))\(language.colon)"
          + "\(HTMLExport.escaped(text))</div>"
      }
      var place = HTMLExport.escaped(task.placeText(in: language))
      place += "<br>\(HTMLExport.escaped(task.place))"
      if !task.evidence.corrections.isEmpty {
        place +=
          "<br>\(WorklistWord.corrections.text(language)) "
          + HTMLExport.escaped(task.evidence.correctionText)
      }
      result += """
        <tr><td class="number">\(index + 1)</td><td>\(description)</td>\
        <td>\(task.role.name[language])</td>\
        <td>\(HTMLExport.escaped(task.partnerText(in: language)))</td>\
        <td class="date">\(deadline ?? "")</td><td class="place">\(place)</td></tr>

        """
    }
    return result + "</tbody>\n</table>\n"
  }
}
