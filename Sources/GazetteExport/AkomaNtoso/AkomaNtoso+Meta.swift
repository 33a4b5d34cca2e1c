import GazetteModel

extension AkomaNtoso {
  /// Adds `meta`: identity, publication, the bodies and roles that the text names, and who has to do
  /// what, inherited duties too.
  mutating func writeMeta(_ identity: WorkIdentity, prefix: String, nodes: some Sequence<Int>) {
    let classes = TopLevelClasses(prefix: prefix)
    let duties = nodes.flatMap {
      departments.responsibilities[departments.responsibilities(of: NodeID($0))]
    }
    xml.start("meta")
    identity.write(to: &xml, source: classes.publisher, author: classes.link)
    writePublication()
    writeReferences(identity, classes, duties)
    writeDuties(duties, classes)
    xml.end()
  }

  private mutating func writePublication() {
    let gazette = issue.identity
    guard let title = gazette.title, let day = WorkIdentity.day(gazette.publicationDate) else {
      return
    }
    xml.empty(
      "publication",
      [
        ("date", day), ("name", title), ("showAs", issue.fullName),
        ("number", gazette.number.map(String.init)),
      ])
  }

  private mutating func writeReferences(
    _ identity: WorkIdentity, _ classes: TopLevelClasses, _ duties: [Responsibility]
  ) {
    var organizations: [String] = []
    var known: Set<String> = []
    for name in identity.authors + duties.flatMap(\.groups).flatMap(\.bodies).map(\.name)
    where known.insert(classes.link(name)).inserted {
      organizations.append(name)
    }
    let roles = Role.allCases.filter { role in
      duties.contains { $0.groups.contains { $0.role == role } }
    }
    xml.start("references", [("source", classes.publisher)])
    let publisher = issue.identity.sponsor ?? issue.identity.title ?? "gazette"
    xml.empty(
      "TLCOrganization",
      [
        ("eId", String(classes.publisher.dropFirst())),
        ("href", TopLevelClasses.ontology("organization", publisher)), ("showAs", publisher),
      ])
    for name in organizations {
      xml.empty(
        "TLCOrganization",
        [
          ("eId", String(classes.link(name).dropFirst())),
          ("href", TopLevelClasses.ontology("organization", name)), ("showAs", name),
        ])
    }
    xml.empty(
      "TLCRole",
      [
        ("eId", classes.scoped("author")), ("href", "/akn/ontology/role/author"),
        ("showAs", "发文机关"),
      ])
    for role in roles {
      xml.empty(
        "TLCRole",
        [
          ("eId", classes.scoped("role_\(role.rawValue)")),
          ("href", "/akn/ontology/role/\(role.rawValue)"), ("showAs", role.chinese),
        ])
    }
    xml.end()
  }

  /// Who has to do what, for programs: also what no words of the unit itself say.
  private mutating func writeDuties(_ duties: [Responsibility], _ classes: TopLevelClasses) {
    guard !duties.isEmpty else { return }
    xml.start("proprietary", [("source", classes.publisher)])
    for duty in duties {
      for group in duty.groups {
        for body in group.bodies {
          xml.empty(
            "g:responsibility",
            [
              ("unit", "#" + names.id(duty.node)), ("ref", issue[duty.node].reference.text),
              ("role", "#" + classes.scoped("role_\(group.role.rawValue)")),
              ("body", classes.link(body.name)), ("printed", body.printed),
              ("text", duty.text),
              ("inheritedFrom", duty.inheritedFrom.map { issue[$0].reference.text }),
            ])
        }
      }
    }
    xml.end()
  }
}

/// The `eId`s of the bodies and roles that a document names: each document has its own, with its
/// own prefix, since an `eId` is unique in all that is written.
struct TopLevelClasses {
  let prefix: String

  func scoped(_ id: String) -> String { prefix.isEmpty ? id : "\(prefix)__\(id)" }

  /// The link to a body.
  func link(_ name: String) -> String {
    "#" + scoped("org_" + String(name.filter { !$0.isWhitespace }))
  }

  /// Who publishes the gazette and so answers for what is said of it.
  var publisher: String { "#" + scoped("publisher") }

  /// Attributes with links to roles as this document has them.
  func scoped(_ attributes: [XMLWriter.Attribute]) -> [XMLWriter.Attribute] {
    attributes.map { name, value in
      guard name == "refersTo", let value, value.hasPrefix("#role_") else { return (name, value) }
      return (name, "#" + scoped(String(value.dropFirst())))
    }
  }

  /// The name of a class in the ontology.
  static func ontology(_ kind: String, _ name: String) -> String {
    "/akn/ontology/\(kind)/cn/\(WorkIdentity.percentEncoded(name))"
  }
}

/// What kind of official document a title says it is (文种), for the `name` of its element.
enum GenreName {
  private static let names: [(ending: String, name: String)] = [
    ("通知", "notice"), ("方案", "plan"), ("规划", "plan"), ("计划", "plan"), ("意见", "opinions"),
    ("措施", "measures"), ("决定", "decision"), ("决议", "resolution"), ("命令", "order"),
    ("公告", "announcement"), ("通告", "circular"), ("通报", "circular"), ("批复", "reply"),
    ("名单", "list"), ("条例", "regulations"), ("办法", "measures"), ("规定", "provisions"),
    ("细则", "rules"), ("法", "law"), ("简介", "note"),
  ]

  /// The name; `document` where the title does not say.
  static func name(of title: String) -> String {
    names.first { title.hasSuffix($0.ending) }?.name ?? "document"
  }
}
