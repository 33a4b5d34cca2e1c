import GazetteText

/// Finds and resolves the cross-references of one issue's paragraphs.
struct CrossReferenceReader {
  private let issue: Issue
  private let byTitle: [[Unicode.Scalar]: NodeID]
  private let byNumber: [[Unicode.Scalar]: NodeID]
  /// The articles of each document, by number.
  private let articles: [NodeID: [String: NodeID]]
  private let attachments: [NodeID: [NodeID]]

  private static let itself = WordTable(
    """
    本方案 本办法 本通知 本意见 本规定 本条例 本细则 本决定 本措施 本政策 本政策措施 本法 本规划 本制度 本公告 本通告 本规则 \
    本章程 本标准 本指南 本计划 本纲要 本若干措施 本实施方案 本实施意见 本实施细则 本暂行办法 本行动方案 本行动计划 本目录 本清单
    """)
  private static let longestTitle = 80

  init(_ issue: Issue) {
    var byTitle: [[Unicode.Scalar]: NodeID] = [:]
    var byNumber: [[Unicode.Scalar]: NodeID] = [:]
    var articles: [NodeID: [String: NodeID]] = [:]
    var attachments: [NodeID: [NodeID]] = [:]
    var document: NodeID?
    for node in issue.nodes {
      if node.kind.isDocument {
        document = node.id
        if let title = node.title { byTitle[CrossReference.key(title)] = node.id }
        if let number = node.head?.documentNumber { byNumber[CrossReference.key(number)] = node.id }
        if node.kind == .attachment, let parent = node.parent {
          attachments[parent, default: []].append(node.id)
        }
      } else if let document, let numbering = node.numbering, numbering.style == .article {
        articles[document, default: [:]][numbering.arabic] = node.id
      }
    }
    self.issue = issue
    self.byTitle = byTitle
    self.byNumber = byNumber
    self.articles = articles
    self.attachments = attachments
  }

  /// The cross-references of a paragraph or cell, in order, without overlaps.
  func references(in node: Node, at place: TextPlace) -> [CrossReference] {
    guard let text = node.scalars(at: place) else { return [] }
    var result: [CrossReference] = []
    func add(_ range: ScalarRange, _ kind: CrossReference.Kind, _ target: NodeID?) {
      result.append(
        CrossReference(
          node: node.id, place: place, range: range, text: Self.string(text, range),
          kind: kind, target: target))
    }
    var index = 0
    while index < text.count {
      let start = index
      index += 1
      switch text[start] {
      case "《":
        guard let end = Self.titleEnd(in: text, from: start) else { continue }
        let title = Self.string(text, ScalarRange(start + 1, end - 1))
        add(ScalarRange(start, end), .title, byTitle[CrossReference.key(title)])
        index = end
      case "〔", "[":
        let last = result.last?.range.end ?? 0
        guard let range = Self.documentNumber(in: text, at: start, notBefore: last) else {
          continue
        }
        add(range, .documentNumber, byNumber[CrossReference.key(Self.string(text, range))])
        index = range.end
      case "本":
        guard let word = Self.itself.longest(at: start, in: text, limit: text.count) else {
          continue
        }
        add(ScalarRange(start, word.end), .itself, issue.document(of: node.id))
        index = word.end
      case "第":
        guard let article = Self.article(in: text, at: start) else { continue }
        add(
          ScalarRange(start, article.end), .article,
          target(of: article.number, at: start, result, node))
        index = article.end
      case "附":
        guard let attachment = attachment(in: text, at: start, node) else { continue }
        add(ScalarRange(start, attachment.end), .attachment, attachment.target)
        index = attachment.end
      default: continue
      }
    }
    return result
  }

  private static func string(_ text: [Unicode.Scalar], _ range: ScalarRange) -> String {
    String(String.UnicodeScalarView(text[range.start..<range.end]))
  }

  /// The offset behind the 》 that closes the 《 at `start`; titles may hold titles.
  private static func titleEnd(in text: [Unicode.Scalar], from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < text.count, index < start + longestTitle {
      if text[index] == "《" { depth += 1 }
      if text[index] == "》" {
        depth -= 1
        if depth == 0 { return index > start + 1 ? index + 1 : nil }
      }
      index += 1
    }
    return nil
  }

  /// The number around the bracket at `open`: the sign of the issuer, the year, the number.
  private static func documentNumber(
    in text: [Unicode.Scalar], at open: Int, notBefore limit: Int
  ) -> ScalarRange? {
    let numbers = NumberReader(text: text)
    guard let year = numbers.number(at: open + 1), year.digits == 4, year.end < text.count,
      text[year.end] == "〕" || text[year.end] == "]",
      let number = numbers.number(at: year.end + 1), !number.isHan, number.end < text.count,
      text[number.end] == "号"
    else { return nil }
    var start = open
    while start > limit, start > open - 12, isSign(text[start - 1]) { start -= 1 }
    return ScalarRange(start, number.end + 1)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
  }

  /// 第十二条, 第十七条之一, with 第二款 and 第（三）项 behind it.
  private static func article(
    in text: [Unicode.Scalar], at start: Int
  ) -> (number: String, end: Int)? {
    let numbers = NumberReader(text: text)
    guard let number = numbers.number(at: start + 1), number.end < text.count,
      text[number.end] == "条", number.value >= 1, number.value < 10_000
    else { return nil }
    var arabic = String(Int(number.value))
    var end = number.end + 1
    if end + 1 < text.count, text[end] == "之", let part = numbers.number(at: end + 1), part.isHan {
      arabic += "-\(Int(part.value))"
      end = part.end
    }
    while end < text.count, text[end] == "第" {
      var next = end + 1
      let isBracketed = next < text.count && (text[next] == "（" || text[next] == "(")
      if isBracketed { next += 1 }
      guard let part = numbers.number(at: next) else { break }
      next = part.end
      if isBracketed, next < text.count, text[next] == "）" || text[next] == ")" { next += 1 }
      guard next < text.count, text[next] == "款" || text[next] == "项" || text[next] == "目" else {
        break
      }
      end = next + 1
    }
    return (arabic, end)
  }

  /// The article in the text named right before it (《…》第三条), else in the same document.
  private func target(
    of article: String, at start: Int, _ earlier: [CrossReference], _ node: Node
  ) -> NodeID? {
    let document: NodeID?
    if let last = earlier.last, last.range.end == start, last.kind != .article {
      document = last.target
    } else {
      document = issue.document(of: node.id)
    }
    return document.flatMap { articles[$0]?[article] }
  }

  /// 附件2, or 附件 where there is but one.
  private func attachment(
    in text: [Unicode.Scalar], at start: Int, _ node: Node
  ) -> (end: Int, target: NodeID)? {
    guard start + 1 < text.count, text[start + 1] == "件",
      let list = attachments[issue.root(of: node.id)]
    else { return nil }
    let numbers = NumberReader(text: text)
    guard let number = numbers.number(at: start + 2), !number.isHan else {
      return list.count == 1 ? (start + 2, list[0]) : nil
    }
    let place = Int(min(number.value, 10_000)) - 1
    return list.indices.contains(place) ? (number.end, list[place]) : nil
  }
}
