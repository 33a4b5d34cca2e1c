import GazetteText

/// Cuts the body of an issue into documents and attachments at their titles.
struct DocumentSearch {
  /// A document or attachment: its title and the lines behind it.
  struct Part {
    let title: TitleFinder.Title
    /// A document number printed above the title.
    let numberBefore: Int?
    /// Lines such as 附件1 that belong to the part but are no text.
    let marks: SortedSet<Int>
    /// The heading of a column that is printed above it.
    let column: Int?
    var body: Range<Int>
  }

  let lines: [PrintedLine]
  let shapes: [LineShape]
  let finder: TitleFinder
  let joiner: ParagraphJoiner
  /// The lines before the first title.
  private(set) var leadingLines = 0..<0

  init(
    lines: [PrintedLine], shapes: [LineShape], finder: TitleFinder, joiner: ParagraphJoiner
  ) {
    self.lines = lines
    self.shapes = shapes
    self.finder = finder
    self.joiner = joiner
  }

  /// The parts from line `start` on, in order of print.
  mutating func documents(from start: Int) -> [Part] {
    var parts: [Part] = []
    var names = TitleKeys()
    /// The last part that issues others.
    var issuer: Int?
    /// The last line that is no page mark.
    var lastText: Int?
    var mark: Int?
    var number: Int?
    var column: Int?
    var hasText = false
    var index = start
    while index < lines.count {
      if shapes[index] == .pageMark {
        index += 1
        continue
      }
      if opensColumn(index, names, isAfterEnd: isAfterEnd(lastText)) {
        column = index
        index += 1
        continue
      }
      if let end = ContentsPage.innerEnd(lines, at: index, before: lines.count), !parts.isEmpty {
        lastText = nil
        index = end
        continue
      }
      if shapes[index] == .attachmentMark, !parts.isEmpty {
        mark = index
        lastText = index
        index += 1
        continue
      }
      let title = finder.title(
        at: index, names: names, isFirst: parts.isEmpty && !hasText,
        followsMark: mark != nil, isAfterEnd: isAfterEnd(lastText))
      if var title {
        // The contents may list what an order publishes instead of the order.
        let isListedInPlace =
          title.isNamed
          && issuer.map { !finder.isListed(parts[$0].title.text.titleKey) } ?? false
        let opensAttachment = title.opensAttachment || mark != nil || isListedInPlace
        title.opensAttachment = opensAttachment && !parts.isEmpty
        let first = [column, mark, number].compactMap(\.self).min() ?? title.lines.lowerBound
        var marks = SortedSet<Int>()
        marks.formUnion((first..<title.lines.lowerBound).filter { $0 != number })
        close(&parts, before: first)
        parts.append(
          Part(
            title: title, numberBefore: number, marks: marks, column: column,
            body: title.lines.upperBound..<title.lines.upperBound))
        if !title.opensAttachment {
          issuer = parts.count - 1
          names = TitleKeys(Self.names(in: title.text))
        }
        (mark, number, column) = (nil, nil, nil)
        index = title.lines.upperBound
        lastText = title.lines.last { !shapes[$0].isFurniture } ?? lastText
        continue
      }
      number = numberAbove(index)
      if number == nil { mark = nil }
      if let last = parts.last, !last.title.opensAttachment {
        for name in Self.quotedTitles(in: lines[index].scalars) { names.insert(name) }
      }
      if !shapes[index].isFurniture, shapes[index] != .image {
        lastText = index
        if number == nil { (column, hasText) = (nil, true) }
      }
      index += 1
    }
    let first = parts.first.map {
      min($0.marks.elements.first ?? .max, $0.numberBefore ?? .max, $0.title.lines.lowerBound)
    }
    leadingLines = start..<(first ?? lines.count)
    close(&parts, before: lines.count)
    return parts
  }

  private func close(_ parts: inout [Part], before end: Int) {
    guard let last = parts.indices.last else { return }
    let start = parts[last].body.lowerBound
    parts[last].body = start..<max(start, end)
  }

  /// Whether the line is the heading of a column: the contents list it, or it looks like one, the
  /// text before it has come to its end, and a title stands below it.
  private func opensColumn(_ index: Int, _ names: TitleKeys, isAfterEnd: Bool) -> Bool {
    guard isAfterEnd else { return false }
    var next = index + 1
    while next < lines.count, shapes[next] == .pageMark { next += 1 }
    if shapes[index] == .column { return next < lines.count }
    guard shapes[index] == .plain, ColumnHeadings.isPossible(lines[index].scalars),
      !finder.isListed(lines[index].scalars.titleKey), next < lines.count
    else { return false }
    if shapes[next] == .documentNumber,
      lines[index].scalars.ends(with: GenreVocabulary.columnFileEnding)
    {
      next += 1
    }
    guard next < lines.count else { return false }
    return finder.title(
      at: next, names: names, isFirst: false, followsMark: false, isAfterEnd: true) != nil
  }

  /// A document number that stands above a title instead of below it.
  private func numberAbove(_ index: Int) -> Int? {
    guard shapes[index] == .documentNumber, index + 1 < lines.count else { return nil }
    let isBelowTitle = index > 0 && lines[index - 1].isMarkedHeading
    return isBelowTitle ? nil : index
  }

  /// Whether the text has come to an end at the last line that is no page mark, so that a title may
  /// follow.
  private func isAfterEnd(_ last: Int?) -> Bool {
    guard let last else { return true }
    switch shapes[last] {
    case .date, .bracketNote, .documentNumber, .attachmentMark, .table: return true
    default: return joiner.isFinished(line: last, from: 0) || finder.endsInDate(last)
    }
  }

  // MARK: What a document issues

  /// The folded names of what a title says it issues: 关于印发加快构建吉林产业发展新格局实施方案的通知.
  private static func names(in title: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var result = quotedTitles(in: title)
    let text = title.withoutSpaces
    for verb in GenreVocabulary.issuingVerbs {
      guard let start = text.firstOffset(of: verb), let end = text.lastIndex(of: "的"),
        end > start + verb.count + 3
      else { continue }
      result.append(Array(text[(start + verb.count)..<end]).titleKey)
    }
    return result
  }

  /// The folded titles that stand in 《》.
  private static func quotedTitles(in text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    var start: Int?
    for (offset, scalar) in text.enumerated() {
      if scalar == "《" { start = offset + 1 }
      if scalar == "》", let open = start {
        let key = Array(text[open..<offset]).titleKey
        if key.count >= 4 { result.append(key) }
        start = nil
      }
    }
    return result
  }
}
