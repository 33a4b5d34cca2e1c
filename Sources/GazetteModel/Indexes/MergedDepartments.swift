/// The bodies of several issues together (各期单位), each with what it has to do in each issue.
public struct MergedDepartments {
  /// One issue with its bodies.
  public struct Part {
    public let issue: Issue
    public let index: DepartmentIndex

    public init(_ issue: Issue, _ index: DepartmentIndex) {
      self.issue = issue
      self.index = index
    }
  }

  /// A body with its places in the issues.
  public struct Department {
    /// With every name that any of the issues prints.
    public internal(set) var body: Body
    public internal(set) var counts = DepartmentIndex.Counts()
    /// In which parts it occurs, and its place in `index.departments` there, in their order.
    public internal(set) var places: [(part: Int, place: Int)] = []
  }

  public let parts: [Part]
  /// The most named first, then in order of first mention.
  public let departments: [Department]

  /// Merges the bodies of issues by their canonical names.
  public init(_ parts: [Part]) {
    self.parts = parts
    var departments: [Department] = []
    var known: [String: Int] = [:]
    for (part, source) in parts.enumerated() {
      for (place, department) in source.index.departments.enumerated() {
        let index = known[department.body.name] ?? departments.count
        if index == departments.count {
          known[department.body.name] = index
          departments.append(Department(body: department.body))
        }
        departments[index].add(department, at: (part, place))
      }
    }
    self.departments = departments.enumerated().sorted { left, right in
      let (mine, theirs) = (left.element.counts, right.element.counts)
      return (theirs.clauses, theirs.inheritedClauses, left.offset)
        < (mine.clauses, mine.inheritedClauses, right.offset)
    }.map(\.element)
  }

  /// Finds bodies by what people type.
  public var directory: BodyDirectory {
    let names = Dictionary(
      zip(departments.map(\.body.name), departments.indices), uniquingKeysWith: { first, _ in first })
    return BodyDirectory(
      departments.map(\.body),
      initials: departments.map { Pinyin.shared.initials(of: $0.body.name) }
    ) { names[$0] }
  }
}

extension MergedDepartments.Department {
  fileprivate mutating func add(
    _ department: DepartmentIndex.Department, at place: (part: Int, place: Int)
  ) {
    places.append(place)
    for alias in department.body.aliases where !body.aliases.contains(alias) {
      body.aliases.append(alias)
    }
    counts.clauses += department.counts.clauses
    counts.inheritedClauses += department.counts.inheritedClauses
    for rank in counts.byRole.indices { counts.byRole[rank] += department.counts.byRole[rank] }
  }
}

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
    var members: JSONObject = [:]
    var references: [JSONValue] = []
    var inherited: [JSONValue] = []
    for (part, place) in department.places {
      let (issue, index) = (parts[part].issue, parts[part].index)
      let own = index.members(of: place, in: issue)
      references += own["refs"]?.elements ?? []
      inherited += own["inheritedRefs"]?.elements ?? []
      if members.isEmpty { members = own }
    }
    var counts: JSONObject = ["clauses": .integer(department.counts.clauses)]
    for role in Role.allCases { counts[role.rawValue] = .integer(department.counts[role]) }
    members["aliases"] = JSONValue(department.body.aliases)
    members["counts"] = .object(counts)
    members["inheritedClauses"] = .integer(department.counts.inheritedClauses)
    members["refs"] = .array(references)
    members["inheritedRefs"] = .array(inherited)
    return members
  }
}
