import GazetteText

/// The bodies of several issues together (各期单位), each with what it has to do in each issue.
public struct MergedDepartments {
  /// One issue with its bodies.
  public struct Part {
    /// The issue.
    public let issue: Issue
    /// Its responsibilities.
    public let index: DepartmentIndex

    /// Puts an issue and its responsibilities together.
    public init(_ issue: Issue, _ index: DepartmentIndex) {
      self.issue = issue
      self.index = index
    }
  }

  /// A body with its places in the issues.
  public struct Department {
    /// With every name that any of the issues prints.
    public internal(set) var body: Body
    /// How many clauses of all issues name it in which role.
    public internal(set) var counts = DepartmentIndex.Counts()
    /// In which parts it occurs, and its place in `index.departments` there, in their order.
    public internal(set) var places: [(part: Int, place: Int)] = []
  }

  /// The issues, in the order in which they were given.
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
      zip(departments.map(\.body.name), departments.indices),
      uniquingKeysWith: { first, _ in first })
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
