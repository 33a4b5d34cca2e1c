import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteExport
import GazetteModel
import GazetteText

/// `gazette departments`: the bodies with counts, or one body's dossier.
struct DepartmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "departments",
    abstract: "List the bodies with their counts, or all that one body has to do."
  )

  @Argument(help: "A body: its name, another name, or the pinyin initials of its name.")
  var name: String?

  @OptionGroup var format: TableFormatOptions

  @OptionGroup var options: IssueOptions

  func run() throws {
    if name == nil, !format.csv, let catalogue = try options.catalogue() {
      return try writeList(of: catalogue)
    }
    let opened = OpenedLibrary(try options.library())
    let merged = MergedDepartments(
      opened.printed.map { MergedDepartments.Part($0, DepartmentIndex(issue: $0)) })
    let place = try name.map { try self.place(of: $0, in: merged) }
    var output = TextOutput()
    if format.json {
      output.write(place.map { merged.dossierJSON(of: $0) } ?? merged.json)
    } else if format.csv {
      let places = place.map { [$0] } ?? Array(merged.departments.indices)
      output.write(bytes: CSVTable.bytes(of: rows(places, merged)))
    } else {
      let text = DepartmentsText(merged, ids: opened.library.ids, language: options.language)
      if let place {
        text.writeDossier(of: place, to: &output)
      } else {
        text.writeList(to: &output)
      }
    }
    try output.flush(language: options.language)
  }

  /// The bodies that the index of an archive has.
  private func writeList(of catalogue: ArchiveCatalogue) throws {
    var output = TextOutput()
    do throws(ArchiveFailure) {
      let bodies = try catalogue.departments()
      if format.json {
        var values: [JSONValue] = []
        for (body, references) in zip(bodies, try catalogue.references(of: bodies)) {
          values.append(
            MergedDepartments.json(
              of: body.body, body.counts, references: references.named,
              inherited: references.inherited))
        }
        output.write(.array(values))
      } else {
        DepartmentsText.writeList(
          of: bodies.map { ($0.body, $0.counts) }, options.language, to: &output)
      }
    } catch {
      throw Failure(error, language: options.language)
    }
    for failure in catalogue.failures { Failure(failure, language: options.language).tell() }
    try output.flush(language: options.language)
  }

  private func place(of name: String, in merged: MergedDepartments) throws(Failure) -> Int {
    let directory = merged.directory
    if let place = directory.lookup(name) { return place }
    let nearest = directory.nearest(name).map { merged.departments[$0].body.name }
    throw Failure(
      DutyText.unknownBody, at: name, remedy: DutyText.nearest(nearest), options.language)
  }

  /// One line for each body and clause; what it has to do there in several phrases is joined.
  private func rows(_ places: [Int], _ merged: MergedDepartments) -> [[String]] {
    var rows = [
      ["name", "category", "ref", "title", "roles", "inherited", "document", "text", "sentence"]
    ]
    for (part, place) in places.flatMap({ merged.departments[$0].places }) {
      let (issue, index) = (merged.parts[part].issue, merged.parts[part].index)
      let department = index.departments[place]
      for isInherited in [false, true] {
        let nodes = isInherited ? department.inheritingNodes : department.nodes
        var mentions = department.mentions.filter {
          index.responsibilities[$0.responsibility].isInherited == isInherited
        }[...]
        for id in nodes {
          let own = mentions.prefix { index.responsibilities[$0.responsibility].node == id }
          mentions = mentions.dropFirst(own.count)
          let responsibilities = own.map { index.responsibilities[$0.responsibility] }
          rows.append([
            department.body.name, department.body.category.rawValue, issue[id].reference.text,
            issue[id].title ?? "", distinct(own.map(\.role.rawValue)),
            isInherited ? "true" : "false",
            issue.document(of: id).flatMap { issue[$0].title } ?? "",
            distinct(responsibilities.map(\.text)),
            distinct(responsibilities.map { index.sentence(of: $0, in: issue) }),
          ])
        }
      }
    }
    return rows
  }

  private func distinct(_ texts: [String]) -> String {
    var result: [String] = []
    for text in texts where !result.contains(text) { result.append(text) }
    return result.joined(separator: " ")
  }
}
