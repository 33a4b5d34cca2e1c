import GazetteText

/// Takes the Markdown, HTML and LaTeX out of one line or cell and keeps what a reader of the print
/// would see.
///
/// Subscripts and superscripts become the Unicode characters of that position: PM<sub>2.5</sub> →
/// PM₂.₅. A line in which markup ends lines, such as `<br>` or a `\n` that was never turned into a
/// line end, comes out in several pieces.
struct InlineMarkup {
  /// One line of what is left.
  struct Piece {
    var scalars: [Unicode.Scalar] = []
    /// The correction of each scalar; empty where there is none.
    var tags: [Int16] = []
    /// Whether it is marked as a heading.
    var isHeading = false
  }

  /// What stands for an image.
  static let image: [Unicode.Scalar] = ["〔", "图", "〕"]

  private let scalars: [Unicode.Scalar]
  private let tags: [Int16]
  private(set) var pieces: [Piece] = []
  /// The formulas that could not be turned into text.
  private(set) var formulas: [[Unicode.Scalar]] = []
  /// How many images stand here.
  private(set) var imageCount = 0
  private var current = Piece()
  private var shift = ShiftedCharacters.Shift.none

  /// Reads `scalars`, whose corrections are `tags`.
  ///
  /// - Parameter isLine: Whether marks that stand at the start of a line may stand here.
  init(_ scalars: [Unicode.Scalar], tags: [Int16] = [], isLine: Bool = true) {
    self.scalars = scalars
    self.tags = tags
    current.scalars.reserveCapacity(scalars.count)
    var offset = isLine ? readStart() : 0
    let isHeading = current.isHeading
    while offset < scalars.count { offset = step(offset) }
    if isHeading { dropClosingMarks() }
    breakLine()
  }

  /// Reads the marks before the text: `>` of quotations, `#` of headings.
  private mutating func readStart() -> Int {
    var offset = 0
    while offset < scalars.count, scalars[offset].isAnySpace { offset += 1 }
    while offset < scalars.count, scalars[offset] == ">" {
      offset += 1
      while offset < scalars.count, scalars[offset].isInnerSpace { offset += 1 }
    }
    var marks = offset
    while marks < scalars.count, scalars[marks] == "#" { marks += 1 }
    guard marks > offset, marks - offset <= 6 else { return offset }
    current.isHeading = true
    return marks
  }

  private mutating func dropClosingMarks() {
    while let last = current.scalars.last, last == "#" || last.isInnerSpace {
      current.scalars.removeLast()
      if !current.tags.isEmpty { current.tags.removeLast() }
    }
  }

  private mutating func step(_ offset: Int) -> Int {
    switch scalars[offset] {
    case "*":
      var end = offset
      while end < scalars.count, scalars[end] == "*" { end += 1 }
      return end - offset >= 2 ? end : keep(offset)
    case "<": return tag(offset)
    case "&":
      guard let entity = MarkupEntity.character(scalars, at: offset) else { return keep(offset) }
      put(entity.scalar, offset)
      return entity.end
    case "!":
      return image(offset) ?? keep(offset)
    case "[": return footnote(offset) ?? link(offset)
    case "$": return formula(offset) ?? keep(offset)
    case "\\": return backslash(offset)
    default: return keep(offset)
    }
  }

  // MARK: Output

  private mutating func keep(_ offset: Int) -> Int {
    put(ShiftedCharacters.shifted(scalars[offset], shift) ?? scalars[offset], offset)
    return offset + 1
  }

  /// Adds a character that comes from `offset`.
  private mutating func put(_ scalar: Unicode.Scalar, _ offset: Int) {
    current.scalars.append(scalar)
    if !tags.isEmpty { current.tags.append(tags[offset]) }
  }

  private mutating func put(_ text: [Unicode.Scalar], _ offset: Int) {
    for scalar in text { put(scalar, offset) }
  }

  private mutating func breakLine() {
    let isBlank = current.scalars.allSatisfy { $0.isAnySpace }
    if !isBlank { pieces.append(current) }
    current = Piece()
  }

  // MARK: Backslashes

  private mutating func backslash(_ offset: Int) -> Int {
    if let end = formulaInBrackets(offset) { return end }
    var letter = offset + 1
    // A backslash may itself be escaped.
    if letter < scalars.count, scalars[letter] == "\\" { letter += 1 }
    if letter < scalars.count,
      !(letter + 1 < scalars.count && scalars[letter + 1].isLatinLetter)
    {
      switch scalars[letter] {
      case "n", "r":
        breakLine()
        return letter + 1
      case "t":
        put(" ", offset)
        return letter + 1
      default: break
      }
    }
    let next = offset + 1
    return next < scalars.count && Self.isEscapable(scalars[next]) ? keep(next) : keep(offset)
  }

  private static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && !scalar.isDigit && !scalar.isLatinLetter
  }

  // MARK: Tags

  /// Takes out an HTML tag; anything else that begins with < is text.
  private mutating func tag(_ offset: Int) -> Int {
    guard let tag = MarkupTag(scalars, at: offset) else { return keep(offset) }
    switch tag.name {
    case "sub": shift = tag.isClosing ? .none : .subscripted
    case "sup": shift = tag.isClosing ? .none : .superscripted
    case "img", "image":
      if tag.isClosing { break }
      imageCount += 1
      put(Self.image, offset)
    default:
      if tag.breaksLine { breakLine() }
      if tag.isHeading, !tag.isClosing { current.isHeading = true }
    }
    return tag.end
  }

  // MARK: Links, images, footnotes

  /// Keeps the words of [words](address); a bracket that no address follows is text.
  private mutating func link(_ offset: Int) -> Int {
    guard let (words, end) = addressed(offset) else { return keep(offset) }
    for index in words { _ = keep(index) }
    return end
  }

  private mutating func image(_ offset: Int) -> Int? {
    guard offset + 1 < scalars.count, scalars[offset + 1] == "[",
      let (_, end) = addressed(offset + 1)
    else { return nil }
    imageCount += 1
    put(Self.image, offset)
    return end
  }

  /// The words of the bracket at `offset` and where the address behind it ends.
  private func addressed(_ offset: Int) -> (words: Range<Int>, end: Int)? {
    let limit = min(scalars.count, offset + 300)
    var close = offset + 1
    while close < limit, scalars[close] != "]" { close += 1 }
    guard close + 1 < limit, scalars[close + 1] == "(" else { return nil }
    var end = close + 2
    let addressLimit = min(scalars.count, close + 600)
    while end < addressLimit, scalars[end] != ")" { end += 1 }
    guard end < addressLimit else { return nil }
    let isImage = offset > 0 && scalars[offset - 1] == "!"
    // An address, not Chinese text; images are named as people like.
    guard isImage || end > close + 2 && !scalars[close + 2..<end].contains(where: \.isChineseText)
    else { return nil }
    return (offset + 1..<close, end + 1)
  }

  /// `[^1]` reads ¹; before a colon at the start of a line it is the note itself.
  private mutating func footnote(_ offset: Int) -> Int? {
    guard offset + 2 < scalars.count, scalars[offset + 1] == "^" else { return nil }
    var close = offset + 2
    let limit = min(scalars.count, offset + 40)
    while close < limit, scalars[close] != "]" { close += 1 }
    guard close < limit, close > offset + 2 else { return nil }
    let label = scalars[offset + 2..<close]
    let isNote = close + 1 < scalars.count && scalars[close + 1] == ":"
    if label.allSatisfy(\.isDigit) {
      put(label.compactMap { ShiftedCharacters.shifted($0, .superscripted) }, offset)
    } else {
      put(["〔", "注", "〕"], offset)
    }
    return close + (isNote ? 2 : 1)
  }

  // MARK: Formulas

  /// $…$ and $$…$$ as text; nil where the sign is one of money or the formula stays as printed.
  private mutating func formula(_ offset: Int) -> Int? {
    var start = offset + 1
    let isDisplayed = start < scalars.count && scalars[start] == "$"
    if isDisplayed { start += 1 }
    let limit = min(scalars.count, start + FormulaText.longest + 1)
    var end = start
    while end < limit, scalars[end] != "$" {
      end += scalars[end] == "\\" ? 2 : 1
    }
    guard end < limit, end > start else { return nil }
    var close = end + 1
    if isDisplayed {
      guard close < scalars.count, scalars[close] == "$" else { return nil }
      close += 1
    }
    guard isFormula(start..<end, before: close) else { return nil }
    return putFormula(start..<end, from: offset, to: close)
  }

  /// \(…\) and \[…\] as text.
  private mutating func formulaInBrackets(_ offset: Int) -> Int? {
    guard offset + 1 < scalars.count, scalars[offset + 1] == "(" || scalars[offset + 1] == "["
    else { return nil }
    let closer: Unicode.Scalar = scalars[offset + 1] == "(" ? ")" : "]"
    let limit = min(scalars.count - 1, offset + 2 + FormulaText.longest)
    var end = offset + 2
    while end < limit, !(scalars[end] == "\\" && scalars[end + 1] == closer) { end += 1 }
    guard end < limit, scalars[offset + 2..<end].contains(where: { $0.isOneOf("\\^_") }) else {
      return nil
    }
    return putFormula(offset + 2..<end, from: offset, to: end + 2)
  }

  private mutating func putFormula(_ formula: Range<Int>, from start: Int, to end: Int) -> Int? {
    guard let text = FormulaText.text(of: scalars[formula]) else {
      // What is no formula at all stands in no finding.
      if scalars[formula].contains("\\"), !scalars[formula].contains(where: \.isHan) {
        formulas.append(Array(scalars[start..<end]))
        for index in start..<end { put(scalars[index], index) }
        return end
      }
      return nil
    }
    put(text, start)
    return end
  }

  /// Whether what stands between two signs is a formula and not text between two sums of money.
  private func isFormula(_ range: Range<Int>, before close: Int) -> Bool {
    let text = scalars[range]
    if text.contains(where: { $0.isOneOf("\\^_{") }) { return true }
    guard let first = text.first, let last = text.last, !first.isAnySpace, !last.isAnySpace,
      !last.isOneOf("-/+,.;=~") || last == "%",
      !(close < scalars.count && scalars[close].isDigit)
    else { return false }
    let letters = text.count(where: \.isLatinLetter)
    return letters <= 2
      && text.allSatisfy { $0.isDigit || $0.isLatinLetter || $0.isOneOf(" .%+-=<>()×/~") }
  }
}
