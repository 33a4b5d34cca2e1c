import GazetteText

/// What a line of a document's body is, as far as the line itself can tell.
enum LineShape: Equatable {
  /// A page number, a running head, a rule, an image: printed, but no text of a document.
  case pageMark
  /// The heading of a column (栏目) above the documents that it groups, or repeated above a page.
  case column
  /// A date alone: 2021年1月26日, 二〇二一年一月二十六日.
  case date(CalendarDate)
  /// A document number alone: 吉政办发〔2021〕6号, 第280号.
  case documentNumber
  /// 附件, 附件1, 附件1：, 附录 or 附表1 alone.
  case attachmentMark
  /// A note in brackets: （据…）, （此件公开发布）, （…通过）.
  case bracketNote
  /// A table.
  case table
  /// An image alone on its line.
  case image
  /// A numbered unit.
  case numbered(NumberingParser.Match)
  /// A line of a document's own contents: a title, a leader of dots and a page number.
  case contentsLine
  /// A cell of a table whose cells were printed one below the other.
  case cell
  /// Anything else.
  case plain
}

extension LineShape {
  /// Whether the line is printed around the text and no part of it.
  var isFurniture: Bool { self == .pageMark || self == .column }

  var isNumbered: Bool { if case .numbered = self { true } else { false } }
}

/// Tells what a line is.
struct LineClassifier {
  /// The name of the gazette, folded, for running heads; empty when unknown.
  let gazetteKey: [Unicode.Scalar]

  func shape(of line: PrintedLine) -> LineShape {
    let text = line.scalars
    if line.table != nil { return .table }
    guard !text.isEmpty, line.form != .furniture else { return .pageMark }
    if text == InlineMarkup.image { return .image }
    if isPageMark(text) { return .pageMark }
    if PageNumbers.hasLeader(text) { return .contentsLine }
    if let match = NumberingParser.match(text) { return .numbered(match) }
    if text.count <= 40 {
      if let date = DateParser.wholeDate(text) { return .date(date) }
      if Self.isDocumentNumber(text) { return .documentNumber }
      if isAttachmentMark(text) { return .attachmentMark }
    }
    if isBracketNote(text) { return .bracketNote }
    return .plain
  }

  private func isPageMark(_ text: [Unicode.Scalar]) -> Bool {
    if text.count <= 14 {
      let others = text.filter { !$0.isAnySpace && !$0.halfWidth.isDigit }
      let digits = text.count { $0.halfWidth.isDigit }
      let isNumber = digits > 0 && digits <= 4
      if others.allSatisfy({ $0.isOneOf("-—–·•~*/|_=") }) {
        if isNumber || (digits == 0 && others.count >= 3) { return true }
      }
      // A recogniser takes the dashes around a page number for the Han 一.
      if isNumber, others.contains("一"), others.allSatisfy({ $0.isOneOf("一-—–") }) { return true }
      if isNumber, others == ["第", "页"] || others == ["页"] { return true }
    }
    if text.has(["`", "`", "`"], at: 0) { return true }
    if RunningHeads.isGazetteHead(text) { return true }
    guard gazetteKey.count >= 4, beginsWithGazette(text) else { return false }
    let key = text.titleKey
    return key.count == gazetteKey.count || Self.isIssueNumber(Array(key[gazetteKey.count...]))
  }

  /// Whether the folded text begins with the name of the gazette; most lines differ in the first
  /// character.
  private func beginsWithGazette(_ text: [Unicode.Scalar]) -> Bool {
    var matched = 0
    for scalar in text {
      guard let folded = scalar.titleKey else { continue }
      if folded != gazetteKey[matched] { return false }
      matched += 1
      if matched == gazetteKey.count { return true }
    }
    return false
  }

  /// Whether the rest of a running head is 2021年第11期, 第11期 or 2021.11, perhaps with a page number.
  private static func isIssueNumber(_ key: [Unicode.Scalar]) -> Bool {
    key.count <= 20
      && key.allSatisfy {
        $0.isDigit || $0.isOneOf("年第期总复月日页") || ChineseNumeral.isNumeral($0)
      }
  }

  private func isAttachmentMark(_ text: [Unicode.Scalar]) -> Bool {
    guard text.first == "附" else { return false }
    var key = text.withoutSpaces
    while let last = key.last, ["：", ":", ".", "．", "、"].contains(last) { key.removeLast() }
    if key == ["附"] { return true }
    guard key.count > 1, key[1].isOneOf("件录表") else { return false }
    let rest = Array(key[2...])
    return rest.isEmpty
      || rest.count <= 3
        && rest.allSatisfy { $0.halfWidth.isDigit || ChineseNumeral.isNumeral($0) }
  }

  private func isBracketNote(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 400, let first = text.first, let last = text.last else { return false }
    guard first == "(" || first == "（", last == ")" || last == "）" else { return false }
    let inside = text.dropFirst().dropLast()
    var depth = 0
    for scalar in inside {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if scalar == ")" || scalar == "）" { depth -= 1 }
      if depth < 0 { return false }
    }
    return true
  }

  /// 吉政办发〔2021〕6号, 国办发明电〔2018〕15号, 厦府（2017）413号, 国务院令第707号, 第280号, 海关总署公告2026年第18号.
  static func isDocumentNumber(_ text: [Unicode.Scalar]) -> Bool {
    guard text.contains("号") else { return false }
    var key = text.withoutSpaces.map(\.halfWidth)
    while let last = key.last, [",", "。", ")", "）"].contains(last), key.first == "(" || last == "。"
    {
      key.removeLast()
    }
    if key.first == "(" { key.removeFirst() }
    guard key.count >= 3, key.last == "号" else { return false }
    var digitStart = key.count - 1
    while digitStart > 0,
      key[digitStart - 1].isDigit || ChineseNumeral.isNumeral(key[digitStart - 1])
    {
      digitStart -= 1
    }
    guard digitStart < key.count - 1, digitStart > 0 else { return false }
    let head = Array(key[0..<digitStart])
    if head == ["第"] { return true }
    var tail = head
    if tail.last == "第" { tail.removeLast() }
    if tail.count >= 6, tail[tail.count - 1].isOneOf("〕])】﹞"), tail[tail.count - 6].isOneOf("〔[(【﹝")
    {
      let year = tail[tail.count - 5..<tail.count - 1]
      let name = tail[..<(tail.count - 6)]
      return year.allSatisfy(\.isDigit) && name.count <= 16
        && name.allSatisfy { $0.isHan || $0.isLatinLetter }
    }
    guard head.last == "第", head.allSatisfy({ $0.isHan || $0.isDigit || $0 == "(" }) else {
      return false
    }
    return head.contains("令") || head.contains("告") || head.contains("年")
  }
}
