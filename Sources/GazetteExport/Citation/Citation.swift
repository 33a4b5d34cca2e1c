import GazetteModel
import GazetteText

/// How a unit of a gazette is cited (引用格式).
///
/// The document number belongs to the notice, and what the notice issues is its attachment; so a
/// clause of a plan is cited by the notice, the attachment and the place in it. References of this
/// program stand in no citation: a reader of the printed gazette could do nothing with them.
public struct Citation: Sendable {
  /// The rules of a citation.
  public enum Style: String, Sendable, CaseIterable {
    /// As official documents do: 《题名》（文号）第几条.
    case gongwen
    /// GB/T 7714—2015, 信息与文献 参考文献著录规则; a gazette appears in numbers, so it is a serial, [J].
    case gbt7714
  }

  private let issue: Issue
  private let id: NodeID

  /// The citation of the node at `id`, which must be of this issue.
  public init(of id: NodeID, in issue: Issue) {
    self.issue = issue
    self.id = id
  }

  /// The citation on one line, with marks for what is hidden.
  public func text(_ style: Style) -> String {
    SafeText.line(style == .gongwen ? officialText : standardText)
  }

  /// Several citations, one on each line, those of the standard numbered.
  public static func text(of citations: [Citation], _ style: Style) -> String {
    let isNumbered = style == .gbt7714 && citations.count > 1
    return citations.enumerated().map { index, citation in
      (isNumbered ? "[\(index + 1)] " : "") + citation.text(style)
    }.joined(separator: "\n")
  }

  // MARK: 公文

  private var officialText: String {
    let parts = [officialSubject, gazetteName + pageText].filter { !$0.isEmpty }
    return parts.joined(separator: "，载")
  }

  private var officialSubject: String {
    guard let document = issue.document(of: id) else { return pageName }
    let notice = issue.root(of: document)
    var text = titled(notice) + identification(of: notice)
    if document != notice { text += attachmentName(document) + titled(document) }
    return text + CitedPlace(issue).text(of: id)
  }

  /// What identifies a document beside its title: its number, else the day of adoption or signing.
  private func identification(of document: NodeID) -> String {
    guard let head = issue[document].head else { return "" }
    if let number = head.documentNumber { return "（\(number)）" }
    if let day = head.adoptedOn { return "（\(written(day))通过）" }
    return head.signedOn.map { "（\(written($0))）" } ?? ""
  }

  private var gazetteName: String {
    let identity = issue.identity
    return (identity.title.map { Self.inTitleMarks($0) } ?? "") + numberText
  }

  private var numberText: String {
    let identity = issue.identity
    guard let year = identity.year else { return "" }
    return "\(year)年" + (identity.number.map { "第\($0)期" } ?? "")
  }

  private var pageText: String {
    guard let pages else { return "" }
    return "第" + (pages.first == pages.last ? "\(pages.first)" : "\(pages.first)—\(pages.last)")
      + "页"
  }

  // MARK: GB/T 7714—2015

  /// 主要责任者. 题名: 其他题名信息[J]. 刊名, 年(期): 页码.
  private var standardText: String {
    let identity = issue.identity
    var text = responsibleText
    text += "\(standardTitle)[J]"
    var source: [String] = []
    if let title = identity.title { source.append(title) }
    if let year = identity.year {
      source.append("\(year)" + (identity.number.map { "(\($0))" } ?? ""))
    } else if let day = identity.publicationDate {
      source.append(day.iso8601)
    }
    if !source.isEmpty { text += ". " + source.joined(separator: ", ") }
    if let pages {
      text += ": " + (pages.first == pages.last ? "\(pages.first)" : "\(pages.first)-\(pages.last)")
    }
    return text + "."
  }

  /// The most that are named before 等 (GB/T 7714—2015, 8.1.2).
  private static let namedIssuers = 3

  private var responsibleText: String {
    guard let document = issue.document(of: id) else {
      return issue.identity.sponsor.map { "\($0). " } ?? ""
    }
    let issuers = issue[issue.root(of: document)].head?.issuers ?? []
    guard !issuers.isEmpty else { return "" }
    let isCut = issuers.count > Self.namedIssuers
    return issuers.prefix(Self.namedIssuers).joined(separator: ", ") + (isCut ? ", 等" : "") + ". "
  }

  private var standardTitle: String {
    guard let document = issue.document(of: id) else { return pageName }
    let notice = issue.root(of: document)
    var details: [String] = []
    if let number = issue[notice].head?.documentNumber { details.append(number) }
    if document != notice { details.append("\(attachmentName(document)) \(title(of: document))") }
    let place = CitedPlace(issue).text(of: id)
    if !place.isEmpty { details.append(place) }
    return ([title(of: notice)] + (details.isEmpty ? [] : [details.joined(separator: ", ")]))
      .joined(separator: ": ")
  }

  // MARK: Names

  /// The pages of the gazette: those that the file prints the unit on, else the page that the
  /// contents give for its document.
  private var pages: LineRange? {
    if let pages = issue.pages(of: issue[id].lines) { return pages }
    return ([id] + issue.ancestors(of: id)).lazy.compactMap { issue[$0].head?.contentsPage }.first
      .map { LineRange($0) }
  }

  /// What stands under no title: the cover or the contents.
  private var pageName: String { issue[id].kind == .contents ? "目录" : "封面" }

  private func title(of document: NodeID) -> String {
    let node = issue[document]
    return node.title ?? node.head?.documentNumber ?? node.head?.signer ?? "无题"
  }

  private func titled(_ document: NodeID) -> String { Self.inTitleMarks(title(of: document)) }

  private func attachmentName(_ document: NodeID) -> String {
    let notice = issue.root(of: document)
    let place = issue.children(of: notice).filter { issue[$0].kind == .attachment }
      .firstIndex(of: document)
    return "附件" + (place.map { String($0 + 1) } ?? "")
  }

  /// A title in 《》, with those inside it as 〈〉 (GB/T 15834—2011, 4.15.3.4).
  static func inTitleMarks(_ title: String) -> String {
    "《" + title.replacing("《", with: "〈").replacing("》", with: "〉") + "》"
  }

  private func written(_ date: CalendarDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }
}
