import GazetteText

/// Reads the contents page (目录): columns, titles and page numbers.
struct ContentsPage {
  /// An entry as read, before it is matched with a document.
  struct Entry {
    let column: String?
    let title: String
    let page: Int?
    /// Indices of printed lines.
    let lines: Range<Int>
  }

  let lines: [PrintedLine]
  let shapes: [LineShape]
  private(set) var entries: [Entry] = []
  /// The index behind the last line of the contents.
  private(set) var end: Int

  /// Where the contents begin among the first lines, or nil.
  ///
  /// A law has contents of its own: those without page numbers are the only behind its
  /// cover.
  static func start(in lines: [PrintedLine]) -> Int? {
    let limit = min(lines.count, max(80, lines.count / 3))
    let start = lines[..<limit].firstIndex { isHeading($0.scalars) }
    guard let start else { return nil }
    // Contents behind the number of a document are those of a plan that it issues.
    if lines[..<start].contains(where: { LineClassifier.isDocumentNumber($0.scalars) }) {
      return nil
    }
    if CoverPage.length(in: lines) >= min(start, 1) { return start }
    let following = lines[(start + 1)..<min(lines.count, start + 8)]
    return following.contains { PageNumbers.atEnd(of: $0.scalars) != nil } ? start : nil
  }

  /// Whether a line is the heading of contents: 目录, 目　录, 【目录】.
  static func isHeading(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 14 else { return false }
    var name = text.withoutSpaces[...]
    while let mark = name.first, mark.isOneOf("【〖［[〔《—-·*") { name.removeFirst() }
    while let mark = name.last, mark.isOneOf("】〗］]〕》—-·*：:") { name.removeLast() }
    return GenreVocabulary.contentsNames.contains(Array(name))
  }

  /// The line behind a document's own contents that begin at `index`: where what they list first is
  /// printed again.
  static func innerEnd(_ lines: [PrintedLine], at index: Int, before end: Int) -> Int? {
    guard isHeading(lines[index].scalars), index + 1 < end else { return nil }
    let first = withoutPage(lines[index + 1].scalars).titleKey
    guard !first.isEmpty else { return nil }
    for next in index + 2..<min(end, index + 200)
    where withoutPage(lines[next].scalars).titleKey == first { return next }
    return nil
  }

  private static func withoutPage(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    entry(text, isFirst: true).title
  }

  /// The title on a line of contents and its page, which stands behind it or before it: 甲通知……3, （3）甲通知.
  ///
  /// - Parameter isFirst: Whether the entry begins with the line: only there a page number stands before a title.
  private static func entry(
    _ text: [Unicode.Scalar], isFirst: Bool
  ) -> (title: [Unicode.Scalar], page: Int?) {
    let bare = withoutBullet(text)
    if let (page, start) = PageNumbers.atEnd(of: bare) { return (Array(bare[..<start]), page) }
    if isFirst, let (page, end) = PageNumbers.atStart(of: bare) {
      return (Array(bare[end...]), page)
    }
    return (bare, nil)
  }

  /// A line without the mark of a list before it: - 甲通知, ● 甲通知.
  private static func withoutBullet(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = text.first, first.isOneOf("-*+•●○■□◆◇▲★·") else { return text }
    let rest = text.dropFirst().drop { $0.isAnySpace }
    return rest.first?.isHan == true ? Array(rest) : text
  }

  /// Reads the contents that begin at line `start`.
  init(lines: [PrintedLine], shapes: [LineShape], start: Int) {
    self.lines = lines
    self.shapes = shapes
    end = start + 1
    while end < lines.count, Self.isHeading(lines[end].scalars) { end += 1 }
    let first = end
    read()
    if entries.isEmpty { readWithoutPages(from: first) }
    if entries.isEmpty { readBroken(from: first) }
  }

  private mutating func read() {
    var column: String?
    while end < lines.count {
      if shapes[end] == .pageMark, nextEntryEnd(from: end + 1) != nil {
        end += 1
        continue
      }
      guard let last = nextEntryEnd(from: end) else { break }
      var first = end
      while first < last, isColumn(first, before: last) {
        column = ColumnHeadings.name(lines[first].scalars)
        first += 1
      }
      appendEntry(column, first..<last + 1)
      end = last + 1
    }
  }

  /// Reads contents that give no page numbers: they end where the first title they list is printed
  /// again.
  private mutating func readWithoutPages(from first: Int) {
    var keys: [[Unicode.Scalar]] = []
    var repeated: Int?
    for index in first..<min(lines.count, first + 100) {
      let text = lines[index].scalars
      let key = Self.withoutPage(text).titleKey
      if key.count >= 8, keys.contains(where: { $0.starts(with: key) }) {
        repeated = index
        break
      }
      // A sentence, an address or a document number means that the contents are over.
      if text.contains("。") || text.last == "：" || text.last == ":" { return }
      if LineClassifier.isDocumentNumber(text) { return }
      keys.append(key)
    }
    guard let repeated else { return }
    var column: String?
    for index in first..<repeated {
      if isColumn(index, before: repeated) {
        column = ColumnHeadings.name(lines[index].scalars)
      } else {
        appendEntry(column, index..<index + 1)
      }
    }
    // 1, 2, 3 before the titles count them.
    if entries.map(\.page) == entries.indices.map({ $0 + 1 }) {
      entries = entries.map {
        Entry(column: $0.column, title: $0.title, page: nil, lines: $0.lines)
      }
    }
    end = repeated
  }

  /// Reads contents of which a recogniser lost page numbers and broke lines: they end where a line
  /// stands again that they have, whole, across their own lines.
  private mutating func readBroken(from first: Int) {
    var joined: [Unicode.Scalar] = []
    var starts: [Int] = []
    for index in first..<min(lines.count, first + 60) {
      let text = lines[index].scalars
      if text.contains("。") || text.last == "：" || text.last == ":" { return }
      let key = text.titleKey
      if key.count >= 12, let place = joined.firstRange(of: key) {
        // The first line of the title may stand before it, with a character misread.
        var end = index
        while end > first + 1 {
          let above = lines[end - 1].scalars.titleKey
          let from = place.lowerBound - above.count
          guard from >= 0, starts.contains(from), above.count >= 8,
            zip(above, joined[from...]).count(where: { $0 != $1 }) * 8 <= above.count
          else { break }
          end -= 1
          break
        }
        appendBroken(first..<end)
        self.end = end
        return
      }
      starts.append(joined.count)
      joined += key
    }
  }

  /// The entries of such contents: each begins behind a column, or behind what ended in a page number.
  private mutating func appendBroken(_ range: Range<Int>) {
    var column: String?
    var start = range.lowerBound
    for index in range {
      if isColumn(index, before: range.upperBound) {
        if start < index { appendEntry(column, start..<index) }
        column = ColumnHeadings.name(lines[index].scalars)
        start = index + 1
      } else if PageNumbers.atEnd(of: lines[index].scalars) != nil {
        appendEntry(column, start..<index + 1)
        start = index + 1
      }
    }
    if start < range.upperBound { appendEntry(column, start..<range.upperBound) }
  }

  /// The line on which the entry that begins at `start` ends with its page number, at most six
  /// lines on.
  private func nextEntryEnd(from start: Int) -> Int? {
    var length = 0
    for index in start..<min(lines.count, start + 7) {
      if lines[index].table != nil { return nil }
      length += lines[index].scalars.count
      if length > 300 { return nil }
      if PageNumbers.atEnd(of: lines[index].scalars) != nil { return index }
      if lines[index].scalars.contains("。") { return nil }
      if case .documentNumber = shapes[index] { return nil }
    }
    return nil
  }

  private func isColumn(_ index: Int, before last: Int) -> Bool {
    let text = lines[index].scalars.withoutSpaces
    guard text.count <= 16, index < last else { return false }
    if lines[index].isMarkedHeading { return true }
    var bare = text
    while let first = bare.first, !first.isHan { bare.removeFirst() }
    while let final = bare.last, !final.isHan { bare.removeLast() }
    return bare.count <= 12 && !bare.contains(word: ["关", "于"])
      && bare.ends(withAnyOf: GenreVocabulary.columnEndings)
  }

  private mutating func appendEntry(_ column: String?, _ range: Range<Int>) {
    var title: [Unicode.Scalar] = []
    var page: Int?
    for index in range {
      let (text, value) = Self.entry(lines[index].scalars, isFirst: index == range.lowerBound)
      page = value ?? page
      title += text + [" "]
    }
    let name = TitleText.set(title.trimmed)
    guard !name.isEmpty else { return }
    entries.append(Entry(column: column, title: name, page: page, lines: range))
  }
}
