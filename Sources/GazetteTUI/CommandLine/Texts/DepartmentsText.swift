import GazetteModel
import GazetteText

/// Bodies as text for people.
struct DepartmentsText {
  private let merged: MergedDepartments
  /// The ids of the issues, in the order of the parts.
  private let ids: [String]
  private let language: Language

  init(_ merged: MergedDepartments, ids: [String], language: Language) {
    self.merged = merged
    self.ids = ids
    self.language = language
  }

  /// Every body with its counts, under its category, the most named first.
  func writeList(to output: inout TextOutput) {
    Self.writeList(of: merged.departments.map { ($0.body, $0.counts) }, language, to: &output)
  }

  /// Bodies with their counts, under their categories; in each category in their order.
  static func writeList(
    of departments: [(body: Body, counts: DepartmentIndex.Counts)], _ language: Language,
    to output: inout TextOutput
  ) {
    guard !departments.isEmpty else { return output.writeLine(DutyText.nobody[language]) }
    let width = departments.reduce(0) { max($0, DisplayWidth.columns(of: $1.body.name)) }
    var isFirst = true
    for category in BodyCategory.allCases {
      let departments = departments.filter { $0.body.category == category }
      guard !departments.isEmpty else { continue }
      if !isFirst { output.writeLine("") }
      isFirst = false
      output.writeLine(DutyText.category(category)[language])
      for department in departments {
        let name = department.body.name
        let column = min(width, 28)
        let padding = String(
          repeating: " ", count: max(1, column + 2 - DisplayWidth.columns(of: name)))
        output.writeParagraph(
          name + padding + counts(department.counts, language), indent: 2, hanging: column + 4)
      }
    }
  }

  private func counts(_ counts: DepartmentIndex.Counts) -> String {
    Self.counts(counts, language)
  }

  private static func counts(_ counts: DepartmentIndex.Counts, _ language: Language) -> String {
    var parts = [DutyText.clauses(counts.clauses)[language]]
    for role in Role.allCases where counts[role] > 0 {
      parts.append("\(role.name[language]) \(counts[role])")
    }
    if counts.inheritedClauses > 0 {
      parts.append("\(DutyText.inherited[language]) \(counts.inheritedClauses)")
    }
    return parts.joined(separator: "  ")
  }

  /// All that one body has to do: by role, then document; then its partners and collectives. Of
  /// several issues one after the other.
  func writeDossier(of place: Int, to output: inout TextOutput) {
    let department = merged.departments[place]
    var head = department.body.name
    if !department.body.aliases.isEmpty {
      head += "（\(DutyText.aliases[language]) \(department.body.aliases.joined(separator: "、"))）"
    }
    output.writeParagraph(head, hanging: 2)
    output.writeParagraph(
      DutyText.category(department.body.category)[language] + "  " + counts(department.counts),
      hanging: 2)
    for (part, place) in department.places {
      let (issue, index) = (merged.parts[part].issue, merged.parts[part].index)
      if merged.parts.count > 1 {
        output.writeLine("")
        output.writeParagraph(
          "【\(ids[part])】 " + counts(index.departments[place].counts), hanging: 2)
      }
      write(index.dossier(of: place, in: issue), issue, index, to: &output)
    }
  }

  private func write(
    _ dossier: DepartmentIndex.Dossier, _ issue: GazetteModel.Issue, _ index: DepartmentIndex,
    to output: inout TextOutput
  ) {
    for section in dossier.sections {
      output.writeLine("")
      let clauses = Set(section.documents.flatMap(\.entries).map(\.node)).count
      var title = section.role.name[language]
      if section.isInherited { title += "（\(DutyText.inherited[language])）" }
      output.writeLine("\(title)  \(DutyText.clauses(clauses)[language])")
      for document in section.documents {
        if let id = document.document {
          output.writeParagraph(
            "\(issue[id].reference.text)  \(issue[id].title ?? "")", indent: 2, hanging: 4)
        }
        for entry in document.entries {
          write(entry, section.isInherited, issue, index, to: &output)
        }
      }
    }
    writeNames(
      DutyText.partners, dossier.partners.map { ($0.department, $0.clauses) }, index, to: &output)
    writeNames(DutyText.collectives, dossier.collectives.map { ($0, nil) }, index, to: &output)
  }

  private func write(
    _ entry: DepartmentIndex.DossierEntry, _ isInherited: Bool, _ issue: GazetteModel.Issue,
    _ index: DepartmentIndex, to output: inout TextOutput
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
      parts.append(role.name[language] + "：" + BodyNames.line(names))
    }
    output.writeParagraph("→ " + parts.joined(separator: "；"), indent: 6, hanging: 8)
  }

  private func writeNames(
    _ title: Phrase, _ names: [(place: Int, clauses: Int?)], _ index: DepartmentIndex,
    to output: inout TextOutput
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
