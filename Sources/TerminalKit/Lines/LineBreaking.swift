import GazetteText

/// Breaks a paragraph into rows of cells by the Chinese prohibition rules (避头尾), pushing out (推出).
///
/// A grid of cells cannot squeeze, so a character that may not stand alone goes down to the next
/// row with what it belongs to. Where no legal break exists the least bad one is taken: behind a
/// separator of an address, else inside a word, else at any character. No row is ever too wide and
/// no character is lost.
package enum LineBreaking {
  /// A row of a paragraph.
  package struct Row: Hashable, Sendable {
    /// What the row shows.
    package var range: ScalarRange
    /// The offset of the next row; blanks between `range.end` and here are not shown.
    package var end: Int
    /// The width of what the row shows.
    package var columns: Int
  }

  /// The widest number, in columns, that keeps a Chinese unit (3—10万元) on its row.
  ///
  /// Longer ones may be parted before the unit: pushing them out would leave a hole at the end of
  /// the row.
  package static let longestNumber = 8

  /// Breaks `scalars` into rows; an empty paragraph is one empty row.
  ///
  /// - Parameters:
  ///   - firstWidth: The columns of the first row, at least 2.
  ///   - restWidth: The columns of every other row, at least 2.
  /// - Complexity: Linear in the number of scalars, whatever they are.
  package static func rows(
    of scalars: [Unicode.Scalar], firstWidth: Int, restWidth: Int,
    ambiguous: AmbiguousWidth = .narrow
  ) -> [Row] {
    rows(of: cells(of: scalars, ambiguous: ambiguous), firstWidth: firstWidth, restWidth: restWidth)
  }
}

// MARK: - What breaking needs to know of a character

extension LineBreaking {
  /// How bad it is to begin a row with a character.
  package enum Penalty: UInt8, Comparable, Sendable {
    /// A legal break.
    case none
    /// Parts a number from its unit, or an address behind a separator.
    case unit
    /// Cuts a word or a number.
    case word
    /// Breaks a prohibition.
    case prohibition
    /// Cuts a character, or moves a blank to the start of a row.
    case never

    package static func < (left: Penalty, right: Penalty) -> Bool { left.rawValue < right.rawValue }
  }

  /// Width, penalty and blankness of a character in one byte: a paragraph can be megabytes long.
  package struct Cell: Sendable {
    private let bits: UInt8

    package init(columns: Int, penalty: Penalty, isSpace: Bool) {
      bits = UInt8(columns) | penalty.rawValue << 2 | (isSpace ? 0x80 : 0)
    }

    package var columns: Int { Int(bits & 3) }
    package var isSpace: Bool { bits & 0x80 != 0 }
    /// What it costs to begin a row here.
    package var penalty: Penalty { Penalty(rawValue: bits >> 2 & 7) ?? .never }
  }

  /// Works out every character's part in breaking, once.
  package static func cells(of scalars: [Unicode.Scalar], ambiguous: AmbiguousWidth) -> [Cell] {
    var context = BreakContext()
    var cells: [Cell] = []
    cells.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      var columns = DisplayWidth.columns(of: scalar, ambiguous: ambiguous)
      // A combining mark with nothing to combine with is drawn in a cell of its own.
      if columns == 0, index == 0 { columns = 1 }
      let (penalty, isSpace) = context.penalty(before: scalar, columns: columns)
      cells.append(Cell(columns: columns, penalty: penalty, isSpace: isSpace))
    }
    return cells
  }
}

/// What stands before a character, as far as breaking in front of it depends on that.
private struct BreakContext {
  /// The class of the last character that is neither a blank nor a combining mark.
  private var last: LineBreakClass?
  /// The class before `last`.
  private var beforeLast: LineBreakClass?
  private var lastScalar: Unicode.Scalar = " "
  private var followsSpace = false
  private var quoteIsOpen = false
  /// The columns of the number that ends here, with its units; 0 when there is none.
  private var numberColumns = 0

  /// Steps over `scalar` and says what it costs to begin a row with it.
  mutating func penalty(before scalar: Unicode.Scalar, columns: Int)
    -> (LineBreaking.Penalty, isSpace: Bool)
  {
    if columns == 0 {
      // A combining mark belongs to the character before it and changes nothing for the next.
      return (.never, false)
    }
    if last == .ideograph, !followsSpace, numberColumns == 0, scalar.value >= 0x4E00,
      scalar.value <= 0x9FFF
    {
      // Han behind Han, as most text is: the rules below come to the same and take ten times as
      // long.
      advance(to: .ideograph, scalar)
      return (.none, false)
    }
    var current = LineBreakClass.of(scalar, columns: columns)
    if current == .space {
      followsSpace = true
      numberColumns = 0
      return (.never, true)
    }
    if current == .quote {
      current = quoteIsOpen ? .closing : .opening
      quoteIsOpen.toggle()
    }
    let result = penalty(between: current, scalar)
    countNumber(current, scalar, columns, joined: result != .none)
    advance(to: current, scalar)
    return (result, false)
  }

  private mutating func advance(to current: LineBreakClass, _ scalar: Unicode.Scalar) {
    // A mark joins two words only where no blank parts them.
    beforeLast = followsSpace ? .space : last
    last = current
    lastScalar = scalar
    followsSpace = false
  }

  private func penalty(between current: LineBreakClass, _ scalar: Unicode.Scalar)
    -> LineBreaking.Penalty
  {
    guard let last else { return .none }
    if current.mustNotStart { return .prohibition }
    if last.mustNotEnd {
      // Behind the slash of an address, but not of 和/或 or 1/3.
      let partsWords = last == .slash && !followsSpace && beforeLast?.isWord == true
      return partsWords && current == .letter ? .unit : .prohibition
    }
    if followsSpace { return .none }
    if current == .glue || last == .glue { return .prohibition }
    if current.isWord {
      if last.isWord { return last == .symbol ? .unit : .word }
      if last == .joiningMark { return penaltyBehindMark(current) }
      if last == .postfix { return current == .letter ? .word : .none }
      // 〔2021〕6号 is one number.
      if last == .closing, lastScalar == "〕" || lastScalar == "]", current == .digit {
        return .unit
      }
    }
    if isUnitOfNumber(current, scalar) { return .unit }
    return .none
  }

  private func penaltyBehindMark(_ current: LineBreakClass) -> LineBreaking.Penalty {
    guard let beforeLast else {
      // A mark that begins the paragraph: -5℃.
      return current == .digit ? .word : .none
    }
    if beforeLast == .digit || beforeLast == .postfix { return .word }
    if beforeLast.isWord { return .unit }
    // A minus sign is no connector: 低于-5℃.
    return lastScalar == "-" && current == .digit ? .word : .none
  }

  private func isUnitOfNumber(_ current: LineBreakClass, _ scalar: Unicode.Scalar) -> Bool {
    guard numberColumns > 0, current == .ideograph, LineBreakClass.isUnit(scalar) else {
      return false
    }
    let follows = last == .digit || LineBreakClass.isUnitPrefix(lastScalar)
    return follows && numberColumns + 2 <= LineBreaking.longestNumber
  }

  private mutating func countNumber(
    _ current: LineBreakClass, _ scalar: Unicode.Scalar, _ columns: Int, joined: Bool
  ) {
    if current == .digit {
      numberColumns = joined && numberColumns > 0 ? numberColumns + columns : columns
    } else if numberColumns > 0, joined, current == .joiningMark || current == .ideograph {
      numberColumns += columns
    } else {
      numberColumns = 0
    }
  }
}

// MARK: - Breaking

extension LineBreaking {
  /// Breaks a paragraph whose cells are known.
  package static func rows(of cells: [Cell], firstWidth: Int, restWidth: Int) -> [Row] {
    var rows: [Row] = []
    var candidates = Candidates()
    var start = 0
    var columns = 0
    var spaces = 0
    var limit = max(2, firstWidth)
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      // A break behind nothing but blanks would leave an empty row.
      if columns > 0 { candidates.note(index, cell.penalty, columns: columns) }
      if cell.isSpace {
        // Blanks hang: they never make a row too long.
        spaces += cell.columns
      } else if columns + spaces + cell.columns > limit, index > start {
        let end = candidates.best(limit: limit) ?? index
        rows.append(row(of: cells, from: start, to: end))
        start = end
        index = end
        candidates = Candidates()
        columns = 0
        spaces = 0
        limit = max(2, restWidth)
        continue
      } else {
        columns += spaces + cell.columns
        spaces = 0
      }
      index += 1
    }
    rows.append(row(of: cells, from: start, to: cells.count))
    return rows
  }

  private static func row(of cells: [Cell], from start: Int, to end: Int) -> Row {
    var shownEnd = end
    while shownEnd > start, cells[shownEnd - 1].isSpace { shownEnd -= 1 }
    var columns = 0
    for index in start..<shownEnd { columns += cells[index].columns }
    return Row(range: ScalarRange(start, shownEnd), end: end, columns: columns)
  }

  /// The last break of each penalty in a row.
  private struct Candidates {
    private var legal: Int?
    private var unit: Int?
    private var unitColumns = 0
    private var word: Int?
    private var prohibition: Int?

    mutating func note(_ index: Int, _ penalty: Penalty, columns: Int) {
      switch penalty {
      case .none: legal = index
      case .unit: (unit, unitColumns) = (index, columns)
      case .word: word = index
      case .prohibition: prohibition = index
      case .never: break
      }
    }

    /// The least bad break. An address is cut behind a separator unless that leaves the row half
    /// empty.
    func best(limit: Int) -> Int? {
      if let legal { return legal }
      if let unit, word == nil || unitColumns * 2 >= limit { return unit }
      return word ?? unit ?? prohibition
    }
  }
}
