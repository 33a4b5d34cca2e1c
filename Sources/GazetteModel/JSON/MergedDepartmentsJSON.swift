import GazetteText

extension MergedDepartments {
  /// What `gazette departments --json` prints.
  public var json: JSONValue {
    .array(departments.indices.map { .object(members(of: $0)) })
  }

  /// What `gazette departments NAME --json` prints: the dossiers of all issues as one, role by role.
  public func dossierJSON(of department: Int) -> JSONValue {
    var members = members(of: department)
    var roles: [(role: Role, isInherited: Bool, documents: [JSONValue])] = []
    var partners: [(name: String, clauses: Int)] = []
    var collectives: [String] = []
    for isInherited in [false, true] {
      for role in Role.allCases { roles.append((role, isInherited, [])) }
    }
    for (part, place) in departments[department].places {
      let (issue, index) = (parts[part].issue, parts[part].index)
      let dossier = index.dossier(of: place, in: issue)
      for section in dossier.sections {
        let slot = section.role.rank + (section.isInherited ? Role.allCases.count : 0)
        roles[slot].documents += section.documents.map { index.json(of: $0, in: issue) }
      }
      for partner in dossier.partners {
        let name = index.departments[partner.department].body.name
        if let known = partners.firstIndex(where: { $0.name == name }) {
          partners[known].clauses += partner.clauses
        } else {
          partners.append((name, partner.clauses))
        }
      }
      for name in dossier.collectives.map({ index.departments[$0].body.name })
      where !collectives.contains(name) { collectives.append(name) }
    }
    members["roles"] = .array(
      roles.filter { !$0.documents.isEmpty }.map {
        [
          "role": .string($0.role.rawValue), "inherited": .bool($0.isInherited),
          "documents": .array($0.documents),
        ]
      })
    // The most frequent first; of equals whoever was met first.
    members["partners"] = .array(
      partners.enumerated().sorted {
        ($1.element.clauses, $0.offset) < ($0.element.clauses, $1.offset)
      }.map { ["name": .string($0.element.name), "clauses": .integer($0.element.clauses)] })
    members["collectives"] = JSONValue(collectives)
    return .object(members)
  }

  private func members(of department: Int) -> JSONObject {
    let department = departments[department]
    var references: [String] = []
    var inherited: [String] = []
    for (part, place) in department.places {
      let issue = parts[part].issue
      let own = parts[part].index.departments[place]
      references += own.nodes.map { issue[$0].reference.text }
      inherited += own.inheritingNodes.map { issue[$0].reference.text }
    }
    return Self.members(
      of: department.body, department.counts, references: references, inherited: inherited)
  }

  /// One body of what `gazette departments --json` prints.
  public static func json(
    of body: Body, _ counts: DepartmentIndex.Counts, references: [String], inherited: [String]
  ) -> JSONValue {
    .object(members(of: body, counts, references: references, inherited: inherited))
  }

  static func members(
    of body: Body, _ counts: DepartmentIndex.Counts, references: [String], inherited: [String]
  ) -> JSONObject {
    var numbers: JSONObject = ["clauses": .integer(counts.clauses)]
    for role in Role.allCases { numbers[role.rawValue] = .integer(counts[role]) }
    var members: JSONObject = [
      "name": .string(body.name),
      "aliases": JSONValue(body.aliases),
      "category": .string(body.category.rawValue),
      "pinyin": .string(Pinyin.shared.syllables(of: body.name).joined(separator: " ")),
      "initials": .string(Pinyin.shared.initials(of: body.name)),
      "counts": .object(numbers),
      "inheritedClauses": .integer(counts.inheritedClauses),
      "refs": JSONValue(references),
      "inheritedRefs": JSONValue(inherited),
    ]
    if let source = body.source { members["source"] = .string(source) }
    return members
  }
}
