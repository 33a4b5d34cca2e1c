import GazetteModel
import GazetteText

/// What ties a document to an older one: it is its next version, or names it (文件关联).
struct DocumentTies {
  private let issues: [RecordedIssue]
  /// For each issue and outermost document what it names.
  private var named: [Int: [Int: Set<[Unicode.Scalar]>]] = [:]

  init(_ issues: [RecordedIssue]) {
    self.issues = issues
    for (place, issue) in issues.enumerated() {
      for citation in issue.citations {
        guard let document = issue.document(of: citation.node)?.outer.node else { continue }
        var name = Substring(citation.text)
        if name.hasPrefix("《"), name.hasSuffix("》") { name = name.dropFirst().dropLast() }
        named[place, default: [:]][document, default: []].insert(CrossReference.key(String(name)))
      }
    }
  }

  /// What ties the document of a later node to that of an older one.
  func grounds(from old: (issue: Int, node: Int), to new: (issue: Int, node: Int)) -> [Ground] {
    guard let before = issues[old.issue].document(of: old.node),
      let after = issues[new.issue].document(of: new.node)
    else { return [] }
    let names = named[new.issue]?[after.outer.node] ?? []
    func isNamed(_ name: String?) -> Bool {
      name.map { !$0.isEmpty && names.contains(CrossReference.key($0)) } ?? false
    }
    var grounds: [Ground] = []
    let series = before.inner.title.flatMap(Self.series)
    let isNextVersion =
      series != nil && series == after.inner.title.flatMap(Self.series)
      && issues[old.issue].publication == issues[new.issue].publication
    if isNextVersion || isNamed(before.inner.title) || isNamed(before.outer.title) {
      grounds.append(.title)
    }
    if isNamed(before.outer.number) || isNamed(before.inner.number) { grounds.append(.number) }
    return grounds
  }

  /// The fewest letters of a title that names a series: 通知 alone names none.
  private static let shortest = 6

  /// A title without its year and figures, which all versions share: 年黑土地保护工作方案.
  static func series(_ title: String) -> [Unicode.Scalar]? {
    let letters = title.unicodeScalars.filter {
      StoredText.isPlainHan($0) && !ChineseNumeral.isNumeral($0) && !$0.isOneOf("〇年度")
    }
    return letters.count >= shortest ? Array(letters) : nil
  }
}

/// Why a later text is taken to speak of an older one (关联依据).
public enum Ground: String, Sendable, CaseIterable {
  /// Its document is the next version of the older one, or names it by its title.
  case title
  /// It names the document number.
  case number
  /// It says nearly the same.
  case words
}
