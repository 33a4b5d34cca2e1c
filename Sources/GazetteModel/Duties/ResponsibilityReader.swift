import GazetteText

/// Reads the responsibilities of a whole issue in one walk: phrases, rules that reach further
/// phrases, and statements that reach further clauses.
public struct ResponsibilityReader {
  /// Every responsibility in order of print; the inherited ones of a clause stand behind its own.
  public internal(set) var responsibilities: [Responsibility] = []
  /// The bodies that occur, in order of their first mention.
  public private(set) var bodies: [Body] = []
  /// Bodies that the register does not know, at their first mention, and brackets that were not read
  /// whole.
  public internal(set) var findings: [Finding] = []

  /// A statement that is in force, up to a node.
  private struct Inheritance {
    let source: NodeID
    let end: Int
    let text: String
    let form: Responsibility.Form
    let group: Responsibility.Group
  }

  let issue: Issue
  private let register: BodyRegister
  /// The province that issues the gazette, as names begin with it.
  private let home: [Unicode.Scalar]?
  /// The places in `bodies` by canonical name.
  private var placeOfName = NameTable()
  private var mentioned = MentionTable()
  private var rules: (first: NodeID?, responsible: NodeID?) = (nil, nil)
  private var inheritances: [Inheritance] = []
  /// The document or attachment that the walk is in.
  private var document: Node?
  /// The node directly below it.
  private var top: Node?

  /// Reads an issue.
  public init(_ issue: Issue, register: BodyRegister = .shipped) {
    self.issue = issue
    self.register = register
    let sponsor = issue.identity.sponsor ?? ""
    home = sponsor.firstIndex(of: "省").map { [Unicode.Scalar](String(sponsor[...$0])) }
    for node in issue.nodes { visit(node) }
  }

  private mutating func visit(_ node: Node) {
    if node.parent == nil { rules = (nil, nil) }
    if node.kind.isDocument {
      document = node
      top = nil
      inheritances = []
    } else if let document, node.parent == document.id {
      top = node
    }
    inheritances.removeAll { $0.end <= node.id.index }
    let inherited = inheritances
    let readsProse = node.numbering?.style != .article
    var last: (paragraph: Int, end: Int)?
    var tables = node.tables.indices
    /// Where the text begins that no attribution has spoken for yet.
    var open = Responsibility.ScopeStart(paragraph: 0, offset: 0)
    if let title = node.title { noteRules(ofHeading: title, node) }
    for (index, paragraph) in node.paragraphs.enumerated() {
      while let table = tables.first, node.tables[table].after <= index {
        addTable(table, of: node)
        tables.removeFirst()
      }
      let parser = ResponsibilityParser(paragraph.scalars, readsProse: readsProse)
      for bracket in parser.unread { report(bracket, paragraph, parser.text) }
      for found in parser.found {
        var preceding: Responsibility.PrecedingScope?
        if found.standsAlone, let last, node.paragraphs[last.paragraph].scalarCount > last.end {
          preceding = Responsibility.PrecedingScope(
            paragraph: last.paragraph,
            range: ScalarRange(last.end, node.paragraphs[last.paragraph].scalarCount))
        }
        let closes = found.form != .prose && open.paragraph < index
        add(
          found, of: node, paragraph: index, preceding: preceding, scopeStart: closes ? open : nil,
          text: parser.text)
        let end = parser.text.originalRange(found.range).end
        open =
          end < paragraph.scalarCount
          ? Responsibility.ScopeStart(paragraph: index, offset: end)
          : Responsibility.ScopeStart(paragraph: index + 1, offset: 0)
      }
      let end = parser.found.last.map { parser.text.originalRange($0.range).end } ?? 0
      if parser.found.isEmpty || parser.found.contains(where: { !$0.standsAlone }) {
        last = (index, end)
      }
    }
    for table in tables { addTable(table, of: node) }
    guard node.kind == .clause else { return }
    for inheritance in inherited {
      responsibilities.append(
        Responsibility(
          node: node.id, paragraph: 0, range: nil, text: inheritance.text, form: inheritance.form,
          scope: nil, groups: [inheritance.group], inheritedFrom: inheritance.source))
    }
  }

  /// Notes the rules in the bracket of a heading: 一、任务（责任单位列第一位的为牵头单位，下同）.
  private mutating func noteRules(ofHeading title: String, _ node: Node) {
    guard let bracket = title.firstIndex(of: "（") else { return }
    for found in ResponsibilityParser(String(title[bracket...])).found {
      note(found.attribution.rule, node)
    }
  }

  private mutating func note(_ rule: Attribution.Rule?, _ node: Node) {
    switch rule {
    case .firstLeads: rules.first = node.id
    case .responsibleLeads: rules.responsible = node.id
    case nil: break
    }
  }

  /// Notes a bracket that was not read whole.
  private mutating func report(
    _ bracket: Range<Int>, _ paragraph: Paragraph, _ text: AttributionText
  ) {
    let range = text.originalRange(bracket)
    let line = paragraph.lineStarts.last { $0.offset <= range.start }?.line
    findings.append(
      Finding(
        kind: .unreadAttribution, lines: LineRange(line ?? paragraph.lines.first),
        excerpt: Array(text.text(range).unicodeScalars.prefix(Self.longestExcerpt)).string))
  }

  /// A finding quotes no more of a bracket.
  private static let longestExcerpt = 60

  private mutating func add(
    _ found: ResponsibilityParser.Found, of node: Node, paragraph: Int,
    preceding: Responsibility.PrecedingScope?, scopeStart: Responsibility.ScopeStart?,
    text: AttributionText
  ) {
    let attribution = found.attribution
    let range = text.originalRange(found.range)
    let printed = node.paragraphs[paragraph]
    let line = printed.lineStarts.last { $0.offset <= range.start }?.line ?? printed.lines.first
    note(attribution.rule, node)
    var groups = attribution.groups.map { mentions($0, text, line: line) }
    if let statement = attribution.statement, statement.includesItself, !groups.isEmpty {
      groups.append(
        mentions(
          Attribution.Group(role: statement.role, names: statement.names, andOthers: false), text,
          line: line))
    }
    if !groups.isEmpty {
      responsibilities.append(
        Responsibility(
          node: node.id, paragraph: paragraph, range: range, text: text.text(range),
          form: found.form, scope: found.scope, precedingScope: preceding,
          scopeStart: scopeStart, groups: applyRules(groups)))
    }
    if let statement = attribution.statement {
      let group = mentions(
        Attribution.Group(role: statement.role, names: statement.names, andOthers: false), text,
        line: line)
      let stretch = text.originalRange(statement.range)
      inheritances.removeAll { $0.group == group }
      inheritances.append(
        Inheritance(
          source: node.id, end: reach(of: node), text: text.text(stretch), form: found.form,
          group: group))
    }
  }

  /// Up to where a statement in `node` holds: the end of its section, or of its document where it
  /// stands in none.
  private func reach(of node: Node) -> Int {
    switch top?.kind {
    case .section, .subsection, .part, .chapter: top?.subtreeEnd ?? node.subtreeEnd
    default: document?.subtreeEnd ?? node.subtreeEnd
    }
  }

  mutating func mentions(
    _ group: Attribution.Group, _ text: AttributionText, line: Int
  ) -> Responsibility.Group {
    var level: String?
    var result: [Responsibility.Mention] = []
    for name in group.names {
      let printed = text.printedScalars(name)
      let known = mentioned.place(of: printed, behind: level)
      let mention =
        known.map { mentioned[$0] }
        ?? resolve(printed, folded: Array(text.scalars[name]), behind: level, line: line)
      result.append(
        Responsibility.Mention(
          printed: mention.printed, name: bodies[mention.body].name, body: mention.body))
      level = mention.level ?? level
    }
    return Responsibility.Group(role: group.role, bodies: result, andOthers: group.andOthers)
  }

  /// Finds out who is named, the first time that the name is printed so behind that level.
  private mutating func resolve(
    _ scalars: [Unicode.Scalar], folded: [Unicode.Scalar], behind level: String?, line: Int
  ) -> MentionTable.Entry {
    let printed = scalars.string
    let body = registered(folded, level)
    let name = [Unicode.Scalar](body.name)
    let place = placeOfName.place(of: name[...]) ?? bodies.count
    if place == bodies.count {
      bodies.append(body)
      placeOfName.insert(name, place)
      if !body.isKnown {
        findings.append(Finding(kind: .unknownBody, lines: LineRange(line), excerpt: printed))
      }
    }
    if printed != body.name, !bodies[place].aliases.contains(printed) {
      bodies[place].aliases.append(printed)
    }
    let entry = MentionTable.Entry(
      scalars: scalars, behind: level, printed: printed, body: place,
      level: BodyRegister.level(of: folded))
    mentioned.insert(entry)
    return entry
  }

  /// The body of the register; one that is named with the issue's own province is the province's:
  /// 吉林省教育厅 is 省教育厅.
  private func registered(_ folded: [Unicode.Scalar], _ level: String?) -> Body {
    if let home, folded.count > home.count, folded.has(home, at: 0) {
      let body = register.body(of: ["省"] + folded[home.count...])
      if body.isKnown { return body }
    }
    return register.body(of: folded, after: level)
  }

  /// Applies the rules in force to a phrase in which nobody leads.
  func applyRules(_ groups: [Responsibility.Group]) -> [Responsibility.Group] {
    guard !groups.contains(where: { $0.role == .lead }) else { return groups }
    return groups.flatMap { group -> [Responsibility.Group] in
      let isOwner = group.role == .responsible || group.role == .shared
      if let rule = rules.first, isOwner, group.bodies.count > 1 {
        return [
          Responsibility.Group(role: .lead, bodies: [group.bodies[0]], byRule: rule),
          Responsibility.Group(
            role: .participate, bodies: Array(group.bodies.dropFirst()),
            andOthers: group.andOthers, byRule: rule),
        ]
      }
      if let rule = rules.responsible, group.role == .responsible {
        return [
          Responsibility.Group(
            role: .lead, bodies: group.bodies, andOthers: group.andOthers, byRule: rule)
        ]
      }
      return [group]
    }
  }
}
