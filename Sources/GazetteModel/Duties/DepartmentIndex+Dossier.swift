import GazetteText

extension DepartmentIndex {
  /// One clause of a dossier: what a body has to do there, and with whom.
  public struct DossierEntry: Sendable, Equatable {
    /// The index into `responsibilities`.
    public let responsibility: Int
    /// The clause.
    public let node: NodeID
    /// The stretch of text that the phrase speaks for; of an inherited one the clause's first
    /// paragraph.
    public let sentence: String
    /// The other bodies of the phrase, as places in `departments`, each with its role.
    public let partners: [Partner]
  }

  /// Another body in the same phrase.
  public struct Partner: Sendable, Equatable {
    /// The place in `departments`.
    public let department: Int
    /// What it does in the phrase.
    public let role: Role
  }

  /// The entries of one document or attachment.
  public struct DossierDocument: Sendable, Equatable {
    /// The document or attachment; nil for text that stands in none.
    public let document: NodeID?
    /// The entries, in order of print.
    public let entries: [DossierEntry]

    /// Creates the entries of a document.
    public init(document: NodeID?, entries: [DossierEntry]) {
      self.document = document
      self.entries = entries
    }
  }

  /// All entries in which a body has one role.
  public struct DossierSection: Sendable, Equatable {
    /// What the body does in all of them.
    public let role: Role
    /// Whether they follow from a statement instead of being printed at the clause.
    public let isInherited: Bool
    /// The documents, in order of print.
    public let documents: [DossierDocument]

    /// Creates a section.
    public init(role: Role, isInherited: Bool, documents: [DossierDocument]) {
      self.role = role
      self.isInherited = isInherited
      self.documents = documents
    }
  }

  /// Everything about one body.
  public struct Dossier: Sendable {
    /// The place in `departments`.
    public let department: Int
    /// By role, printed before inherited.
    public let sections: [DossierSection]
    /// Who works with it, as places in `departments`, with the number of clauses, most first.
    public let partners: [(department: Int, clauses: Int)]
    /// The collectives that may include it, as places in `departments`.
    public let collectives: [Int]
  }

  /// The dossier of the body at `place` in `departments`.
  public func dossier(of place: Int, in issue: Issue) -> Dossier {
    let department = departments[place]
    var sections: [DossierSection] = []
    for isInherited in [false, true] {
      for role in Role.allCases {
        let mentions = department.mentions.filter {
          $0.role == role && responsibilities[$0.responsibility].isInherited == isInherited
        }
        guard !mentions.isEmpty else { continue }
        var documents: [(NodeID?, [DossierEntry])] = []
        for mention in mentions {
          let entry = entry(for: mention, of: place, in: issue)
          let document = issue.document(of: entry.node)
          if let last = documents.last, last.0 == document {
            documents[documents.count - 1].1.append(entry)
          } else {
            documents.append((document, [entry]))
          }
        }
        sections.append(
          DossierSection(
            role: role, isInherited: isInherited,
            documents: documents.map { DossierDocument(document: $0.0, entries: $0.1) }))
      }
    }
    return Dossier(
      department: place, sections: sections, partners: partners(of: place),
      collectives: collectives(including: place))
  }

  private func entry(for mention: Mention, of place: Int, in issue: Issue) -> DossierEntry {
    let responsibility = responsibilities[mention.responsibility]
    var partners: [Partner] = []
    for group in responsibility.groups {
      for body in group.bodies {
        guard let other = self.place(of: body.name), other != place else { continue }
        partners.append(Partner(department: other, role: group.role))
      }
    }
    return DossierEntry(
      responsibility: mention.responsibility, node: responsibility.node,
      sentence: sentence(of: responsibility, in: issue), partners: partners)
  }

  /// The text that a responsibility speaks for.
  public func sentence(of responsibility: Responsibility, in issue: Issue) -> String {
    if responsibility.row != nil { return responsibility.text }
    let paragraphs = issue[responsibility.node].paragraphs
    if let preceding = responsibility.precedingScope, preceding.paragraph < paragraphs.count {
      return paragraphs[preceding.paragraph].text(in: preceding.range)
    }
    guard responsibility.paragraph < paragraphs.count else { return "" }
    let paragraph = paragraphs[responsibility.paragraph]
    guard let scope = responsibility.scope else {
      // The clause's own phrase is no part of what it inherits.
      return paragraph.text(
        in: ownScope(of: responsibility.node) ?? ScalarRange(0, paragraph.scalarCount))
    }
    return paragraph.text(in: scope)
  }

  private func ownScope(of node: NodeID) -> ScalarRange? {
    let own = responsibilities(of: node)
    return responsibilities[own].first { !$0.isInherited && $0.paragraph == 0 }?.scope
  }

  /// Who is named in the same phrases, with the number of clauses, most first, then in order of
  /// mention.
  public func partners(of place: Int) -> [(department: Int, clauses: Int)] {
    var counts: [Int: Int] = [:]
    var lastNode: [Int: NodeID] = [:]
    for mention in departments[place].mentions {
      let responsibility = responsibilities[mention.responsibility]
      guard !responsibility.isInherited else { continue }
      for group in responsibility.groups {
        for body in group.bodies {
          guard let other = self.place(of: body.name), other != place,
            lastNode[other] != responsibility.node
          else { continue }
          lastNode[other] = responsibility.node
          counts[other, default: 0] += 1
        }
      }
    }
    return counts.map { (department: $0.key, clauses: $0.value) }.sorted {
      ($1.clauses, $0.department) < ($0.clauses, $1.department)
    }
  }

  /// The collectives that may include a body: those of governments for a government, those of
  /// departments for a department; one that names a field (财政部门) only where the body's name has it.
  public func collectives(including place: Int) -> [Int] {
    let body = departments[place].body
    guard !body.isCollective else { return [] }
    return departments.indices.filter { index in
      let other = departments[index].body
      return other.isCollective && Collectives.mayInclude(other.name, body)
    }
  }
}

extension Paragraph {
  /// A stretch of the text.
  func text(in range: ScalarRange) -> String {
    guard range.end <= scalars.count else { return "" }
    return Array(scalars[range.start..<range.end]).string
  }
}

/// Which bodies a collective may stand for, by its form.
enum Collectives {
  private static let governments = WordTable("政府 市 县 区 州 盟 旗 地区 各地 地方")
  private static let departments = WordTable("部门 单位 机构 委办局")
  private static let general = WordTable(
    "各 有关 相关 其他 其它 省直 市直 省级 市级 部门 单位 和 及 、 地 各地 所有 省 直属 机构 成员 责任 主管 行政 直 级")
  private static let anyBody = WordTable("各地各部门 各地区各部门 各地、各部门")

  /// Whether the collective of that name may include the body.
  static func mayInclude(_ collective: String, _ body: Body) -> Bool {
    let name = [Unicode.Scalar](collective)
    let whole = 0..<name.count
    if anyBody.occurs(in: name, whole) { return true }
    let isOfDepartments = departments.occurs(in: name, whole)
    if body.category == .local { return !isOfDepartments && governments.occurs(in: name, whole) }
    guard isOfDepartments, body.category != .enterprise else { return false }
    if name.starts(with: [Unicode.Scalar]("省直")), body.category == .central { return false }
    if name.contains("的") { return true }
    let field = field(of: name)
    return field.isEmpty || body.name.contains(String(String.UnicodeScalarView(field)))
  }

  /// What a collective's name says of its field: 财政 of 财政部门, nothing of 各相关部门.
  private static func field(of name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < name.count {
      if let word = general.prefix(of: name, in: index..<name.count) {
        index += word.length
      } else {
        result.append(name[index])
        index += 1
      }
    }
    return result
  }
}
