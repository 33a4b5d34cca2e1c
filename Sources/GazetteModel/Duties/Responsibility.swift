import GazetteText

/// Who does what for a stretch of text (责任分工), as one printed phrase says it.
public struct Responsibility: Sendable, Equatable {
  /// How the phrase is printed.
  public enum Form: String, Sendable {
    /// In brackets of any shape, with or without a label.
    case bracketed
    /// In a sentence.
    case prose
    /// Behind a label without brackets: `责任单位：…`.
    case labelled
    /// In the columns of a table whose heads say the roles.
    case tabular
  }

  /// One body as the phrase names it.
  public struct Mention: Sendable, Hashable {
    /// The name as printed, without the spaces and breaks that printing put into it.
    public let printed: String
    /// The canonical name.
    public let name: String
    /// The place of the body among those of the reader.
    package let body: Int

    /// - Parameter body: The place of the body among those that are handed over with it.
    package init(printed: String, name: String, body: Int) {
      self.printed = printed
      self.name = name
      self.body = body
    }
  }

  /// The bodies that share a role in the phrase.
  public struct Group: Sendable, Equatable {
    /// What the bodies do.
    public let role: Role
    /// The bodies, in order of print.
    public let bodies: [Mention]
    /// Whether the list is open: 等.
    public let andOthers: Bool
    /// The node that states the rule by which the role was worked out: 列第一位者为牵头单位，下同.
    public let byRule: NodeID?
    /// The head of the column that names them; nil outside of tables.
    public let heading: String?

    /// Creates a group.
    public init(
      role: Role, bodies: [Mention], andOthers: Bool = false, byRule: NodeID? = nil,
      heading: String? = nil
    ) {
      self.heading = heading
      self.role = role
      self.bodies = bodies
      self.andOthers = andOthers
      self.byRule = byRule
    }
  }

  /// The node it speaks for.
  public let node: NodeID
  /// The paragraph of that node, from 0; 0 where it is inherited; of a table how many stand
  /// before it.
  public let paragraph: Int
  /// The stretch of the paragraph that is the phrase, brackets included; nil where it is inherited
  /// or stands in a table.
  public let range: ScalarRange?
  /// The phrase; where it is inherited, the statement that says so; of a table the task of the row.
  public let text: String
  /// How the attribution is printed.
  public let form: Form
  /// The stretch of the paragraph it speaks for; nil where it is inherited. It is empty where the
  /// phrase stands in a paragraph of its own.
  public let scope: ScalarRange?
  /// Where the phrase stands in a paragraph of its own: the stretch of an earlier paragraph it
  /// speaks for.
  public let precedingScope: PrecedingScope?
  /// Where what it speaks for begins, if that is in an earlier paragraph of the node: it closes
  /// several paragraphs and governs them all, up to the end of `scope`.
  public let scopeStart: ScopeStart?
  /// Who does what, in order of print.
  public let groups: [Group]
  /// The node with the statement that makes it: 以下任务均需各地政府负责落实，不再列出.
  public let inheritedFrom: NodeID?
  /// The row of a table that says it; nil outside of tables.
  public let row: RowPlace?
  /// Until when, as the row says; nil where it says nothing that is a day.
  public let deadline: CalendarDate?

  /// A stretch of an earlier paragraph of the same node.
  public struct PrecedingScope: Sendable, Equatable {
    /// The paragraph of the node, from 0.
    public let paragraph: Int
    /// The scalars of that paragraph.
    public let range: ScalarRange

    /// Creates a scope.
    public init(paragraph: Int, range: ScalarRange) {
      self.paragraph = paragraph
      self.range = range
    }
  }

  /// A place in an earlier paragraph of the same node.
  public struct ScopeStart: Sendable, Equatable {
    /// The paragraph of the node, from 0.
    public let paragraph: Int
    /// In scalars into that paragraph.
    public let offset: Int

    /// Creates a start; `offset` counts scalars of the paragraph.
    public init(paragraph: Int, offset: Int) {
      self.paragraph = paragraph
      self.offset = offset
    }
  }

  /// Creates a responsibility.
  public init(
    node: NodeID, paragraph: Int, range: ScalarRange?, text: String, form: Form,
    scope: ScalarRange?, precedingScope: PrecedingScope? = nil,
    scopeStart: ScopeStart? = nil, groups: [Group],
    inheritedFrom: NodeID? = nil, row: RowPlace? = nil, deadline: CalendarDate? = nil
  ) {
    self.row = row
    self.deadline = deadline
    self.node = node
    self.paragraph = paragraph
    self.range = range
    self.text = text
    self.form = form
    self.scope = scope
    self.precedingScope = precedingScope
    self.scopeStart = scopeStart
    self.groups = groups
    self.inheritedFrom = inheritedFrom
  }

  /// Whether it follows from a statement made elsewhere.
  public var isInherited: Bool { inheritedFrom != nil }
}
