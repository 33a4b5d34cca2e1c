import GazetteText

/// Which body has to do what (单位索引): every body of an issue with its responsibilities.
public struct DepartmentIndex: Sendable {
  /// One naming of a body with a role.
  public struct Mention: Sendable, Hashable {
    /// The index into `responsibilities`.
    public let responsibility: Int
    /// What the body does there.
    public let role: Role
  }

  /// In how many clauses a body is named; inherited responsibilities are counted apart.
  public struct Counts: Sendable, Equatable {
    /// Clauses whose text names the body, each once.
    public var clauses = 0
    /// Clauses whose text names it in a role, by the role's rank.
    public var byRole = [Int](repeating: 0, count: Role.allCases.count)
    /// Clauses that it only inherits or also inherits.
    public var inheritedClauses = 0

    /// How many clauses name the body in a role.
    public subscript(role: Role) -> Int { byRole[role.rank] }

    package init() {}
  }

  /// A body with all its mentions.
  public struct Department: Sendable {
    /// The body.
    public let body: Body
    /// In order of print.
    public fileprivate(set) var mentions: [Mention] = []
    /// How many clauses name it, printed and inherited.
    public fileprivate(set) var counts = Counts()
    /// The nodes whose text names it, in order of print.
    public fileprivate(set) var nodes: [NodeID] = []
    /// The nodes that inherit it.
    public fileprivate(set) var inheritingNodes: [NodeID] = []
  }

  /// Every responsibility in order of print.
  public let responsibilities: [Responsibility]
  /// Every body, in order of its first mention.
  public private(set) var departments: [Department]
  /// Bodies that the register does not know.
  public let findings: [Finding]
  private let places: NameTable
  /// For each node the stretch of `responsibilities` that is its own.
  private let byNode: [Range<Int>]

  /// Reads and indexes an issue.
  public init(issue: Issue, register: BodyRegister = .shipped) {
    let reader = ResponsibilityReader(issue, register: register)
    self.init(
      reader.responsibilities, bodies: reader.bodies, nodes: issue.nodes.count, reader.findings)
  }

  /// Takes responsibilities in order of print, of an issue of so many nodes; their mentions name
  /// `bodies` by place.
  package init(
    _ responsibilities: [Responsibility], bodies: [Body], nodes: Int, _ findings: [Finding] = []
  ) {
    self.responsibilities = responsibilities
    self.findings = findings
    var departments: [Department] = []
    var places = NameTable()
    var placeOfBody = Array(repeating: -1, count: bodies.count)
    var byNode = Array(repeating: 0..<0, count: nodes)
    for (index, responsibility) in responsibilities.enumerated() {
      let known = byNode[responsibility.node.index]
      byNode[responsibility.node.index] = (known.isEmpty ? index : known.lowerBound)..<index + 1
      for group in responsibility.groups {
        for mention in group.bodies {
          if placeOfBody[mention.body] < 0 {
            placeOfBody[mention.body] = departments.count
            places.insert([Unicode.Scalar](mention.name), departments.count)
            departments.append(Department(body: bodies[mention.body]))
          }
          departments[placeOfBody[mention.body]].add(
            Mention(responsibility: index, role: group.role), of: responsibility)
        }
      }
    }
    for index in departments.indices { departments[index].count(responsibilities) }
    self.departments = departments
    self.places = places
    self.byNode = byNode
  }

  /// The findings of the parser with those of the index, in order of line.
  public func findings(with others: [Finding]) -> [Finding] {
    (others + findings).sorted(by: Finding.isBefore)
  }

  /// The place in `departments` of the body with that canonical name.
  public func place(of name: String) -> Int? { places.place(of: [Unicode.Scalar](name)[...]) }

  /// The stretch of `responsibilities` that a paragraph of a node has, without those inherited.
  ///
  /// - Complexity: Logarithmic in how many the node has.
  public func responsibilities(of node: NodeID, paragraph: Int) -> Range<Int> {
    let all = responsibilities(of: node)
    let start = firstPlace(in: all) { $0.isInherited || $0.paragraph >= paragraph }
    let end = firstPlace(in: start..<all.upperBound) { $0.isInherited || $0.paragraph > paragraph }
    return start..<end
  }

  private func firstPlace(in range: Range<Int>, where holds: (Responsibility) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(responsibilities[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The stretch of `responsibilities` that belongs to a node, its own before those it inherits.
  public func responsibilities(of node: NodeID) -> Range<Int> {
    byNode.indices.contains(node.index) ? byNode[node.index] : 0..<0
  }
}

extension DepartmentIndex.Department {
  fileprivate mutating func add(
    _ mention: DepartmentIndex.Mention, of responsibility: Responsibility
  ) {
    mentions.append(mention)
    if responsibility.isInherited {
      if inheritingNodes.last != responsibility.node { inheritingNodes.append(responsibility.node) }
    } else if nodes.last != responsibility.node {
      nodes.append(responsibility.node)
    }
  }

  fileprivate mutating func count(_ responsibilities: [Responsibility]) {
    counts.clauses = nodes.count
    counts.inheritedClauses = inheritingNodes.count
    for role in Role.allCases {
      var last: NodeID?
      for mention in mentions where mention.role == role {
        let responsibility = responsibilities[mention.responsibility]
        guard !responsibility.isInherited, responsibility.node != last else { continue }
        last = responsibility.node
        counts.byRole[role.rank] += 1
      }
    }
  }
}
