import GazetteText

/// A gazette as a series (刊): its title and who publishes it, not its year and number.
public struct Publication: Hashable, Sendable {
  /// The gazette: 吉林省人民政府公报.
  public let title: String
  /// Who publishes it (主办); nil where the title says that already.
  public let sponsor: String?

  /// Creates a publication. A sponsor that the title names, or that is an office of whom the title
  /// names, does not tell two gazettes apart and is left out: not every copy prints it.
  public init(title: String, sponsor: String? = nil) {
    self.title = title
    var named = title[...]
    for ending in ["公报", "政报"] where named.hasSuffix(ending) { named = named.dropLast(2) }
    let isNamed =
      sponsor.map { $0.isEmpty || $0.hasPrefix(named) || named.hasPrefix($0) } ?? true
    self.sponsor = isNamed ? nil : sponsor
  }

  /// The title, with the sponsor where the title alone does not tell: 政府公报（甲市人民政府）.
  public var name: String { sponsor.map { "\(title)（\($0)）" } ?? title }
}

extension IssueIdentity {
  /// The series that the issue belongs to; nil where the cover names no gazette.
  public var publication: Publication? {
    title.map { Publication(title: $0, sponsor: sponsor) }
  }
}

/// Names an issue among all there are: 吉林省人民政府公报/2021-11.
///
/// The id alone is that of every gazette's eleventh number of 2021. What is kept of an issue (marks,
/// notes, places) is kept under this name, whatever else is open.
public struct IssueName: Hashable, Sendable, CustomStringConvertible {
  /// The name of the publication, fit to stand before a slash; empty where it is not known.
  public let publication: String
  /// The id within the publication: `2021-11`.
  public let id: String

  /// Creates a name of parts.
  public init(publication: String, id: String) {
    self.publication = Self.part(publication)
    self.id = id
  }

  /// Reads what `description` wrote; a text without a slash is an id alone.
  public init(_ text: String) {
    guard let slash = text.lastIndex(of: "/") else {
      self.init(publication: "", id: text)
      return
    }
    self.init(publication: String(text[..<slash]), id: String(text[text.index(after: slash)...]))
  }

  public var description: String { publication.isEmpty ? id : "\(publication)/\(id)" }

  /// A publication's name without what parts references: no blanks and control characters, full-width
  /// `：` and `／`, at most 120 scalars.
  private static func part(_ name: String) -> String {
    if isPart(name) { return name }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(120) where !scalar.isAnySpace && scalar.value >= 0x20 {
      switch scalar {
      case ":": result.append("：")
      case "/": result.append("／")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether that leaves a name as it is, told by its bytes; where it is not sure, false. The list of
  /// an archive has thousands of names.
  private static func isPart(_ name: String) -> Bool {
    name.utf8.count <= 120
      && name.utf8.allSatisfy { byte in
        switch byte {
        // Blanks beyond ASCII begin so.
        case 0xC2, 0xE1...0xE3: false
        case UInt8(ascii: ":"), UInt8(ascii: "/"), 0...0x20: false
        default: true
        }
      }
  }
}

extension Issue {
  /// The name of the issue among all there are.
  ///
  /// Where the cover does not say which gazette or which number it is, the id is often nothing but
  /// the name of a file; the title of the first document then helps to tell such issues apart.
  public var name: IssueName {
    var publication = identity.publication?.name ?? ""
    if publication.isEmpty || identity.number == nil,
      let title = nodes.first(where: { $0.kind == .document && $0.title != nil })?.title
    {
      publication += "《\(title)》"
    }
    return IssueName(publication: publication, id: identity.id)
  }
}
