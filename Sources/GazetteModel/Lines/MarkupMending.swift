import GazetteText

/// Makes every comment and tag end on the line on which it begins, so that all else can be read line
/// by line: comments, scripts and style sheets go, tags that a line end cut are whole again.
struct MarkupMending {
  private(set) var lines: [PrintedLine]
  /// Elements whose text is none of the document's.
  private static let hiddenElements: [(start: StaticString, end: StaticString)] = [
    ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"),
  ]
  /// Whether each kind of element is known never to be closed again, so that nobody looks twice.
  private var isNeverClosed = [false, false, false]
  /// The most lines that a tag is cut into.
  private static let mostTagLines = 4

  init(_ lines: [PrintedLine]) {
    self.lines = lines
    var index = 0
    while index < self.lines.count {
      if self.lines[index].scalars.contains("<") { mend(index) }
      index += 1
    }
  }

  private mutating func mend(_ index: Int) {
    var offset = 0
    while offset < lines[index].scalars.count {
      guard lines[index].scalars[offset] == "<" else {
        offset += 1
        continue
      }
      if hideElement(index, offset) { continue }
      if MarkupTag(lines[index].scalars, at: offset) == nil { joinTag(index, offset) }
      offset += 1
    }
  }

  /// Takes out the element that begins here; false where none does.
  private mutating func hideElement(_ index: Int, _ offset: Int) -> Bool {
    for (kind, element) in Self.hiddenElements.enumerated()
    where lines[index].scalars.hasLettersOfAnyCase(element.start, at: offset) {
      var line = index
      var from = offset
      while line < lines.count, !isNeverClosed[kind] {
        if let end = lines[line].scalars.offset(behind: element.end, from: from) {
          remove(from: (index, offset), to: (line, end))
          return true
        }
        line += 1
        from = 0
      }
      isNeverClosed[kind] = true
      // An end that is missing takes no more than its line.
      remove(from: (index, offset), to: (index, lines[index].scalars.count))
      return true
    }
    return false
  }

  private mutating func remove(
    from start: (line: Int, offset: Int), to end: (line: Int, offset: Int)
  ) {
    guard start.line < end.line else {
      lines[start.line].removeScalars(start.offset..<end.offset)
      return
    }
    lines[start.line].removeScalars(start.offset..<lines[start.line].scalars.count)
    for line in start.line + 1..<end.line {
      lines[line].removeScalars(0..<lines[line].scalars.count)
    }
    lines[end.line].removeScalars(0..<end.offset)
  }

  /// Brings the rest of a tag that begins here up from the lines below.
  private mutating func joinTag(_ index: Int, _ offset: Int) {
    let text = lines[index].scalars
    var name = offset + 1
    if name < text.count, text[name] == "/" { name += 1 }
    guard name < text.count, text[name].isLatinLetter, !text[offset...].contains(">") else {
      return
    }
    var whole = Array(text[offset...])
    for next in index + 1..<min(lines.count, index + 1 + Self.mostTagLines) {
      let below = lines[next].scalars
      guard let close = below.firstIndex(of: ">") else {
        if below.contains("<") { return }
        whole += [" "] + below
        continue
      }
      whole += [" "] + below[...close]
      guard let tag = MarkupTag(whole, at: 0), tag.end == whole.count else { return }
      for line in index + 1..<next { lines[line].removeScalars(0..<lines[line].scalars.count) }
      lines[next].removeScalars(0..<close + 1)
      lines[index].replaceScalars(from: offset, with: whole)
      return
    }
  }
}

extension [Unicode.Scalar] {
  /// The offset behind the first `word`, in any case, from `start` on.
  fileprivate func offset(behind word: StaticString, from start: Int) -> Int? {
    var index = start
    while index + word.utf8CodeUnitCount <= count {
      if hasLettersOfAnyCase(word, at: index) { return index + word.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }
}
