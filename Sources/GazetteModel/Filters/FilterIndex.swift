import GazetteText

/// What filter queries ask about one issue, made ready once.
///
/// Make it after the first frame: it opens the pinyin table.
public struct FilterIndex: Sendable {
  /// The issue that is searched.
  public let issue: Issue
  /// Who is responsible for what in it.
  public let departments: DepartmentIndex
  /// Its quantities and deadlines.
  public let targets: TargetIndex
  /// Its references to other texts.
  public let references: CrossReferenceIndex
  /// Answers review terms; nil where no review is open.
  public var review: (any ReviewTermSource)?

  /// A text of a node that is searched.
  package struct Field: Sendable {
    package enum Place: Sendable, Equatable {
      case title
      case text(TextPlace)
      /// The printed number, the document's number, addressees, signature.
      case other
    }

    package let node: Int
    package let place: Place
    package let text: FoldedText
  }

  /// The texts of all nodes, in order of print.
  package let fields: [Field]
  /// For each node, where its fields begin; one entry more than there are nodes.
  let fieldStarts: [Int]
  /// The titles for pinyin, with the field each belongs to.
  let titleKeys: [(field: Int, key: PinyinKey)]
  /// The names of each body, canonical first, in the order of `departments.departments`.
  let bodyNames: [[BodyName]]

  /// A name of a body as it is compared.
  struct BodyName: Sendable {
    let text: FoldedText
    let key: PinyinKey
  }

  /// Makes an issue ready; what is already worked out may be handed in.
  public init(
    _ issue: Issue, departments: DepartmentIndex? = nil, targets: TargetIndex? = nil,
    references: CrossReferenceIndex? = nil, review: (any ReviewTermSource)? = nil
  ) {
    self.issue = issue
    self.departments = departments ?? DepartmentIndex(issue: issue)
    self.targets = targets ?? TargetIndex(issue)
    self.references = references ?? CrossReferenceIndex(issue)
    self.review = review
    var fields: [Field] = []
    var starts: [Int] = []
    var keys: [(field: Int, key: PinyinKey)] = []
    for node in issue.nodes {
      starts.append(fields.count)
      if let title = node.title {
        let scalars = Array(title.unicodeScalars)
        keys.append((fields.count, Pinyin.shared.key(for: scalars)))
        fields.append(Field(node: node.id.index, place: .title, text: FoldedText(scalars)))
      }
      for place in node.textPlaces {
        fields.append(
          Field(
            node: node.id.index, place: .text(place),
            text: FoldedText(node.scalars(at: place) ?? [])))
      }
      for text in Self.otherTexts(of: node) {
        fields.append(Field(node: node.id.index, place: .other, text: FoldedText(text)))
      }
    }
    starts.append(fields.count)
    self.fields = fields
    fieldStarts = starts
    titleKeys = keys
    bodyNames = self.departments.departments.map { department in
      ([department.body.name] + department.body.aliases).map { name in
        let scalars = Array(name.unicodeScalars)
        return BodyName(text: FoldedText(scalars), key: Pinyin.shared.key(for: scalars))
      }
    }
  }

  /// What is printed with a node and is neither title nor paragraph.
  package static func otherTexts(of node: Node) -> [String] {
    var result: [String] = []
    if let printed = node.numbering?.printed { result.append(printed) }
    for line in node.head?.lines ?? [] where line.role != .title { result.append(line.text) }
    for table in node.tables {
      if let caption = table.caption { result.append(caption) }
      if !table.header.isEmpty { result.append(table.header.joined(separator: " ")) }
    }
    return result
  }

  /// The texts of a node.
  func fields(of node: NodeID) -> ArraySlice<Field> {
    fields[fieldStarts[node.index]..<fieldStarts[node.index + 1]]
  }
}

/// Answers the terms of a query that a review knows: `is:unread`, `tag:…`, `note:…`, `by:…`.
public protocol ReviewTermSource: Sendable {
  /// The nodes that the term matches; nil when the review does not know the value.
  func nodes(matching field: ReviewField, _ value: String, in issue: Issue) -> [NodeID]?
}
