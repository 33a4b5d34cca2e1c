/// What a page says of its article beside the text: in its head, and in the box of labels that
/// sites of governments put above it (索引号、发文机关 …).
struct PageMetadata {
  private(set) var title: String?
  /// 发文字号.
  private(set) var documentNumber: String?
  /// 发文机关.
  private(set) var issuer: String?
  /// 成文日期, never the day on which the page was published.
  private(set) var date: String?
  /// The tables and lists that are such boxes, which are no text.
  private(set) var boxes: Set<Int> = []

  private static let titleNames = ["articletitle", "title", "og:title"]
  private static let labels = [
    "索引号", "信息分类", "主题分类", "公文种类", "发文机关", "发文字号", "成文日期", "发布日期", "发布机构",
    "主题词", "标题", "文号", "有效性", "体裁分类", "组配分类", "效力状态", "名称", "生成日期",
  ]
  private static let separators: Set<Character> = ["-", "_", "|", "–", "—", "－"]

  init(_ tree: MarkupTree) {
    var pageTitle: String?
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case "meta": read(node)
      case "title" where pageTitle == nil:
        pageTitle = PrintedTextBuilder.tidied(tree.text(of: index))
      case "table", "ul", "dl", "div": readBox(index, tree)
      default: break
      }
    }
    if title == nil { title = pageTitle.map(Self.withoutSite) }
    if title?.isEmpty == true { title = nil }
  }

  /// Whether the title is that of a document and not of the site.
  var namesDocument: Bool { title.map(Self.namesDocument) ?? false }

  /// Words with which the titles of documents end.
  private static let documentWords = [
    "通知", "意见", "决定", "决议", "办法", "条例", "规定", "方案", "规划", "计划", "公告", "通告", "通报", "批复", "函",
    "细则", "规则", "报告", "令", "纲要", "要点", "措施", "命令", "公报",
  ]

  /// Whether a line is the title of a document.
  static func namesDocument(_ text: String) -> Bool {
    (6...120).contains(text.count) && documentWords.contains { text.hasSuffix($0) }
      && !text.contains { "。；，：".contains($0) }
  }

  private mutating func read(_ meta: MarkupTree.Node) {
    guard let name = (meta["name"] ?? meta["property"])?.lowercased(), let content = meta["content"]
    else { return }
    if Self.titleNames.contains(name), title == nil {
      title = PrintedTextBuilder.tidied(content)
    }
  }

  /// Takes an element that is short and holds three labels or more for a box of them.
  private mutating func readBox(_ index: Int, _ tree: MarkupTree) {
    let nodes = tree.nodes[index..<tree[index].end]
    guard nodes.count < 400 else { return }
    let texts = nodes.filter(\.isText).map { PrintedTextBuilder.tidied($0.text) }
      .filter { !$0.isEmpty }
    guard texts.count <= 80, texts.reduce(0, { $0 + $1.count }) < 600 else { return }
    let found = texts.count { text in
      let label = Self.label(text)
      return Self.labels.contains(label)
    }
    guard found >= 3 else { return }
    boxes.insert(index)
    for (position, text) in texts.enumerated() {
      let label = Self.label(text)
      let rest = text.split(separator: "：", maxSplits: 1).dropFirst().first.map(String.init)
      let next = position + 1 < texts.count ? texts[position + 1] : ""
      let value = PrintedTextBuilder.tidied(
        rest.map { $0.isEmpty ? next : $0 } ?? (Self.labels.contains(Self.label(next)) ? "" : next))
      if value.isEmpty || Self.labels.contains(Self.label(value)) { continue }
      switch label {
      case "发文字号", "文号": documentNumber = documentNumber ?? value
      case "发文机关": issuer = issuer ?? value
      case "成文日期": date = date ?? value
      case "标题": title = title ?? value
      default: break
      }
    }
  }

  /// The words before a colon, without blanks.
  private static func label(_ text: String) -> String {
    String(text.prefix { $0 != "：" && $0 != ":" }.filter { !$0.isWhitespace })
  }

  /// A page's title without the site's name behind it.
  private static func withoutSite(_ title: String) -> String {
    guard let end = title.lastIndex(where: { separators.contains($0) }) else { return title }
    let head = PrintedTextBuilder.tidied(String(title[..<end]))
    return head.count >= 6 ? withoutMarks(head) : title
  }

  private static func withoutMarks(_ text: String) -> String {
    String(text.drop { separators.contains($0) || $0 == " " })
  }
}
