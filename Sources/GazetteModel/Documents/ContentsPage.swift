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
    if CoverPage.length(in: lines) >= min(start, 1) { return start }
    let following = lines[(start + 1)..<min(lines.count, start + 8)]
    return following.contains { pageNumber($0.scalars) != nil } ? start : nil
  }

  /// Whether a line is the heading of contents: 目录, 目　录.
  static func isHeading(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 14 && GenreVocabulary.contentsNames.contains(Array(text.withoutSpaces))
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
        column = Self.columnName(lines[first].scalars)
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
      let key = text.titleKey
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
        column = Self.columnName(lines[index].scalars)
      } else {
        appendEntry(column, index..<index + 1)
      }
    }
    end = repeated
  }

  /// The name of a column without the marks around it: 【省政府令】, ◆部门文件.
  private static func columnName(_ text: [Unicode.Scalar]) -> String {
    var name = text
    while let first = name.first, !first.isHan, !first.isDigit { name.removeFirst() }
    while let last = name.last, !last.isHan, !last.isDigit { name.removeLast() }
    return TitleText.set(name.isEmpty ? text : name)
  }

  /// The line on which the entry that begins at `start` ends with its page number, at most six
  /// lines on.
  private func nextEntryEnd(from start: Int) -> Int? {
    var length = 0
    for index in start..<min(lines.count, start + 7) {
      if lines[index].table != nil { return nil }
      length += lines[index].scalars.count
      if length > 300 { return nil }
      if Self.pageNumber(lines[index].scalars) != nil { return index }
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
      var text = lines[index].scalars
      if let (value, start) = Self.pageNumber(text) {
        page = value
        text = Array(text[..<start])
      }
      title += text + [" "]
    }
    let name = TitleText.set(title.trimmed)
    guard !name.isEmpty else { return }
    entries.append(Entry(column: column, title: name, page: page, lines: range))
  }

  /// The page number at the end of a line and where its leader begins: `.....( 4 )`, `……12`,
  /// `（11）`.
  static func pageNumber(_ text: [Unicode.Scalar]) -> (page: Int, start: Int)? {
    var end = text.count
    var isBracketed = false
    if end > 0, text[end - 1] == ")" || text[end - 1] == "）" {
      isBracketed = true
      end -= 1
    }
    while end > 0, text[end - 1].isAnySpace { end -= 1 }
    var start = end
    while start > 0, text[start - 1].halfWidth.isDigit { start -= 1 }
    guard start < end, end - start <= 4, let (page, _) = ChineseNumeral.readArabic(text, at: start)
    else { return nil }
    var spaces = 0
    while start > 0, text[start - 1].isAnySpace {
      start -= 1
      spaces += 1
    }
    if isBracketed {
      guard start > 0, text[start - 1] == "(" || text[start - 1] == "（" else { return nil }
      start -= 1
    }
    var leader = start
    var dots = 0
    while leader > 0 {
      let scalar = text[leader - 1]
      if scalar.isAnySpace {
        spaces += 1
      } else if scalar.isOneOf(".…·．。‥—-_・•") {
        dots += scalar == "…" ? 3 : 1
      } else {
        break
      }
      leader -= 1
    }
    guard dots >= 2 || isBracketed || spaces >= 1 else { return nil }
    if !isBracketed, dots < 2, leader == 0 || text[leader - 1].isLatinLetter { return nil }
    return (page, leader)
  }
}
