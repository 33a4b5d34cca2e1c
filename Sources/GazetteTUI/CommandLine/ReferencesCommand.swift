import ArgumentParser
import GazetteArchive
import GazetteModel
import GazetteText

/// `gazette references TEXT`: who refers to a text, and whether it amends or repeals it.
struct ReferencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "List the units that refer to a text, and what they do to it.",
    discussion: """
      TEXT is a part of a title or of a document number. The words around a reference tell whether \
      the unit repeals, amends or extends the text, issues it, or implements it; where they do not, \
      it only mentions it. Behind the arrow stands the document that is meant, where it is at hand.
      """
  )

  @Argument(help: "A part of the title or of the number.")
  var text: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  /// A unit that refers.
  private struct Entry {
    let reference: String
    let text: String
    let relation: ReferenceRelation
  }

  func run() throws {
    let (entries, names) = try options.catalogue().map(read) ?? readLibrary()
    var output = TextOutput()
    if json {
      output.write(
        .array(
          entries.map {
            $0.relation.json(
              at: $0.reference, text: $0.text, target: names.reference(of: $0.text))
          }))
    } else {
      for entry in entries {
        var parts = [entry.reference]
        if let name = RelationText.name(entry.relation) { parts.append(name[options.language]) }
        parts.append(entry.text)
        if let target = names.reference(of: entry.text) { parts.append("→ \(target)") }
        output.writeCutLine(parts.joined(separator: "  "))
      }
    }
    try output.flush(language: options.language)
  }

  private func readLibrary() throws(Failure) -> ([Entry], DocumentNames) {
    let opened = OpenedLibrary(try options.library())
    var names = DocumentNames()
    var entries: [Entry] = []
    let newestFirst = opened.printed.sorted {
      ($0.identity.year ?? 0, $0.identity.number ?? 0)
        > ($1.identity.year ?? 0, $1.identity.number ?? 0)
    }
    for issue in newestFirst {
      for node in issue.nodes where node.kind.isDocument {
        names.add(
          title: node.title, number: node.head?.documentNumber, reference: node.reference.text)
      }
    }
    for issue in opened.printed {
      entries += CrossReferenceIndex(issue).references(to: text).map {
        Entry(
          reference: issue[$0.node].reference.text, text: $0.text,
          relation: $0.relation(in: issue))
      }
    }
    return (entries, names)
  }

  /// What the index of an archive has.
  private func read(_ catalogue: ArchiveCatalogue) throws(Failure) -> ([Entry], DocumentNames) {
    let leads = catalogue.issues.count > 1 ? catalogue.issues.map { $0.id + ":" } : [""]
    do throws(ArchiveFailure) {
      let entries = try catalogue.citations(of: text, limit: .max).map {
        Entry(reference: leads[$0.issue] + $0.reference, text: $0.text, relation: $0.relation)
      }
      for failure in catalogue.failures { Failure(failure, language: options.language).tell() }
      return (entries, try catalogue.documentNames())
    } catch {
      throw Failure(error, language: options.language)
    }
  }
}
