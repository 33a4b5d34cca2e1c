import GazetteReview
import GazetteText

extension Worklist {
  /// The list as Markdown (CommonMark): a box to tick for each task, those with a deadline first.
  public func markdown(in language: Language) -> String {
    let colon = language.colon
    func word(_ word: WorklistWord) -> String { word.text(language) }
    var lines = ["# \(word(.worklist))\(colon)\(MarkdownExport.escaped(body))", ""]
    for name in issueNames { lines.append("- \(MarkdownExport.escaped(name))") }
    lines.append("- \(summary(in: language))")
    if tasks.isEmpty { lines += ["", word(.nothing)] }
    var isInherited = false
    for task in tasks {
      if task.isInherited, !isInherited { lines += ["", "## \(word(.inherited))"] }
      isInherited = task.isInherited
      let box = task.review?.isDone == true ? "x" : " "
      let due = task.deadline.map { "**\($0.iso8601)** " } ?? ""
      lines += [
        "",
        "- [\(box)] \(due)\(task.role.name[language])\(colon)\(MarkdownExport.escaped(task.text))",
        "",
      ]
      let partners = task.partnerText(in: language)
      if !partners.isEmpty {
        lines.append("  - \(word(.partners))\(colon)\(MarkdownExport.escaped(partners))")
      }
      lines.append(
        "  - \(word(.phrase))\(colon)\(MarkdownExport.escaped(task.phrase))")
      lines.append(
        "  - \(word(.place))\(colon)\(MarkdownExport.escaped(task.placeText(in: language)))"
          + " `\(task.place)`")
      for (label, text) in task.reviewLines(in: language) {
        lines.append("  - \(word(label))\(colon)\(MarkdownExport.escaped(text))")
      }
      if !task.evidence.corrections.isEmpty {
        lines.append(
          "  - \(word(.corrections))\(colon)"
            + MarkdownExport.escaped(task.evidence.correctionText))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
