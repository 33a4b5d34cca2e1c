import GazetteText

extension DepartmentIndex {
  /// What `gazette departments --json` prints: every body with its counts, the most named first.
  public func departmentsJSON(in issue: Issue) -> JSONValue {
    .array(placesByCount.map { .object(members(of: $0, in: issue)) })
  }

  /// What `gazette departments NAME --json` prints: the body with its dossier.
  public func dossierJSON(of place: Int, in issue: Issue) -> JSONValue {
    let dossier = dossier(of: place, in: issue)
    var members = members(of: place, in: issue)
    members["roles"] = .array(
      dossier.sections.map { section in
        [
          "role": .string(section.role.rawValue),
          "inherited": .bool(section.isInherited),
          "documents": .array(
            section.documents.map { json(of: $0, in: issue) }),
        ]
      })
    members["partners"] = .array(
      dossier.partners.map {
        [
          "name": .string(departments[$0.department].body.name), "clauses": .integer($0.clauses),
        ]
      })
    members["collectives"] = JSONValue(dossier.collectives.map { departments[$0].body.name })
    return .object(members)
  }

  /// The places in `departments`, the most named first, then in order of first mention.
  public var placesByCount: [Int] {
    departments.indices.sorted {
      let left = departments[$0].counts
      let right = departments[$1].counts
      return (right.clauses, right.inheritedClauses, $0)
        < (left.clauses, left.inheritedClauses, $1)
    }
  }

  private func members(of place: Int, in issue: Issue) -> JSONObject {
    let department = departments[place]
    return MergedDepartments.members(
      of: department.body, department.counts,
      references: department.nodes.map { issue[$0].reference.text },
      inherited: department.inheritingNodes.map { issue[$0].reference.text })
  }

  /// One document of a dossier.
  func json(of document: DossierDocument, in issue: Issue) -> JSONValue {
    [
      "ref": JSONValue(document.document.map { issue[$0].reference.text }),
      "title": JSONValue(document.document.flatMap { issue[$0].title }),
      "entries": .array(document.entries.map { json(of: $0, in: issue) }),
    ]
  }

  private func json(of entry: DossierEntry, in issue: Issue) -> JSONValue {
    [
      "ref": .string(issue[entry.node].reference.text),
      "title": JSONValue(issue[entry.node].title),
      "sentence": .string(entry.sentence),
      "text": .string(responsibilities[entry.responsibility].text),
      "partners": .array(
        entry.partners.map {
          [
            "name": .string(departments[$0.department].body.name),
            "role": .string($0.role.rawValue),
          ]
        }),
    ]
  }
}
