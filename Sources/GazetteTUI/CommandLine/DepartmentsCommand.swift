import ArgumentParser
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

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(
    help: "Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a body and clause.")
  var csv = false

  @OptionGroup var options: IssueOptions

  func validate() throws {
    if json, csv { throw ValidationError("'--json' and '--csv' exclude each other") }
  }

  func run() throws {
    let issue = try options.issue()
    let index = DepartmentIndex(issue: issue)
    let place = try name.map { try BodyLookup.place(of: $0, in: index, options.language) }
    var output = TextOutput()
    if json {
      output.write(
        place.map { index.dossierJSON(of: $0, in: issue) } ?? index.departmentsJSON(in: issue))
    } else if csv {
      let places = place.map { [$0] } ?? index.placesByCount
      output.write(bytes: CSVTable.bytes(of: rows(places, index, issue)))
    } else {
      let text = DepartmentsText(issue: issue, index: index, language: options.language)
      if let place {
        text.writeDossier(of: place, to: &output)
      } else {
        text.writeList(to: &output)
      }
    }
    try output.flush(language: options.language)
  }

  /// One line for each body and clause; what it has to do there in several phrases is joined.
  private func rows(
    _ places: [Int], _ index: DepartmentIndex, _ issue: GazetteModel.Issue
  ) -> [[String]] {
    var rows = [
      ["name", "category", "ref", "title", "roles", "inherited", "document", "text", "sentence"]
    ]
    for place in places {
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

/// Bodies as text for people.
struct DepartmentsText {
  let issue: GazetteModel.Issue
  let index: DepartmentIndex
  let language: Language

  /// Every body with its counts, under its category, the most named first.
  func writeList(to output: inout TextOutput) {
    guard !index.departments.isEmpty else { return output.writeLine(DutyText.nobody[language]) }
    let width = index.departments.reduce(0) { max($0, DisplayWidth.columns(of: $1.body.name)) }
    var isFirst = true
    for category in BodyCategory.allCases {
      let places = index.placesByCount.filter {
        index.departments[$0].body.category == category
      }
      guard !places.isEmpty else { continue }
      if !isFirst { output.writeLine("") }
      isFirst = false
      output.writeLine(DutyText.category(category)[language])
      for place in places {
        let department = index.departments[place]
        let name = department.body.name
        let column = min(width, 28)
        let padding = String(
          repeating: " ", count: max(1, column + 2 - DisplayWidth.columns(of: name)))
        output.writeParagraph(
          name + padding + counts(department.counts), indent: 2, hanging: column + 4)
      }
    }
  }

  private func counts(_ counts: DepartmentIndex.Counts) -> String {
    var parts = [DutyText.clauses(counts.clauses)[language]]
    for role in Role.allCases where counts[role] > 0 {
      parts.append("\(DutyText.role(role)[language]) \(counts[role])")
    }
    if counts.inheritedClauses > 0 {
      parts.append("\(DutyText.inherited[language]) \(counts.inheritedClauses)")
    }
    return parts.joined(separator: "  ")
  }

  /// All that one body has to do: by role, then document; then its partners and collectives.
  func writeDossier(of place: Int, to output: inout TextOutput) {
    let dossier = index.dossier(of: place, in: issue)
    let department = index.departments[place]
    var head = department.body.name
    if !department.body.aliases.isEmpty {
      head += "（\(DutyText.aliases[language]) \(department.body.aliases.joined(separator: "、"))）"
    }
    output.writeParagraph(head, hanging: 2)
    output.writeParagraph(
      DutyText.category(department.body.category)[language] + "  " + counts(department.counts),
      hanging: 2)
    for section in dossier.sections {
      output.writeLine("")
      let clauses = Set(section.documents.flatMap(\.entries).map(\.node)).count
      var title = DutyText.role(section.role)[language]
      if section.isInherited { title += "（\(DutyText.inherited[language])）" }
      output.writeLine("\(title)  \(DutyText.clauses(clauses)[language])")
      for document in section.documents {
        if let id = document.document {
          output.writeParagraph(
            "\(issue[id].reference.text)  \(issue[id].title ?? "")", indent: 2, hanging: 4)
        }
        for entry in document.entries { write(entry, section.isInherited, to: &output) }
      }
    }
    writeNames(
      DutyText.partners, dossier.partners.map { ($0.department, $0.clauses) }, to: &output)
    writeNames(DutyText.collectives, dossier.collectives.map { ($0, nil) }, to: &output)
  }

  private func write(
    _ entry: DepartmentIndex.DossierEntry, _ isInherited: Bool, to output: inout TextOutput
  ) {
    let node = issue[entry.node]
    let sentence = isInherited ? node.title ?? entry.sentence : entry.sentence
    output.writeParagraph("\(node.reference.text)  \(sentence)", indent: 4, hanging: 6)
    guard !entry.partners.isEmpty else { return }
    var parts: [String] = []
    for role in Role.allCases {
      let names = entry.partners.filter { $0.role == role }.map {
        index.departments[$0.department].body.name
      }
      guard !names.isEmpty else { continue }
      parts.append(DutyText.role(role)[language] + "：" + names.joined(separator: "、"))
    }
    output.writeParagraph("→ " + parts.joined(separator: "；"), indent: 6, hanging: 8)
  }

  private func writeNames(
    _ title: Phrase, _ names: [(place: Int, clauses: Int?)], to output: inout TextOutput
  ) {
    guard !names.isEmpty else { return }
    output.writeLine("")
    output.writeLine(title[language])
    let list = names.map { name, clauses in
      index.departments[name].body.name + (clauses.map { " \($0)" } ?? "")
    }
    output.writeParagraph(list.joined(separator: "、"), indent: 2, hanging: 2)
  }
}
